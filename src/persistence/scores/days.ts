import type { Pool } from "pg";
import type { ScoreStore } from "../../features/scores/index.ts";

const complete = `
  SELECT EXISTS (
    SELECT FROM batch b
    WHERE b.site_id = d.site AND b.dataset IN ('interactions', 'tallies') AND b.reverted_at IS NULL
      AND (b.to_day >= d.on_day AND b.at >= d.over_at OR b.data_as_of >= d.over_at)
  ) AS holds
  FROM unnest($1::text[], $2::date[], $3::timestamptz[]) WITH ORDINALITY AS d(site, on_day, over_at, place)
  ORDER BY d.place`;

const leave = `
  SELECT EXISTS (
    SELECT FROM person_day p WHERE p.person_id = d.person AND p.day = d.on_day AND p.leave_days > 0
  ) AS holds
  FROM unnest($1::uuid[], $2::date[]) WITH ORDINALITY AS d(person, on_day, place)
  ORDER BY d.place`;

/** What is known of days as such: whether their data has come, and who is away. */
export function daysIn(pool: Pool): Pick<ScoreStore, "areComplete" | "onLeave"> {
  const holds = async (text: string, values: unknown[]): Promise<readonly boolean[]> =>
    (await pool.query<{ holds: boolean }>(text, values)).rows.map((row) => row.holds);

  return {
    areComplete: async (days) =>
      days.length === 0
        ? []
        : holds(complete, [days.map(({ site }) => site), days.map(({ on }) => on), days.map(({ overAt }) => overAt)]),
    onLeave: async (days) =>
      days.length === 0 ? [] : holds(leave, [days.map(({ person }) => person), days.map(({ on }) => on)]),
  };
}
