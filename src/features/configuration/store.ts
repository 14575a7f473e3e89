import type { Locale } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { ScorecardConfig } from "../scores/index.ts";
import type { DayName } from "./schema.ts";

/** A site as it stands, in the words of `fairline.yaml`. */
export type SiteState = {
  readonly name: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly weekend: readonly DayName[];
  readonly holidays: readonly LocalDate[];
  readonly workdays: readonly LocalDate[];
  readonly answerWithin: number;
  readonly channels: Readonly<Record<string, string>>;
};

export type TeamState = { readonly site: string; readonly name: string; readonly channel?: string };

/** Everything that `fairline.yaml` can say, as it stands. */
export type Current = {
  readonly sites: Readonly<Record<string, SiteState>>;
  readonly teams: Readonly<Record<string, TeamState>>;
  /** The latest version of each. */
  readonly scorecards: Readonly<Record<string, { readonly version: number; readonly config: ScorecardConfig }>>;
  readonly presets: Readonly<Record<string, unknown>>;
};

/** What is to be written: whole records; a scorecard is always a new version. */
export type Writes = {
  readonly sites: Readonly<Record<string, SiteState>>;
  readonly teams: Readonly<Record<string, TeamState>>;
  readonly scorecards: Readonly<Record<string, { readonly version: number; readonly config: ScorecardConfig }>>;
  readonly presets: Readonly<Record<string, unknown>>;
  /** Sites whose interactions fall on other days or hours now. */
  readonly rezoned: readonly string[];
  /** Sites whose tallies are to be made anew. */
  readonly retallied: readonly string[];
};

export type ConfigurationStore = {
  /** Reads and writes in one transaction, one at a time; nothing is written when `decide` answers none. */
  change(decide: (current: Current) => Writes | undefined, at: Date): Promise<void>;
};
