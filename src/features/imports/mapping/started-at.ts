import type { Cells, Columns, ReadText } from "./columns.ts";
import type { Field } from "./datasets.ts";
import { dateFormat, secondOfDay } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { InteractionsPreset } from "./preset.ts";
import type { Problem } from "./problem.ts";
import { type ZoneClock, zoneClock } from "./zone-clock.ts";

const startedAt = "startedAt";
const iso = "yyyy-mm-dd";
const offset = /(Z|[+-]\d{2}:?\d{2})$/;

/** The instant of a day and a time as a file writes them on the wall clock of its zone. */
function wallReader(field: Field, format: string, zone: string, clock: ZoneClock) {
  const readDay = dateFormat(format);
  return (date: string, time: string, bad: Problem[]): number => {
    const day = readDay?.(date);
    const second = secondOfDay(time);
    if (day === undefined) bad.push({ why: "not-a-day", field, value: date, format });
    else if (second === undefined) bad.push({ why: "not-a-time", field, value: time });
    else {
      const at = clock.instant(day, second);
      if (at !== undefined) return at;
      bad.push({ why: "no-such-time", field, value: `${date} ${time}`, zone });
    }
    return 0;
  };
}

/** One cell with a date and a time, apart by a blank or `T`; an offset such as `Z` or `+02:00` decides over the zone. */
function oneCell(field: Field, read: ReadText, format: string, zone: string, clock: ZoneClock): Read<number> {
  const local = wallReader(field, format, zone, clock);
  const utc = wallReader(field, format, "UTC", { instant: (day, second) => day * 86_400 + second, wall: (at) => at });
  return (cells, bad) => {
    const value = read(cells);
    if (value === "") {
      bad.push({ why: "missing", field });
      return 0;
    }
    const cut = value.search(/[T ]/);
    const date = cut < 0 ? value : value.slice(0, cut);
    const time = cut < 0 ? "" : value.slice(cut + 1).trim();
    const last = value.charCodeAt(value.length - 1);
    const zoned = last === 90 || (cut >= 0 && offset.test(time)) ? offset.exec(time) : null;
    if (zoned === null) return local(date, time, bad);
    const [shift = "Z"] = zoned;
    return utc(date, time.slice(0, -shift.length), bad) - offsetSeconds(shift);
  };
}

function offsetSeconds(shift: string): number {
  if (shift === "Z") return 0;
  const digits = shift.slice(1).replace(":", "");
  const length = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return shift.startsWith("-") ? -length : length;
}

const none = (time: string) => time === "" || /^0?0:00(:00)?$/.test(time);

/** A date cell and the first time cell that is set; the last one listed is taken as it stands. */
function manyCells(date: ReadText, times: readonly ReadText[], format: string, zone: string, clock: ZoneClock) {
  const local = wallReader(startedAt, format, zone, clock);
  return (cells: Cells, bad: Problem[]): number => {
    let time = "";
    for (const read of times) {
      time = read(cells);
      if (!none(time)) break;
    }
    return local(date(cells), time, bad);
  };
}

/** A moment of any field, in seconds since 1970, from one cell. */
export const momentField = (field: Field, read: ReadText | undefined, format: string, zone: string): Read<number> =>
  oneCell(field, read ?? (() => ""), format, zone, zoneClock(zone));

/** When an interaction began, in seconds since 1970, as a preset maps it; `zone` is that of the site. */
export function startedAtField(columns: Columns, preset: InteractionsPreset, zone: string): Read<number> {
  const mapped = preset.startedAt ?? { column: preset.columns.startedAt ?? startedAt };
  const own = ("zone" in mapped ? mapped.zone : undefined) ?? zone;
  const clock = zoneClock(own);
  if ("column" in mapped) {
    const read = columns.text(mapped.column, "needed") ?? (() => "");
    return oneCell(startedAt, read, ("format" in mapped ? mapped.format : undefined) ?? iso, own, clock);
  }
  const date = columns.text(mapped.date.column, "needed") ?? (() => "");
  const times = [mapped.time].flat().flatMap((column) => columns.text(column) ?? []);
  return manyCells(date, times, mapped.date.format ?? iso, own, clock);
}
