import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, addMonths, type LocalDate, startOfMonth } from "../../kernel/time.ts";
import type { Kudos } from "./domain.ts";
import { closesRing, type Pair, ringFrom } from "./ring.ts";
import type { KudosConfig } from "./rules.ts";

/** What one that is about to be sent is judged by; nothing of it was taken back. */
export type Standing = {
  /** The giver's own of this month, and of the day before it. */
  readonly sent: readonly Kudos[];
  /** Who thanked whom at the site in the days in which circles matter. */
  readonly pairs: readonly Pair[];
};

/** The first days of what a giver sent and of the site's pairs that are looked at on a day. */
export const lookedAt = (on: LocalDate, { ringDays }: Pick<KudosConfig, "ringDays">) => ({
  sentFrom: addDays(startOfMonth(on), -1),
  pairsFrom: ringFrom(on, ringDays),
});

/** Why one more cannot be sent: how many are left this month, and the first day of the next. */
export type GiveRefusal =
  | { readonly why: "allowance"; readonly allowance: number; readonly from: LocalDate }
  | { readonly why: "pair"; readonly cap: number; readonly left: number; readonly from: LocalDate };

/** A thank-you that stands, and how many its giver may still send this month. */
export type Given = { readonly kudos: Kudos; readonly isNew: boolean; readonly left: number };

/** The same once more within so many milliseconds is the same. */
const sameMs = 60_000;

const isSame = (a: Kudos, b: Kudos): boolean =>
  a.receiver === b.receiver &&
  a.value === b.value &&
  a.reason === b.reason &&
  Math.abs(a.at.getTime() - b.at.getTime()) <= sameMs;

/** Those of a month, from any day in it. */
const inMonth = (sent: readonly Kudos[], on: LocalDate) => sent.filter(({ day }) => day >= startOfMonth(on));

/** How many of a giver's allowance are left on a day. */
export const leftOf = (sent: readonly Kudos[], on: LocalDate, { allowance }: Pick<KudosConfig, "allowance">): number =>
  Math.max(0, allowance - inMonth(sent, on).length);

/** Sends a thank-you within the giver's allowance and the cap for one receiver; one that closes a circle does not count. */
export function give(kudos: Kudos, { sent, pairs }: Standing, rules: KudosConfig): Outcome<Given, GiveRefusal> {
  const left = leftOf(sent, kudos.day, rules);
  const same = sent.find((one) => isSame(one, kudos));
  if (same !== undefined) return done({ kudos: same, isNew: false, left });
  const from = addMonths(startOfMonth(kudos.day), 1);
  if (left === 0) return refuse({ why: "allowance", allowance: rules.allowance, from });
  const toThem = inMonth(sent, kudos.day).filter(({ receiver }) => receiver === kudos.receiver);
  if (toThem.length >= rules.pairCap) return refuse({ why: "pair", cap: rules.pairCap, left, from });
  const made: Kudos = closesRing(kudos, pairs) ? { ...kudos, uncounted: "ring" } : kudos;
  return done({ kudos: made, isNew: true, left: left - 1 });
}
