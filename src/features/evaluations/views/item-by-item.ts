import { type Block, type Button, note, strong, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { openEvaluation, turnItems } from "../addresses.ts";
import { itemsOn, pagesOf } from "../drafting.ts";
import type { FormItem } from "../form.ts";
import { cardWords as words } from "../messages/card.ts";
import { draftWords } from "../messages/draft.ts";
import type { EvaluationCard } from "../reading.ts";
import { markWords } from "./common.ts";

function itemBlock({ evaluation }: EvaluationCard, item: FormItem, locale: Locale): Block {
  const mark = evaluation.marks.find((one) => one.item === item.id);
  return text(
    strong(item.name[locale]),
    draftWords.weight(item.weight)(locale),
    ...(item.autoFail ? [draftWords.canFail(locale)] : []),
    ...(item.guide === undefined ? [] : ["\n", item.guide[locale]]),
    "\n→ ",
    strong(mark === undefined ? draftWords.unmarked(locale) : markWords(item, mark.points, locale)),
    ...(mark?.comment === undefined ? [] : ["\n", `“${mark.comment}”`]),
  );
}

/** An evaluation a few items at a time, each with what earns its marks and all that was said of it. */
export const itemByItemView =
  (card: EvaluationCard, wanted: number): Localised<View> =>
  ({ locale }) => {
    const { evaluation, form } = card;
    const { id, number } = evaluation;
    const back: Button = { label: words.whole(locale), action: openEvaluation.to({ evaluation: id }) };
    const title = (card.isOwn ? words.told : words.title)(number)(locale);
    if (form === undefined) {
      return { title, blocks: [text(words.noItems(locale)), { is: "buttons", buttons: [back] }] };
    }
    const pages = pagesOf(form);
    const page = Math.min(wanted, pages - 1);
    const to = (page: number) => turnItems.to({ page: String(page), evaluation: id });
    return {
      title,
      blocks: [
        ...itemsOn(form, page).map((item) => itemBlock(card, item, locale)),
        note(words.page(page + 1, pages)(locale)),
        {
          is: "buttons",
          buttons: [
            ...(page > 0 ? [{ label: draftWords.previous(locale), action: to(page - 1) }] : []),
            ...(page < pages - 1 ? [{ label: draftWords.next(locale), action: to(page + 1) }] : []),
            back,
          ],
        },
      ],
    };
  };
