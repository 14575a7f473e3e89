import fc from "fast-check";
import type { Sums } from "../features/scores/sums.ts";
import { addDays, day } from "../kernel/time.ts";
import { anId } from "./builders.ts";
import type { DaySums, QueueSums } from "./score-store.ts";

/** The first of five workdays. */
export const monday = day("2026-03-02");
export const workdays = 5;
/** Seconds within which an answer counts. */
export const threshold = 20;

type Contact = {
  on: number;
  queue: string;
  project: string;
  talk: number;
  hold: number;
  wrap: number;
  complaint: boolean;
  csat: number | undefined;
  cameAgain: boolean | undefined;
};
type Waited = { on: number; queue: string; seconds: number; answered: boolean };
type Shift = {
  on: number;
  scheduled: number;
  inService: number;
  off: number;
  signedIn: number;
  late: number;
  earlyLeave: number;
  absences: number;
  conduct: number;
};
/** Everything that one person did in a week and that their queues saw, row by row; `on` counts days from Monday. */
export type Raw = {
  contacts: Contact[];
  waited: Waited[];
  reviews: { on: number; kind: "monitoring" | "test-call"; points: number }[];
  complaintsAbout: number[];
  exams: { on: number; points: number | undefined }[];
  shifts: Shift[];
  marked: { on: number; overturned: boolean }[];
  calibrations: { on: number; own: number; group: number }[];
};

const on = fc.nat(workdays - 1);
const queue = fc.constantFrom("sales", "care", "billing");
const points = fc.nat(100);
const events = fc.nat(2);
const some = <T>(one: fc.Arbitrary<T>, maxLength = 12) => fc.array(one, { maxLength });
export const raw: fc.Arbitrary<Raw> = fc.record({
  contacts: some(
    fc.record({
      on,
      queue,
      project: fc.constantFrom("main", "night"),
      talk: fc.integer({ min: 1, max: 900 }),
      hold: fc.nat(120),
      wrap: fc.nat(120),
      complaint: fc.boolean(),
      csat: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      cameAgain: fc.option(fc.boolean(), { nil: undefined }),
    }),
    30,
  ),
  waited: some(fc.record({ on, queue, seconds: fc.nat(60), answered: fc.boolean() }), 40),
  reviews: some(fc.record({ on, kind: fc.constantFrom("monitoring" as const, "test-call" as const), points })),
  complaintsAbout: some(on, 3),
  exams: some(fc.record({ on, points: fc.option(points, { nil: undefined }) }), 5),
  shifts: fc.uniqueArray(
    fc.record({
      on,
      scheduled: fc.integer({ min: 1, max: 28_800 }),
      inService: fc.nat(20_000),
      off: fc.nat(3600),
      signedIn: fc.integer({ min: 1, max: 28_800 }),
      late: events,
      earlyLeave: events,
      absences: events,
      conduct: events,
    }),
    { selector: (shift) => shift.on },
  ),
  marked: some(fc.record({ on, overturned: fc.boolean() })),
  calibrations: some(fc.record({ on, own: points, group: points })),
});

/** The sums of rows, those of one day and queue in as many tallies as `bucketOf` throws them into. */
export function tallied(rows: Raw, bucketOf: readonly number[]): DaySums[] {
  const row = (index: number, sums: Partial<Sums>, place: Partial<DaySums> = {}): DaySums => ({
    person: anId(1),
    name: "Ana Diaz",
    site: "leeds",
    team: "north",
    day: addDays(monday, index),
    sums,
    ...place,
  });
  const made = [
    ...rows.contacts.map(({ on: index, queue, project, talk, hold, wrap, complaint, csat, cameAgain }) => {
      const took = talk + hold + wrap;
      return row(
        index,
        {
          handled: 1,
          complaints: Number(complaint),
          talkS: talk,
          holdS: hold,
          wrapS: wrap,
          handleS2: took * took,
          csatAnswers: Number(csat !== undefined),
          csatTop: Number((csat ?? 0) >= 4),
          known: Number(cameAgain !== undefined),
          repeated: Number(cameAgain ?? false),
        },
        { queue, project },
      );
    }),
    ...rows.reviews.map(({ on: index, kind, points: own }) =>
      row(
        index,
        kind === "monitoring"
          ? { monitored: 1, monitoredPoints: own, monitoredSquares: own * own }
          : { testCalls: 1, testPoints: own, testSquares: own * own },
      ),
    ),
    ...rows.complaintsAbout.map((index) => row(index, { complaintsAbout: 1 })),
    ...rows.exams.map(({ on: index, points: own }) =>
      row(index, own === undefined ? { examAbsences: 1 } : { exams: 1, examPoints: own, examSquares: own * own }),
    ),
    ...rows.shifts.map(({ on: index, scheduled, inService, off, signedIn, ...rest }) =>
      row(index, {
        scheduledDays: 1,
        scheduledS: scheduled,
        inServiceS: inService,
        offS: off,
        staffedS: signedIn,
        ...rest,
      }),
    ),
    ...rows.marked.map(({ on: index, overturned }) => row(index, { scored: 1, overturned: Number(overturned) })),
    ...rows.calibrations.map(({ on: index, own, group }) =>
      row(index, { calibrated: 1, gapPoints: Math.abs(own - group), gapSquares: (own - group) ** 2 }),
    ),
  ];
  const tallies = new Map<string, DaySums>();
  for (const [index, one] of made.entries()) {
    const key = JSON.stringify([one.day, one.queue, one.project, bucketOf[index % bucketOf.length]]);
    const known = tallies.get(key);
    const names = [...new Set([...Object.keys(known?.sums ?? {}), ...Object.keys(one.sums)])] as (keyof Sums)[];
    const sums = Object.fromEntries(names.map((name) => [name, (known?.sums[name] ?? 0) + (one.sums[name] ?? 0)]));
    tallies.set(key, { ...one, sums });
  }
  return [...tallies.values()];
}

/** What the queues came to. */
export const queuesOf = ({ waited }: Raw): QueueSums[] =>
  waited.map(({ on: index, queue, seconds, answered }) => ({
    site: "leeds",
    day: addDays(monday, index),
    queue,
    answered: Number(answered),
    abandoned: Number(!answered),
    answeredInTime: Number(answered && seconds <= threshold),
    abandonedInTime: Number(!answered && seconds <= threshold),
  }));
