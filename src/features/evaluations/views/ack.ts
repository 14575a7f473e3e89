import { type Block, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import { openEvaluation } from "../addresses.ts";
import { ackWords as words } from "../messages/ack.ts";
import { cardWords } from "../messages/card.ts";
import type { Acknowledged } from "../reading.ts";
import { acknowledgement, ownButtons, waysOn } from "./card.ts";

/** What an agent is told who acknowledged an evaluation, for the first time or again. */
export const ackView =
  ({ card, isFirst, left }: Acknowledged, comment?: string): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { number, id } = card.evaluation;
    const open = { label: cardWords.open(locale), action: openEvaluation.to({ evaluation: id }) };
    const said: readonly Block[] = comment === undefined ? [] : [text(words.yours(locale), `“${comment}”`)];
    const lost: readonly Block[] = comment === undefined ? [] : [text(words.notKept(locale), `“${comment}”`)];
    return {
      title: (isFirst ? words.done : words.already)(number)(locale),
      tone: isFirst ? "good" : "attention",
      blocks: [
        ...(isFirst
          ? [text(cardWords.thanks(locale)), ...said]
          : [text(words.unchanged(locale)), ...acknowledgement(card, reader), ...lost]),
        ...waysOn(card, reader),
        ...(left === 0 ? [] : [note(words.next(left)(locale), typed("ack"))]),
        { is: "buttons", buttons: [open, ...ownButtons(card, "card", locale)] },
      ],
    };
  };
