import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { PersonId } from "../people/index.ts";
import type { Kudos } from "./domain.ts";

/** Who thanked whom. */
export type Pair = Pick<Kudos, "giver" | "receiver">;

/** The most people who make a circle. */
const mostInRing = 4;

/** The first day that still counts when circles are looked for on a day. */
export const ringFrom = (on: LocalDate, ringDays: number): LocalDate => addDays(on, 1 - ringDays);

/** Whether a thank-you closes a circle of two to four people with those that were sent before. */
export function closesRing({ giver, receiver }: Pair, sent: readonly Pair[]): boolean {
  let reached = new Set<PersonId>([receiver]);
  for (let people = 2; people <= mostInRing; people += 1) {
    reached = new Set(sent.flatMap((pair) => (reached.has(pair.giver) ? [pair.receiver] : [])));
    if (reached.has(giver)) return true;
  }
  return false;
}

/** Those of a site's thank-yous that close no circle any more once one of them is taken back, by their ids. */
export function freedBy(taken: Kudos, standing: readonly Kudos[], ringDays: number): string[] {
  const others = standing.filter(({ id }) => id !== taken.id);
  const freed = others.filter((one) => {
    if (one.uncounted !== "ring" || one.at < taken.at) return false;
    const from = ringFrom(one.day, ringDays);
    const before = others.filter(({ id, at, day }) => id !== one.id && at <= one.at && day >= from);
    return !closesRing(one, before);
  });
  return freed.map(({ id }) => id);
}
