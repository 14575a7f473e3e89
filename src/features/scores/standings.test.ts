import { expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { aScorecard } from "../../testing/score-builders.ts";
import { scoresInMemory } from "../../testing/score-store.ts";
import { standings } from "./standings.ts";

const march = { from: day("2026-03-02"), to: day("2026-03-06") };
const before = { from: day("2026-02-23"), to: day("2026-02-27") };
const site = aSite();

const of = (person: number, on: string, sums: object) => ({
  person: anId(person),
  name: `P${person}`,
  site: "leeds",
  team: "north",
  day: day(on),
  sums: { handled: 40, talkS: 12_000, handleS2: 4_000_000, scheduledS: 28_800, scheduledDays: 1, ...sums },
});

const roster = peopleInMemory({
  sites: [site],
  teams: [aTeam(), aTeam({ id: "south", name: "South" })],
  people: [
    // Ana changes teams in the middle of the days.
    aPerson({
      id: anId(1),
      employeeNo: "1001",
      assignments: [anAssignment({ to: day("2026-03-03") }), anAssignment({ team: "south", from: day("2026-03-04") })],
    }),
    aPerson({ id: anId(2), employeeNo: "1002", name: "Bo Lund" }),
    aPerson({ id: anId(3), employeeNo: "1003", name: "Lee Wong", roles: ["lead"], assignments: [] }),
  ],
});
const cards = [aScorecard([{ metric: "handle-time", weight: 100, target: 300 }])];
const days = [
  of(1, "2026-02-24", { inServiceS: 28_800 }),
  of(1, "2026-03-03", { inServiceS: 28_800 }),
  of(1, "2026-03-04", { scheduledS: 9_600, inServiceS: 4_800 }),
  of(2, "2026-03-04", { inServiceS: 14_400 }),
];
const store = scoresInMemory({ scorecards: cards, days });
const asked = standings({ store, roster });

test("a metric alone is a ratio of sums over all the days, whatever team somebody was in", async () => {
  const found = await asked.agents(site, { days: march, before, metric: "attendance" });
  expect(found.map((one) => [one.of.name, one.value, one.before?.value])).toEqual([
    ["Ana Diaz", ((28_800 + 4_800) / 38_400) * 100, 100],
    ["Bo Lund", 50, undefined],
  ]);
});

test("a score is that of the scorecard in force, of agents alone", async () => {
  const found = await asked.agents(site, { days: march });
  expect(found.map((one) => [one.of.name, one.points, one.n])).toEqual([
    ["Ana Diaz", 100, 80],
    ["Bo Lund", 100, 40],
  ]);
});

test("whoever takes calls and is scored as a lead is not held beside agents", async () => {
  const leads = aScorecard([{ metric: "handle-time", weight: 100, target: 300 }], {
    id: "leads",
    for: { role: "lead" },
  });
  const both = {
    ...aPerson({ id: anId(2), employeeNo: "1002", name: "Bo Lund", roles: ["agent", "lead"], assignments: [] }),
  };
  const among = peopleInMemory({ sites: [site], teams: [aTeam()], people: [aPerson({ id: anId(1) }), both] });
  const scored = scoresInMemory({ scorecards: [...cards, leads], days });
  const found = await standings({ store: scored, roster: among }).agents(site, { days: march });
  expect(found.map((one) => one.of.id)).toEqual([anId(1)]);
});

test("a team's stands on the days on which each sat in it, with how many they were", async () => {
  const found = await asked.teams(site, { days: march });
  expect(found.map((one) => [one.of.id, one.n, one.people])).toEqual([
    ["north", 80, 2],
    ["south", 40, 1],
  ]);
});
