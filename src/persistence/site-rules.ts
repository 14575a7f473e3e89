import type { Pool } from "pg";
import type { z } from "zod";

/** The rules of a feature that hold at a site: what the site has set, and else what is usual. */
export type RulesOf<Rules> = (site: string) => Promise<Rules>;

/** Reads what sites set of a feature's rules in PostgreSQL; everything that a site leaves out is as the schema says. */
export function siteRules<Rules>(
  { pool }: { readonly pool: Pool },
  feature: string,
  schema: z.ZodType<Rules>,
): RulesOf<Rules> {
  const sql = "SELECT body FROM site_rules WHERE site_id = $1 AND feature = $2";
  return async (site) => {
    const [row] = (await pool.query<{ body: unknown }>(sql, [site, feature])).rows;
    return schema.parse(row?.body ?? {});
  };
}
