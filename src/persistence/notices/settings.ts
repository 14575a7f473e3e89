import type { Pool } from "pg";
import type { Ledger } from "../../features/notices/index.ts";

type Row = { person_id: string; quiet_from: string | null; quiet_to: string | null; muted: string[] };

const save = `
  INSERT INTO notice_setting (person_id, quiet_from, quiet_to, muted) VALUES ($1, $2, $3, $4)
  ON CONFLICT (person_id) DO UPDATE SET quiet_from = $2, quiet_to = $3, muted = $4`;

/** What people want of notices, in Postgres. */
export const noticeSettings = (pool: Pool): Pick<Ledger, "settingsOf" | "saveSettings"> => ({
  async settingsOf(people) {
    const { rows } = await pool.query<Row>("SELECT * FROM notice_setting WHERE person_id = ANY($1::uuid[])", [people]);
    return new Map(
      rows.map(({ person_id, quiet_from: from, quiet_to: to, muted }) => [
        person_id,
        { muted, ...(from === null || to === null ? {} : { quiet: { from, to } }) },
      ]),
    );
  },
  async saveSettings(person, { quiet, muted }) {
    await pool.query(save, [person, quiet?.from ?? null, quiet?.to ?? null, muted]);
  },
});
