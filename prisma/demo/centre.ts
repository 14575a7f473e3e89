import { type Calendar, isWorkday } from "../../src/kernel/calendar.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { addDays, eachDay, instantAt, type LocalDate } from "../../src/kernel/time.ts";

/** Somebody of the demo, as far as their days depend on it. */
export type DemoPerson = {
  readonly employeeNo: string;
  readonly hiredOn: LocalDate;
  readonly roles: readonly string[];
  /** The team in which they sit as a member. */
  readonly memberOf?: string | undefined;
};

/** A site of the demo, and the days of it that are to be filled: up to an instant of the last. */
export type DemoSite = {
  readonly id: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly calendar: Calendar;
  readonly people: readonly DemoPerson[];
  readonly from: LocalDate;
  readonly today: LocalDate;
  readonly until: Date;
};

/** The team that calls out. */
export const outbound = "green";

/** What is called differently at each site. Of the last queue, customers are asked by text message instead of on the phone. */
const wordsOf = {
  harbour: {
    queues: ["sales", "billing", "support"],
    outQueue: "renewals",
    projects: ["retail", "business"],
    exam: "Monthly exam",
    resit: "Resit",
    form: "Calls 2026",
    about: ["Promised call-back never came", "Cut off in mid-call", "Told the wrong price", "Sounded impatient"],
  },
  wangjing: {
    queues: ["咨询", "账单", "投诉"],
    outQueue: "回访",
    projects: ["个人客户", "企业客户"],
    exam: "月度考试",
    resit: "补考",
    form: "录音质检表 2026",
    about: ["承诺回电未回", "通话中途挂断", "资费解释有误", "语气不耐烦"],
  },
} as const;

export const wordsAt = ({ id }: Pick<DemoSite, "id">) => wordsOf[id as keyof typeof wordsOf];

export const daysOf = ({ from, today }: DemoSite): LocalDate[] => eachDay(from, today);

/** The instant at which the shift of a day begins; minutes after it are minutes on the clock. */
export function shiftBegins({ zone }: Pick<DemoSite, "zone">, on: LocalDate): number {
  const at = instantAt(on, "09:00", zone);
  if (!at.ok) throw new RangeError(`the clock skips 09:00 on ${on}`);
  return at.value.getTime();
}

/** Whether a day has come to its evening, so that what is known only then is known. */
export const isOver = (site: DemoSite, on: LocalDate): boolean =>
  on < site.today || shiftBegins(site, on) + 9 * 3_600_000 <= site.until.getTime();

/** The instant so many working hours before now, nine a day from 09:00. */
export function hoursAgo(site: Pick<DemoSite, "zone" | "calendar" | "today" | "until">, hours: number): Date {
  let left = hours * 3_600_000;
  for (let on = site.today; on > addDays(site.today, -60); on = addDays(on, -1)) {
    if (!isWorkday(site.calendar, on)) continue;
    const begins = shiftBegins(site, on);
    const open = Math.max(0, Math.min(site.until.getTime(), begins + 9 * 3_600_000) - begins);
    if (left < open) return new Date(begins + open - left);
    left -= open;
  }
  throw new RangeError(`${hours} working hours ago is too long ago`);
}

/** The first of some days of a month, from its `date` on, that fits; at most a fortnight is looked through. */
export function firstFrom(month: LocalDate, date: number, fits: (on: LocalDate) => boolean): LocalDate | undefined {
  return eachDay(addDays(month, date - 1), addDays(month, date + 12)).find(fits);
}

type Cell = string | number | boolean | undefined;

/** A CSV file of these columns. Cells hold neither commas nor quotation marks. */
export function csvFile<C extends string>(
  columns: readonly C[],
  rows: Iterable<Readonly<Partial<Record<C, Cell>>>>,
): Uint8Array {
  const lines = [columns.join(",")];
  for (const row of rows) lines.push(columns.map((column) => row[column] ?? "").join(","));
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
