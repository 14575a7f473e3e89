import type { ChartUnit } from "../chat/chart.ts";
import { format, type Locale } from "../kernel/locale.ts";

type Write = (value: number) => string;

/** Seconds as `4:05`. */
function clock(value: number): string {
  const seconds = Math.round(Math.abs(value));
  const sign = value < 0 && seconds > 0 ? "−" : "";
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How a unit's values are written beside what they measure. */
export function valueIn(unit: ChartUnit, locale: Locale): Write {
  const { fixed, percent, number } = format(locale);
  const writers: Readonly<Record<ChartUnit, Write>> = {
    points: (value) => fixed(value, 1),
    seconds: clock,
    percent: (value) => percent(value / 100, 1),
    count: (value) => number(value),
  };
  return writers[unit];
}

/** The same where there is little room and round numbers will do: on axes and in crowded cells. */
export function roundIn(unit: ChartUnit, locale: Locale): Write {
  const { percent, number } = format(locale);
  const writers: Readonly<Record<ChartUnit, Write>> = {
    points: (value) => number(value, 1),
    seconds: clock,
    percent: (value) => percent(value / 100),
    count: (value) => number(value),
  };
  return writers[unit];
}
