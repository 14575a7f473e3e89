import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Touched } from "../notices/index.ts";
import type { SiteId } from "../people/index.ts";
import type { Bulletin, Item } from "./domain.ts";

/** What was decided about a bulletin, and which messages say something else now. */
export type Decided = { readonly bulletin: Bulletin; readonly touched: readonly Touched[] };

/** A bulletin whose week is over, in short. */
export type PastBulletin = {
  readonly week: LocalDate;
  /** How many of its items were approved. */
  readonly items: number;
  readonly publishedAt?: Date;
};

/** Bulletins and what is put forward for them. */
export type BulletinStore = {
  /** The bulletin of a week; an empty one where nobody has touched it yet. */
  bulletin(site: SiteId, week: LocalDate): Promise<Bulletin>;
  /** The bulletin that an item is of. */
  placeOf(item: string): Promise<{ readonly site: SiteId; readonly week: LocalDate } | undefined>;
  /**
   * Decides about a bulletin alone, before anybody else's decision, saves what was decided and announces which messages
   * it touches, all at once. An item whose week was changed goes over to that week's bulletin. A refusal changes nothing.
   */
  change<R>(
    of: { readonly site: SiteId; readonly week: LocalDate; readonly at: Date },
    decide: (now: Bulletin) => Outcome<Decided, R>,
  ): Promise<Outcome<Bulletin, R>>;
  /**
   * What bulletins of the weeks from one to before another left over, the oldest first: items that wait, and approved
   * ones of a bulletin that never went out.
   */
  leftOver(site: SiteId, from: LocalDate, before: LocalDate): Promise<readonly Item[]>;
  /** Bulletins that went out, and earlier ones with approved items that did not; the latest first. */
  past(site: SiteId, before: LocalDate, limit: number): Promise<readonly PastBulletin[]>;
  /** The last bulletins that went out, a quarter's at most, the latest first, with the days on which they did. */
  published(site: SiteId): Promise<readonly { readonly week: LocalDate; readonly closedOn: LocalDate }[]>;
};
