import { type Block, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import type { DrawCard } from "../card.ts";
import { partWords as words } from "../messages/part.ts";
import { postWords } from "../messages/posts.ts";
import type { State } from "../states.ts";
import { buttonsOf, leaveButton, numberButton } from "./buttons.ts";
import { standingOf } from "./card.ts";

const said =
  (title: Say, ...blocks: readonly ((reader: Parameters<Localised<View>>[0]) => readonly Block[])[]): Localised<View> =>
  (reader) => ({
    title: title(reader.locale),
    tone: "good",
    blocks: blocks.flatMap((make) => make(reader)),
  });

const plain =
  (...sentences: readonly Say[]) =>
  ({ locale }: { readonly locale: "en" | "zh-CN" }): readonly Block[] =>
    sentences.map((sentence) => text(sentence(locale)));

const standing =
  (card: DrawCard) =>
  ({ locale }: { readonly locale: "en" | "zh-CN" }): readonly Block[] => [note(...standingOf(card, locale))];

const takingButtons =
  ({ draw }: DrawCard) =>
  ({ locale }: { readonly locale: "en" | "zh-CN" }): readonly Block[] => [
    {
      is: "buttons",
      buttons: [...(draw.source.is === "commit-reveal" ? [numberButton(draw, locale)] : []), leaveButton(draw, locale)],
    },
  ];

const takesNumbers = ({ draw }: DrawCard) => draw.source.is === "commit-reveal";

export const enteredView = (card: DrawCard): Localised<View> =>
  said(
    words.entered(card.draw.number),
    plain(takesNumbers(card) ? words.enteredNext : words.enteredLuck),
    standing(card),
    takingButtons(card),
  );

/** Somebody who is in it already is told so kindly. */
export const alreadyView = (card: DrawCard): Localised<View> =>
  said(words.already(card.draw.number), plain(words.alreadyOnce), standing(card), takingButtons(card));

export const leftView = ({ draw }: DrawCard): Localised<View> =>
  said(words.left(draw.number), ({ locale }) => [text(words.leftNext(locale), typed(`draw enter ${draw.number}`))]);

export const addedView = ({ draw, own }: DrawCard): Localised<View> =>
  said(words.added(draw.number), plain(words.addedNext(own.entry?.nonce ?? ""), words.addedPublic));

export const challengedView = ({ draw }: DrawCard): Localised<View> =>
  said(words.sent(draw.number), plain(words.sentNext));

/** What follows from an answer, by the state that it led to. */
const answeredNext: Readonly<Partial<Record<State, Say>>> = {
  open: words.answeredOpen,
  closed: words.answeredAnew,
  cancelled: postWords.noEntrants,
};

export const answeredView = ({ draw }: DrawCard): Localised<View> =>
  said(words.answered, plain(answeredNext[draw.state] ?? words.answeredStands));

/** What whoever typed a public number is answered: the draw is made, or waits for a second person. */
export const numberTypedView = ({ draw }: DrawCard): Localised<View> =>
  draw.state === "committed"
    ? said(words.typedNow(draw.number), plain(words.typedNext))
    : said(words.drawnNow(draw.number), plain(words.drawnNext));

export const askedView = (card: DrawCard): Localised<View> =>
  said(words.asked(card.draw.number), plain(words.askedNext), ({ locale }) => buttonsOf(card, locale));

export const secondedView = ({ draw }: DrawCard): Localised<View> =>
  said(words.seconded(draw.number), plain(words.secondedNext));

export const keptView = ({ draw }: DrawCard): Localised<View> => said(words.kept(draw.number), plain(words.keptNext));
