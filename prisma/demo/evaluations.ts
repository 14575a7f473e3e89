import { workdaysIn } from "../../src/kernel/calendar.ts";
import { addDays, eachDay, type LocalDate, startOfMonth, startOfWeek } from "../../src/kernel/time.ts";
import { csvFile, type DemoPerson, type DemoSite, daysOf, firstFrom, isOver, wordsAt } from "./centre.ts";
import { bell, between, type Chance, seeded, shuffled } from "./chance.ts";
import { characterOf } from "./character.ts";
import { wasIn } from "./shifts.ts";

const columns = [
  "sourceId",
  "agent",
  "scorer",
  "day",
  "kind",
  "points",
  "reference",
  "interaction",
  "form",
  "overturned",
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | boolean | undefined>> & {
  readonly day: LocalDate;
};

/** A quality review or test call of an agent, and by whom. */
export type Review = Row & {
  readonly agent: string;
  readonly kind: "monitoring" | "test-call";
  readonly points: number;
  readonly scorer?: string;
};

const half = (points: number) => Math.round(between(40, points, 100) * 2) / 2;

const membersOf = (site: DemoSite) => site.people.filter(({ memberOf }) => memberOf !== undefined);
const scorersOn = (site: DemoSite, on: LocalDate) =>
  site.people.filter((one) => one.roles.includes("qa") && wasIn(site, one, on));

/** What an agent's work is worth on a day, before the spread between one contact and the next. */
function workOf(site: DemoSite, person: DemoPerson, on: LocalDate): number {
  const { careful, form, newness } = characterOf(site.id, person, on);
  return 77 + 18 * careful + 5 * form - 8 * newness;
}

/** The days of a week on which an agent is reviewed: two or three of those that they work. */
function reviewedOn(site: DemoSite, person: DemoPerson, monday: LocalDate, random: Chance): LocalDate[] {
  const worked = eachDay(monday, addDays(monday, 6)).filter((on) => wasIn(site, person, on));
  return shuffled(worked, random).slice(0, random() < 0.5 ? 2 : 3);
}

/** An agent's reviews of one week; a test call comes about once a fortnight, and not at all to some in some months. */
function* week(site: DemoSite, person: DemoPerson, monday: LocalDate): Generator<Review> {
  const { employeeNo } = person;
  const random = seeded(site.id, employeeNo, monday, "reviews");
  const { form } = wordsAt(site);
  const isTested = seeded(site.id, employeeNo, startOfMonth(monday), "tests")() < 0.8 && random() < 0.55;
  for (const [index, day] of reviewedOn(site, person, monday, random).entries()) {
    const kind = isTested && index === 0 ? "test-call" : "monitoring";
    const points = half(workOf(site, person, day) + (kind === "test-call" ? -1 : 0) + 5 * bell(random));
    const [contact, isOverturned] = [10 + Math.floor(8 * random()), random() < 0.02];
    yield {
      sourceId: `${kind}-${employeeNo}-${day}`,
      agent: employeeNo,
      day,
      kind,
      points,
      form,
      interaction: kind === "monitoring" ? `${employeeNo}-${day}-${contact}` : undefined,
      overturned: isOverturned,
    };
  }
}

/** Once a month the whole of QA scores the same five contacts, and the group agrees on their points. */
function* calibration(site: DemoSite, month: LocalDate): Generator<Row> {
  const day = firstFrom(month, 8, (on) => scorersOn(site, on).length > 1);
  if (day === undefined) return;
  const random = seeded(site.id, month, "calibration");
  for (const agent of shuffled(membersOf(site), random).slice(0, 5)) {
    const reference = half(workOf(site, agent, day) + 6 * bell(random));
    for (const { employeeNo } of scorersOn(site, day)) {
      const { slow } = characterOf(site.id, { employeeNo, hiredOn: day, roles: [] }, day);
      yield {
        sourceId: `calibration-${day}-${agent.employeeNo}-${employeeNo}`,
        agent: agent.employeeNo,
        scorer: employeeNo,
        day,
        kind: "calibration",
        points: half(reference + (slow - 0.5) * 6 + 4 * bell(random)),
        reference,
        form: wordsAt(site).form,
      };
    }
  }
}

/** A day's reviews, shared out evenly among those of QA who are in; without any of them there are none. */
function sharedOut(site: DemoSite, day: LocalDate, reviews: readonly Review[]): (Review & { scorer: string })[] {
  const scorers = shuffled(scorersOn(site, day), seeded(site.id, day, "scorers"));
  return reviews.flatMap((review, place) => {
    const scorer = scorers[place % scorers.length]?.employeeNo;
    return scorer === undefined ? [] : [{ ...review, scorer }];
  });
}

/** The workdays, up to this one, whose reviews were made in Fairline; those before were imported. */
const daysInFairline = 15;

/** The first day whose reviews were made in Fairline. */
export const madeHereFrom = ({ calendar, today }: DemoSite): LocalDate =>
  workdaysIn(calendar, addDays(today, -45), today).at(-daysInFairline) ?? today;

/** The reviews and test calls of a site, day by day, each with its scorer. */
export function reviewsOf(site: DemoSite): (Review & { readonly scorer: string })[] {
  const days = daysOf(site).filter((on) => isOver(site, on));
  const mondays = [...new Set(days.map(startOfWeek))];
  const reviews = membersOf(site).flatMap((person) => mondays.flatMap((monday) => [...week(site, person, monday)]));
  return days.flatMap((on) =>
    sharedOut(
      site,
      on,
      reviews.filter(({ day }) => day === on),
    ),
  );
}

/** What was imported of a site: its reviews from before Fairline was used for them, and its calibrations. */
export function evaluationsFile(site: DemoSite): Uint8Array {
  const days = daysOf(site).filter((on) => isOver(site, on));
  const calibrations = [...new Set(days.map(startOfMonth))].flatMap((month) => [...calibration(site, month)]);
  const from = madeHereFrom(site);
  const reviews = reviewsOf(site).filter(({ day }) => day < from);
  return csvFile(columns, [...reviews, ...calibrations.filter(({ day }) => days.includes(day))]);
}
