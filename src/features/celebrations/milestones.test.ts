import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { aPerson, aTeam } from "../../testing/builders.ts";
import type { Person } from "../people/index.ts";
import type { Days } from "./days.ts";
import { anniversariesOf, milestonesOf } from "./milestones.ts";

const calendar = { weekend: [6, 7], holidays: [], workdays: [] } as const;
const before: Days = { rule: "workday-before", calendar };
const onTheDay: Days = { rule: "on-the-day", calendar };
const usual = { leapDay: "02-28" } as const;

describe("an anniversary", () => {
  const years = (but: Partial<Person>, on: string, days = before, service: object = usual) =>
    anniversariesOf([aPerson(but)], day(on), days, { ...usual, ...service }).map((one) => [one.years, one.on]);

  test.each([
    ["not on the first day", "2026-03-16", "2026-03-16", []],
    ["after one year", "2025-03-16", "2026-03-16", [[1, "2026-03-16"]]],
    ["not the day after", "2025-03-16", "2026-03-17", []],
    ["on the workday before a Saturday", "2023-03-14", "2026-03-13", [[3, "2026-03-14"]]],
    ["not on that Saturday", "2023-03-14", "2026-03-14", []],
    ["of 29 February on the 28th", "2024-02-29", "2025-02-28", [[1, "2025-02-28"]]],
    ["of 29 February in a leap year", "2024-02-29", "2028-02-29", [[4, "2028-02-29"]]],
    ["on the workday before New Year", "2021-01-01", "2027-12-31", [[7, "2028-01-01"]]],
  ] as const)("comes %s", (_, hired, on, expected) => {
    expect(years({ hiredOn: day(hired) }, on)).toEqual(expected);
  });

  test("of 29 February is kept in March where the site wants it so", () => {
    expect(years({ hiredOn: day("2024-02-29") }, "2027-03-01", before, { leapDay: "03-01" })).toHaveLength(1);
    expect(years({ hiredOn: day("2024-02-29") }, "2027-02-26", before, { leapDay: "03-01" })).toEqual([]);
  });

  test("is only of the years that the site celebrates", () => {
    const of = (hired: string) => years({ hiredOn: day(hired) }, "2026-03-16", before, { anniversaryYears: [1, 5] });
    expect([of("2025-03-16"), of("2024-03-16"), of("2021-03-16")].map((all) => all.length)).toEqual([1, 0, 1]);
  });

  test("is never of who has left, of who wants no celebration, or of whose first day nobody knows", () => {
    const hiredOn = day("2025-03-16");
    expect(years({ hiredOn, leftOn: day("2026-03-15") }, "2026-03-16")).toEqual([]);
    expect(years({ hiredOn, leftOn: day("2026-03-16") }, "2026-03-16")).toHaveLength(1);
    expect(years({ hiredOn, birthdayPrivacy: "none" }, "2026-03-16")).toEqual([]);
    expect(years({ hiredOn, birthdayPrivacy: "team" }, "2026-03-16")).toHaveLength(1);
    const { hiredOn: _, ...nobodyKnows } = aPerson();
    expect(anniversariesOf([nobodyKnows], day("2026-03-16"), before, usual)).toEqual([]);
  });
});

describe.each(["hiredOn", "graduatedOn"] as const)("a milestone, %s", (which) => {
  const people = (on: string, but: Partial<Person> = {}) => [
    aPerson({ hiredOn: day("2025-01-01"), [which]: day(on), ...but }),
  ];
  const told = (on: string, asked: string, days = before, but: Partial<Person> = {}) =>
    milestonesOf(people(on, but), day(asked), days, { which, teams: [aTeam()] }).map((one) => [one.on, one.team]);

  test("is told on its day, and after a day off on the next workday, never before", () => {
    expect(told("2026-03-16", "2026-03-16")).toEqual([["2026-03-16", "North"]]);
    expect(told("2026-03-16", "2026-03-17")).toEqual([]);
    expect(told("2026-03-14", "2026-03-13")).toEqual([]);
    expect(told("2026-03-14", "2026-03-14")).toEqual([]);
    expect(told("2026-03-14", "2026-03-16")).toEqual([["2026-03-14", "North"]]);
    expect(told("2026-03-14", "2026-03-14", onTheDay)).toHaveLength(1);
    expect(told("2026-03-14", "2026-03-16", onTheDay)).toEqual([]);
  });

  test("is never of who has left or wants no celebration", () => {
    expect(told("2026-03-16", "2026-03-16", before, { leftOn: day("2026-03-15") })).toEqual([]);
    expect(told("2026-03-16", "2026-03-16", before, { birthdayPrivacy: "none" })).toEqual([]);
  });
});
