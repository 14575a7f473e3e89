import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import type { Locale } from "../../kernel/locale.ts";
import { addDays, day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory, type Roster } from "../../testing/people-store.ts";
import { celebrationsInBulletin } from "./bulletin.ts";
import { type CelebrationsConfig, celebrationsConfig } from "./rules.ts";

const somebody = (id: number, name: string, but: Parameters<typeof aPerson>[0] = {}) =>
  aPerson({ id: anId(id), employeeNo: `${id}`, name, ...but });

type Asked = { readonly monday?: string; readonly locale?: Locale; readonly rules?: Partial<CelebrationsConfig> };

/** What a section says in the bulletin of a Monday. */
async function says(
  name: string,
  roster: Partial<Roster>,
  { monday = "2026-03-16", locale = "en", rules }: Asked = {},
) {
  const store = peopleInMemory({ sites: [aSite()], teams: [aTeam()], people: [], ...roster });
  const deps = { roster: store, rules: async () => celebrationsConfig.parse(rules ?? {}) };
  const section = celebrationsInBulletin(deps).find((one) => one.name === name);
  const from = day(monday);
  const blocks = await section?.gather({
    site: aSite(),
    past: { from: addDays(from, -7), to: addDays(from, -1) },
    coming: { from, to: addDays(from, 6) },
    at: new Date(`${monday}T10:00:00Z`),
  });
  return blocks && plainView({ title: "", blocks: blocks({ locale, zone: "Europe/London" }) });
}

describe("birthdays", () => {
  const people = [somebody(1, "Ana Diaz"), somebody(2, "Bo Lund"), somebody(3, "Cy Park"), somebody(4, "Dee Fox")];
  const born = (person: number, month: number, on: number) => ({ person: anId(person), month, day: on });

  test("are those of the week that begins, Monday to Sunday, by day and name, without an age", async () => {
    const birthdays = [born(1, 3, 22), born(2, 3, 16), born(3, 3, 15), born(4, 3, 16)];
    expect(await says("birthdays", { people, birthdays })).toBe(
      "• Mon 16 Mar: Bo Lund and Dee Fox\n• Sun 22 Mar: Ana Diaz\nMany happy returns!",
    );
    expect(await says("birthdays", { people, birthdays }, { locale: "zh-CN" })).toBe(
      "• 3月16日（周一）：Bo Lund和Dee Fox\n• 3月22日（周日）：Ana Diaz\n祝生日快乐！",
    );
  });

  test("are only those that everybody may hear of", async () => {
    const birthdays = [born(1, 3, 17), born(2, 3, 17), born(3, 3, 17), born(4, 3, 17)];
    const some = [
      somebody(1, "Ana", { birthdayPrivacy: "team" }),
      somebody(2, "Bo", { birthdayPrivacy: "none" }),
      somebody(3, "Cy", { birthdayPrivacy: "public" }),
      somebody(4, "Dee"),
    ];
    const of = (birthdayPrivacy: "public" | "team" | "none") =>
      says("birthdays", { people: some, birthdays }, { rules: { birthdayPrivacy } });
    expect(await of("public")).toContain("Tue 17 Mar: Cy and Dee\n");
    expect(await of("team")).toContain("Tue 17 Mar: Cy\n");
    expect(await of("none")).toContain("Tue 17 Mar: Cy\n");
  });

  test("are left out where there are none, or only of people who have left or not begun", async () => {
    const gone = [somebody(1, "Ana", { leftOn: day("2026-03-17") }), somebody(2, "Bo", { hiredOn: day("2026-03-20") })];
    const birthdays = [born(1, 3, 18), born(2, 3, 18)];
    expect(await says("birthdays", { people: gone, birthdays })).toBeUndefined();
    expect(await says("birthdays", { people, birthdays: [born(1, 3, 23)] })).toBeUndefined();
  });

  test("over the turn of the year are those of both", async () => {
    const birthdays = [born(1, 12, 31), born(2, 1, 2)];
    expect(await says("birthdays", { people, birthdays }, { monday: "2026-12-28" })).toMatch(
      /Thu 31 Dec: Ana[\s\S]*Sat 2 Jan: Bo/,
    );
  });

  test("of 29 February are on the day that their person chose, or that is usual", async () => {
    const birthdays = [born(1, 2, 29), { ...born(2, 2, 29), leapDay: "03-01" as const }];
    const feb = await says("birthdays", { people, birthdays }, { monday: "2027-02-22" });
    expect(feb).toContain("Sun 28 Feb: Ana Diaz\n");
    expect(feb).not.toContain("Bo");
    const mar = await says("birthdays", { people, birthdays }, { monday: "2027-03-01", rules: { leapDay: "03-01" } });
    expect(mar).toContain("Mon 1 Mar: Ana Diaz and Bo Lund\n");
  });
});

describe("joiners and graduations", () => {
  const hired = (id: number, name: string, on: string, but = {}) => somebody(id, name, { hiredOn: day(on), ...but });

  test("are of the past week or this one, the first first, with their team", async () => {
    const people = [
      hired(1, "Too early", "2026-03-08"),
      hired(2, "Lin Moe", "2026-03-09", { assignments: [] }),
      hired(3, "Ned New", "2026-03-16", { assignments: [anAssignment({ from: day("2026-03-16") })] }),
      hired(4, "Last One", "2026-03-22"),
      hired(5, "Too late", "2026-03-23"),
      hired(6, "Not stayed", "2026-03-09", { leftOn: day("2026-03-13") }),
      hired(7, "Shy", "2026-03-16", { birthdayPrivacy: "none" }),
    ];
    expect(await says("joiners", { people })).toBe(
      "• Lin Moe, since Mon 9 Mar\n• Ned New, North, starts on Mon 16 Mar\n• Last One, North, starts on Sun 22 Mar",
    );
    expect(await says("joiners", { people: people.slice(2, 3) }, { locale: "zh-CN" })).toBe(
      "• Ned New，North，将于3月16日（周一）入职",
    );
    const graduates = [somebody(1, "Ana", { graduatedOn: day("2026-03-13") }), somebody(2, "Bo")];
    expect(await says("graduations", { people: graduates })).toBe("• Ana, North, Fri 13 Mar");
  });

  test("are left out where there are none", async () => {
    expect(await says("joiners", { people: [somebody(1, "Ana")] })).toBeUndefined();
    expect(await says("graduations", { people: [somebody(1, "Ana")] })).toBeUndefined();
  });
});

test("anniversaries are those of the week that begins, with the years", async () => {
  const people = [
    somebody(1, "Ana", { hiredOn: day("2025-03-22") }),
    somebody(2, "Bo", { hiredOn: day("2021-03-16") }),
    somebody(3, "Cy", { hiredOn: day("2021-03-15") }),
    somebody(4, "Dee", { hiredOn: day("2021-03-17"), birthdayPrivacy: "none" }),
  ];
  expect(await says("anniversaries", { people })).toBe(
    "• Bo: 5 years with us, Mon 16 Mar\n• Ana: 1 year with us, Sun 22 Mar",
  );
  expect(await says("anniversaries", { people: people.slice(1, 2) }, { locale: "zh-CN" })).toBe(
    "• Bo：入职5周年，3月16日（周一）",
  );
  expect(await says("anniversaries", { people: people.slice(2) })).toBeUndefined();
});
