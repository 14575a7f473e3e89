import type { ClientBase } from "pg";
import { countRepeats } from "./repeats.ts";

const threshold = "(SELECT answer_within_s FROM site WHERE id = $1)";
const handle = "(r.talk_s + r.hold_s + r.wrap_s)";
const ofAnswered = (sum: string) => `coalesce(sum(${sum}) FILTER (WHERE r.outcome = 'answered'), 0)`;

/** Each sum of a tally with what it is of a group of contacts; only answered ones have an agent, whose time counts. */
const sums = {
  handled: "count(*) FILTER (WHERE r.outcome = 'answered')",
  abandoned: "count(*) FILTER (WHERE r.outcome = 'abandoned')",
  answered_in_time: `count(*) FILTER (WHERE r.outcome = 'answered' AND r.wait_s <= ${threshold})`,
  abandoned_in_time: `count(*) FILTER (WHERE r.outcome = 'abandoned' AND r.wait_s <= ${threshold})`,
  complaints: "count(*) FILTER (WHERE r.complaint)",
  wait_s: "sum(r.wait_s)",
  talk_s: ofAnswered("r.talk_s"),
  hold_s: ofAnswered("r.hold_s"),
  wrap_s: ofAnswered("r.wrap_s"),
  handle_s2: ofAnswered(`${handle}::float8 * ${handle}`),
  csat_answers: "count(r.csat)",
  csat_top: "count(*) FILTER (WHERE r.csat >= 4)",
  known: "count(*) FILTER (WHERE r.outcome = 'answered' AND r.customer IS NOT NULL)",
  // Counted after the rest, where any customer is known.
  repeated: "0",
};

/** What an answer to a survey adds. */
const ofSurvey: Readonly<Record<string, string>> = { csat_answers: "1", csat_top: "(r.mark >= 4)::int" };

const names = Object.keys(sums);
const agent = "CASE WHEN r.outcome = 'answered' THEN r.person_id END";
const group = "day, hour, queue, project";
const grouped = "r.day, r.hour, r.queue, r.project";
const columns = `site_id, person_id, ${group}, ${names.join(", ")}`;
const list = (of: (name: string) => string) => names.map((name) => `${of(name)} AS ${name}`).join(", ");

/** Days and agents go before texts, which are slow to compare. */
const contacts = (on: string) => `
  SELECT ${agent} AS person_id, ${grouped}, ${Object.entries(sums)
    .map(([name, sum]) => `${sum} AS ${name}`)
    .join(", ")}
  FROM interaction r WHERE r.site_id = $1 ${on}
  GROUP BY r.day, ${agent}, r.hour, r.queue, r.project`;
const records = (on: string) => `
  SELECT r.person_id, ${grouped}, ${list((name) => `r.${name}`)} FROM tally_record r WHERE r.site_id = $1 ${on}`;
const surveys = (on: string) => `
  SELECT r.person_id, ${grouped}, ${list((name) => ofSurvey[name] ?? "0")} FROM survey r WHERE r.site_id = $1 ${on}`;

/** In the order of days, so that the index on them grows at its end. */
const ofContacts = (on: string) => `
  INSERT INTO tally (${columns}) SELECT $1, c.* FROM (${contacts(on)}) AS c ORDER BY c.day`;
const ofAll = (on: string) => `
  INSERT INTO tally (${columns})
  SELECT $1, a.person_id, a.day, a.hour, a.queue, a.project, ${list((name) => `sum(a.${name})`)}
  FROM (${contacts(on)} UNION ALL ${records(on)} UNION ALL ${surveys(on)}) AS a
  GROUP BY a.day, a.person_id, a.hour, a.queue, a.project ORDER BY a.day`;

const hasMore = (on: string) => `
  SELECT EXISTS (SELECT FROM tally_record r WHERE r.site_id = $1 ${on})
    OR EXISTS (SELECT FROM survey r WHERE r.site_id = $1 ${on}) AS more`;

const levels = ["handled", "abandoned", "answered_in_time", "abandoned_in_time"] as const;

/** Nobody waits in a queue for a contact that went out: what tallies have of these is taken off, as they are the fewer. */
const queueHours = (on: string) => `
  INSERT INTO queue_hour (site_id, ${group}, answered, abandoned, answered_in_time, abandoned_in_time)
  SELECT $1, ${group}, ${levels.map((name) => `sum(a.${name})`).join(", ")}
  FROM (
    SELECT ${grouped}, ${levels.map((name) => `r.${name}`).join(", ")} FROM tally r WHERE r.site_id = $1 ${on}
    UNION ALL
    SELECT ${grouped}, ${levels.map((name) => `-${sums[name]}`).join(", ")}
    FROM interaction r WHERE r.site_id = $1 AND r.direction = 'out' ${on} GROUP BY ${grouped}
  ) AS a
  GROUP BY ${group} ORDER BY day`;

/** Whether nothing had been counted on the days before, and whether any customer is known near them. */
export type Tallied = { readonly isFresh: boolean; readonly isKnown: boolean };

/**
 * Makes the tallies of a site and the hours of its queues anew, on these days or on all: from its contacts, the sums that
 * sources brought themselves and the surveys. Of contacts, only those that came in count for the queues. Repeats are
 * counted anew also on the days before, as far as they reach.
 */
export async function tally(client: ClientBase, site: string, days?: readonly string[]): Promise<Tallied> {
  if (days?.length === 0) return { isFresh: false, isKnown: false };
  const on = days === undefined ? "" : "AND r.day = ANY($2::date[])";
  const values = days === undefined ? [site] : [site, days];
  const deleted = await client.query(`DELETE FROM tally r WHERE r.site_id = $1 ${on}`, values);
  const { rows } = await client.query<{ more: boolean }>(hasMore(on), values);
  await client.query((rows[0]?.more ? ofAll : ofContacts)(on), values);
  await client.query(`DELETE FROM queue_hour r WHERE r.site_id = $1 ${on}`, values);
  await client.query(queueHours(on), values);
  return { isFresh: deleted.rowCount === 0, isKnown: await countRepeats(client, site, days) };
}
