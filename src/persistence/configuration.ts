import type { Pool, PoolClient } from "pg";
import {
  type ConfigurationStore,
  type Current,
  dayNames,
  type SiteState,
  type TeamState,
  type Writes,
} from "../features/configuration/index.ts";
import type { ScorecardConfig } from "../features/scores/index.ts";
import { lockSite } from "./imports/lock.ts";
import { tally } from "./imports/tallies.ts";

/** A section as one JSON object, so that days come as text and keys by id. */
const section = (id: string, body: string, from: string) =>
  `(SELECT coalesce(jsonb_object_agg(${id}, ${body}), '{}') FROM ${from})`;

const names = `ARRAY['${dayNames.join("','")}']`;
const site = `jsonb_build_object('name', name, 'zone', zone, 'locale', locale,
  'weekend', (SELECT coalesce(jsonb_agg((${names})[day] ORDER BY place), '[]') FROM unnest(weekend) WITH ORDINALITY AS w(day, place)),
  'holidays', to_jsonb(holidays), 'workdays', to_jsonb(workdays), 'answerWithin', answer_within_s, 'channels', channels)`;
const team = "jsonb_strip_nulls(jsonb_build_object('site', site_id, 'name', name, 'channel', channel))";
const scorecard = `jsonb_build_object('version', version, 'config', jsonb_build_object(
  'name', name, 'for', audience, 'state', state, 'from', from_day, 'components', components))`;
const latest = "(SELECT DISTINCT ON (id) * FROM scorecard ORDER BY id, version DESC) AS latest";

const current = `SELECT jsonb_build_object(
  'sites', ${section("id", site, "site")},
  'teams', ${section("id", team, "team")},
  'scorecards', ${section("id", scorecard, latest)},
  'presets', ${section("name", "body", "preset")}) AS current`;

const putSite = `
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays, answer_within_s, channels)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (id) DO UPDATE SET (name, zone, locale, weekend, holidays, workdays, answer_within_s, channels)
    = (excluded.name, excluded.zone, excluded.locale, excluded.weekend, excluded.holidays, excluded.workdays,
      excluded.answer_within_s, excluded.channels)`;

const putTeam = `
  INSERT INTO team (id, site_id, name, channel) VALUES ($1, $2, $3, $4)
  ON CONFLICT (id) DO UPDATE SET (name, channel) = (excluded.name, excluded.channel)`;

const addScorecard = `
  INSERT INTO scorecard (id, version, name, audience, components, state, from_day) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const putPreset =
  "INSERT INTO preset (name, body) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET body = excluded.body";

/** Every interaction of a site on its wall clock, also what imports keep to put back. */
const rezone = [
  `UPDATE interaction i SET day = (i.started_at AT TIME ZONE s.zone)::date,
    hour = extract(hour FROM i.started_at AT TIME ZONE s.zone)
  FROM site s WHERE s.id = $1 AND i.site_id = s.id`,
  `UPDATE interaction_before b SET row = row || jsonb_build_object(
    'day', ((row->>'started_at')::timestamptz AT TIME ZONE s.zone)::date,
    'hour', extract(hour FROM (row->>'started_at')::timestamptz AT TIME ZONE s.zone))
  FROM site s WHERE s.id = $1 AND b.site_id = s.id`,
];

function siteValues(
  id: string,
  { name, zone, locale, weekend, holidays, workdays, answerWithin, channels }: SiteState,
) {
  const days = weekend.map((day) => dayNames.indexOf(day) + 1);
  return [id, name, zone, locale, days, holidays, workdays, answerWithin, JSON.stringify(channels)];
}
const teamValues = (id: string, { site, name, channel }: TeamState) => [id, site, name, channel];
const scorecardValues = (id: string, version: number, config: ScorecardConfig) => [
  id,
  version,
  JSON.stringify(config.name),
  JSON.stringify(config.for),
  JSON.stringify(config.components),
  config.state,
  config.from,
];

async function write(client: PoolClient, writes: Writes, at: Date): Promise<void> {
  for (const id of writes.retallied) await lockSite(client, id);
  for (const [id, state] of Object.entries(writes.sites)) await client.query(putSite, siteValues(id, state));
  for (const [id, state] of Object.entries(writes.teams)) await client.query(putTeam, teamValues(id, state));
  for (const [id, { version, config }] of Object.entries(writes.scorecards)) {
    await client.query(addScorecard, scorecardValues(id, version, config));
  }
  for (const [name, body] of Object.entries(writes.presets))
    await client.query(putPreset, [name, JSON.stringify(body)]);
  for (const id of writes.rezoned) for (const sql of rezone) await client.query(sql, [id]);
  for (const id of writes.retallied) await tally(client, id);
  const detail = Object.fromEntries(
    (["sites", "teams", "scorecards", "presets"] as const).map((part) => [part, Object.keys(writes[part])]),
  );
  await client.query("INSERT INTO audit (at, actor, action, subject, detail) VALUES ($1, NULL, 'apply', '', $2)", [
    at,
    detail,
  ]);
}

/** What `fairline.yaml` describes, on PostgreSQL. */
export const configurationStore = ({ pool }: { readonly pool: Pool }): ConfigurationStore => ({
  async change(decide, at) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('fairline apply', 0))");
      const { rows } = await client.query<{ current: Current }>(current);
      const writes = rows[0] && decide(rows[0].current);
      if (writes !== undefined) await write(client, writes, at);
      await client.query("COMMIT");
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // A connection with a failed transaction is not used again.
      client.release(broken);
    }
  },
});
