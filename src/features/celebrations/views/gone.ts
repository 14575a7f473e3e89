import { text, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import { postWords as words } from "../messages/posts.ts";

/** What is left of a post whose people are not to be told of any more. */
export const goneView =
  (label: Say): Localised<View> =>
  ({ locale }) => ({ title: label(locale), blocks: [text(words.gone(locale))] });
