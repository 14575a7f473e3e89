import { type Block, type Column, strong, text } from "../../../chat/view.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Evaluation } from "../domain.ts";
import { type EvaluationForm, itemsOf, resultOf } from "../form.ts";
import { cardWords as words } from "../messages/card.ts";
import { itemName, markWords } from "./common.ts";

type Marked = Pick<Evaluation, "points" | "withoutAutoFail" | "failedBy" | "marks" | "comment">;

/** What counts, and what failed it. */
export function resultBlocks({ points, withoutAutoFail, failedBy }: Marked, form: EvaluationForm | undefined) {
  return (locale: Locale): readonly Block[] => {
    const failed = failedBy.map((item) => itemName(form, item, locale));
    return [
      text(strong(words.points(points)(locale))),
      ...(failed.length === 0 ? [] : [text(words.failedBy(failed, withoutAutoFail)(locale))]),
    ];
  };
}

/** Every item with its mark, section by section. */
function table({ marks }: Marked, form: EvaluationForm, locale: Locale): Block {
  const columns: readonly Column[] = [
    { label: words.item(locale), align: "start" },
    { label: words.mark(locale), align: "end" },
    { label: words.weight(locale), align: "end" },
  ];
  const rows = form.sections.flatMap((section) => {
    const whole = resultOf({ sections: [section] }, marks);
    const weight = section.items.reduce((sum, item) => sum + item.weight, 0);
    const share = whole === undefined ? words.notApplying(locale) : words.share(whole.withoutAutoFail)(locale);
    return [
      [`▪ ${section.name[locale]}`, share, numberOf(weight)],
      ...section.items.map((item) => {
        const mark = marks.find((one) => one.item === item.id);
        return [item.name[locale], mark ? markWords(item, mark.points, locale) : "–", numberOf(item.weight)];
      }),
    ];
  });
  return { is: "table", columns, rows };
}

const numberOf = (weight: number): string => String(Math.round(weight * 100) / 100);

/** Every item of an evaluation with its mark, and what the scorer said. */
export const itemBlocks =
  (evaluation: Marked, form: EvaluationForm | undefined) =>
  (locale: Locale): readonly Block[] => {
    const order = form === undefined ? [] : itemsOf(form).map(({ id }) => id);
    const comments = [
      ...evaluation.marks
        .filter(({ comment }) => comment !== undefined)
        .sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item))
        .map(({ item, comment = "" }) => [itemName(form, item, locale), comment] as const),
      ...(evaluation.comment === undefined ? [] : [[words.all(locale), evaluation.comment] as const]),
    ];
    return [
      ...(form === undefined ? [text(words.noItems(locale))] : [table(evaluation, form, locale)]),
      ...(comments.length === 0
        ? []
        : ([
            { is: "heading", text: words.comments(locale) },
            { is: "list", items: comments.map(([name, said]) => [strong(words.about(name)(locale)), said]) },
          ] as const)),
    ];
  };
