import type { FieldOf } from "./datasets.ts";
import type { DayNumber } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";
import type { Problem } from "./problem.ts";

/** Sums of contacts that a source brings itself. */
export type TallyRow = {
  readonly sourceId: string;
  readonly person: string | undefined;
  readonly day: DayNumber;
  readonly hour: number;
  readonly queue: string;
  readonly project: string;
  readonly handled: number;
  readonly abandoned: number;
  readonly answeredInTime: number;
  readonly abandonedInTime: number;
  readonly complaints: number;
  readonly waitS: number;
  readonly talkS: number;
  readonly holdS: number;
  readonly wrapS: number;
  /** Not a number where the source does not tell it. */
  readonly handleS2: number;
  readonly csatAnswers: number;
  readonly csatTop: number;
  readonly known: number;
  readonly repeated: number;
};

/** About as long as a thousand agents are at work in a week; what is longer is a slip. */
const mostHours = 50_000;

/** What a part of something may not be more than. */
const parts = [
  ["answeredInTime", "handled"],
  ["abandonedInTime", "abandoned"],
  ["complaints", "handled"],
  ["csatTop", "csatAnswers"],
  ["repeated", "known"],
  ["known", "handled"],
] as const;

function check(row: TallyRow, bad: Problem[]): void {
  for (const [field, than] of parts) {
    const [value, most] = [row[field], row[than]];
    if (value > most) bad.push({ why: "more-than", field, value: String(value), than, most });
  }
  if (row.person === undefined && row.handled > 0) {
    bad.push({ why: "handled-by-nobody", field: "agent", value: String(row.handled) });
  }
  // Squares are least where all contacts last as long as their mean; sources may have rounded the sums.
  const least = row.handled === 0 ? 0 : (row.talkS + row.holdS + row.wrapS) ** 2 / row.handled;
  if (row.handleS2 < least * 0.99) {
    const value = String(row.handleS2);
    bad.push({ why: "too-small-squares", field: "handleSquares", value, least: Math.ceil(least) });
  }
}

export function tallyReader(kit: Kit<FieldOf<"tallies">>): Read<TallyRow> {
  const duration = (field: "wait" | "talk" | "hold" | "wrap") => kit.duration(field, mostHours);
  const [agent, day, hour] = [kit.person("agent"), kit.day("day"), kit.hour("hour")];
  const [queue, project] = [kit.text("queue", 200, ""), kit.text("project", 200, "")];
  const [handled, abandoned] = [kit.count("handled"), kit.count("abandoned")];
  const [answeredInTime, abandonedInTime] = [kit.count("answeredInTime"), kit.count("abandonedInTime")];
  const [wait, talk, hold, wrap] = [duration("wait"), duration("talk"), duration("hold"), duration("wrap")];
  const [complaints, squares] = [kit.count("complaints"), kit.squares("handleSquares")];
  const [csatAnswers, csatTop] = [kit.count("csatAnswers"), kit.count("csatTop")];
  const [known, repeated] = [kit.count("known"), kit.count("repeated")];
  const sourceId = kit.optional("sourceId", 200);

  return (cells, bad) => {
    const before = bad.length;
    const own = {
      person: agent(cells, bad),
      day: day(cells, bad),
      hour: hour(cells, bad),
      queue: queue(cells, bad),
      project: project(cells, bad),
      handled: handled(cells, bad),
      abandoned: abandoned(cells, bad),
      answeredInTime: answeredInTime(cells, bad),
      abandonedInTime: abandonedInTime(cells, bad),
      complaints: complaints(cells, bad),
      waitS: wait(cells, bad),
      talkS: talk(cells, bad),
      holdS: hold(cells, bad),
      wrapS: wrap(cells, bad),
      csatAnswers: csatAnswers(cells, bad),
      csatTop: csatTop(cells, bad),
      known: known(cells, bad),
      repeated: repeated(cells, bad),
    };
    const key = kit.naturalKey(own.person, own.day, own.hour, own.queue, own.project);
    const row: TallyRow = {
      ...own,
      sourceId: sourceId(cells, bad) ?? key,
      handleS2: squares(cells, bad) ?? (own.handled === 0 ? 0 : Number.NaN),
    };
    // What could not be read is not compared.
    if (bad.length === before) check(row, bad);
    return row;
  };
}
