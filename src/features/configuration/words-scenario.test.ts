import { afterEach, beforeEach, expect, test } from "vitest";
import type { Locale } from "../../kernel/locale.ts";
import { configurationStore } from "../../persistence/configuration.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { type Configuration, configuration } from "./index.ts";

let house: ImportHouse;
let config: Configuration;
beforeEach(async () => {
  house = await importHouse();
  config = configuration({ store: configurationStore(house.database), clock: () => new Date("2026-06-01T12:00:00Z") });
});
afterEach(() => house.close());

async function apply(text: string): Promise<readonly string[]> {
  const outcome = await config.apply(text);
  if (!outcome.ok) throw new Error(outcome.refusal.problems.map(({ message }) => message("en")).join("\n"));
  return outcome.value.changes.map((change) =>
    change.is === "added" ? `+ ${change.path}` : `${change.path}: ${change.from} → ${change.to}`,
  );
}
async function told(text: string, locale: Locale): Promise<readonly string[]> {
  const outcome = await config.apply(text);
  if (outcome.ok) throw new Error("it was applied");
  return outcome.refusal.problems.map(
    ({ path, line, column, message }) => `${line}:${column} ${path}: ${message(locale)}`,
  );
}
const kept = () => house.rows('SELECT kind, means, text FROM word ORDER BY kind, means, text COLLATE "C"');

const file = "words: { metrics: { handle-time: [AHT, 通话时长], csat: [满意度] }, periods: { week: [这礼拜] } }";

test("words are kept small and in one form, each once, and the same file again changes nothing", async () => {
  expect(await apply(file)).toEqual(["+ words.metrics.handle-time", "+ words.metrics.csat", "+ words.periods.week"]);
  expect(await kept()).toEqual([
    "(metric,csat,满意度)",
    "(metric,handle-time,aht)",
    "(metric,handle-time,通话时长)",
    "(period,week,这礼拜)",
  ]);
  expect(await apply(file)).toEqual([]);
  expect(await apply("words: { metrics: { handle-time: [通话时长, ＡＨＴ, aht] } }")).toEqual([]);
});

test("the words of a named metric take the place of all it had; others stay", async () => {
  await apply(file);
  expect(await apply("words: { metrics: { handle-time: [Talk  Time] } }")).toEqual([
    "words.metrics.handle-time: aht,通话时长 → talk time",
  ]);
  expect(await apply("words: { metrics: { csat: [] }, periods: { month: [] } }")).toEqual([
    "words.metrics.csat: 满意度 → ",
  ]);
  expect(await kept()).toEqual(['(metric,handle-time,"talk time")', "(period,week,这礼拜)"]);
});

test("a word goes from one meaning to another in one file", async () => {
  await apply(file);
  await apply("words: { metrics: { quality: [满意度], csat: [] }, periods: { week: [] , last-week: [这礼拜] } }");
  expect(await kept()).toEqual([
    "(metric,handle-time,aht)",
    "(metric,handle-time,通话时长)",
    "(metric,quality,满意度)",
    "(period,last-week,这礼拜)",
  ]);
});

test.each([
  [
    "a word of two meanings",
    "words: { metrics: { csat: [stars], quality: [Stars] } }",
    "1:46 words.metrics.quality[0]: “stars” cannot mean both “quality” and “csat”: take it away from one of them.",
    "1:46 words.metrics.quality[0]: “stars”不能既指“quality”又指“csat”：请删去其中一处。",
  ],
  [
    "a word that means a period and a metric",
    "words: { metrics: { csat: [周] }, periods: { week: [周] } }",
    "1:52 words.periods.week[0]: “周” cannot mean both “week” and “csat”: take it away from one of them.",
    "1:52 words.periods.week[0]: “周”不能既指“week”又指“csat”：请删去其中一处。",
  ],
  [
    "a word that means something that the file leaves alone",
    "words: { metrics: { quality: [满意度] } }",
    "1:31 words.metrics.quality[0]: “满意度” cannot mean both “quality” and “csat”: take it away from one of them.",
    "1:31 words.metrics.quality[0]: “满意度”不能既指“quality”又指“csat”：请删去其中一处。",
  ],
  [
    "an unknown metric",
    "words: { metrics: { handel-time: [aht] } }",
    "1:21 words.metrics.handel-time: There is no “handel-time”. Perhaps you mean “handle-time”.",
    "1:21 words.metrics.handel-time: 没有“handel-time”，您是不是想写“handle-time”？",
  ],
  [
    "an unknown period",
    "words: { periods: { fortnight: [x] } }",
    "1:21 words.periods.fortnight: Write today, yesterday, week, last-week, month or last-month.",
    "1:21 words.periods.fortnight: 请写today、yesterday、week、last-week、month或last-month。",
  ],
  [
    "a word without a letter",
    'words: { metrics: { csat: ["  "] } }',
    "1:28 words.metrics.csat[0]: a word is 1 to 50 characters with a letter among them",
    "1:28 words.metrics.csat[0]: 说法为 1 至 50 个字符，其中至少有一个文字",
  ],
])("%s is refused in both languages", async (_, text, english, chinese) => {
  await apply(file);
  const before = await kept();
  expect(await told(text, "en")).toEqual([english]);
  expect(await told(text, "zh-CN")).toEqual([chinese]);
  expect(await kept()).toEqual(before);
});
