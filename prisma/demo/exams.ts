import { addDays, type LocalDate, startOfMonth } from "../../src/kernel/time.ts";
import { csvFile, type DemoPerson, type DemoSite, daysOf, firstFrom, isOver, wordsAt } from "./centre.ts";
import { bell, between, seeded } from "./chance.ts";
import { characterOf } from "./character.ts";
import { wasIn } from "./shifts.ts";

const examined = ["agent", "lead"];

type Row = { readonly agent: string; readonly day: LocalDate; readonly name: string; readonly points?: number };

/** Somebody's exam of a month, on the first day from the 10th on that finds them in; who stays away sits it a week on. */
function* examOf(site: DemoSite, person: DemoPerson, month: LocalDate): Generator<Row> {
  const isIn = (on: LocalDate) => wasIn(site, person, on);
  const day = firstFrom(month, 10, isIn);
  if (day === undefined) return;
  const random = seeded(site.id, person.employeeNo, month, "exam");
  const { learned, form, newness } = characterOf(site.id, person, day);
  const points = Math.round(between(45, 78 + 16 * learned + 4 * form - 10 * newness + 4 * bell(random), 100));
  const { exam, resit } = wordsAt(site);
  const agent = person.employeeNo;
  const isAway = random() < 0.04;
  yield { agent, day, name: exam, ...(isAway ? {} : { points }) };
  if (!isAway) return;
  const again = firstFrom(addDays(day, 7), 1, isIn);
  if (again !== undefined) yield { agent, day: again, name: resit, points };
}

/** The monthly exams of a site, as a file of exams. */
export function examsFile(site: DemoSite): Uint8Array {
  const months = [...new Set(daysOf(site).map(startOfMonth))];
  const people = site.people.filter(({ roles }) => roles.some((role) => examined.includes(role)));
  const all = months.flatMap((month) => people.flatMap((person) => [...examOf(site, person, month)]));
  return csvFile(
    ["agent", "day", "name", "points"],
    all.filter(({ day }) => site.from <= day && day <= site.today && isOver(site, day)),
  );
}
