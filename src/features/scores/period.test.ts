import { describe, expect, test } from "vitest";
import { readLine } from "../../chat/parse.ts";
import { day } from "../../kernel/time.ts";
import { scoreCommands } from "./commands.ts";
import { periodBefore, periodText, readPeriod } from "./period.ts";
import type { Scores } from "./scores.ts";

const today = day("2026-03-11"); // a Wednesday

const days = (text: string) => {
  const outcome = readPeriod(text, today);
  return outcome.ok ? `${outcome.value.from}/${outcome.value.to}` : outcome.refusal.say("en");
};

describe("a period", () => {
  test.each([
    ["today", "2026-03-11/2026-03-11"],
    ["今天", "2026-03-11/2026-03-11"],
    ["Yesterday", "2026-03-10/2026-03-10"],
    ["昨天", "2026-03-10/2026-03-10"],
    ["week", "2026-03-09/2026-03-15"],
    ["本周", "2026-03-09/2026-03-15"],
    ["last  week", "2026-03-02/2026-03-08"],
    ["上周", "2026-03-02/2026-03-08"],
    ["month", "2026-03-01/2026-03-31"],
    ["last month", "2026-02-01/2026-02-28"],
    ["上个月", "2026-02-01/2026-02-28"],
    ["2026-02-14", "2026-02-14/2026-02-14"],
    ["2026-02", "2026-02-01/2026-02-28"],
    ["2026-03-04..", "2026-03-02/2026-03-08"],
  ])("%s is %s", (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  test("that is still to come, or none at all, is refused in words", () => {
    expect(days("2026-03-12")).toContain("still to come");
    expect(days("2026-04")).toContain("still to come");
    expect(days("2026-02-30")).toContain("Write today");
    expect(days("fortnight")).toContain("Write today");
  });

  test("survives a button", () => {
    for (const text of ["today", "week", "month", "2026-02-14", "2026-02"]) {
      const outcome = readPeriod(text, today);
      if (!outcome.ok) throw new Error(text);
      expect(readPeriod(periodText(outcome.value), today)).toEqual(outcome);
    }
  });

  test("comes after the workday, week or month before it", () => {
    const calendar = { weekend: [6, 7], holidays: [], workdays: [] } as const;
    const startBefore = (text: string) => {
      const outcome = readPeriod(text, today);
      return outcome.ok ? periodBefore(outcome.value, calendar).from : undefined;
    };
    expect(startBefore("2026-03-09")).toBe("2026-03-06");
    expect(startBefore("week")).toBe("2026-03-02");
    expect(startBefore("month")).toBe("2026-02-01");
  });
});

describe("a line typed after /teamscore", () => {
  const params =
    scoreCommands({ scores: {} as Scores, draw: async () => new Uint8Array() }).commands.find(
      ({ name }) => name === "teamscore",
    )?.params ?? {};
  test.each([
    ["week", { period: "week" }],
    ["last week", { period: "last week" }],
    ["blue last week", { team: "blue", period: "last week" }],
    ["Blue Team 2026-03-09", { team: "Blue Team", period: "2026-03-09" }],
    ["一组 上周", { team: "一组", period: "上周" }],
    ["Blue", { team: "Blue" }],
    ["team:Blue period:week", { team: "Blue", period: "week" }],
  ])("“%s”", (line, expected) => {
    const outcome = readLine(params, line);
    expect(outcome).toEqual({ ok: true, value: expected });
  });
});
