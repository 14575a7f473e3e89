import { text, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import type { DrawRefusal } from "../card.ts";
import { refusalWords, refusedTitle } from "../messages/refusal.ts";

/** Why something was not done with a draw, and what to do instead. */
export const refusalView =
  (refusal: DrawRefusal): Localised<View> =>
  ({ locale }) => ({ title: refusedTitle(locale), tone: "attention", blocks: [text(refusalWords(refusal)(locale))] });
