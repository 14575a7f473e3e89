import type { Spans } from "../../../chat/view.ts";
import type { Reader } from "../../../kernel/locale.ts";
import { type EvaluationForm, itemsOf } from "../form.ts";
import { cardWords as words } from "../messages/card.ts";
import type { EvaluationCard, Step } from "../reading.ts";
import { itemName, markWords, momentOf } from "./common.ts";

/** The items that one state marks otherwise than the one before. */
function changedItems(before: Step, after: Step, form: EvaluationForm | undefined, { locale }: Reader): string[] {
  return after.marks.flatMap(({ item: id, points }) => {
    const was = before.marks.find((one) => one.item === id)?.points;
    if (was === undefined || was === points) return [];
    const item = form && itemsOf(form).find((one) => one.id === id);
    const name = itemName(form, id, locale);
    return [words.changedItem(name, markWords(item, was, locale), markWords(item, points, locale))(locale)];
  });
}

/** How an appeal restated an evaluation: old → new, by which appeal and when, item by item. */
function restatement(before: Step, after: Step, form: EvaluationForm | undefined, reader: Reader): Spans {
  const { locale } = reader;
  return [
    words.restated(before.points, after.points, after.appealNumber)(locale),
    momentOf(after.at, reader),
    ...changedItems(before, after, form, reader).map((line) => `\n${line}`),
  ];
}

/** Every restatement of an evaluation, the first one first. */
export const restatements = ({ steps, form }: EvaluationCard, reader: Reader): readonly Spans[] =>
  steps.flatMap((step, index) => {
    const before = steps[index - 1];
    return before === undefined ? [] : [restatement(before, step, form, reader)];
  });

/** How an evaluation came to what it is; nothing where it never changed. */
export function history(card: EvaluationCard, reader: Reader): readonly Spans[] {
  const [first] = card.steps;
  if (first === undefined || card.steps.length === 1) return [];
  return [[words.asPublished(first.points)(reader.locale), momentOf(first.at, reader)], ...restatements(card, reader)];
}
