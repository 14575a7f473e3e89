import type { LocalDate } from "../../src/kernel/time.ts";
import { pick, seeded, shuffled } from "./chance.ts";

/** As much of a contact as tells whether its customer will be back. */
export type Caller = { readonly direction: "in" | "out"; readonly isUnsettled: boolean };

/** So many customers that few come again within a week by chance. */
const customers = 70_000;

/** A contact with its customer and its day. */
export type Placed<C> = C & { readonly customer: string; readonly on: LocalDate };

/**
 * Gives each contact its customer: those whose contact settled nothing come in again on the next day or the one after,
 * to whomever.
 */
export function withCustomers<C extends Caller>(
  site: string,
  days: readonly { readonly on: LocalDate; readonly calls: readonly C[] }[],
): Placed<C>[] {
  const all: Placed<C>[] = [];
  let due: string[] = [];
  let dueLater: string[] = [];
  for (const { on, calls } of days) {
    const random = seeded(site, on, "customers");
    const incoming = calls.flatMap(({ direction }, index) => (direction === "in" ? [index] : []));
    const again = new Map(shuffled(incoming, random).map((index, place) => [index, due[place]]));
    [due, dueLater] = [dueLater, []];
    for (const [index, call] of calls.entries()) {
      const customer = again.get(index) ?? `C${10_000 + Math.floor(customers * random())}`;
      if (call.isUnsettled) pick([due, dueLater], random()).push(customer);
      all.push({ ...call, customer, on });
    }
  }
  return all;
}
