import type { FieldOf } from "./datasets.ts";
import type { DayNumber } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";

/** One exam of one agent; no points where they were absent. */
export type ExamRow = {
  readonly sourceId: string;
  readonly person: string;
  readonly day: DayNumber;
  readonly name: string;
  readonly points: number | undefined;
};

/** Blank points are an absence, unless the file tells absences apart: then each row needs the one or the other. */
export function examReader(kit: Kit<FieldOf<"exams">>): Read<ExamRow> {
  const [sourceId, agent, day] = [kit.optional("sourceId", 200), kit.agent("agent"), kit.day("day")];
  const [name, points, absent] = [kit.text("name", 200, ""), kit.points("points"), kit.yes("absent")];
  const tellsAbsences = kit.tells("absent");

  return (cells, bad) => {
    const [person, on, called] = [agent(cells, bad), day(cells, bad), name(cells, bad)];
    const before = bad.length;
    const [given, isAbsent] = [points(cells, bad), absent(cells, bad)];
    if (bad.length === before && tellsAbsences) {
      if (given !== undefined && isAbsent) bad.push({ why: "points-of-absent", field: "points", value: String(given) });
      if (given === undefined && !isAbsent) bad.push({ why: "neither-points-nor-absent", field: "points" });
    }
    const id = sourceId(cells, bad) ?? kit.naturalKey(person, on, called);
    return { sourceId: id, person, day: on, name: called, points: given };
  };
}
