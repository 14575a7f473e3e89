import { type Block, type Button, note, strong, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { approveDraft, momentText, openItem, openSection, previewDraft } from "../addresses.ts";
import type { Draft } from "../desk.ts";
import { type Item, type ItemState, itemStates, neverWentOut } from "../domain.ts";
import type { Told } from "../issue.ts";
import { draftWords as words } from "../messages/draft.ts";
import { sectionTitles } from "../messages/sections.ts";
import { divider, itemSpans, marks, momentOf, personOf, signed } from "./common.ts";
import { issueTitle } from "./issue.ts";
import { type Late, lateNotes } from "./late.ts";

/** More items than this are offered in another menu, as the tightest platform shows no longer ones. */
const mostInMenu = 25;

const isEmpty = ({ gathered, items }: Told) => gathered === undefined && items.length === 0;

function itemBlock(item: Item, { issue }: Draft, reader: Reader): Block {
  const [title = "", ...rest] = itemSpans(item, issue.people, reader);
  return text(`${marks[item.state]} `, title, ` · ${words.state[item.state](reader.locale)}`, ...rest);
}

/** A section with everything in it, whatever was decided; pictures are left to the preview. */
function sectionBlocks(section: Told, draft: Draft, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const title = signed(section.name, section.title(locale));
  if (section.dropped) {
    return [divider, { is: "heading", text: `${marks.dropped} ${title}${words.droppedSection(locale)}` }];
  }
  const gathered = section.gathered?.(reader) ?? [];
  return [
    divider,
    { is: "heading", text: title },
    ...gathered.filter(({ is }) => is !== "image"),
    ...(gathered.some(({ is }) => is === "image") ? [note(words.pictures(locale))] : []),
    ...section.items.map((item) => itemBlock(item, draft, reader)),
  ];
}

const countsOf = (items: readonly Item[]): Readonly<Record<ItemState, number>> => {
  const count = (state: ItemState) => items.filter((item) => item.state === state).length;
  return Object.fromEntries(itemStates.map((state) => [state, count(state)])) as Record<ItemState, number>;
};

function approval({ issue: { bulletin, people } }: Draft, reader: Reader): readonly Block[] {
  const { approvedBy, approvedAt } = bulletin;
  if (approvedBy === undefined || approvedAt === undefined) return [];
  const { locale } = reader;
  return [
    note(
      words.approvedBy(locale),
      personOf(approvedBy, people, reader),
      words.approvedAt(locale),
      momentOf(approvedAt, reader),
    ),
  ];
}

/** Where the draft stands: when it goes out, how much of it is decided, what has nothing to tell. */
function standing(draft: Draft, reader: Reader): readonly Block[] {
  const { issue, coming } = draft;
  const { locale } = reader;
  const { bulletin, sections } = issue;
  const empty = sections.filter((one) => !one.dropped && isEmpty(one) && !(one.name in sectionTitles));
  const when =
    bulletin.publishedAt !== undefined
      ? words.isOut
      : neverWentOut(bulletin, coming)
        ? words.neverOut
        : words.goesOut(bulletin.week);
  const { items } = bulletin;
  return [
    text(when(locale)),
    text(strong((items.length === 0 ? words.noItems : words.counts(countsOf(items)))(locale))),
    ...approval(draft, reader),
    ...(empty.length === 0 ? [] : [note(words.empty(empty.map(({ title }) => title(locale)))(locale))]),
  ];
}

function menus({ issue, leftOver }: Draft, { locale }: Reader): readonly Block[] {
  const { bulletin, sections } = issue;
  const { shortDay } = format(locale);
  const state = (one: Told) =>
    one.dropped ? words.droppedSection(locale) : isEmpty(one) ? words.emptySection(locale) : "";
  const items = [
    ...sections.flatMap((section) =>
      section.items.map((item) => ({
        value: item.id,
        label: `${marks[item.state]} ${section.title(locale)} · ${item.title}`,
      })),
    ),
    ...leftOver.map((item) => ({ value: item.id, label: `↩ ${shortDay(item.week)} · ${item.title}` })),
  ];
  const starts = Array.from({ length: Math.ceil(items.length / mostInMenu) }, (_, index) => index * mostInMenu);
  return [
    ...starts.map((start): Block => {
      const options = items.slice(start, start + mostInMenu);
      const label = words.pickItem(start + 1, start + options.length, starts.length === 1)(locale);
      return { is: "menu", label, action: openItem.to({}), options };
    }),
    {
      is: "menu",
      label: words.pickSection(locale),
      action: openSection.to({ week: bulletin.week }),
      options: sections.map((one, index) => ({
        value: one.name,
        label: `${index + 1}. ${one.title(locale)}${state(one)}`,
      })),
    },
  ];
}

function buttons({ issue: { bulletin }, coming, at }: Draft, { locale }: Reader): Block {
  const { week } = bulletin;
  const waiting = bulletin.items.filter(({ state }) => state === "submitted").length;
  const approve: readonly Button[] =
    waiting === 0 || neverWentOut(bulletin, coming)
      ? []
      : [
          {
            label: words.approveAll(waiting)(locale),
            action: approveDraft.to({ week, until: momentText(at) }),
            style: "primary",
          },
        ];
  return {
    is: "buttons",
    buttons: [...approve, { label: words.preview(locale), action: previewDraft.to({ week }) }],
  };
}

function leftOverBlocks({ leftOver }: Draft, { locale }: Reader): readonly Block[] {
  if (leftOver.length === 0) return [];
  const { shortDay } = format(locale);
  return [
    divider,
    { is: "heading", text: words.leftOver(locale) },
    {
      is: "list",
      items: leftOver.map(({ week, section, title }) => [
        `${shortDay(week)} · ${sectionTitles[section](locale)} · `,
        strong(title),
      ]),
    },
  ];
}

/** What was just done to a draft, told above it. */
export type News = { readonly approved?: number; readonly late?: Late };

function newsBlocks({ approved, late }: News, { issue }: Draft, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const waiting = issue.bulletin.items.filter(({ state }) => state === "submitted").length;
  return [
    ...(approved === undefined ? [] : [text(strong(words.approved(approved)(locale)))]),
    ...(approved !== undefined && waiting > 0 ? [text(words.stillWaiting(waiting)(locale))] : []),
    ...(late === undefined ? [] : lateNotes(late, reader)),
  ];
}

/** A bulletin as its editors have it before them: everything in it with its state, and the way to change each thing. */
export const draftView =
  (draft: Draft, news: News = {}): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { issue } = draft;
    const title = issueTitle(issue, reader);
    const shown = issue.sections.filter((section) => !isEmpty(section));
    return {
      title: (issue.bulletin.publishedAt === undefined ? words.title(title) : words.outTitle(title))(locale),
      ...(news.approved === undefined ? {} : { tone: "good" }),
      blocks: [
        ...newsBlocks(news, draft, reader),
        ...standing(draft, reader),
        ...shown.flatMap((section) => sectionBlocks(section, draft, reader)),
        ...leftOverBlocks(draft, reader),
        divider,
        ...menus(draft, reader),
        buttons(draft, reader),
      ],
    };
  };
