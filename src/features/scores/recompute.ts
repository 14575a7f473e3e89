import { dayAt, type LocalDate } from "../../kernel/time.ts";
import type { SiteId, Staff } from "../people/domain.ts";
import type { Result, Wanted } from "./compute.ts";
import type { Desk, Reading, ScoresDeps } from "./reading.ts";
import type { Cause, Computed, Stretch } from "./store.ts";

/** So many scores are computed and kept at once; more would hold too much in memory. */
const atOnce = 2_000;

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

/** Scores computed without anybody asking: each night, and again when an input was corrected. */
export function recomputing({ store, roster }: ScoresDeps, desks: Reading) {
  const computedOf = (desk: Desk, of: Stretch & { readonly cause?: Cause }, result: Result): Computed => ({
    ...of,
    scorecard: result.scorecard.id,
    version: result.scorecard.version,
    score: result.score,
    shared: result.shared,
    ...(desk.dataAsOf === undefined ? {} : { dataAsOf: desk.dataAsOf }),
  });

  type Task = { readonly person: Staff; readonly of: Stretch & { readonly cause?: Cause } };

  /** Computes and keeps; a score that was kept and has lost all its inputs becomes a revision of nothing. */
  async function keepAll(
    desk: Desk,
    tasks: readonly Task[],
    today: LocalDate,
    at: Date,
    isKept: boolean,
  ): Promise<number> {
    let count = 0;
    let keeping: Promise<unknown> = Promise.resolve();
    for (let from = 0; from < tasks.length; from += atOnce) {
      const some = tasks.slice(from, from + atOnce);
      const wanted = some.map(
        ({ person, of }): Wanted => ({ subject: desks.ofPerson(person), from: of.from, to: earlier(of.to, today) }),
      );
      // These are computed while those before them are written.
      const [results] = await Promise.all([desk.results(wanted), keeping]);
      const computed = some.flatMap(({ of }, index) => {
        const result = results[index];
        return result !== undefined && (isKept || result.score.standing !== "none")
          ? [computedOf(desk, of, result)]
          : [];
      });
      keeping = store.keep(computed, at);
      count += computed.length;
    }
    await keeping;
    return count;
  }

  async function recomputeSite(siteId: SiteId, at: Date): Promise<number> {
    const { due, stale } = await store.due(siteId);
    if (due.length === 0) return 0;
    const desk = await desks.deskOf(siteId);
    const people = new Map(
      (await roster.peopleById([...new Set(stale.map(({ person }) => person))])).map((person) => [person.id, person]),
    );
    const tasks = stale.flatMap((of) => {
      const person = people.get(of.person);
      return person === undefined ? [] : [{ person, of }];
    });
    const count = await keepAll(desk, tasks, dayAt(at, desk.site.zone), at, true);
    await store.settle(due);
    return count;
  }

  return {
    /** Computes and keeps the day's score of everybody of a site who has one; answers how many there were. */
    async scoreDay(siteId: SiteId, on: LocalDate, at: Date): Promise<number> {
      const [found, people] = await Promise.all([store.sumsOfSite(siteId, on, on), roster.staffOf(siteId, on)]);
      const desk = await desks.deskOf(siteId, new Map(found.map(({ person, sums }) => [person, sums])));
      const tasks = people.map((person) => ({ person, of: { person: person.id, from: on, to: on } }));
      return keepAll(desk, tasks, on, at, false);
    },

    /**
     * Computes again exactly the kept scores that stand on inputs that changed since the last time, as new revisions
     * with what brought them about; of one site or of all. Answers how many were computed. Safe to repeat.
     */
    async recompute(at: Date, site?: SiteId): Promise<number> {
      let count = 0;
      for (const one of site === undefined ? await store.sitesDue() : [site]) count += await recomputeSite(one, at);
      return count;
    },
  };
}
