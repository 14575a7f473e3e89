import type { Pool } from "pg";
import type { Entry, HelpRequest, KeptAnswer } from "../../features/help/domain.ts";
import type { Changed, HelpStore, NoSuchRequest } from "../../features/help/store.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { together } from "../transaction.ts";
import { keep } from "./keep.ts";
import { findEntries, findLearnt, findRequest } from "./rows.ts";

/** Whatever is done about requests; one change of each comes after another. */
export const changeIn = (pool: Pool): Pick<HelpStore, "change"> => ({
  change: <R>(
    id: string,
    at: Date,
    decide: (now: HelpRequest, entries: readonly Entry[], learnt: KeptAnswer | undefined) => Outcome<Changed, R>,
  ): Promise<Outcome<HelpRequest, R | NoSuchRequest>> =>
    together(pool, async (client): Promise<Outcome<HelpRequest, R | NoSuchRequest>> => {
      const now = await findRequest(client, id, "FOR UPDATE");
      if (now === undefined) return refuse({ why: "no-such-request" });
      const decided = decide(now, await findEntries(client, id), await findLearnt(client, id));
      return decided.ok ? done(await keep(client, now, decided.value, at)) : decided;
    }),
});
