import { type Block, note, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import { readInFull, showCase } from "../addresses.ts";
import type { Card } from "../card.ts";
import { caseWords as words } from "../messages/case.ts";
import { moveWords } from "../messages/moves.ts";
import { seatTitles } from "../messages/names.ts";
import { commentOn, itemName, roomForComment, roomForText, roomForVote, whole } from "./common.ts";

/** One of the texts of a case: its mark in a button, what it is, its words, and how many characters the case shows. */
type LongText = { readonly of: string; readonly title: string; readonly words: string; readonly room: number };

const given = (of: string, title: string, words: string | undefined): readonly LongText[] =>
  words === undefined ? [] : [{ of, title, words, room: roomForText }];

/** What the scorer said of the challenged items. */
const ofScorer = ({ appeal: { challenges }, evaluation, form }: Card, locale: Locale): readonly LongText[] =>
  challenges.flatMap(({ item }) =>
    given(`comment-${item}`, words.commentOn(itemName(form, item, locale))(locale), commentOn(evaluation, item)).map(
      (one) => ({ ...one, room: roomForComment(challenges.length) }),
    ),
  );

/** The reasons of the votes, once it is decided. */
function ofVotes({ appeal, form }: Card, locale: Locale): readonly LongText[] {
  if (appeal.decision === undefined) return [];
  return appeal.seats.flatMap(({ name, ballots }) =>
    ballots.map(({ item, reason }) => ({
      of: `${name}-${item}`,
      title: words.reasonOf(seatTitles[name](locale), itemName(form, item, locale))(locale),
      words: reason,
      room: roomForVote(appeal.challenges.length),
    })),
  );
}

/** Everything that somebody wrote in a case and that its reader may read by now. */
const textsOf = (card: Card, locale: Locale): readonly LongText[] => {
  const { reason, question, answer, statement } = card.appeal;
  return [
    ...ofScorer(card, locale),
    ...given("reason", words.reason(locale), reason),
    ...given("question", words.question(locale), question),
    ...given("answer", words.answer(locale), answer),
    ...given("statement", words.statement(locale), statement?.text),
    ...ofVotes(card, locale),
  ];
};

/** A menu of what was cut short. */
export function fullMenu(card: Card, { locale }: Reader): readonly Block[] {
  const cut = textsOf(card, locale).filter((one) => one.words.length > one.room);
  if (cut.length === 0) return [];
  const options = cut.map(({ of, title }) => ({ value: of, label: title }));
  const action = readInFull.to({ appeal: card.appeal.id });
  return [{ is: "menu", label: moveWords.readInFull(locale), action, options }];
}

/** One text of a case, all of it. */
export const fullView =
  (card: Card, of: string): Localised<View> =>
  ({ locale }) => {
    const { id, number } = card.appeal;
    const found = textsOf(card, locale).find((one) => one.of === of);
    const back = { label: moveWords.back(locale), action: showCase.to({ appeal: id }) };
    return {
      title: words.fullTitle(number, found?.title ?? moveWords.readInFull(locale))(locale),
      blocks: [
        ...(found === undefined ? [note(words.nothingThere(locale))] : whole(found.words)),
        { is: "buttons", buttons: [back] },
      ],
    };
  };
