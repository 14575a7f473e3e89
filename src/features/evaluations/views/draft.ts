import { type Block, type Button, note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader, Say } from "../../../kernel/locale.ts";
import { dropDraft, markItem, momentText, publishDraft, showPage, writeComment } from "../addresses.ts";
import { overall } from "../domain.ts";
import { itemsOn, pagesOf, pageWith } from "../drafting.ts";
import { type FormItem, itemsOf, resultOf } from "../form.ts";
import { cardWords } from "../messages/card.ts";
import { draftWords as words } from "../messages/draft.ts";
import { evaluateWords, kindNames } from "../messages/evaluate.ts";
import type { DraftCard } from "../scoring.ts";
import { itemName, markWords, momentOf } from "./common.ts";

/** What a draft is shown with: a page or the page of an item, and why something was not done with it. */
type Shown = { readonly page?: number; readonly item?: string; readonly why?: Say };

const nameOf = ({ agent }: DraftCard, locale: Locale) => agent?.name ?? cardWords.somebody(locale);

/** What was recorded of the contact, where it is still known. */
function contactNote({ draft, contact, form }: DraftCard, reader: Reader): Block {
  const { locale } = reader;
  const known =
    contact === undefined
      ? []
      : [contact.channel, contact.queue, contact.project, evaluateWords.minutes(contact.handleS)(locale)];
  const all = [cardWords.contact(draft.contact.sourceId)(locale), ...known, kindNames[draft.kind](locale)];
  return note(
    `${all.join(" · ")} · `,
    momentOf(draft.contact.startedAt, reader),
    `\n${words.form(form.name[locale], form.version)(locale)}`,
  );
}

/** What the marks come to so far, and what fails it. */
function standing({ draft, form }: DraftCard, locale: Locale): readonly Block[] {
  const result = resultOf(form, draft.marks);
  const [marked, items] = [draft.marks.length, itemsOf(form).length];
  if (result === undefined) return [text(strong(words.nothingSoFar(marked, items)(locale)))];
  const failed = result.failedBy.map((item) => itemName(form, item, locale));
  return [
    text(strong(words.soFar(result.points, marked, items)(locale))),
    ...(failed.length === 0 ? [] : [text(cardWords.failedBy(failed, result.withoutAutoFail)(locale))]),
  ];
}

const optionsOf = (item: FormItem, locale: Locale) => {
  const steps = item.scale?.map(({ points }) => points) ?? Array.from({ length: (item.points ?? 0) + 1 }, (_, n) => n);
  return [...steps, ...(item.na ? ["na" as const] : [])].map((points) => ({
    value: String(points),
    label: markWords(item, points, locale),
  }));
};

/** An item with its guide, its mark and its comment, and the menu by which it is marked. */
function itemBlocks({ draft, form }: DraftCard, item: FormItem, locale: Locale): readonly Block[] {
  const section = form.sections.find(({ items }) => items[0]?.id === item.id);
  const mark = draft.marks.find((one) => one.item === item.id);
  const chosen = mark && markWords(item, mark.points, locale);
  const name = item.name[locale];
  return [
    ...(section === undefined ? [] : [{ is: "heading", text: section.name[locale] } as const]),
    text(
      strong(name),
      words.weight(item.weight)(locale),
      ...(item.autoFail ? [words.canFail(locale)] : []),
      ...(item.guide === undefined ? [] : ["\n", item.guide[locale]]),
      "\n→ ",
      strong(chosen ?? words.unmarked(locale)),
      ...(mark?.comment === undefined ? [] : ["\n", `“${mark.comment}”`]),
    ),
    {
      is: "menu",
      label: chosen === undefined ? name : cardWords.about(name)(locale) + chosen,
      action: markItem.to({ draft: draft.id, item: item.id }),
      options: optionsOf(item, locale),
    },
  ];
}

function buttonsOf(card: DraftCard, page: number, locale: Locale): readonly Button[] {
  const { draft, form } = card;
  const to = (page: number) => showPage.to({ page: String(page), draft: draft.id });
  const isWhole = itemsOf(form).length === draft.marks.length;
  const points = isWhole ? resultOf(form, draft.marks)?.points : undefined;
  const sure = points === undefined ? {} : { confirm: words.surePublish(nameOf(card, locale), points)(locale) };
  return [
    ...(page > 0 ? [{ label: words.previous(locale), action: to(page - 1) }] : []),
    ...(page < pagesOf(form) - 1 ? [{ label: words.next(locale), action: to(page + 1) }] : []),
    {
      label: words.publish(locale),
      action: publishDraft.to({ seen: momentText(draft.changedAt), draft: draft.id }),
      ...(isWhole ? { style: "primary" as const } : {}),
      ...sure,
    },
    {
      label: words.drop(locale),
      action: dropDraft.to({ draft: draft.id }),
      style: "danger",
      confirm: words.sureDrop(locale),
    },
  ];
}

/** A page of a draft: the running result, a few items with their menus, and what can be done with the whole. */
export const draftView =
  (card: DraftCard, shown: Shown = {}): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { draft, form } = card;
    const pages = pagesOf(form);
    const page = Math.min(shown.page ?? pageWith(form, shown.item), pages - 1);
    const items = itemsOn(form, page);
    return {
      title: words.title(nameOf(card, locale))(locale),
      ...(shown.why === undefined ? {} : { tone: "attention" }),
      blocks: [
        ...(shown.why === undefined ? [] : [text(shown.why(locale)), { is: "divider" } as const]),
        contactNote(card, reader),
        ...standing(card, locale),
        ...items.flatMap((item) => itemBlocks(card, item, locale)),
        ...(draft.comment === undefined ? [] : [text(strong(words.aboutAll(locale)), draft.comment)]),
        note(words.page(page + 1, pages)(locale), typed("evaluate"), words.end(locale)),
        {
          is: "menu",
          label: words.commentOn(locale),
          action: writeComment.to({ page: String(page), draft: draft.id }),
          options: [
            ...items.map(({ id, name }) => ({ value: id, label: name[locale] })),
            { value: overall, label: words.all(locale) },
          ],
        },
        { is: "buttons", buttons: buttonsOf(card, page, locale) },
      ],
    };
  };

/** What is said of a draft that was thrown away. */
export const droppedView =
  ({ draft }: DraftCard): Localised<View> =>
  ({ locale }) => ({
    title: words.dropped(locale),
    blocks: [text(words.droppedText(draft.contact.sourceId)(locale), typed("evaluate"), words.end(locale))],
  });
