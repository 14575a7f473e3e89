import type { Pool } from "pg";

const statements = [
  "DELETE FROM heard WHERE at < $1",
  "DELETE FROM link_attempt WHERE at < $1",
  "DELETE FROM link_code WHERE expires_at < $1",
  "DELETE FROM pace WHERE free_at < $1",
  // What was put forward with an appeal that was never filed.
  `DELETE FROM appeal_file f WHERE at < $1 AND id::text NOT IN (
    SELECT file #>> '{}' FROM appeal a, jsonb_path_query(a.body, '$.evidence[*].file.id') AS file)`,
  "DELETE FROM job_run WHERE finished_at < $1::timestamptz - interval '100 days'",
  "DELETE FROM delivery WHERE greatest(due_at, sent_at) < $1::timestamptz - interval '400 days' AND next_at IS NULL",
];

/**
 * Forgets events that were heard, codes that were tried, codes that ran out and files of no appeal before an instant;
 * gives how many.
 */
export const housekeeping = ({ pool }: { readonly pool: Pool }) => ({
  async forgetBefore(at: Date): Promise<number> {
    const done = await Promise.all(statements.map((sql) => pool.query(sql, [at])));
    return done.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
  },
});
