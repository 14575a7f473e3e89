import { plusBusinessDays } from "../../kernel/business-time.ts";
import { type Appeal, isSettled, type Span } from "./domain.ts";
import { type AppealRules, warnings } from "./rules.ts";

/** So many business days from an instant, of which nobody was warned yet. */
export const span = ({ clock }: AppealRules, since: Date, days: number): Span => ({
  since,
  due: plusBusinessDays(clock, since, days),
  days,
  warned: 0,
});

/** The instant at which so much of a span is over, in per cent. */
const at = ({ clock }: AppealRules, { since, days }: Span, percent: number): Date =>
  plusBusinessDays(clock, since, (days * percent) / 100);

/** What is due to be warned of by now: the latest threshold that has passed, if nobody was warned of it yet. */
export function warningDue(rules: AppealRules, time: Span, now: Date): 50 | 80 | undefined {
  return warnings.findLast((percent) => percent > time.warned && at(rules, time, percent) <= now);
}

/** The next instant at which time alone does something to a span. */
function nextOf(rules: AppealRules, time: Span): Date {
  const next = warnings.find((percent) => percent > time.warned);
  return next === undefined ? time.due : at(rules, time, next);
}

/** When an appeal is to be looked at next, if nobody acts before. */
export function nextTick(appeal: Appeal, rules: AppealRules): Date | undefined {
  const open = appeal.seats.filter((seat) => !isSettled(appeal, seat)).map(({ time }) => time);
  const spans = appeal.state === "panel" ? open : appeal.time === undefined ? [] : [appeal.time];
  const instants = spans.map((time) => nextOf(rules, time).getTime());
  return instants.length === 0 ? undefined : new Date(Math.min(...instants));
}
