import { type Block, note, strong, type Tone, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import type { Card } from "../card.ts";
import { hasVoted, waitedFor } from "../domain.ts";
import { closesAt } from "../filing.ts";
import { decisionNames, stateMeans, stateNames, caseWords as words } from "../messages/case.ts";
import { asked, moveWords } from "../messages/moves.ts";
import { isOver } from "../states.ts";
import { challenged, factsOf, guides, said } from "./case-body.ts";
import { caseButtons } from "./case-buttons.ts";
import { filled, momentOf, personOf } from "./common.ts";
import { fullMenu } from "./full.ts";
import { outcomeBlocks, outcomeOf } from "./outcome.ts";
import { timeline } from "./timeline.ts";

/** Where it stands, in a word or two. */
const standing = ({ appeal: { state, decision } }: Card, locale: Locale): string =>
  decision === undefined
    ? stateNames[state](locale)
    : `${stateNames[state](locale)} · ${decisionNames[outcomeOf(decision)](locale)}`;

/** Who is waited for and until when; whoever reads and is waited for themselves is told otherwise. */
function waits(card: Card, reader: Reader): readonly Block[] {
  const { appeal, people, may } = card;
  const { locale } = reader;
  const isMine = may.some((move) => move !== "withdraw" && move !== "state" && move !== "again");
  const waited = waitedFor(appeal);
  if (!isOver(appeal.state) && waited.length === 0 && appeal.time !== undefined) {
    return [note(...filled(words.waitsForNobody(locale), { when: momentOf(appeal.time.due, reader) }))];
  }
  const mine = isMine ? (card.seat?.time ?? appeal.time) : undefined;
  const others = mine === undefined || appeal.state === "panel" ? waited : [];
  return [
    ...(mine === undefined
      ? []
      : [text(strong("➤ "), ...filled(words.waitsForYou(locale), { when: momentOf(mine.due, reader) }))]),
    ...others
      .filter(({ person }) => mine === undefined || person !== card.seat?.holder)
      .map(({ person, time }) =>
        note(
          ...filled(words.waits(locale), { who: personOf(person, people, locale), when: momentOf(time.due, reader) }),
        ),
      ),
  ];
}

/** What is asked of the reader, or else what the state means. */
function toDo(card: Card, reader: Reader): readonly Block[] {
  const { appeal, may, rules } = card;
  const { locale } = reader;
  const wanted = may.flatMap((move) => asked[move]?.(locale) ?? []);
  const until =
    may.includes("again") && appeal.decision !== undefined
      ? [note(...filled(moveWords.againUntil(locale), { when: momentOf(closesAt(appeal.decision.at, rules), reader) }))]
      : [];
  const hasVotedAll = appeal.state === "panel" && card.seat !== undefined && hasVoted(appeal, card.seat);
  const isAsked = wanted.length > 0 && !isOver(appeal.state);
  return [
    ...(isAsked ? [] : [text(stateMeans[appeal.state](locale))]),
    ...wanted.map((one) => text(one)),
    ...until,
    ...(hasVotedAll ? [note(words.youVoted(locale))] : []),
  ];
}

function toneOf({ appeal, part, may }: Card): { readonly tone?: Tone } {
  const { decision } = appeal;
  if (decision !== undefined) return part === "agent" && outcomeOf(decision) !== "rejected" ? { tone: "good" } : {};
  return may.some((move) => move !== "withdraw") ? { tone: "attention" } : {};
}

/**
 * An appeal for its reader: where it stands, what is asked of them, what was said and decided, what happened, and what
 * they may do. What the panel scores stays unsaid until it is decided.
 */
export const caseView =
  (card: Card): Localised<View> =>
  (reader) => {
    const { appeal, firstNumber } = card;
    const { locale } = reader;
    return {
      title: words.title(appeal.number, appeal.evaluationNumber)(locale),
      ...toneOf(card),
      blocks: [
        text(strong(standing(card, locale))),
        ...(appeal.level === 2 ? [note(words.second(firstNumber)(locale))] : []),
        ...toDo(card, reader),
        ...waits(card, reader),
        ...challenged(card, locale),
        ...outcomeBlocks(card, reader),
        ...guides(card, locale),
        factsOf(card, reader),
        ...said(card, locale),
        ...timeline(card, reader),
        ...fullMenu(card, reader),
        ...caseButtons(card, reader),
      ],
    };
  };
