import type { Pool } from "pg";

const statements = [
  "DELETE FROM heard WHERE at < $1",
  "DELETE FROM link_attempt WHERE at < $1",
  "DELETE FROM link_code WHERE expires_at < $1",
];

/** Forgets events that were heard, codes that were tried and codes that ran out before an instant; gives how many. */
export const housekeeping = ({ pool }: { readonly pool: Pool }) => ({
  async forgetBefore(at: Date): Promise<number> {
    const done = await Promise.all(statements.map((sql) => pool.query(sql, [at])));
    return done.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
  },
});
