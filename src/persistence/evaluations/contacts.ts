import type { Pool } from "pg";
import type { Contact, EvaluationStore } from "../../features/evaluations/index.ts";

/** What of an answered contact `i` is told. */
const columns = `
  i.source, i.source_id AS "sourceId", i.person_id::text AS agent, i.started_at AS "startedAt", i.day, i.channel, i.queue,
  i.project, i.talk_s + i.hold_s + i.wrap_s AS "handleS"`;
const answered = "i.outcome = 'answered' AND i.person_id IS NOT NULL";

/** Only days on which the agent answered any are looked through, the last first and no further than needed. */
const latest = `
  SELECT ${columns} FROM (
    SELECT DISTINCT site_id, day FROM tally WHERE person_id = $1 AND handled > 0 AND day >= $2 ORDER BY day DESC
  ) AS d JOIN LATERAL (
    SELECT * FROM interaction o WHERE o.site_id = d.site_id AND o.day = d.day AND o.person_id = $1
  ) AS i ON ${answered}
  WHERE NOT EXISTS (
    SELECT FROM evaluation e WHERE e.site_id = i.site_id AND e.interaction = i.source_id
      AND e.contact_source = i.source)
  ORDER BY d.day DESC, i.started_at DESC, i.source, i.source_id LIMIT $3`;

const one = `SELECT ${columns} FROM interaction i
  WHERE i.site_id = $1 AND i.source = $2 AND i.source_id = $3 AND ${answered}`;

/** Contacts that can be reviewed. */
export const contactsIn = (pool: Pool): Pick<EvaluationStore, "contactsOf" | "contact"> => ({
  contactsOf: async (agent, from, limit) => (await pool.query<Contact>(latest, [agent, from, limit])).rows,
  contact: async (...of) => (await pool.query<Contact>(one, of)).rows[0],
});
