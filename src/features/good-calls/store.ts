import type { Outcome } from "../../kernel/outcome.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Ballot, CalledContact, Draft, GoodCall, Heard, Opening, Skill } from "./domain.ts";

/** A call that is put forward, of which only the number is not known yet; `words` are all that it is found by. */
export type Nomination = Omit<GoodCall, "number"> & { readonly words: string };

/** Why a call cannot be put forward, however it is judged. */
export type NotPutForward =
  | { readonly why: "put-forward"; readonly call: GoodCall }
  | { readonly why: "too-many"; readonly most: number };

export type NoSuchCall = { readonly why: "no-such-call" };

/** What a change makes of a good call, and who hears of it. */
export type Changed = {
  readonly call: GoodCall;
  readonly notices?: readonly Notice[];
  readonly touched?: readonly Touched[];
};

/** What is looked for in the library of a site; every term has to be there. */
export type Search = {
  readonly site: SiteId;
  readonly terms: readonly string[];
  readonly skill?: Skill | undefined;
  readonly from: number;
  readonly limit: number;
};

/** Good calls, the votes on them, and the openings of their recordings. */
export type GoodCallStore = {
  /** The contacts of a site with this number, in every source that has one. */
  contactsCalled(site: SiteId, text: string): Promise<readonly CalledContact[]>;

  /** Keeps what somebody wrote, in place of what they wrote before. */
  saveDraft(draft: Draft): Promise<void>;
  draft(id: string): Promise<Draft | undefined>;
  /**
   * Puts a call forward with its own number and announces it at once; the nominator's draft is gone then. Refused where
   * its contact is put forward already or was declined by another than the nominator, and where the nominator has put
   * forward `most` since an instant.
   */
  nominate(
    nomination: Nomination,
    limit: { readonly since: Date; readonly most: number },
    told: (made: GoodCall) => Notice,
  ): Promise<Outcome<GoodCall, NotPutForward>>;

  goodCall(id: string): Promise<GoodCall | undefined>;
  goodCallNumbered(number: number): Promise<GoodCall | undefined>;
  /** What somebody put forward, the latest first. */
  nominationsOf(person: PersonId, limit: number): Promise<readonly GoodCall[]>;

  /** The calls whose time is over, the longest over first. */
  due(at: Date, limit: number): Promise<readonly string[]>;
  /** Changes a call alone, as `decide` finds it with the votes on it, and announces what it says at once. */
  change<R>(
    id: string,
    at: Date,
    decide: (now: GoodCall, votes: readonly Ballot[]) => Outcome<Changed, R>,
  ): Promise<Outcome<GoodCall, R | NoSuchCall>>;

  /** Keeps a ballot in place of the voter's earlier one, unless `judge` refuses; answers the call. */
  vote<R>(
    id: string,
    ballot: Ballot,
    judge: (now: GoodCall) => Outcome<true, R>,
  ): Promise<Outcome<GoodCall, R | NoSuchCall>>;
  /** The first voter first. */
  votes(id: string): Promise<readonly Ballot[]>;

  /** What is found in a library, the latest accepted first, and how much there is of it. */
  library(search: Search): Promise<{ readonly calls: readonly GoodCall[]; readonly all: number }>;
  /** What entered the library of a site from an instant until before another and is still there, the first first. */
  acceptedBetween(site: SiteId, from: Date, before: Date): Promise<readonly GoodCall[]>;

  addOpening(opening: Opening): Promise<void>;
  opening(hash: string): Promise<Opening | undefined>;
  /** Notes that a link was followed once more; false where it was `most` times already. */
  countOpening(hash: string, at: Date, most: number): Promise<boolean>;
  heard(id: string, limit: number): Promise<Heard>;
};
