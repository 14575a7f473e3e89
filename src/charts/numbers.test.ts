import { expect, test } from "vitest";
import { roundIn, valueIn } from "./numbers.ts";

test.each([
  ["points", 92, "92.0", "92"],
  ["points", 92.44, "92.4", "92.4"],
  ["seconds", 245, "4:05", "4:05"],
  ["seconds", 59.6, "1:00", "1:00"],
  ["seconds", 4505, "75:05", "75:05"],
  ["seconds", -65, "−1:05", "−1:05"],
  ["percent", 92.44, "92.4%", "92%"],
  ["percent", 80, "80%", "80%"],
  ["count", 1234, "1,234", "1,234"],
] as const)("%s: %d is written %s, in little room %s", (unit, value, fine, round) => {
  for (const locale of ["en", "zh-CN"] as const) {
    expect(valueIn(unit, locale)(value)).toBe(fine);
    expect(roundIn(unit, locale)(value)).toBe(round);
  }
});
