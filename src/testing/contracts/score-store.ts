import { describe, expect, test } from "vitest";
import { noSums } from "../../features/scores/domain.ts";
import type { Computed, Scorecard, ScoreStore } from "../../features/scores/index.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../builders.ts";
import type { DaySums, ScoreFixture } from "../score-store.ts";

const card: Scorecard = {
  id: "agents",
  version: 1,
  name: { en: "Agents", "zh-CN": "坐席" },
  for: { role: "agent" },
  state: "live",
  from: day("2026-01-01"),
  components: [{ metric: "handle-time", weight: 100, target: 300, direction: "lower", cap: 100 }],
};

const worked = (person: number, on: string, handled: number, team = "blue"): DaySums => ({
  person: anId(person),
  name: `Agent ${person}`,
  site: "harbour",
  team,
  day: day(on),
  sums: { handled, complaints: 1, talkS: handled * 100, holdS: 10, wrapS: 20, handleS2: handled * 12_000 },
});

const fixture: ScoreFixture = {
  days: [
    worked(1, "2026-03-02", 10),
    worked(1, "2026-03-03", 20),
    worked(2, "2026-03-02", 5),
    worked(2, "2026-03-09", 7, "green"),
    worked(3, "2026-03-02", 0),
  ],
  scorecards: [card],
  dataAsOf: new Date("2026-03-09T17:00:00Z"),
};

const first = day("2026-03-02");
const second = day("2026-03-03");
const made: Computed = {
  person: anId(1),
  from: first,
  to: first,
  scorecard: "agents",
  version: 1,
  score: { points: 81.25, n: 10, standing: "firm", lines: [] },
  dataAsOf: new Date("2026-03-02T17:00:00Z"),
};
const at = new Date("2026-03-10T09:00:00Z");

/** What every score store promises, in memory and on the database alike. */
export function scoreStoreContract(name: string, open: (fixture: ScoreFixture) => Promise<ScoreStore>): void {
  describe(`${name} keeps the contract of score stores`, () => {
    test("sums a person's days over each stretch, and nothing is zero", async () => {
      const store = await open(fixture);
      const sums = await store.sumsOf(anId(1), [
        { from: first, to: second },
        { from: second, to: second },
        { from: day("2026-03-04"), to: day("2026-03-05") },
      ]);
      expect(sums).toEqual([
        { handled: 30, complaints: 2, talkS: 3000, holdS: 20, wrapS: 40, handleS2: 360_000, daysWorked: 2, people: 1 },
        { handled: 20, complaints: 1, talkS: 2000, holdS: 10, wrapS: 20, handleS2: 240_000, daysWorked: 1, people: 1 },
        noSums,
      ]);
    });

    test("counts a team's people on the days they sat in it", async () => {
      const store = await open(fixture);
      const blue = await store.sumsOfTeam("blue", first, day("2026-03-31"));
      expect(blue.map((one) => [one.name, one.sums.handled]).sort()).toEqual([
        ["Agent 1", 30],
        ["Agent 2", 5],
      ]);
      const green = await store.sumsOfTeam("green", first, day("2026-03-31"));
      expect(green.map((one) => [one.name, one.sums.handled])).toEqual([["Agent 2", 7]]);
    });

    test("sums everybody of a site who handled a contact", async () => {
      const store = await open(fixture);
      const found = await store.sumsOfSite("harbour", first, first);
      expect(found.map((one) => [one.person, one.sums.handled]).sort()).toEqual([
        [anId(1), 10],
        [anId(2), 5],
      ]);
    });

    test("knows the scorecards and the time of the data", async () => {
      const store = await open(fixture);
      expect(await store.scorecards()).toEqual([card]);
      expect(await store.dataAsOf("harbour")).toEqual(fixture.dataAsOf);
      expect(await (await open({ ...fixture, days: [], scorecards: [] })).scorecards()).toEqual([]);
    });

    test("keeps a score once while it stays the same, and each change as a revision with its reason", async () => {
      const store = await open(fixture);
      const keep = async (one: Computed) =>
        (await store.keep([one], at)).map(({ revision, reason }) => `${revision} ${reason}`);
      expect(await keep(made)).toEqual(["1 first"]);
      expect(await keep({ ...made, dataAsOf: at })).toEqual(["1 first"]);
      const corrected = { ...made, score: { ...made.score, points: 90.125 } };
      expect(await keep(corrected)).toEqual(["2 data"]);
      expect(await keep(corrected)).toEqual(["2 data"]);
      expect(await keep({ ...corrected, version: 2 })).toEqual(["3 scorecard"]);
    });

    test("keeps many at once, answers in their order, and nothing for nothing", async () => {
      const store = await open(fixture);
      const other = { ...made, person: anId(2) };
      expect(await store.keep([], at)).toEqual([]);
      await store.keep([other], at);
      const kept = await store.keep([made, { ...other, score: { ...other.score, n: 11 } }], at);
      expect(kept.map((one) => [one.person, one.revision])).toEqual([
        [anId(1), 1],
        [anId(2), 2],
      ]);
    });

    test("the same score kept by two at one instant is one revision", async () => {
      const store = await open(fixture);
      const all = await Promise.all(Array.from({ length: 8 }, () => store.keep([made], at)));
      expect(all.map(([one]) => one?.revision)).toEqual(Array.from({ length: 8 }, () => 1));
    });
  });
}
