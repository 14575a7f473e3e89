import { afterEach, beforeEach, describe, expect, test } from "vitest";
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

async function changes(text: string): Promise<readonly string[]> {
  const outcome = await config.apply(text);
  if (!outcome.ok) throw new Error(outcome.refusal.problems.map(({ message }) => message("en")).join("; "));
  return outcome.value.changes.map(({ path }) => path);
}
async function problems(text: string, locale: Locale): Promise<readonly string[]> {
  const outcome = await config.apply(text);
  if (outcome.ok) throw new Error("it was applied");
  return outcome.refusal.problems.map(({ path, line, message }) => `${line} ${path}: ${message(locale)}`);
}
const kept = () => house.rows("SELECT site_id, feature, body FROM site_rules ORDER BY 1, 2");

describe("a site's rules for appeals", () => {
  const apply = (appeals: string) => changes(`sites: { leeds: { appeals: ${appeals} } }`);

  test("are set one by one, and what is left out stays", async () => {
    expect(await apply("{ daysToFile: 7, monthClosesOn: 3 }")).toEqual([
      "sites.leeds.appeals.daysToFile",
      "sites.leeds.appeals.monthClosesOn",
    ]);
    expect(await apply("{ decidedBy: majority }")).toEqual(["sites.leeds.appeals.decidedBy"]);
    expect(await changes("sites: { leeds: { name: Leeds Two } }")).toEqual(["sites.leeds.name"]);
    expect(await kept()).toEqual([
      '(leeds,appeals,"{""decidedBy"": ""majority"", ""daysToFile"": 7, ""monthClosesOn"": 3}")',
    ]);
    expect(await apply("{ monthClosesOn: never }")).toEqual(["sites.leeds.appeals.monthClosesOn"]);
    expect(await kept()).toEqual(['(leeds,appeals,"{""decidedBy"": ""majority"", ""daysToFile"": 7}")']);
  });

  test("that are as usual are no difference", async () => {
    expect(await apply("{ daysToFile: 5, decidedBy: superior, recordingDays: never }")).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});

describe("a site's rules for kudos", () => {
  const apply = (kudos: string) => changes(`sites: { leeds: { kudos: ${kudos} } }`);
  const values = "values: { careful: { en: Careful, zh-CN: 细致 }, helpful: { en: Helpful, zh-CN: 帮助同事 } }";

  test("replace the values as a whole, and leave what they do not name", async () => {
    expect(await apply("{ allowance: 3 }")).toEqual(["sites.leeds.kudos.allowance"]);
    expect([...(await apply(`{ ${values} }`))].sort()).toEqual(
      ["careful", "customer-first", "good-spirit", "know-how"].map((name) => `sites.leeds.kudos.values.${name}`),
    );
    expect(await changes("sites: { leeds: { appeals: { daysToFile: 7 } } }")).toEqual([
      "sites.leeds.appeals.daysToFile",
    ]);
    expect(await apply("{ values: { careful: { en: Careful, zh-CN: 细心 } } }")).toEqual([
      "sites.leeds.kudos.values.careful.zh-CN",
      "sites.leeds.kudos.values.helpful",
    ]);
    expect(await kept()).toEqual([
      '(leeds,appeals,"{""daysToFile"": 7}")',
      '(leeds,kudos,"{""values"": {""careful"": {""en"": ""Careful"", ""zh-CN"": ""细心""}}, ""allowance"": 3}")',
    ]);
  });

  test("that are the usual ones word for word are no difference", async () => {
    const usual = "helpful: { en: Helpful, zh-CN: 帮助同事 }, customer-first: { en: Customer first, zh-CN: 客户至上 }";
    const rest = "know-how: { en: Know-how, zh-CN: 专业 }, good-spirit: { en: Good spirit, zh-CN: 乐观向上 }";
    expect(await apply(`{ allowance: 5, values: { ${usual}, ${rest} } }`)).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});

describe("a draw that asks for awards", () => {
  const asks = (id: string) =>
    `draws:\n      performers:\n        prize: { en: Cinema, zh-CN: 电影票 }\n        eligibility: { awards: [${id}] }`;
  const site = (...said: readonly string[]) => `sites:\n  leeds:\n    ${said.join("\n    ")}`;
  const own = "awards: { rules: { kind-word: { name: { en: Kind word, zh-CN: 暖心 }, period: month } } }";
  const wrong = "sites.leeds.draws.performers.eligibility.awards[0]: There is no award “kind-word” at this site";

  test("is refused where the site has no such award, with those that it has, and nothing is kept", async () => {
    const [told, ...more] = await problems(site(asks("kind-word")), "en");
    expect([told?.split(",")[0], more]).toEqual([`6 ${wrong}`, []]);
    expect(told).toContain("which has: daily-best, weekly-best-team, monthly-best, ");
    expect(await problems(site(asks("kind-word")), "zh-CN")).toEqual([
      expect.stringContaining("本中心没有奖项“kind-word”，现有奖项：daily-best、"),
    ]);
    expect(await kept()).toEqual([]);
  });

  test("is taken by the usual awards, by those of the same file, and by those that the site has set before", async () => {
    expect(await changes(site(asks("monthly-best")))).toEqual(["sites.leeds.draws.performers"]);
    expect(await changes(site(own, asks("kind-word")))).not.toEqual([]);
    expect(await changes(site(asks("kind-word")))).toEqual([]);
    const [told] = await problems(site("awards: { rules: {} }"), "en");
    expect(told).toContain(wrong);
  });
});

describe("a rotation of duties", () => {
  const rotation = (site: string, people: string) =>
    `sites:\n  ${site}:\n    duty:\n      rotations:\n        - role: duty-lead\n          startsOn: 2026-01-05\n          people: [${people}]`;

  test("that names somebody whom the site does not have is refused with the line and the number, and nothing is kept", async () => {
    const path = "sites.leeds.duty.rotations[0].people[1]";
    expect(await problems(rotation("leeds", "1001, 2001"), "en")).toEqual([
      `7 ${path}: Nobody at this site has the employee number “2001”.`,
    ]);
    expect(await problems(rotation("leeds", "1001, 2001"), "zh-CN")).toEqual([
      `7 ${path}: 本中心没有工号为“2001”的人。`,
    ]);
    expect(await kept()).toEqual([]);
    expect(await changes(rotation("leeds", "1001, 1002"))).toEqual(["sites.leeds.duty.rotations"]);
  });

  test("is taken where a site has no people yet, and refused there once it has", async () => {
    const file = rotation("york", "7001");
    const whole = file.replace("york:", "york:\n    name: York\n    zone: Europe/London\n    locale: en");
    expect(await changes(whole)).toEqual(["sites.york"]);
    const york = `INSERT INTO person (id, site_id, employee_no, name, roles)
      VALUES (gen_random_uuid(), 'york', '7002', 'Eve Hall', '{agent}')`;
    await house.database.pool.query(york);
    expect(await problems(whole, "en")).toEqual([
      expect.stringContaining("10 sites.york.duty.rotations[0].people[0]: "),
    ]);
  });
});

describe("what is wrong with a site's rules is told by path and line, in both languages:", () => {
  test.each([
    ["appeals: { monthClosesOn: 31 }", "appeals.monthClosesOn", "28", "28"],
    ["appeals: { daysToFile: 0 }", "appeals.daysToFile", "0", "0"],
    ["appeals: { daysToFile: never }", "appeals.daysToFile", "number", "数字"],
    ["appeals: { daysToFiel: 3 }", "appeals.daysToFiel", "“daysToFile”", "“daysToFile”"],
    ["appeals: { decidedBy: lottery }", "appeals.decidedBy", "majority", "majority"],
    ["kudos: { allowance: 0 }", "kudos.allowance", "1", "1"],
    ["kudos: { values: {} }", "kudos.values", "1 to 12 values", "1 至 12 项"],
    ["kudos: { values: { Brave: { en: Brave, zh-CN: 勇敢 } } }", "kudos.values.Brave", "a value's id", "价值观编号"],
    ["kudos: { values: { brave: { en: Brave } } }", "kudos.values.brave.zh-CN", "string", "string"],
    [
      "kudos: { values: { brave: { en: Brave, zh-CN: 勇敢 }, bold: { en: brave, zh-CN: 果断 } } }",
      "kudos.values",
      "no two values have one name",
      "不能同名",
    ],
    ["kudoz: {}", "kudoz", "“kudos”", "“kudos”"],
  ])("%s", async (said, path, en, zh) => {
    const file = `sites:\n  leeds:\n    ${said}`;
    for (const [locale, words] of [
      ["en", en],
      ["zh-CN", zh],
    ] as const) {
      const [told, ...more] = await problems(file, locale);
      expect(more).toEqual([]);
      expect(told).toContain(`3 sites.leeds.${path}: `);
      expect(told).toContain(words);
      expect(/\p{Script=Han}/u.test(told ?? "")).toBe(locale === "zh-CN");
    }
    expect(await kept()).toEqual([]);
  });
});
