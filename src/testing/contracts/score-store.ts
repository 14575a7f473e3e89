import { describe, expect, test } from "vitest";
import type { Scorecard, ScoreStore } from "../../features/scores/index.ts";
import { noSums, type Sums, sumNames, together } from "../../features/scores/sums.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../builders.ts";
import type { Corrected } from "../kept-scores.ts";
import type { DaySums, DueDays, Feed, QueueSums, ScoreFixture } from "../score-store.ts";
import { keptScoresContract } from "./kept-scores.ts";

/** A store that is filled, the way days of it become due afterwards, and what it announced of corrections so far. */
export type Opened = {
  readonly store: ScoreStore;
  readonly touch: (days: DueDays) => Promise<void>;
  readonly corrected: () => Promise<readonly Corrected[]>;
};
export type Open = (fixture: ScoreFixture) => Promise<Opened>;

const card: Scorecard = {
  id: "agents",
  version: 1,
  name: { en: "Agents", "zh-CN": "坐席" },
  for: { role: "agent" },
  state: "live",
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  countsFrom: day("2026-02-01"),
  components: [
    {
      metric: "handle-time",
      weight: 100,
      target: 300,
      floor: 0,
      cap: 100,
      minimumN: 1,
      direction: "lower",
      points: "by-target",
    },
  ],
};

const one = (person: number, on: string, sums: Partial<Sums>, but: Partial<DaySums> = {}): DaySums => ({
  person: anId(person),
  name: `Agent ${person}`,
  site: "harbour",
  team: "blue",
  day: day(on),
  sums,
  ...but,
});
const calls = (handled: number): Partial<Sums> => ({
  handled,
  complaints: 1,
  waitS: handled * 7,
  talkS: handled * 100,
  holdS: 10,
  wrapS: 20,
  handleS2: handled * 12_000,
  csatAnswers: 3,
  csatTop: 2,
  known: handled,
  repeated: 1,
});
const others: Partial<Sums> = {
  monitored: 2,
  monitoredPoints: 171.5,
  monitoredSquares: 14_706.25,
  testCalls: 1,
  testPoints: 90,
  testSquares: 8100,
  complaintsAbout: 1,
  exams: 1,
  examPoints: 80,
  examSquares: 6400,
  examAbsences: 2,
  scheduledDays: 1,
  scheduledS: 28_800,
  inServiceS: 20_000,
  offS: 3600,
  staffedS: 19_000,
  late: 1,
  earlyLeave: 2,
  absences: 3,
  conduct: 4,
  leaveDays: 1,
  scored: 6,
  overturned: 1,
  calibrated: 2,
  gapPoints: 7.5,
  gapSquares: 31.25,
};

const queue = (on: string, name: string, answered: number, but: Partial<QueueSums> = {}): QueueSums => ({
  site: "harbour",
  day: day(on),
  queue: name,
  answered,
  abandoned: 10,
  answeredInTime: answered - 5,
  abandonedInTime: 3,
  ...but,
});

const fixture: ScoreFixture = {
  days: [
    one(1, "2026-03-02", { ...calls(10), ...others }),
    one(1, "2026-03-02", calls(4), { hour: 10, queue: "care" }),
    one(1, "2026-03-03", { ...calls(20), scheduledDays: 1, scheduledS: 3600 }, { hour: 11, project: "night" }),
    one(2, "2026-03-02", calls(5)),
    one(2, "2026-03-09", calls(7), { queue: "care", project: "night" }),
    one(3, "2026-03-02", { testCalls: 1, testPoints: 75, testSquares: 5625 }),
    one(9, "2026-03-02", calls(3), { site: "quay" }),
  ],
  queues: [
    queue("2026-03-02", "sales", 100),
    queue("2026-03-02", "sales", 200, { hour: 10 }),
    queue("2026-03-02", "care", 1000),
    queue("2026-03-02", "back office", 5000),
    queue("2026-03-03", "sales", 10_000),
    queue("2026-03-02", "sales", 50_000, { site: "quay" }),
  ],
  scorecards: [card],
  dataAsOf: new Date("2026-03-09T17:00:00Z"),
};

const of = (person: number, from: string, to = from) => ({ person: anId(person), from: day(from), to: day(to) });
const sums = (some: Partial<Sums>): Sums => ({ ...noSums, ...some });
const march = ["2026-03-01", "2026-03-31"] as const;
const noQueues = { queues: false };

/** Wednesday 4 March 2026 in London, which is over at midnight, and feeds that reach it. */
const midnight = new Date("2026-03-05T00:00:00Z");
const later = (minutes: number) => new Date(midnight.getTime() + minutes * 60_000);
const feed = (but: Partial<Feed> = {}): Feed => ({ site: "harbour", to: day("2026-03-04"), at: later(0), ...but });
const wednesday = { on: day("2026-03-04"), overAt: midnight };

/** What every score store promises, in memory and on the database alike. */
export function scoreStoreContract(name: string, open: Open): void {
  describe(`${name} keeps the contract of score stores`, () => {
    const opened = async (but: Partial<ScoreFixture> = {}) => (await open({ ...fixture, ...but })).store;

    test("sums each group of stretches in their order, contacts and the rest of the day alike", async () => {
      const store = await opened();
      const [first, both, empty, none] = await store.sumsOf(
        [[of(1, "2026-03-02")], [of(1, "2026-03-02", "2026-03-03")], [of(1, "2026-03-04", "2026-03-08")], []],
        noQueues,
      );
      const contacts = {
        handled: 14,
        complaints: 2,
        waitS: 98,
        talkS: 1400,
        holdS: 20,
        wrapS: 40,
        handleS2: 168_000,
        csatAnswers: 6,
        csatTop: 4,
        known: 14,
        repeated: 2,
      };
      expect(first).toEqual(sums({ ...contacts, ...others, daysWorked: 1, people: 1, staff: 1 }));
      expect(both).toEqual(
        together(sums({ ...contacts, ...others, daysWorked: 2, people: 1, staff: 1 }), {
          ...sums(calls(20)),
          scheduledDays: 1,
          scheduledS: 3600,
        }),
      );
      expect(empty).toEqual(noSums);
      expect(none).toEqual(noSums);
      expect(await store.sumsOf([], noQueues)).toEqual([]);
    });

    test("a group's stretches are summed together: days over people, people once, nobody's other days", async () => {
      const store = await opened();
      const [team, apart, silent] = await store.sumsOf(
        [
          [of(1, "2026-03-02"), of(1, "2026-03-03"), of(2, "2026-03-02"), of(3, "2026-03-02")],
          [of(1, "2026-03-03"), of(2, "2026-03-09")],
          [of(3, "2026-03-02")],
        ],
        noQueues,
      );
      expect(team).toMatchObject({ handled: 39, daysWorked: 3, people: 2, staff: 3, testCalls: 2, testPoints: 165 });
      expect(apart).toMatchObject({ handled: 27, daysWorked: 2, people: 2, testCalls: 0 });
      expect(silent).toMatchObject({ handled: 0, daysWorked: 0, people: 0, staff: 1, testCalls: 1 });
    });

    test("one group's days do not run into another's", async () => {
      const store = await opened();
      const groups = [[of(1, ...march)], [of(2, ...march)], [of(1, ...march), of(2, ...march)]];
      const [first, second, both] = await store.sumsOf(groups, noQueues);
      expect(both).toEqual(together(first ?? noSums, second ?? noSums));
    });

    test("queues come when they are asked for: whole, on the days that the group served them, and its own site's", async () => {
      const store = await opened();
      const groups = [
        [of(1, "2026-03-02")],
        [of(2, "2026-03-02")],
        [of(1, "2026-03-02"), of(2, "2026-03-02")],
        [of(1, "2026-03-03")],
        [of(2, "2026-03-09")],
        [of(3, "2026-03-02")],
        [of(9, "2026-03-02")],
      ];
      const answered = (all: readonly Sums[]) => all.map((one) => one.queueAnswered);
      const asked = await store.sumsOf(groups, { queues: true });
      expect(answered(asked)).toEqual([1300, 300, 1300, 10_000, 0, 0, 50_000]);
      expect(asked[1]).toMatchObject({ queueAbandoned: 20, queueAnsweredInTime: 290, queueAbandonedInTime: 6 });
      const unasked = await store.sumsOf(groups, noQueues);
      expect(answered(unasked)).toEqual(groups.map(() => 0));
      const nothing = { queueAnswered: 0, queueAbandoned: 0, queueAnsweredInTime: 0, queueAbandonedInTime: 0 };
      expect(asked.map((one) => ({ ...one, ...nothing }))).toEqual(unasked);
    });

    test("squares that a source did not tell stay unknown wherever they are part of a sum, and nowhere else", async () => {
      const untold = one(1, "2026-03-04", { ...calls(6), handleS2: Number.NaN }, { hour: 15 });
      const store = await opened({ days: [...fixture.days, untold] });
      const groups = [[of(1, "2026-03-04")], [of(1, ...march)], [of(1, "2026-03-02", "2026-03-03")]];
      const found = await store.sumsOf(groups, noQueues);
      expect(found.map((one) => one.handleS2)).toEqual([Number.NaN, Number.NaN, 408_000]);
      expect(found.map((one) => one.handled)).toEqual([6, 40, 34]);
      const site = await store.sumsOfSite("harbour", day(march[0]), day(march[1]));
      expect(new Map(site.map((one) => [one.person, one.sums.handleS2]))).toEqual(
        new Map([
          [anId(1), Number.NaN],
          [anId(2), 144_000],
          [anId(3), 0],
        ]),
      );
      const byHour = await store.sumsBy("hour", [of(1, ...march)]);
      expect(byHour.map((one) => Number.isNaN(one.sums.handleS2))).toEqual([false, false, false, true]);
    });

    test("a site's sums are those of each of its people who has any, and never another site's", async () => {
      const store = await opened();
      for (const [site, from, to, people] of [
        ["harbour", "2026-03-01", "2026-03-31", [1, 2, 3]],
        ["harbour", "2026-03-03", "2026-03-03", [1]],
        ["harbour", "2026-03-04", "2026-03-08", []],
        ["quay", "2026-03-01", "2026-03-31", [9]],
        ["nowhere", "2026-03-01", "2026-03-31", []],
      ] as const) {
        const found = [...(await store.sumsOfSite(site, day(from), day(to)))].sort((a, b) =>
          a.person < b.person ? -1 : 1,
        );
        expect(found.map(({ person }) => person)).toEqual(people.map(anId));
        const each = await store.sumsOf(
          people.map((person) => [of(person, from, to)]),
          noQueues,
        );
        expect(found.map((one) => one.sums)).toEqual(each);
      }
    });

    test("contacts by hour, queue, project or day are in order and sum to the whole", async () => {
      const store = await opened();
      const group = [of(1, ...march), of(2, ...march), of(3, ...march)];
      const [whole = noSums] = await store.sumsOf([group], noQueues);
      const counted = ["daysWorked", "people", "staff"] as const;
      const parts = Object.keys(calls(1)) as (keyof Sums)[];
      for (const [dimension, keys, handled] of [
        ["hour", ["9", "10", "11"], [22, 4, 20]],
        ["queue", ["care", "sales"], [11, 35]],
        ["project", ["main", "night"], [19, 27]],
        ["day", ["2026-03-02", "2026-03-03", "2026-03-09"], [19, 20, 7]],
      ] as const) {
        const slices = await store.sumsBy(dimension, group);
        expect(slices.map((slice) => slice.key)).toEqual(keys);
        expect(slices.map((slice) => slice.sums.handled)).toEqual(handled);
        const all = slices.map((slice) => slice.sums).reduce(together, noSums);
        const rest = sumNames.filter((sum) => !parts.includes(sum) && !counted.some((other) => other === sum));
        expect(all).toMatchObject(Object.fromEntries(parts.map((part) => [part, whole[part]])));
        expect(all).toMatchObject(Object.fromEntries(rest.map((sum) => [sum, 0])));
      }
      const [nine, ten] = await store.sumsBy("hour", group);
      expect([nine?.sums, ten?.sums]).toMatchObject([
        { people: 2, daysWorked: 3 },
        { people: 1, daysWorked: 1 },
      ]);
      expect(await store.sumsBy("queue", [of(3, ...march)])).toEqual([]);
      expect(await store.sumsBy("queue", [])).toEqual([]);
    });

    test("a main project has more than half of the contacts; half is not more", async () => {
      const half = [
        one(4, "2026-03-02", calls(6)),
        one(4, "2026-03-02", calls(6), { project: "night" }),
        one(4, "2026-03-03", calls(1), { project: "night" }),
      ];
      const store = await opened({ days: [...fixture.days, ...half] });
      expect(
        await store.mainProjects([
          [of(1, ...march)],
          [of(1, "2026-03-02")],
          [of(4, "2026-03-02")],
          [of(4, "2026-03-02", "2026-03-03")],
          [of(3, ...march)],
          [of(1, ...march), of(2, ...march)],
          [],
        ]),
      ).toEqual(["night", "main", undefined, "night", undefined, "night", undefined]);
    });

    test("knows the scorecards as they are and the time of the data", async () => {
      const open: Scorecard = { ...card, id: "leads", for: { project: "night" }, state: "shadow", version: 3 };
      const { to: _, ...endless } = open;
      const store = await opened({ scorecards: [card, endless] });
      expect([...(await store.scorecards())].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([card, endless]);
      expect(await store.dataAsOf("harbour")).toEqual(fixture.dataAsOf);
      expect(await (await opened({ days: [], scorecards: [] })).scorecards()).toEqual([]);
    });

    test.each<[feeds: string, feeds: readonly Feed[], isComplete: boolean]>([
      ["none", [], false],
      ["one that reaches the day and came when it was over", [feed()], true],
      ["one that goes beyond it", [feed({ to: day("2026-03-06"), at: later(3000) })], true],
      ["one that came before it was over", [feed({ at: later(-1) })], false],
      ["one that came later and ends before", [feed({ to: day("2026-03-03"), at: later(600) })], false],
      ["one that tells of a moment after it", [feed({ at: later(-60), dataAsOf: later(0) })], true],
      ["one that tells of a moment in it", [feed({ at: later(-60), dataAsOf: later(-1) })], false],
      ["one that was taken back", [feed({ revertedAt: later(60) })], false],
      ["tallies", [feed({ dataset: "tallies" })], true],
      ["evaluations", [feed({ dataset: "evaluations" })], false],
      ["another site's", [feed({ site: "quay" })], false],
    ])("a day's data is complete or not by its feeds: %s", async (_, feeds, isComplete) => {
      const { store } = await open({ days: [], scorecards: [], feeds });
      const other = { site: "quay", on: day("2026-03-20"), overAt: later(30 * 24 * 60) };
      expect(await store.areComplete([other, { site: "harbour", ...wednesday }])).toEqual([false, isComplete]);
      expect(await store.areComplete([])).toEqual([]);
    });

    test("the time of the data is that of the latest feed that stands", async () => {
      const { store } = await open({
        days: [],
        scorecards: [],
        feeds: [
          feed({ dataAsOf: later(-60) }),
          feed({ dataAsOf: later(-30) }),
          feed({ dataAsOf: later(-5), revertedAt: later(0) }),
          feed(),
          feed({ site: "quay", dataAsOf: later(5) }),
        ],
      });
      expect(await store.dataAsOf("harbour")).toEqual(later(-30));
      expect(await store.dataAsOf("nowhere")).toBeUndefined();
    });

    test("knows who is on leave on which day", async () => {
      const away = { leaveDays: 1, scheduledDays: 1 };
      const store = await opened({
        days: [
          one(1, "2026-03-04", away),
          one(1, "2026-03-05", { scheduledDays: 1 }),
          one(2, "2026-03-05", { ...calls(1), ...away }),
        ],
      });
      const asked = [
        { person: anId(2), on: day("2026-03-05") },
        { person: anId(1), on: day("2026-03-05") },
        { person: anId(1), on: day("2026-03-04") },
        { person: anId(2), on: day("2026-03-04") },
        { person: anId(7), on: day("2026-03-04") },
        { person: anId(1), on: day("2026-03-04") },
      ];
      expect(await store.onLeave(asked)).toEqual([true, false, true, false, false, true]);
      expect(await store.onLeave([])).toEqual([]);
    });

    keptScoresContract(open);
  });
}
