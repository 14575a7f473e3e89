import { type EvaluationForm, type Mark, type Result, resultOf } from "../../src/features/evaluations/index.ts";
import { isWorkday } from "../../src/kernel/calendar.ts";
import { addDays, type LocalDate } from "../../src/kernel/time.ts";
import type { DemoCall } from "./calls.ts";
import { type DemoSite, firstFrom, shiftBegins, wordsAt } from "./centre.ts";
import { pick, seeded } from "./chance.ts";
import { madeHereFrom, type Review, reviewsOf } from "./evaluations.ts";
import { marksFor, type Planted } from "./marks.ts";
import { aboutAll, answersOf } from "./remarks.ts";

/** A review of a contact on a form, before it is marked. */
export type Scheduled = Review & {
  readonly scorer: string;
  readonly contact: string;
  readonly form: string;
  readonly publishedAt: Date;
};

/** A review that was made in Fairline, as its agent sees it. */
export type MadeHere = Scheduled &
  Result & {
    readonly version: number;
    readonly marks: readonly Mark[];
    readonly comment: string | undefined;
    readonly acknowledgedAt: Date | undefined;
    readonly acknowledgement: string | undefined;
  };

type Call = DemoCall & { readonly on: LocalDate };

/** The morning after a day, when the scorer is done with it. */
function publishedAfter(site: DemoSite, { agent, day }: Review): Date | undefined {
  const morning = firstFrom(addDays(day, 1), 1, (on) => isWorkday(site.calendar, on));
  const minutes = 10 + Math.floor(100 * seeded(site.id, agent, day, "published")());
  return morning && new Date(shiftBegins(site, morning) + minutes * 60_000);
}

/** The reviews of the last weeks that are out by now, the first published first. */
export function scheduled(site: DemoSite, calls: readonly Call[]): Scheduled[] {
  const [retail] = wordsAt(site).projects;
  const from = madeHereFrom(site);
  const byAgent = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.on < from || call.outcome !== "answered") continue;
    const key = `${call.agent} ${call.on}`;
    byAgent.set(key, [...(byAgent.get(key) ?? []), call]);
  }
  return reviewsOf(site)
    .filter(({ day }) => day >= from)
    .flatMap((review): Scheduled[] => {
      const theirs = byAgent.get(`${review.agent} ${review.day}`) ?? [];
      const publishedAt = publishedAfter(site, review);
      if (theirs.length === 0 || publishedAt === undefined || publishedAt > site.until) return [];
      const call = pick(theirs, seeded(site.id, review.agent, review.day, "picked")());
      const form = call.project === retail ? "phone" : "business";
      return [{ ...review, contact: call.sourceId, form, publishedAt }];
    })
    .sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.agent < b.agent ? -1 : 1));
}

/** When its agent took note of it, for those who did by now, and what they said to it. */
function noted(site: DemoSite, { agent, day, publishedAt }: Scheduled) {
  const random = seeded(site.id, agent, day, "noted");
  const at = new Date(publishedAt.getTime() + Math.round(10 + 300 * random()) * 60_000);
  const isNoted = random() < 0.6 && at <= site.until;
  const answers = answersOf(site.locale);
  return {
    acknowledgedAt: isNoted ? at : undefined,
    acknowledgement: isNoted && random() < 0.25 ? pick(answers, random()) : undefined,
  };
}

/** Marks a review, with what is planted in it. */
export function marked(site: DemoSite, review: Scheduled, form: EvaluationForm, planted: Planted = {}): MadeHere {
  const random = seeded(site.id, review.agent, review.day, "marks");
  const marks = marksFor(form, review.points, { random, locale: site.locale, planted });
  const result = resultOf(form, marks);
  if (result === undefined) throw new RangeError(`nothing on ${form.id} applies`);
  const comment = random() < 0.4 ? pick(aboutAll(site.locale, result.withoutAutoFail), random()) : undefined;
  return { ...review, ...result, version: form.version, marks, comment, ...noted(site, review) };
}
