/**
 * Summed parts that every metric is made from; times in seconds, `…Squares` and `handleS2` sums of squares. They add:
 * the sums of two groups taken together are their sums.
 */
export const sumNames = [
  // contacts, from the tallies; handleS2 is not a number where a source did not tell it
  "handled",
  "complaints",
  "waitS",
  "talkS",
  "holdS",
  "wrapS",
  "handleS2",
  "csatAnswers",
  "csatTop",
  "known",
  "repeated",
  /** Days on which at least one contact was handled, summed over people; and the people. */
  "daysWorked",
  "people",
  /** People of whom there is anything at all, contacts or not. */
  "staff",
  // evaluations, exams, attendance, complaints
  "monitored",
  "monitoredPoints",
  "monitoredSquares",
  "testCalls",
  "testPoints",
  "testSquares",
  "complaintsAbout",
  "exams",
  "examPoints",
  "examSquares",
  "examAbsences",
  "scheduledDays",
  "scheduledS",
  "inServiceS",
  "offS",
  "staffedS",
  "late",
  "earlyLeave",
  "absences",
  "conduct",
  "leaveDays",
  // as a scorer
  "scored",
  "overturned",
  "calibrated",
  "gapPoints",
  "gapSquares",
  // the queues that were served, over everybody
  "queueAnswered",
  "queueAbandoned",
  "queueAnsweredInTime",
  "queueAbandonedInTime",
] as const;
export type SumName = (typeof sumNames)[number];
export type Sums = Readonly<Record<SumName, number>>;

const eachSum = (of: (name: SumName) => number): Sums =>
  Object.fromEntries(sumNames.map((name) => [name, of(name)])) as Sums;

export const noSums: Sums = eachSum(() => 0);

/** The sums of two groups taken together. */
export const together = (a: Sums, b: Sums): Sums => eachSum((name) => a[name] + b[name]);
