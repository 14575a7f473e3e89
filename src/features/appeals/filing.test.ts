import { describe, expect, test } from "vitest";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { anId, aSite } from "../../testing/builders.ts";
import { canBe } from "./context.ts";
import type { Appeal } from "./domain.ts";
import { type Docket, type Filing, file } from "./filing.ts";
import { type AppealRules, usualConfig } from "./rules.ts";

const rules = (but: Partial<AppealRules> = {}): AppealRules => ({
  ...usualConfig,
  clock: { calendar: aSite().calendar, zone: "Europe/London" },
  ...but,
});

function docket(but: Partial<Docket> = {}): Docket {
  const evaluation = but.evaluation ?? anEvaluation();
  const can = canBe(aForm());
  return {
    id: anId(1),
    number: 12,
    evaluation,
    seen: 1,
    items: new Map(
      evaluation.marks.map(({ item, points }) => [item, { points, can: (to: number) => can(item, to) }] as const),
    ),
    open: new Map(),
    decided: new Map(),
    denied: new Map(),
    supervisor: anId(7),
    lead: anId(3),
    ...but,
  };
}
const filing = (but: Partial<Filing> = {}): Filing => ({
  by: anId(1),
  challenges: [{ item: "greeting", proposed: 9 }],
  kind: "fact",
  reason: "I did give my name, at 0:04.",
  evidence: [],
  ...but,
});
/** The last instant in time: five business days after Monday 9 March, 10:00. */
const last = new Date("2026-03-16T10:00:00Z");
const filed = (but: Partial<Filing> = {}, on: Partial<Docket> = {}, at = last, by: Partial<AppealRules> = {}) =>
  file(filing(but), docket(on), rules(by), at);

describe("an appeal", () => {
  test("filed in time goes to the lead for a business day", () => {
    expect(filed()).toMatchObject({
      ok: true,
      value: {
        state: "lead-review",
        desk: anId(3),
        level: 1,
        number: 12,
        challenges: [{ item: "greeting", original: 3, proposed: 9 }],
        time: { due: new Date("2026-03-17T10:00:00Z") },
      },
    });
  });

  test("a moment late asks the supervisor for an exception, and is not lost", () => {
    const late = filed({}, {}, new Date(last.getTime() + 1));
    expect(late).toMatchObject({ ok: true, value: { state: "exception", desk: anId(7) } });
    expect(late.ok && late.value.happened.map(({ is }) => is)).toEqual(["filed", "late"]);
  });

  test("late, of what nobody can hear any more, is not won by waiting: it asks for an exception first", () => {
    const late = filed({}, {}, new Date(last.getTime() + 1), { recordingDays: 1 });
    expect(late).toMatchObject({ ok: true, value: { state: "exception" } });
  });

  test("of what nobody can hear any more is decided for the agent", () => {
    const purged = filed({}, {}, last, { recordingDays: 9 });
    expect(purged).toMatchObject({
      ok: true,
      value: {
        state: "decided",
        decision: { by: "purged", items: [{ decided: 9, outcome: "upheld", code: "system" }] },
      },
    });
    expect(filed({}, {}, last, { recordingDays: 10 })).toMatchObject({ ok: true, value: { state: "lead-review" } });
  });

  test("keeps the reason as it was meant, without the space around it, and each item once", () => {
    const twice = [
      { item: "greeting", proposed: 9 },
      { item: "greeting", proposed: 10 },
    ];
    expect(filed({ reason: `  ${"r".repeat(20)}\n`, challenges: twice })).toMatchObject({
      ok: true,
      value: { reason: "r".repeat(20), challenges: [{ proposed: 9 }] },
    });
  });

  test.each<[string, Partial<Filing>, Partial<Docket>, object]>([
    ["of somebody else's evaluation", { by: anId(2) }, {}, { why: "not-yours" }],
    ["of a calibration", {}, { evaluation: anEvaluation({ kind: "calibration" }) }, { why: "calibration" }],
    ["of an evaluation restated since it was seen", {}, { seen: 2 }, { why: "restated", revision: 1 }],
    ["of nothing", { challenges: [] }, {}, { why: "nothing-challenged" }],
    [
      "of an item not on the form",
      { challenges: [{ item: "tone", proposed: 5 }] },
      {},
      { why: "no-such-item", item: "tone" },
    ],
    [
      "of an item that did not apply",
      { challenges: [{ item: "solution", proposed: 5 }] },
      { evaluation: anEvaluation({ marks: [{ item: "solution", points: "na" }] }) },
      { why: "not-applicable", item: "solution" },
    ],
    [
      "for points that the form does not have",
      { challenges: [{ item: "greeting", proposed: 11 }] },
      {},
      { why: "no-such-points" },
    ],
    [
      "for no more than there is",
      { challenges: [{ item: "greeting", proposed: 3 }] },
      {},
      { why: "not-more", points: 3 },
    ],
    [
      "of an item that was not let be heard late",
      {},
      { denied: new Map([["greeting", 6]]) },
      { why: "denied", number: 6 },
    ],
    ["of an item under appeal", {}, { open: new Map([["greeting", 7]]) }, { why: "duplicate", first: 7 }],
    ["with 19 characters of reason", { reason: "r".repeat(19) }, {}, { why: "reason-too-short", min: 20, length: 19 }],
    ["with 2,001 characters of reason", { reason: "r".repeat(2001) }, {}, { why: "reason-too-long", length: 2001 }],
  ])("%s is refused", (_, but, on, refusal) => {
    expect(filed(but, on)).toMatchObject({ ok: false, refusal });
  });
});

describe("after a decision", () => {
  const decided = (level: 1 | 2): Partial<Docket> => {
    const first = {
      id: anId(40),
      number: 9,
      level,
      decision: { at: last, by: "panel", items: [] },
    } as unknown as Appeal;
    return { decided: new Map([["greeting", first]]) };
  };
  const evidence = [{ link: "https://example.com/recording" }];
  const later = new Date("2026-03-23T10:00:00Z");

  test("the same item is heard once more, on new evidence, within the days from the decision", () => {
    expect(filed({ evidence }, decided(1), later)).toMatchObject({
      ok: true,
      value: { level: 2, first: anId(40), state: "lead-review" },
    });
    // Nor does it win by the recording's end: it was heard while that was there.
    expect(filed({ evidence }, decided(1), later, { recordingDays: 1 })).toMatchObject({
      value: { state: "lead-review" },
    });
    const late = filed({ evidence }, decided(1), new Date(later.getTime() + 1));
    expect(late).toMatchObject({ ok: true, value: { state: "exception" } });
  });

  test("without anything new it is not, nor a third time, nor together with what was not heard", () => {
    expect(filed({}, decided(1), later)).toMatchObject({ ok: false, refusal: { why: "nothing-new", number: 9 } });
    expect(filed({ evidence }, decided(2), later)).toMatchObject({ ok: false, refusal: { why: "heard-twice" } });
    const challenges = [
      { item: "greeting", proposed: 9 },
      { item: "solution", proposed: 9 },
    ];
    expect(filed({ evidence, challenges }, decided(1), later)).toMatchObject({ refusal: { why: "mixed-levels" } });
  });
});
