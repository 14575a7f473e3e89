import type { Cause, Scorecard, ScoreStore, Stretch } from "../features/scores/index.ts";
import type { Dimension } from "../features/scores/store.ts";
import { noSums, type SumName, type Sums, sumNames, together } from "../features/scores/sums.ts";
import type { LocalDate } from "../kernel/time.ts";
import { type KeptScores, keptScores } from "./kept-scores.ts";

/** Sums of one person's day, or of one hour, queue and project of it; days and people are counted from the contacts. */
export type DaySums = {
  readonly person: string;
  readonly name: string;
  readonly site: string;
  /** The team in which the person sat as a member that day. */
  readonly team: string;
  readonly day: LocalDate;
  /** 9 unless told. */
  readonly hour?: number;
  /** "sales" unless told. */
  readonly queue?: string;
  /** "main" unless told. */
  readonly project?: string;
  readonly sums: Partial<Sums>;
};

/** What a queue came to in an hour over everybody. */
export type QueueSums = {
  readonly site: string;
  readonly day: LocalDate;
  readonly queue: string;
  readonly hour?: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly answeredInTime: number;
  readonly abandonedInTime: number;
};

/** Days whose inputs changed, of one person or of a queue. */
export type DueDays = {
  readonly site: string;
  readonly person?: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly cause: Cause;
};

/** One import of a site; contacts unless told. */
export type Feed = {
  readonly site: string;
  readonly dataset?: string;
  /** The last day of its rows. */
  readonly to: LocalDate;
  readonly at: Date;
  readonly dataAsOf?: Date;
  readonly revertedAt?: Date;
};

export type ScoreFixture = {
  readonly days: readonly DaySums[];
  readonly scorecards: readonly Scorecard[];
  /** The end of the latest contact, where no feed tells it. */
  readonly dataAsOf?: Date;
  readonly feeds?: readonly Feed[];
  readonly queues?: readonly QueueSums[];
  readonly due?: readonly DueDays[];
  /** Sites of people who have no days. */
  readonly people?: readonly { readonly person: string; readonly site: string }[];
};

const ofContacts: readonly SumName[] = [
  "handled",
  "complaints",
  "waitS",
  "talkS",
  "holdS",
  "wrapS",
  "handleS2",
  "csatAnswers",
  "csatTop",
  "known",
  "repeated",
];
/** Sums that are counted or looked up, never written. */
const derived: readonly SumName[] = [
  "daysWorked",
  "people",
  "staff",
  "queueAnswered",
  "queueAbandoned",
  "queueAnsweredInTime",
  "queueAbandonedInTime",
];
const ofDays = sumNames.filter((name) => !ofContacts.includes(name) && !derived.includes(name));

const some = (sums: Partial<Sums>, names: readonly SumName[]): Partial<Sums> =>
  Object.fromEntries(names.flatMap((name) => (sums[name] === undefined ? [] : [[name, sums[name]]])));

/** The sums of a day's contacts, and of the rest of the day. */
export const contactsOf = ({ sums }: DaySums): Partial<Sums> => some(sums, ofContacts);
export const restOf = ({ sums }: DaySums): Partial<Sums> => some(sums, ofDays);

const hasAny = (sums: Partial<Sums>) => Object.keys(sums).length > 0;

/** Where and when the contacts of a day were. */
export const placeOf = ({ day, hour = 9, queue = "sales", project = "main" }: DaySums) => ({
  hour,
  queue,
  project,
  day,
});

function sumUp(days: readonly DaySums[], parts: readonly ((one: DaySums) => Partial<Sums>)[]): Sums {
  const worked = days.filter(({ sums }) => (sums.handled ?? 0) > 0);
  const rows = days.flatMap((one) => parts.map((part) => ({ ...noSums, ...part(one) })));
  const isAnything = (one: DaySums) => parts.some((part) => Object.values(part(one)).some((value) => value !== 0));
  return {
    ...rows.reduce(together, noSums),
    daysWorked: new Set(worked.map(({ person, day }) => `${person} ${day}`)).size,
    people: new Set(worked.map(({ person }) => person)).size,
    staff: new Set(days.filter(isAnything).map(({ person }) => person)).size,
  };
}

/** The latest of some moments; undefined of none. */
const latestOf = (all: readonly (Date | undefined)[]): Date | undefined =>
  all.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);

/** Scores in memory that keep the same promises as the database; `days`, `feeds` and `cards` may grow, and days become due. */
export function scoresInMemory(fixture: ScoreFixture): ScoreStore & {
  readonly days: DaySums[];
  readonly feeds: Feed[];
  readonly corrected: KeptScores["corrected"];
  readonly cards: Scorecard[];
  readonly touch: (days: DueDays) => void;
} {
  const days = [...fixture.days];
  const feeds = [...(fixture.feeds ?? [])];
  const standing = (site: string) => feeds.filter((feed) => feed.site === site && feed.revertedAt === undefined);
  const cards = [...fixture.scorecards];
  const queues = fixture.queues ?? [];
  const siteOf = (person: string) => [...days, ...(fixture.people ?? [])].find((one) => one.person === person)?.site;
  const within = (day: LocalDate, { from, to }: { from: LocalDate; to: LocalDate }) => from <= day && day <= to;
  const chosen = (group: readonly Stretch[]) =>
    days.filter((one) => group.some((stretch) => stretch.person === one.person && within(one.day, stretch)));

  function servedBy(own: readonly DaySums[]): Partial<Sums> {
    const key = (site: string, day: LocalDate, queue: string) => JSON.stringify([site, day, queue]);
    const worked = own.filter(({ sums }) => (sums.handled ?? 0) > 0);
    const served = new Set(worked.map((one) => key(one.site, one.day, placeOf(one).queue)));
    const found = queues.filter(({ site, day, queue }) => served.has(key(site, day, queue)));
    const all = (of: (one: QueueSums) => number) => found.reduce((sum, one) => sum + of(one), 0);
    return {
      queueAnswered: all((one) => one.answered),
      queueAbandoned: all((one) => one.abandoned),
      queueAnsweredInTime: all((one) => one.answeredInTime),
      queueAbandonedInTime: all((one) => one.abandonedInTime),
    };
  }

  const keysOf = (dimension: Dimension, own: readonly DaySums[]) => {
    const keys = [...new Set(own.map((one) => placeOf(one)[dimension]))];
    return keys.sort((a, b) => (a < b ? -1 : 1));
  };

  return {
    ...keptScores({ siteOf, due: fixture.due ?? [] }),
    days,
    feeds,
    cards,
    areComplete: async (asked) =>
      asked.map(({ site, on, overAt }) =>
        standing(site)
          .filter(({ dataset = "interactions" }) => dataset === "interactions" || dataset === "tallies")
          .some(({ to, at, dataAsOf }) => (to >= on && at >= overAt) || (dataAsOf !== undefined && dataAsOf >= overAt)),
      ),
    onLeave: async (asked) =>
      asked.map(({ person, on }) =>
        days.some((one) => one.person === person && one.day === on && (one.sums.leaveDays ?? 0) > 0),
      ),
    sumsOf: async (groups, asked) =>
      groups.map((group) => {
        const own = chosen(group);
        return { ...sumUp(own, [contactsOf, restOf]), ...(asked.queues ? servedBy(own) : {}) };
      }),
    sumsOfSite: async (site, from, to) => {
      const here = days.filter(
        (one) => one.site === site && within(one.day, { from, to }) && (hasAny(contactsOf(one)) || hasAny(restOf(one))),
      );
      return [...new Set(here.map(({ person }) => person))].map((person) => ({
        person,
        sums: sumUp(
          here.filter((one) => one.person === person),
          [contactsOf, restOf],
        ),
      }));
    },
    sumsBy: async (dimension, stretches) => {
      const own = chosen(stretches).filter((one) => hasAny(contactsOf(one)));
      return keysOf(dimension, own).map((key) => {
        const sums = sumUp(
          own.filter((one) => placeOf(one)[dimension] === key),
          [contactsOf],
        );
        return { key: String(key), sums: { ...sums, staff: sums.people } };
      });
    },
    mainProjects: async (groups) =>
      groups.map((group) => {
        const own = chosen(group);
        const handled = (some: readonly DaySums[]) => some.reduce((sum, one) => sum + (one.sums.handled ?? 0), 0);
        const projects = [...new Set(own.map((one) => placeOf(one).project))];
        return projects.find(
          (project) => handled(own.filter((one) => placeOf(one).project === project)) * 2 > handled(own),
        );
      }),
    scorecards: async () => cards,
    dataAsOf: async (site) => latestOf([fixture.dataAsOf, ...standing(site).map((feed) => feed.dataAsOf)]),
  };
}
