import type { Outcome } from "../../kernel/outcome.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { AnswerState, Entry, HelpRequest, KeptAnswer, NewEntry } from "./domain.ts";
import type { State } from "./states.ts";

export type NoSuchRequest = { readonly why: "no-such-request" };
export type NoSuchAnswer = { readonly why: "no-such-answer" };

/** A request that is to be made, of which only the number is not known yet; `words` are all that it is found by. */
export type Asking = Omit<HelpRequest, "number" | "version"> & { readonly words: readonly string[] };

/** An answer that is to be kept, of which only the number is not known yet. */
export type NewAnswer = Omit<KeptAnswer, "number" | "solved">;

/** What a change makes of a request, and who hears of it. */
export type Changed = {
  readonly request: HelpRequest;
  readonly entries?: readonly NewEntry[];
  readonly notices?: readonly Notice[];
  readonly touched?: readonly Touched[];
  /**
   * What was learnt from it: takes the place of the answer with its id; another that was learnt from the same request
   * stays as it is, and belongs to it no more.
   */
  readonly answer?: NewAnswer & { readonly words: readonly string[] };
  /** An answer that settled it is counted. */
  readonly solvedBy?: string;
};

/** What somebody's asking came to: a request of its own, or one of theirs that it was added to. */
export type Opened = { readonly request: HelpRequest; readonly isMerged: boolean };

/** Which requests of a site are wanted, the latest first; what is left out means all. */
export type Sought = {
  readonly site: SiteId;
  readonly states?: readonly State[];
  readonly category?: string;
  readonly asker?: PersonId;
  readonly claimer?: PersonId;
  readonly isLive?: boolean;
  /** All of these words have to be in it. */
  readonly words?: readonly string[];
  readonly from: number;
  readonly limit: number;
};

/** Help requests, what was said about them, and the answers that were learnt. */
export type HelpStore = {
  /**
   * Adds a request with its own number and announces it. Where the same agent has requests that were opened at or after
   * `since` and are under way, `merge` is asked first, the latest first, with the words of each: what it answers is
   * kept in place of a new one.
   */
  ask(
    asking: Asking,
    since: Date,
    merge: (open: HelpRequest, words: readonly string[]) => Changed | undefined,
    told: (made: HelpRequest) => Pick<Changed, "notices" | "touched">,
  ): Promise<Opened>;

  request(id: string): Promise<HelpRequest | undefined>;
  requestNumbered(number: number): Promise<HelpRequest | undefined>;
  /** The first first. */
  entries(id: string): Promise<readonly Entry[]>;
  find(sought: Sought): Promise<{ readonly requests: readonly HelpRequest[]; readonly all: number }>;
  /** The requests of a site that were opened from an instant until before another, with their words, the first first. */
  openedBetween(
    site: SiteId,
    from: Date,
    before: Date,
  ): Promise<readonly { readonly request: HelpRequest; readonly words: readonly string[] }[]>;

  /** The requests that are to be looked at, the longest due first. */
  due(at: Date, limit: number): Promise<readonly HelpRequest[]>;
  /**
   * Changes a request alone, as `decide` finds it with its entries and what was learnt from it last, numbers the entries it adds, raises the version, and
   * announces what it says at once. Nothing is kept, and the version stays, where it answers the very same request and
   * adds nothing.
   */
  change<R>(
    id: string,
    at: Date,
    decide: (now: HelpRequest, entries: readonly Entry[], learnt: KeptAnswer | undefined) => Outcome<Changed, R>,
  ): Promise<Outcome<HelpRequest, R | NoSuchRequest>>;

  answer(id: string): Promise<KeptAnswer | undefined>;
  answerNumbered(number: number): Promise<KeptAnswer | undefined>;
  answers(
    site: SiteId,
    states: readonly AnswerState[],
    page: { readonly from: number; readonly limit: number },
  ): Promise<{ readonly answers: readonly KeptAnswer[]; readonly all: number }>;
  /** The approved answers of a site that share at least so many of some words, the most first, then the oftenest right. */
  alike(site: SiteId, words: readonly string[], least: number, limit: number): Promise<readonly KeptAnswer[]>;
  /** Changes an answer alone; with `words` what it is found by changes too. */
  changeAnswer<R>(
    id: string,
    at: Date,
    decide: (now: KeptAnswer) => Outcome<
      {
        readonly answer: KeptAnswer;
        readonly words?: readonly string[];
        readonly notices?: readonly Notice[];
        readonly touched?: readonly Touched[];
      },
      R
    >,
  ): Promise<Outcome<KeptAnswer, R | NoSuchAnswer>>;
};
