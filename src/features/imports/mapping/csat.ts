import type { FieldOf } from "./datasets.ts";
import type { DayNumber } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";

/** An answer to a survey that came apart from its contact. */
export type SurveyRow = {
  readonly sourceId: string;
  readonly person: string;
  readonly day: DayNumber;
  readonly hour: number;
  readonly queue: string;
  readonly project: string;
  /** 1 to 5 */
  readonly mark: number;
};

export function surveyReader(kit: Kit<FieldOf<"csat">>): Read<SurveyRow> {
  const [sourceId, agent] = [kit.text("sourceId", 200), kit.agent("agent")];
  const [day, hour, mark] = [kit.day("day"), kit.hour("hour"), kit.mark("mark")];
  const [queue, project] = [kit.text("queue", 200, ""), kit.text("project", 200, "")];
  return (cells, bad) => ({
    sourceId: sourceId(cells, bad),
    person: agent(cells, bad),
    day: day(cells, bad),
    hour: hour(cells, bad),
    queue: queue(cells, bad),
    project: project(cells, bad),
    mark: mark(cells, bad),
  });
}
