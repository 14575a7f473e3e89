import { dayAt } from "../../../kernel/time.ts";
import type { Agents } from "./agents.ts";
import { type Columns, type FieldMap, fieldReader } from "./columns.ts";
import type { Field } from "./datasets.ts";
import { type DayNumber, dateFormat, dayText, withoutMidnight } from "./dates.ts";
import { choiceField, durationField, markField, optionalText, type Read, textField, yesField } from "./fields.ts";
import { countField, hourField, pointsField, squaresField, timesField } from "./numbers.ts";
import type { Problem } from "./problem.ts";
import { momentField } from "./started-at.ts";

/** Makes readers for the fields of one dataset as a preset maps them. */
export type Kit<F extends Field> = {
  /** Whether the file, or its preset, tells this of its rows at all. */
  readonly tells: (field: F) => boolean;
  readonly text: (field: F, max: number, otherwise?: string) => Read<string>;
  readonly optional: (field: F, max: number) => Read<string | undefined>;
  readonly choice: <const W extends string>(field: F, allowed: readonly [W, ...W[]], otherwise?: W) => Read<W>;
  readonly yes: (field: F, otherwise?: boolean) => Read<boolean>;
  readonly count: (field: F) => Read<number>;
  readonly times: (field: F) => Read<number>;
  /** Whole seconds, of at most so many hours. */
  readonly duration: (field: F, hours: number) => Read<number>;
  readonly hour: (field: F) => Read<number>;
  readonly points: (field: F) => Read<number | undefined>;
  readonly squares: (field: F) => Read<number | undefined>;
  readonly mark: (field: F) => Read<number>;
  readonly day: (field: F) => Read<DayNumber>;
  /** A day and a time on the site's clock, in seconds since 1970. */
  readonly moment: (field: F) => Read<number>;
  /** Somebody on the roster; undefined where nobody is named. */
  readonly person: (field: F) => Read<string | undefined>;
  /** Somebody on the roster who has to be named. */
  readonly agent: (field: F) => Read<string>;
  /** What a row is known by where its source has no id for it. */
  readonly naturalKey: (person: string | undefined, day: DayNumber, ...rest: readonly (string | number)[]) => string;
};

export type KitRules = {
  readonly zone: string;
  readonly at: Date;
  readonly agents: Agents;
  readonly dates: string | undefined;
  readonly negative: "refuse" | "zero";
};

function missing<T>(bad: Problem[], field: Field, otherwise: T): T {
  bad.push({ why: "missing", field });
  return otherwise;
}

/** A row's parts as one text that no other parts make. */
const joined = (parts: readonly (string | number)[]): string =>
  parts.map((part) => String(part).replace(/[\\|]/g, "\\$&")).join("|");

export function kitOf<F extends Field>(
  columns: Columns,
  preset: FieldMap<F>,
  required: readonly F[],
  { zone, at, agents, dates = "yyyy-mm-dd", negative }: KitRules,
): Kit<F> {
  const read = fieldReader<F>(columns, preset, required);
  const readDay = dateFormat(dates);
  const readIso = dateFormat("yyyy-mm-dd");
  const tomorrow = (readIso?.(dayAt(at, zone)) ?? 0) + 1;

  const person = (field: F): Read<string | undefined> => {
    const find = agents.field(read(field) ?? (() => ""), field);
    return (cells, bad) => find(cells, bad, 0);
  };

  return {
    tells: (field) => preset.constants[field] !== undefined || columns.has(preset.columns[field] ?? field),
    text: (field, max, otherwise) => textField(field, read(field), max, otherwise),
    optional: (field, max) => optionalText(field, read(field), max),
    choice: (field, allowed, otherwise) => choiceField(field, read(field), allowed, otherwise),
    yes: (field, otherwise) => yesField(field, read(field), otherwise),
    count: (field) => countField(field, read(field)),
    times: (field) => timesField(field, read(field)),
    duration: (field, hours) => durationField(field, read(field), negative, hours),
    hour: (field) => hourField(field, read(field)),
    points: (field) => pointsField(field, read(field)),
    squares: (field) => squaresField(field, read(field)),
    mark: (field) => {
      const mark = markField(field, read(field));
      return (cells, bad) => {
        const before = bad.length;
        const found = mark(cells, bad);
        return found ?? (bad.length > before ? 1 : missing(bad, field, 1));
      };
    },
    day: (field) => {
      const text = read(field);
      return (cells, bad) => {
        const value = text?.(cells) ?? "";
        if (value === "") return missing(bad, field, 0);
        const found = readDay?.(withoutMidnight(value));
        if (found === undefined) bad.push({ why: "not-a-day", field, value, format: dates });
        else if (found < 0 || found > tomorrow) bad.push({ why: "out-of-time", field, value: dayText(found) });
        return found ?? 0;
      };
    },
    moment: (field) => momentField(field, read(field), dates, zone),
    person,
    agent: (field) => {
      const find = person(field);
      return (cells, bad) => {
        const before = bad.length;
        const found = find(cells, bad);
        return found ?? (bad.length > before ? "" : missing(bad, field, ""));
      };
    },
    naturalKey: (who, on, ...rest) => joined([who === undefined ? "" : agents.numberOf(who), dayText(on), ...rest]),
  };
}
