import { describe, expect, test } from "vitest";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
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

test("anonymous ones are counted by the day for each person, from their beginning on, and given back where refused", async () => {
  const within = limiter((bytes) => new Uint8Array(bytes).fill(7)).within;
  const [monday, tuesday] = [day("2026-03-09"), day("2026-03-10")];
  const good = async () => done("good");
  const makes = (person: string, on = monday, does: () => Promise<Outcome<string, "bad">> = good) =>
    within({ person, on, most: 2 }, does);
  const refused = refuse({ why: "too-many-anonymous", most: 2 });
  expect(await makes("ana", monday, async () => refuse("bad"))).toEqual(refuse("bad"));
  await expect(makes("ana", monday, () => Promise.reject(new Error("a fault")))).rejects.toThrow("a fault");
  const all = await Promise.all([makes("ana"), makes("ana"), makes("ana")]);
  expect(all).toEqual([done("good"), done("good"), refused]);
  expect(await makes("bo")).toEqual(done("good"));
  expect(await makes("ana", tuesday)).toEqual(done("good"));
});
