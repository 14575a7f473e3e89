import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawLots, keyOf, uniform } from "./lots.ts";
import type { Line } from "./manifest.ts";

const runs = 100_000;

/** A key of its own for every run. */
const keyAt = (run: number) => createHash("sha256").update(`run ${run}`).digest();

type Drawer = (
  entrants: readonly Line[],
  counts: { winners: number; alternates: number },
  run: number,
) => readonly string[];

const ours: Drawer = (entrants, counts, run) => drawLots(entrants, counts, keyAt(run)).winners;

/** Below this, a fair draw stays in 999,999 of a million tries: quantiles of chi-square for these degrees of freedom. */
const limits: Readonly<Record<number, number>> = { 3: 30.66, 5: 35.89, 9: 44.81 };

/** Pearson's chi-square of what was seen against what a fair draw comes to. */
function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  return seen.reduce((sum, count, index) => {
    const fair = expected[index] ?? 0;
    return sum + (count - fair) ** 2 / fair;
  }, 0);
}

const boxOf = (entrants: readonly Line[]) => entrants.flatMap(({ id, tickets }) => Array<string>(tickets).fill(id));

/** How far first places are from their shares of tickets, over so many draws. */
function firstPlaces(drawer: Drawer, entrants: readonly Line[]): number {
  const seen = new Map(entrants.map(({ id }) => [id, 0]));
  for (let run = 0; run < runs; run += 1) {
    const [first = ""] = drawer(entrants, { winners: 1, alternates: 0 }, run);
    seen.set(first, (seen.get(first) ?? 0) + 1);
  }
  const tickets = entrants.reduce((sum, one) => sum + one.tickets, 0);
  return chiSquare(
    [...seen.values()],
    entrants.map((one) => (runs * one.tickets) / tickets),
  );
}

/** How far the orders of three are from each other's frequency. */
function orders(drawer: Drawer): number {
  const entrants = ["a", "b", "c"].map((id) => ({ id, tickets: 1 }));
  const seen = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    const order = drawer(entrants, { winners: 3, alternates: 0 }, run).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  return chiSquare([...seen.values()], Array<number>(6).fill(runs / 6)) + (6 - seen.size) * 1e9;
}

const even: readonly Line[] = Array.from({ length: 10 }, (_, i) => ({ id: `e${i}`, tickets: 1 }));
const weighted: readonly Line[] = [1, 2, 3, 4].map((tickets) => ({ id: `w${tickets}`, tickets }));
const limitOf = (freedom: number) => limits[freedom] as number;

describe("a draw is uniform over 100,000 runs", () => {
  test("among ten with a ticket each", () => expect(firstPlaces(ours, even)).toBeLessThan(limitOf(9)));
  test("among four with one to four tickets, by their tickets", () =>
    expect(firstPlaces(ours, weighted)).toBeLessThan(limitOf(3)));
  test("in every order of three", () => expect(orders(ours)).toBeLessThan(limitOf(5)));

  test("and the second place goes by the tickets that are left", () => {
    // P(second = j) = Σ i≠j  t_i/T · t_j/(T − t_i)
    const total = 10;
    const fair = weighted.map(({ id, tickets }) =>
      weighted
        .filter((other) => other.id !== id)
        .reduce((sum, other) => sum + (other.tickets / total) * (tickets / (total - other.tickets)), 0),
    );
    const seen = weighted.map(() => 0);
    for (let run = 0; run < runs; run += 1) {
      const [, second] = ours(weighted, { winners: 2, alternates: 0 }, run);
      const index = weighted.findIndex(({ id }) => id === second);
      seen[index] = (seen[index] ?? 0) + 1;
    }
    expect(
      chiSquare(
        seen,
        fair.map((share) => share * runs),
      ),
    ).toBeLessThan(limitOf(3));
  });
});

describe("the same tests catch draws that are not fair", () => {
  const bytesOf = (run: number) => keyAt(run);

  test("a byte taken modulo the number of tickets", () => {
    const modulo: Drawer = (entrants, _, run) => {
      const box = boxOf(entrants);
      return [box[(bytesOf(run)[0] ?? 0) % box.length] ?? ""];
    };
    expect(firstPlaces(modulo, even)).toBeGreaterThan(limitOf(9));
  });

  test("words beyond the last multiple that are kept instead of thrown away", () => {
    // With words of four bits the fault is as large as it is rare with 32.
    const keep = (next: () => number) => (n: number) => next() % n;
    const reject = (next: () => number) => (n: number) => {
      for (;;) {
        const word = next();
        if (word < 16 - (16 % n)) return word % n;
      }
    };
    const seenBy = (way: typeof keep) => {
      const seen = Array<number>(10).fill(0);
      for (let run = 0; run < runs; run += 1) {
        const bytes = bytesOf(run);
        let at = 0;
        const index = way(() => (bytes[at++ % 32] ?? 0) & 15)(10);
        seen[index] = (seen[index] ?? 0) + 1;
      }
      return chiSquare(seen, Array<number>(10).fill(runs / 10));
    };
    expect(seenBy(keep)).toBeGreaterThan(limitOf(9));
    expect(seenBy(reject)).toBeLessThan(limitOf(9));
  });

  test("an array sorted by a random comparison", () => {
    const sorted: Drawer = (entrants, { winners }, run) => {
      const bytes = bytesOf(run);
      let at = 0;
      const random = () => ((bytes[at++ % 32] ?? 0) & 1) - 0.5;
      return entrants
        .map(({ id }) => id)
        .sort(random)
        .slice(0, winners);
    };
    expect(orders(sorted)).toBeGreaterThan(limitOf(5));
  });

  test("entrants drawn as if each had one ticket", () => {
    const heedless: Drawer = (entrants, counts, run) =>
      ours(
        entrants.map(({ id }) => ({ id, tickets: 1 })),
        counts,
        run,
      );
    expect(firstPlaces(heedless, weighted)).toBeGreaterThan(limitOf(3));
  });

  test("a shuffle that swaps with any place", () => {
    const naive: Drawer = (entrants, { winners }, run) => {
      const box = entrants.map(({ id }) => id);
      const bytes = bytesOf(run);
      for (const index of box.keys()) {
        const other = (bytes[index] ?? 0) % box.length;
        [box[index], box[other]] = [box[other] ?? "", box[index] ?? ""];
      }
      return box.slice(0, winners);
    };
    expect(orders(naive)).toBeGreaterThan(limitOf(5));
  });
});

test("words beyond the last multiple of n are thrown away", () => {
  const words = [2 ** 32 - 1, 2 ** 32 - 2, 7];
  expect(uniform(() => words.shift() ?? 0)(2 ** 31 + 1)).toBe(7);
  expect(uniform(() => 2 ** 32 - 1)(2 ** 31)).toBe(2 ** 31 - 1);
});

const lines = fc
  .uniqueArray(fc.stringMatching(/^[\da-f]{24}$/), { minLength: 1, maxLength: 30 })
  .chain((ids) =>
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: ids.length, maxLength: ids.length })
      .map((tickets) => ids.map((id, index): Line => ({ id, tickets: tickets[index] ?? 1 }))),
  );

test("everybody comes out once at most, and everybody wins where they are no more than prizes", () => {
  fc.assert(
    fc.property(lines, fc.nat(12), fc.nat(12), fc.nat(), (entrants, winners, alternates, run) => {
      const result = drawLots(entrants, { winners, alternates }, keyAt(run));
      const all = [...result.winners, ...result.alternates];
      expect(new Set(all).size).toBe(all.length);
      expect(result.winners).toHaveLength(Math.min(winners, entrants.length));
      expect(all).toHaveLength(Math.min(winners + alternates, entrants.length));
      expect(drawLots(entrants, { winners, alternates }, keyAt(run))).toEqual(result);
    }),
  );
});

test("the key depends on the randomness, the draw and the manifest", () => {
  const hash = "ab".repeat(32);
  const key = keyOf(keyAt(1), "draw-1", hash).toString("hex");
  expect(keyOf(keyAt(2), "draw-1", hash).toString("hex")).not.toBe(key);
  expect(keyOf(keyAt(1), "draw-2", hash).toString("hex")).not.toBe(key);
  expect(keyOf(keyAt(1), "draw-1", `cd${hash.slice(2)}`).toString("hex")).not.toBe(key);
});
