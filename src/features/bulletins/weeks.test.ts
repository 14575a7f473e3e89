import { describe, expect, test } from "vitest";
import { day, daysBetween, eachDay, type LocalDate, weekday } from "../../kernel/time.ts";
import { weekOut, weekPrepared, weeksOf, weeksThatTell } from "./weeks.ts";

describe("the week of a bulletin", () => {
  test("looks back at Monday to Sunday and ahead to Monday to Sunday", () => {
    expect(weeksOf(day("2026-03-16"))).toEqual({
      past: { from: "2026-03-09", to: "2026-03-15" },
      coming: { from: "2026-03-16", to: "2026-03-22" },
    });
  });

  test.each([
    ["2026-03-09", "2026-03-09"],
    ["2026-03-10", "2026-03-16"],
    ["2026-03-13", "2026-03-16"],
    ["2026-03-15", "2026-03-16"],
    ["2026-03-16", "2026-03-16"],
  ])("what is prepared on %s is for %s", (on, monday) => expect(weekPrepared(day(on))).toBe(monday));

  test.each([
    ["2026-03-16", "2026-03-16"],
    ["2026-03-17", "2026-03-16"],
  ])("what goes out on %s is of %s", (on, monday) => expect(weekOut(day(on))).toBe(monday));

  test("tells of a day if it is in the past week or in the one before that, and of no other", () => {
    const tells = (monday: LocalDate, from: string, to: string) => {
      const { from: first, to: last } = weeksThatTell({ from, to });
      return first <= monday && monday <= last;
    };
    const mondays = eachDay(day("2026-02-02"), day("2026-04-27")).filter((on) => weekday(on) === 1);
    for (const on of eachDay(day("2026-03-02"), day("2026-03-15"))) {
      const expected = mondays.filter((monday) => daysBetween(on, monday) >= 1 && daysBetween(on, monday) <= 14);
      expect(
        mondays.filter((monday) => tells(monday, on, on)),
        on,
      ).toEqual(expected);
    }
    expect(mondays.filter((monday) => tells(monday, "2026-03-01", "2026-03-31"))).toEqual([
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30",
      "2026-04-06",
      "2026-04-13",
    ]);
  });
});
