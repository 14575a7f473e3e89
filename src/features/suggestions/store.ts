import type { Outcome } from "../../kernel/outcome.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Suggestion } from "./domain.ts";
import type { State } from "./states.ts";

/** A suggestion that is made, of which only the number is not known yet. */
export type Making = Omit<Suggestion, "number" | "votes">;

/** Why a suggestion is not kept, however it is judged. */
export type NotMade =
  | { readonly why: "same"; readonly suggestion: Suggestion }
  | { readonly why: "too-many"; readonly most: number };

export type NoSuchSuggestion = { readonly why: "no-such-suggestion" };

/** What a change makes of a suggestion, and who hears of it. */
export type Changed = {
  readonly suggestion: Suggestion;
  readonly notices?: readonly Notice[];
  readonly touched?: readonly Touched[];
  /** From when on what is touched is brought up to date, if that is not at once. */
  readonly tellAt?: Date;
};

/** So many may be made since an instant by one author; anonymous ones that were made from `hiddenFrom` on are shown to nobody. */
export type Limit = { readonly since: Date; readonly most: number; readonly hiddenFrom: Date };

/** A vote that is given, or taken back. */
export type Vote = { readonly voter: PersonId; readonly isFor: boolean; readonly at: Date };

/** What is looked for in the list of a site; anonymous ones that were made from `hiddenFrom` on are left out. */
export type Search = {
  readonly site: SiteId;
  readonly states: readonly State[];
  readonly hiddenFrom: Date;
  readonly from: number;
  readonly limit: number;
};

/** Suggestions and the votes for them. */
export type SuggestionStore = {
  /**
   * Keeps a suggestion with a number of its own and announces it at once: the next number of all where it is signed, one
   * that is drawn where it is anonymous, as it would tell between which others it was made. Refused where an open one of
   * its site that is shown says the same, and where its author has signed as many as they may.
   */
  make(making: Making, limit: Limit, told: (made: Suggestion) => Notice): Promise<Outcome<Suggestion, NotMade>>;

  suggestion(id: string): Promise<Suggestion | undefined>;
  numbered(number: number): Promise<Suggestion | undefined>;
  withCode(hash: string): Promise<Suggestion | undefined>;
  /** What somebody signed, the latest first. */
  madeBy(person: PersonId, limit: number): Promise<readonly Suggestion[]>;

  /** Changes a suggestion alone, as `decide` finds it, and announces what it says at once; its votes stay as they are. */
  change<R>(
    id: string,
    at: Date,
    decide: (now: Suggestion) => Outcome<Changed, R>,
  ): Promise<Outcome<Suggestion, R | NoSuchSuggestion>>;
  /** Keeps a vote or takes it back, unless `judge` refuses; what it touches is announced where it changes the count. */
  vote<R>(
    id: string,
    vote: Vote,
    judge: (now: Suggestion) => Outcome<readonly Touched[], R>,
  ): Promise<Outcome<Suggestion, R | NoSuchSuggestion>>;
  /** The first voter first. */
  voters(id: string): Promise<readonly PersonId[]>;

  /** What is found in a list, the latest first, and how much there is of it. */
  list(search: Search): Promise<{ readonly suggestions: readonly Suggestion[]; readonly all: number }>;
  /** What was made at a site from an instant until before another and not withdrawn, the most voted for by then first. */
  madeBetween(site: SiteId, from: Date, before: Date): Promise<readonly Suggestion[]>;
  /** What has a step in that time, one that was undone later too, and was not withdrawn; in any order. */
  movedBetween(site: SiteId, from: Date, before: Date): Promise<readonly Suggestion[]>;
};
