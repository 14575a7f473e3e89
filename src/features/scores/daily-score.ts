import { groupBy } from "../../kernel/group.ts";
import { day, type LocalDate } from "../../kernel/time.ts";
import {
  bodyOf,
  changesOf,
  fingerprint,
  isOut,
  type LabelOf,
  missedOf,
  morningAfter,
  reportedOn,
  type Told,
  toldOf,
  waitsUntil,
} from "../digests/index.ts";
import type { Change, NoticeKind, Prepared, ToPrepare, Touched } from "../notices/index.ts";
import { type Staff, teamsOf } from "../people/domain.ts";
import type { Beside } from "./beside.ts";
import { dailyResults, dailyName as name, type Outcome, type Task } from "./daily-results.ts";
import { dailyWords } from "./messages/daily.ts";
import { reading, type ScoresDeps } from "./reading.ts";
import { type Daily, dailyView, type MissedDay, type Scored, scoreBlocks } from "./views/daily.ts";

export type DailyScoreDeps = Pick<ScoresDeps, "store" | "roster"> & {
  readonly labelOf?: LabelOf;
  /** What other features show beside results. */
  readonly beside?: readonly Pick<Beside, "buttons">[];
};

/** It waits for the data from 09:00 to 10:00. */
const waitMinutes = 60;

/** Whether somebody was an agent on a day: by their role, or because they sat in a team and led none. */
const wasAgent = (person: Staff, on: LocalDate): boolean =>
  person.roles.includes("agent") ||
  (teamsOf(person, on, ["member"]).length > 0 && teamsOf(person, on, ["lead", "deputy"]).length === 0);

/** The part of what was told that only a daily score has. */
type DailyTold = Told & { readonly missedDays: readonly MissedDay[] };

const plain = { locale: "en", zone: "UTC" } as const;
const saysOf = (scored: Scored | undefined) => (scored ? fingerprint(scoreBlocks(scored, plain)) : "");

/** What the revision that stands was brought about by, if it is the one that is told. */
function becauseOf({ kept, scored }: Outcome) {
  const isIt = kept !== undefined && kept.score.points.toFixed(1) === (scored?.score.points ?? 0).toFixed(1);
  return isIt && kept.revision > 1 ? { because: { reason: kept.reason, cause: kept.cause } } : {};
}

/** Each agent's own score of the last workday, at 09:00. */
export function dailyScore({ store, roster, labelOf, beside = [] }: DailyScoreDeps): NoticeKind {
  // Everybody is told their own numbers, which leaves no row in the audit book.
  const { tasksOf, outcomesOf } = dailyResults(
    { store, roster },
    reading({ store, roster, audit: { record: async () => {} } }),
  );

  /** What ends a delivery before anything is computed. */
  function stopped(task: Task | undefined, now: Date): Prepared | undefined {
    if (task === undefined) return { is: "skip", why: "left" };
    const { of, isAway, isComplete } = task;
    if (isOut(of)) return undefined;
    if (isAway) return { is: "skip", why: "on-leave" };
    const until = isComplete ? undefined : waitsUntil(of, waitMinutes, now);
    return until && { is: "wait", until, why: "data" };
  }

  function missedBy({ of, desk }: Task, { missedDays }: Outcome): Pick<DailyTold, "missed" | "missedDays"> {
    if (!of.isRevision) {
      const others = of.late.filter(({ kind }) => kind !== name);
      return { missed: missedOf(others, desk.site.zone), missedDays };
    }
    const told = toldOf(of) as DailyTold | undefined;
    return { missed: told?.missed ?? [], missedDays: told?.missedDays ?? [] };
  }

  function prepared(task: Task, outcome: Outcome): Prepared {
    const { of, person, desk, isComplete, wasAway } = task;
    const { scored } = outcome;
    const isOver = isComplete || wasAway;
    if (scored === undefined && isOver && !isOut(of)) return { is: "skip", why: "nothing-to-tell" };
    const says = saysOf(scored);
    const figures = [{ id: "points", name: "", value: scored?.score.points ?? null }];
    const changes = changesOf(of, { says, figures, isComplete, ...becauseOf(outcome) });
    if (changes === undefined) return { is: "same" };
    const missed = missedBy(task, outcome);
    const told: DailyTold = { day: task.day, says, figures, changes, ...missed };
    const made: Daily = {
      person: person.id,
      period: { is: "day", from: task.day, to: task.day },
      ...(scored ? { scored } : {}),
      isComplete,
      ...(desk.dataAsOf === undefined ? {} : { dataAsOf: desk.dataAsOf }),
      changes,
      ...missed,
    };
    return { is: "view", view: dailyView(made, labelOf, beside), told: bodyOf(told), isProvisional: !isComplete };
  }

  /** The mornings that told people of the days whose score was corrected. */
  async function touchedAt(siteId: string, corrected: readonly Change[]): Promise<readonly Touched[]> {
    const site = await roster.site(siteId);
    return corrected.flatMap((change): Touched[] => {
      if (site === undefined || change.is !== "score-corrected") return [];
      const period = morningAfter(site.calendar, day(change.from));
      const to = { is: "person", id: change.person } as const;
      return period === undefined ? [] : [{ kind: name, site: siteId, period, to }];
    });
  }

  return {
    name,
    label: dailyWords.label,
    isMandatory: false,
    roles: ["agent", "lead"],
    speaksOfLate: true,

    async recipients({ site: siteId, period }) {
      const site = await roster.site(siteId);
      if (site === undefined) return [];
      const reported = reportedOn(site.calendar, day(period));
      const staff = await roster.staffOf(siteId, day(period));
      return staff
        .filter((person) => (person.hiredOn ?? reported) <= reported && wasAgent(person, reported))
        .map(({ id }) => ({ to: { is: "person", id }, body: { day: reported } }));
    },

    async prepare(all: readonly ToPrepare[], now) {
      const tasks = await tasksOf(all);
      const stops = tasks.map((task) => stopped(task, now));
      const going = tasks.flatMap((task, index) => (task !== undefined && stops[index] === undefined ? [task] : []));
      const outcomes = await outcomesOf(going, now);
      const made = new Map(going.map((task, index) => [task, prepared(task, outcomes[index] ?? { missedDays: [] })]));
      return tasks.map((task, index) => stops[index] ?? (task && made.get(task)) ?? { is: "skip", why: "left" });
    },

    async touchedBy(changes) {
      const came = new Set(changes.flatMap((one) => (one.is === "data-came" ? [one.site] : [])));
      const ofDays = changes.filter((one) => one.is === "score-corrected" && one.from === one.to);
      const bySite = [...groupBy(ofDays, ({ site }) => site)];
      const touched = await Promise.all(bySite.map(([site, all]) => touchedAt(site, all)));
      return [...[...came].map((site): Touched => ({ kind: name, site, isProvisional: true })), ...touched.flat()];
    },
  };
}
