import type { Pool } from "pg";
import type { Appeal, AppealStore, Before, Decided } from "../../features/appeals/index.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { evaluationsById } from "../evaluations/rows.ts";
import { transact } from "../transaction.ts";
import { changeLocked } from "./change.ts";
import { findAppeals } from "./rows.ts";
import { saveAll } from "./save.ts";

type Decide = Parameters<AppealStore["sweep"]>[2];

/** Only what nobody else is at, so that two who sweep at once share the work. */
const due = { where: "a.next_at <= $1", order: "ORDER BY a.next_at, a.number LIMIT $2 FOR UPDATE SKIP LOCKED" };

/** Decides about one appeal if its time is still over; answers whether it was, as others may have done so meanwhile. */
async function sweepOne(pool: Pool, { id, site }: Appeal, now: Date, decide: Decide): Promise<boolean> {
  const meant = { where: "a.id = $1 AND a.next_at <= $2", values: [id, now] };
  const alone = async (before: Before): Promise<Outcome<Decided, { readonly why: "gone" }>> => {
    const [decided] = await decide([before]);
    return decided === undefined ? refuse({ why: "gone" }) : done(decided);
  };
  return (await changeLocked(pool, site, meant, alone, now)).ok;
}

/**
 * Looks at appeals whose time has come: all that is only noted is written at once, and what restates an evaluation one by
 * one after that.
 */
export async function sweepAppeals(pool: Pool, now: Date, limit: number, decide: Decide): Promise<number> {
  const { noted, later } = await transact(pool, async (client) => {
    const appeals = await findAppeals(client, due, [now, limit]);
    if (appeals.length === 0) return { keep: false, value: { noted: 0, later: [] } };
    const evaluations = await evaluationsById(
      client,
      appeals.map(({ evaluation }) => evaluation),
    );
    const decided = await decide(appeals.map((appeal) => ({ appeal, evaluation: evaluations.get(appeal.evaluation) })));
    const some = decided.filter(({ restatement }) => restatement === undefined);
    await saveAll(client, some, now);
    const later = decided.filter(({ restatement }) => restatement !== undefined).map(({ appeal }) => appeal);
    return { keep: true, value: { noted: some.length, later } };
  });
  let count = noted;
  for (const appeal of later) if (await sweepOne(pool, appeal, now, decide)) count += 1;
  return count;
}
