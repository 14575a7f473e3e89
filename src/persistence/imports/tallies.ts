import type { ClientBase } from "pg";

const threshold = "(SELECT answer_within_s FROM site WHERE id = $1)";

/** The sums of a group of interactions; only answered ones have an agent, whose time and complaints count. */
const sums = `
  count(*) FILTER (WHERE i.outcome = 'answered'),
  count(*) FILTER (WHERE i.outcome = 'abandoned'),
  count(*) FILTER (WHERE i.outcome = 'answered' AND i.wait_s <= ${threshold}),
  count(*) FILTER (WHERE i.outcome = 'abandoned' AND i.wait_s <= ${threshold}),
  count(*) FILTER (WHERE i.complaint),
  sum(i.wait_s),
  coalesce(sum(i.talk_s) FILTER (WHERE i.outcome = 'answered'), 0),
  coalesce(sum(i.hold_s) FILTER (WHERE i.outcome = 'answered'), 0),
  coalesce(sum(i.wrap_s) FILTER (WHERE i.outcome = 'answered'), 0),
  coalesce(sum((i.talk_s + i.hold_s + i.wrap_s)::float8 * (i.talk_s + i.hold_s + i.wrap_s)) FILTER (WHERE i.outcome = 'answered'), 0),
  count(i.csat),
  count(*) FILTER (WHERE i.csat >= 4)`;

const columns = `site_id, person_id, day, hour, queue, project, handled, abandoned, answered_in_time, abandoned_in_time,
  complaints, wait_s, talk_s, hold_s, wrap_s, handle_s2, csat_answers, csat_top`;

const agent = "CASE WHEN i.outcome = 'answered' THEN i.person_id END";

/** In the order of days, so that the index on them grows at its end. */
const insert = (where: string) => `
  INSERT INTO tally (${columns})
  SELECT $1, ${agent}, i.day, i.hour, i.queue, i.project, ${sums}
  FROM interaction i WHERE i.site_id = $1 ${where}
  GROUP BY i.day, ${agent}, i.hour, i.queue, i.project ORDER BY i.day`;

/** Makes the tallies of a site anew, on these days or on all, from its interactions. */
export async function tally(client: ClientBase, site: string, days?: readonly string[]): Promise<void> {
  if (days === undefined) {
    await client.query("DELETE FROM tally WHERE site_id = $1", [site]);
    await client.query(insert(""), [site]);
  } else if (days.length > 0) {
    await client.query("DELETE FROM tally WHERE site_id = $1 AND day = ANY($2::date[])", [site, days]);
    await client.query(insert("AND i.day = ANY($2::date[])"), [site, days]);
  }
}
