import { measureAppeals } from "./appeals.ts";
import { measureChart } from "./chart.ts";
import { measureDeliveries, measureWithinLimits } from "./deliveries.ts";
import { measureDraws } from "./draws.ts";
import { type Figure, ratio } from "./figure.ts";
import { measureHelp } from "./help.ts";
import { measureImport } from "./import.ts";
import { measureSchedules } from "./schedules.ts";
import { measureScores } from "./scores.ts";
import { measureSlack } from "./slack.ts";
import { measureStart } from "./start.ts";

const benches = {
  slack: measureSlack,
  import: measureImport,
  start: measureStart,
  scores: measureScores,
  chart: measureChart,
  schedules: measureSchedules,
  deliveries: measureDeliveries,
  "deliveries-within-limits": measureWithinLimits,
  appeals: measureAppeals,
  draws: measureDraws,
  help: measureHelp,
} as const;

const shown = (value: number, unit: Figure["unit"]) =>
  `${value.toFixed(unit === "s" ? 2 : unit === "ms" ? 1 : 0)} ${unit}`.trimEnd();

function goalOf({ baseline, goal, unit }: Figure): string {
  if (goal === undefined) return "";
  return baseline === undefined ? `≤ ${goal} ${unit}`.trimEnd() : `≤ ${goal} ×`;
}

function isMet(figure: Figure): boolean {
  return figure.goal === undefined || (ratio(figure) ?? figure.ours) <= figure.goal;
}

function row(figure: Figure): string[] {
  const times = ratio(figure);
  return [
    figure.what,
    shown(figure.ours, figure.unit),
    figure.baseline === undefined ? "" : shown(figure.baseline, figure.unit),
    times === undefined ? "" : `${times.toFixed(2)} ×`,
    goalOf(figure),
    isMet(figure) ? "" : "missed",
  ];
}

/** The figures as a table, its columns as wide as they need to be. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return rows.map(line).join("\n");
}

const wanted = process.argv.slice(2).filter((name) => name in benches) as (keyof typeof benches)[];
const figures: Figure[] = [];
for (const name of wanted.length > 0 ? wanted : (Object.keys(benches) as (keyof typeof benches)[])) {
  process.stderr.write(`measuring ${name}…\n`);
  figures.push(...(await benches[name]()));
}
console.log(table([["figure", "ours", "baseline", "ratio", "goal", ""], ...figures.map(row)]));
process.exit(0);
