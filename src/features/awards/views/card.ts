import { type Block, type Button, note, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader, Say } from "../../../kernel/locale.ts";
import { momentOf } from "../../people/index.ts";
import { changeAward, changeTeam, confirmAward, declineAward, editPrize, takeBackAward } from "../addresses.ts";
import { awardName, type Winner } from "../domain.ts";
import { leastOf } from "../judging.ts";
import { awardWords, figureWords } from "../messages/award.ts";
import { cardWords as words } from "../messages/card.ts";
import { formWords } from "../messages/forms.ts";
import { type Refusal, refusalWords, refusedTitle } from "../messages/refusal.ts";
import type { AwardCard } from "../reading.ts";
import { joined, personSpan, subjectSpan, titleOf } from "./names.ts";
import { couponSpans, figuresBlock, whyBlock, winnersBlock } from "./post.ts";

const intervalOf = ({ interval }: Winner, locale: Locale) =>
  interval === undefined ? [] : [words.interval(interval.low, interval.high)(locale)];

/** What the rule found, as those see it who decide. */
function foundBlocks(card: AwardCard, locale: Locale): readonly Block[] {
  const { award } = card;
  if (!card.isInside) return [winnersBlock(card, locale), whyBlock(card, locale)];
  const { judged, as, decision } = award;
  const ahead = judged.ahead === undefined ? [] : [words.ahead(figureWords(as, judged.ahead)(locale))(locale)];
  const compared = note([words.enough(leastOf(as))(locale), ...ahead].join(words.between(locale)));
  return [
    figuresBlock(card, locale, (winner) => intervalOf(winner, locale)),
    whyBlock(card, locale),
    ...(decision?.is === "changed" ? [] : [compared]),
    ...(judged.passedOver.length === 0
      ? []
      : [
          {
            is: "list" as const,
            items: judged.passedOver.map(({ of, wins, days }) => [
              subjectSpan(of, card, locale),
              words.passedOver(wins, days)(locale),
            ]),
          },
        ]),
  ];
}

function giftBlocks({ award, seesCoupon }: AwardCard, locale: Locale): readonly Block[] {
  const { prize, coupon, isCouponVoid, state } = award;
  const isVoid = coupon === undefined && isCouponVoid === true && state === "proposed";
  return [
    ...(prize === undefined ? [] : [text(awardWords.prize(locale), prize[locale])]),
    ...(coupon === undefined || !seesCoupon ? [] : [text(words.coupon(locale), ...couponSpans(award, locale))]),
    ...(isVoid && seesCoupon ? [note(words.couponVoid(locale))] : []),
  ];
}

function stateBlocks({ award, offices, people, isPosted, mayTakeBack }: AwardCard, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const { decision } = award;
  if (decision === undefined) {
    const asked = offices.asked.map((person) => personSpan(person, locale));
    return asked.length === 0 ? [] : [note(words.waits(locale), ...joined(asked, locale))];
  }
  const by = personSpan(people.get(decision.by), locale);
  return [
    note(words.decided[decision.is](locale), by, words.on(locale), momentOf(decision.at, reader)),
    ...(award.state === "given" ? [note((isPosted ? words.posted : words.noChannel)(locale))] : []),
    ...(mayTakeBack ? [note(words.canUndo(locale))] : []),
  ];
}

function buttonsOf({ award, mayDecide, mayTakeBack }: AwardCard, locale: Locale): readonly Block[] {
  const { id, revision } = award;
  const of = { award: id, seen: String(revision) };
  const undo: Button = { label: formWords.undo(locale), action: takeBackAward.to({ award: id }) };
  if (mayTakeBack) return [{ is: "buttons", buttons: [undo] }];
  if (!mayDecide) return [];
  const changed = award.as.of === "teams" ? changeTeam : changeAward;
  const confirm: Button = {
    label: formWords.confirm(locale),
    action: confirmAward.to(of),
    style: "primary",
    confirm: words.sure(locale),
  };
  return [
    {
      is: "buttons",
      buttons: [
        confirm,
        { label: formWords.change(locale), action: changed.to(of) },
        { label: formWords.editPrize(locale), action: editPrize.to({ award: id }) },
        { label: formWords.decline(locale), action: declineAward.to(of) },
      ],
    },
  ];
}

/** An award as those see it who decide, or who look after the site; `said` is what was just done or refused. */
export const cardView =
  (card: AwardCard, said?: Say): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { award } = card;
    const isOpen = award.state === "proposed";
    const lead = isOpen && card.mayDecide ? [text(words.ask(locale))] : [];
    return {
      title: words.title(awardName(award), titleOf(award, card, locale))(locale),
      tone: isOpen || said !== undefined ? "attention" : "good",
      blocks: [
        ...(said === undefined ? lead : [text(said(locale))]),
        ...(award.turn === 1 ? [] : [text((card.isInside ? words.second : awardWords.corrected)(locale))]),
        ...foundBlocks(card, locale),
        ...giftBlocks(card, locale),
        ...stateBlocks(card, reader),
        ...buttonsOf(card, locale),
      ],
    };
  };

/** Why something was not done, above the award as it stands where the asker may see it. */
export const refusalView = (refusal: Refusal, card?: AwardCard): Localised<View> =>
  card === undefined
    ? ({ locale }) => ({
        title: refusedTitle(locale),
        tone: "attention",
        blocks: [text(refusalWords(refusal)(locale))],
      })
    : cardView(card, refusalWords(refusal));
