import type { LocalDate } from "../../../kernel/time.ts";
import { type Cells, nearest, type ReadText } from "./columns.ts";
import type { Field } from "./datasets.ts";
import { type DayNumber, dayText } from "./dates.ts";
import type { InteractionsPreset } from "./preset.ts";
import type { Problem } from "./problem.ts";

/** Somebody on the roster by everything that a file may call them. */
export type RosterEntry = {
  readonly id: string;
  readonly employeeNo: string;
  readonly name: string;
  readonly email?: string;
  readonly aliases: readonly string[];
};

/** Somebody whom a file names and the roster does not know, to be added to a team. */
export type NewAgent = {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly from: LocalDate;
};

const ambiguous = Symbol("ambiguous");
const longestName = 100;

/** Whom a text means: an alias, else an employee number, else an e-mail address, else a name, letter case aside. */
function rosterIndex(roster: readonly RosterEntry[]): Map<string, string | typeof ambiguous> {
  const index = new Map<string, string | typeof ambiguous>();
  const levels: ((entry: RosterEntry) => readonly string[])[] = [
    (entry) => entry.aliases,
    (entry) => [entry.employeeNo],
    (entry) => (entry.email === undefined ? [] : [entry.email]),
    (entry) => [entry.name],
  ];
  for (const called of levels) {
    const level = new Map<string, string | typeof ambiguous>();
    for (const entry of roster) {
      for (const text of called(entry)) {
        const key = text.toLowerCase();
        const known = level.get(key);
        level.set(key, known === undefined || known === entry.id ? entry.id : ambiguous);
      }
    }
    for (const [key, id] of level) if (!index.has(key)) index.set(key, id);
  }
  return index;
}

/** Finds agents on the roster and, where the preset says so, adds those whom it does not know. */
export function agents(roster: readonly RosterEntry[], rule: InteractionsPreset["unknownAgents"], newId: () => string) {
  const index = rosterIndex(roster);
  const numbers = new Map(roster.map(({ id, employeeNo }) => [id, employeeNo]));
  const exact = new Map<string, string>();
  const names = roster.slice(0, 2000).flatMap(({ name, employeeNo, aliases }) => [name, employeeNo, ...aliases]);
  const hints = new Map<string, string | undefined>();
  const added = new Map<string, { id: string; name: string; first: DayNumber }>();
  const add = rule === "refuse" ? undefined : rule.add;

  function find(text: string): string | typeof ambiguous | undefined {
    const known = exact.get(text);
    if (known !== undefined) return known;
    const found = index.get(text.toLowerCase());
    if (typeof found === "string" && exact.size < 100_000) exact.set(text, found);
    return found;
  }

  function meet(name: string, day: DayNumber): string {
    const key = name.toLowerCase();
    const known = added.get(key) ?? { id: newId(), name, first: day };
    known.first = Math.min(known.first, day);
    added.set(key, known);
    return known.id;
  }

  function unknown(field: Field, value: string): Problem {
    const near = hints.has(value) || hints.size >= 1000 ? hints.get(value) : nearest(value, names);
    if (hints.size < 1000) hints.set(value, near);
    const problem = { why: "unknown-agent", field, value } as const;
    return near === undefined ? problem : { ...problem, nearest: near };
  }

  return {
    /** The person's id; undefined where nobody is named. `day` is that of what they did. */
    field(read: ReadText, field: Field = "agent") {
      return (cells: Cells, bad: Problem[], day: DayNumber): string | undefined => {
        const value = read(cells);
        if (value === "") return undefined;
        const found = find(value);
        if (typeof found === "string") return found;
        if (found === ambiguous) bad.push({ why: "ambiguous-agent", field, value });
        else if (value.length > longestName) bad.push({ why: "too-long", field, max: longestName });
        else if (add === undefined) bad.push(unknown(field, value));
        else if (bad.length === 0) return meet(value, day);
        return undefined;
      };
    },
    /** The employee number of somebody on the roster. */
    numberOf: (id: string): string => numbers.get(id) ?? "",
    /** Those to add, each from the day that the preset says or else from their first contact. */
    added: (): readonly NewAgent[] =>
      [...added.values()].map(({ id, name, first }) => ({
        id,
        name,
        team: add?.team ?? "",
        from: add?.from ?? (dayText(first) as LocalDate),
      })),
  };
}
export type Agents = ReturnType<typeof agents>;
