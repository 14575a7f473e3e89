import { describe, expect, test } from "vitest";
import type { Say } from "../../kernel/locale.ts";
import { say } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { aDelivery, aLateDelivery, aMorning, textOf, toldAgain } from "../../testing/deliveries.ts";
import { card, worked } from "../../testing/floor.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { type DaySums, type Feed, type ScoreFixture, scoresInMemory } from "../../testing/score-store.ts";
import type { ToPrepare } from "../notices/index.ts";
import type { Person } from "../people/domain.ts";
import { dailyScore } from "./daily-score.ts";
import { reading } from "./reading.ts";
import { recomputing } from "./recompute.ts";

const morning = "2026-03-10";
const at = (time: string) => new Date(`${morning}T${time}:00Z`);
/** The feed of Monday's contacts, which came at two in the night. */
const nightly: Feed = {
  site: "leeds",
  to: day("2026-03-09"),
  at: at("02:00"),
  dataAsOf: new Date("2026-03-09T17:30:00Z"),
};
/** A feed that came in the middle of Monday. */
const noon: Feed = {
  ...nightly,
  at: new Date("2026-03-09T12:00:00Z"),
  dataAsOf: new Date("2026-03-09T11:45:00Z"),
};

const one = (id: number, name: string, but: Partial<Person> = {}) =>
  aPerson({ id: anId(id), employeeNo: `100${id}`, name, ...but });
const people = [
  one(1, "Ana Diaz"),
  one(2, "Bo Lund"),
  one(3, "Cy Park"),
  one(4, "Lee Wong", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
  one(5, "王芳", { site: "shanghai", assignments: [anAssignment({ team: "yizu" })] }),
];
const shanghai = aSite({
  id: "shanghai",
  zone: "Asia/Shanghai",
  locale: "zh-CN",
  calendar: {
    weekend: [6, 7],
    holidays: ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23"].map(day),
    workdays: [day("2026-02-14")],
  },
});
const days = [
  worked(1, "Ana Diaz", "2026-03-06", 30),
  worked(1, "Ana Diaz", "2026-03-09", 38),
  worked(2, "Bo Lund", "2026-03-05", 40),
  worked(2, "Bo Lund", "2026-03-09", 3),
];
const cards = [
  card(1, [
    { metric: "volume", weight: 50, target: 40 },
    { metric: "handle-time", weight: 50, target: 300 },
  ]),
];

const labels: Readonly<Record<string, Say>> = { birthdays: say({ en: "Birthdays", "zh-CN": "生日祝福" }) };

function house(but: Partial<ScoreFixture> = {}, everybody: readonly Person[] = people) {
  const store = scoresInMemory({
    days,
    scorecards: cards,
    feeds: [nightly],
    people: everybody.map(({ id, site }) => ({ person: id, site })),
    ...but,
  });
  const roster = peopleInMemory({
    sites: [aSite(), shanghai],
    teams: [aTeam(), aTeam({ id: "yizu", site: "shanghai", name: "一组" })],
    people: everybody,
  });
  const kind = dailyScore({ store, roster, labelOf: (name) => labels[name] });
  const deps = { store, roster, audit: { record: async () => {} } };
  const { recompute } = recomputing(deps, reading(deps));
  /** Puts another day in the place of one, as a late import does, with the cause of it. */
  async function correct(next: DaySums, file = "calls-again.csv") {
    const index = store.days.findIndex(({ person, day: on }) => person === next.person && on === next.day);
    store.days.splice(index, index === -1 ? 0 : 1, next);
    const cause = { why: "import", batch: anId(99), dataset: "interactions", file };
    store.touch({ site: next.site, person: next.person, from: next.day, to: next.day, cause });
    await recompute(at("11:00"), next.site);
  }
  const prepare = async (of: ToPrepare, now = at("09:00")) => (await kind.prepare([of], now))[0];
  return { store, kind, correct, prepare };
}

const ids = (told: readonly { to: { is: string; id?: string } }[]) => told.map(({ to }) => Number(to.id?.slice(-12)));

describe("the daily score goes to", () => {
  const told = async (everybody: readonly Person[], period = morning, site = "leeds") =>
    house({}, everybody).kind.recipients(aMorning("daily-score", period, { site }));

  test("the agents of the site, with the day that it reports", async () => {
    const found = await told(people);
    expect(ids(found)).toEqual([1, 2, 3]);
    expect(found[0]?.body).toEqual({ day: "2026-03-09" });
    expect(ids(await told(people, morning, "shanghai"))).toEqual([5]);
    expect(await told(people, morning, "nowhere")).toEqual([]);
  });

  test.each<[string, Partial<Person>, boolean]>([
    ["somebody who left the day before", { leftOn: day("2026-03-09") }, false],
    ["somebody whose last day it is", { leftOn: day(morning) }, true],
    ["somebody hired on the day that is reported", { hiredOn: day("2026-03-09") }, true],
    ["somebody hired since", { hiredOn: day(morning) }, false],
    ["an agent without a team", { assignments: [] }, true],
    [
      "a member of a team who leads another",
      { roles: ["lead"], assignments: [anAssignment(), anAssignment({ team: "yizu", seat: "lead" })] },
      false,
    ],
    [
      "a lead of today who sat in a team that day",
      {
        roles: ["lead"],
        assignments: [anAssignment({ to: day("2026-03-09") }), anAssignment({ seat: "lead", from: day(morning) })],
      },
      true,
    ],
    ["a deputy who is an agent", { assignments: [anAssignment({ seat: "deputy" })] }, true],
    ["a supervisor", { roles: ["supervisor"], assignments: [] }, false],
  ])("%s or not", async (_, but, isTold) => {
    expect(ids(await told([one(7, "Kit Moss", but)]))).toEqual(isTold ? [7] : []);
  });

  test.each([
    ["over a weekend", "2026-03-09", "leeds", "2026-03-06"],
    ["on a Saturday that is worked", "2026-02-14", "shanghai", "2026-02-13"],
    ["after a festival, of the Saturday that was worked", "2026-02-24", "shanghai", "2026-02-14"],
  ])("the last workday is reported %s", async (_, period, site, reported) => {
    expect((await told(people, period, site))[0]?.body).toEqual({ day: reported });
  });
});

describe("the daily score says", () => {
  test("points, change, lines and how to look into them", async () => {
    const { prepare, store } = house();
    const made = await prepare(aDelivery());
    expect(textOf(made)).toMatchInlineSnapshot(`
      "Your score · Mon, 9 Mar 2026
      91.7 points of 100, very likely between 89.3 and 94.4 (95% interval)
      ▲ up 10.0 from Fri, 6 Mar 2026
      Metric       Value  Target  Points        95%  Weight   n
      Volume          37      40    92.5                50%  38
      Handle time   5:30    5:00    90.9  86.1–96.3     50%  38
      Scorecard “Agents”, version 1 · Data as of 9 Mar 2026, 17:30
      [Explain] [Trend] [By hour]"
    `);
    expect(textOf(made, "zh-CN")).toMatchInlineSnapshot(`
      "您的得分 · 2026年3月9日周一
      91.7 分（满分 100），95% 区间为 89.3 至 94.4
      ▲ 比2026年3月6日周五高 10.0
      指标          实际  目标  得分   95% 区间  权重  样本
      话务量          37    40  92.5              50%    38
      平均处理时长  5:30  5:00  90.9  86.1–96.3   50%    38
      计分卡“坐席”第 1 版 · 数据截至 2026年3月9日 17:30
      [如何得出] [走势] [分时段]"
    `);
    expect(made).toMatchObject({ is: "view", isProvisional: false });
    const kept = await store.revisions({ person: anId(1), from: day("2026-03-09"), to: day("2026-03-09") });
    expect(kept.map(({ revision }) => revision)).toEqual([1]);
  });

  test("that few results are few, and compares them with nothing", async () => {
    const { prepare } = house();
    const text = textOf(await prepare(aDelivery({ to: { is: "person", id: anId(2) } })));
    expect(text).toContain("Only 3 results so far");
    expect(text).not.toMatch(/up|down/);
  });

  test("the change since the last workday that somebody worked", async () => {
    const { prepare } = house({ days: [...days.slice(0, 3), worked(2, "Bo Lund", "2026-03-09", 30)] });
    expect(textOf(await prepare(aDelivery({ to: { is: "person", id: anId(2) } })))).toContain(
      "down 12.5 from Thu, 5 Mar 2026",
    );
  });

  test.each<[string, DaySums[], ToPrepare, string]>([
    ["did not work", [], aDelivery({ to: { is: "person", id: anId(3) } }), "skip: nothing-to-tell"],
    [
      "is on leave today",
      [{ ...worked(1, "Ana Diaz", morning, 0), sums: { leaveDays: 1 } }],
      aDelivery(),
      "skip: on-leave",
    ],
    ["is gone", [], aDelivery({ to: { is: "person", id: anId(77) } }), "skip: left"],
  ])("nothing to who %s", async (_, more, of, expected) => {
    const { prepare, store } = house({ days: [...days, ...more] });
    expect(textOf(await prepare(of))).toBe(expected);
    expect(await store.revisions({ person: anId(1), from: day("2026-03-09"), to: day("2026-03-09") })).toEqual([]);
  });

  test("each delivery of a batch its own, over people, days and sites", async () => {
    const wang = { ...worked(5, "王芳", "2026-02-14", 36), site: "shanghai", team: "yizu" };
    const festival: Feed = { site: "shanghai", to: day("2026-02-14"), at: new Date("2026-02-14T17:00:00Z") };
    const { kind } = house({ days: [...days, wang], feeds: [nightly, festival] });
    const of = (id: number, but: Partial<ToPrepare> = {}) => aDelivery({ to: { is: "person", id: anId(id) }, ...but });
    const made = await kind.prepare(
      [of(5, { site: "shanghai", period: "2026-02-24" }), of(3), of(1), of(1, { period: "2026-03-09" }), of(2)],
      at("10:30"),
    );
    expect(made.map((each) => textOf(each, "zh-CN").split("\n").slice(0, 2).join(" "))).toEqual([
      "您的得分 · 2026年2月14日周六 89.2 分（满分 100），95% 区间为 86.7 至 92.0",
      "skip: nothing-to-tell",
      "您的得分 · 2026年3月9日周一 91.7 分（满分 100），95% 区间为 89.3 至 94.4",
      "您的得分 · 2026年3月6日周五 81.7 分（满分 100），95% 区间为 79.0 至 84.8",
      "您的得分 · 2026年3月9日周一 48.0 分（满分 100）",
    ]);
  });
});

describe("while the data has not come", () => {
  test("the score waits for it, for an hour at most", async () => {
    const { prepare, store } = house({ feeds: [noon] });
    expect(await prepare(aDelivery(), at("09:00"))).toEqual({ is: "wait", until: at("10:00"), why: "data" });
    expect(await prepare(aDelivery(), at("09:59"))).toEqual({ is: "wait", until: at("10:00"), why: "data" });
    store.feeds.push(nightly);
    expect(await prepare(aDelivery(), at("09:20"))).toMatchObject({ is: "view", isProvisional: false });
  });

  test("then it says that it is incomplete, and puts itself right when the data comes", async () => {
    const { prepare, store, correct } = house({ days: [worked(1, "Ana Diaz", "2026-03-09", 20)], feeds: [noon] });
    const first = await prepare(aDelivery(), at("10:00"));
    expect(first).toMatchObject({ is: "view", isProvisional: true });
    expect(textOf(first)).toContain(
      "Incomplete: data as of 9 Mar 2026, 11:45. This message puts itself right when the data comes.\n69.2 points",
    );
    expect(textOf(first, "zh-CN")).toContain(
      "数据不完整：目前截至 2026年3月9日 11:45。数据补齐后，本消息会自动更正。\n69.2 分",
    );
    const standing = toldAgain(aDelivery(), first);
    expect(textOf(await prepare(standing, at("10:20")))).toBe("same");
    store.feeds.push(nightly);
    await correct(worked(1, "Ana Diaz", "2026-03-09", 38));
    const complete = await prepare(standing, at("11:30"));
    expect(complete).toMatchObject({ is: "view", isProvisional: false });
    expect(textOf(complete)).toContain("The data is complete now: 69.2 → 91.7.\n91.7 points");
    expect(textOf(complete, "zh-CN")).toContain("数据已完整：69.2 → 91.7。\n91.7 分");
    expect(textOf(complete)).not.toContain("Incomplete");
    expect(textOf(await prepare(toldAgain(standing, complete), at("11:40")))).toBe("same");
  });

  test("more of it that is not all only changes the numbers", async () => {
    const { prepare, correct } = house({ days: [worked(1, "Ana Diaz", "2026-03-09", 20)], feeds: [noon] });
    const first = await prepare(aDelivery(), at("10:00"));
    await correct(worked(1, "Ana Diaz", "2026-03-09", 30));
    const next = await prepare(toldAgain(aDelivery(), first), at("11:30"));
    expect(next).toMatchObject({ is: "view", isProvisional: true });
    expect(textOf(next)).toMatch(/^Your score .*\nIncomplete: .*\n81\.7 points/);
  });

  test("that it changes nothing is said as well", async () => {
    const { prepare, store } = house({ feeds: [noon] });
    const first = await prepare(aDelivery(), at("10:00"));
    store.feeds.push(nightly);
    const complete = await prepare(toldAgain(aDelivery(), first), at("11:30"));
    expect(textOf(complete)).toContain("The data is complete now; your points stay the same.\n");
    expect(textOf(complete, "zh-CN")).toContain("数据已完整，得分不变。\n");
  });

  test("whoever has no results yet hears so, and then that there are none", async () => {
    const cy = aDelivery({ to: { is: "person", id: anId(3) } });
    const { prepare, store } = house({ feeds: [] });
    const first = await prepare(cy, at("10:00"));
    expect(textOf(first)).toMatchInlineSnapshot(`
      "Your score · Mon, 9 Mar 2026
      Incomplete: no data has come yet. This message puts itself right when the data comes.
      There are no results of yours for this day yet. If you were off, nothing is missing."
    `);
    expect(textOf(first, "zh-CN")).toMatchInlineSnapshot(`
      "您的得分 · 2026年3月9日周一
      数据不完整：尚未收到数据。数据补齐后，本消息会自动更正。
      暂无您当天的数据。若当天休息，则无需理会。"
    `);
    store.feeds.push(nightly);
    expect(textOf(await prepare(toldAgain(cy, first), at("11:30")))).toMatchInlineSnapshot(`
      "Your score · Mon, 9 Mar 2026
      The data is complete now.
      You have no results in this period, so there is nothing to score."
    `);
  });

  test("whoever was on leave that day waits for nothing more than the hour", async () => {
    const away = { ...worked(3, "Cy Park", "2026-03-09", 0), sums: { leaveDays: 1 } };
    const { prepare } = house({ feeds: [], days: [away] });
    expect(textOf(await prepare(aDelivery({ to: { is: "person", id: anId(3) } }), at("10:00")))).toBe(
      "skip: nothing-to-tell",
    );
  });
});

describe("when a score is corrected", () => {
  const told = async (correction: DaySums, more: Partial<ScoreFixture> = {}) => {
    const made = house(more);
    const first = await made.prepare(aDelivery());
    await made.correct(correction);
    const standing = toldAgain(aDelivery(), first);
    return { ...made, standing, next: await made.prepare(standing, at("11:05")) };
  };

  test("its message says old → new and why, and keeps saying it", async () => {
    const { next, correct, prepare, standing, store } = await told(worked(1, "Ana Diaz", "2026-03-09", 40));
    expect(textOf(next)).toMatch(
      /^Your score .*\nCorrected: 91\.7 → 94\.2 \(import of calls-again\.csv\)\.\n94\.2 points/,
    );
    expect(textOf(next, "zh-CN")).toMatch(/\n已更正：91\.7 → 94\.2（导入 calls-again\.csv）。\n94\.2 分/);
    expect(textOf(next)).toContain("Revision 2");
    await correct(worked(1, "Ana Diaz", "2026-03-09", 36), "third.csv");
    const last = await prepare(toldAgain(standing, next), at("12:00"));
    expect(textOf(last)).toContain(
      "91.7 → 94.2 (import of calls-again.csv).\nCorrected: 94.2 → 89.2 (import of third.csv).",
    );
    expect(store.corrected.map(({ person, from, to }) => [person, from, to])).toEqual([
      [anId(1), "2026-03-09", "2026-03-09"],
      [anId(1), "2026-03-09", "2026-03-09"],
    ]);
  });

  test("that reads the same it is left alone", async () => {
    expect(textOf((await told(worked(1, "Ana Diaz", "2026-03-09", 38))).next)).toBe("same");
  });

  test("points that stay are said to stay", async () => {
    const more = worked(1, "Ana Diaz", "2026-03-09", 38);
    const { next } = await told({ ...more, sums: { ...more.sums, handleS2: 38 * 130_000 } });
    expect(textOf(next)).toContain("Corrected (import of calls-again.csv); your points stay the same.\n");
    expect(textOf(next, "zh-CN")).toContain("已更正（导入 calls-again.csv），得分不变。\n");
  });

  test("that has nothing left says so", async () => {
    const { next } = await told({ ...worked(1, "Ana Diaz", "2026-03-09", 0), sums: {} });
    expect(textOf(next)).toContain("Corrected: 91.7 → no score (import of calls-again.csv).\nYou have no results");
    expect(textOf(next, "zh-CN")).toContain("已更正：91.7 → 无得分（导入 calls-again.csv）。");
  });

  test("somebody on leave by now is corrected all the same", async () => {
    const { store, prepare, standing } = await told(worked(1, "Ana Diaz", "2026-03-09", 40));
    store.days.push({ ...worked(1, "Ana Diaz", morning, 0), sums: { leaveDays: 1 } });
    expect(textOf(await prepare(standing, at("12:00")))).toContain("Corrected: 91.7 → 94.2");
  });
});

describe("what was missed", () => {
  const late = [aLateDelivery("daily-score", "2026-03-09"), aLateDelivery("birthdays", "2026-03-09")];

  test("is told in a line each, with a way to open it, and still after a correction", async () => {
    const { prepare, correct } = house();
    const of = aDelivery({ late });
    const first = await prepare(of);
    const lines = (text: string) => text.split("\n").slice(-3);
    expect(lines(textOf(first))).toEqual([
      "Missed while I was away: Fri, 6 Mar 2026: 81.7 points",
      "Missed while I was away: Birthdays (9 Mar).",
      "[Explain] [Trend] [By hour] [Open 6 Mar]",
    ]);
    expect(lines(textOf(first, "zh-CN"))).toEqual([
      "服务中断期间未送达：2026年3月6日周五：81.7 分",
      "服务中断期间未送达：生日祝福（3月9日）。",
      "[如何得出] [走势] [分时段] [查看3月6日]",
    ]);
    await correct(worked(1, "Ana Diaz", "2026-03-09", 40));
    const next = await prepare(toldAgain(of, first), at("11:05"));
    expect(lines(textOf(next))).toEqual(lines(textOf(first)));
  });

  test("is a list where there is more of it, without a button for each of many", async () => {
    const all = ["2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09"];
    const { prepare } = house({
      days: [...days, ...["2026-03-03", "2026-03-04", "2026-03-05"].map((on) => worked(1, "Ana Diaz", on, 30))],
    });
    const text = textOf(await prepare(aDelivery({ late: all.map((on) => aLateDelivery("daily-score", on)) })));
    expect(text).toContain(
      "Missed while I was away:\n• Tue, 3 Mar 2026: 81.7 points\n• Wed, 4 Mar 2026: 81.7 points\n",
    );
    expect(text).not.toContain("[Open");
  });
});

describe("a change touches", () => {
  const corrected = (person: number, from: string, to = from, site = "leeds") =>
    ({ is: "score-corrected", site, person: anId(person), from, to }) as const;

  test("the morning that told the person of the corrected day, and nothing for longer periods and days off", async () => {
    const { kind } = house();
    const touched = await kind.touchedBy?.([
      corrected(1, "2026-03-06"),
      corrected(2, "2026-03-09"),
      corrected(1, "2026-03-02", "2026-03-08"),
      corrected(1, "2026-03-07"),
      corrected(5, "2026-02-14", "2026-02-14", "shanghai"),
      corrected(5, "2026-02-13", "2026-02-13", "shanghai"),
    ]);
    expect(touched?.map(({ period, to, site }) => [site, period, to?.is === "person" ? to.id : to])).toEqual([
      ["leeds", "2026-03-09", anId(1)],
      ["leeds", "2026-03-10", anId(2)],
      ["shanghai", "2026-02-24", anId(5)],
      ["shanghai", "2026-02-14", anId(5)],
    ]);
  });

  test("what is provisional, once for each site whose data came", async () => {
    const { kind } = house();
    const came = (site: string) => ({ is: "data-came", site }) as const;
    expect(await kind.touchedBy?.([came("leeds"), came("shanghai"), came("leeds")])).toEqual([
      { kind: "daily-score", site: "leeds", isProvisional: true },
      { kind: "daily-score", site: "shanghai", isProvisional: true },
    ]);
    expect(await kind.touchedBy?.([])).toEqual([]);
  });
});

test("a batch asks as many questions for a hundred agents as for two", async () => {
  const asked = async (count: number) => {
    const many = Array.from({ length: count }, (_, index) => one(100 + index, `Agent ${index}`));
    const { store, kind } = house({}, many);
    let questions = 0;
    for (const name of ["sumsOf", "keep", "latest", "areComplete", "onLeave", "dataAsOf", "scorecards"] as const) {
      const asks = store[name] as (...args: unknown[]) => unknown;
      Object.assign(store, {
        [name]: (...args: unknown[]) => {
          questions += 1;
          return asks(...args);
        },
      });
    }
    await kind.prepare(
      many.map(({ id }) => aDelivery({ to: { is: "person", id } })),
      at("09:00"),
    );
    return questions;
  };
  expect(await asked(100)).toBe(await asked(2));
});
