import type { Pool } from "pg";

/** How the house stands, in numbers and without names. */
export type Figures = {
  /** Deliveries of occurrences of the last seven days. */
  readonly deliveries: readonly {
    readonly kind: string;
    readonly state: string;
    readonly platform: string;
    readonly count: number;
  }[];
  /** How long ago the oldest delivery that is still to be sent should have been; 0 when none is late. */
  readonly overdueSeconds: number;
  readonly outbox: number;
  readonly batches: readonly { readonly dataset: string; readonly state: string; readonly count: number }[];
};

/** Site by site, so that the index on a site's occurrences is used; what is of no site is of the company. */
const deliveries = `
  SELECT d.schedule AS kind, d.state, d.platform, count(*)::int AS count
  FROM (SELECT id FROM site UNION ALL SELECT '') AS s
  JOIN delivery d ON d.site_id = s.id AND d.occurs_at > $1::timestamptz - interval '7 days'
  GROUP BY 1, 2, 3`;

/** What waits for data or for the end of quiet hours is not late. */
const rest = `
  SELECT
    (SELECT coalesce(extract(epoch FROM $1::timestamptz - min(due_at)), 0)::float8 FROM delivery
      WHERE next_at IS NOT NULL AND state IN ('planned', 'sending', 'retrying') AND due_at < $1) AS overdue,
    (SELECT count(*)::int FROM outbox) AS outbox`;

const batches = `
  SELECT dataset, CASE WHEN reverted_at IS NULL THEN 'standing' ELSE 'reverted' END AS state, count(*)::int AS count
  FROM batch GROUP BY 1, 2`;

/** Reads how the house stands; a few small queries. */
export function figures({ pool }: { readonly pool: Pick<Pool, "query"> }): (now: Date) => Promise<Figures> {
  return async (now) => {
    const [sent, others, imported] = await Promise.all([
      pool.query<Figures["deliveries"][number]>(deliveries, [now]),
      pool.query<{ overdue: number; outbox: number }>(rest, [now]),
      pool.query<Figures["batches"][number]>(batches),
    ]);
    const { overdue = 0, outbox = 0 } = others.rows[0] ?? {};
    return { deliveries: sent.rows, overdueSeconds: overdue, outbox, batches: imported.rows };
  };
}
