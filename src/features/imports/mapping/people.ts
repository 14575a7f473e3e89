import { roles } from "../../../chat/asker.ts";
import { type Locale, locales, nearestLocale } from "../../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../../kernel/outcome.ts";
import { day, type LocalDate } from "../../../kernel/time.ts";
import { type PersonRow, type Seat, seats } from "../people.ts";
import type { FileRefusal } from "../reading/refusal.ts";
import type { Row } from "../reading/row.ts";
import type { Table } from "../reading/table.ts";
import { type Cells, columnsOf, fieldReader, nearest, type ReadText, skipper } from "./columns.ts";
import type { FieldOf } from "./datasets.ts";
import { dateFormat, dayText, withoutMidnight } from "./dates.ts";
import { choiceField, textField } from "./fields.ts";
import type { Taken } from "./interactions.ts";
import type { PeoplePreset } from "./preset.ts";
import type { Problem } from "./problem.ts";

type Team = { readonly id: string; readonly name: string };
/** A value that a file may leave blank (null) or have no column for (undefined). */
type Maybe<T> = (cells: Cells, bad: Problem[]) => T | null | undefined;

const nobody = () => undefined;
const maybe = <T>(read: ReadText | undefined, value: (text: string, bad: Problem[]) => T | null): Maybe<T> => {
  if (read === undefined) return nobody;
  return (cells, bad) => {
    const text = read(cells);
    return text === "" ? null : value(text, bad);
  };
};

function wrong(bad: Problem[], problem: Problem): null {
  bad.push(problem);
  return null;
}

/** A day in a preset's format. */
function dayField(field: FieldOf<"people">, read: ReadText | undefined, format: string): Maybe<LocalDate> {
  const readDay = dateFormat(format);
  return maybe(read, (value, bad) => {
    const found = readDay?.(withoutMidnight(value));
    return found === undefined ? wrong(bad, { why: "not-a-day", field, value, format }) : day(dayText(found));
  });
}

/** A birthday as `MM-DD`; the year of a full date is dropped here and never kept. */
function birthdayField(read: ReadText | undefined, format: string): Maybe<string> {
  const readDay = dateFormat(format);
  return maybe(read, (value, bad) => {
    const date = withoutMidnight(value);
    const found = readDay?.(/^\d{2}-\d{2}$/.test(date) ? `2000-${date}` : date);
    return found === undefined
      ? wrong(bad, { why: "not-a-birthday", field: "birthday", value })
      : dayText(found).slice(5);
  });
}

const items = (text: string): string[] => [...new Set(text.split(";").map((item) => item.trim()))].filter(Boolean);

function listField<T>(
  read: ReadText | undefined,
  item: (text: string, bad: Problem[]) => T | null,
): (cells: Cells, bad: Problem[]) => T[] | undefined {
  if (read === undefined) return nobody;
  return (cells, bad) => items(read(cells)).flatMap((text) => item(text, bad) ?? []);
}

function teamField(read: ReadText | undefined, teams: readonly Team[]): Maybe<string> {
  const byName = new Map(teams.flatMap(({ id, name }) => [[name, id] as const]));
  for (const { id } of teams) byName.set(id, id);
  return maybe(read, (value, bad) => {
    const found = byName.get(value);
    if (found !== undefined) return found;
    const near = nearest(value, [...byName.keys()]);
    const problem = { why: "unknown-team", field: "team", value } as const;
    return wrong(bad, near === undefined ? problem : { ...problem, nearest: near });
  });
}

function seatField(read: ReadText | undefined): Maybe<Seat> {
  if (read === undefined) return nobody;
  const choice = choiceField<Seat>("seat", read, seats, "member");
  return (cells, bad) => (read(cells) === "" ? null : choice(cells, bad));
}

function localeField(read: ReadText | undefined): Maybe<Locale> {
  return maybe(read, (value, bad) => {
    return nearestLocale(value) ?? wrong(bad, { why: "not-one-of", field: "locale", value, allowed: locales });
  });
}

/** Leaves out what the file has no column for. */
const known = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [K in keyof T as undefined extends T[K] ? never : K]: T[K];
  } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** Reads rows as people by a preset; refused when the file lacks a column that it needs. */
export function personReader(
  table: Pick<Table, "found" | "columns">,
  preset: PeoplePreset,
  teams: readonly Team[],
): Outcome<(row: Row) => Taken<PersonRow>, FileRefusal> {
  const columns = columnsOf(table, preset.none);
  const field = fieldReader<FieldOf<"people">>(columns, preset, ["employeeNo", "name"]);
  const format = preset.dates ?? "yyyy-mm-dd";
  const employeeNo = textField("employeeNo", field("employeeNo"), 100);
  const name = textField("name", field("name"), 200);
  const email = maybe(field("email"), (value, bad) => {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
      ? value
      : wrong(bad, { why: "not-an-email", field: "email", value });
  });
  const hiredOn = dayField("hiredOn", field("hiredOn"), format);
  const leftOn = dayField("leftOn", field("leftOn"), format);
  const graduatedOn = dayField("graduatedOn", field("graduatedOn"), format);
  const birthday = birthdayField(field("birthday"), format);
  const rolesOf = listField(field("roles"), (value, bad) => {
    const role = roles.find((one) => one === value.toLowerCase());
    return role ?? wrong(bad, { why: "not-one-of", field: "roles", value, allowed: roles });
  });
  const locale = localeField(field("locale"));
  const team = teamField(field("team"), teams);
  const seat = seatField(field("seat"));
  const aliases = listField(field("aliases"), (text) => text.normalize("NFC"));
  const from = dayField("from", field("from"), format);
  const skips = skipper(columns, preset.skip);
  const refusal = columns.refusal();
  if (refusal !== undefined) return refuse(refusal);

  return done(({ line, cells, trouble }) => {
    if (trouble !== undefined) return { is: "bad", bad: { line, problems: [trouble] } };
    if (skips(cells)) return { is: "skipped" };
    const bad: Problem[] = [];
    const given = rolesOf(cells, bad);
    const row = {
      line,
      employeeNo: employeeNo(cells, bad),
      name: name(cells, bad).normalize("NFC"),
      email: email(cells, bad),
      hiredOn: hiredOn(cells, bad),
      leftOn: leftOn(cells, bad),
      birthday: birthday(cells, bad),
      graduatedOn: graduatedOn(cells, bad),
      roles: given?.length === 0 ? (["agent"] as const) : given,
      locale: locale(cells, bad),
      aliases: aliases(cells, bad)?.sort(),
      team: team(cells, bad),
      seat: seat(cells, bad),
      from: from(cells, bad),
    };
    if (row.hiredOn && row.leftOn && row.leftOn < row.hiredOn) {
      bad.push({ why: "left-before-hired", field: "leftOn", value: row.leftOn });
    }
    if (row.seat && !row.team) bad.push({ why: "seat-without-team", field: "seat", value: row.seat });
    return bad.length === 0 ? { is: "row", row: known(row) } : { is: "bad", bad: { line, problems: bad } };
  });
}
