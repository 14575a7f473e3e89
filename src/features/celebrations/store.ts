import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { BirthdayPrivacy, LeapDay, PersonId, SiteId } from "../people/index.ts";
import type { YearDay } from "./days.ts";

/** What somebody said of their own birthday. */
export type OwnBirthday = {
  readonly birthday?: YearDay;
  readonly leapDay?: LeapDay;
  readonly privacy?: BirthdayPrivacy;
};

export type Signature = { readonly by: PersonId; readonly words: string; readonly at: Date };

/** A card for somebody's birthday, kept from them until the day on which they are greeted. */
export type Card = {
  readonly id: string;
  readonly site: SiteId;
  readonly person: PersonId;
  /** The day on which it is handed over. */
  readonly day: LocalDate;
  readonly opening?: { readonly by: PersonId; readonly words: string };
  /** The first signed first. */
  readonly signatures: readonly Signature[];
};

export type NewCard = Pick<Card, "id" | "person" | "day">;

/** The birthday party of a month, which is written as its first day. */
export type Party = {
  readonly site: SiteId;
  readonly month: LocalDate;
  readonly organiser?: PersonId;
  /** What the organiser tells of it: when and where. */
  readonly plan?: string;
};

/** What is announced together with a change. */
export type News = { readonly notices?: readonly Notice[]; readonly touched?: readonly Touched[] };

export type BirthdayChange = News & {
  readonly next: OwnBirthday;
  /** Cards that are handed over on another day from now on; one stays where their person has one for that day. */
  readonly moved?: readonly NewCard[];
};

/** What celebrations keep, and how it changes; every change and its announcement are true at the same moment. */
export type CelebrationStore = {
  /** What somebody said; nothing of one who does not exist. */
  ownBirthday(person: PersonId): Promise<OwnBirthday>;
  /** Decides about one person's birthday alone, with their cards for days from `today` on. */
  changeBirthday<R>(
    of: { readonly person: PersonId; readonly today: LocalDate; readonly at: Date },
    decide: (now: OwnBirthday, cards: readonly NewCard[]) => Outcome<BirthdayChange, R>,
  ): Promise<Outcome<OwnBirthday, R>>;

  card(id: string): Promise<Card | undefined>;
  /** The cards of a site that are handed over from one day to another, both included. */
  cards(site: SiteId, from: LocalDate, to: LocalDate): Promise<readonly Card[]>;
  /**
   * Begins cards, each once for a person and day; one that the person has for another day after `today` is moved
   * instead. `told` says what is announced of those that are new and of those that moved.
   */
  openCards(
    of: { readonly site: SiteId; readonly today: LocalDate; readonly at: Date },
    cards: readonly NewCard[],
    told?: (fresh: readonly NewCard[], moved: readonly NewCard[]) => News,
  ): Promise<void>;
  /** Decides about one card alone. */
  changeCard<R>(
    id: string,
    at: Date,
    decide: (now: Card) => Outcome<{ readonly card: Card; readonly touched: readonly Touched[] }, R>,
  ): Promise<Outcome<Card, R | { readonly why: "gone" }>>;

  party(site: SiteId, month: LocalDate): Promise<Party>;
  /** Decides about one party alone. */
  changeParty<R>(
    of: { readonly site: SiteId; readonly month: LocalDate; readonly at: Date },
    decide: (now: Party) => Outcome<{ readonly party: Party; readonly touched: readonly Touched[] }, R>,
  ): Promise<Outcome<Party, R>>;
};
