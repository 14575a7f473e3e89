import { describe, expect, test } from "vitest";
import type { Chart } from "../../chat/chart.ts";
import { plainView } from "../../chat/plain.ts";
import type { Locale } from "../../kernel/locale.ts";
import { addDays, day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { aScorecard } from "../../testing/score-builders.ts";
import { type DaySums, type ScoreFixture, scoresInMemory } from "../../testing/score-store.ts";
import { scoresInBulletin } from "./bulletin-sections.ts";
import type { Sums } from "./sums.ts";

const monday = day("2026-03-16");
const names = ["Ana Diaz", "Bo Lund", "Cy Park", "Dee Fox", "Eli Kay", "Fay Orr"];
const teamOf = (person: number) => (person <= 3 ? "north" : "south");

/** One person's whole week, on its Wednesday: so many contacts of so many seconds each. */
const week = (
  person: number,
  weeksAgo: number,
  handled: number,
  seconds: number,
  more: Partial<Sums> = {},
): DaySums => ({
  person: anId(person),
  name: `${person}`,
  site: "leeds",
  team: teamOf(person),
  day: addDays(monday, 2 - 7 * weeksAgo),
  sums: { handled, talkS: handled * seconds, handleS2: handled * seconds * seconds * 1.0004, ...more },
});

type Options = Partial<ScoreFixture> & { readonly locale?: Locale; readonly at?: string; readonly drawn?: Chart[] };

async function says(name: string, days: readonly DaySums[], { locale = "en", at, drawn = [], ...but }: Options = {}) {
  const people = names.map((called, index) =>
    aPerson({
      id: anId(index + 1),
      employeeNo: `${index + 1}`,
      name: called,
      assignments: [anAssignment({ team: teamOf(index + 1) })],
    }),
  );
  const teams = [aTeam(), aTeam({ id: "south", name: "South" }), aTeam({ id: "away", site: "york", name: "Away" })];
  const roster = peopleInMemory({ sites: [aSite()], teams, people });
  const store = scoresInMemory({
    days,
    scorecards: [aScorecard([{ metric: "handle-time", weight: 100, target: 300 }])],
    dataAsOf: new Date("2026-03-13T18:00:00Z"),
    ...but,
  });
  const draw = async (chart: Chart) => {
    drawn.push(chart);
    return new Uint8Array([1]);
  };
  const section = scoresInBulletin({ store, roster, draw }).find((one) => one.name === name);
  const blocks = await section?.gather({
    site: aSite(),
    past: { from: addDays(monday, -7), to: addDays(monday, -1) },
    coming: { from: monday, to: addDays(monday, 6) },
    at: new Date(at ?? "2026-03-16T10:00:00Z"),
  });
  return blocks && plainView({ title: "", blocks: blocks({ locale, zone: "Europe/London" }) });
}

const everybody = (weeksAgo: number, handled: number, seconds: (person: number) => number, more: Partial<Sums> = {}) =>
  [1, 2, 3, 4, 5, 6].map((person) => week(person, weeksAgo, handled, seconds(person), more));
const queue = (weeksAgo: number, answeredInTime: number) => ({
  site: "leeds",
  day: addDays(monday, 2 - 7 * weeksAgo),
  queue: "sales",
  answered: 1000,
  abandoned: 60,
  answeredInTime,
  abandonedInTime: 20,
});

describe("operations", () => {
  const days = [
    ...everybody(2, 100, () => 400, { csatAnswers: 10, csatTop: 8, complaints: 2 }),
    ...everybody(1, 110, (person) => (person <= 3 ? 300 : 400), { csatAnswers: 10, csatTop: 9, complaints: 1 }),
  ];

  test("are the site's week, each figure with its change, its best team and its course", async () => {
    const drawn: Chart[] = [];
    expect(await says("operations", days, { queues: [queue(2, 800), queue(1, 860)], drawn })).toMatchInlineSnapshot(`
      "Contacts handled: 660  ▲ 10%
      Handle time: 5:50  ▼ 0:50
      Service level: 82.7%  ▲ 5.8 pts
      Satisfaction: 90%  ▲ 10.0 pts
      Complaints: 6  ▼ 6
      🏆 Best team of the week: North (100.0 points)
      [Line: service level by week. 2 Mar: 76.9% and 9 Mar: 82.7%.]
      ▲▼ against the week before, 2 Mar – 8 Mar.
      Data as of 13 Mar 2026, 18:00"
    `);
    expect(drawn.map(({ locale, title }) => [locale, title])).toEqual([
      ["en", "Service level by week"],
      ["zh-CN", "服务水平 · 按周"],
    ]);
  });

  test("in Chinese, without queues", async () => {
    expect(await says("operations", days, { locale: "zh-CN" })).toMatchInlineSnapshot(`
      "处理量: 660  ▲ 10%
      平均处理时长: 5:50  ▼ 0:50
      满意度: 90%  ▲ 10.0 个百分点
      投诉量: 6  ▼ 6
      🏆 上周最佳班组：North（100.0 分）
      [折线图：满意度（按周）。3月2日：80%和3月9日：90%。]
      ▲▼ 为与前一周（3月2日–3月8日）相比的变化。
      数据截至 2026年3月13日 18:00"
    `);
  });

  test("are not told of fewer than three people, nor of a week without contacts", async () => {
    expect(
      await says(
        "operations",
        days.filter(({ person }) => person <= anId(2)),
      ),
    ).toBeUndefined();
    expect(await says("operations", [])).toBeUndefined();
  });

  test("have nothing to be held against where the week before had too few people or none", async () => {
    const before = days.filter((one) => one.day >= addDays(monday, -7) || one.person <= anId(2));
    expect(await says("operations", before)).not.toMatch(/▲|▼|no change/);
  });

  test("of a week that runs are told as far as they go, against nothing", async () => {
    const said = await says("operations", days, { at: "2026-03-13T15:00:00Z" });
    expect(said).toContain("So far: the week is not over.");
    expect(said).not.toMatch(/▲|▼/);
  });

  test("say where the last workday's data is not there yet", async () => {
    const said = (dataAsOf: Date) => says("operations", days, { dataAsOf });
    expect(await said(new Date("2026-03-12T23:00:00Z"))).toContain("may not have come in whole");
    expect(await said(new Date("2026-03-13T18:00:00Z"))).not.toContain("may not have come in whole");
  });

  test("name no best team where all are alike or fewer than three people of a team worked", async () => {
    expect(
      await says(
        "operations",
        everybody(1, 110, () => 350),
      ),
    ).not.toContain("Best team");
    const two = days.filter(({ person }) => person !== anId(3));
    expect(await says("operations", two)).not.toContain("Best team");
  });
});

describe("stars", () => {
  const quick = (person: number) => (person === 2 ? 310 : 400 + person);

  test("are who was at the top and who rose most, by name and without points", async () => {
    const days = [...everybody(2, 100, (person) => 420 + person), ...everybody(1, 100, quick)];
    expect(await says("stars", days)).toMatchInlineSnapshot(`
      "🥇 At the top: Bo Lund.
      📈 Most improved: Ana Diaz, Bo Lund, Cy Park.
      Of those with at least 10 results, by their own scorecards. Your own score: /myscore last week"
    `);
    expect(await says("stars", days, { locale: "zh-CN" })).toContain("得分领先：Bo Lund。");
  });

  test("are of those with ten results or more, and of three such people at least", async () => {
    const few = [...everybody(1, 100, () => 420), week(2, 1, 9, 310)].filter(
      ({ person, sums }) => person !== anId(2) || sums.handled === 9,
    );
    expect((await says("stars", few)) ?? "").not.toContain("Bo Lund");
    expect(await says("stars", everybody(1, 100, quick).slice(0, 2))).toBeUndefined();
    expect(await says("stars", everybody(1, 100, quick).slice(0, 3))).toContain("Bo Lund");
  });

  test("name nobody where all are too close to tell apart and none rose", async () => {
    expect(
      await says(
        "stars",
        everybody(1, 100, () => 400),
      ),
    ).toBeUndefined();
  });

  test("never name who was last", async () => {
    const days = everybody(1, 100, (person) => 310 + person * 20);
    expect(await says("stars", days)).not.toContain("Fay Orr");
  });
});
