import type { Pool, PoolClient } from "pg";
import type { Appeal, Before, Decided } from "../../features/appeals/index.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { evaluationsById, lockEvaluation } from "../evaluations/rows.ts";
import { lockSite } from "../imports/lock.ts";
import { transact } from "../transaction.ts";
import { restate } from "./restate.ts";
import { findAppeals } from "./rows.ts";
import { saveAll } from "./save.ts";

type Decide<R> = (now: Before) => Outcome<Decided, R>;
type Changed<R> = Outcome<Appeal, R | { readonly why: "gone" }>;
/** What became of a decision, or that it restates an evaluation of a site, which has to be locked before. */
type Tried<R> =
  | { readonly is: "decided"; readonly outcome: Changed<R> }
  | { readonly is: "restating"; readonly site: string };

/** The appeals that are meant: one by its id, perhaps only while something else holds of it. */
type Meant = { readonly where: string; readonly values: readonly unknown[] };

/** Decides with the site locked, so that whatever is restated is alone with its day's sums. */
async function decideLocked<R>(
  client: PoolClient,
  [appeal]: readonly Appeal[],
  decide: Decide<R>,
  at: Date,
): Promise<Changed<R>> {
  if (appeal === undefined) return refuse({ why: "gone" });
  const evaluation = await lockEvaluation(client, appeal.evaluation);
  const decided = decide({ appeal, evaluation });
  if (!decided.ok) return decided;
  await saveAll(client, [decided.value], at);
  if (evaluation !== undefined) await restate(client, decided.value, evaluation);
  return done(decided.value.appeal);
}

/** Decides where nothing is restated; an import may be at work. */
async function decideFreely<R>(
  client: PoolClient,
  [appeal]: readonly Appeal[],
  decide: Decide<R>,
  at: Date,
): Promise<Tried<R>> {
  if (appeal === undefined) return { is: "decided", outcome: refuse({ why: "gone" }) };
  const evaluation = (await evaluationsById(client, [appeal.evaluation])).get(appeal.evaluation);
  const decided = decide({ appeal, evaluation });
  if (!decided.ok) return { is: "decided", outcome: decided };
  if (decided.value.restatement !== undefined) return { is: "restating", site: appeal.site };
  await saveAll(client, [decided.value], at);
  return { is: "decided", outcome: done(decided.value.appeal) };
}

/** Decides about an appeal of a site with imports of that site kept out. */
export const changeLocked = <R>(pool: Pool, site: string, meant: Meant, decide: Decide<R>, at: Date) =>
  transact(pool, async (client) => {
    await lockSite(client, site);
    const value = await decideLocked(client, await lockAppeal(client, meant), decide, at);
    return { keep: value.ok, value };
  });

const lockAppeal = (client: PoolClient, { where, values }: Meant) =>
  findAppeals(client, { where, order: "FOR UPDATE" }, values);

/**
 * Decides about an appeal alone. What would restate its evaluation is forgotten and decided again with imports of the
 * site kept out: they are never waited for with rows in hand that they may want.
 */
export async function changeAppeal<R>(pool: Pool, id: string, decide: Decide<R>, at: Date): Promise<Changed<R>> {
  const meant = { where: "a.id = $1", values: [id] };
  const first = await transact(pool, async (client) => {
    const value = await decideFreely(client, await lockAppeal(client, meant), decide, at);
    return { keep: value.is === "decided" && value.outcome.ok, value };
  });
  return first.is === "decided" ? first.outcome : changeLocked(pool, first.site, meant, decide, at);
}
