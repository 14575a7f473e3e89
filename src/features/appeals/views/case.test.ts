import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fit as shorten } from "../../../chat/fit.ts";
import { plainView } from "../../../chat/plain.ts";
import type { View } from "../../../chat/view.ts";
import { type Locale, locales } from "../../../kernel/locale.ts";
import { aForm, anEvaluation } from "../../../testing/appeal-builders.ts";
import { anId, aPerson, aSite } from "../../../testing/builders.ts";
import { testPlatform } from "../../../testing/test-platform.ts";
import type { Card, Move, Part } from "../card.ts";
import { type Appeal, type Code, codes, type Happening, kinds, type Seat, seatNames } from "../domain.ts";
import { usualConfig } from "../rules.ts";
import { states } from "../states.ts";
import { caseView } from "./case.ts";
import { fullView } from "./full.ts";
import { reminderView } from "./reminder.ts";

const at = new Date("2026-03-10T09:00:00Z");
const due = new Date("2026-03-13T09:00:00Z");
const [ana, quinn, lea, sam, kim] = [1, 5, 3, 7, 6].map(anId) as [string, string, string, string, string];
const people = new Map(
  (
    [
      [ana, "安娜"],
      [quinn, "昆"],
      [lea, "蕾"],
      [sam, "山"],
      [kim, "金"],
    ] as const
  ).map(([id, name]) => [id, aPerson({ id, name })]),
);
const holders = { supervisor: sam, lead: lea, qa: kim };

const seat = (name: Seat["name"], ballots: Seat["ballots"] = []): Seat => ({
  name,
  holder: holders[name],
  time: { since: at, due, days: 3, warned: 0 },
  passedBy: [],
  ballots,
  isMissed: false,
});
const ballot = (points: number, code: Code = "scorer-error", reason = "录音里有姓名，只是声音很轻。") => ({
  item: "greeting",
  points,
  code,
  reason,
  at,
});

/** Everything that can happen, once each. */
const everything: readonly Happening[] = [
  { is: "filed", at, by: ana },
  { is: "late", at, by: ana },
  { is: "granted", at, by: sam },
  { is: "granted", at },
  { is: "denied", at, by: sam },
  { is: "denied", at },
  { is: "returned", at, by: lea },
  { is: "answered", at, by: ana },
  { is: "forwarded", at },
  { is: "statement", at, by: quinn },
  { is: "seated", at, seat: "lead", to: lea },
  { is: "seated", at, seat: "qa" },
  { is: "passed-on", at, seat: "lead", from: lea, to: kim },
  { is: "passed-on", at, seat: "lead", from: lea },
];

/** Ana's appeal of her greeting, with the panel, unless said otherwise. */
const anAppeal = (but: Partial<Appeal> = {}): Appeal => ({
  id: anId(9001),
  number: 12,
  site: "leeds",
  level: 1,
  evaluation: anId(5001),
  evaluationNumber: "E-1",
  form: "phone",
  version: 1,
  revision: 1,
  agent: ana,
  scorer: quinn,
  challenges: [{ item: "greeting", original: 3, proposed: 10 }],
  kind: "fact",
  reason: "录音一分十秒处我已经报了姓名和公司名称。",
  evidence: [{ link: "https://1.2/3" }, { file: { id: anId(8000), name: "1.png" } }],
  state: "panel",
  seats: seatNames.map((name) => seat(name)),
  filedAt: at,
  happened: [{ is: "filed", at, by: ana }],
  ...but,
});

const decided: Partial<Appeal> = {
  state: "closed",
  seats: [seat("supervisor", [ballot(8)]), seat("lead", [ballot(10)]), { ...seat("qa"), isMissed: true }],
  decision: {
    at,
    by: "panel",
    items: [
      { item: "greeting", original: 3, proposed: 10, decided: 8, outcome: "partly", code: "rule-unclear", reasons: [] },
    ],
  },
  correction: { at, from: 59, to: 74, revision: 2, adjustedOn: "2026-03-10" },
};

const remark = { en: "No name was given.", "zh-CN": "没有听到姓名。" };
/** The evaluation with the scorer's word on the greeting. */
const marked = (comment: string) =>
  anEvaluation({
    marks: [
      { item: "greeting", points: 3, comment },
      { item: "identity", points: 5 },
      { item: "solution", points: 6 },
    ],
  });

const aCard = (appeal: Appeal, but: Partial<Card> = {}): Card => ({
  appeal,
  evaluation: anEvaluation(),
  form: aForm(),
  people,
  rules: { ...usualConfig, clock: { calendar: aSite().calendar, zone: "Europe/London" } },
  part: "reader",
  may: [],
  ...but,
});

const shown = (card: Card, locale: Locale = "en"): View => caseView(card)({ locale, zone: "Europe/London" });
const words = (card: Card, locale: Locale = "en") => plainView(shown(card, locale));

/** Nothing of the machine shows through, and in Chinese nothing but marks that everybody reads is in Latin letters. */
function reads(text: string, locale: Locale) {
  expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}|null/);
  if (locale === "zh-CN") {
    expect(
      text
        .replace(/https:\/\/\S+/g, "")
        .match(/[a-z]{2,}/gi)
        ?.filter((word) => !["call", "png"].includes(word)) ?? [],
    ).toEqual([]);
  } else {
    expect(text).not.toMatch(/[，。；：]/);
  }
}

const parts: readonly Part[] = ["agent", "scorer", "reviewer", "supervisor", "panel", "reader"];
const moves: readonly Move[] = ["withdraw", "answer", "forward", "return", "grant", "deny", "state", "vote", "again"];
const english = (appeal: Appeal): Appeal => ({
  ...appeal,
  reason: "I said my name at 1:10.",
  ...(appeal.question === undefined ? {} : { question: "Which sentence?" }),
  ...(appeal.answer === undefined ? {} : { answer: "The second." }),
  ...(appeal.statement === undefined ? {} : { statement: { text: "I heard none.", at } }),
  seats: appeal.seats.map((one) => ({ ...one, ballots: one.ballots.map((b) => ({ ...b, reason: "It is there." })) })),
});

describe.each(locales)("in %s", (locale) => {
  const inTheirWords = (appeal: Appeal) => (locale === "en" ? english(appeal) : appeal);

  test.each(states)("a case that is %s reads well for everybody", (state) => {
    const isDecided = ["decided", "corrected", "closed"].includes(state);
    for (const part of parts) {
      for (const happened of [[], everything, [...everything, ...everything]]) {
        const appeal = anAppeal({
          ...(isDecided ? decided : {}),
          state,
          happened,
          time: { since: at, due, days: 1, warned: 0 },
          ...(state === "panel" ? {} : { desk: lea }),
          question: "请问具体是哪一句？",
          statement: { text: "没有听到姓名。", at },
        });
        const evaluation = marked(remark[locale]);
        const card = aCard(inTheirWords(appeal), {
          part,
          may: moves,
          seat: appeal.seats[0],
          evaluation,
          mayRead: true,
        });
        reads(words(card, locale), locale);
        reads(
          words(
            aCard(inTheirWords(appeal), { part, evaluation: undefined, form: undefined, people: new Map() }),
            locale,
          ).replace(/greeting|phone/g, ""),
          locale,
        );
      }
    }
  });

  test.each(["silence", "purged"] as const)("a decision by %s says for whom and why", (by) => {
    const appeal = anAppeal({
      ...decided,
      seats: by === "purged" ? [] : seatNames.map((name) => ({ ...seat(name), isMissed: true })),
      decision: { at, by, items: decided.decision?.items ?? [] },
    });
    const text = words(aCard(inTheirWords(appeal), { part: "agent", evaluation: marked(remark[locale]) }), locale);
    reads(text, locale);
    expect(text).toMatch(locale === "en" ? /decided for the agent/ : /按坐席的申请裁定/);
  });

  test("each kind and code has its words", () => {
    for (const kind of kinds) {
      for (const code of codes) {
        const items = (decided.decision?.items ?? []).map((one) => ({ ...one, code }));
        const appeal = anAppeal({ ...decided, kind, decision: { at, by: "panel", items } });
        reads(words(aCard(inTheirWords(appeal), { evaluation: marked(remark[locale]) }), locale), locale);
      }
    }
  });

  test.each([50, 80, 100] as const)("a reminder at %i per cent reads well for whoever gets it", (percent) => {
    for (const part of parts) {
      for (const move of [undefined, ...moves]) {
        const card = aCard(anAppeal(), { part, may: move === undefined ? [] : [move] });
        reads(plainView(reminderView(card, { percent, due })({ locale, zone: "UTC" })), locale);
      }
    }
  });
});

test("nobody else's view says anything of a vote before all are in, whatever it says", () => {
  const vote = fc.record({
    points: fc.integer({ min: 0, max: 10 }),
    code: fc.constantFrom(...codes),
    reason: fc.string({ minLength: 20, maxLength: 40 }),
  });
  const voted = { is: "voted" as const, at, seat: "supervisor" as const, by: sam };
  const before = ({ points, code, reason }: { points: number; code: Code; reason: string }) =>
    anAppeal({
      seats: [seat("supervisor", [ballot(points, code, reason)]), seat("lead"), seat("qa")],
      happened: [voted],
    });
  fc.assert(
    fc.property(vote, vote, (one, other) => {
      for (const [index, part] of [
        [undefined, "agent"],
        [undefined, "scorer"],
        [undefined, "reader"],
        [1, "panel"],
        [2, "panel"],
      ] as const) {
        const seen = [one, other].map((given) => {
          const appeal = before(given);
          return words(
            aCard(appeal, { part, may: ["vote"], seat: index === undefined ? undefined : appeal.seats[index] }),
          );
        });
        expect(seen[0]).toBe(seen[1]);
      }
    }),
  );
});

test("that somebody voted names neither them nor their seat", () => {
  const happened = [{ is: "voted" as const, at, seat: "supervisor" as const, by: sam }];
  const appeal = anAppeal({ happened, seats: [seat("supervisor", [ballot(8)]), seat("lead"), seat("qa")] });
  expect(words(aCard(appeal))).toContain("· One of the panel has voted");
});

test("after the decision both sides read points and reasons by seat", () => {
  for (const part of ["agent", "scorer"] as const) {
    const text = words(aCard(english(anAppeal(decided)), { part }));
    expect(text).toContain("• The supervisor's seat: 8 points, scorer error. It is there.");
    expect(text).toContain("• The quality seat: no vote in time.");
    expect(text).toContain("The evaluation went from 59 to 74.");
    expect(text).toContain("the difference counts on Tue, 10 Mar 2026");
  }
});

test("exactly what the reader may do is offered", () => {
  const labels = (may: readonly Move[]) =>
    shown(aCard(anAppeal({ evidence: [] }), { may }))
      .blocks.flatMap((block) => (block.is === "buttons" ? block.buttons : []))
      .map(({ label }) => label);
  expect(labels([])).toEqual([]);
  expect(labels(["forward", "return"])).toEqual(["Pass it to the panel", "Ask the agent"]);
  expect(labels(["grant", "deny"])).toEqual(["Let it be heard", "Do not make an exception"]);
  expect(labels(["withdraw", "answer"])).toEqual(["Answer", "Take it back"]);
  expect(labels(["vote"])).toEqual(["Score “Greeting”"]);
  expect(labels(["state"])).toEqual(["State your grounds"]);
});

test("whoever may read the evaluation can open it from the case, and nobody else", () => {
  const labels = (but: Partial<Card>) =>
    shown(aCard(anAppeal({ evidence: [] }), but)).blocks.flatMap((block) =>
      block.is === "buttons" ? block.buttons.map(({ label }) => label) : [],
    );
  expect(labels({ mayRead: true, may: ["withdraw"] })).toEqual(["Take it back", "The evaluation"]);
  expect(labels({ mayRead: false })).toEqual([]);
  expect(labels({ mayRead: true, evaluation: undefined })).toEqual([]);
});

test.each(parts)("the %s reads what the scorer said of each challenged item, and of no other", (part) => {
  const evaluation = anEvaluation({
    comment: "All in all a good call.",
    marks: [
      { item: "greeting", points: 3, comment: "No name was given." },
      { item: "identity", points: 5, comment: "Well done." },
      { item: "solution", points: 6, comment: "The second question stayed open." },
    ],
  });
  const challenges = ["greeting", "solution"].map((item) => ({ item, original: 3, proposed: 10 }));
  const text = words(aCard(anAppeal({ challenges }), { part, evaluation }));
  expect(text).toContain("Greeting: had 3 of 10, asked for 10\nThe scorer's comment: No name was given.");
  expect(text).toContain("Right answer: had 3 of 10, asked for 10\nThe scorer's comment: The second question stayed");
  expect(text).not.toMatch(/Well done|a good call/);
});

test("of an evaluation without items the scorer's word on all of it is read", () => {
  const { version: _, ...imported } = anEvaluation({ marks: [], points: 71, comment: "All in all a good call." });
  const challenges = [{ item: "overall", original: 71, proposed: 95 }];
  const text = words(aCard(anAppeal({ challenges }), { evaluation: imported, form: undefined }));
  expect(text).toContain("asked for 95\nThe scorer's comment: All in all a good call.");
});

test("a long comment of the scorer is cut, and can be read in full", () => {
  const long = `${"She began well. ".repeat(60)}This is its end.`;
  const card = aCard(anAppeal(), { evaluation: marked(long) });
  expect(words(card)).toContain("The scorer's comment: She began well.");
  expect(words(card)).not.toContain("This is its end.");
  const menu = shown(card).blocks.find(({ is }) => is === "menu");
  expect(menu).toMatchObject({ options: [{ value: "comment-greeting", label: "Greeting: the scorer's comment" }] });
  const full = plainView(fullView(card, "comment-greeting")({ locale: "en", zone: "UTC" }));
  expect(full.replaceAll("\n", "")).toContain(long);
});

test("what was scored already is not asked for again", () => {
  const challenges = ["greeting", "solution"].map((item) => ({ item, original: 3, proposed: 10 }));
  const own = seat("lead", [ballot(7)]);
  const card = aCard(anAppeal({ challenges, evidence: [] }), { part: "panel", may: ["vote"], seat: own });
  expect(words(card)).toMatch(/\[Score “Right answer”\]$/);
  expect(words(card)).not.toContain("[Score “Greeting”]");
  expect(words(card)).toContain("you scored 7");
});

const roomy = testPlatform().limits;
/** The tightest platform. */
const tight = {
  ...roomy,
  text: 2_000,
  note: 1_000,
  total: 5_700,
  blocks: 40,
  factValue: 1_000,
  menuOptions: 25,
  buttons: 25,
};

test("the longest case fits the tightest platform with every button, and what is cut can be read in full", () => {
  const long = "这是一段很长的文字。".repeat(200);
  const challenges = ["greeting", "identity", "solution"].map((item) => ({ item, original: 1, proposed: 5 }));
  const ballots = challenges.map(({ item }) => ({ ...ballot(5), item, reason: long }));
  const appeal = anAppeal({
    ...decided,
    challenges,
    seats: seatNames.map((name) => seat(name, ballots)),
    decision: {
      at,
      by: "panel",
      items: challenges.map((one) => ({ ...one, decided: 5, outcome: "upheld", code: "scorer-error", reasons: [] })),
    },
    reason: long,
    question: long,
    answer: long,
    statement: { text: long, at },
    happened: [...everything, ...everything],
  });
  const evaluation = anEvaluation({ marks: challenges.map(({ item }) => ({ item, points: 1, comment: long })) });
  const card = aCard(appeal, { part: "agent", may: ["again"], evaluation, mayRead: true });
  const whole = shown(card, "zh-CN");
  const view = shorten(whole, tight, "zh-CN");
  const controls = ({ blocks }: View) => blocks.filter(({ is }) => is === "buttons" || is === "menu");
  expect(controls(view)).toEqual(controls(whole));
  const text = plainView(view);
  expect(text).toContain("申诉理由");
  expect(text).toContain("质检评分由 59 更正为 74");
  const menu = whole.blocks.find((block) => block.is === "menu");
  if (menu?.is !== "menu") throw new Error("there is a menu of what was cut");
  expect(menu.options).toHaveLength(3 + 4 + 9);
  for (const { value } of menu.options) {
    const full = shorten(fullView(card, value)({ locale: "zh-CN", zone: "UTC" }), tight, "zh-CN");
    expect(plainView(full).replaceAll("\n", "")).toContain(long);
  }
});

test("before the decision the reasons of votes cannot be opened either", () => {
  const appeal = anAppeal({ seats: [seat("supervisor", [ballot(8)]), seat("lead"), seat("qa")] });
  const text = plainView(fullView(aCard(appeal), "supervisor-greeting")({ locale: "en", zone: "UTC" }));
  expect(text).toContain("There is nothing to read here yet.");
});
