import { type Block, strong, text, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import { chooseAgent, openEvaluation } from "../addresses.ts";
import type { EvaluationDraft } from "../domain.ts";
import { cardWords as words } from "../messages/card.ts";
import { draftWords } from "../messages/draft.ts";
import { evaluateWords } from "../messages/evaluate.ts";
import type { EvaluationCard } from "../reading.ts";
import { acknowledgement, originOf, ownButtons, waysOn } from "./card.ts";
import { itemBlocks, resultBlocks } from "./items.ts";
import { restatements } from "./steps.ts";

/** What an agent is told of an evaluation of theirs, and what each appeal made of it. */
export const toldView =
  (card: EvaluationCard, said?: Say): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { evaluation, form } = card;
    const open = { label: words.open(locale), action: openEvaluation.to({ evaluation: evaluation.id }) };
    return {
      title: words.told(evaluation.number)(locale),
      blocks: [
        ...(said === undefined ? [] : [text(said(locale))]),
        ...restatements(card, reader).map((spans): Block => text(...spans)),
        ...resultBlocks(evaluation, form)(locale),
        originOf(card, reader),
        ...itemBlocks(evaluation, form)(locale),
        ...acknowledgement(card, reader),
        ...waysOn(card, reader),
        { is: "buttons", buttons: [open, ...ownButtons(card, "notice", locale)] },
      ],
    };
  };

/** What is said where an evaluation stood that was taken back. */
export const takenBackView: Localised<View> = ({ locale }) => ({
  title: words.label(locale),
  blocks: [text(words.takenBack(locale))],
});

/** What a scorer sees once an evaluation is published. */
export const publishedView =
  (card: EvaluationCard, kind: EvaluationDraft["kind"]): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { evaluation, form, people } = card;
    const name = people.get(evaluation.agent)?.name ?? words.somebody(locale);
    return {
      title: draftWords.published(evaluation.number)(locale),
      tone: "good",
      blocks: [
        text(strong(name)),
        ...resultBlocks(evaluation, form)(locale),
        ...itemBlocks(evaluation, form)(locale),
        text(draftWords.publishedNext(name)(locale)),
        {
          is: "buttons",
          buttons: [
            {
              label: evaluateWords.another(locale),
              action: chooseAgent.to({ kind, agent: evaluation.agent }),
            },
          ],
        },
      ],
    };
  };
