import type { Cells, ReadText } from "./columns.ts";
import type { Field } from "./datasets.ts";
import type { Problem } from "./problem.ts";

/** Reads one value out of a row; what is wrong goes into `bad`, and what comes back then means nothing. */
export type Read<T> = (cells: Cells, bad: Problem[]) => T;

/** The hours of a week, which no contact outlasts. */
const week = 7 * 24;
const clock = /^(-?)(\d+):([0-5]\d)(?::([0-5]\d))?$/;
const whole = /^\d+$/;
const number = /^-?\d+(\.\d+)?$/;

/** Whole seconds of a duration in seconds, `mm:ss` or `hh:mm:ss`; undefined when it is none. */
export function seconds(text: string): number | undefined {
  if (text.length < 6 && whole.test(text)) return Number(text);
  if (number.test(text)) return Math.round(Number(text));
  const found = clock.exec(text);
  if (found === null) return undefined;
  const [, sign, first, second, third] = found;
  const [a, b] = [Number(first), Number(second)];
  const length = third === undefined ? a * 60 + b : a * 3600 + b * 60 + Number(third);
  return sign === "-" ? -length : length;
}

/** A duration in whole seconds, of at most so many hours; 0 where nothing is said. */
export function durationField(
  field: Field,
  read: ReadText | undefined,
  negative: "refuse" | "zero",
  hours = week,
): Read<number> {
  if (read === undefined) return () => 0;
  return (cells, bad) => {
    const value = read(cells);
    if (value === "" || value === "0") return 0;
    const length = seconds(value);
    if (length === undefined) bad.push({ why: "not-a-duration", field, value });
    else if (length < 0 && negative === "refuse") bad.push({ why: "negative-duration", field, value });
    else if (length > hours * 3600) bad.push({ why: "too-long-a-duration", field, value, hours });
    return Math.max(0, length ?? 0);
  };
}

/** A text of at most `max` UTF-16 units; `otherwise` where nothing is said, or a problem if there is no otherwise. */
export function textField(field: Field, read: ReadText | undefined, max: number, otherwise?: string): Read<string> {
  return (cells, bad) => {
    const value = read?.(cells) ?? "";
    if (value.length > max) bad.push({ why: "too-long", field, max });
    if (value !== "") return value;
    if (otherwise === undefined) bad.push({ why: "missing", field });
    return otherwise ?? "";
  };
}

/** A text of at most `max` UTF-16 units; undefined where nothing is said. */
export function optionalText(field: Field, read: ReadText | undefined, max: number): Read<string | undefined> {
  if (read === undefined) return () => undefined;
  return (cells, bad) => {
    const value = read(cells);
    if (value.length > max) bad.push({ why: "too-long", field, max });
    return value === "" ? undefined : value;
  };
}

/** One of a few words, letter case aside; `otherwise` where nothing is said, or a problem if there is no otherwise. */
export function choiceField<const W extends string>(
  field: Field,
  read: ReadText | undefined,
  allowed: readonly [W, ...W[]],
  otherwise?: W,
): Read<W> {
  const byText = new Map<string, W>(allowed.map((word) => [word.toLowerCase(), word]));
  return (cells, bad) => {
    const value = read?.(cells) ?? "";
    const known = byText.get(value) ?? byText.get(value.toLowerCase());
    if (known !== undefined) return known;
    if (value !== "") bad.push({ why: "not-one-of", field, value, allowed });
    else if (otherwise === undefined) bad.push({ why: "missing", field });
    return otherwise ?? allowed[0];
  };
}

const yes = ["true", "yes", "y", "1", "是"];
const no = ["false", "no", "n", "0", "否"];

/** What a text says of a question; undefined where it is no answer. */
export function isYes(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

/** Yes or no; `otherwise` where nothing is said. */
export function yesField(field: Field, read: ReadText | undefined, otherwise = false): Read<boolean> {
  if (read === undefined) return () => otherwise;
  return (cells, bad) => {
    const value = read(cells);
    if (value === "") return otherwise;
    const answer = isYes(value);
    if (answer === undefined) bad.push({ why: "not-one-of", field, value, allowed: ["true", "false"] });
    return answer ?? otherwise;
  };
}

/** A mark from 1 to 5; undefined where nothing is said. */
export function markField(field: Field, read: ReadText | undefined): Read<number | undefined> {
  if (read === undefined) return () => undefined;
  return (cells, bad) => {
    const value = read(cells);
    if (value === "") return undefined;
    if (/^[1-5](\.0+)?$/.test(value)) return Number(value);
    bad.push({ why: "not-one-of", field, value, allowed: ["1", "2", "3", "4", "5"] });
    return undefined;
  };
}
