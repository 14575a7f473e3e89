import { type Block, type Button, note, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { openCard, signCard, takeBack } from "../addresses.ts";
import type { CardStanding } from "../almanac.ts";
import type { CardRefusal, Written } from "../cards.ts";
import { cardWords as words } from "../messages/cards.ts";
import type { Card } from "../store.ts";

type Asked = {
  readonly card: Card;
  readonly standing: CardStanding;
  /** The reader is asked for the words that it begins with. */
  readonly isOpener: boolean;
  /** What the reader wrote. */
  readonly words?: string | undefined;
};

function buttons({ card: { id: card }, isOpener, words: written }: Asked, locale: Locale): Block {
  const to = (isOpener ? openCard : signCard).to({ card });
  if (written === undefined) {
    const label = (isOpener ? words.open : words.sign)(locale);
    return { is: "buttons", buttons: [{ label, action: to, style: "primary" }] };
  }
  const all: Button[] = [
    { label: words.change(locale), action: to },
    { label: words.takeBack(locale), action: takeBack.to({ card }) },
  ];
  return { is: "buttons", buttons: all };
}

/** Asks a colleague for a few words on a card. */
export const askView =
  (asked: Asked): Localised<View> =>
  ({ locale }) => {
    const { card, standing, isOpener, words: written } = asked;
    const { person, on } = standing.greeting;
    return {
      title: words.askTitle(person.name)(locale),
      blocks: [
        text(
          words.birthdayOn(person.name, on)(locale),
          ...(on === card.day ? [] : [words.handedOver(card.day)(locale)]),
          locale === "en" ? " " : "",
          words.secret(locale),
        ),
        ...(isOpener ? [text(words.youOpen(locale))] : []),
        ...(isOpener && standing.unclear !== undefined ? [note(words.unclear(standing.unclear)(locale))] : []),
        ...(written === undefined ? [] : [text(words.yours(locale), words.quoted(written)(locale))]),
        buttons(asked, locale),
      ],
    };
  };

/** What stands where somebody was asked for words on a card that is not to be. */
export const noCardView: Localised<View> = ({ locale }) => ({
  title: words.label(locale),
  blocks: [text(words.noCard(locale))],
});

/** What somebody sees who wrote on a card, or who took that back. */
export const writtenView =
  (
    { card, standing }: Written,
    wrote: Pick<Asked, "isOpener" | "words"> & { readonly isMasked?: boolean },
  ): Localised<View> =>
  ({ locale }) => {
    const { isOpener, words: written, isMasked = false } = wrote;
    const isBack = written === undefined;
    return {
      title: (isBack ? words.takenBack : words.written)(locale),
      tone: "good",
      blocks: [
        ...(isBack ? [text(words.signAgain(locale))] : [text(words.yours(locale), words.quoted(written)(locale))]),
        ...(isMasked ? [note(words.masked(locale))] : []),
        ...(isBack ? [] : [note(words.until(card.day)(locale))]),
        buttons({ card, standing, isOpener, words: written }, locale),
      ],
    };
  };

/** Why somebody did not write on a card. */
export const cardRefusalView =
  ({ why }: CardRefusal): Localised<View> =>
  ({ locale }) => ({
    title: words.refused(locale),
    tone: "attention",
    blocks: [text(words.refusals[why](locale))],
  });
