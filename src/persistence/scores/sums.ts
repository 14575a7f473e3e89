import type { Pool } from "pg";
import { noSums, type SumName, type Sums, together } from "../../features/scores/domain.ts";
import type { Dimension, Stretch } from "../../features/scores/index.ts";

/** Columns of `tally` and of `person_day` by the name of the sum that they come to. */
const ofContacts = {
  handled: "handled",
  complaints: "complaints",
  waitS: "wait_s",
  talkS: "talk_s",
  holdS: "hold_s",
  wrapS: "wrap_s",
  handleS2: "handle_s2",
  csatAnswers: "csat_answers",
  csatTop: "csat_top",
  known: "known",
  repeated: "repeated",
} as const satisfies Partial<Record<SumName, string>>;
const ofDays = {
  monitored: "monitored",
  monitoredPoints: "monitored_points",
  monitoredSquares: "monitored_squares",
  testCalls: "test_calls",
  testPoints: "test_points",
  testSquares: "test_squares",
  complaintsAbout: "complaints_about",
  exams: "exams",
  examPoints: "exam_points",
  examSquares: "exam_squares",
  examAbsences: "exam_absences",
  scheduledDays: "scheduled_days",
  scheduledS: "scheduled_s",
  inServiceS: "in_service_s",
  offS: "off_s",
  staffedS: "staffed_s",
  late: "late",
  earlyLeave: "early_leave",
  absences: "absences",
  conduct: "conduct",
  leaveDays: "leave_days",
  scored: "scored",
  overturned: "overturned",
  calibrated: "calibrated",
  gapPoints: "gap_points",
  gapSquares: "gap_squares",
} as const satisfies Partial<Record<SumName, string>>;
const ofQueues = {
  queueAnswered: "answered",
  queueAbandoned: "abandoned",
  queueAnsweredInTime: "answered_in_time",
  queueAbandonedInTime: "abandoned_in_time",
} as const satisfies Partial<Record<SumName, string>>;

/** Added up as fractions, which is exact up to 2^53 and several times as fast as numbers of any length. */
const sums = (columns: Readonly<Record<string, string>>, from: string) =>
  Object.entries(columns)
    .map(([name, column]) => `sum(${from}.${column}::float8) AS "${name}"`)
    .join(", ");

const days = 'count(DISTINCT t.day) FILTER (WHERE t.handled > 0)::int AS "daysWorked"';

const asked = `asked AS (
  SELECT * FROM unnest($1::int[], $2::uuid[], $3::date[], $4::date[]) AS asked(place, person_id, from_day, to_day)
)`;
const within = (table: string) => `${table}.person_id = a.person_id AND ${table}.day BETWEEN a.from_day AND a.to_day`;
const tallied = `asked a JOIN tally t ON ${within("t")}`;

/** One row for each stretch, found by the index on people's days: the planner has no better way to choose. */
const ofStretches = `WITH ${asked}
  SELECT contacts.*, days.* FROM asked a,
    LATERAL (SELECT ${sums(ofContacts, "t")}, ${days} FROM tally t WHERE ${within("t")}) AS contacts,
    LATERAL (SELECT ${sums(ofDays, "d")} FROM person_day d WHERE ${within("d")}) AS days
  ORDER BY a.place`;
/** What a group's queues came to over everybody, on the days that the group served them. */
const queuesOf = `WITH ${asked}, served AS (
    SELECT DISTINCT a.place, t.site_id, t.day, t.queue FROM ${tallied} WHERE t.handled > 0
  )
  SELECT s.place, ${sums(ofQueues, "q")}
  FROM served s JOIN queue_hour q ON q.site_id = s.site_id AND q.day = s.day AND q.queue = s.queue
  GROUP BY s.place`;

/** One person's rows are summed before people are, so that days and people need no sorting. */
const contactsOfSite = `
  SELECT person, ${Object.keys(ofContacts)
    .map((name) => `sum("${name}") AS "${name}"`)
    .join(", ")},
    count(*) FILTER (WHERE handled > 0)::int AS "daysWorked", least(1, count(*) FILTER (WHERE handled > 0))::int AS people
  FROM (
    SELECT t.person_id AS person, ${sums(ofContacts, "t")} FROM tally t
    WHERE t.site_id = $1 AND t.day BETWEEN $2 AND $3 AND t.person_id IS NOT NULL GROUP BY t.person_id, t.day
  ) AS days GROUP BY person`;
const daysOfSite = `
  SELECT d.person_id AS person, ${sums(ofDays, "d")} FROM person_day d
  WHERE d.site_id = $1 AND d.day BETWEEN $2 AND $3 GROUP BY d.person_id`;

const keys: Readonly<Record<Dimension, string>> = {
  hour: "t.hour",
  queue: 't.queue COLLATE "C"',
  project: 't.project COLLATE "C"',
  day: "t.day",
};
const contactsBy = (dimension: Dimension) =>
  `WITH ${asked} SELECT (${keys[dimension]})::text AS key, ${sums(ofContacts, "t")},
    count(DISTINCT (t.person_id, t.day)) FILTER (WHERE t.handled > 0)::int AS "daysWorked",
    count(DISTINCT t.person_id) FILTER (WHERE t.handled > 0)::int AS people
  FROM ${tallied}
    GROUP BY ${keys[dimension]} ORDER BY ${keys[dimension]}`;

const mainProjects = `WITH ${asked}, shares AS (
    SELECT a.place, t.project, sum(t.handled) AS handled, sum(sum(t.handled)) OVER (PARTITION BY a.place) AS everything
    FROM ${tallied} GROUP BY a.place, t.project
  )
  SELECT place, project FROM shares WHERE handled * 2 > everything`;

/** Groups of stretches as four columns. */
function columnsOf(groups: readonly (readonly Stretch[])[]): unknown[] {
  const rows = groups.flatMap((group, place) => group.map((stretch) => ({ place, ...stretch })));
  return [
    rows.map((row) => row.place),
    rows.map((row) => row.person),
    rows.map((row) => row.from),
    rows.map((row) => row.to),
  ];
}

type Found = { readonly [N in keyof Sums]?: number | null };
type OfPlace = Found & { readonly place: number };
type OfPerson = Found & { readonly person: string };

/** A row's sums; what there is nothing of is 0. */
function sumsFrom(row: Found): Sums {
  const sums: Record<SumName, number> = { ...noSums };
  for (const name in row) sums[name as SumName] = row[name as SumName] ?? 0;
  return sums;
}

const keyOf = ({ person, from, to }: Stretch) => `${person} ${from} ${to}`;

const isAnything = (sums: Sums) => Object.values(sums).some((value) => value !== 0);

/** The sums of a group from those of its stretches; somebody with two of them is one person. */
function groupSums(group: readonly Stretch[], of: (stretch: Stretch) => Sums): Sums {
  const people = new Set<string>();
  const staff = new Set<string>();
  const all = group.map((stretch) => {
    const own = of(stretch);
    if (own.handled > 0) people.add(stretch.person);
    if (isAnything(own)) staff.add(stretch.person);
    return own;
  });
  const [only] = all;
  if (only === undefined) return noSums;
  return { ...(all.length === 1 ? only : all.reduce(together)), people: people.size, staff: staff.size };
}

/** Sums over sets of tallies and of people's days, never row by row. */
export function sumsIn(pool: Pool) {
  const rows = async <R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    (await pool.query<R>({ name: `sums-${name}`, text, values })).rows;

  return {
    async sumsOf(groups: readonly (readonly Stretch[])[], { queues }: { readonly queues: boolean }) {
      const unique = new Map(groups.flat().map((stretch) => [keyOf(stretch), stretch]));
      const each = [...unique.values()].map((stretch) => [stretch]);
      const [stretches, served] = await Promise.all([
        each.length === 0 ? [] : rows<Found>("stretches", ofStretches, columnsOf(each)),
        queues ? rows<OfPlace>("queues", queuesOf, columnsOf(groups)) : [],
      ]);
      const found = new Map([...unique.keys()].map((key, index) => [key, sumsFrom(stretches[index] ?? {})]));
      const all = groups.map((group) => groupSums(group, (stretch) => found.get(keyOf(stretch)) ?? noSums));
      for (const { place, ...own } of served) all[place] = { ...(all[place] ?? noSums), ...(own as Partial<Sums>) };
      return all;
    },

    async sumsOfSite(site: string, from: string, to: string) {
      const values = [site, from, to];
      const [contacts, days] = await Promise.all([
        rows<OfPerson>("site-contacts", contactsOfSite, values),
        rows<OfPerson>("site-days", daysOfSite, values),
      ]);
      const all = new Map(contacts.map(({ person, ...own }) => [person, { ...noSums, ...(own as Partial<Sums>) }]));
      for (const { person, ...own } of days)
        all.set(person, { ...(all.get(person) ?? noSums), ...(own as Partial<Sums>) });
      return [...all].map(([person, sums]) => ({ person, sums: { ...sums, staff: isAnything(sums) ? 1 : 0 } }));
    },

    async sumsBy(dimension: Dimension, stretches: readonly Stretch[]) {
      const found = await rows<Found & { key: string }>(
        `by-${dimension}`,
        contactsBy(dimension),
        columnsOf([stretches]),
      );
      return found.map(({ key, ...own }) => {
        const sums = sumsFrom(own);
        return { key, sums: { ...sums, staff: sums.people } };
      });
    },

    async mainProjects(groups: readonly (readonly Stretch[])[]) {
      const found = await rows<{ place: number; project: string }>("projects", mainProjects, columnsOf(groups));
      const byPlace = new Map(found.map(({ place, project }) => [place, project]));
      return groups.map((_, place) => byPlace.get(place));
    },
  };
}
