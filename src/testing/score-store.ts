import { noSums, type Sums, together } from "../features/scores/domain.ts";
import type { Computed, Revision, Scorecard, ScoreStore } from "../features/scores/index.ts";
import type { LocalDate } from "../kernel/time.ts";

/** One agent's contacts of one day. */
export type DaySums = {
  readonly person: string;
  readonly name: string;
  readonly site: string;
  /** The team in which the agent sat as a member that day. */
  readonly team: string;
  readonly day: LocalDate;
  readonly sums: Partial<Omit<Sums, "daysWorked" | "people">>;
};

export type ScoreFixture = {
  readonly days: readonly DaySums[];
  readonly scorecards: readonly Scorecard[];
  readonly dataAsOf?: Date;
};

type Kept = Computed & Revision;

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

function sumUp(days: readonly DaySums[]): Sums {
  const worked = days.filter(({ sums }) => (sums.handled ?? 0) > 0);
  const summed = days.map(({ sums }) => ({ ...noSums, ...sums })).reduce(together, noSums);
  return { ...summed, daysWorked: worked.length, people: new Set(worked.map(({ person }) => person)).size };
}

/** Scores in memory that keep the same promises as the database. */
export function scoresInMemory(
  fixture: ScoreFixture,
): ScoreStore & { readonly days: DaySums[]; readonly cards: Scorecard[] } {
  const days = [...fixture.days];
  const cards = [...fixture.scorecards];
  const kept: Kept[] = [];
  const within = (from: LocalDate, to: LocalDate) => (one: DaySums) => from <= one.day && one.day <= to;

  function byPerson(chosen: readonly DaySums[]) {
    const people = [...new Set(chosen.map(({ person }) => person))];
    return people
      .map((person) => {
        const own = chosen.filter((one) => one.person === person);
        return { person, name: own[0]?.name ?? "", sums: sumUp(own) };
      })
      .filter(({ sums }) => sums.handled > 0);
  }

  function keepOne(one: Computed, at: Date): Revision {
    const same = (other: Kept) =>
      other.person === one.person &&
      other.from === one.from &&
      other.to === one.to &&
      other.scorecard === one.scorecard;
    const latest = kept.findLast(same);
    if (latest && latest.version === one.version && canonical(latest.score) === canonical(one.score)) return latest;
    const reason = latest === undefined ? "first" : latest.version === one.version ? "data" : "scorecard";
    const next = { ...one, revision: (latest?.revision ?? 0) + 1, reason, at } as const;
    kept.push(next);
    return next;
  }

  return {
    days,
    cards,
    sumsOf: async (person, stretches) =>
      stretches.map(({ from, to }) => sumUp(days.filter((one) => one.person === person && within(from, to)(one)))),
    sumsOfTeam: async (team, from, to) => byPerson(days.filter((one) => one.team === team && within(from, to)(one))),
    sumsOfSite: async (site, from, to) =>
      byPerson(days.filter((one) => one.site === site && within(from, to)(one))).map(({ person, sums }) => ({
        person,
        sums,
      })),
    scorecards: async () => cards,
    dataAsOf: async () => fixture.dataAsOf,
    keep: async (computed, at) =>
      computed
        .map((one) => keepOne(one, at))
        .map(({ person, revision, reason, at: made }) => ({ person, revision, reason, at: made })),
  };
}
