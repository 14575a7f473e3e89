import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { aKudos } from "../../testing/contracts/kudos-store.ts";
import type { Kudos } from "./domain.ts";
import { closesRing, freedBy, type Pair, ringFrom } from "./ring.ts";

const pairsOf = (line: string): Pair[] =>
  line.split(" ").flatMap((pair) => (pair === "" ? [] : [{ giver: pair.charAt(0), receiver: pair.charAt(1) }]));
const closes = (pair: string, sent: string) => closesRing(pairsOf(pair)[0] as Pair, pairsOf(sent));

describe("a circle", () => {
  test.each([
    ["of two", "BA", "AB", true],
    ["of three", "CA", "AB BC", true],
    ["of four", "DA", "AB BC CD", true],
    ["of five is none", "EA", "AB BC CD DE", false],
    ["is none where nothing was sent", "AB", "", false],
    ["is none the same way twice", "AB", "AB", false],
    ["is none where several thank one", "CA", "BA", false],
    ["is none where the way is open", "CA", "AB", false],
    ["is none among others", "AB", "CD DC", false],
    ["is found beside other ways", "CA", "AD AB DC BD BC", true],
    ["is found through a circle on the way", "DA", "AB BA BD", true],
  ])("%s", (_, pair, sent, expected) => {
    expect(closes(pair, sent)).toBe(expected);
  });

  test("is a way of at most three others back to the giver, whatever was sent", () => {
    const person = fc.constantFrom("A", "B", "C", "D", "E", "F");
    const pair = fc.record({ giver: person, receiver: person }).filter(({ giver, receiver }) => giver !== receiver);
    const others = ["A", "B", "C", "D", "E", "F"];
    fc.assert(
      fc.property(pair, fc.array(pair, { maxLength: 12 }), (one, sent) => {
        const has = (giver: string, receiver: string) =>
          sent.some((known) => known.giver === giver && known.receiver === receiver);
        const { giver, receiver } = one;
        const byHand =
          has(receiver, giver) ||
          others.some((x) => has(receiver, x) && has(x, giver)) ||
          others.some((x) => has(receiver, x) && others.some((y) => has(x, y) && has(y, giver)));
        expect(closesRing(one, sent)).toBe(byHand);
      }),
    );
  });

  test("is looked for in so many days, today among them", () => {
    expect(ringFrom(day("2026-03-09"), 7)).toBe("2026-03-03");
    expect(ringFrom(day("2026-03-09"), 1)).toBe("2026-03-09");
    expect(ringFrom(day("2026-03-09"), 0)).toBe("2026-03-10");
  });
});

describe("one that is taken back", () => {
  const sent = (n: number, giver: number, receiver: number, but: Partial<Kudos> = {}) =>
    aKudos({
      id: anId(n),
      giver: anId(giver),
      receiver: anId(receiver),
      at: new Date(`2026-03-09T10:0${n}:00Z`),
      ...but,
    });
  const ring = { uncounted: "ring" } as const;
  const first = sent(1, 1, 2);

  test("frees those that close no circle without it", () => {
    expect(freedBy(first, [first, sent(2, 2, 1, ring)], 7)).toEqual([anId(2)]);
    expect(freedBy(first, [first, sent(2, 2, 3), sent(3, 3, 1, ring)], 7)).toEqual([anId(3)]);
  });

  test("frees none that close another circle still, nor what counts or came before", () => {
    const before = sent(0, 1, 2, { at: new Date("2026-03-08T10:00:00Z"), day: day("2026-03-08") });
    expect(freedBy(first, [before, first, sent(2, 2, 1, ring)], 7)).toEqual([]);
    expect(freedBy(first, [first, sent(2, 2, 1)], 7)).toEqual([]);
    expect(freedBy(first, [sent(0, 2, 1, ring), first], 7)).toEqual([]);
  });

  test("frees also where another circle lies too long ago", () => {
    const before = sent(0, 1, 2, { at: new Date("2026-03-02T10:00:00Z"), day: day("2026-03-02") });
    expect(freedBy(first, [before, first, sent(2, 2, 1, ring)], 7)).toEqual([anId(2)]);
    expect(freedBy(first, [before, first, sent(2, 2, 1, ring)], 8)).toEqual([]);
  });

  test("is not judged by what was sent after", () => {
    expect(freedBy(first, [first, sent(2, 2, 1, ring), sent(3, 1, 2)], 7)).toEqual([anId(2)]);
  });
});
