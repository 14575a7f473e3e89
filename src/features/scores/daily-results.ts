import { groupBy } from "../../kernel/group.ts";
import { day, type LocalDate } from "../../kernel/time.ts";
import { isOut, reportedBy, siteDay } from "../digests/index.ts";
import type { ToPrepare } from "../notices/index.ts";
import type { Person } from "../people/domain.ts";
import type { Result } from "./compute.ts";
import { type Period, periodsUntil } from "./period.ts";
import { cardsOf } from "./person-score.ts";
import type { Desk, Reading, ScoresDeps } from "./reading.ts";
import type { Computed, KeptRevision, Stretch } from "./store.ts";
import type { MissedDay, Scored } from "./views/daily.ts";

export const dailyName = "daily-score";

/** So many workdays before are looked through for the last one that somebody worked. */
const lookedBack = 5;

/** A delivery with its agent, the day that it reports, and what is known of it without computing anything. */
export type Task = {
  readonly of: ToPrepare;
  readonly person: Person;
  readonly desk: Desk;
  readonly day: LocalDate;
  readonly isComplete: boolean;
  /** On leave on the morning itself, and on the day that is reported. */
  readonly isAway: boolean;
  readonly wasAway: boolean;
};

/** What a delivery tells of. */
export type Outcome = {
  readonly scored?: Scored;
  readonly missedDays: readonly MissedDay[];
  /** The revision that stood before this was computed. */
  readonly kept?: KeptRevision;
};

const oneDay = (on: LocalDate): Period => ({ is: "day", from: on, to: on });
const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
const isTold = (result: Result | undefined): result is Result =>
  result !== undefined && result.score.standing !== "none" && result.score.n >= 5;

/** What is computed for a delivery: its day, the workdays before it, the latest first, and the days that were missed. */
type Computing = { readonly task: Task; readonly periods: readonly Period[]; readonly late: readonly LocalDate[] };

/** What results make of a delivery; they come in the order of its periods, then of the days that were missed. */
function outcomeOf(
  { task, periods, late }: Computing,
  [result, ...rest]: readonly (Result | undefined)[],
  { revision, standing }: { readonly revision: number | undefined; readonly standing: KeptRevision | undefined },
): Outcome {
  const earlier = rest.findIndex((one, place) => place < lookedBack && isTold(one));
  const [before, period] = [rest[earlier], periods[earlier + 1]];
  const missedDays = late.flatMap((on, place) => {
    const score = rest[lookedBack + place]?.score;
    return score === undefined || score.standing === "none" ? [] : [{ day: on, points: score.points }];
  });
  const common = { missedDays, ...(standing ? { kept: standing } : {}) };
  if (result === undefined || result.score.standing === "none") return common;
  const { score, scorecard } = result;
  const cards = cardsOf(task.desk.cards, score);
  const scored: Scored = {
    score,
    scorecard,
    cards,
    ...(revision === undefined ? {} : { revision }),
    ...(before && period ? { before: { score: before.score, period } } : {}),
  };
  return { ...common, scored };
}

/** The daily scores of one batch, computed over sets: a few questions for each site however many agents there are. */
export function dailyResults({ store, roster }: Pick<ScoresDeps, "store" | "roster">, desks: Reading) {
  /** Each delivery as a task; nothing for those whose agent is gone. */
  async function tasksOf(all: readonly ToPrepare[]): Promise<readonly (Task | undefined)[]> {
    const ids = unique(all.flatMap(({ to }) => (to.is === "person" ? [to.id] : [])));
    const sites = unique(all.map(({ site }) => site));
    const [people, opened] = await Promise.all([
      roster.peopleById(ids),
      Promise.all(sites.map((id) => desks.deskOf(id))),
    ]);
    const byId = new Map(people.map((person) => [person.id, person]));
    const deskOf = new Map(opened.map((desk) => [desk.site.id, desk]));
    const parts = all.map((of) => {
      const desk = deskOf.get(of.site);
      const person = of.to.is === "person" ? byId.get(of.to.id) : undefined;
      return person && desk && { of, person, desk, day: reportedBy(of, desk.site.calendar) };
    });
    const asked = parts.flatMap((part) => part ?? []);
    const [complete, away, wasAway] = await Promise.all([
      store.areComplete(asked.map((part) => siteDay(part.desk.site, part.day))),
      store.onLeave(asked.map(({ person, of }) => ({ person: person.id, on: day(of.period) }))),
      store.onLeave(asked.map((part) => ({ person: part.person.id, on: part.day }))),
    ]);
    return parts.map((part): Task | undefined => {
      if (part === undefined) return undefined;
      const place = asked.indexOf(part);
      return {
        ...part,
        isComplete: complete[place] ?? false,
        isAway: away[place] ?? false,
        wasAway: wasAway[place] ?? false,
      };
    });
  }

  const lateDays = ({ of, desk }: Task): readonly LocalDate[] =>
    unique(of.late.filter(({ kind }) => kind === dailyName).map((one) => reportedBy(one, desk.site.calendar)));

  /** The results of everybody's periods, each site's at once; in the order of `all`. */
  async function resultsOf(all: readonly Computing[]): Promise<readonly (readonly (Result | undefined)[])[]> {
    const found = new Map<Computing, readonly (Result | undefined)[]>();
    const bySite = [...groupBy(all, ({ task }) => task.desk)];
    await Promise.all(
      bySite.map(async ([desk, own]) => {
        const wanted = own.map(({ task, periods, late }) =>
          [...periods, ...late.map(oneDay)].map(({ from, to }) => ({ subject: desks.ofPerson(task.person), from, to })),
        );
        const results = await desk.results(wanted.flat());
        let next = 0;
        for (const [index, one] of own.entries()) {
          const count = wanted[index]?.length ?? 0;
          found.set(one, results.slice(next, next + count));
          next += count;
        }
      }),
    );
    return all.map((one) => found.get(one) ?? []);
  }

  const stretchOf = ({ person, day: on }: Task): Stretch => ({ person: person.id, from: on, to: on });

  const computedOf = (task: Task, { score, scorecard, shared }: Result): Computed => ({
    ...stretchOf(task),
    scorecard: scorecard.id,
    version: scorecard.version,
    score,
    shared,
    ...(task.desk.dataAsOf === undefined ? {} : { dataAsOf: task.desk.dataAsOf }),
  });

  /**
   * Keeps scores like those that somebody asked for, and answers which revision of each stands. What is told again is
   * left to whatever corrected it, which knows the cause.
   */
  async function keep(
    tasks: readonly Task[],
    results: readonly (Result | undefined)[],
    known: ReadonlyMap<Task, KeptRevision>,
    at: Date,
  ): Promise<ReadonlyMap<Task, number>> {
    const kept = new Map([...known].map(([task, { revision }]) => [task, revision]));
    const keeping = tasks.flatMap((task, index) => {
      const result = results[index];
      return result === undefined || result.score.standing === "none" || known.has(task) ? [] : [{ task, result }];
    });
    const revisions = await store.keep(
      keeping.map(({ task, result }) => computedOf(task, result)),
      at,
    );
    for (const [index, { task }] of keeping.entries()) kept.set(task, revisions[index]?.revision ?? 1);
    return kept;
  }

  /** What each delivery tells of, in their order. */
  async function outcomesOf(tasks: readonly Task[], at: Date): Promise<readonly Outcome[]> {
    const again = tasks.filter(({ of }) => isOut(of));
    const latest = await store.latest(again.map(stretchOf));
    const known = new Map(
      again.flatMap((task, index) => {
        const revision = latest[index];
        return revision === undefined ? [] : [[task, revision] as const];
      }),
    );
    const computing = tasks.map((task): Computing => {
      const periods = periodsUntil(oneDay(task.day), 1 + lookedBack, task.desk.site.calendar).reverse();
      return { task, periods, late: lateDays(task) };
    });
    const results = await resultsOf(computing);
    const own = results.map(([result]) => result);
    const kept = await keep(tasks, own, known, at);
    return computing.map((one, index) => {
      const { task } = one;
      return outcomeOf(one, results[index] ?? [], { revision: kept.get(task), standing: known.get(task) });
    });
  }

  return { tasksOf, outcomesOf };
}
