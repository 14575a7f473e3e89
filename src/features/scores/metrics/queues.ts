import type { Of } from "../scorecard.ts";
import { share } from "./contacts.ts";
import type { Given, Measured } from "./measured.ts";

/**
 * service level = answered in threshold ÷ (answered + abandoned after threshold) (product rules §2), in per cent, over
 * the queues that were served on the days they were: a queue's level is shared by all who serve it.
 */
export const serviceLevel = (_: Of<"service-level">, { sums }: Given): Measured | undefined =>
  share(sums.queueAnsweredInTime, sums.queueAnswered + sums.queueAbandoned - sums.queueAbandonedInTime, [
    "queueAnsweredInTime",
    "queueAnswered",
    "queueAbandoned",
    "queueAbandonedInTime",
  ]);

/** abandon rate = abandoned ÷ (answered + abandoned), in per cent (ICMI's standard definition), over the same queues. */
export const abandonRate = (_: Of<"abandon-rate">, { sums }: Given): Measured | undefined =>
  share(sums.queueAbandoned, sums.queueAnswered + sums.queueAbandoned, ["queueAbandoned", "queueAnswered"]);

/** occupancy = (talk + hold + wrap) ÷ time signed in for contacts, in per cent (ICMI); a count of all, so no interval. */
export function occupancy(_: Of<"occupancy">, { sums }: Given): Measured | undefined {
  if (sums.staffedS === 0) return undefined;
  const value = ((sums.talkS + sums.holdS + sums.wrapS) / sums.staffedS) * 100;
  return { value, n: sums.handled, of: ["talkS", "holdS", "wrapS", "staffedS"] };
}
