import type { Pool } from "pg";
import type { CalledContact, GoodCallStore } from "../../features/good-calls/index.ts";

type Row = Omit<CalledContact, "agent"> & { readonly agent: string | null };

/** The sources of a site are stepped through, so that each is asked for the number by its key. */
const called = `
  WITH RECURSIVE known AS (
    (SELECT source FROM interaction WHERE site_id = $1 ORDER BY source LIMIT 1)
    UNION ALL
    SELECT (SELECT i.source FROM interaction i WHERE i.site_id = $1 AND i.source > k.source ORDER BY i.source LIMIT 1)
    FROM known k WHERE k.source IS NOT NULL
  )
  SELECT i.source, i.source_id AS "sourceId", CASE WHEN i.outcome = 'answered' THEN i.person_id::text END AS agent,
    i.started_at AS "startedAt", i.queue, i.project, i.talk_s + i.hold_s + i.wrap_s AS "handleS"
  FROM known k JOIN interaction i ON i.site_id = $1 AND i.source = k.source AND i.source_id = ANY($2)
  ORDER BY i.source COLLATE "C", i.source_id COLLATE "C"`;

/** Contacts by the number that people know them by, however it is capitalised. */
export const contactsIn = (pool: Pool): Pick<GoodCallStore, "contactsCalled"> => ({
  async contactsCalled(site, text) {
    const spellings = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
    const { rows } = await pool.query<Row>(called, [site, spellings]);
    return rows.map(({ agent, ...contact }) => (agent === null ? contact : { ...contact, agent }));
  },
});
