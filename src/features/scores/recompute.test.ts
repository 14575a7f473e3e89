import { describe, expect, test } from "vitest";
import { day, type LocalDate } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { only } from "../../testing/score-builders.ts";
import { type DaySums, type DueDays, scoresInMemory } from "../../testing/score-store.ts";
import { reading } from "./reading.ts";
import { recomputing } from "./recompute.ts";
import type { Scorecard } from "./scorecard.ts";
import type { ScoreStore, Stretch } from "./store.ts";

const monday = day("2026-03-09");
const tuesday = day("2026-03-10");
const at = (hour: number) => new Date(Date.UTC(2026, 2, 11, hour));

const marked = (person: number, on: LocalDate, csatTop: number, site = "leeds"): DaySums => ({
  person: anId(person),
  name: `Agent ${person}`,
  site,
  team: "north",
  day: on,
  sums: { handled: 10, csatAnswers: 10, csatTop },
});
const agent = (id: number, site = "leeds") =>
  aPerson({
    id: anId(id),
    employeeNo: `${id}`,
    name: `Agent ${id}`,
    site,
    assignments: [anAssignment({ team: site })],
  });
const lee = aPerson({
  id: anId(9),
  employeeNo: "9",
  name: "Lee Wong",
  roles: ["lead"],
  assignments: [anAssignment({ team: "leeds", seat: "lead" })],
});
const people = [agent(1), agent(2), agent(3), agent(4, "york"), lee];
const cards = [only("csat", 80), only("team-result", 80, {}, { id: "leads", for: { role: "lead" } })];
const everything = [
  ...[1, 2].flatMap((person) => [marked(person, monday, 8), marked(person, tuesday, 6)]),
  marked(4, monday, 5, "york"),
];

const importOf = (batch: string, why = "import") => ({ why, batch, dataset: "csat", file: `${batch}.csv` });
const owed = (person: number | undefined, on: LocalDate, batch: string, but: Partial<DueDays> = {}): DueDays => ({
  site: "leeds",
  ...(person === undefined ? {} : { person: anId(person) }),
  from: on,
  to: on,
  cause: importOf(batch),
  ...but,
});

function house(scorecards: readonly Scorecard[] = cards) {
  const store = scoresInMemory({
    days: everything,
    scorecards,
    people: people.map(({ id, site }) => ({ person: id, site })),
    dataAsOf: at(8),
  });
  const roster = peopleInMemory({
    sites: [aSite(), aSite({ id: "york" })],
    teams: [aTeam({ id: "leeds" }), aTeam({ id: "york", site: "york" })],
    people,
  });
  const kept: string[] = [];
  const spied: ScoreStore = {
    ...store,
    keep: (computed, when) => {
      kept.push(...computed.map(({ person, from }) => `${Number(person.slice(-12))} ${from.slice(5)}`));
      return store.keep(computed, when);
    },
  };
  const made = (of: ScoreStore) => {
    const deps = { store: of, roster, audit: { record: async () => {} } };
    return recomputing(deps, reading(deps));
  };
  /** Puts another number of top marks into somebody's day. */
  const correct = (person: number, on: LocalDate, csatTop: number) => {
    const index = store.days.findIndex((one) => one.person === anId(person) && one.day === on);
    store.days[index] = marked(person, on, csatTop);
  };
  const told = async (person: number, on: LocalDate) =>
    (await store.revisions({ person: anId(person), from: on, to: on })).map((one) => [
      one.reason,
      one.score.points,
      one.cause.batch,
    ]);
  return { store, roster, spied, kept, made, correct, told, ...made(spied) };
}

describe("each night", () => {
  test("the day's score of everybody of a site who has one is kept, however often it runs", async () => {
    const { scoreDay, told, kept, spied } = house();
    expect(await scoreDay("leeds", monday, at(9))).toBe(3);
    expect(kept).toEqual(["1 03-09", "2 03-09", "9 03-09"]);
    expect(await scoreDay("leeds", monday, at(10))).toBe(3);
    for (const person of [1, 2, 9])
      expect(await told(person, monday)).toEqual([["first", expect.closeTo(80, 9), undefined]]);
    expect(await told(3, monday)).toEqual([]);
    expect(await told(4, monday)).toEqual([]);
    expect(await spied.revisions({ person: anId(1), from: tuesday, to: tuesday })).toEqual([]);
  });

  test("it is the score that somebody who asks would see", async () => {
    const { scoreDay, store, roster } = house();
    await scoreDay("leeds", tuesday, at(9));
    const desks = reading({ store, roster, audit: { record: async () => {} } });
    const desk = await desks.deskOf("leeds");
    const of = { person: anId(1), from: tuesday, to: tuesday };
    const [asked] = await desk.results([{ subject: desks.ofPerson(agent(1)), from: tuesday, to: tuesday }]);
    if (asked === undefined) throw new Error("no result of Tuesday");
    const { score, shared, scorecard } = asked;
    const kept = await store.keep([{ ...of, score, shared, scorecard: scorecard.id, version: 1 }], at(10));
    expect(kept).toMatchObject([{ revision: 1, at: at(9) }]);
  });
});

describe("after a correction", () => {
  async function scored(scorecards = cards) {
    const made = house(scorecards);
    for (const on of [monday, tuesday]) await made.scoreDay("leeds", on, at(9));
    await made.scoreDay("york", monday, at(9));
    made.kept.length = 0;
    return made;
  }

  test("exactly the scores that stand on it are computed again, with what brought it about", async () => {
    const { recompute, correct, store, kept, told } = await scored();
    correct(1, monday, 9);
    store.touch(owed(1, monday, "b1"));
    expect(await recompute(at(10))).toBe(2);
    expect(kept).toEqual(["1 03-09", "9 03-09"]);
    expect(await told(1, monday)).toEqual([
      ["first", 80, undefined],
      ["data", 90, "b1"],
    ]);
    expect(await told(9, monday)).toEqual([
      ["first", 80, undefined],
      ["data", 85, "b1"],
    ]);
    expect(await told(2, monday)).toHaveLength(1);
    expect(await told(1, tuesday)).toHaveLength(1);
    expect((await store.changes("leeds", at(9))).map(({ person, before, after }) => [person, before, after])).toEqual([
      [anId(1), 80, 90],
      [anId(9), 80, 85],
    ]);
  });

  test("periods of every length that hold the day are put right, up to the day it is", async () => {
    const { recompute, correct, store, made } = await scored();
    const week: Stretch = { person: anId(1), from: monday, to: day("2026-03-15") };
    const before: Stretch = { person: anId(1), from: day("2026-03-02"), to: day("2026-03-08") };
    const [{ score } = { score: undefined }] = await store.revisions({ person: anId(1), from: monday, to: monday });
    if (score === undefined) throw new Error("Monday was not scored");
    await store.keep(
      [week, before].map((of) => ({ ...of, scorecard: "agents", version: 1, score, shared: false })),
      at(9),
    );
    correct(1, tuesday, 10);
    store.days.push(marked(1, day("2026-03-12"), 0));
    store.touch(owed(1, tuesday, "b1"));
    await recompute(at(10));
    // 8 and 10 of ten; Thursday has not come yet.
    expect((await store.revisions(week)).map((one) => one.score.points)).toEqual([80, 90]);
    expect(await store.revisions(before)).toHaveLength(1);
    expect(await made(store).recompute(at(11))).toBe(0);
  });

  test("running it again changes nothing, also after it fell over half-way", async () => {
    const { recompute, made, correct, store, spied, told } = await scored();
    correct(1, monday, 9);
    store.touch(owed(1, monday, "b1"));
    const broken: ScoreStore = {
      ...spied,
      settle: async () => {
        throw new Error("the connection was lost");
      },
    };
    await expect(made(broken).recompute(at(10))).rejects.toThrow("lost");
    const once = await told(1, monday);
    expect(once).toHaveLength(2);
    expect(await recompute(at(11))).toBe(2);
    expect(await recompute(at(12))).toBe(0);
    expect(await told(1, monday)).toEqual(once);
    expect(await store.sitesDue()).toEqual([]);
  });

  test("what fell due but came out the same is no revision", async () => {
    const { recompute, store, told } = await scored();
    store.touch(owed(1, monday, "b1"));
    expect(await recompute(at(10))).toBe(2);
    expect(await told(1, monday)).toHaveLength(1);
    expect(await store.changes("leeds", at(0))).toEqual([]);
  });

  test("an import that is withdrawn ends as before, and both steps stay readable", async () => {
    const { recompute, correct, store, told } = await scored();
    const [first] = await store.revisions({ person: anId(1), from: monday, to: monday });
    correct(1, monday, 2);
    store.touch(owed(1, monday, "b1"));
    await recompute(at(10));
    correct(1, monday, 8);
    store.touch(owed(1, monday, "b1", { cause: importOf("b1", "withdrawal") }));
    await recompute(at(11));
    const all = await store.revisions({ person: anId(1), from: monday, to: monday });
    expect(all.at(-1)?.score).toEqual(first?.score);
    expect(all.map((one) => one.cause.why)).toEqual([undefined, "import", "withdrawal"]);
    expect((await told(9, monday)).map(([, points]) => points)).toEqual([80, 50, 80]);
  });

  test("a score that has lost all its inputs becomes a revision of nothing", async () => {
    const { recompute, store } = await scored();
    store.days.splice(
      store.days.findIndex((one) => one.person === anId(1) && one.day === monday),
      1,
    );
    store.touch(owed(1, monday, "b1"));
    await recompute(at(10));
    const all = await store.revisions({ person: anId(1), from: monday, to: monday });
    expect(all.map(({ score: { standing, n } }) => [standing, n])).toEqual([
      ["firm", 10],
      ["none", 0],
    ]);
  });

  test("one site at a time, or all that have something due", async () => {
    const { recompute, store, kept } = await scored();
    store.touch(owed(4, monday, "b1", { site: "york" }));
    store.touch(owed(2, tuesday, "b2"));
    expect(await recompute(at(10), "leeds")).toBe(2);
    expect(kept).toEqual(["2 03-10", "9 03-10"]);
    expect(await store.sitesDue()).toEqual(["york"]);
    expect(await recompute(at(11))).toBe(1);
    expect(kept.slice(2)).toEqual(["4 03-09"]);
    expect(await recompute(at(12), "leeds")).toBe(0);
  });

  test("many are computed and kept a batch at a time, none left out", async () => {
    const { recompute, store, spied, made } = await scored();
    const days = Array.from({ length: 2_005 }, (_, index) => {
      const on = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      return { person: anId(2), from: day(on), to: tuesday };
    });
    const [{ score } = { score: undefined }] = await store.revisions({ person: anId(2), from: monday, to: monday });
    if (score === undefined) throw new Error("Monday was not scored");
    await store.keep(
      days.map((of) => ({ ...of, scorecard: "agents", version: 1, score, shared: false })),
      at(9),
    );
    store.touch(owed(2, tuesday, "b1"));
    const batches: number[] = [];
    const counting: ScoreStore = {
      ...spied,
      keep: (computed, when) => {
        batches.push(computed.length);
        return store.keep(computed, when);
      },
    };
    expect(await made(counting).recompute(at(10))).toBe(2_007);
    expect(batches).toEqual([2_000, 7]);
    expect(await recompute(at(11))).toBe(0);
  });
});
