import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId } from "../people/index.ts";

/** Why a thank-you is shown like any other and counted for nothing: it closed a circle. */
export type Uncounted = "ring";

/** One thank-you from a colleague to another. */
export type Kudos = {
  readonly id: string;
  readonly site: SiteId;
  readonly giver: PersonId;
  readonly receiver: PersonId;
  /** The id of one of the values that their site had then. */
  readonly value: string;
  readonly reason: string;
  readonly at: Date;
  /** The day that it was at their site. */
  readonly day: LocalDate;
  readonly uncounted?: Uncounted;
  readonly takenBackAt?: Date;
};

/** The messages that a thank-you is told by: in the channel, and to its receiver. */
export const channelName = "kudos";
export const thanksName = "kudos-thanks";
