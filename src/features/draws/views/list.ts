import { type Block, type Spans, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader, Say } from "../../../kernel/locale.ts";
import { enterDraw, showDraw } from "../addresses.ts";
import type { DrawCard } from "../card.ts";
import { drawWords } from "../messages/draw.ts";
import { partWords as words } from "../messages/part.ts";
import { postWords } from "../messages/posts.ts";
import { isOver } from "../states.ts";
import { buttonsOf } from "./buttons.ts";
import { runningBlocks } from "./card.ts";
import { personOf, titleOf } from "./common.ts";

/** So many open draws are shown whole, and so many past ones by their results. */
const mostWhole = 4;
const mostPast = 8;
const mostNamed = 5;

/** Who won a draw, in one line. */
export function resultOf(
  { draw, prizes, people }: Pick<DrawCard, "draw" | "prizes" | "people">,
  reader: Reader,
): Spans {
  const { locale } = reader;
  if (draw.state === "cancelled") return [drawWords.states.cancelled(locale)];
  const won = prizes.filter(({ state }) => state === "offered" || state === "claimed");
  if (won.length === 0) return [drawWords.states.forfeited(locale)];
  const comma = locale === "en" ? ", " : "、";
  const named = won
    .slice(0, mostNamed)
    .flatMap(({ person }, index) => [...(index === 0 ? [] : [comma]), personOf(person, people, reader)]);
  const more = won.length - mostNamed;
  return [words.wonBy(locale), ...named, ...(more > 0 ? [comma, words.more(more)(locale)] : [])];
}

const lineOf = (card: DrawCard, reader: Reader): Spans => [
  strong(titleOf(card.draw, reader.locale)),
  postWords.colon(reader.locale),
  ...(isOver(card.draw.state) || card.draw.state === "drawn"
    ? resultOf(card, reader)
    : [drawWords.states[card.draw.state](reader.locale)]),
];

const group = (title: Say, cards: readonly DrawCard[], reader: Reader): readonly Block[] =>
  cards.length === 0
    ? []
    : [
        { is: "heading", text: title(reader.locale) },
        { is: "list", items: cards.map((card) => lineOf(card, reader)) },
      ];

/** A menu of draws that leads to one. */
const menuOf = (
  cards: readonly Pick<DrawCard, "draw">[],
  label: Say,
  action: Extract<Block, { is: "menu" }>["action"],
  locale: Locale,
): Block => ({
  is: "menu",
  label: label(locale),
  action,
  options: cards.map(({ draw }) => ({ value: draw.id, label: titleOf(draw, locale).slice(0, 75) })),
});

const whole = (card: DrawCard, reader: Reader): readonly Block[] => [
  { is: "heading", text: titleOf(card.draw, reader.locale) },
  ...runningBlocks(card, reader),
  ...buttonsOf(card, reader.locale),
];

/** The draws of a site: what is open with what it needs, what is on its way, and what came out of past ones. */
export const listView =
  (cards: readonly DrawCard[], isAdmin: boolean): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const title = words.list(locale);
    if (cards.length === 0) {
      const next = isAdmin ? [words.makeOne(locale), typed("draw new")] : [words.noneElse(locale), typed("myscore")];
      return { title, blocks: [text(words.none(locale)), text(...next)] };
    }
    const those = (wanted: (card: DrawCard) => boolean) => cards.filter(wanted);
    const open = those(({ draw }) => draw.state === "open");
    const past = those(({ draw }) => isOver(draw.state)).slice(0, mostPast);
    const drafts = those(({ draw }) => draw.state === "draft");
    const waiting = those(({ draw }) => !isOver(draw.state) && draw.state !== "open" && draw.state !== "draft");
    return {
      title,
      blocks: [
        ...open.slice(0, mostWhole).flatMap((card) => whole(card, reader)),
        ...group(words.openNow, open.slice(mostWhole), reader),
        ...group(words.waiting, waiting, reader),
        ...group(words.drafts, drafts, reader),
        ...group(words.past, past, reader),
        menuOf([...open, ...waiting, ...drafts, ...past], words.lookAt, showDraw.to({}), locale),
        ...(isAdmin ? [text(words.makeOne(locale), typed("draw new"))] : []),
      ],
    };
  };

/** Which of several draws is meant. */
export const chooseView =
  (
    cards: readonly Pick<DrawCard, "draw">[],
    title: Say,
    action: Extract<Block, { is: "menu" }>["action"],
  ): Localised<View> =>
  ({ locale }) => ({ title: title(locale), blocks: [menuOf(cards, words.chooseOne, action, locale)] });

/** Which of the open draws to enter; without any, where to look. */
export const enterWhichView = (cards: readonly DrawCard[]): Localised<View> =>
  cards.length > 0
    ? chooseView(cards, words.choose, enterDraw.to({}))
    : ({ locale }) => ({ title: words.list(locale), blocks: [text(words.noneOpen(locale), typed("draw list"))] });
