import { afterEach, beforeEach, expect, test } from "vitest";
import type { Current, Writes } from "../features/configuration/index.ts";
import { day } from "../kernel/time.ts";
import { type ImportHouse, importHouse } from "../testing/import-house.ts";
import { configurationStore } from "./configuration.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const at = new Date("2026-06-01T12:00:00Z");
const nothing: Writes = {
  sites: {},
  teams: {},
  scorecards: {},
  forms: {},
  presets: {},
  words: { metrics: {}, periods: {} },
  rezoned: [],
  retallied: [],
};
const config = {
  name: { en: "North", "zh-CN": "北组" },
  for: { project: "sales" },
  from: day("2026-01-01"),
  components: [],
};
const store = () => configurationStore(house.database);

async function current(): Promise<Current> {
  const seen: Current[] = [];
  await store().change((now) => void seen.push(now), at);
  const [now] = seen;
  if (now === undefined) throw new Error("nobody asked");
  return now;
}

test("what was written is read back as it was written", async () => {
  const north = {
    version: 1,
    config: { ...config, state: "live", to: day("2026-12-31") },
    countsFrom: day("2026-03-01"),
  };
  const words = { metrics: { csat: ["满意度", "stars"] }, periods: { week: ["这礼拜"] } };
  const { leeds } = (await current()).sites;
  if (leeds === undefined) throw new Error("no Leeds");
  expect(leeds.repeatWithin).toBe(7);
  const sites = { leeds: { ...leeds, repeatWithin: 30 } };
  await store().change(() => ({ ...nothing, sites, scorecards: { north } as Writes["scorecards"], words }), at);
  const now = await current();
  expect(now.sites.leeds?.repeatWithin).toBe(30);
  expect(now.scorecards.north).toEqual({ version: 1, config: north.config, liveFrom: "2026-01-01" });
  expect({ ...now.words, metrics: { csat: [...(now.words.metrics.csat ?? [])].sort() } }).toEqual({
    metrics: { csat: ["stars", "满意度"] },
    periods: { week: ["这礼拜"] },
  });
});

test("a scorecard is read by its latest version, with the first day of its latest live one", async () => {
  const one = (version: number, state: string, from: string) => ({
    ...nothing,
    scorecards: {
      north: { version, config: { ...config, state, from: day(from) }, countsFrom: day(from) },
    } as Writes["scorecards"],
  });
  for (const writes of [one(1, "live", "2026-01-01"), one(2, "live", "2026-02-01"), one(3, "shadow", "2026-03-01")]) {
    await store().change(() => writes, at);
  }
  expect((await current()).scorecards.north).toMatchObject({
    version: 3,
    config: { state: "shadow", from: "2026-03-01" },
    liveFrom: "2026-02-01",
  });
});

test("a version that had not begun does not begin once a later one is put off", async () => {
  const make = (version: number, countsFrom: string, state = "live") =>
    store().change(
      () => ({
        ...nothing,
        scorecards: {
          north: { version, config: { ...config, state }, countsFrom: day(countsFrom) },
        } as Writes["scorecards"],
      }),
      at,
    );
  await make(1, "2026-01-01");
  await make(2, "2026-07-01");
  await make(3, "2026-09-01", "shadow");
  await make(4, "2026-08-01");
  const { rows } = await house.database.pool.query<{ version: number; from: string }>(
    "SELECT version, counts_from::text AS from FROM scorecard WHERE id = 'north' ORDER BY version",
  );
  expect(rows.map(({ version, from }) => `${version} ${from}`)).toEqual([
    "1 2026-01-01",
    "2 2026-08-01",
    "3 2026-09-01",
    "4 2026-08-01",
  ]);
});

test("a word that is taken undoes everything that was written with it", async () => {
  await store().change(() => ({ ...nothing, words: { metrics: { csat: ["stars"] }, periods: {} } }), at);
  const clash = { ...nothing, words: { metrics: { volume: ["calls"], quality: ["stars"] }, periods: {} } };
  await expect(store().change(() => clash, at)).rejects.toThrow("word_pkey");
  expect(await house.rows("SELECT means, text FROM word")).toEqual(["(csat,stars)"]);
});

test("what was applied is on record by name", async () => {
  await store().change(() => ({ ...nothing, words: { metrics: { csat: ["stars"] }, periods: { week: [] } } }), at);
  expect(await house.rows("SELECT action, detail->'words' AS words FROM audit")).toEqual([
    '(apply,"[""csat"", ""week""]")',
  ]);
});

test("a form is read by its newest version, and a version that is out cannot be written again", async () => {
  const form = (version: number, name: string) => ({
    ...nothing,
    forms: { phone: { version, config: { name: { en: name, "zh-CN": "电话" }, projects: [], sections: [] } } },
  });
  await store().change(() => form(1, "Phone"), at);
  await store().change(() => form(2, "Calls"), at);
  expect((await current()).forms.phone).toMatchObject({ version: 2, config: { name: { en: "Calls" } } });
  await expect(store().change(() => form(1, "Else"), at)).rejects.toThrow("evaluation_form_pkey");
  expect((await current()).forms.phone).toMatchObject({ version: 2, config: { name: { en: "Calls" } } });
});

test("a site's rules are what it set of each feature and nothing else", async () => {
  const { leeds } = (await current()).sites;
  if (leeds === undefined) throw new Error("no Leeds");
  expect(leeds.rules).toEqual({});
  const values = { brave: { en: "Brave", "zh-CN": "勇敢" } };
  const rules = { appeals: { daysToFile: 7 }, kudos: { values }, later: { unknown: [1] } };
  await store().change(() => ({ ...nothing, sites: { leeds: { ...leeds, rules } } }), at);
  expect((await current()).sites.leeds?.rules).toEqual(rules);
  const fewer = { ...leeds, rules: { appeals: {}, kudos: { allowance: 3 } } };
  await store().change(() => ({ ...nothing, sites: { leeds: fewer } }), at);
  expect(await house.rows("SELECT site_id, feature, body FROM site_rules")).toEqual([
    '(leeds,kudos,"{""allowance"": 3}")',
  ]);
  await store().change(() => ({ ...nothing, sites: { leeds } }), at);
  expect(await house.rows("SELECT site_id FROM site_rules")).toEqual([]);
});
