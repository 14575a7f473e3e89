import type { Asker } from "../../chat/asker.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, dayAt, eachDay, endOfMonth, type LocalDate, startOfMonth } from "../../kernel/time.ts";
import type { Touched } from "../notices/index.ts";
import { type BirthdayPrivacy, type LeapDay, type Person, type Site, type Team, teamsOf } from "../people/index.ts";
import type { Almanac } from "./almanac.ts";
import { daysPostedOn, isKeptOn, nearestKept, nextKept, postedOn, type YearDay } from "./days.ts";
import { leapDayOf } from "./greeted.ts";
import { bulletinsAnew, dayAnew, monthAnew, morningOf, names } from "./names.ts";
import type { CelebrationsConfig } from "./rules.ts";
import type { BirthdayChange, CelebrationStore, NewCard, OwnBirthday } from "./store.ts";

/** What somebody is shown of their own birthday. */
export type OwnCard = {
  readonly own: OwnBirthday;
  readonly usual: CelebrationsConfig;
  readonly site: Site;
  readonly teams: readonly Team[];
  /** The day of the next greeting, where there is to be one. */
  readonly next?: LocalDate;
};

type Deps = { readonly almanac: Almanac; readonly store: Pick<CelebrationStore, "ownBirthday" | "changeBirthday"> };

/** For how long a post is put right. */
const daysPutRight = 50;

/** Somebody's own birthday: when it is and who hears of it. */
export function own({ almanac, store }: Deps) {
  const { roster, rules, daysOf } = almanac;

  async function known({ person: id, site: of }: Pick<Asker, "person" | "site">, at: Date) {
    const [person, site, usual, teams] = await Promise.all([
      roster.personById(id),
      roster.site(of),
      rules(of),
      roster.teams(),
    ]);
    if (person === undefined || site === undefined) throw new RangeError(`nobody ${id} at ${of}`);
    const today = dayAt(at, site.zone);
    const before = await almanac.greetedBefore(site, today, daysOf(site, usual));
    return { person, site, usual, teams, today, wasGreeted: before.has(id) };
  }
  type Known = Awaited<ReturnType<typeof known>>;

  /** The day of the first greeting from today on. */
  function nextGreeting({ birthday, ...own }: OwnBirthday, { site, usual, today: from, wasGreeted }: Known) {
    if (birthday === undefined || (own.privacy ?? usual.birthdayPrivacy) === "none") return undefined;
    const [days, leapDay] = [daysOf(site, usual), leapDayOf(own, usual)];
    if (daysPostedOn(from, days).some((on) => isKeptOn(birthday, on, leapDay))) return from;
    const on = nextKept(birthday, from, leapDay);
    const posted = postedOn(on, days);
    if (posted >= from) return posted;
    // Whose workday is over before the day itself is greeted on that, unless they were on the workday.
    return wasGreeted ? postedOn(nextKept(birthday, addDays(on, 1), leapDay), days) : on;
  }

  /** Whether somebody's birthday is still to come this month, so that its party needs a list. */
  function isOfMonth({ birthday, ...own }: OwnBirthday, { usual, today }: Known): boolean {
    if (birthday === undefined || (own.privacy ?? usual.birthdayPrivacy) !== "public") return false;
    return nextKept(birthday, addDays(today, 1), leapDayOf(own, usual)) <= endOfMonth(today);
  }

  /** The days of the last weeks on which somebody was greeted, as far as their birthday tells. */
  function greetedBefore({ birthday, ...own }: OwnBirthday, { site, usual, today }: Known): LocalDate[] {
    if (birthday === undefined) return [];
    const [days, leapDay] = [daysOf(site, usual), leapDayOf(own, usual)];
    return eachDay(addDays(today, -daysPutRight), addDays(today, -1)).filter(
      (day) =>
        isKeptOn(birthday, day, leapDay) || daysPostedOn(day, days).some((on) => isKeptOn(birthday, on, leapDay)),
    );
  }

  /**
   * Cards that were not handed over yet go along to the next greeting. Where there is to be none they go to the birthday
   * itself, so that no card of a workday before says that somebody was greeted who was not.
   */
  function movedCards(of: Known, now: OwnBirthday, next: LocalDate | undefined, cards: readonly NewCard[], at: Date) {
    const { site, usual, today } = of;
    const isEarly = at < morningOf(today, site.zone, at);
    const open = cards.find(({ day }) => day > today || (day === today && isEarly));
    if (open === undefined) return [];
    if (next !== undefined) return [{ ...open, day: next }];
    const on = now.birthday && nearestKept(now.birthday, open.day, leapDayOf(now, usual));
    return on !== undefined && on > open.day ? [{ ...open, day: on }] : [];
  }

  /** What is announced when somebody says something else of their birthday. */
  function changed(
    of: Known,
    now: OwnBirthday,
    next: OwnBirthday,
    cards: readonly NewCard[],
    at: Date,
  ): BirthdayChange {
    const { site, today } = of;
    const greetedOn = nextGreeting(next, of);
    const isBack = now.privacy === "none" && next.privacy !== "none";
    const day = dayAnew(site, today, at, { greetings: greetedOn === today, milestones: isBack });
    const month = monthAnew(site, startOfMonth(today), at, isOfMonth(next, of));
    const before = greetedBefore(now, of).map((period): Touched => {
      return { kind: names.birthdays, site: site.id, period };
    });
    const signing = cards.map(({ id }): Touched => ({ kind: names.signing, site: site.id, period: id }));
    return {
      next,
      moved: movedCards(of, now, greetedOn, cards, at),
      notices: [...day.notices, ...month.notices],
      touched: [...day.touched, ...month.touched, ...before, ...signing, bulletinsAnew(site.id)],
    };
  }

  const shown = (of: Known, own: OwnBirthday): OwnCard => {
    const next = nextGreeting(own, of);
    const teams = teamsNow(of.person, of.teams, of.today);
    return { own, usual: of.usual, site: of.site, teams, ...(next === undefined ? {} : { next }) };
  };

  async function change<R>(
    asker: Asker,
    at: Date,
    decide: (now: OwnBirthday) => Outcome<OwnBirthday, R>,
  ): Promise<Outcome<OwnCard & { readonly before: OwnBirthday }, R>> {
    const of = await known(asker, at);
    let before: OwnBirthday = {};
    const saved = await store.changeBirthday<R>({ person: asker.person, today: of.today, at }, (now, cards) => {
      before = now;
      const decided = decide(now);
      return decided.ok ? done(changed(of, now, decided.value, cards, at)) : decided;
    });
    return saved.ok ? done({ ...shown(of, saved.value), before }) : saved;
  }

  return {
    setBirthday: (asker: Asker, birthday: YearDay, at: Date) =>
      change<never>(asker, at, (now) => done({ ...now, birthday })),

    setLeapDay: (asker: Asker, leapDay: LeapDay, at: Date) =>
      change<never>(asker, at, (now) => done(now.birthday === undefined ? now : { ...now, leapDay })),

    setPrivacy: (asker: Asker, privacy: BirthdayPrivacy, at: Date) =>
      change<never>(asker, at, (now) => done({ ...now, privacy })),

    /** Forgets a birthday; should a roster bring it back, nobody hears of it. */
    clear: (asker: Asker, at: Date) =>
      change<{ readonly why: "nothing-kept" }>(asker, at, (now) =>
        now.birthday === undefined ? refuse({ why: "nothing-kept" }) : done({ privacy: "none" }),
      ),

    /** Puts back what was cleared. */
    restore: (asker: Asker, before: OwnBirthday, at: Date) => change<never>(asker, at, () => done(before)),

    async ownCard(asker: Asker, at: Date): Promise<OwnCard> {
      const [of, now] = await Promise.all([known(asker, at), store.ownBirthday(asker.person)]);
      return shown(of, now);
    },
  };
}

const teamsNow = (person: Person, teams: readonly Team[], on: LocalDate): readonly Team[] => {
  const held = teamsOf(person, on);
  return teams.filter(({ id }) => held.includes(id));
};
