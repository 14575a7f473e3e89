import { type Block, code, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { Draw, Prize } from "../domain.ts";
import type { Line } from "../manifest.ts";
import { drawWords } from "../messages/draw.ts";
import { toldWords as words } from "../messages/told.ts";
import type { OwnLine } from "../reading.ts";
import { challengeButton, claimButtons, verifyButton } from "./buttons.ts";
import { fact, momentOf, whyNot } from "./common.ts";

const isChallengeable = ({ state }: Draw) => state === "closed" || state === "challenge";

function lineBlocks(draw: Draw, { id, tickets }: Line, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const { closed } = draw;
  return [
    {
      is: "facts",
      facts: [
        fact(words.pseudonym(locale), code(id)),
        fact(drawWords.tickets(locale), drawWords.number(tickets)(locale)),
        ...(closed === undefined ? [] : [fact(drawWords.hash(locale), code(closed.manifestHash))]),
      ],
    },
    note(words.pseudonymNote(locale)),
    ...(closed !== undefined && isChallengeable(draw)
      ? [text(words.ifWrong(locale), momentOf(closed.challengeUntil, reader))]
      : []),
  ];
}

/** What an entrant is told of their own line in a list. */
export const lineView =
  (draw: Draw, line: Line): Localised<View> =>
  (reader) => ({
    title: words.line(draw.number)(reader.locale),
    blocks: [
      ...lineBlocks(draw, line, reader),
      {
        is: "buttons",
        buttons: [
          ...(isChallengeable(draw) ? [challengeButton(draw, reader.locale)] : []),
          verifyButton(draw, reader.locale),
        ],
      },
    ],
  });

/** One's own line, or why there is none. */
export const ownLineView = (own: OwnLine): Localised<View> => {
  const { draw } = own;
  if ("line" in own) return lineView(draw, own.line);
  const { chance } = own;
  return ({ locale }) => {
    const why = "tickets" in chance ? words.notEntered(locale) : words.notInListWhy(whyNot(chance, locale))(locale);
    return {
      title: words.notInList(locale),
      blocks: [text(why), ...(isChallengeable(draw) ? [text(words.thinkWrong(locale))] : [])],
    };
  };
};

/** What stands where a prize was claimed, and what whoever claimed it is answered. */
export const claimedView =
  (draw: Draw): Localised<View> =>
  ({ locale }) => ({
    title: words.claimed(draw.number)(locale),
    tone: "good",
    blocks: [text(words.claimedNext(draw.prize[locale])(locale))],
  });

const goneView =
  (draw: Draw): Localised<View> =>
  ({ locale }) => ({ title: words.gone(draw.number)(locale), blocks: [text(words.goneWhy(locale))] });

/** What a winner is told, and told again while there is time. */
export function prizeView(draw: Draw, prize: Prize, isReminder: boolean): Localised<View> {
  if (prize.state === "claimed") return claimedView(draw);
  const { dueAt } = prize;
  if (prize.state !== "offered" || dueAt === undefined) return goneView(draw);
  const isAlternate = prize.rank > draw.winners;
  const title = isReminder ? words.reminder : isAlternate ? words.passed : words.won;
  const sentence = isReminder ? words.reminderPrize : isAlternate ? words.passedPrize : words.wonPrize;
  return (reader) => ({
    title: title(draw.number)(reader.locale),
    tone: isReminder ? "attention" : "good",
    blocks: [
      text(sentence(draw.prize[reader.locale])(reader.locale), momentOf(dueAt, reader)),
      { is: "buttons", buttons: claimButtons(draw, reader.locale) },
    ],
  });
}

export const gaveUpView =
  (draw: Draw): Localised<View> =>
  ({ locale }) => ({ title: words.gone(draw.number)(locale), blocks: [text(words.gaveUp(locale))] });

export const noOfferView: Localised<View> = ({ locale }) => ({
  title: drawWords.claim(locale),
  blocks: [text(words.noOffer(locale), typed("draw list"))],
});
