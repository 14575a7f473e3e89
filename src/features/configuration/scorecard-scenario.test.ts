import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { locales } from "../../kernel/locale.ts";
import { configurationStore } from "../../persistence/configuration.ts";
import { testClock } from "../../testing/conversation.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { type Configuration, configuration, configurationWords } from "./index.ts";

let house: ImportHouse;
let config: Configuration;
let clock: ReturnType<typeof testClock>;
beforeEach(async () => {
  house = await importHouse();
  clock = testClock("2026-06-01T12:00:00Z");
  config = configuration({ store: configurationStore(house.database), clock: clock.now });
});
afterEach(() => house.close());

const volume = (weight: number) => `{ metric: volume, weight: ${weight}, target: 40 }`;
const handleTime = "{ metric: handle-time, weight: 40, target: 300 }";
const both = [volume(60), handleTime];

/** A file with one scorecard of North; components one a line. */
const card = (head: string, components: readonly string[] = both) => `scorecards:
  north:
    name: { en: North, zh-CN: 北组 }
    for: { team: north }
    ${head.replaceAll("; ", "\n    ")}
    components:
${components.map((one) => `      - ${one}`).join("\n")}
`;

/** What an apply says of the new version, in English. */
async function version(text: string): Promise<string | undefined> {
  const outcome = await config.apply(text);
  if (!outcome.ok) throw new Error(outcome.refusal.problems.map(({ message }) => message("en")).join("\n"));
  const made = outcome.value.versions.north;
  return made && configurationWords.version("north", made)("en").replace("scorecards.north: ", "");
}
const kept = () => house.rows("SELECT version, state, from_day, to_day, counts_from FROM scorecard ORDER BY version");

describe("a version counts", () => {
  test("from the day that a new scorecard names, be it past or to come", async () => {
    expect(await version(card("from: 2026-01-01; to: 2026-12-31"))).toBe("version 1, counts from Thu, 1 Jan 2026");
    expect(await kept()).toEqual(["(1,live,2026-01-01,2026-12-31,2026-01-01)"]);
    expect(await version(card("from: 2026-01-01; to: 2026-12-31"))).toBeUndefined();
  });

  test.each([
    ["a target", card("from: 2026-01-01", ["{ metric: volume, weight: 60, target: 50 }", handleTime])],
    ["a weight", card("from: 2026-01-01", [volume(50), handleTime.replace("40", "50")])],
    ["its name", card("from: 2026-01-01").replace("en: North", "en: The North")],
  ])("from the day of the apply where %s changed and the first day did not", async (_, changed) => {
    await version(card("from: 2026-01-01"));
    expect(await version(changed)).toBe("version 2, counts from Mon, 1 Jun 2026");
    expect(await kept()).toEqual(["(1,live,2026-01-01,,2026-01-01)", "(2,live,2026-01-01,,2026-06-01)"]);
  });

  test("never before the first day that it still names", async () => {
    await version(card("from: 2026-07-01"));
    expect(await version(card("from: 2026-07-01; to: 2026-12-31"))).toBe("version 2, counts from Wed, 1 Jul 2026");
  });

  test("from another first day as it is written, and it is told when that restates published scores", async () => {
    await version(card("from: 2026-01-01"));
    expect(await version(card("from: 2026-05-01"))).toBe(
      "version 2, counts from Fri, 1 May 2026, which restates scores already published since then",
    );
    expect(await version(card("from: 2026-06-01"))).toBe("version 3, counts from Mon, 1 Jun 2026");
    expect(await version(card("from: 2026-07-01"))).toBe("version 4, counts from Wed, 1 Jul 2026");
  });

  test("from the day that it is where the day begins first", async () => {
    await version(card("from: 2026-01-01"));
    clock.to("2026-06-01T16:30:00Z"); // already the 2nd in Chengdu
    expect(await version(card("from: 2026-01-01; to: 2026-12-31"))).toBe("version 2, counts from Tue, 2 Jun 2026");
  });

  test("for nothing where it ended before it could begin", async () => {
    await version(card("from: 2026-01-01"));
    expect(await version(card("from: 2026-01-01; to: 2026-03-31"))).toBe(
      "version 2, over since Tue, 31 Mar 2026; from Mon, 1 Jun 2026 nothing is scored by it",
    );
  });
});

test("a scorecard kept before a setting was known is as it was", async () => {
  await version(card("from: 2026-01-01"));
  await house.database.pool.query(
    "UPDATE scorecard SET components = (SELECT jsonb_agg(one - 'floor' - 'points') FROM jsonb_array_elements(components) one)",
  );
  expect(await version(card("from: 2026-01-01"))).toBeUndefined();
});

describe("a scorecard goes", () => {
  const states = "SELECT version, state, counts_from FROM scorecard ORDER BY version";

  test("from draft to shadow to live to retired, and a shadow back to a draft", async () => {
    const told: (string | undefined)[] = [];
    for (const state of ["draft", "shadow", "draft", "shadow", "live", "retired"]) {
      told.push(await version(card(`state: ${state}; from: 2026-01-01`)));
    }
    expect(told).toEqual([
      "version 1, a draft, which counts for nothing",
      "version 2, a trial, which counts for nothing",
      "version 3, a draft, which counts for nothing",
      "version 4, a trial, which counts for nothing",
      "version 5, counts from Mon, 1 Jun 2026",
      "version 6, retired from Mon, 1 Jun 2026",
    ]);
  });

  test("on trial beside its live version, and what comes of the trial counts from the apply", async () => {
    await version(card("from: 2026-01-01"));
    await version(card("state: shadow; from: 2026-05-01", [volume(50), volume(50).replace("volume", "csat")]));
    expect(await house.rows(states)).toEqual(["(1,live,2026-01-01)", "(2,shadow,2026-05-01)"]);
    clock.to("2026-06-10T12:00:00Z");
    expect(await version(card("from: 2026-01-01", [volume(50), volume(50).replace("volume", "csat")]))).toBe(
      "version 3, counts from Wed, 10 Jun 2026",
    );
  });

  test.each(locales)("not from live back to a draft, told in %s", async (locale) => {
    await version(card("from: 2026-01-01"));
    expect(await told(card("from: 2026-01-01; state: draft"), locale)).toEqual([
      locale === "en"
        ? "6:5 scorecards.north.state: a live scorecard cannot be a draft again: retire it, or try the change beside it with `state: shadow`"
        : "6:5 scorecards.north.state: 已生效的计分卡不能退回草稿：请停用它，或写 `state: shadow`，让新版本与现行版本并行试算",
    ]);
    expect(await house.rows(states)).toEqual(["(1,live,2026-01-01)"]);
  });

  test.each(locales)("nowhere once it is retired, told in %s", async (locale) => {
    await version(card("state: retired; from: 2026-01-01"));
    expect(await version(card("state: retired; from: 2026-01-01"))).toBeUndefined();
    const said =
      locale === "en"
        ? "scorecards.north.state: this scorecard is retired, which is for good: give the new one an id of its own"
        : "scorecards.north.state: 该计分卡已停用，不能恢复：请为新计分卡另取编号";
    expect(await told(card("from: 2026-01-01"), locale)).toEqual([`2:3 ${said}`]);
    expect(await told(card("state: retired; from: 2026-02-01"), locale)).toEqual([`5:5 ${said}`]);
  });
});

async function told(text: string, locale: (typeof locales)[number]): Promise<readonly string[]> {
  const outcome = await config.apply(text);
  if (outcome.ok) throw new Error("it was applied");
  return outcome.refusal.problems.map(
    ({ path, line, column, message }) => `${line}:${column} ${path}: ${message(locale)}`,
  );
}

describe("what is wrong with a scorecard is said in both languages", () => {
  const many = "volume handle-time quality training attendance csat occupancy evaluations".split(" ");
  test.each([
    [
      "weights of 99",
      card("from: 2026-01-01", [volume(59), handleTime]),
      "6:5 scorecards.north.components: the weights sum to 99, not to 100",
      "6:5 scorecards.north.components: 权重合计为 99，应为 100",
    ],
    [
      "an eighth component",
      card(
        "from: 2026-01-01",
        many.map((metric) => `{ metric: ${metric}, weight: 12.5, target: 90 }`),
      ),
      "6:5 scorecards.north.components: at most seven components: a scorecard with more has no focus",
      "6:5 scorecards.north.components: 最多 7 项指标：再多就没有重点了",
    ],
    [
      "a metric misspelt",
      card("from: 2026-01-01", [volume(60), handleTime.replace("handle-time", "handel-time")]),
      "8:11 scorecards.north.components[1].metric: There is no “handel-time”. Perhaps you mean “handle-time”.",
      "8:11 scorecards.north.components[1].metric: 没有“handel-time”，您是不是想写“handle-time”？",
    ],
    [
      "a metric of nothing",
      card("from: 2026-01-01", [volume(60).replace("volume", "niceness")]),
      "7:11 scorecards.north.components[0].metric: Write volume, handle-time, quality, training, attendance, csat, first-contact-resolution, service-level, occupancy, abandon-rate, team-result, evaluations, agreement or overturns.",
      "7:11 scorecards.north.components[0].metric: 请写volume、handle-time、quality、training、attendance、csat、first-contact-resolution、service-level、occupancy、abandon-rate、team-result、evaluations、agreement或overturns。",
    ],
    [
      "a target of 0",
      card("from: 2026-01-01", [volume(60).replace("target: 40", "target: 0"), handleTime]),
      "7:39 scorecards.north.components[0].target: the target must be above 0: it is what the result is held against",
      "7:39 scorecards.north.components[0].target: 目标必须大于 0：实际值要与它对照",
    ],
    [
      "an end before the beginning",
      card("from: 2026-02-01; to: 2026-01-31"),
      "6:5 scorecards.north.to: it would end on 2026-01-31, before it begins on 2026-02-01: no day is in it",
      "6:5 scorecards.north.to: 结束日 2026-01-31 早于开始日 2026-02-01，其中没有任何一天",
    ],
    [
      "a metric twice",
      card("from: 2026-01-01", [volume(60), volume(40)]),
      "6:5 scorecards.north.components: each metric at most once",
      "6:5 scorecards.north.components: 每项指标最多出现一次",
    ],
    [
      "an unknown team",
      card("from: 2026-01-01").replace("team: north", "team: nord"),
      "4:12 scorecards.north.for.team: There is no team “nord”, here or in the file.",
      "4:12 scorecards.north.for.team: 没有名为“nord”的班组。",
    ],
    [
      "a day that is none",
      card("from: 2026-02-30"),
      "5:5 scorecards.north.from: not a day: write it as YYYY-MM-DD",
      "5:5 scorecards.north.from: 不是日期，请写成 YYYY-MM-DD",
    ],
    [
      "an id that is none",
      "scorecards:\n  “north”: {}\n",
      "2:3 scorecards.“north”: an id is letters, digits, dots, dashes and underscores, 40 at most (13 in Chinese)",
      "2:3 scorecards.“north”: 编号只能由文字、数字、点、连字符和下划线组成，最多 40 个字符（汉字 13 个）",
    ],
    [
      "a zone that is none",
      "sites:\n  quay: { zone: Moon }\n",
      "2:11 sites.quay.zone: not an IANA time zone, such as Europe/London",
      "2:11 sites.quay.zone: 不是 IANA 时区，例如 Asia/Shanghai",
    ],
  ])("%s", async (_, text, english, chinese) => {
    expect(await told(text, "en")).toEqual([english]);
    expect(await told(text, "zh-CN")).toEqual([chinese]);
    expect(await kept()).toEqual([]);
  });
});

test("a project's scorecard needs nothing to stand before", async () => {
  expect(await version(card("from: 2026-01-01").replace("team: north", "project: sales"))).toMatch(/^version 1/);
});
