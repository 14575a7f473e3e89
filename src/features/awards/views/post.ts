import { type Block, code, note, type Spans, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import { type Award, awardName, type Winner } from "../domain.ts";
import { ownFigure, postWords, whyWords, awardWords as words } from "../messages/award.ts";
import type { Named } from "../reading.ts";
import { joined, personSpan, subjectSpan, titleOf } from "./names.ts";

type Posted = Named & { readonly award: Award };

const namesOf = (winners: readonly Winner[], named: Named, locale: Locale): Spans =>
  joined(
    winners.map(({ of }) => subjectSpan(of, named, locale)),
    locale,
  );

/** Who won, each with their own figure. */
export function figuresBlock({ award, ...named }: Posted, locale: Locale, more?: (winner: Winner) => Spans): Block {
  const lines = award.winners.map((winner): Spans => {
    const figure = ownFigure(award.as, winner)?.(locale);
    const said = figure === undefined ? [] : [words.colon(locale), figure];
    return [subjectSpan(winner.of, named, locale), ...said, ...(more?.(winner) ?? [])];
  });
  return { is: "list", items: lines };
}

/** Who won, as everybody sees it: a team with its figure, people without what is theirs alone. */
export const winnersBlock = (posted: Posted, locale: Locale): Block =>
  posted.award.as.of === "teams"
    ? figuresBlock(posted, locale)
    : text(...namesOf(posted.award.winners, posted, locale));

/** Why it was won: by the rule, or because somebody chose so; who of several was chosen is named. */
export function whyBlock({ award, ...named }: Posted, locale: Locale): Block {
  const { decision, winners } = award;
  if (decision?.is !== "changed") return text(whyWords(award)(locale));
  const by = personSpan(named.people.get(decision.by), locale);
  const chosen = winners.length === 1 ? [] : winners.filter(({ figure }) => figure === undefined);
  const said =
    chosen.length === 0 ? [words.chosen(locale)] : [...namesOf(chosen, named, locale), words.areChosen(locale)];
  return text(...said, by, words.chosenBecause(decision.reason ?? "")(locale));
}

/** The code itself, and whether all share it. */
export const couponSpans = ({ coupon, winners }: Award, locale: Locale): Spans => [
  ...(coupon === undefined ? [] : [code(coupon)]),
  ...(winners.length > 1 ? [words.oneCode(winners.length)(locale)] : []),
];

const prizeBlock = ({ prize }: Award, locale: Locale): readonly Block[] =>
  prize === undefined ? [] : [text(words.prize(locale), prize[locale])];

const correctedBlock = ({ turn }: Award, locale: Locale): readonly Block[] =>
  turn === 1 ? [] : [note(words.corrected(locale))];

function signed({ award, people }: Posted, locale: Locale): Block {
  const by = award.decision && personSpan(people.get(award.decision.by), locale);
  return note(words.confirmedBy(awardName(award))(locale), by ?? words.somebody(locale));
}

/** An award as everybody sees it. */
export const postView =
  (posted: Posted): Localised<View> =>
  ({ locale }) => {
    const { award } = posted;
    return {
      title: titleOf(award, posted, locale),
      tone: "good",
      blocks: [
        winnersBlock(posted, locale),
        whyBlock(posted, locale),
        ...prizeBlock(award, locale),
        ...correctedBlock(award, locale),
        signed(posted, locale),
      ],
    };
  };

/** What a winner is told, with what is for their eyes alone. */
export const wonView =
  (posted: Posted, reader: Pick<Person, "id">): Localised<View> =>
  ({ locale }) => {
    const { award } = posted;
    const own = award.winners.find(({ of }) => of.id === reader.id);
    const isTeams = own === undefined;
    const winner = own ?? award.winners[0];
    const figure = winner && ownFigure(award.as, winner)?.(locale);
    const others = award.winners.filter((one) => one !== winner).map(({ of }) => subjectSpan(of, posted, locale));
    const isShared = others.length > 0 && award.as.goesTo === "best";
    const title = titleOf(award, posted, locale);
    return {
      title: (isTeams ? postWords.teamWon : postWords.won)(title)(locale),
      tone: "good",
      blocks: [
        ...(figure === undefined ? [] : [text((isTeams ? postWords.teams : postWords.yours)(figure)(locale))]),
        whyBlock(posted, locale),
        ...(isShared ? [text(postWords.sharedWith(locale), ...joined(others, locale))] : []),
        ...prizeBlock(award, locale),
        ...(award.coupon === undefined ? [] : [text(words.coupon(locale), ...couponSpans(award, locale))]),
        ...correctedBlock(award, locale),
        text(postWords.thanks(locale)),
        signed(posted, locale),
      ],
    };
  };

/** What stands where an award was posted, or told to somebody, by mistake. */
export const takenBackView =
  (posted: Posted, isOwn: boolean): Localised<View> =>
  ({ locale }) => ({
    title: postWords.takenBackTitle(titleOf(posted.award, posted, locale))(locale),
    tone: "attention",
    blocks: [
      text((isOwn ? postWords.takenBackOwn : postWords.takenBack)(locale)),
      ...(isOwn && posted.award.isCouponVoid ? [text(postWords.couponVoid(locale))] : []),
    ],
  });
