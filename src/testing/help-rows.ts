import type { Database } from "../persistence/client.ts";

const seed = `
  TRUNCATE site, person, help_request, help_answer, outbox CASCADE;
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays)
    SELECT id, id, 'Europe/London', 'en', '{6,7}', '{}', '{}' FROM unnest(ARRAY['leeds', 'york']) AS id;
  INSERT INTO person (id, site_id, employee_no, name, roles)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'leeds', n::text, n::text, '{agent}'
    FROM generate_series(1, 60) AS n;`;

/** Leaves the sites Leeds and York and the people 1 to 60, and nobody who asked for help. */
export async function seedHelp({ pool }: Pick<Database, "pool">): Promise<void> {
  await pool.query(seed);
}
