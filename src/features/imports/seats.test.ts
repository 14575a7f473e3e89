import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day, eachDay } from "../../kernel/time.ts";
import type { SeatHeld } from "./people.ts";
import { dueBySeats, firstReseated } from "./seats.ts";

const start = day("2026-01-01");
const today = day("2026-01-31");
const held: fc.Arbitrary<readonly SeatHeld[]> = fc.array(
  fc
    .record({
      team: fc.constantFrom("north", "south"),
      seat: fc.constantFrom("member" as const, "lead" as const),
      from: fc.nat({ max: 29 }),
      days: fc.option(fc.nat({ max: 9 }), { nil: null }),
    })
    .map(({ team, seat, from, days }) => ({
      team,
      seat,
      from: addDays(start, from),
      to: days === null ? null : addDays(start, from + days),
    })),
  { maxLength: 3 },
);

test("the first day on which seats differ is found as by looking at each day", () => {
  fc.assert(
    fc.property(held, held, (before, after) => {
      const on = (seats: readonly SeatHeld[], at: string) =>
        seats
          .filter(({ from, to }) => from <= at && at <= (to ?? "9999"))
          .map(({ team, seat }) => team + seat)
          .sort()
          .join();
      const expected = eachDay(start, addDays(start, 60)).find((at) => on(before, at) !== on(after, at));
      expect(firstReseated(before, after)).toBe(expected);
    }),
  );
});

test("nothing is due for a seat that begins tomorrow, and from today one that begins today", () => {
  const seat = (from: ReturnType<typeof day>) => [{ team: "north", seat: "member" as const, from, to: null }];
  const due = (from: ReturnType<typeof day>) => dueBySeats([{ id: "a", before: undefined, after: seat(from) }], today);
  expect(due(addDays(today, 1))).toEqual([]);
  expect(due(today)).toEqual([{ person: "a", from: today, to: today }]);
});
