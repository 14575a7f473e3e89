import { describe, expect, test } from "vitest";
import { lastOf, readWhen } from "./when.ts";

const zone = "Europe/London";
const read = (text: string, where = zone) => {
  const when = readWhen(text, where);
  return when.ok ? lastOf(when.value, where).toISOString() : when.refusal.why;
};

describe("a moment as somebody writes it", () => {
  test.each([
    ["a day is all of it, by the site's clock", "2026-07-09", "2026-07-09T22:59:59.999Z"],
    ["a day of 23 hours ends when the zone's does", "2026-03-29", "2026-03-29T22:59:59.999Z"],
    ["a local time is read on the site's clock", "2026-07-09T09:00", "2026-07-09T08:00:00.000Z"],
    ["a space does as well as a T", " 2026-01-09 09:00:30 ", "2026-01-09T09:00:30.000Z"],
    ["a time that comes twice is the earlier", "2026-10-25T01:30", "2026-10-25T00:30:00.000Z"],
    ["with an offset it is what it says", "2026-07-09T09:00+08:00", "2026-07-09T01:00:00.000Z"],
    ["an instant of a program is taken", "2026-07-09T09:00:00.123Z", "2026-07-09T09:00:00.123Z"],
  ])("%s: %s", (_, text, at) => expect(read(text)).toBe(at));

  test.each([
    ["2026-02-30", "no-time"],
    ["09.03.2026", "no-time"],
    ["tomorrow", "no-time"],
    ["2026-03-09T25:00Z", "no-time"],
    ["2026-03-29T01:30", "no-such-time"],
    ["2026-03-09T24:30", "no-such-time"],
  ])("%s is refused: %s", (text, why) => expect(read(text)).toBe(why));
});
