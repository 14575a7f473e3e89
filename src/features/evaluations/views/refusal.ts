import { text, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import { hiddenTitle, type Refusal, refusalWords, refusedTitle } from "../messages/refusal.ts";
import type { Refused } from "../scoring.ts";
import { itemName } from "./common.ts";
import { draftView } from "./draft.ts";

/** Why something was not done, in words of its own. */
export const saidView =
  (why: Say): Localised<View> =>
  ({ locale }) => ({ title: refusedTitle(locale), tone: "attention", blocks: [text(why(locale))] });

/** Why something was not done. */
export const refusalView = (refusal: Refusal): Localised<View> => saidView(refusalWords(refusal, (item) => item));

/** Why something is not shown. */
export const hiddenView =
  (refusal: Refusal): Localised<View> =>
  (reader) => ({ ...refusalView(refusal)(reader), title: hiddenTitle(reader.locale) });

/** Why something was not done with a draft, above the draft as it stands. */
export function draftRefusalView({ refusal, card }: Refused, page?: number): Localised<View> {
  if (card === undefined) return refusalView(refusal);
  const why = refusalWords(refusal, (item, locale) => itemName(card.form, item, locale));
  const first = refusal.why === "unmarked" ? refusal.items[0] : undefined;
  return draftView(card, {
    why,
    ...(first === undefined ? {} : { item: first }),
    ...(page === undefined ? {} : { page }),
  });
}
