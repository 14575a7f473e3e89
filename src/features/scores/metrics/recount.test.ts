import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "../../../kernel/time.ts";
import { anId } from "../../../testing/builders.ts";
import { monday, queuesOf, type Raw, raw, tallied, threshold, workdays } from "../../../testing/raw-rows.ts";
import { aScorecard, march } from "../../../testing/score-builders.ts";
import { scoresInMemory } from "../../../testing/score-store.ts";
import { score } from "../domain.ts";
import type { Metric } from "../scorecard.ts";

// Each metric counted from raw rows as the product rules (§2) write it, without the code that it is held against.

const total = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
const mean = (all: readonly number[]) => total(all) / all.length;

type Counted = { readonly value: number; readonly points: number; readonly n: number } | undefined;
type Recount = { readonly component: object; readonly count: (raw: Raw) => Counted };

const percent = (hits: number, n: number): Counted => {
  const value = (100 * hits) / n;
  return n === 0 ? undefined : { value, points: value, n };
};
const served = ({ contacts, waited }: Raw) =>
  waited.filter((one) => contacts.some((contact) => contact.on === one.on && contact.queue === one.queue));

const volume = (complaintMode: string, of: (handled: number, complaints: number) => number): Recount => ({
  component: { metric: "volume", target: 7, complaintMode },
  count: ({ contacts }) => {
    const days = new Set(contacts.map((one) => one.on)).size;
    const value = of(contacts.length, contacts.filter((one) => one.complaint).length);
    return days === 0 ? undefined : { value, points: (value / (7 * days)) * 100, n: contacts.length };
  },
});

const recounts: readonly Recount[] = [
  volume("subtract", (handled, complaints) => handled - complaints),
  volume("neutral", (handled) => handled),
  volume("credit", (handled, complaints) => handled + complaints),
  {
    component: { metric: "volume", target: 220, per: "month" },
    // Five of March's 22 workdays.
    count: ({ contacts }) => {
      const value = contacts.length - contacts.filter((one) => one.complaint).length;
      return contacts.length === 0 ? undefined : { value, points: (value / 50) * 100, n: contacts.length };
    },
  },
  {
    component: { metric: "handle-time", target: 300 },
    count: ({ contacts }) => {
      const value = mean(contacts.map(({ talk, hold, wrap }) => talk + hold + wrap));
      return contacts.length === 0 ? undefined : { value, points: (300 / value) * 100, n: contacts.length };
    },
  },
  {
    component: { metric: "quality", target: 90, coefficient: 4 },
    count: ({ reviews, complaintsAbout }) => {
      const of = (kind: string) => reviews.filter((one) => one.kind === kind).map((one) => one.points);
      const [monitoring, testCalls] = [of("monitoring"), of("test-call")];
      if (reviews.length === 0) return undefined;
      const both =
        testCalls.length === 0
          ? mean(monitoring)
          : monitoring.length === 0
            ? mean(testCalls)
            : (mean(monitoring) + mean(testCalls)) / 2;
      const value = both - complaintsAbout.length * 4;
      return { value, points: value, n: reviews.length };
    },
  },
  {
    component: { metric: "training", target: 80 },
    count: ({ exams }) => {
      const sat = exams.flatMap((one) => one.points ?? []);
      const value = (sat.length === 0 ? 0 : mean(sat)) - (exams.length - sat.length) * 5;
      return exams.length === 0 ? undefined : { value, points: value, n: exams.length };
    },
  },
  {
    component: { metric: "attendance", target: 95 },
    count: ({ shifts }) => {
      const kept = percent(
        total(shifts.map((one) => one.inService + one.off)),
        total(shifts.map((one) => one.scheduled)),
      );
      return kept && { ...kept, n: shifts.length };
    },
  },
  {
    component: { metric: "attendance", target: 95, mode: "deductions" },
    count: ({ shifts }) => {
      const value =
        100 - total(shifts.map((one) => one.late * 2 + one.earlyLeave * 2 + one.absences * 10 + one.conduct * 5));
      return shifts.length === 0 ? undefined : { value, points: value, n: shifts.length };
    },
  },
  {
    component: { metric: "csat", target: 80 },
    count: ({ contacts }) => {
      const answers = contacts.flatMap((one) => one.csat ?? []);
      return percent(answers.filter((mark) => mark >= 4).length, answers.length);
    },
  },
  {
    component: { metric: "first-contact-resolution", target: 80 },
    count: ({ contacts }) => {
      const known = contacts.flatMap((one) => one.cameAgain ?? []);
      return percent(known.filter((cameAgain) => !cameAgain).length, known.length);
    },
  },
  {
    component: { metric: "service-level", target: 80 },
    count: (all) => {
      const answered = served(all).filter((one) => one.answered);
      const lost = served(all).filter((one) => !one.answered && one.seconds > threshold);
      return percent(answered.filter((one) => one.seconds <= threshold).length, answered.length + lost.length);
    },
  },
  {
    component: { metric: "abandon-rate", target: 5 },
    count: (all) => {
      const rate = percent(served(all).filter((one) => !one.answered).length, served(all).length);
      return rate && { ...rate, points: rate.value === 0 ? 100 : (5 / rate.value) * 100 };
    },
  },
  {
    component: { metric: "occupancy", target: 75 },
    count: ({ contacts, shifts }) => {
      const busy = percent(
        total(contacts.map(({ talk, hold, wrap }) => talk + hold + wrap)),
        total(shifts.map((one) => one.signedIn)),
      );
      if (busy === undefined || contacts.length === 0) return undefined;
      return { value: busy.value, points: (busy.value / 75) * 100, n: contacts.length };
    },
  },
  {
    component: { metric: "evaluations", target: 3 },
    count: ({ marked: { length } }) =>
      length === 0 ? undefined : { value: length, points: (length / (3 * workdays)) * 100, n: length },
  },
  {
    component: { metric: "agreement", target: 90 },
    count: ({ calibrations }) => {
      const value = 100 - mean(calibrations.map(({ own, group }) => Math.abs(own - group)));
      return calibrations.length === 0 ? undefined : { value, points: value, n: calibrations.length };
    },
  },
  {
    component: { metric: "overturns", target: 2 },
    count: ({ marked }) => {
      const rate = percent(marked.filter((one) => one.overturned).length, marked.length);
      return rate && { ...rate, points: rate.value === 0 ? 100 : (2 / rate.value) * 100 };
    },
  },
];

const friday: LocalDate = addDays(monday, workdays - 1);

async function scored(components: readonly object[], rows: Raw, bucketOf: readonly number[]) {
  const store = scoresInMemory({ days: tallied(rows, bucketOf), queues: queuesOf(rows), scorecards: [] });
  const [sums] = await store.sumsOf([[{ person: anId(1), from: monday, to: friday }]], { queues: true });
  if (sums === undefined) throw new Error("no sums of a group");
  return score(aScorecard(components), { sums, span: { ...march, from: monday, through: friday } });
}

const buckets = fc.array(fc.nat(3), { minLength: 1, maxLength: 20 });
const clamped = (value: number) => Math.min(100, Math.max(0, value));

describe("counted again from raw rows, in plain arithmetic", () => {
  test.each(recounts.map((one) => [JSON.stringify(one.component), one] as const))(
    "%s",
    async (_, { component, count }) => {
      await fc.assert(
        fc.asyncProperty(raw, buckets, async (rows, bucketOf) => {
          const made = await scored([{ ...component, weight: 100 }], rows, bucketOf);
          const expected = count(rows);
          expect(made.lines).toHaveLength(expected === undefined ? 0 : 1);
          if (expected === undefined) return;
          const [line] = made.lines;
          expect(line?.n).toBe(expected.n);
          expect(line?.value).toBeCloseTo(expected.value, 8);
          expect(line?.raw).toBeCloseTo(expected.points, 8);
          expect(line?.points).toBeCloseTo(clamped(expected.points), 8);
          expect(made.points).toBeCloseTo(clamped(expected.points), 8);
        }),
      );
    },
  );

  const metricOf = ({ component }: Recount) => (component as { metric: Metric }).metric;
  const cards = fc
    .shuffledSubarray([...recounts], { minLength: 2 })
    .map((all) => all.filter((one, index) => all.findIndex((other) => metricOf(other) === metricOf(one)) === index))
    .map((all) => all.slice(0, 7))
    .chain((all) =>
      fc
        .array(fc.integer({ min: 1, max: 10 }), { minLength: all.length, maxLength: all.length })
        .map((shares) => all.map((one, index) => ({ one, weight: (100 * (shares[index] ?? 0)) / total(shares) }))),
    );

  test("a whole scorecard: the weighted mean of those that have enough", async () => {
    await fc.assert(
      fc.asyncProperty(raw, cards, buckets, fc.integer({ min: 1, max: 4 }), async (rows, card, bucketOf, minimumN) => {
        const components = card.map(({ one, weight }) => ({ ...one.component, weight, minimumN }));
        const made = await scored(components, rows, bucketOf);
        const counted = card.flatMap(({ one, weight }) => {
          const found = one.count(rows);
          return found === undefined || found.n < minimumN ? [] : [{ weight, points: clamped(found.points) }];
        });
        const weights = total(counted.map(({ weight }) => weight));
        const expected = weights === 0 ? 0 : total(counted.map(({ weight, points }) => weight * points)) / weights;
        expect(made.points).toBeCloseTo(expected, 8);
        expect(made.lines).toHaveLength(counted.length);
        expect(made.waiting).toHaveLength(card.length - counted.length);
      }),
    );
  });

  test("however the rows are split into tallies, the score is the same to the last digit", async () => {
    await fc.assert(
      fc.asyncProperty(raw, cards, buckets, buckets, async (rows, card, one, other) => {
        const components = card.map(({ one: { component }, weight }) => ({ ...component, weight }));
        expect(await scored(components, rows, one)).toEqual(await scored(components, rows, other));
      }),
    );
  });
});
