import { expect, test } from "vitest";
import { plainView } from "../../../chat/plain.ts";
import type { ActRefusal } from "../card.ts";
import type { FileRefusal } from "../messages/refusal.ts";
import { states } from "../states.ts";
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

test.each([
  ...Object.values(filing).map((one) => [`filing: ${one.why}`, notFiledView(one)] as const),
  ...Object.values(acting).map((one) => [`acting: ${one.why}`, notDoneView(one)] as const),
  ...states.map((state) => [`acting: not in ${state}`, notDoneView({ why: "not-now", state })] as const),
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
  ["without anything new", filing["nothing-new"], "[Open appeal 9]"],
])("one that is refused as %s leads to the appeal that was first", (_, refusal, button) => {
  expect(plainView(notFiledView(refusal)({ locale: "en", zone }))).toContain(button);
});
