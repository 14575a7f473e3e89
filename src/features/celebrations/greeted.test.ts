import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayAt, eachDay, instantAt, type LocalDate } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite } from "../../testing/builders.ts";
import { recipientText } from "../notices/index.ts";
import type { Birthday, LeapDay, Person } from "../people/index.ts";
import { type Days, keptIn, postedOn } from "./days.ts";
import { couldBeOn, type Greeting, type Usual, whoIsGreeted } from "./greeted.ts";
import { placesOf } from "./places.ts";
import type { WeekendRule } from "./rules.ts";

const zones = ["Pacific/Auckland", "America/New_York", "Asia/Shanghai"] as const;
const weekends: readonly WeekendRule[] = ["on-the-day", "workday-before", "workday-after"];
const years = [2027, 2028] as const;
const calendar = {
  weekend: [6, 7],
  holidays: [day("2027-12-31"), day("2028-01-03"), day("2028-05-01"), day("2027-02-15"), day("2027-02-16")],
  workdays: [day("2027-02-20"), day("2028-04-30")],
} as const;
const privacies = ["public", "team", "none", undefined] as const;

/** One person for each day of a leap year; their choices follow one another, so that neighbours differ. */
const everybody = eachDay(day("2028-01-01"), day("2028-12-31")).map((on, n) => {
  const birthdayPrivacy = privacies[n % privacies.length];
  const person = aPerson({
    id: anId(n + 1),
    employeeNo: `${n}`,
    hiredOn: day("2020-01-01"),
    ...(birthdayPrivacy === undefined ? {} : { birthdayPrivacy }),
    assignments: [anAssignment({ team: n % 3 === 0 ? "south" : "north", from: day("2020-01-01") })],
  });
  return { person, birthday: { person: person.id, month: Number(on.slice(5, 7)), day: Number(on.slice(8)) } };
});

const site = aSite({ calendar, channels: { celebrations: "party" } });
const mates = [aPerson({ id: anId(901), employeeNo: "901" }), aPerson({ id: anId(902), employeeNo: "902" })];

/** Everything that is told from the autumn before to the spring after, as 09:00 comes in a zone. */
function told(zone: string, days: Days, usual: Usual) {
  const cards = new Set<string>();
  const all: { readonly on: LocalDate; readonly of: Greeting; readonly places: readonly string[] }[] = [];
  for (const nominal of eachDay(day("2026-11-01"), day("2029-02-28"))) {
    const nine = instantAt(nominal, "09:00", zone);
    if (!nine.ok) throw new Error(`no nine o'clock on ${nominal} in ${zone}`);
    const on = dayAt(nine.value, zone);
    const isDue = couldBeOn(on, days, usual);
    const people = everybody.filter(({ birthday }) => isDue(birthday));
    const greeted = whoIsGreeted({
      day: on,
      days,
      usual,
      people,
      today: on,
      wasGreeted: (person, before) => cards.has(`${person} ${before}`),
    });
    for (const of of greeted) {
      cards.add(`${of.person.id} ${on}`);
      const members = new Map(["north", "south"].map((team) => [team, [of.person, ...mates]] as const));
      all.push({ on, of, places: placesOf(of, { site, members }).map(recipientText) });
    }
  }
  return all;
}

describe("every day of 2027 and 2028", () => {
  const cases = zones.flatMap((zone) =>
    weekends.flatMap((weekend) => (["02-28", "03-01"] as const).map((leap) => [zone, weekend, leap] as const)),
  );
  test.each(cases)("in %s, %s, with leap days on %s: each once, none twice, privacy kept", (zone, rule, leapDay) => {
    const days: Days = { rule, calendar };
    const all = told(zone, days, { birthdayPrivacy: "public", leapDay });
    for (const { person, birthday } of everybody) {
      for (const year of years) {
        const on = keptIn(birthday, year, leapDay);
        const own = all.filter(({ of }) => of.person.id === person.id && of.on === on);
        const hears = person.birthdayPrivacy ?? "public";
        const where = `${person.birthdayPrivacy} ${on}`;
        if (hears === "none") {
          expect(own, where).toEqual([]);
          continue;
        }
        expect(
          own.map((one) => one.on),
          where,
        ).toEqual([postedOn(on, days)]);
        const theirs = mates.map(({ id }) => `person:${id}`);
        expect(own[0]?.places, where).toEqual(hears === "public" ? ["channel:leeds/party"] : theirs);
      }
    }
  });
});

describe("somebody's birthday", () => {
  const usual: Usual = { birthdayPrivacy: "public", leapDay: "02-28" };
  const week: Days = { rule: "workday-before", calendar: { weekend: [6, 7], holidays: [], workdays: [] } };
  /** The days on which one person is greeted about Sunday 15 March 2026. */
  function days(but: Partial<Person> = {}, of: Days = week, birthday: Partial<Birthday> = {}) {
    const person = aPerson(but);
    const cards = new Set<string>();
    return eachDay(day("2026-03-01"), day("2026-03-31")).filter((on) => {
      const greeted = whoIsGreeted({
        day: on,
        days: of,
        usual,
        people: [{ person, birthday: { person: person.id, month: 3, day: 15, ...birthday } }],
        today: on,
        wasGreeted: (_, before) => cards.has(before),
      });
      if (greeted.length > 0) cards.add(on);
      return greeted.length > 0;
    });
  }
  const after: Days = { ...week, rule: "workday-after" };

  test.each([
    ["who is here", {}, week, ["2026-03-13"]],
    ["on its last day", { leftOn: day("2026-03-13") }, week, ["2026-03-13"]],
    ["who left the day before", { leftOn: day("2026-03-12") }, week, []],
    ["who left before the workday after", { leftOn: day("2026-03-15") }, after, []],
    ["who is still here on the workday after", { leftOn: day("2026-03-16") }, after, ["2026-03-16"]],
    ["whose first day it is on the workday before", { hiredOn: day("2026-03-13") }, week, ["2026-03-13"]],
    ["who is hired in between", { hiredOn: day("2026-03-14") }, week, ["2026-03-15"]],
    ["whose first day it is", { hiredOn: day("2026-03-15") }, week, ["2026-03-15"]],
    ["who comes too late", { hiredOn: day("2026-03-16") }, week, []],
    ["who wants nobody to hear of it", { birthdayPrivacy: "none" }, week, []],
  ] as const)("%s is greeted on the right days", (_, but, of, expected) => {
    expect(days(but, of)).toEqual(expected);
  });

  test("is asked for ahead on the day on which it will be greeted, and on no other", () => {
    const person = aPerson();
    const ahead = eachDay(day("2026-03-12"), day("2026-03-18")).filter(
      (on) =>
        whoIsGreeted({
          day: on,
          days: week,
          usual,
          people: [{ person, birthday: { person: person.id, month: 3, day: 15 } }],
          today: day("2026-03-11"),
          wasGreeted: () => false,
        }).length > 0,
    );
    expect(ahead).toEqual(["2026-03-13"]);
  });

  test("holds for any calendar, zone of the year and choice: once in each year", () => {
    const calendars = fc.record({
      weekend: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { maxLength: 6 }),
      off: fc.array(fc.integer({ min: 0, max: 760 }), { maxLength: 20 }),
      worked: fc.array(fc.integer({ min: 0, max: 760 }), { maxLength: 5 }),
    });
    const first = day("2026-12-01");
    fc.assert(
      fc.property(
        calendars,
        fc.constantFrom(...weekends),
        fc.constantFrom<LeapDay>("02-28", "03-01"),
        fc.constantFrom(...everybody),
        ({ weekend, off, worked }, rule, leapDay, { person: known, birthday }) => {
          const { birthdayPrivacy: _, ...person } = known;
          const holidays = off.map((n) => addDays(first, n));
          const workdays = worked.map((n) => addDays(first, n));
          const of: Days = { rule, calendar: { weekend: weekend as never, holidays, workdays } };
          const cards = new Set<string>();
          const greeted: LocalDate[] = [];
          for (const year of years) {
            const kept = keptIn(birthday, year, leapDay);
            for (const on of eachDay(addDays(kept, -40), addDays(kept, 40))) {
              const all = whoIsGreeted({
                day: on,
                days: of,
                usual: { ...usual, leapDay },
                people: [{ person, birthday }],
                today: on,
                wasGreeted: (_id, before) => cards.has(before),
              });
              if (all.length > 0) cards.add(on);
              greeted.push(...all.map((one) => one.on));
            }
          }
          expect(greeted).toEqual(years.map((year) => keptIn(birthday, year, leapDay)));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("a birthday that is the team's alone", () => {
  const person = aPerson({ birthdayPrivacy: "team" });
  const of: Greeting = { person, on: day("2026-03-15"), audience: { is: "team", teams: ["north"] } };
  const [mate, other] = [aPerson({ id: anId(2) }), aPerson({ id: anId(3) })];

  test("is told to each teammate once by direct message, whatever channels there are", () => {
    const channels = { celebrations: "party", north: "north" };
    const members = new Map([
      ["north", [person, mate]],
      ["east", [other, mate, person]],
    ]);
    const both: Greeting = { ...of, audience: { is: "team", teams: ["north", "east"] } };
    expect(placesOf(both, { site: { ...site, channels }, members }).map(recipientText)).toEqual([
      `person:${mate.id}`,
      `person:${other.id}`,
    ]);
  });

  test("is told to nobody where they are in no team, and a public one nowhere without a channel", () => {
    const placing = { site: aSite({ channels: {} }), members: new Map() };
    expect(placesOf({ ...of, audience: { is: "team", teams: [] } }, placing)).toEqual([]);
    expect(placesOf({ ...of, audience: { is: "public" } }, placing)).toEqual([]);
  });
});
