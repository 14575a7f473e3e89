import { type Contact, dayText, type Lined } from "../../features/imports/index.ts";

const none = "\\N";
const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const daySeconds = 86_400;

/** A text as COPY's text format writes it. */
export const text = (value: string): string =>
  special.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : value;

/** A value as COPY's text format writes it. */
export type Value = string | number | boolean | undefined;
const cell = (value: Value): string => {
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  return value === undefined ? none : String(value);
};

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
const two = (value: number): string => twoDigits[value] ?? "";

/** Days as text, each made once. */
function dayTexts(): (day: number) => string {
  const made = new Map<number, string>();
  return (day) => {
    const known = made.get(day) ?? dayText(day);
    made.set(day, known);
    return known;
  };
}

/** What a row brings, as the lines of COPY say it. */
export type Writer<R> = () => (row: R) => string;

/** Writes contacts, whose columns are spelt out because there are millions of them. */
export const contactWriter: Writer<Lined<Contact>> = () => {
  const days = dayTexts();
  return (c) => {
    const day = Math.floor(c.startedAt / daySeconds);
    const second = c.startedAt - day * daySeconds;
    const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
    const customer = c.customer === undefined ? none : text(c.customer);
    const what = `${text(c.sourceId)}\t${c.person ?? none}\t${customer}\t${text(c.channel)}\t${c.direction}`;
    const where = `${text(c.queue)}\t${text(c.project)}\t${days(day)} ${time}Z\t${days(c.day)}\t${c.hour}`;
    const how = `${c.waitS}\t${c.talkS}\t${c.holdS}\t${c.wrapS}\t${c.outcome}\t${c.complaint ? "t" : "f"}`;
    return `${what}\t${where}\t${how}\t${c.csat ?? none}\n`;
  };
};

type Kept = { readonly sourceId: string; readonly day: number };

/** Writes rows of other datasets: their source id, their day and then each column by what it is of a row. */
export const rowWriter =
  <R extends Kept>(columns: Readonly<Record<string, (row: R) => Value>>): Writer<R> =>
  () => {
    const days = dayTexts();
    const values = Object.values(columns);
    return (row) => {
      const rest = values.map((of) => cell(of(row))).join("\t");
      return `${text(row.sourceId)}\t${days(row.day)}\t${rest}\n`;
    };
  };
