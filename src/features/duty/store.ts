import type { Outcome } from "../../kernel/outcome.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { DutyRole, DutyShift, Span, Swap } from "./domain.ts";

/** What is told of a change. */
export type Told = { readonly notices?: readonly Notice[]; readonly touched?: readonly Touched[] };

/** A site's duties as they are while nobody else changes them, as far as a stretch of time goes. */
export type Standing = { readonly shifts: readonly DutyShift[]; readonly open: readonly Swap[] };

/** What becomes of a site's duties: rows that are kept or changed by their ids, one that goes, and what is told. */
export type DutyChange = Told & {
  readonly shift?: DutyShift;
  readonly removed?: string;
  readonly swap?: Swap;
};

/** Duties and offers of them. */
export type DutyStore = {
  /**
   * Changes a site's duties as `judge` finds them, alone at the site, and announces it, all at once; nothing is kept
   * where it is refused. `judge` sees the shifts that touch a stretch of time and all offers that are open.
   */
  change<T, R>(
    site: SiteId,
    window: Span,
    judge: (standing: Standing) => Outcome<{ readonly value: T; readonly change: DutyChange }, R>,
    at: Date,
  ): Promise<Outcome<T, R>>;
  /** Keeps an announcement alone. */
  announce(told: Told, at: Date): Promise<void>;

  shift(id: string): Promise<DutyShift | undefined>;
  swap(id: string): Promise<Swap | undefined>;
  /** A site's shifts that touch a stretch of time. */
  shifts(site: SiteId, window: Span): Promise<readonly DutyShift[]>;
  /** Open offers of a site. */
  openSwaps(site: SiteId): Promise<readonly Swap[]>;
  /** Whether somebody ever had a shift of a role at a site. */
  hasHeld(site: SiteId, person: PersonId, role: DutyRole): Promise<boolean>;
  /** The people of a site with these employee numbers; those whom nobody has are left out. */
  numbered(site: SiteId, employeeNos: readonly string[]): Promise<ReadonlyMap<string, PersonId>>;
};
