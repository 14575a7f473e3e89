import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configurationStore } from "../../persistence/configuration.ts";
import { siteRules } from "../../persistence/site-rules.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { dutyConfig } from "../duty/index.ts";
import { helpConfig } from "../help/index.ts";
import { type Configuration, configuration } from "./index.ts";

let house: ImportHouse;
let config: Configuration;
beforeEach(async () => {
  house = await importHouse();
  config = configuration({ store: configurationStore(house.database), clock: () => new Date("2026-06-01T12:00:00Z") });
});
afterEach(() => house.close());

const file = `
sites:
  harbour:
    name: Harbour
    zone: Europe/London
    locale: en
    weekend: [sun]
    holidays: [2026-12-25]
    workdays: [2026-12-27]
    answerWithin: 30
    channels: { bulletin: general }
teams:
  dock: { site: harbour, name: Dock, channel: dock }
scorecards:
  agents:
    name: { en: Agents, zh-CN: 坐席 }
    for: { role: agent }
    from: 2026-01-01
    components:
      - { metric: volume, weight: 60, target: 40 }
      - { metric: handle-time, weight: 40, target: 300 }
presets:
  calls:
    dataset: interactions
    columns: { agent: server }
`;

async function changes(text: string, dryRun = false): Promise<readonly string[]> {
  const outcome = await config.apply(text, { dryRun });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.changes.map((change) =>
    change.is === "added"
      ? `+ ${change.path}`
      : `${change.path}: ${JSON.stringify(change.from)} → ${JSON.stringify(change.to)}`,
  );
}
async function problems(text: string): Promise<readonly string[]> {
  const outcome = await config.apply(text);
  if (outcome.ok) throw new Error("it was applied");
  return outcome.refusal.problems.map(
    ({ path, line, column, message }) => `${line}:${column} ${path}: ${message("en")}`,
  );
}

describe("a file", () => {
  test("adds what is new, and once more changes nothing", async () => {
    const added = ["+ sites.harbour", "+ teams.dock", "+ scorecards.agents", "+ presets.calls"];
    expect(await changes(file, true)).toEqual(added);
    expect(await changes(file)).toEqual(added);
    expect(await changes(file)).toEqual([]);
    expect(
      await house.rows("SELECT id, zone, weekend, holidays, workdays, answer_within_s FROM site WHERE id = 'harbour'"),
    ).toEqual(["(harbour,Europe/London,{7},{2026-12-25},{2026-12-27},30)"]);
  });

  test("leaves alone what it does not name", async () => {
    await changes(file);
    const small = "sites: { harbour: { answerWithin: 15, channels: { party: fun } }, leeds: { name: Leeds } }";
    expect([...(await changes(small))].sort()).toEqual([
      "sites.harbour.answerWithin: 30 → 15",
      'sites.harbour.channels.party: undefined → "fun"',
    ]);
    expect(await house.rows("SELECT name, zone, channels FROM site WHERE id = 'harbour'")).toEqual([
      '(Harbour,Europe/London,"{""party"": ""fun"", ""bulletin"": ""general""}")',
    ]);
    expect(await house.rows("SELECT count(*) FROM team")).toEqual(["(3)"]);
  });

  test("that is empty changes nothing", async () => {
    expect(await changes("")).toEqual([]);
    expect(await changes("# nothing yet\n")).toEqual([]);
  });

  test("makes a new version of a changed scorecard and never alters an old one", async () => {
    await changes(file);
    expect(await changes(file.replace("target: 40", "target: 50"))).toEqual([
      "scorecards.agents.components[0].target: 40 → 50",
    ]);
    expect(
      await house.rows("SELECT version, components->0->>'target' AS target FROM scorecard ORDER BY version"),
    ).toEqual(["(1,40)", "(2,50)"]);
  });
});

test("the examples of docs/data.md are true", async () => {
  const guide = readFileSync(new URL("../../../docs/data.md", import.meta.url), "utf8");
  const [whole = "", floor = "", presets = ""] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml);
  expect(await changes(whole)).toContain("+ scorecards.agents");
  const set = (await changes(floor)).map((change) => change.split(/[.:[]/).slice(2, 4).join(" "));
  expect([...new Set(set)].sort()).toEqual(["duty remind", "duty rotations", "help live"]);
  const { pool } = house.database;
  expect((await siteRules({ pool }, "help", helpConfig)("leeds")).live.ladder).toHaveLength(2);
  expect((await siteRules({ pool }, "duty", dutyConfig)("leeds")).rotations).toHaveLength(1);
  expect(await changes(presets)).toEqual(["+ presets.dialler"]);
});

describe("what is kept of contacts", () => {
  const contact = "sourceId,agent,startedAt,wait,outcome\nc1,1001,2026-03-09T23:30:00Z,25,answered\n";
  const tally = "SELECT day, hour, handled, answered_in_time FROM tally";

  test("falls on the days and hours of a site's new zone, and can still be taken back", async () => {
    const brought = await house.bring(contact);
    await house.bring(contact.replace("25", "26"));
    expect(await house.rows(tally)).toEqual(["(2026-03-09,23,1,0)"]);
    await changes("sites: { leeds: { zone: Asia/Shanghai } }");
    expect(await house.rows(tally)).toEqual(["(2026-03-10,7,1,0)"]);
    const [last] = await house.imports.latest(1);
    expect(await house.imports.revert(last?.id ?? "")).toMatchObject({ ok: true, value: { restored: 1 } });
    expect(await house.rows(tally)).toEqual(["(2026-03-10,7,1,0)"]);
    expect(await house.imports.revert((brought.ok && brought.value.batch) || "")).toMatchObject({
      ok: true,
      value: { removed: 1 },
    });
    expect(await house.rows(tally)).toEqual([]);
  });

  test("counts by a site's new threshold", async () => {
    await house.bring(contact);
    await changes("sites: { leeds: { answerWithin: 25 } }");
    expect(await house.rows(tally)).toEqual(["(2026-03-09,23,1,1)"]);
  });

  test("is counted anew for a site's new days of coming again, from 1 to 90", async () => {
    const apply = (days: number) => config.apply(`sites: { leeds: { repeatWithin: ${days} } }`);
    const retallied = async (days: number) => {
      const outcome = await apply(days);
      return outcome.ok ? outcome.value.writes.retallied : "refused";
    };
    expect(await retallied(7)).toEqual([]);
    expect(await retallied(90)).toEqual(["leeds"]);
    expect(await retallied(1)).toEqual(["leeds"]);
    expect(await retallied(0)).toBe("refused");
    expect(await retallied(91)).toBe("refused");
    expect(await house.rows("SELECT id, repeat_within_days FROM site ORDER BY id")).toEqual([
      "(chengdu,7)",
      "(leeds,1)",
    ]);
  });
});

describe("what is wrong is told by path, line and column", () => {
  test.each([
    [
      "an unknown zone",
      file.replace("Europe/London", "Europe/Lundon"),
      ["5:5 sites.harbour.zone: not an IANA time zone, such as Europe/London"],
    ],
    [
      "an unknown key",
      file.replace("locale: en", "language: en"),
      ['6:5 sites.harbour.language: Unrecognized key: "language"'],
    ],
    ["a day off that is none", file.replace("[sun]", "[sun, xmas]"), ["7:20 sites.harbour.weekend[1]: "]],
    [
      "weights that do not sum to 100",
      file.replace("weight: 60", "weight: 50"),
      ["19:5 scorecards.agents.components: the weights sum to 90, not to 100"],
    ],
    [
      "an unknown site",
      file.replace("site: harbour", "site: harbor"),
      ["13:11 teams.dock.site: There is no site “harbor”"],
    ],
    [
      "an unknown team",
      file.replace("{ role: agent }", "{ team: docks }"),
      ["17:12 scorecards.agents.for.team: There is no team “docks”"],
    ],
    [
      "a team that moves",
      "teams: { north: { site: chengdu } }",
      ["1:19 teams.north.site: A team stays at its site, which is “leeds”"],
    ],
    [
      "a new site without a zone",
      "sites:\n  quay: { name: Quay, locale: en }",
      ["2:3 sites.quay: A new one needs name, zone, locale."],
    ],
    [
      "a date format of nothing",
      `${file}    startedAt: { date: { column: d, format: yyyy }, time: t }\n`,
      ["26:37 presets.calls.startedAt.date.format: not a date format"],
    ],
    ["no YAML", "sites: [", ["1:9 : This is no YAML"]],
    ["a key twice", "sites: {}\nsites: {}\n", ["2:1 : This is no YAML: Map keys must be unique"]],
  ])("%s", async (_, text, expected) => {
    const told = await problems(text);
    expect(told).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(told[index]?.slice(0, start.length)).toBe(start);
    expect(await house.rows("SELECT count(*) FROM site WHERE id NOT IN ('leeds', 'chengdu')")).toEqual(["(0)"]);
  });

  test("in Chinese too", async () => {
    const outcome = await config.apply("sites: { quay: { answerWithin: soon } }");
    expect(!outcome.ok && outcome.refusal.problems.map(({ message }) => message("zh-CN"))).toEqual([
      expect.stringMatching(/无效输入/),
    ]);
  });
});
