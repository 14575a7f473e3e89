import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { aScorecard } from "../../testing/score-builders.ts";
import { type DaySums, scoresInMemory } from "../../testing/score-store.ts";
import type { Person } from "../people/domain.ts";
import { reading } from "./reading.ts";
import type { Scorecard } from "./scorecard.ts";
import { trialReports } from "./trial.ts";

const live = aScorecard([
  { metric: "csat", weight: 50, target: 80 },
  { metric: "training", weight: 50, target: 80 },
]);
/** Training counts for less, and for that attendance counts. */
const trial = (but: Partial<Scorecard> = {}) =>
  aScorecard(
    [
      { metric: "csat", weight: 50, target: 80 },
      { metric: "training", weight: 20, target: 80 },
      { metric: "attendance", weight: 30, target: 95, mode: "deductions" },
    ],
    { version: 2, state: "shadow", countsFrom: day("2026-04-01"), ...but },
  );

const worked = (person: number, examPoints: number, late: number, site = "leeds"): DaySums => ({
  person: anId(person),
  name: `Agent ${person}`,
  site,
  team: "north",
  day: day("2026-03-09"),
  sums: { handled: 10, csatAnswers: 10, csatTop: 8, exams: 1, examPoints, scheduledDays: 1, late },
});
const agent = (id: number, but: Partial<Person> = {}) =>
  aPerson({ id: anId(id), employeeNo: `${id}`, name: `Agent ${id}`, assignments: [anAssignment()], ...but });
const sam = aPerson({ id: anId(50), employeeNo: "50", name: "Sam Reid", roles: ["supervisor"], assignments: [] });
const people = [agent(1), agent(2), agent(3), agent(4), sam];

function compared(cards: readonly Scorecard[], days: readonly DaySums[], more: readonly Person[] = []) {
  const store = scoresInMemory({ days, scorecards: cards });
  const roster = peopleInMemory({
    sites: [aSite(), aSite({ id: "york" })],
    teams: [aTeam(), aTeam({ id: "south" })],
    people: [...people, ...more],
  });
  const deps = { store, roster, audit: { record: async () => {} } };
  const made = trialReports(deps, reading(deps));
  const asked = {
    viewer: sam.id,
    period: { is: "week", from: day("2026-03-09"), to: day("2026-03-15") },
    at: new Date("2026-03-13T12:00:00Z"),
    today: day("2026-03-13"),
  } as const;
  return { ...made, asked, compare: (id = "agents") => made.compare({ ...asked, isNamed: true, id }), store };
}

describe("a trial beside the scorecard that counts", () => {
  const days = [worked(1, 20, 0), worked(2, 90, 20), worked(3, 80, 9), worked(4, 80, 0)];

  test("tells who would move by more than five points, the largest first, and which metric moves them most", async () => {
    const report = await compared([live, trial()], days).compare();
    if (!report.ok) throw new Error(report.refusal.why);
    const moves = report.value.moves.map(({ name, live: before, trial: after, because }) => [
      name,
      Math.round(before),
      Math.round(after),
      because?.metric,
      Math.round(because?.by ?? 0),
    ]);
    // 40 + 10 → 40 + 4 + 30; 40 + 45 → 40 + 18 + 18; 40 + 40 → 40 + 16 + 30, by 6; 40 + 40 → 40 + 16 + 24.6, by 0.6
    expect(moves).toEqual([
      ["Agent 1", 50, 74, "attendance", 15],
      ["Agent 2", 85, 76, "attendance", -7],
      ["Agent 4", 80, 86, "attendance", 6],
    ]);
    expect(report.value).toMatchObject({ compared: 4, trial: { id: "agents", version: 2 } });
    expect(report.value.meanMove).toBeCloseTo((24 - 9 + 0.6 + 6) / 4, 9);
  });

  test("five points are not more than five", async () => {
    const even = trial({
      components: aScorecard([
        { metric: "csat", weight: 50, target: 80 },
        { metric: "training", weight: 25, target: 80 },
        { metric: "attendance", weight: 25, target: 95, mode: "deductions" },
      ]).components,
    });
    const moved = async (examPoints: number) => {
      const report = await compared([live, even], [worked(1, examPoints, 5)]).compare();
      return report.ok ? report.value.moves.length : undefined;
    };
    // 40 + 35 = 75 → 40 + 17.5 + 22.5 = 80; with one point less in the exam it is a quarter more.
    expect([await moved(70), await moved(69)]).toEqual([0, 1]);
  });

  test("counts for nothing: nothing is kept, and what counts stays as it is", async () => {
    const { compare, store, scorecards, asked } = compared([live, trial()], days);
    await compare();
    const stretch = { person: anId(1), from: day("2026-03-09"), to: day("2026-03-15") };
    expect(await store.revisions(stretch)).toEqual([]);
    const { live: counting, trials } = await scorecards(asked);
    expect(counting.map(({ version }) => version)).toEqual([1]);
    expect(trials.map(({ version }) => version)).toEqual([2]);
  });

  test("a trial under a name of its own is held against the scorecard that counts for the same people", async () => {
    const report = await compared([live, trial({ id: "agents-new", version: 1 })], days).compare("agents-new");
    expect(report).toMatchObject({ value: { compared: 4, moves: [{ live: 50, trial: 74 }, {}, {}] } });
  });

  test("compares only those whom it would be for, at the viewer's own site, still there and with results in both", async () => {
    const south = agent(5, { assignments: [anAssignment({ team: "south" })] });
    const away = agent(6, { site: "york" });
    const left = agent(7, { leftOn: day("2026-03-12") });
    const more = [worked(5, 20, 0), worked(6, 20, 0, "york"), worked(7, 20, 0)];
    const cards = [
      live,
      trial(),
      aScorecard([{ metric: "csat", weight: 100, target: 80 }], { id: "south", for: { team: "south" } }),
    ];
    const report = await compared(cards, [worked(1, 20, 0), ...more], [south, away, left]).compare();
    expect(report).toMatchObject({ value: { compared: 1, moves: [{ person: anId(1) }] } });
  });

  test("is refused where there is no such trial, or nobody to compare", async () => {
    expect(await compared([live], days).compare()).toMatchObject({ refusal: { why: "no-trial" } });
    expect(await compared([live, trial({ state: "draft" })], days).compare()).toMatchObject({
      refusal: { why: "no-trial" },
    });
    expect(await compared([live, trial()], days).compare("leads")).toMatchObject({ refusal: { why: "no-trial" } });
    expect(await compared([live, trial()], []).compare()).toMatchObject({
      refusal: { why: "nothing-to-compare", name: trial().name },
    });
  });
});
