import type { Role } from "../../chat/asker.ts";
import type { Locale } from "../../kernel/locale.ts";
import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { BadRow, Problem } from "./mapping/problem.ts";

export const seats = ["member", "lead", "deputy"] as const;
export type Seat = (typeof seats)[number];

/** A seat in a team; `to` is its last day, null while it lasts. */
export type SeatHeld = {
  readonly team: string;
  readonly seat: Seat;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
};

/** All that an import of people can say of somebody, as it stands in the roster. */
export type PersonState = {
  readonly employeeNo: string;
  readonly name: string;
  readonly email: string | null;
  readonly hiredOn: LocalDate | null;
  readonly leftOn: LocalDate | null;
  /** `MM-DD` */
  readonly birthday: string | null;
  /** The end of their training. */
  readonly graduatedOn: LocalDate | null;
  readonly roles: readonly Role[];
  readonly locale: Locale | null;
  readonly aliases: readonly string[];
  readonly assignments: readonly SeatHeld[];
};
export type KnownPerson = PersonState & { readonly id: string };

/** A row of a people file: null where its cell is blank, undefined where the file has no such column. */
export type PersonRow = {
  readonly line: number;
  readonly employeeNo: string;
  readonly name: string;
  readonly email?: string | null;
  readonly hiredOn?: LocalDate | null;
  readonly leftOn?: LocalDate | null;
  readonly birthday?: string | null;
  readonly graduatedOn?: LocalDate | null;
  readonly roles?: readonly Role[];
  readonly locale?: Locale | null;
  readonly aliases?: readonly string[];
  readonly team?: string | null;
  readonly seat?: Seat | null;
  readonly from?: LocalDate | null;
};

const same = <T>(a: T, b: T): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Ends what is held on a day before another seat begins; what would begin later is left out. */
const endBefore = (held: readonly SeatHeld[], from: LocalDate): SeatHeld[] =>
  held
    .filter((one) => one.from < from)
    .map((one) => (one.to === null || one.to >= from ? { ...one, to: addDays(from, -1) } : one));

/** The seats after a row is heard: a new team or seat ends the old one the day before. */
function reseat(held: readonly SeatHeld[], row: PersonRow, start: LocalDate): readonly SeatHeld[] {
  const { team } = row;
  if (team === undefined) return held;
  const standing = held.filter((one) => one.to === null);
  if (team === null) return standing.length === 0 ? held : endBefore(held, row.from ?? start);
  const inTeam = standing.find((one) => one.team === team);
  const seat = row.seat ?? inTeam?.seat ?? "member";
  const kept = standing.find((one) => one.team === team && one.seat === seat);
  if (kept !== undefined && (row.from ?? kept.from) === kept.from) return held;
  const from = row.from ?? start;
  return [
    ...endBefore(kept === undefined ? held : held.filter((one) => one !== kept), from),
    { team, seat, from, to: null },
  ];
}

/** Somebody after their row is heard; `today` dates a change of team that the file does not date. */
export function afterRow(before: PersonState | undefined, row: PersonRow, today: LocalDate): PersonState {
  const said = <T>(value: T | undefined, otherwise: T): T => (value === undefined ? otherwise : value);
  const hiredOn = said(row.hiredOn, before?.hiredOn ?? null);
  return {
    employeeNo: row.employeeNo,
    name: row.name,
    email: said(row.email, before?.email ?? null),
    hiredOn,
    leftOn: said(row.leftOn, before?.leftOn ?? null),
    birthday: said(row.birthday, before?.birthday ?? null),
    graduatedOn: said(row.graduatedOn, before?.graduatedOn ?? null),
    roles: said(row.roles, before?.roles ?? ["agent"]),
    locale: said(row.locale, before?.locale ?? null),
    aliases: said(row.aliases, before?.aliases ?? []),
    assignments: reseat(before?.assignments ?? [], row, before === undefined ? (hiredOn ?? today) : today),
  };
}

/** What an import does to somebody: no `before` for one whom it adds. */
export type PersonChange = { readonly id: string; readonly before?: PersonState; readonly after: PersonState };
type Planned = PersonChange & { readonly line: number };

/** What only one person may have: an e-mail address anywhere, an alias in a site. */
const claims = ({ email, aliases }: PersonState): readonly { field: "email" | "aliases"; value: string }[] => [
  ...(email === null ? [] : [{ field: "email" as const, value: email }]),
  ...aliases.map((value) => ({ field: "aliases" as const, value })),
];

type Roster = {
  readonly known: readonly KnownPerson[];
  /** Addresses that people of other sites have, with their names. */
  readonly elsewhere: ReadonlyMap<string, string>;
};

/** The rows that claim what somebody else has. */
function conflicts(planned: readonly Planned[], { known, elsewhere }: Roster): BadRow[] {
  const touched = new Set(planned.map(({ id }) => id));
  const owners = new Map<string, string>();
  for (const [email, name] of elsewhere) owners.set(`email ${email.toLowerCase()}`, name);
  for (const person of known) {
    if (touched.has(person.id)) continue;
    for (const { field, value } of claims(person)) owners.set(`${field} ${value.toLowerCase()}`, person.name);
  }
  return planned.flatMap(({ line, after }) => {
    const problems: Problem[] = [];
    for (const { field, value } of claims(after)) {
      const key = `${field} ${value.toLowerCase()}`;
      const by = owners.get(key);
      if (by === undefined) owners.set(key, after.name);
      else problems.push({ why: "taken", field, value, by });
    }
    return problems.length === 0 ? [] : [{ line, problems }];
  });
}

/** What rows do to the roster, person by person; rows that claim what is another's are bad and do nothing. */
export function planPeople(
  rows: readonly PersonRow[],
  roster: Roster,
  { today, newId }: { readonly today: LocalDate; readonly newId: () => string },
) {
  const byNumber = new Map(roster.known.map((person) => [person.employeeNo, person]));
  let planned = rows.map((row): Planned => {
    const person = byNumber.get(row.employeeNo);
    if (person === undefined) return { line: row.line, id: newId(), after: afterRow(undefined, row, today) };
    const { id, ...before } = person;
    return { line: row.line, id, before, after: afterRow(before, row, today) };
  });
  const bad: BadRow[] = [];
  for (;;) {
    const wrong = conflicts(planned, roster);
    if (wrong.length === 0) break;
    bad.push(...wrong);
    const lines = new Set(wrong.map(({ line }) => line));
    planned = planned.filter(({ line }) => !lines.has(line));
  }
  const moving = planned.filter(({ before, after }) => before === undefined || !same(before, after));
  return {
    bad,
    changes: moving.map(({ line: _, ...change }): PersonChange => change),
    added: moving.filter(({ before }) => before === undefined).length,
    changed: moving.filter(({ before }) => before !== undefined).length,
    unchanged: planned.length - moving.length,
  };
}

/** Somebody as they were before an import, save for what was changed by others since. */
export function undone(now: PersonState, before: PersonState, after: PersonState): PersonState {
  const back = <K extends keyof PersonState>(key: K): PersonState[K] =>
    same(now[key], after[key]) ? before[key] : now[key];
  return {
    employeeNo: back("employeeNo"),
    name: back("name"),
    email: back("email"),
    hiredOn: back("hiredOn"),
    leftOn: back("leftOn"),
    birthday: back("birthday"),
    graduatedOn: back("graduatedOn"),
    roles: back("roles"),
    locale: back("locale"),
    aliases: back("aliases"),
    assignments: back("assignments"),
  };
}
