import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Kudos } from "./domain.ts";
import type { Given, Standing } from "./giving.ts";
import type { TakenBack } from "./taking-back.ts";

/** Who sends at which site, and from which days on what was sent before is looked at. */
export type Giving = {
  readonly site: SiteId;
  readonly giver: PersonId;
  readonly sentFrom: LocalDate;
  readonly pairsFrom: LocalDate;
};

/** What somebody received and gave lately, the latest first, without what was taken back. */
export type Own = { readonly received: readonly Kudos[]; readonly given: readonly Kudos[] };

/** Thank-yous. */
export type KudosStore = {
  /**
   * Keeps one as `judge` finds it, alone at its site, and announces it in its channel and to its receiver, all at once;
   * nothing is kept where it is refused or stands already.
   */
  give<R>(giving: Giving, judge: (standing: Standing) => Outcome<Given, R>): Promise<Outcome<Given, R>>;
  /**
   * Takes one back as `judge` finds it, alone at its site, and announces that what was told of it says something else
   * now; `judge` sees it and its site's from a day on that were not taken back. Refused as `gone` where there is none.
   */
  takeBack<R>(
    id: string,
    from: LocalDate,
    judge: (kudos: Kudos, standing: readonly Kudos[]) => Outcome<TakenBack, R>,
  ): Promise<Outcome<TakenBack, R | { readonly why: "gone" }>>;

  kudos(id: string): Promise<Kudos | undefined>;
  /** What somebody sent from a day on and did not take back. */
  sentBy(giver: PersonId, from: LocalDate): Promise<readonly Kudos[]>;
  own(person: PersonId, limit: number): Promise<Own>;
  /** What counts of a site's from one day to another, both included, the latest first. */
  counted(site: SiteId, from: LocalDate, to: LocalDate): Promise<readonly Kudos[]>;
  /** How many each person received of these; those with none are left out. */
  countsOf(site: SiteId, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<PersonId, number>>;
};
