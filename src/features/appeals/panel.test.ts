import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { anId, aSite } from "../../testing/builders.ts";
import { canBe } from "./context.ts";
import { corrected, isClosedForPay } from "./correction.ts";
import type { Appeal, Candidates, Code, SeatName } from "./domain.ts";
import { file } from "./filing.ts";
import { forward } from "./moves.ts";
import { type Bench, type Vote, vote } from "./panel.ts";
import { type AppealRules, usualConfig } from "./rules.ts";
import { tick } from "./tick.ts";

const [ana, lead, quinn, kim, sam, ada, dev] = [1, 3, 5, 6, 7, 8, 4].map(anId) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const office: Candidates = { supervisor: [sam, ada], lead: [lead, dev, ada], qa: [kim, ada] };
const rulesOf = (but: Partial<AppealRules> = {}): AppealRules => ({
  ...usualConfig,
  clock: { calendar: aSite().calendar, zone: "Europe/London" },
  ...but,
});
const start = new Date("2026-03-10T09:00:00Z");
const later = (days: number) => new Date(start.getTime() + days * 24 * 3_600_000);
const can = canBe(aForm());

/** An appeal of two items before the panel, on Tuesday 10 March at nine. */
function atPanel(but: Partial<AppealRules> = {}): Appeal {
  const rules = rulesOf(but);
  const items = anEvaluation().marks.map(
    ({ item, points }) => [item, { points, can: (to: number) => can(item, to) }] as const,
  );
  const docket = {
    id: anId(60),
    number: 4,
    evaluation: anEvaluation(),
    seen: 1,
    items: new Map(items),
    open: new Map(),
    decided: new Map(),
    denied: new Map(),
    lead,
  };
  const challenges = [
    { item: "greeting", proposed: 9 },
    { item: "solution", proposed: 10 },
  ];
  const filed = file({ by: ana, challenges, kind: "fact", reason: "r".repeat(20), evidence: [] }, docket, rules, start);
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const taken = forward(filed.value, { by: lead, at: start, rules, candidates: office, deskmates: office.lead });
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return taken.value;
}
const bench = (but: Partial<AppealRules> = {}, inOffice = office): Bench => ({ can, inOffice, rules: rulesOf(but) });
const aVote = (by: string, item: string, points: number, code: Code = "scorer-error", at = start): Vote => ({
  by,
  item,
  points,
  code,
  reason: `${"because ".repeat(3)}${points}`,
  at,
});
/** All these votes, one after the other. */
function voted(appeal: Appeal, votes: readonly Vote[], by: Partial<AppealRules> = {}): Appeal {
  return votes.reduce((now, one) => {
    const next = vote(now, one, bench(by));
    if (!next.ok) throw new Error(JSON.stringify(next.refusal));
    return next.value;
  }, appeal);
}
const both = (by: string, greeting: number, solution: number) => [
  aVote(by, "greeting", greeting),
  aVote(by, "solution", solution),
];

describe("a panel", () => {
  test("is the supervisor, the lead and quality staff who did not score it, for three business days", () => {
    const { state, seats } = atPanel();
    expect(state).toBe("panel");
    expect(seats.map(({ name, holder }): [SeatName, string | undefined] => [name, holder])).toEqual([
      ["supervisor", sam],
      ["lead", lead],
      ["qa", kim],
    ]);
    expect(seats[0]?.time.due).toEqual(new Date("2026-03-13T09:00:00Z"));
  });

  test("decides by the superior, whatever the two others say", () => {
    const { decision, state } = voted(atPanel(), [...both(lead, 9, 10), ...both(kim, 9, 10), ...both(sam, 5, 6)]);
    expect(state).toBe("decided");
    expect(decision?.items).toMatchObject([
      { item: "greeting", decided: 5, outcome: "partly" },
      { item: "solution", decided: 6, outcome: "rejected" },
    ]);
  });

  test("decides by majority where the site says so; of three who differ, the middle", () => {
    const by = { decidedBy: "majority" } as const;
    const { decision } = voted(atPanel(by), [...both(sam, 3, 6), ...both(lead, 9, 8), ...both(kim, 9, 10)], by);
    expect(decision?.items).toMatchObject([
      { item: "greeting", decided: 9, outcome: "upheld" },
      { item: "solution", decided: 8, outcome: "partly" },
    ]);
  });

  test("never lowers what there was", () => {
    const { decision } = voted(atPanel(), [...both(lead, 0, 0), ...both(kim, 0, 0), ...both(sam, 0, 0)]);
    expect(decision?.items.map(({ decided, outcome }) => [decided, outcome])).toEqual([
      [3, "rejected"],
      [6, "rejected"],
    ]);
  });

  test.each<[string, Vote, object]>([
    ["the agent", aVote(ana, "greeting", 5), { why: "agent-cannot-vote" }],
    ["the scorer", aVote(quinn, "greeting", 5), { why: "scorer-cannot-vote" }],
    ["who does not sit", aVote(ada, "greeting", 5), { why: "not-on-panel" }],
    ["of an item that is not challenged", aVote(sam, "identity", 5), { why: "not-challenged" }],
    ["of points not on the form", aVote(sam, "greeting", 11), { why: "no-such-points" }],
    ["of more points and no error", aVote(sam, "greeting", 4, "no-error"), { why: "more-without-error" }],
    ["without a reason", { ...aVote(sam, "greeting", 5), reason: "yes" }, { why: "reason-too-short" }],
  ])("refuses a vote: %s", (_, given, refusal) => {
    expect(vote(atPanel(), given, bench())).toMatchObject({ ok: false, refusal });
  });

  test("refuses a second vote on an item, a vote after the decision, and one by who holds the office no more", () => {
    const once = voted(atPanel(), [aVote(sam, "greeting", 5)]);
    expect(vote(once, aVote(sam, "greeting", 9), bench())).toMatchObject({ refusal: { why: "voted-twice" } });
    const all = voted(atPanel(), [...both(lead, 9, 10), ...both(kim, 9, 10), ...both(sam, 5, 6)]);
    expect(vote(all, aVote(sam, "greeting", 9), bench())).toMatchObject({ refusal: { why: "not-now" } });
    const dismissed = bench({}, { ...office, supervisor: [ada] });
    expect(vote(atPanel(), aVote(sam, "greeting", 5), dismissed)).toMatchObject({
      refusal: { why: "no-longer-in-office" },
    });
  });
});

describe("time", () => {
  const ticked = (appeal: Appeal, at: Date, candidates = office) =>
    tick(appeal, { rules: rulesOf(), candidates, at, isPurged: false });

  test("warns who has not voted at half and at four fifths, each once", () => {
    const some = voted(atPanel(), both(sam, 5, 6));
    const half = ticked(some, later(1.5));
    expect(half.reminders.map(({ to, percent }) => [to, percent])).toEqual([
      [lead, 50],
      [kim, 50],
    ]);
    expect(ticked(half.appeal, later(1.6)).reminders).toEqual([]);
    expect(ticked(half.appeal, later(2.4)).reminders).toMatchObject([{ percent: 80 }, { percent: 80 }]);
    // After a stop nobody is warned of what has passed twice.
    expect(ticked(some, later(2.5)).reminders).toMatchObject([{ percent: 80 }, { percent: 80 }]);
  });

  test("in the middle of a vote passes the seat to the deputy, who scores all anew; then to an admin", () => {
    const half = voted(atPanel(), [...both(sam, 5, 6), ...both(kim, 5, 6), aVote(lead, "greeting", 9)]);
    const first = ticked(half, later(3));
    expect(first.reminders).toMatchObject([{ to: lead, percent: 100 }]);
    expect(first.appeal.seats[1]).toMatchObject({ holder: dev, passedBy: [lead], ballots: [] });
    expect(vote(first.appeal, aVote(lead, "solution", 9), bench())).toMatchObject({
      refusal: { why: "not-on-panel", passedTo: dev },
    });
    const second = ticked(first.appeal, new Date("2026-03-16T09:00:00Z"));
    expect(second.appeal.seats[1]).toMatchObject({ holder: ada, passedBy: [lead, dev] });
    const third = ticked(second.appeal, new Date("2026-03-17T09:00:00Z"));
    expect(third.appeal).toMatchObject({
      state: "decided",
      decision: { by: "panel", items: [{ decided: 5 }, { decided: 6 }] },
    });
  });

  test("without any vote decides for the agent", () => {
    let now = atPanel();
    for (const at of ["2026-03-13", "2026-03-16", "2026-03-17"]) now = ticked(now, new Date(`${at}T09:00:00Z`)).appeal;
    expect(now.decision).toMatchObject({ by: "silence", items: [{ decided: 9, outcome: "upheld" }, { decided: 10 }] });
  });
});

describe("a correction", () => {
  const decided = voted(atPanel(), [...both(lead, 9, 10), ...both(kim, 9, 10), ...both(sam, 9, 6)]);
  const correct = (evaluation = anEvaluation(), but: Partial<AppealRules> = {}, at = start) =>
    corrected(decided, evaluation, { form: aForm(), rules: rulesOf(but), at });

  test("restates what was raised, by the form's own formula, and closes the appeal", () => {
    // 30 × 9/10 + 20 × 5/5 + 50 × 6/10
    expect(correct()).toMatchObject({
      appeal: { state: "closed", correction: { from: 59, to: 77, revision: 2 } },
      restatement: { points: 77, marks: [{ item: "greeting", points: 9 }, {}, { item: "solution", points: 6 }] },
    });
  });

  test("takes nothing from what another decision raised meanwhile", () => {
    const marks = [
      { item: "greeting", points: 10 },
      { item: "identity", points: 5 },
      { item: "solution", points: 9 },
    ];
    expect(correct(anEvaluation({ marks, points: 95 }))).toEqual({
      appeal: expect.objectContaining({ state: "closed" }),
    });
  });

  test("of a month that is closed for pay is booked today, and says so", () => {
    const by = { monthClosesOn: 5 } as const;
    const february = anEvaluation({ day: day("2026-02-27") });
    expect(isClosedForPay(day("2026-02-27"), rulesOf(by), new Date("2026-03-04T23:59:00Z"))).toBe(false);
    expect(isClosedForPay(day("2026-02-27"), rulesOf(by), new Date("2026-03-05T00:00:00Z"))).toBe(true);
    expect(correct(february, by)).toMatchObject({
      appeal: { correction: { adjustedOn: "2026-03-10" } },
      restatement: { adjustOn: "2026-03-10" },
    });
    expect(correct(anEvaluation(), by).restatement).not.toHaveProperty("adjustOn");
  });
});
