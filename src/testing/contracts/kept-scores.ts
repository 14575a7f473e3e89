import { expect, test } from "vitest";
import type { Computed } from "../../features/scores/index.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../builders.ts";
import type { DueDays } from "../score-store.ts";
import type { Open } from "./score-store.ts";

const whole = (points: number): Computed["score"] => ({ points, n: 10, standing: "firm", atTarget: 100, parts: [] });
const made = (person: number, but: Partial<Computed> = {}): Computed => ({
  person: anId(person),
  from: day("2026-03-02"),
  to: day("2026-03-02"),
  scorecard: "agents",
  version: 1,
  score: whole(81.25),
  shared: false,
  dataAsOf: new Date("2026-03-02T17:00:00Z"),
  ...but,
});
const over = (from: string, to: string) => ({ from: day(from), to: day(to) });
const cause = (batch: string) => ({ why: "import", batch, dataset: "csat", file: `${batch}.csv` });
const owed = (from: string, to: string, batch: string, but: Partial<DueDays> = {}): DueDays => ({
  site: "harbour",
  ...over(from, to),
  cause: cause(batch),
  ...but,
});

const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute));
const people = [
  ...[1, 2, 3].map((person) => ({ person: anId(person), site: "harbour" })),
  { person: anId(9), site: "quay" },
];

/** What every score store promises of the scores it keeps and of what is due. */
export function keptScoresContract(open: Open): void {
  const opened = (due: readonly DueDays[] = []) => open({ days: [], scorecards: [], people, due });

  test("keeps a score once while it stays the same, and each change as a revision with its reason and cause", async () => {
    const { store } = await opened();
    const keep = async (one: Computed, minute: number) =>
      (await store.keep([one], at(minute))).map(({ revision, reason, at: when }) => [revision, reason, when]);
    expect(await keep(made(1, { cause: cause("b0") }), 1)).toEqual([[1, "first", at(1)]]);
    expect(await keep(made(1, { dataAsOf: at(2), cause: cause("b1") }), 2)).toEqual([[1, "first", at(1)]]);
    expect(await keep(made(1, { score: whole(90.125), cause: cause("b2") }), 3)).toEqual([[2, "data", at(3)]]);
    expect(await keep(made(1, { score: whole(90.125) }), 4)).toEqual([[2, "data", at(3)]]);
    expect(await keep(made(1, { score: whole(90.125), version: 2 }), 5)).toEqual([[3, "scorecard", at(5)]]);
    expect(await keep(made(1, { score: whole(70), version: 2, scorecard: "night" }), 6)).toEqual([
      [4, "scorecard", at(6)],
    ]);
    expect(await keep(made(1, { score: whole(81.25) }), 7)).toEqual([[5, "scorecard", at(7)]]);
    const all = await store.revisions(made(1));
    expect(all.map((one) => [one.revision, one.scorecard, one.version, one.score.points, one.cause])).toEqual([
      [1, "agents", 1, 81.25, {}],
      [2, "agents", 1, 90.125, cause("b2")],
      [3, "agents", 2, 90.125, {}],
      [4, "night", 2, 70, {}],
      [5, "agents", 1, 81.25, {}],
    ]);
    expect(all[0]).toEqual({
      person: anId(1),
      revision: 1,
      reason: "first",
      cause: {},
      at: at(1),
      scorecard: "agents",
      version: 1,
      score: whole(81.25),
    });
  });

  test("a computation that began before the latest was made does not take its place", async () => {
    const { store } = await opened();
    const keep = async (points: number, minute: number) =>
      (await store.keep([made(1, { score: whole(points) })], at(minute))).map(({ revision }) => revision);
    expect(await keep(80, 1)).toEqual([1]);
    expect(await keep(90, 3)).toEqual([2]);
    expect(await keep(80, 2)).toEqual([2]);
    expect((await store.revisions(made(1))).map(({ score }) => score.points)).toEqual([80, 90]);
    expect(await keep(85, 3)).toEqual([3]);
  });

  test("every revision after the first is announced with its score, in the same moment", async () => {
    const { store, corrected } = await opened();
    const month = made(1, over("2026-03-01", "2026-03-31"));
    await store.keep([made(1), made(2), made(9), month], at(1));
    expect(await corrected()).toEqual([]);
    await store.keep([made(1), made(2, { score: whole(82) }), made(3)], at(2));
    const told = (person: number, site: string, stretch = over("2026-03-02", "2026-03-02")) => ({
      is: "score-corrected",
      site,
      person: anId(person),
      ...stretch,
    });
    expect(await corrected()).toEqual([told(2, "harbour")]);
    await store.keep([made(2, { score: whole(83) })], at(1));
    expect(await corrected()).toEqual([told(2, "harbour")]);
    await store.keep([made(9, { version: 2 })], at(3));
    await store.keep([{ ...month, score: whole(70) }], at(4));
    expect(await corrected()).toEqual([
      told(2, "harbour"),
      told(9, "quay"),
      told(1, "harbour", over("2026-03-01", "2026-03-31")),
    ]);
  });

  test("the revision that stands of each score is found in their order, none where none was kept", async () => {
    const { store } = await opened();
    await store.keep([made(1), made(2)], at(1));
    await store.keep([made(1, { score: whole(90), cause: cause("b1") })], at(2));
    const found = await store.latest([made(3), made(1), made(2), made(1, over("2026-03-02", "2026-03-03"))]);
    expect(found.map((one) => one && [one.person, one.revision, one.score.points])).toEqual([
      undefined,
      [anId(1), 2, 90],
      [anId(2), 1, 81.25],
      undefined,
    ]);
    expect(found[1]).toEqual((await store.revisions(made(1))).at(-1));
    expect(await store.latest([])).toEqual([]);
  });

  test("a difference beyond six decimals is none", async () => {
    const { store } = await opened();
    await store.keep([made(1, { score: whole(100 / 3) })], at(1));
    const kept = await store.keep([made(1, { score: whole(100 / 3 + 4e-8) })], at(2));
    expect(kept).toMatchObject([{ revision: 1, reason: "first" }]);
    expect(await store.keep([made(1, { score: whole(33.333335) })], at(3))).toMatchObject([{ revision: 2 }]);
    expect((await store.revisions(made(1))).map((one) => one.score.points)).toEqual([33.333333, 33.333335]);
  });

  test("each person and period has revisions of its own", async () => {
    const { store } = await opened();
    await store.keep([made(1)], at(1));
    const week = made(1, { ...over("2026-03-02", "2026-03-08"), score: whole(50) });
    expect(await store.keep([week, made(2)], at(2))).toMatchObject([
      { person: anId(1), revision: 1, reason: "first" },
      { person: anId(2), revision: 1, reason: "first" },
    ]);
    expect((await store.revisions(week)).map((one) => one.score.points)).toEqual([50]);
    expect(await store.revisions(made(3))).toEqual([]);
  });

  test("keeps many at once, answers in their order, and nothing for nothing", async () => {
    const { store } = await opened();
    expect(await store.keep([], at(0))).toEqual([]);
    await store.keep([made(2)], at(1));
    const kept = await store.keep([made(3), made(1), made(2, { score: whole(11) })], at(2));
    expect(kept.map((one) => [one.person, one.revision])).toEqual([
      [anId(3), 1],
      [anId(1), 1],
      [anId(2), 2],
    ]);
  });

  test("the same score kept by several at one instant is one revision", async () => {
    const { store } = await opened();
    const all = await Promise.all(Array.from({ length: 8 }, () => store.keep([made(1)], at(1))));
    expect(all.map(([one]) => one?.revision)).toEqual(Array.from({ length: 8 }, () => 1));
    expect(await store.revisions(made(1))).toHaveLength(1);
  });

  test("tells corrections after a moment, the latest first, of one site, and of one batch when asked", async () => {
    const { store } = await opened();
    await store.keep([made(1), made(2), made(9)], at(1));
    await store.keep([made(1, { score: whole(82), cause: cause("b1") })], at(2));
    await store.keep(
      [1, 2, 9].map((person) => made(person, { score: whole(83), cause: cause("b2") })),
      at(3),
    );
    const told = async (...asked: Parameters<typeof store.changes>) =>
      (await store.changes(...asked)).map((one) => [one.person, one.revision, one.before, one.after, one.cause.batch]);
    const latest = [
      [anId(1), 3, 82, 83, "b2"],
      [anId(2), 2, 81.25, 83, "b2"],
    ];
    const first = [anId(1), 2, 81.25, 82, "b1"];
    expect(await told("harbour", at(0))).toEqual([...latest, first]);
    expect(await told("harbour", at(1))).toEqual([...latest, first]);
    expect(await told("harbour", at(2))).toEqual(latest);
    expect(await told("harbour", at(3))).toEqual([]);
    expect(await told("harbour", at(0), "b1")).toEqual([first]);
    expect(await told("harbour", at(0), "b3")).toEqual([]);
    expect(await told("quay", at(0))).toEqual([[anId(9), 2, 81.25, 83, "b2"]]);
    expect((await store.changes("harbour", at(0), "b1"))[0]).toEqual({
      person: anId(1),
      ...over("2026-03-02", "2026-03-02"),
      revision: 2,
      reason: "data",
      cause: cause("b1"),
      at: at(2),
      before: 81.25,
      after: 82,
    });
  });

  const day2 = made(1);
  const day3 = made(1, over("2026-03-03", "2026-03-03"));
  const week = made(1, over("2026-03-02", "2026-03-08"));
  const other = made(2, over("2026-03-02", "2026-03-08"));
  const led = made(3, { ...over("2026-03-01", "2026-03-31"), shared: true });
  const ledDay = made(3, { ...over("2026-03-04", "2026-03-04"), shared: true });
  const away = made(9, { ...over("2026-03-01", "2026-03-31"), shared: true });
  const everything = [day2, day3, week, other, led, ledDay, away];
  const ofStretch = ({ person, from, to }: Computed, batch: string) => ({ person, from, to, cause: cause(batch) });
  const mine = { person: anId(1) };

  test.each<[string, readonly DueDays[], readonly ReturnType<typeof ofStretch>[]]>([
    ["nothing where nothing is due", [], []],
    [
      "a person's own over the days, and what is shared over them",
      [owed("2026-03-03", "2026-03-03", "b1", mine)],
      [week, day3, led].map((one) => ofStretch(one, "b1")),
    ],
    [
      "the first day and the last day of the period",
      [owed("2026-02-01", "2026-03-02", "b1", mine), owed("2026-03-08", "2026-03-20", "b2", mine)],
      [ofStretch(day2, "b1"), ofStretch(week, "b2"), ofStretch(led, "b2")],
    ],
    [
      "only what is shared, when a queue's day is due",
      [owed("2026-03-04", "2026-03-04", "b1")],
      [led, ledDay].map((one) => ofStretch(one, "b1")),
    ],
    ["none that ended before or began after", [owed("2026-04-01", "2026-04-02", "b1", mine)], []],
    [
      "their own latest cause before a later one of others",
      [owed("2026-03-04", "2026-03-05", "b1", mine), owed("2026-03-05", "2026-03-06", "b2", { person: anId(2) })],
      [ofStretch(week, "b1"), ofStretch(other, "b2"), ofStretch(led, "b2"), ofStretch(ledDay, "b1")],
    ],
    [
      "never another site's",
      [owed("2026-03-01", "2026-03-31", "b1", { site: "quay" }), owed("2026-03-08", "2026-03-08", "b2", mine)],
      [ofStretch(week, "b2"), ofStretch(led, "b2")],
    ],
  ])("stale are exactly those that stand on what is due: %s", async (_, due, expected) => {
    const { store } = await opened(due);
    await store.keep(everything, at(1));
    const found = await store.due("harbour");
    expect(found.stale).toEqual(expected);
    expect(found.due.map((one) => one.cause)).toEqual(
      due.filter(({ site }) => site === "harbour").map((one) => one.cause),
    );
  });

  test("a score of several revisions is stale once", async () => {
    const { store } = await opened([owed("2026-03-02", "2026-03-02", "b1", mine)]);
    await store.keep([day2], at(1));
    await store.keep([{ ...day2, score: whole(1) }], at(2));
    expect((await store.due("harbour")).stale).toHaveLength(1);
  });

  test("what is settled is due no more; what came meanwhile still is", async () => {
    const { store, touch } = await opened([owed("2026-03-02", "2026-03-02", "b1", mine)]);
    await store.keep([day2, away], at(1));
    expect(await store.sitesDue()).toEqual(["harbour"]);
    const before = await store.due("harbour");
    await touch(owed("2026-03-02", "2026-03-03", "b2", mine));
    await touch(owed("2026-03-02", "2026-03-03", "b3", { site: "quay" }));
    await store.settle(before.due);
    await store.settle([]);
    expect(await store.due("harbour")).toMatchObject({ due: [{ cause: cause("b2") }], stale: [ofStretch(day2, "b2")] });
    expect(await store.sitesDue()).toEqual(["harbour", "quay"]);
    expect((await store.due("quay")).stale).toEqual([ofStretch(away, "b3")]);
    await store.settle((await store.due("harbour")).due);
    expect(await store.due("harbour")).toEqual({ due: [], stale: [] });
    expect(await store.sitesDue()).toEqual(["quay"]);
  });
}
