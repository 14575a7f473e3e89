import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { codeBytes, codeIn, codeOf, hashOf } from "./codes.ts";
import { limiter } from "./limiting.ts";

describe("a code", () => {
  test("is made of 80 bits, all of which it shows, in groups of four", () => {
    expect(codeBytes * 8).toBe(80);
    expect(codeOf(new Uint8Array(codeBytes))).toBe("0000-0000-0000-0000");
    expect(codeOf(new Uint8Array(codeBytes).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    expect(codeOf(Uint8Array.of(0, 68, 50, 20, 199, 66, 84, 182, 53, 207))).toBe("0123-4567-89AB-CDEF");
  });

  test.each([
    ["0123-4567-89AB-CDEF", "0123-4567-89AB-CDEF"],
    ["0123456789abcdef", "0123-4567-89AB-CDEF"],
    [" oi23 4567—89ab–cdef ", "0123-4567-89AB-CDEF"],
    ["０１２３-4567-89AB-CDEF", "0123-4567-89AB-CDEF"],
    ["0123-4567-89AB-CDE", undefined],
    ["0123-4567-89AB-CDEU", undefined],
  ])("typed as %s is read as %s", (typed, code) => {
    expect(codeIn(typed)).toBe(code);
  });

  test("is kept as its SHA-256", () => {
    expect(hashOf("0123-4567-89AB-CDEF")).toMatch(/^[\da-f]{64}$/);
    expect(hashOf("0123-4567-89AB-CDEF")).not.toBe(hashOf("0123-4567-89AB-CDEE"));
  });
});

test("anonymous ones are counted by the day for each person, and forgotten with it", () => {
  const counts = limiter((bytes) => new Uint8Array(bytes).fill(7));
  const [monday, tuesday] = [day("2026-03-09"), day("2026-03-10")];
  counts.count("ana", monday);
  counts.count("ana", monday);
  expect([counts.made("ana", monday), counts.made("bo", monday)]).toEqual([2, 0]);
  expect(counts.made("ana", tuesday)).toBe(0);
  counts.count("ana", tuesday);
  expect(counts.made("ana", tuesday)).toBe(1);
});
