import type { Block, Button } from "../../../chat/view.ts";
import type { Locale } from "../../../kernel/locale.ts";
import * as to from "../addresses.ts";
import type { DrawCard } from "../card.ts";
import type { Draw } from "../domain.ts";
import { drawWords as words } from "../messages/draw.ts";
import { after, isOver } from "../states.ts";

type Maker = (draw: Pick<Draw, "id">, locale: Locale) => Button;

const plain =
  (
    label: (locale: Locale) => string,
    address: { to: (args: { draw: string }) => ReturnType<typeof to.showDraw.to> },
  ): Maker =>
  ({ id }, locale) => ({ label: label(locale), action: address.to({ draw: id }) });

export const leaveButton = plain(words.leave, to.leaveDraw);
export const numberButton = plain(words.addNumber, to.writeNumber);
export const howButton = plain(words.how, to.howItWorks);
export const lineButton = plain(words.line, to.showLine);
export const challengeButton = plain(words.challenge, to.writeChallenge);
export const typeButton = plain(words.typeNumber, to.writePublic);
export const verifyButton = plain(words.verify, to.verifyDraw);
export const keepButton = plain(words.keep, to.keepDraw);

export const enterButton: Maker = ({ id }, locale) => ({
  label: words.enter(locale),
  action: to.enterDraw.to({ draw: id }),
  style: "primary",
});

export const claimButtons = ({ id }: Pick<Draw, "id">, locale: Locale): readonly Button[] => [
  { label: words.claim(locale), action: to.claimPrize.to({ draw: id }), style: "primary" },
  {
    label: words.giveUp(locale),
    action: to.giveUpPrize.to({ draw: id }),
    style: "danger",
    confirm: words.giveUpConfirm(locale),
  },
];

/** So many challenges can be answered from one message; the next come up as these are answered. */
const mostAnswered = 5;

/** One button for each of the first challenges that wait for their answer. */
export const answerButtons = ({ id, state, challenges }: Draw, locale: Locale): readonly Button[] =>
  (state === "challenge" ? [...challenges.entries()] : [])
    .filter(([, { answer }]) => answer === undefined)
    .slice(0, mostAnswered)
    .map(([index]) => ({
      label: words.answer(index + 1)(locale),
      action: to.writeAnswer.to({ draw: id, index: String(index) }),
    }));

export const secondButton = ({ id, cancelling }: Draw, locale: Locale): readonly Button[] =>
  cancelling === undefined
    ? []
    : [
        {
          label: words.second(locale),
          action: to.secondCancel.to({ draw: id, wish: to.momentText(cancelling.at) }),
          style: "danger",
        },
      ];

function opening({ draw, own, isAuditor }: DrawCard, locale: Locale): readonly Button[] {
  const isIn = own.entry?.entered === true;
  const mayEnter = draw.entry === "by-oneself" && !isIn && "tickets" in own.chance;
  const isTaking = isIn || (draw.entry === "everybody" && "tickets" in own.chance);
  const mayAdd = draw.source.is === "commit-reveal" && (isTaking || isAuditor);
  return [
    ...(mayEnter ? [enterButton(draw, locale)] : []),
    ...(mayAdd ? [numberButton(draw, locale)] : []),
    ...(isIn ? [leaveButton(draw, locale)] : []),
    howButton(draw, locale),
  ];
}

function checking({ draw, mayJudge, isAuditor }: DrawCard, locale: Locale): readonly Button[] {
  if (draw.closed === undefined) return [];
  const isTyped =
    (isAuditor || (mayJudge && draw.typed !== undefined)) && draw.state === "committed" && draw.source.is === "public";
  return [
    ...(isTyped ? [typeButton(draw, locale)] : []),
    lineButton(draw, locale),
    ...(draw.state === "challenge" ? [challengeButton(draw, locale)] : []),
    ...(mayJudge ? answerButtons(draw, locale) : []),
    verifyButton(draw, locale),
  ];
}

function ending({ draw, mayCancel, reader }: DrawCard, locale: Locale): readonly Button[] {
  if (after(draw.state, "cancelled") === undefined) return [];
  if (draw.cancelling !== undefined) {
    return draw.cancelling.by === reader ? [keepButton(draw, locale)] : secondButton(draw, locale);
  }
  const action = to.writeCancel.to({ draw: draw.id, seen: draw.state });
  return mayCancel ? [{ label: words.cancel(locale), action, style: "danger" }] : [];
}

/** What its reader can do with a draw as it stands. */
export function buttonsOf(card: DrawCard, locale: Locale): readonly Block[] {
  const { draw, own } = card;
  const buttons = [
    ...(own.prize?.state === "offered" ? claimButtons(draw, locale) : []),
    ...(draw.state === "open" ? opening(card, locale) : checking(card, locale)),
    ...(isOver(draw.state) ? [] : ending(card, locale)),
  ];
  return buttons.length === 0 ? [] : [{ is: "buttons", buttons }];
}
