import { addDays, dayAt, type LocalDate, parseDay } from "../../kernel/time.ts";
import { clockTime } from "./wall.ts";

/** A day and a time as somebody writes them, either of which may be left out, or this very moment. */
export type Moment = { readonly day?: LocalDate; readonly time?: string } | "now";

const pattern = /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}))?|(\d{1,2}:\d{2}))$/;
const nows = ["now", "现在"];

/** Reads `2026-03-09 08:00`, `2026-03-09`, `08:00` or `now`; undefined where it is none of these. */
export function readMoment(text: string): Moment | undefined {
  const clean = text.normalize("NFKC").trim().toLowerCase().replace("t", " ");
  if (nows.includes(text.trim().toLowerCase())) return "now";
  const [, date, after, alone] = pattern.exec(clean) ?? [];
  const day = date === undefined ? undefined : parseDay(date);
  const time = (after ?? alone)?.padStart(5, "0");
  if (date !== undefined && day === undefined) return undefined;
  if (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  if (day === undefined && time === undefined) return undefined;
  return { ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }) };
}

/** When something begins: today where no day is said, with the day where no time is. */
export function beginningOf(moment: Moment, zone: string, at: Date): Date {
  if (moment === "now") return at;
  return clockTime(moment.day ?? dayAt(at, zone), moment.time ?? "00:00", zone);
}

/** When something ends that begins at a moment: at the next such time where no day is said, with the day where no time is. */
export function endOf(moment: Moment, zone: string, from: Date, at: Date): Date {
  if (moment === "now") return at;
  const { day, time } = moment;
  if (day !== undefined)
    return time === undefined ? clockTime(addDays(day, 1), "00:00", zone) : clockTime(day, time, zone);
  const today = dayAt(from, zone);
  const sameDay = clockTime(today, time ?? "00:00", zone);
  return sameDay > from ? sameDay : clockTime(addDays(today, 1), time ?? "00:00", zone);
}

/** A moment as it is written. */
export function momentText(moment: Moment | undefined): string | undefined {
  if (moment === undefined || moment === "now") return moment;
  return [moment.day, moment.time].filter((part) => part !== undefined).join(" ");
}
