import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { SiteId, TeamId } from "../people/index.ts";
import type { Award } from "./domain.ts";
import type { PastWin } from "./judging.ts";

/** An award to be proposed; its number is given by the store. */
export type Proposal = Omit<Award, "number">;

/** What is told with a change, at the moment that it is true. */
export type Told = { readonly notices?: readonly Notice[]; readonly touched?: readonly Touched[] };

/** Which awards of a site are looked for; the latest decided or proposed first. */
export type Sought = {
  readonly states: readonly Award["state"][];
  /** Decided from one moment to before another. */
  readonly decided?: { readonly from: Date; readonly to: Date };
  /** Won for days that ended on one day or later. */
  readonly since?: LocalDate;
  readonly limit: number;
};

/** Awards from their proposal on. */
export type AwardStore = {
  award(id: string): Promise<Award | undefined>;
  awardNumbered(site: SiteId, number: number): Promise<Award | undefined>;
  awards(site: SiteId, sought: Sought): Promise<readonly Award[]>;
  /** Every turn of what is won by a rule for some days, the first first. */
  turns(
    of: Pick<Award, "site" | "rule" | "from" | "to"> & { readonly team?: TeamId | undefined },
  ): Promise<readonly Award[]>;
  /** Who was given what that ended from one day to another, both included. */
  wins(site: SiteId, days: { readonly from: LocalDate; readonly to: LocalDate }): Promise<readonly PastWin[]>;
  /**
   * Keeps proposals, each once for its rule, days, team and turn, and announces those that are new, all at once; answers
   * these. Safe to repeat.
   */
  propose(all: readonly Proposal[], told: (made: Award) => Told): Promise<readonly Award[]>;
  /**
   * Changes an award alone, before anybody else's change, and announces it in the same moment; refused as
   * `no-such-award` where there is none.
   */
  change<R>(
    id: string,
    decide: (now: Award) => Outcome<Award, R>,
    told: (after: Award, before: Award) => Told,
    at: Date,
  ): Promise<Outcome<Award, R | { readonly why: "no-such-award" }>>;
};
