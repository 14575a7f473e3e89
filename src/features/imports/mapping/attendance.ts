import type { FieldOf } from "./datasets.ts";
import type { DayNumber } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";
import type { Problem } from "./problem.ts";

/** One day of one agent's schedule and what became of it. */
export type AttendanceRow = {
  readonly sourceId: string;
  readonly person: string;
  readonly day: DayNumber;
  readonly scheduledS: number;
  readonly inServiceS: number;
  readonly offS: number;
  readonly staffedS: number;
  readonly late: number;
  readonly earlyLeave: number;
  readonly absences: number;
  readonly conduct: number;
  readonly leave: boolean;
};

/** The hours of the day on which the clocks go back. */
const mostHours = 25;

function check({ scheduledS, inServiceS, offS, leave }: AttendanceRow, bad: Problem[]): void {
  if (inServiceS + offS > scheduledS) {
    bad.push({ why: "more-than-scheduled", field: "inService", value: String(inServiceS + offS) });
  }
  if (leave && scheduledS > 0) bad.push({ why: "scheduled-on-leave", field: "leave", value: String(scheduledS) });
}

export function attendanceReader(kit: Kit<FieldOf<"attendance">>): Read<AttendanceRow> {
  const duration = (field: "scheduled" | "inService" | "off" | "staffed") => kit.duration(field, mostHours);
  const [sourceId, agent, day] = [kit.optional("sourceId", 200), kit.agent("agent"), kit.day("day")];
  const [scheduled, inService] = [duration("scheduled"), duration("inService")];
  const [off, staffed] = [duration("off"), duration("staffed")];
  const [late, earlyLeave] = [kit.times("late"), kit.times("earlyLeave")];
  const [absences, conduct, leave] = [kit.times("absences"), kit.times("conduct"), kit.yes("leave")];

  return (cells, bad) => {
    const before = bad.length;
    const [person, on] = [agent(cells, bad), day(cells, bad)];
    const row: AttendanceRow = {
      sourceId: sourceId(cells, bad) ?? kit.naturalKey(person, on),
      person,
      day: on,
      scheduledS: scheduled(cells, bad),
      inServiceS: inService(cells, bad),
      offS: off(cells, bad),
      staffedS: staffed(cells, bad),
      late: late(cells, bad),
      earlyLeave: earlyLeave(cells, bad),
      absences: absences(cells, bad),
      conduct: conduct(cells, bad),
      leave: leave(cells, bad),
    };
    if (bad.length === before) check(row, bad);
    return row;
  };
}
