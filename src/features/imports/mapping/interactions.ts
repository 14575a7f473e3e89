import { done, type Outcome, refuse } from "../../../kernel/outcome.ts";
import type { FileRefusal } from "../reading/refusal.ts";
import type { Row } from "../reading/row.ts";
import type { Table } from "../reading/table.ts";
import type { Agents } from "./agents.ts";
import { columnsOf, fieldReader, skipper } from "./columns.ts";
import type { FieldOf } from "./datasets.ts";
import { choiceField, durationField, markField, optionalText, textField, yesField } from "./fields.ts";
import type { InteractionsPreset } from "./preset.ts";
import type { BadRow, Problem } from "./problem.ts";
import { startedAtField } from "./started-at.ts";
import { zoneClock } from "./zone-clock.ts";

/** One contact ready to be kept; `startedAt` is in seconds since 1970, `day` in days since then, on the site's clock. */
export type Contact = {
  readonly line: number;
  readonly sourceId: string;
  readonly person: string | undefined;
  readonly customer: string | undefined;
  readonly channel: string;
  readonly direction: "in" | "out";
  readonly queue: string;
  readonly project: string;
  readonly startedAt: number;
  readonly day: number;
  readonly hour: number;
  readonly waitS: number;
  readonly talkS: number;
  readonly holdS: number;
  readonly wrapS: number;
  readonly outcome: "answered" | "abandoned";
  readonly complaint: boolean;
  readonly csat: number | undefined;
};

export type Taken<T> =
  | { readonly is: "row"; readonly row: T }
  | { readonly is: "bad"; readonly bad: BadRow }
  | { readonly is: "skipped" };

const required: readonly FieldOf<"interactions">[] = ["sourceId", "agent", "outcome"];
const aDay = 86_400;

type Rules = { readonly zone: string; readonly at: Date; readonly agents: Agents };

/** Reads rows as contacts by a preset; refused when the file lacks a column that it needs. */
export function contactReader(
  table: Pick<Table, "found" | "columns">,
  preset: InteractionsPreset,
  { zone, at, agents }: Rules,
): Outcome<(row: Row) => Taken<Contact>, FileRefusal> {
  const columns = columnsOf(table, preset.none);
  const field = fieldReader<FieldOf<"interactions">>(columns, preset, required);
  const duration = (name: "wait" | "talk" | "hold" | "wrap") => durationField(name, field(name), preset.negative);
  const sourceId = textField("sourceId", field("sourceId"), 200);
  const agent = agents.field(field("agent") ?? (() => ""));
  const customer = optionalText("customer", field("customer"), 200);
  const channel = textField("channel", field("channel"), 50, "phone");
  const direction = choiceField("direction", field("direction"), ["in", "out"], "in");
  const queue = textField("queue", field("queue"), 200, "");
  const project = textField("project", field("project"), 200, "");
  const startedAt = startedAtField(columns, preset, zone);
  const [wait, talk, hold, wrap] = [duration("wait"), duration("talk"), duration("hold"), duration("wrap")];
  const outcome = choiceField("outcome", field("outcome"), ["answered", "abandoned"]);
  const complaint = yesField("complaint", field("complaint"));
  const csat = markField("csat", field("csat"));
  const skips = skipper(columns, preset.skip);
  const clock = zoneClock(zone);
  const latest = at.getTime() / 1000 + aDay;
  const refusal = columns.refusal();
  if (refusal !== undefined) return refuse(refusal);

  return done(({ line, cells, trouble }) => {
    if (trouble !== undefined) return { is: "bad", bad: { line, problems: [trouble] } };
    if (skips(cells)) return { is: "skipped" };
    const bad: Problem[] = [];
    const began = startedAt(cells, bad);
    if (bad.length === 0 && (began < 0 || began > latest)) {
      bad.push({ why: "out-of-time", field: "startedAt", value: new Date(began * 1000).toISOString() });
    }
    const wall = clock.wall(began);
    const day = Math.floor(wall / aDay);
    const row: Contact = {
      line,
      sourceId: sourceId(cells, bad),
      customer: customer(cells, bad),
      channel: channel(cells, bad),
      direction: direction(cells, bad),
      queue: queue(cells, bad),
      project: project(cells, bad),
      startedAt: began,
      day,
      hour: Math.floor((wall - day * aDay) / 3600),
      waitS: wait(cells, bad),
      talkS: talk(cells, bad),
      holdS: hold(cells, bad),
      wrapS: wrap(cells, bad),
      outcome: outcome(cells, bad),
      complaint: complaint(cells, bad),
      csat: csat(cells, bad),
      // The last, because a row that is otherwise bad adds nobody to the roster.
      person: agent(cells, bad, day),
    };
    return bad.length === 0 ? { is: "row", row } : { is: "bad", bad: { line, problems: bad } };
  });
}
