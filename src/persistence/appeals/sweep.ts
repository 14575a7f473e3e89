import type { Pool, PoolClient } from "pg";
import type { Appeal, AppealStore, Before, Decided } from "../../features/appeals/index.ts";
import { done } from "../../kernel/outcome.ts";
import { evaluationsById } from "../evaluations/rows.ts";
import { transact } from "../transaction.ts";
import { changeLocked } from "./change.ts";
import { findAppeals } from "./rows.ts";
import { saveAll } from "./save.ts";

type Gather = Parameters<AppealStore["sweep"]>[2];
type Judge = (before: Before) => Decided;

const due = { where: "a.next_at <= $1", order: "ORDER BY a.next_at, a.number LIMIT $2" };

/** Only what nobody else is at, so that two who sweep at once share the work and neither waits for a press. */
const stillDue = {
  where: "a.id = ANY($2::uuid[]) AND a.next_at <= $1",
  order: "ORDER BY a.next_at, a.number FOR UPDATE SKIP LOCKED",
};

/** What came of a round: how many are not due any more, what has to be decided alone, and what went wrong. */
type Round = { readonly over: number; readonly alone: readonly Appeal[]; readonly faults: readonly unknown[] };

/** Whether a decision leaves nothing to be looked at by now. */
const isOverBy = ({ nextAt }: Decided, now: Date): boolean => nextAt === undefined || nextAt > now;

/** Appeals as they stand, each judged alone: a fault in one keeps none of the others. */
async function judgeAll(client: PoolClient, appeals: readonly Appeal[], judge: Judge) {
  const evaluations = await evaluationsById(
    client,
    appeals.map(({ evaluation }) => evaluation),
  );
  const faults: unknown[] = [];
  const decided = appeals.flatMap((appeal) => {
    try {
      return [judge({ appeal, evaluation: evaluations.get(appeal.evaluation) })];
    } catch (error) {
      faults.push(error);
      return [];
    }
  });
  return { decided, faults };
}

/** Writes all at once what is only noted; what restates an evaluation is left to be decided alone. */
const noteAll = (pool: Pool, ids: readonly string[], judge: Judge, now: Date): Promise<Round> =>
  transact(pool, async (client) => {
    const appeals = await findAppeals(client, stillDue, [now, ids]);
    if (appeals.length === 0) return { keep: false, value: { over: 0, alone: [], faults: [] } };
    const { decided, faults } = await judgeAll(client, appeals, judge);
    const noted = decided.filter(({ restatement }) => restatement === undefined);
    await saveAll(client, noted, now);
    const alone = decided.filter(({ restatement }) => restatement !== undefined).map(({ appeal }) => appeal);
    return { keep: true, value: { over: noted.filter((one) => isOverBy(one, now)).length, alone, faults } };
  });

/** Decides about one appeal with its site locked if its time is still over; answers whether it is not due any more. */
async function decideAlone(pool: Pool, { id, site }: Appeal, judge: Judge, now: Date): Promise<boolean> {
  const meant = { where: "a.id = $1 AND a.next_at <= $2", values: [id, now] };
  let isOver = false;
  const decide = (before: Before) => {
    const decided = judge(before);
    isOver = isOverBy(decided, now);
    return done(decided);
  };
  const { ok } = await changeLocked(pool, site, meant, decide, now);
  return ok && isOver;
}

/** Decides about appeals one after another; a fault in one keeps none of the others. */
async function decideEach(pool: Pool, { over, alone, faults }: Round, judge: Judge, now: Date): Promise<Round> {
  const all = { over, faults: [...faults] };
  for (const appeal of alone) {
    try {
      if (await decideAlone(pool, appeal, judge, now)) all.over += 1;
    } catch (error) {
      all.faults.push(error);
    }
  }
  return { ...all, alone: [] };
}

/**
 * Looks at appeals whose time has come: all that is only noted is written at once, and what restates an evaluation one by
 * one after that. Answers how many were due; none where all of them still are, so that whoever goes on comes to an end.
 */
export async function sweepAppeals(pool: Pool, now: Date, limit: number, gather: Gather): Promise<number> {
  const found = await findAppeals(pool, due, [now, limit]);
  if (found.length === 0) return 0;
  const judge = await gather(found);
  const ids = found.map(({ id }) => id);
  const { over, faults } = await decideEach(pool, await noteAll(pool, ids, judge, now), judge, now);
  if (faults.length > 0) throw faults[0];
  return over === 0 ? 0 : found.length;
}
