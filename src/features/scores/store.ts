import type { LocalDate } from "../../kernel/time.ts";
import type { Score, Sums } from "./domain.ts";
import type { Scorecard } from "./scorecard.ts";

/** A computed score of one person and period, to be kept. */
export type Computed = {
  readonly person: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly scorecard: string;
  readonly version: number;
  readonly score: Score;
  readonly dataAsOf?: Date;
};

/** Why a revision was made. */
export type Reason = "first" | "data" | "scorecard";
export type Revision = {
  readonly person: string;
  readonly revision: number;
  readonly reason: Reason;
  readonly at: Date;
};

/** What scores are asked of the tallies and of the scores kept so far. */
export type ScoreStore = {
  /** The sums of one person over several stretches of days, in their order. */
  sumsOf(person: string, stretches: readonly { from: LocalDate; to: LocalDate }[]): Promise<readonly Sums[]>;
  /** The sums of everybody who sat in the team as a member on the days themselves; those without contacts are left out. */
  sumsOfTeam(
    team: string,
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly { person: string; name: string; sums: Sums }[]>;
  /** The sums of everybody of a site. */
  sumsOfSite(site: string, from: LocalDate, to: LocalDate): Promise<readonly { person: string; sums: Sums }[]>;
  scorecards(): Promise<readonly Scorecard[]>;
  /** The end of the latest contact that a site's feeds have brought. */
  dataAsOf(site: string): Promise<Date | undefined>;
  /** Keeps each score as a new revision where it differs from the last; answers the revision that now stands, in order. */
  keep(computed: readonly Computed[], at: Date): Promise<readonly Revision[]>;
};
