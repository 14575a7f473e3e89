import type { LocalDate } from "../../kernel/time.ts";
import type { Whole } from "./domain.ts";
import type { Scorecard } from "./scorecard.ts";
import type { Sums } from "./sums.ts";

/** A person's days from one to another, both included. */
export type Stretch = { readonly person: string; readonly from: LocalDate; readonly to: LocalDate };

/** A computed score of one person and period, to be kept. */
export type Computed = Stretch & {
  /** The scorecard at the end of the period. */
  readonly scorecard: string;
  readonly version: number;
  readonly score: Whole;
  /** It stands on more than the person's own work. */
  readonly shared: boolean;
  readonly dataAsOf?: Date;
  /** What brought a correction about, if it becomes one. */
  readonly cause?: Cause;
};

/**
 * What brought a revision about: an import or its withdrawal with the dataset, file and batch, an evaluation or an appeal
 * by its number, a scorecard, a site's settings.
 */
export type Cause = {
  readonly why?: string;
  readonly batch?: string;
  readonly dataset?: string;
  readonly file?: string;
  readonly number?: string;
};

/** Why a revision was made. */
export type Reason = "first" | "data" | "scorecard";
export type Revision = {
  readonly person: string;
  readonly revision: number;
  readonly reason: Reason;
  readonly at: Date;
};

/** A revision as it can be read again. */
export type KeptRevision = Revision & {
  readonly cause: Cause;
  readonly scorecard: string;
  readonly version: number;
  readonly score: Whole;
};

/** A score that was corrected: what changed for whom. */
export type ScoreChange = Stretch & {
  readonly revision: number;
  readonly reason: Reason;
  readonly cause: Cause;
  readonly at: Date;
  readonly before: number;
  readonly after: number;
};

/** Something whose inputs changed: a person's days, or what scores share, such as queues. */
export type Due = { readonly id: string; readonly cause: Cause };

/** A day at a site, and the moment at which it was over there. */
export type SiteDay = { readonly site: string; readonly on: LocalDate; readonly overAt: Date };

export type Dimension = "hour" | "queue" | "project" | "day";

/** What scores are asked of the sums and of the scores kept so far. */
export type ScoreStore = {
  /**
   * The sums of each group of stretches, in their order, in one round trip; what its queues came to only when asked.
   * Nobody's day may be twice in a group.
   */
  sumsOf(groups: readonly (readonly Stretch[])[], of: { readonly queues: boolean }): Promise<readonly Sums[]>;
  /** The sums of everybody of a site who has any, but for their queues. */
  sumsOfSite(site: string, from: LocalDate, to: LocalDate): Promise<readonly { person: string; sums: Sums }[]>;
  /** The sums of a group's contacts by hour, queue, project or day in order of it, with how many people they are of. */
  sumsBy(dimension: Dimension, stretches: readonly Stretch[]): Promise<readonly { key: string; sums: Sums }[]>;
  /** The project that more than half of each group's contacts were in. */
  mainProjects(groups: readonly (readonly Stretch[])[]): Promise<readonly (string | undefined)[]>;
  scorecards(): Promise<readonly Scorecard[]>;
  /** The end of the latest contact that a site's feeds have brought. */
  dataAsOf(site: string): Promise<Date | undefined>;
  /**
   * Whether the contacts of each day have all come, in their order: a feed of contacts or tallies that was not taken
   * back reaches the day and was brought after it was over, or tells of a later moment.
   */
  areComplete(days: readonly SiteDay[]): Promise<readonly boolean[]>;
  /** Whether each person is on leave on the day, in their order. */
  onLeave(days: readonly { readonly person: string; readonly on: LocalDate }[]): Promise<readonly boolean[]>;
  /**
   * Keeps each score as a new revision where it differs from the last; answers the revision that now stands, in order.
   * `at` is the moment before its inputs were read: a slow computation never takes the place of a later one. Whoever
   * stands on a score hears of every revision after the first in the same moment, as a change `score-corrected`.
   */
  keep(computed: readonly Computed[], at: Date): Promise<readonly Revision[]>;
  /** The revision that stands of each score, in their order; undefined where none was kept. */
  latest(of: readonly Stretch[]): Promise<readonly (KeptRevision | undefined)[]>;
  /** All revisions of a score, the first first. */
  revisions(of: Stretch): Promise<readonly KeptRevision[]>;
  /** The corrections of a site's scores after a moment, the latest first, or only those that one batch brought about. */
  changes(site: string, since: Date, batch?: string): Promise<readonly ScoreChange[]>;
  /** What is due at a site, and the kept scores that stand on it, each with the latest cause. */
  due(site: string): Promise<{ readonly due: readonly Due[]; readonly stale: readonly (Stretch & { cause: Cause })[] }>;
  /** Forgets what was due and is done. */
  settle(due: readonly Due[]): Promise<void>;
  /** The sites where something is due. */
  sitesDue(): Promise<readonly string[]>;
};
