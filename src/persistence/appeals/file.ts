import type { Pool, PoolClient } from "pg";
import type { Appeal, Decided, FilingGround } from "../../features/appeals/index.ts";
import type { Evaluation } from "../../features/evaluations/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { lockEvaluation } from "../evaluations/rows.ts";
import { lockSite } from "../imports/lock.ts";
import { transact } from "../transaction.ts";
import { restate } from "./restate.ts";
import { findAppeals } from "./rows.ts";
import { holdItems, saveAll } from "./save.ts";

const open = `
  SELECT i.item, a.number::float8 AS number FROM appeal_item i JOIN appeal a ON a.id = i.appeal_id WHERE i.evaluation_id = $1`;

async function openItems(client: PoolClient, evaluation: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ item: string; number: number }>(open, [evaluation]);
  return new Map(rows.map(({ item, number }) => [item, number]));
}

/** The last decision on each item stands. */
async function decidedItems(client: PoolClient, evaluation: string): Promise<ReadonlyMap<string, Appeal>> {
  const where = "a.evaluation_id = $1 AND a.decided_at IS NOT NULL";
  const found = await findAppeals(client, { where, order: "ORDER BY a.decided_at, a.number" }, [evaluation]);
  return new Map(found.flatMap((appeal) => appeal.challenges.map(({ item }) => [item, appeal] as const)));
}

async function nextNumber(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ number: number }>("SELECT nextval('appeal_number')::float8 AS number");
  return rows[0]?.number ?? 0;
}

type Filed<R> = Outcome<Appeal, R | { readonly why: "gone" }>;
/** What became of a filing, or that it restates an evaluation of a site, which has to be locked before. */
type Tried<R> =
  | { readonly is: "filed"; readonly outcome: Filed<R> }
  | { readonly is: "restating"; readonly site: string };

/**
 * Files an appeal alone with its evaluation. Numbers follow one another but for those of filings that were refused.
 * Where it is decided at once, it is filed again with imports of the site kept out, which were not waited for with the
 * evaluation in hand.
 */
export async function fileAppeal<R>(
  pool: Pool,
  id: string,
  decide: (ground: FilingGround) => Outcome<Decided, R>,
  at: Date,
): Promise<Filed<R>> {
  if (!isUuid(id)) return refuse({ why: "gone" });
  const number = await nextNumber(pool);

  const tried = (locked?: string) =>
    transact(pool, async (client): Promise<{ keep: boolean; value: Tried<R> }> => {
      const drop = (value: Tried<R>) => ({ keep: false, value });
      if (locked !== undefined) await lockSite(client, locked);
      const evaluation = await lockEvaluation(client, id);
      if (evaluation === undefined) return drop({ is: "filed", outcome: refuse({ why: "gone" }) });
      const ground = await groundOf(client, evaluation, number);
      const decided = decide(ground);
      if (!decided.ok) return drop({ is: "filed", outcome: decided });
      if (decided.value.restatement !== undefined && locked === undefined) {
        return drop({ is: "restating", site: evaluation.site });
      }
      const { appeal } = decided.value;
      await saveAll(client, [decided.value], at);
      await holdItems(client, appeal);
      await restate(client, decided.value, evaluation);
      return { keep: true, value: { is: "filed", outcome: done(appeal) } };
    });

  const first = await tried();
  const last = first.is === "filed" ? first : await tried(first.site);
  if (last.is === "restating") throw new Error(`evaluation ${id} is of another site now`);
  return last.outcome;
}

const groundOf = async (client: PoolClient, evaluation: Evaluation, number: number): Promise<FilingGround> => ({
  number,
  evaluation,
  open: await openItems(client, evaluation.id),
  decided: await decidedItems(client, evaluation.id),
});
