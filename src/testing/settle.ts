import type { AccountRef } from "../chat/ask.ts";
import type { Platform } from "../chat/platform.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Database } from "../persistence/client.ts";
import { anId } from "./builders.ts";

/** Somebody of a site, whose number is also that of their employment. */
export type Resident = {
  readonly id: number;
  readonly name: string;
  readonly roles?: readonly string[];
  readonly team?: string;
  /** A seat in the team; a member unless it says so. */
  readonly seat?: "lead";
  readonly accounts?: readonly AccountRef[];
};

type Shift = { readonly role: string; readonly person: number; readonly from: string; readonly until: string };

export type HelpSite = {
  readonly id: string;
  readonly zone?: string;
  readonly locale?: Locale;
  /** A channel of this name is the floor. */
  readonly floor?: string;
  readonly holidays?: readonly string[];
  readonly workdays?: readonly string[];
  readonly people: readonly Resident[];
  readonly shifts?: readonly Shift[];
  readonly rules?: { readonly duty?: object; readonly help?: object };
};

const addSite = `
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays, channels)
  VALUES ($1, $1, $2, $3, '{6,7}', $4::date[], $5::date[], $6)`;
const addTeams =
  "INSERT INTO team (id, site_id, name) SELECT t, $1, t FROM unnest($2::text[]) t ON CONFLICT DO NOTHING";
const addPeople = `
  INSERT INTO person (id, site_id, employee_no, name, hired_on, roles)
  SELECT id, $1, no, name, '2025-01-01', ARRAY(SELECT jsonb_array_elements_text(roles))
  FROM jsonb_to_recordset($2) AS p(id uuid, no text, name text, roles jsonb)`;
const addSeats = `
  INSERT INTO assignment (id, person_id, team_id, seat, from_day)
  SELECT gen_random_uuid(), id, team, seat, '2025-01-01'
  FROM jsonb_to_recordset($1) AS p(id uuid, team text, seat text) WHERE team IS NOT NULL`;
const addAccounts = `
  INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at)
  SELECT platform, workspace, "user", person, 'seed', now()
  FROM jsonb_to_recordset($1) AS a(platform text, workspace text, "user" text, person uuid)`;
const addShifts = `
  INSERT INTO duty_shift (id, site_id, role, person_id, from_at, until_at, origin, made_at)
  SELECT gen_random_uuid(), $1, role, person, "from", until, 'import', '2026-01-01'
  FROM jsonb_to_recordset($2) AS s(role text, person uuid, "from" timestamptz, until timestamptz)`;
const addRules = "INSERT INTO site_rules (site_id, feature, body) VALUES ($1, $2, $3)";

/** Puts a site with its people and its duties into a database. */
export async function settle({ pool }: Pick<Database, "pool">, site: HelpSite): Promise<void> {
  const { id, people, shifts = [], rules = {}, holidays = [], workdays = [], floor } = site;
  const channels = floor === undefined ? {} : { help: floor };
  await pool.query(addSite, [
    id,
    site.zone ?? "Europe/London",
    site.locale ?? "en",
    holidays,
    workdays,
    JSON.stringify(channels),
  ]);
  const rows = people.map(({ id: number, name, roles = ["agent"], team, seat = "member" }) => ({
    id: anId(number),
    no: String(number),
    name,
    roles,
    team,
    seat,
  }));
  await pool.query(addTeams, [id, [...new Set(rows.flatMap(({ team }) => team ?? []))]]);
  await pool.query(addPeople, [id, JSON.stringify(rows)]);
  await pool.query(addSeats, [JSON.stringify(rows)]);
  const accounts = people.flatMap(({ id: number, accounts: own = [] }) =>
    own.map((one) => ({ ...one, person: anId(number) })),
  );
  await pool.query(addAccounts, [JSON.stringify(accounts)]);
  const turns = shifts.map(({ person, ...shift }) => ({ ...shift, person: anId(person) }));
  await pool.query(addShifts, [id, JSON.stringify(turns)]);
  for (const [feature, body] of Object.entries(rules)) await pool.query(addRules, [id, feature, JSON.stringify(body)]);
}

/** The same platform, which may be written to as fast as one likes. */
export const unhurried = (platform: Platform): Platform => ({
  ...platform,
  pace: { perSecond: Number.POSITIVE_INFINITY, perPlaceMs: 0 },
});
