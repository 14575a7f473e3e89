import { type Block, note, type Option, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Say } from "../../../kernel/locale.ts";
import * as to from "../addresses.ts";
import type { DrawCard } from "../card.ts";
import { type Setting, ticketChoices } from "../drafting.ts";
import { draftWords as words } from "../messages/draft.ts";
import { drawWords } from "../messages/draw.ts";
import { momentOf, termsOf, ticketsOf } from "./common.ts";

const optionsOf = (all: Readonly<Record<string, Say>>, locale: Locale): readonly Option[] =>
  Object.entries(all).map(([value, label]) => ({ value, label: label(locale) }));

/** For how many days somebody who won may not win again, as the menu offers it. */
const noWinDays = [0, 30, 90, 180, 365];

function menus({ draw }: DrawCard, locale: Locale): readonly Block[] {
  const { id: draft } = draw;
  const menu = (what: Setting, label: Say, options: readonly Option[]): Block => ({
    is: "menu",
    label: label(locale),
    action: to.setDraft.to({ draw: draft, what }),
    options,
  });
  const tickets = Object.entries(ticketChoices).map(([value, rule]) => ({
    value,
    label: ticketsOf({ ...draw, tickets: rule }, locale),
  }));
  const noWins = noWinDays.map((days) => ({ value: String(days), label: words.noWins(days)(locale) }));
  return [
    menu("month", words.month, optionsOf(words.months, locale)),
    menu("no-win", words.noWin, noWins),
    menu("tickets", words.tickets, tickets),
    {
      is: "menu",
      label: words.source(locale),
      action: to.setSource.to({ draw: draft }),
      options: optionsOf(words.sources, locale),
    },
  ];
}

/** A draft as whoever makes it sees it, with everything that can still be set; `said` is why nothing was done. */
export const draftView =
  (card: DrawCard, said?: Say): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { draw, mayCancel } = card;
    const entry = { label: words.entry(locale), value: [words.entries[draw.entry](locale)] };
    const blocks: Block[] = [
      ...(said === undefined ? [] : [text(said(locale))]),
      { is: "facts", facts: [...termsOf(draw, reader), entry] },
    ];
    if (!mayCancel) return { title: words.title(draw.number, draw.prize[locale])(locale), blocks };
    const other = draw.entry === "everybody" ? "by-oneself" : "everybody";
    const open = {
      label: words.open(locale),
      action: to.openDraft.to({ draw: draw.id, seen: String(draw.version) }),
      style: "primary",
      confirm: words.openConfirm(locale),
    } as const;
    return {
      title: words.title(draw.number, draw.prize[locale])(locale),
      blocks: [
        ...blocks,
        ...menus(card, locale),
        {
          is: "buttons",
          buttons: [
            open,
            { label: words.change(locale), action: to.writeDraft.to({ draw: draw.id }) },
            {
              label: words.entrySwitch[other](locale),
              action: to.setDraft.to({ draw: draw.id, what: "entry", value: other }),
            },
            { label: words.drop(locale), action: to.dropDraft.to({ draw: draw.id }), style: "danger" },
          ],
        },
        note(words.unseen(locale)),
      ],
    };
  };

export const droppedView =
  ({ draw }: DrawCard): Localised<View> =>
  ({ locale }) => ({
    title: words.dropped(draw.number)(locale),
    blocks: [text(words.droppedNext(locale), typed("draw new"))],
  });

export const openedView =
  ({ draw }: DrawCard): Localised<View> =>
  (reader) => ({
    title: words.opened(draw.number)(reader.locale),
    tone: "good",
    blocks: [
      text(words.openedNext(reader.locale), momentOf(draw.closesAt, reader)),
      note(drawWords.prize(reader.locale), reader.locale === "en" ? ": " : "：", draw.prize[reader.locale]),
    ],
  });
