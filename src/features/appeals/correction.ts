import { addMonths, dayAt, type LocalDate, startOfMonth } from "../../kernel/time.ts";
import { type Evaluation, type EvaluationForm, overall, type Restatement, resultOf } from "../evaluations/index.ts";
import type { Appeal } from "./domain.ts";
import { moved } from "./moved.ts";
import type { AppealRules } from "./rules.ts";

/** How an evaluation is put right, and where that counts. */
export type Corrected = {
  readonly appeal: Appeal;
  readonly restatement?: Restatement & { readonly adjustOn?: LocalDate };
};

/** Whether the month of a day is closed for pay at an instant. */
export function isClosedForPay(of: LocalDate, { monthClosesOn, clock }: AppealRules, at: Date): boolean {
  if (monthClosesOn === undefined) return false;
  const closes = `${addMonths(startOfMonth(of), 1).slice(0, 8)}${String(monthClosesOn).padStart(2, "0")}`;
  return dayAt(at, clock.zone) >= closes;
}

/** The evaluation's marks with what was decided, where that is more than what stands by now. */
function restated(evaluation: Evaluation, { decision }: Appeal) {
  const decided = new Map((decision?.items ?? []).map(({ item, decided }) => [item, decided]));
  return evaluation.marks.map((mark) => {
    const points = decided.get(mark.item);
    return points === undefined || mark.points === "na" || points <= mark.points ? mark : { ...mark, points };
  });
}

/** What the evaluation comes to once it is put right: never less than before. */
function newResult(evaluation: Evaluation, appeal: Appeal, form: EvaluationForm | undefined) {
  const whole = appeal.decision?.items.find(({ item }) => item === overall);
  if (whole !== undefined) {
    const points = Math.max(evaluation.points, whole.decided);
    return { marks: evaluation.marks, points, withoutAutoFail: points, failedBy: [] };
  }
  const marks = restated(evaluation, appeal);
  const result = form && resultOf(form, marks);
  if (result === undefined) return { ...evaluation, marks };
  return { ...result, marks, points: Math.max(evaluation.points, result.points) };
}

/**
 * A decision is carried out at once: what was raised restates the evaluation, in the month of today where its own is
 * closed for pay; then the appeal is closed. Nothing is ever lowered.
 */
export function corrected(
  appeal: Appeal,
  evaluation: Evaluation,
  { form, rules, at }: { readonly form: EvaluationForm | undefined; readonly rules: AppealRules; readonly at: Date },
): Corrected {
  const closed = (one: Appeal) => moved(one, "closed", { is: "closed", at });
  const { marks, points, withoutAutoFail, failedBy } = newResult(evaluation, appeal, form);
  const isRaised =
    points !== evaluation.points || marks.some(({ points: to }, index) => to !== evaluation.marks[index]?.points);
  if (!isRaised) return { appeal: closed(appeal) };
  const adjustOn = isClosedForPay(evaluation.day, rules, at) ? dayAt(at, rules.clock.zone) : undefined;
  const booked = adjustOn === undefined ? {} : { adjustOn };
  const correction = {
    at,
    from: evaluation.points,
    to: points,
    revision: evaluation.revision + 1,
    ...(adjustOn === undefined ? {} : { adjustedOn: adjustOn }),
  };
  const next = moved({ ...appeal, correction }, "corrected", { is: "corrected", at });
  const restatement = { evaluation: evaluation.id, marks, points, withoutAutoFail, failedBy, appeal: appeal.id, at };
  return { appeal: closed(next), restatement: { ...restatement, ...booked } };
}
