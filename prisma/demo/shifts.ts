import { isWorkday } from "../../src/kernel/calendar.ts";
import type { LocalDate } from "../../src/kernel/time.ts";
import type { DemoPerson, DemoSite } from "./centre.ts";
import { bell, between, seeded } from "./chance.ts";
import { characterOf } from "./character.ts";

/** What became of somebody's working day; minutes. A shift is nine hours from 09:00 with one for lunch, which is unpaid. */
export type Shift =
  | { readonly is: "leave" }
  | { readonly is: "absent" }
  | {
      readonly is: "worked";
      readonly late: number;
      readonly early: number;
      /** Time that was to be in service, or on breaks, and was not, beside being late or early. */
      readonly strayed: number;
      /** From how many minutes of the shift lunch lasts an hour. */
      readonly lunch: number;
      readonly conduct: boolean;
    };

/** Somebody's shift of a day; undefined on days off and before they were hired. */
export function shiftOf({ id, calendar }: DemoSite, person: DemoPerson, on: LocalDate): Shift | undefined {
  if (on < person.hiredOn || !isWorkday(calendar, on)) return undefined;
  const { steady, newness } = characterOf(id, person, on);
  const random = seeded(id, person.employeeNo, on, "shift");
  const slack = 1 - steady + 0.3 * newness;
  const [away, arrives, leaves, floor] = [random(), random(), random(), random()];
  if (away < 0.05) return { is: "leave" };
  if (away < 0.05 + 0.008 * slack) return { is: "absent" };
  return {
    is: "worked",
    late: arrives < 0.01 + 0.06 * slack ? Math.round(6 + 30 * random()) : 0,
    early: leaves < 0.005 + 0.03 * slack ? Math.round(10 + 40 * random()) : 0,
    strayed: Math.round(between(4, 10 + 30 * slack + 7 * bell(random), 60)),
    lunch: random() < 0.5 ? 180 : 240,
    conduct: floor < 0.004 * slack,
  };
}

/** Whether somebody was in service on a day, for some of it at least. */
export const wasIn = (site: DemoSite, person: DemoPerson, on: LocalDate): boolean =>
  shiftOf(site, person, on)?.is === "worked";
