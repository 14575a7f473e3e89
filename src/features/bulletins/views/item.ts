import { type Block, type Button, note, type Spans, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import {
  arrangeSection,
  carryItem,
  decideItem,
  rewriteItem,
  shiftItem,
  showDraft,
  withdrawItem,
} from "../addresses.ts";
import type { Card, Draft } from "../desk.ts";
import { isOut, neverWentOut } from "../domain.ts";
import { itemWords as words } from "../messages/item.ts";
import { sectionTitles } from "../messages/sections.ts";
import { itemSpans, marks, momentOf, personOf, signed } from "./common.ts";

function origin({ item, people }: Card, reader: Reader): Spans {
  const { locale } = reader;
  return [
    words.by(locale),
    personOf(item.by, people, reader),
    words.at(locale),
    momentOf(item.at, reader),
    ...(item.editedBy === undefined ? [] : [words.editedBy(locale), personOf(item.editedBy, people, reader)]),
  ];
}

function standing({ item, bulletin, coming }: Card, { locale }: Reader): readonly Block[] {
  const among = bulletin.items.filter(({ section }) => section === item.section);
  const place = words.place(bulletin.week, among.indexOf(item) + 1, among.length)(locale);
  return [
    note(`${marks[item.state]} ${words.state[item.state](locale)}`),
    ...(item.state === "dropped" ? [] : [note(place)]),
    ...(bulletin.publishedAt === undefined ? [] : [note(words.isOut(locale))]),
    ...(neverWentOut(bulletin, coming) ? [note(words.neverOut(locale))] : []),
  ];
}

const shifts = ({ item }: Card, locale: Locale): readonly Button[] =>
  (["up", "down"] as const).map((way) => ({ label: words[way](locale), action: shiftItem.to({ way, item: item.id }) }));

/** What an editor may press: whatever leads from the item's state to another. */
function editorButtons(card: Card, locale: Locale): readonly Button[] {
  const { item, bulletin, coming } = card;
  const to = (state: "submitted" | "approved" | "dropped") =>
    decideItem.to({ state, version: String(item.version), item: item.id });
  const approve = { label: words.approve(locale), action: to("approved"), style: "primary" } as const;
  const confirm = isOut(bulletin, item) ? { confirm: words.sureDropOut(locale) } : {};
  const isStale = bulletin.week < coming && !isOut(bulletin, item);
  return [
    ...(item.state === "approved" || neverWentOut(bulletin, coming) ? [] : [approve]),
    { label: words.edit(locale), action: rewriteItem.to({ item: item.id }) },
    item.state === "dropped"
      ? { label: words.putBack(locale), action: to("submitted") }
      : { label: words.drop(locale), action: to("dropped"), style: "danger", ...confirm },
    ...shifts(card, locale),
    ...(isStale ? [{ label: words.carry(locale), action: carryItem.to({ item: item.id }) }] : []),
    { label: words.back(locale), action: showDraft.to({ week: isStale ? coming : bulletin.week }) },
  ];
}

/** What its author may press while it is not out. */
function authorButtons({ item, bulletin, isEditor }: Card, locale: Locale): readonly Button[] {
  if (isOut(bulletin, item)) return [];
  const confirm = words.sureTakeBack(locale);
  return [
    ...(isEditor || item.state !== "submitted"
      ? []
      : [{ label: words.change(locale), action: rewriteItem.to({ item: item.id }) }]),
    { label: words.takeBack(locale), action: withdrawItem.to({ item: item.id }), style: "danger", confirm },
  ];
}

const buttonsOf = (card: Card, locale: Locale): readonly Block[] => {
  const buttons = [
    ...(card.isEditor ? editorButtons(card, locale) : []),
    ...(card.isOwn ? authorButtons(card, locale) : []),
  ];
  return buttons.length === 0 ? [] : [{ is: "buttons", buttons }];
};

/** An item alone with all that can be done about it. */
export const itemView =
  (card: Card): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { item } = card;
    const section = signed(item.section, sectionTitles[item.section](locale));
    return {
      title: words.title(section, item.title)(locale),
      blocks: [text(item.text), note(...origin(card, reader)), ...standing(card, reader), ...buttonsOf(card, locale)],
    };
  };

/** What its author is told who has just put something forward. */
export const putForwardView =
  (card: Card): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { item, bulletin, people } = card;
    return {
      title: words.putForward(locale),
      tone: "good",
      blocks: [
        { is: "heading", text: signed(item.section, sectionTitles[item.section](locale)) },
        text(...itemSpans(item, people, reader)),
        note(words.next(bulletin.week)(locale)),
        { is: "buttons", buttons: authorButtons({ ...card, isEditor: false }, locale) },
      ],
    };
  };

export const takenBackView =
  (title: string): Localised<View> =>
  ({ locale }) => ({ title: words.takenBack(locale), blocks: [text(words.takenBackText(title)(locale))] });

/** A section alone: what readers see of it, its place, and the way to move it or take it out. */
export const sectionView =
  ({ issue }: Draft, name: string): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { bulletin, sections, people } = issue;
    const at = sections.findIndex((one) => one.name === name);
    const section = sections[at];
    const week = bulletin.week;
    const back = { label: words.back(locale), action: showDraft.to({ week }) };
    if (section === undefined) return { title: name, blocks: [{ is: "buttons", buttons: [back] }] };
    const to = (change: string) => arrangeSection.to({ change, week, section: name });
    const isEmpty = section.gathered === undefined && section.items.length === 0;
    return {
      title: signed(name, section.title(locale)),
      blocks: [
        ...(section.gathered?.(reader) ?? []),
        ...section.items.map((item): Block => {
          return text(`${marks[item.state]} `, ...itemSpans(item, people, reader));
        }),
        ...(isEmpty ? [text(words.sectionEmpty(locale))] : []),
        note(words.sectionPlace(at + 1, sections.length)(locale)),
        ...(section.dropped ? [note(`${marks.dropped} ${words.sectionDropped(locale)}`)] : []),
        {
          is: "buttons",
          buttons: [
            section.dropped
              ? { label: words.putBack(locale), action: to("put-back") }
              : { label: words.drop(locale), action: to("drop"), style: "danger" },
            { label: words.up(locale), action: to("up") },
            { label: words.down(locale), action: to("down") },
            back,
          ],
        },
      ],
    };
  };
