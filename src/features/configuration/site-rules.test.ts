import { describe, expect, test } from "vitest";
import { kudosConfig } from "../kudos/index.ts";
import { fileSchema } from "./schema.ts";
import { inForce, rulesAfter, type SiteRules, unknownAwards, withoutRules } from "./site-rules.ts";

const said = (site: object) => fileSchema.parse({ sites: { leeds: site } }).sites.leeds ?? {};
const applied = (current: SiteRules, site: object) => rulesAfter(current, said(site));

const brave = { brave: { en: "Brave", "zh-CN": "勇敢" } };
const careful = { careful: { en: "Careful", "zh-CN": "细致" } };

describe("the rules of a site", () => {
  test.each<[string, SiteRules, object, SiteRules]>([
    ["say nothing where nothing is said", {}, { name: "Leeds" }, {}],
    ["say nothing where a feature is only named", {}, { appeals: {}, kudos: {} }, {}],
    ["are set as they are said, no more", {}, { kudos: { allowance: 3 } }, { kudos: { allowance: 3 } }],
    [
      "stay where they are left out",
      { kudos: { allowance: 3 } },
      { kudos: { pairCap: 1 } },
      { kudos: { allowance: 3, pairCap: 1 } },
    ],
    [
      "of one feature leave those of another",
      { kudos: { allowance: 3 } },
      { appeals: { daysToFile: 7 } },
      { appeals: { daysToFile: 7 }, kudos: { allowance: 3 } },
    ],
    [
      "of which one is a record take it as a whole",
      { kudos: { values: brave } },
      { kudos: { values: careful } },
      { kudos: { values: careful } },
    ],
    [
      "lose a limit by never",
      { appeals: { daysToFile: 7, monthClosesOn: 3 } },
      { appeals: { monthClosesOn: "never" } },
      { appeals: { daysToFile: 7 } },
    ],
    ["of awards keep the ones that are named alone", {}, { awards: { rules: {} } }, { awards: { rules: {} } }],
    ["lose a limit that was none by never", {}, { appeals: { recordingDays: "never" } }, {}],
    [
      "of a feature that nobody knows here stay",
      { cards: { most: 3 } },
      { kudos: { allowance: 3 } },
      { cards: { most: 3 }, kudos: { allowance: 3 } },
    ],
  ])("%s", (_, current, site, expected) => {
    expect(applied(current, site)).toEqual(expected);
  });

  const features = Object.keys(inForce({}));

  test.each(features)("for %s can be left out, are as usual then, and know no other names", (feature) => {
    expect(applied({}, { [feature]: {} })).toEqual({});
    expect(() => said({ [feature]: { noSuchRule: 1 } })).toThrow("noSuchRule");
    expect(() => said({ [feature]: null })).toThrow(feature);
  });

  test.each(features)("for %s that are said as usual hold as usual", (feature) => {
    const usual = inForce({})[feature] ?? {};
    const set = applied({}, { [feature]: JSON.parse(JSON.stringify(usual)) });
    expect(inForce(set)[feature]).toEqual(usual);
    expect(Object.keys(usual).length).toBeGreaterThan(0);
  });

  test("hold as far as they are set, and as usual beyond that", () => {
    expect(inForce({ kudos: { allowance: 3 } }).kudos).toEqual({ ...kudosConfig.parse({}), allowance: 3 });
  });

  test("that an earlier Fairline took and this one does not are shown as they are kept", () => {
    expect(inForce({ kudos: { allowance: 0.5 } }).kudos).toEqual({ allowance: 0.5 });
  });

  test("name awards in those of draws that the site has, by its own rules or usually", () => {
    const prize = { en: "Cinema", "zh-CN": "电影票" };
    const asks = (...awards: string[]) => ({ performers: { prize, eligibility: { awards } } });
    const own = { rules: { "kind-word": { name: { en: "Kind word", "zh-CN": "暖心" }, period: "month" } } };
    expect(unknownAwards({ draws: asks("monthly-best", "kind-word"), awards: own })).toEqual([]);
    const [wrong, ...more] = unknownAwards({ draws: asks("monthly-best", "kind-word") });
    expect(more).toEqual([]);
    expect(wrong?.path).toEqual(["draws", "performers", "eligibility", "awards", 1]);
    expect(wrong?.message("en")).toBe(
      "There is no award “kind-word” at this site, which has: daily-best, weekly-best-team, monthly-best, most-improved, attendance, customer-praise.",
    );
    expect(wrong?.message("zh-CN")).toContain("本中心没有奖项“kind-word”，现有奖项：daily-best、weekly-best-team、");
    expect(unknownAwards({})).toEqual([]);
  });

  test("are told apart from what else is said of a site", () => {
    expect(withoutRules(said({ name: "Leeds", kudos: { allowance: 3 } }))).toEqual({ name: "Leeds" });
  });
});
