import { type Block, note, strong, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { Mending } from "../mending.ts";
import { mendingWords as words } from "../messages/mending.ts";
import { itemName } from "./common.ts";

function itemBlocks({ called, form, item, overturned, unclearIn, alike }: Mending, { locale }: Reader): Block[] {
  const said = [
    ...(overturned === undefined ? [] : [words.overturned(overturned)(locale)]),
    ...(unclearIn.length === 0 ? [] : [words.unclear(unclearIn)(locale)]),
    ...(alike.all === 0 ? [] : [words.alike(alike.numbers, alike.all)(locale)]),
  ];
  return [
    text(strong(itemName(called, item, locale)), ` · ${called?.name[locale] ?? form}`),
    { is: "list", items: said.map((line) => [line]) },
  ];
}

/** The items that appeals found wanting, what was found unclear most first. */
export const mendingView =
  (items: readonly Mending[]): Localised<View> =>
  (reader) => ({
    title: words.title(reader.locale),
    blocks:
      items.length === 0
        ? [text(words.none(reader.locale))]
        : [...items.flatMap((one) => itemBlocks(one, reader)), note(words.note(reader.locale))],
  });
