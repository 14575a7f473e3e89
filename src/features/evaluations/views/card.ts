import { type Block, type Button, note, type Spans, text, type View } from "../../../chat/view.ts";
import { format, type Locale, type Localised, type Reader, type Say } from "../../../kernel/locale.ts";
import { acknowledge, acknowledgeWith, appealEvaluation, readItems } from "../addresses.ts";
import { cardWords as words } from "../messages/card.ts";
import type { EvaluationCard } from "../reading.ts";
import { momentOf, personOf } from "./common.ts";
import { itemBlocks, resultBlocks } from "./items.ts";
import { history } from "./steps.ts";

/** Whose contact it was, who scored it when, on which form. */
export function originOf({ evaluation, form, people, isOwn }: EvaluationCard, reader: Reader): Block {
  const { locale } = reader;
  const { agent, scorer, interaction, contactAt, day, publishedAt, version } = evaluation;
  const when = contactAt === undefined ? format(locale).day(day) : momentOf(contactAt, reader);
  const contact = interaction === undefined ? [] : [words.contact(interaction)(locale), " · "];
  return note(
    ...(isOwn ? [] : [words.of(locale), personOf(agent, people, reader), "\n"]),
    ...contact,
    when,
    `\n${words.form(form?.name[locale] ?? evaluation.form, version)(locale)}`,
    ...(scorer === undefined
      ? [`\n${words.published(locale)}`]
      : [`\n${words.by(locale)}`, personOf(scorer, people, reader), words.on(locale)]),
    momentOf(publishedAt, reader),
  );
}

/** That its agent has read it, and what they said. */
export function acknowledgement({ evaluation }: EvaluationCard, reader: Reader): readonly Block[] {
  const { acknowledgedAt, acknowledgement: said } = evaluation;
  if (acknowledgedAt === undefined) return [];
  const { locale } = reader;
  const comment = said === undefined ? [words.end(locale)] : [words.said(locale), `“${said}”`];
  return [text(words.acknowledged(locale), momentOf(acknowledgedAt, reader), ...comment)];
}

/** Until when it can be appealed. */
function appealSpans({ closesAt, isLate, isOwn }: EvaluationCard, reader: Reader): Spans {
  const { locale } = reader;
  const until = momentOf(closesAt, reader);
  if (isLate) return [words.appealEnded(locale), until, words.appealLate(locale)];
  return [(isOwn ? words.appealUntil : words.canBeAppealed)(locale), until, words.end(locale)];
}

/** What is said of acknowledging and appealing, as far as it concerns the reader. */
export function waysOn(card: EvaluationCard, reader: Reader): readonly Block[] {
  const isNew = card.isOwn && card.evaluation.acknowledgedAt === undefined;
  return [note(...(isNew ? [words.consent(reader.locale), " "] : []), ...appealSpans(card, reader))];
}

/** What an agent may press about an evaluation of theirs; `where` it is shown again after. */
export function ownButtons({ evaluation, isOwn }: EvaluationCard, where: "notice" | "card", locale: Locale): Button[] {
  const { id, acknowledgedAt } = evaluation;
  if (!isOwn) return [];
  const isNew: readonly Button[] = [
    { label: words.acknowledge(locale), action: acknowledge.to({ where, evaluation: id }), style: "primary" },
    { label: words.acknowledgeWith(locale), action: acknowledgeWith.to({ evaluation: id }) },
  ];
  return [
    ...(acknowledgedAt === undefined ? isNew : []),
    { label: words.appeal(locale), action: appealEvaluation.to({ evaluation: id }) },
  ];
}

/** An evaluation whole: every item with what was said, how it came to this, and the ways on. */
export const cardView =
  (card: EvaluationCard, said?: Say): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { evaluation, form } = card;
    const steps = history(card, reader);
    const read = { label: words.itemByItem(locale), action: readItems.to({ evaluation: evaluation.id }) };
    const buttons = [...(form === undefined ? [] : [read]), ...ownButtons(card, "card", locale)];
    return {
      title: (card.isOwn ? words.told : words.title)(evaluation.number)(locale),
      blocks: [
        ...(said === undefined ? [] : [text(said(locale))]),
        ...resultBlocks(evaluation, form)(locale),
        originOf(card, reader),
        ...itemBlocks(evaluation, form)(locale),
        ...(steps.length === 0
          ? []
          : ([
              { is: "heading", text: words.history(locale) },
              { is: "list", items: steps },
            ] as const)),
        ...acknowledgement(card, reader),
        ...waysOn(card, reader),
        ...(buttons.length === 0 ? [] : [{ is: "buttons", buttons } as const]),
      ],
    };
  };
