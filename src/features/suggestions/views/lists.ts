import { type Block, type Button, note, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import { anyState, list, open } from "../addresses.ts";
import { nameOf, type Suggestion } from "../domain.ts";
import { listWords as words } from "../messages/answer.ts";
import { stateNames } from "../messages/names.ts";
import type { ListPage } from "../reading.ts";
import { decisions } from "../states.ts";
import { buttons, lineBlock, mineButton } from "./common.ts";

const pageButton = ({ state }: ListPage, page: number, label: string): Button => ({
  label,
  action: list.to({ page: String(page), state: state ?? anyState }),
});

const filterMenu = (locale: Locale): Block => ({
  is: "menu",
  label: words.filter(locale),
  action: list.to({ page: "0" }),
  options: [
    { value: anyState, label: words.allOpen(locale) },
    ...(["new", ...decisions] as const).map((value) => ({ value, label: stateNames[value](locale) })),
  ],
});

const openMenu = (all: readonly Suggestion[], locale: Locale): Block => ({
  is: "menu",
  label: words.open(locale),
  action: open.to({}),
  options: all.map((one) => ({ value: one.id, label: `${nameOf(one)} · ${stateNames[one.state](locale)}` })),
});

function pageBlocks(page: ListPage, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const turns = [
    ...(page.page === 0 ? [] : [pageButton(page, page.page - 1, words.back(locale))]),
    ...(page.page + 1 < page.pages ? [pageButton(page, page.page + 1, words.more(locale))] : []),
  ];
  return [
    text(words.found(page.all)(locale)),
    ...page.suggestions.map((one) => lineBlock(one, page.people, reader)),
    openMenu(page.suggestions, locale),
    ...buttons(turns),
    ...(page.pages < 2 ? [] : [note(words.page(page.page + 1, page.pages)(locale))]),
  ];
}

const emptyBlock = ({ state }: ListPage, locale: Locale): Block =>
  state === undefined
    ? text(words.empty(locale), typed("suggest"))
    : text(words.emptyState(stateNames[state])(locale), typed("suggest list"));

/** A page of a site's suggestions, with ways to narrow it down. */
export const listView =
  (page: ListPage): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const isEmpty = page.suggestions.length === 0;
    return {
      title: words.title(locale),
      blocks: [
        ...(isEmpty ? [emptyBlock(page, locale)] : pageBlocks(page, reader)),
        filterMenu(locale),
        ...buttons([mineButton(locale)]),
      ],
    };
  };

/** What the asker signed. */
export const mineView =
  (all: readonly Suggestion[]): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const shown = all.slice(0, 10);
    const own = shown.map((one) => lineBlock(one, new Map(), reader));
    return {
      title: words.mineTitle(locale),
      blocks: [
        ...(all.length === 0 ? [text(words.mineNone(locale), typed("suggest"))] : own),
        ...(all.length === 0 ? [] : [openMenu(all, locale)]),
        note(words.mineNote(locale), typed("suggest status CODE")),
      ],
    };
  };
