import type { PoolClient } from "pg";
import type {
  Batch,
  KnownPerson,
  NewAgent,
  PersonChange,
  PersonState,
  PersonTouched,
} from "../../features/imports/index.ts";

/** A person `p` as an import sees them. */
const state = `jsonb_build_object(
  'employeeNo', p.employee_no, 'name', p.name, 'email', p.email, 'hiredOn', p.hired_on, 'leftOn', p.left_on,
  'birthday', lpad(p.birthday_month::text, 2, '0') || '-' || lpad(p.birthday_day::text, 2, '0'), 'graduatedOn', p.graduated_on,
  'roles', p.roles, 'locale', p.locale,
  'aliases', (SELECT coalesce(jsonb_agg(a.alias ORDER BY a.alias COLLATE "C"), '[]') FROM alias a WHERE a.person_id = p.id),
  'assignments', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('team', t.team_id, 'seat', t.seat, 'from', t.from_day, 'to', t.to_day)
      ORDER BY t.from_day, t.team_id, t.seat), '[]')
    FROM assignment t WHERE t.person_id = p.id))`;

export async function knownPeople(client: PoolClient, site: string): Promise<readonly KnownPerson[]> {
  const sql = `SELECT p.id::text, ${state} AS state FROM person p WHERE p.site_id = $1`;
  const { rows } = await client.query<{ id: string; state: PersonState }>(sql, [site]);
  return rows.map(({ id, state }) => ({ id, ...orderly(state) }));
}

/** The keys in one order, since states are compared as text. */
const orderly = (from: PersonState): PersonState => ({
  employeeNo: from.employeeNo,
  name: from.name,
  email: from.email,
  hiredOn: from.hiredOn,
  leftOn: from.leftOn,
  birthday: from.birthday,
  // What was remembered before training was known says nothing of it.
  graduatedOn: from.graduatedOn ?? null,
  roles: from.roles,
  locale: from.locale,
  aliases: from.aliases,
  assignments: from.assignments.map(({ team, seat, from, to }) => ({ team, seat, from, to })),
});

const emailsElsewhere = `
  SELECT email, name FROM person
  WHERE site_id <> $1 AND lower(email) IN (SELECT lower(one) FROM unnest($2::text[]) AS one)`;

export async function findEmailsElsewhere(client: PoolClient, site: string, emails: readonly string[]) {
  const { rows } = await client.query<{ email: string; name: string }>(emailsElsewhere, [site, emails]);
  return new Map(rows.map(({ email, name }) => [email, name]));
}

type Saved = { readonly id: string; readonly state: PersonState };

const putPeople = `
  INSERT INTO person (id, site_id, employee_no, name, email, hired_on, left_on, birthday_month, birthday_day,
    graduated_on, roles, locale)
  SELECT n.id, $1, s."employeeNo", s.name,
    CASE WHEN NOT EXISTS (SELECT FROM person other WHERE other.email = s.email AND other.id <> n.id) THEN s.email END,
    s."hiredOn", s."leftOn", split_part(s.birthday, '-', 1)::int, split_part(s.birthday, '-', 2)::int,
    s."graduatedOn", s.roles, s.locale
  FROM jsonb_to_recordset($2) AS n(id uuid, state jsonb),
    jsonb_to_record(n.state) AS s("employeeNo" text, name text, email text, "hiredOn" date, "leftOn" date, birthday text,
      "graduatedOn" date, roles text[], locale text)
  ON CONFLICT (id) DO UPDATE SET (employee_no, name, email, hired_on, left_on, birthday_month, birthday_day,
    graduated_on, roles, locale)
    = (excluded.employee_no, excluded.name, excluded.email, excluded.hired_on, excluded.left_on, excluded.birthday_month,
      excluded.birthday_day, excluded.graduated_on, excluded.roles, excluded.locale)`;

const putAliases = `
  INSERT INTO alias (site_id, alias, person_id)
  SELECT $1, alias, n.id FROM jsonb_to_recordset($2) AS n(id uuid, state jsonb),
    jsonb_array_elements_text(n.state->'aliases') AS alias
  ON CONFLICT DO NOTHING`;

const putAssignments = `
  INSERT INTO assignment (id, person_id, team_id, seat, from_day, to_day)
  SELECT gen_random_uuid(), n.id, a.team, a.seat, a.from, a.to
  FROM jsonb_to_recordset($1) AS n(id uuid, state jsonb),
    jsonb_to_recordset(n.state->'assignments') AS a(team text, seat text, "from" date, "to" date)
  ON CONFLICT DO NOTHING`;

/** Makes people be as said; an address or alias that somebody else has stays with them. */
export async function putAll(client: PoolClient, site: string, people: readonly Saved[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  const json = JSON.stringify(people);
  // Addresses and aliases may change hands within one import, so all are let go before any is taken.
  await client.query("UPDATE person SET email = NULL WHERE id = ANY($1)", [ids]);
  await client.query("DELETE FROM alias WHERE person_id = ANY($1)", [ids]);
  await client.query("DELETE FROM assignment WHERE person_id = ANY($1)", [ids]);
  await client.query(putPeople, [site, json]);
  await client.query(putAliases, [site, json]);
  await client.query(putAssignments, [json]);
}

const remember = `
  INSERT INTO person_before (batch_id, person_id, before, after)
  SELECT $1, n.id, n.before, n.after FROM jsonb_to_recordset($2) AS n(id uuid, before jsonb, after jsonb)`;

/** Saves what an import does to people, and how they were before. */
export async function savePeople(client: PoolClient, site: string, batch: string, changes: readonly PersonChange[]) {
  await putAll(
    client,
    site,
    changes.map(({ id, after }) => ({ id, state: after })),
  );
  await client.query(remember, [batch, JSON.stringify(changes)]);
}

/** Puts agents whom a file named on the roster, called as they were named. */
export async function addAgents(client: PoolClient, site: string, batch: string, agents: readonly NewAgent[]) {
  const changes = agents.map(({ id, name, team, from }) => ({
    id,
    after: {
      employeeNo: name,
      name,
      email: null,
      hiredOn: null,
      leftOn: null,
      birthday: null,
      graduatedOn: null,
      roles: ["agent" as const],
      locale: null,
      aliases: [],
      assignments: [{ team, seat: "member" as const, from, to: null }],
    },
  }));
  await savePeople(client, site, batch, changes);
}

const touched = `
  SELECT b.person_id::text AS id, b.before, b.after, CASE WHEN p.id IS NOT NULL THEN ${state} END AS now,
    EXISTS (SELECT FROM tally t WHERE t.person_id = p.id)
    OR EXISTS (SELECT FROM account c WHERE c.person_id = p.id)
    OR EXISTS (SELECT FROM score s WHERE s.person_id = p.id)
    OR EXISTS (SELECT FROM person_day d WHERE d.person_id = p.id)
    OR EXISTS (SELECT FROM evaluation e WHERE e.person_id = p.id)
    OR EXISTS (SELECT FROM duty_shift d WHERE d.person_id = p.id)
    OR b.person_id IN (SELECT c.person_id FROM complaint c WHERE c.site_id = $2)
    OR b.person_id IN (SELECT i.person_id FROM interaction i WHERE i.site_id = $2 AND i.person_id IS NOT NULL)
    OR EXISTS (
      SELECT FROM person_before other JOIN batch o ON o.id = other.batch_id
      WHERE other.person_id = b.person_id AND other.batch_id <> b.batch_id AND o.reverted_at IS NULL) AS used
  FROM person_before b LEFT JOIN person p ON p.id = b.person_id
  WHERE b.batch_id = $1`;

type TouchedRow = {
  id: string;
  before: PersonState | null;
  after: PersonState;
  now: PersonState | null;
  used: boolean;
};

export async function touchedPeople(client: PoolClient, { id, site }: Batch): Promise<readonly PersonTouched[]> {
  const { rows } = await client.query<TouchedRow>(touched, [id, site]);
  return rows.map(({ id, before, after, now, used }) => {
    if (now === null) return { id, name: after.name, is: "gone" };
    const known = before === null ? {} : { before: orderly(before) };
    return { id, name: now.name, is: "here", ...known, after: orderly(after), now: orderly(now), used };
  });
}
