import type { Pool, PoolClient } from "pg";
import {
  type CardVersion,
  type ConfigurationStore,
  type Current,
  dayNames,
  type SiteState,
  type TeamState,
  type WordsState,
  type Writes,
} from "../features/configuration/index.ts";
import { lockSite } from "./imports/lock.ts";
import { tally } from "./imports/tallies.ts";

/** A section as one JSON object, so that days come as text and keys by id. */
const section = (id: string, body: string, from: string) =>
  `(SELECT coalesce(jsonb_object_agg(${id}, ${body}), '{}') FROM ${from})`;

const names = `ARRAY['${dayNames.join("','")}']`;
const site = `jsonb_build_object('name', name, 'zone', zone, 'locale', locale,
  'weekend', (SELECT coalesce(jsonb_agg((${names})[day] ORDER BY place), '[]') FROM unnest(weekend) WITH ORDINALITY AS w(day, place)),
  'holidays', to_jsonb(holidays), 'workdays', to_jsonb(workdays), 'answerWithin', answer_within_s,
  'repeatWithin', repeat_within_days, 'channels', channels,
  'rules', (SELECT coalesce(jsonb_object_agg(feature, body), '{}') FROM site_rules WHERE site_id = site.id))`;
const team = "jsonb_strip_nulls(jsonb_build_object('site', site_id, 'name', name, 'channel', channel))";
const liveFrom = `(SELECT live.from_day FROM scorecard live
  WHERE live.id = latest.id AND live.state = 'live' ORDER BY live.version DESC LIMIT 1)`;
const scorecard = `jsonb_strip_nulls(jsonb_build_object('version', version, 'liveFrom', ${liveFrom},
  'config', jsonb_build_object('name', name, 'for', audience, 'state', state, 'from', from_day, 'to', to_day,
    'components', components)))`;
const latestOf = (table: string) => `(SELECT DISTINCT ON (id) * FROM ${table} ORDER BY id, version DESC) AS latest`;
const form = "jsonb_build_object('version', version, 'config', body)";
const words = (kind: string) =>
  section(
    "means",
    "texts",
    `(SELECT means, jsonb_agg(text) AS texts FROM word WHERE kind = '${kind}' GROUP BY means) AS w`,
  );

const current = `SELECT jsonb_build_object(
  'sites', ${section("id", site, "site")},
  'teams', ${section("id", team, "team")},
  'scorecards', ${section("id", scorecard, latestOf("scorecard"))},
  'forms', ${section("id", form, latestOf("evaluation_form"))},
  'presets', ${section("name", "body", "preset")},
  'people', (SELECT coalesce(jsonb_object_agg(site_id, numbers), '{}') FROM (
    SELECT site_id, jsonb_agg(employee_no) AS numbers FROM person GROUP BY site_id) AS p),
  'words', jsonb_build_object('metrics', ${words("metric")}, 'periods', ${words("period")})) AS current`;

const siteColumns = "name, zone, locale, weekend, holidays, workdays, answer_within_s, repeat_within_days, channels";
const putSite = `
  INSERT INTO site (id, ${siteColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (id) DO UPDATE SET (${siteColumns}) = (${siteColumns.replace(/\w+/g, "excluded.$&")})`;

/** A site that set nothing of a feature's rules has no row, so that what is usual may change for it. */
const dropRules = "DELETE FROM site_rules WHERE site_id = $1";
const putRules = `
  INSERT INTO site_rules (site_id, feature, body) SELECT $1, key, value FROM jsonb_each($2) WHERE value <> '{}'`;

const putTeam = `
  INSERT INTO team (id, site_id, name, channel) VALUES ($1, $2, $3, $4)
  ON CONFLICT (id) DO UPDATE SET (name, channel) = (excluded.name, excluded.channel)`;

const addScorecard = `
  INSERT INTO scorecard (id, version, name, audience, components, state, from_day, to_day, counts_from)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** A version that had not begun when a later one was put off does not begin in between. */
const putOff = `
  UPDATE scorecard SET counts_from = $3
  WHERE id = $1 AND version < $2 AND counts_from > ($4::timestamptz AT TIME ZONE 'UTC')::date AND counts_from < $3`;

const addForm = "INSERT INTO evaluation_form (id, version, body, published_at) VALUES ($1, $2, $3, $4)";

const putPreset =
  "INSERT INTO preset (name, body) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET body = excluded.body";

const dropWords = "DELETE FROM word WHERE kind = $1 AND means = ANY($2)";
const addWords = "INSERT INTO word (kind, means, text) SELECT $1, $2, text FROM unnest($3::text[]) AS text";

/** Every interaction of a site on its wall clock, also what imports keep to put back. */
const rezone = [
  `UPDATE interaction i SET day = (i.started_at AT TIME ZONE s.zone)::date,
    hour = extract(hour FROM i.started_at AT TIME ZONE s.zone)
  FROM site s WHERE s.id = $1 AND i.site_id = s.id`,
  `UPDATE record_before b SET row = row || jsonb_build_object(
    'day', ((row->>'started_at')::timestamptz AT TIME ZONE s.zone)::date,
    'hour', extract(hour FROM (row->>'started_at')::timestamptz AT TIME ZONE s.zone))
  FROM site s WHERE s.id = $1 AND b.site_id = s.id AND b.row ? 'started_at'`,
];

/** Every kept score of a site stands on its clock and its thresholds. */
const dueBySite = `
  INSERT INTO score_due (site_id, person_id, from_day, to_day, cause, at)
  SELECT p.site_id, p.id, min(s.from_day), max(s.to_day), '{"why": "site"}', $2
  FROM score s JOIN person p ON p.id = s.person_id WHERE p.site_id = $1 GROUP BY p.id`;

/** Kept scores that reach into the days from which a version counts. */
const dueByScorecard = `
  INSERT INTO score_due (site_id, person_id, from_day, to_day, cause, at)
  SELECT p.site_id, p.id, $1, max(s.to_day), '{"why": "scorecard"}', $2
  FROM score s JOIN person p ON p.id = s.person_id WHERE s.to_day >= $1 GROUP BY p.id`;

function siteValues(
  id: string,
  { name, zone, locale, weekend, holidays, workdays, answerWithin, repeatWithin, channels }: SiteState,
) {
  const days = weekend.map((day) => dayNames.indexOf(day) + 1);
  return [id, name, zone, locale, days, holidays, workdays, answerWithin, repeatWithin, JSON.stringify(channels)];
}
const teamValues = (id: string, { site, name, channel }: TeamState) => [id, site, name, channel];
const scorecardValues = (id: string, { version, config, countsFrom }: CardVersion) => [
  id,
  version,
  JSON.stringify(config.name),
  JSON.stringify(config.for),
  JSON.stringify(config.components),
  config.state,
  config.from,
  config.to,
  countsFrom,
];

const kinds = { metrics: "metric", periods: "period" } as const;

/** Puts the words of each named metric and period in place of those it had; a word may go from one to another. */
async function writeWords(client: PoolClient, said: WordsState): Promise<void> {
  const sets = (["metrics", "periods"] as const).map((section) => [kinds[section], said[section]] as const);
  for (const [kind, names] of sets) await client.query(dropWords, [kind, Object.keys(names)]);
  for (const [kind, names] of sets) {
    for (const [means, texts] of Object.entries(names)) await client.query(addWords, [kind, means, texts]);
  }
}

async function write(client: PoolClient, writes: Writes, at: Date): Promise<void> {
  for (const id of writes.retallied) await lockSite(client, id);
  for (const [id, state] of Object.entries(writes.sites)) {
    await client.query(putSite, siteValues(id, state));
    await client.query(dropRules, [id]);
    await client.query(putRules, [id, JSON.stringify(state.rules)]);
  }
  for (const [id, state] of Object.entries(writes.teams)) await client.query(putTeam, teamValues(id, state));
  for (const [id, made] of Object.entries(writes.scorecards)) {
    await client.query(addScorecard, scorecardValues(id, made));
    const { state } = made.config;
    if (state === "live" || state === "retired") await client.query(putOff, [id, made.version, made.countsFrom, at]);
  }
  for (const [id, { version, config }] of Object.entries(writes.forms))
    await client.query(addForm, [id, version, JSON.stringify(config), at]);
  for (const [name, body] of Object.entries(writes.presets))
    await client.query(putPreset, [name, JSON.stringify(body)]);
  await writeWords(client, writes.words);
  for (const id of writes.rezoned) for (const sql of rezone) await client.query(sql, [id]);
  for (const id of writes.retallied) {
    await tally(client, id);
    await client.query(dueBySite, [id, at]);
  }
  for (const { config, countsFrom } of Object.values(writes.scorecards)) {
    const counts = config.state === "live" || config.state === "retired";
    if (counts) await client.query(dueByScorecard, [countsFrom, at]);
  }
  const detail = Object.fromEntries(
    (["sites", "teams", "scorecards", "forms", "presets"] as const).map((part) => [part, Object.keys(writes[part])]),
  );
  const said = (["metrics", "periods"] as const).flatMap((part) => Object.keys(writes.words[part]));
  await client.query("INSERT INTO audit (at, actor, action, subject, detail) VALUES ($1, NULL, 'apply', '', $2)", [
    at,
    { ...detail, words: said },
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
