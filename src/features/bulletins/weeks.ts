import { addDays, day, type LocalDate, startOfWeek, weekday } from "../../kernel/time.ts";
import type { Days, Gathering } from "./section.ts";

/** The week that a bulletin of this Monday looks back at and the one it looks ahead to. */
export const weeksOf = (monday: LocalDate): Pick<Gathering, "past" | "coming"> => ({
  past: { from: addDays(monday, -7), to: addDays(monday, -1) },
  coming: { from: monday, to: addDays(monday, 6) },
});

/** The week of the bulletin that goes out on a day. */
export const weekOut = (on: LocalDate): LocalDate => startOfWeek(on);

/** The week of the bulletin that is prepared on a day: of the Monday to come, or of that very Monday. */
export const weekPrepared = (on: LocalDate): LocalDate => (weekday(on) === 1 ? on : addDays(startOfWeek(on), 7));

/** The weeks of the bulletins that tell of any of these days, or hold their own week against it. */
export const weeksThatTell = ({ from, to }: { readonly from: string; readonly to: string }): Days => ({
  from: startOfWeek(addDays(day(from), 7)),
  to: startOfWeek(addDays(day(to), 14)),
});
