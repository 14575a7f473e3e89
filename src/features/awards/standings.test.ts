import { expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { awardsInMemory } from "../../testing/award-store.ts";
import { anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { aScorecard } from "../../testing/score-builders.ts";
import { scoresInMemory } from "../../testing/score-store.ts";
import { standings } from "../scores/index.ts";
import { proposing } from "./proposing.ts";
import { awardsConfig } from "./rules.ts";

/** Four agents who talk for so many seconds a call, on Friday and in the week before it. */
const talked = [
  [1, 300, 420],
  [2, 360, 330],
  [3, 420, 420],
  [4, 480, 480],
] as const;
const of = (person: number, on: string, seconds: number) => ({
  person: anId(person),
  name: `P${person}`,
  site: "leeds",
  team: "north",
  day: day(on),
  sums: {
    handled: 40,
    talkS: 40 * seconds,
    handleS2: 40 * seconds * seconds * 1.001,
    scheduledS: 28_800,
    scheduledDays: 12,
    inServiceS: person === 4 ? 28_000 : 28_500,
  },
});

function house() {
  const roster = peopleInMemory({
    sites: [aSite()],
    teams: [aTeam()],
    people: talked.map(([id]) => aPerson({ id: anId(id), employeeNo: `${id}`, name: `P${id}` })),
  });
  const scores = scoresInMemory({
    scorecards: [aScorecard([{ metric: "handle-time", weight: 100, target: 250 }])],
    days: talked.flatMap(([id, now, before]) => [of(id, "2026-03-06", now), of(id, "2026-02-06", before)]),
  });
  const store = awardsInMemory();
  let ids = 0;
  const door = proposing({
    store,
    roster,
    rules: async () => awardsConfig.parse({}),
    standings: standings({ store: scores, roster }),
    changes: scores.changes,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  });
  const told = () =>
    store
      .all()
      .map(({ rule, winners, from, to }) => [rule, from, to, winners.map((one) => one.of.id.slice(-1)).join()]);
  return { door, store, told };
}

test("the best of the last workday, by the scores that stand", async () => {
  const { door, store, told } = house();
  expect(await door.propose("leeds", "day", new Date("2026-03-09T09:30:00Z"))).toBe(1);
  expect(told()).toEqual([["daily-best", "2026-03-06", "2026-03-06", "1"]]);
  expect(store.all()[0]?.winners[0]).toMatchObject({ figure: (250 / 300) * 100, n: 40 });
});

test("the best of the month, whoever rose most, and everybody who was there", async () => {
  const { door, store, told } = house();
  expect(await door.propose("leeds", "month", new Date("2026-04-03T10:00:00Z"))).toBe(3);
  expect(told()).toEqual([
    ["monthly-best", "2026-03-01", "2026-03-31", "1"],
    ["most-improved", "2026-03-01", "2026-03-31", "1"],
    ["attendance", "2026-03-01", "2026-03-31", "1,2,3"],
  ]);
  const [, improved, attendance] = store.all();
  expect(improved?.winners[0]?.figure).toBeCloseTo((250 / 300 - 250 / 420) * 100, 9);
  expect(attendance?.winners[0]?.figure).toBeCloseTo((28_500 / 28_800) * 100, 9);
});

test("one team alone is not the best", async () => {
  const { door, told } = house();
  expect(await door.propose("leeds", "week", new Date("2026-03-09T09:30:00Z"))).toBe(0);
  expect(told()).toEqual([]);
});
