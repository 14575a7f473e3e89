import type { Locale } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { FormConfig } from "../evaluations/index.ts";
import type { ScorecardConfig } from "../scores/index.ts";
import type { DayName } from "./schema.ts";
import type { SiteRules } from "./site-rules.ts";

/** A site as it stands, in the words of `fairline.yaml`. */
export type SiteState = {
  readonly name: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly weekend: readonly DayName[];
  readonly holidays: readonly LocalDate[];
  readonly workdays: readonly LocalDate[];
  readonly answerWithin: number;
  readonly repeatWithin: number;
  readonly channels: Readonly<Record<string, string>>;
  /** What it has set of the rules of each feature; the rest is as usual. */
  readonly rules: SiteRules;
};

export type TeamState = { readonly site: string; readonly name: string; readonly channel?: string };

/** A scorecard as it stands: its latest version, and the first day that its latest live version names. */
export type CardState = { readonly version: number; readonly config: ScorecardConfig; readonly liveFrom?: LocalDate };

/** What is written of a scorecard: always a new version, with the day from which it counts. */
export type CardVersion = {
  readonly version: number;
  readonly config: ScorecardConfig;
  readonly countsFrom: LocalDate;
};

/** One version of an evaluation form: the newest as it stands, or the one that follows. */
export type FormVersion = { readonly version: number; readonly config: FormConfig };

/** What people call metrics and periods: by name, lower case and in the form of Unicode NFKC. */
export type WordsState = Readonly<Record<WordKind, Readonly<Record<string, readonly string[]>>>>;
export type WordKind = "metrics" | "periods";

/** Everything that `fairline.yaml` can say, as it stands. */
export type Current = {
  readonly sites: Readonly<Record<string, SiteState>>;
  readonly teams: Readonly<Record<string, TeamState>>;
  readonly scorecards: Readonly<Record<string, CardState>>;
  readonly forms: Readonly<Record<string, FormVersion>>;
  readonly presets: Readonly<Record<string, unknown>>;
  readonly words: WordsState;
  /** The employee numbers of each site that has people. */
  readonly people: Readonly<Record<string, readonly string[]>>;
};

/** What is to be written: whole records; of a metric's or period's words, all. */
export type Writes = {
  readonly sites: Readonly<Record<string, SiteState>>;
  readonly teams: Readonly<Record<string, TeamState>>;
  readonly scorecards: Readonly<Record<string, CardVersion>>;
  /** Always new versions: one that is out never changes. */
  readonly forms: Readonly<Record<string, FormVersion>>;
  readonly presets: Readonly<Record<string, unknown>>;
  readonly words: WordsState;
  /** Sites whose interactions fall on other days or hours now. */
  readonly rezoned: readonly string[];
  /** Sites whose sums and scores are to be made anew: their clock, thresholds or business calendar changed. */
  readonly retallied: readonly string[];
};

export type ConfigurationStore = {
  /** Reads and writes in one transaction, one at a time; nothing is written when `decide` answers none. */
  change(decide: (current: Current) => Writes | undefined, at: Date): Promise<void>;
};
