import type { Pool } from "pg";
import type { Claim, JobRuns, Run } from "../queue/runs.ts";

/** Takes a run that is new, or unfinished with a lease that ran out; no row when it is another's or finished. */
const claim = `
  INSERT INTO job_run AS held (job, site, period, at, attempts, lease_until)
  VALUES ($1, $2, $3, $4, 1, clock_timestamp() + $5 * interval '1 ms')
  ON CONFLICT (job, site, period) DO UPDATE
    SET attempts = held.attempts + 1, lease_until = excluded.lease_until
    WHERE held.finished_at IS NULL AND held.lease_until <= clock_timestamp()
  RETURNING attempts`;

const held = "SELECT finished_at, lease_until FROM job_run WHERE job = $1 AND site = $2 AND period = $3";

/** A claim changes its row only while no later claim has taken it. */
const mine = "job = $1 AND site = $2 AND period = $3 AND attempts = $4 AND finished_at IS NULL";
const renew = `UPDATE job_run SET lease_until = clock_timestamp() + $5 * interval '1 ms' WHERE ${mine}`;
const finish = `UPDATE job_run SET finished_at = clock_timestamp(), fault = NULL WHERE ${mine}`;
const fail = `UPDATE job_run SET lease_until = clock_timestamp(), fault = $5 WHERE ${mine}`;

const latest = `
  SELECT job, site, max(at) AS at FROM job_run
  WHERE at <= $1 AND at > $1::timestamptz - interval '40 days' GROUP BY job, site`;

const dropped = `
  SELECT job, site, period, at, attempts FROM job_run
  WHERE at > $1 AND finished_at IS NULL AND lease_until < clock_timestamp() - $2 * interval '1 ms'`;

const key = ({ job, site, period }: Run) => [job, site, period];

/** The ledger of runs in Postgres, by whose clock leases are kept, so that machines need not agree on the time. */
export function jobRuns({ pool }: { readonly pool: Pool }): JobRuns {
  const changed = async (sql: string, values: unknown[]) => (await pool.query(sql, values)).rowCount === 1;
  return {
    async claim(run, leaseMs): Promise<Claim> {
      const taken = await pool.query<{ attempts: number }>(claim, [...key(run), run.at, leaseMs]);
      if (taken.rows[0] !== undefined) return { is: "claimed", attempt: taken.rows[0].attempts };
      const { rows } = await pool.query<{ finished_at: Date | null; lease_until: Date }>(held, key(run));
      const [row] = rows;
      if (row === undefined) throw new Error(`the run ${key(run).join(" ")} is gone from the ledger`);
      return row.finished_at === null ? { is: "taken", until: row.lease_until } : { is: "finished" };
    },
    renew: (run, attempt, leaseMs) => changed(renew, [...key(run), attempt, leaseMs]),
    finish: (run, attempt) => changed(finish, [...key(run), attempt]),
    async fail(run, attempt, fault) {
      await changed(fail, [...key(run), attempt, fault]);
    },
    latest: async (until) => (await pool.query(latest, [until])).rows,
    dropped: async (since, idleMs) => (await pool.query(dropped, [since, idleMs])).rows,
  };
}
