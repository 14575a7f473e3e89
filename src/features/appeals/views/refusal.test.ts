import { expect, test } from "vitest";
import { plainView } from "../../../chat/plain.ts";
import type { ActRefusal } from "../card.ts";
import type { Act } from "../messages/not-now.ts";
import type { FileRefusal } from "../messages/refusal.ts";
import { type State, states } from "../states.ts";
import { notDoneView, notFiledView } from "./refusal.ts";

const filing: { readonly [W in FileRefusal["why"]]: Extract<FileRefusal, { why: W }> } = {
  "no-such-evaluation": { why: "no-such-evaluation", text: "E-9" },
  "no-such-appeal": { why: "no-such-appeal" },
  "not-yours": { why: "not-yours" },
  "nothing-challenged": { why: "nothing-challenged" },
  "which-item": { why: "which-item" },
  "no-such-item": { why: "no-such-item", item: "x" },
  "not-applicable": { why: "not-applicable", item: "x" },
  "no-such-points": { why: "no-such-points", item: "x", points: 11 },
  "not-more": { why: "not-more", item: "x", points: 3 },
  duplicate: { why: "duplicate", item: "x", first: 7 },
  "heard-twice": { why: "heard-twice", item: "x", number: 8 },
  denied: { why: "denied", item: "x", number: 4 },
  "nothing-new": { why: "nothing-new", item: "x", number: 9 },
  "mixed-levels": { why: "mixed-levels", item: "x" },
  "reason-too-short": { why: "reason-too-short", min: 20, length: 3 },
  "reason-too-long": { why: "reason-too-long", max: 2000, length: 2001 },
  calibration: { why: "calibration" },
  restated: { why: "restated", revision: 2 },
};

const acting: { readonly [W in ActRefusal["why"]]: Extract<ActRefusal, { why: W }> } = {
  "no-such-evaluation": { why: "no-such-evaluation", text: "E-9" },
  "no-such-appeal": { why: "no-such-appeal" },
  "not-now": { why: "not-now", state: "closed" },
  "not-yours": { why: "not-yours" },
  "not-your-turn": { why: "not-your-turn" },
  "returned-once": { why: "returned-once" },
  "too-short": { why: "too-short", min: 10, length: 3 },
  "too-long": { why: "too-long", max: 2000, length: 2001 },
  "stated-already": { why: "stated-already" },
  "agent-cannot-vote": { why: "agent-cannot-vote" },
  "scorer-cannot-vote": { why: "scorer-cannot-vote" },
  "not-on-panel": { why: "not-on-panel" },
  "no-longer-in-office": { why: "no-longer-in-office" },
  "not-challenged": { why: "not-challenged", item: "x" },
  "voted-twice": { why: "voted-twice", item: "x" },
  "no-such-points": { why: "no-such-points", item: "x", points: 11 },
  "more-without-error": { why: "more-without-error" },
  "reason-too-short": { why: "reason-too-short", min: 20, length: 3 },
  "reason-too-long": { why: "reason-too-long", max: 2000, length: 2001 },
};

const zone = "Europe/London";
const acts: readonly Act[] = ["withdraw", "answer", "forward", "return", "grant", "deny", "state", "vote"];

test.each([
  ...Object.values(filing).map((one) => [`filing: ${one.why}`, notFiledView(one)] as const),
  ...Object.values(acting).map((one) => [`acting: ${one.why}`, notDoneView(one)] as const),
  ...states.map((state) => [`acting: not in ${state}`, notDoneView({ why: "not-now", state })] as const),
  ...acts.flatMap((act) =>
    states.map((state) => [`${act} in ${state}`, notDoneView({ why: "not-now", state }, { act })] as const),
  ),
])("%s is said in each language and says what to do", (_, made) => {
  const english = plainView(made({ locale: "en", zone }));
  const chinese = plainView(made({ locale: "zh-CN", zone }));
  for (const text of [english, chinese]) expect(text).not.toMatch(/undefined|NaN|\{\w+\}/);
  expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  expect(chinese.replace(/[^\u4e00-\u9fff]/g, "").length).toBeGreaterThan(20);
  // More than that it was not done: at least a sentence of why, and one of what then.
  expect(english.length).toBeGreaterThan(60);
});

test.each([
  ["duplicate", filing.duplicate, "[Open appeal 7]"],
  ["heard twice", filing["heard-twice"], "[Open appeal 8]"],
  ["not let be heard", filing.denied, "[Open appeal 4]"],
  ["without anything new", filing["nothing-new"], "[Open appeal 9]"],
])("one that is refused as %s leads to the appeal that was first", (_, refusal, button) => {
  expect(plainView(notFiledView(refusal)({ locale: "en", zone }))).toContain(button);
});

test.each<readonly [Act, State, string, string]>([
  ["vote", "lead-review", "there yet (with the lead)", "gets a message with a button for each item"],
  ["vote", "exception", "there yet (came late: asks for an exception)", "gets a message with a button for each item"],
  ["vote", "returned", "there yet (waits for the agent's answer)", "gets a message with a button for each item"],
  ["vote", "closed", "moved on (closed)", "no vote is needed any more"],
  ["answer", "lead-review", "there yet (with the lead)", "take the appeal back and file it again"],
  ["answer", "panel", "moved on (with the panel)", "New evidence can be put forward once more"],
  ["forward", "exception", "there yet", "A supervisor first says whether it is heard."],
  ["return", "panel", "moved on", "decided on what is there"],
  ["deny", "panel", "moved on", "no word about an exception is needed"],
  ["withdraw", "decided", "moved on", "it has cost nothing"],
  ["withdraw", "withdrawn", "moved on (taken back)", "may file it again"],
  ["state", "expired", "moved on (not heard)", "talk to the lead or a supervisor"],
])("to %s what is %s says whether it is too early or too late, and what there is instead", (act, state, when, then) => {
  const text = plainView(notDoneView({ why: "not-now", state }, { act })({ locale: "en", zone }));
  expect(text).toContain(when);
  expect(text).toContain(then);
  const chinese = plainView(notDoneView({ why: "not-now", state }, { act })({ locale: "zh-CN", zone }));
  expect(chinese).toContain(when.startsWith("there yet") ? "申诉尚未到这一步" : "申诉已不在这一步");
});

test.each([notFiledView, notDoneView])(
  "of an evaluation without items any number from 0 to 100 can be had",
  (refused) => {
    const made = refused({ why: "no-such-points", item: "overall", points: 101 });
    const english = plainView(made({ locale: "en", zone }));
    expect(english).toContain("any number of points from 0 to 100, but not 101");
    expect(english).not.toContain("whole points");
    const chinese = plainView(made({ locale: "zh-CN", zone }));
    expect(chinese).toContain("0 到 100 之间的任意数值，不能为 101 分");
    expect(chinese).not.toContain("整数");
  },
);
