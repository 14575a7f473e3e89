import { csvFile, type DemoPerson, type DemoSite, daysOf, shiftBegins } from "./centre.ts";
import { type Shift, shiftOf } from "./shifts.ts";

const minutes = { scheduled: 480, breaks: 45 } as const;
const scored = ["agent", "lead", "qa"];

const seconds = (of: number) => Math.round(of) * 60;

/** A day as a planning system tells it, up to so much of it as is over (0 to 1). */
function kept(shift: Shift, over: number) {
  if (shift.is === "leave") return { leave: true, scheduled: 0 };
  const scheduled = seconds(minutes.scheduled * over);
  if (shift.is === "absent") return { scheduled, absences: 1 };
  const { late, early, strayed, conduct } = shift;
  const off = seconds(minutes.breaks * over);
  const gone = seconds(late + (strayed + early) * over);
  const inService = Math.max(0, scheduled - off - gone);
  return {
    scheduled,
    inService,
    off,
    staffed: inService,
    late: late > 0 ? 1 : 0,
    earlyLeave: early > 0 && over === 1 ? 1 : 0,
    conduct: conduct ? 1 : 0,
  };
}

function* days(site: DemoSite, people: readonly DemoPerson[]) {
  for (const on of daysOf(site)) {
    const over = Math.min(1, (site.until.getTime() - shiftBegins(site, on)) / (9 * 3_600_000));
    for (const person of people) {
      const shift = shiftOf(site, person, on);
      if (shift === undefined || over <= 0) continue;
      yield { agent: person.employeeNo, day: on, ...kept(shift, over) };
    }
  }
}

/** The schedule of everybody who is scored and what became of it, as a file of attendance; of today what is over. */
export const attendanceFile = (site: DemoSite): Uint8Array =>
  csvFile(
    ["agent", "day", "scheduled", "inService", "off", "staffed", "late", "earlyLeave", "absences", "conduct", "leave"],
    days(
      site,
      site.people.filter(({ roles }) => roles.some((role) => scored.includes(role))),
    ),
  );
