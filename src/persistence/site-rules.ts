import type { Pool } from "pg";
import { z } from "zod";
import type { Log } from "../kernel/log.ts";

/** The rules of a feature that hold at a site: what the site has set, and else what is usual. */
export type RulesOf<Rules> = (site: string) => Promise<Rules>;

/**
 * Reads what sites set of a feature's rules in PostgreSQL; everything that a site leaves out is as the schema says. What
 * an earlier Fairline took and this one does not is left aside as a whole for what is usual, with one warning.
 */
export function siteRules<Rules>(
  { pool, log }: { readonly pool: Pool; readonly log?: Pick<Log, "warn"> | undefined },
  feature: string,
  schema: z.ZodType<Rules>,
): RulesOf<Rules> {
  const sql = "SELECT body FROM site_rules WHERE site_id = $1 AND feature = $2";
  const warned = new Set<string>();
  return async (site) => {
    const [row] = (await pool.query<{ body: unknown }>(sql, [site, feature])).rows;
    const read = schema.safeParse(row?.body ?? {});
    if (read.success) return read.data;
    if (!warned.has(site)) {
      warned.add(site);
      const why = z.prettifyError(read.error);
      log?.warn(
        { site, feature, why },
        "a site's rules no longer fit, and the usual ones hold until they are set anew",
      );
    }
    return schema.parse({});
  };
}
