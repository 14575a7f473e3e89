import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { SeatHeld } from "./people.ts";
import type { Due } from "./store.ts";

/** The seats that are held on a day, as one text. */
const heldOn = (held: readonly SeatHeld[], day: LocalDate): string =>
  JSON.stringify(
    held
      .filter(({ from, to }) => from <= day && (to === null || day <= to))
      .map(({ team, seat }) => `${seat} ${team}`)
      .sort(),
  );

/** The first day on which somebody sits otherwise than before; undefined when there is none. */
export function firstReseated(before: readonly SeatHeld[], after: readonly SeatHeld[]): LocalDate | undefined {
  const turns = [...before, ...after].flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  return turns.sort().find((day) => heldOn(before, day) !== heldOn(after, day));
}

type Reseated = {
  readonly id: string;
  readonly before: readonly SeatHeld[] | undefined;
  readonly after: readonly SeatHeld[];
};

/** From when to today the scores of those are due who sit otherwise than before. */
export const dueBySeats = (people: readonly Reseated[], today: LocalDate): Due[] =>
  people.flatMap(({ id, before, after }) => {
    const from = firstReseated(before ?? [], after);
    return from === undefined || from > today ? [] : [{ person: id, from, to: today }];
  });
