import { describe, expect, test } from "vitest";
import type { Locale } from "../../kernel/locale.ts";
import { peopleHouse } from "../../testing/people-house.ts";

describe("/settings", () => {
  const ben = (locale: Locale) => peopleHouse(locale).on("BEN");

  test("sets quiet hours and takes them back, typed or pressed", async () => {
    const them = ben("en");
    await them.says("/settings");
    expect(them.sees()).toContain("Quiet hours: none");
    await them.presses("Quiet from 22:00 to 07:00");
    expect(them.sees()).toContain("22:00–07:00");
    await them.presses("No quiet hours");
    expect(them.sees()).not.toContain("22:00–");
    await them.runs("settings", { quiet: "21 to 6:30" });
    expect(them.sees()).toContain("21:00–06:30");
    await them.runs("settings", { quiet: "关闭" });
    expect(them.sees()).not.toContain("21:00–");
  });

  test.each(["25:00-07:00", "22:00", "22:60-07:00", "7-7", "midnight"])(
    "%s are no hours, and it says how to write them",
    async (quiet) => {
      const them = ben("en");
      await them.runs("settings", { quiet });
      expect(them.sees()).toContain("Write them like 22:00-07:00");
    },
  );

  test("mutes what can be muted, lets it be heard again, and says what cannot be", async () => {
    const them = ben("zh-CN");
    await them.runs("settings", { mute: "每日得分" });
    expect(them.sees()).toMatch(/已静音.*每日得分/);
    await them.runs("settings", { mute: "daily-score" });
    expect(them.sees()).toMatch(/已静音.*无/);
    await them.runs("settings", { mute: "unheard-of" });
    expect(them.sees()).toContain("该项不能静音");
    expect(them.sees()).toContain("每日得分");
  });
});
