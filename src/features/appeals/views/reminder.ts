import { type Block, note, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import { openCase } from "../addresses.ts";
import type { Card, Move } from "../card.ts";
import { caseWords } from "../messages/case.ts";
import { moveWords } from "../messages/moves.ts";
import { otherwise, toDo, reminderWords as words } from "../messages/reminder.ts";
import { filled, momentOf, personOf } from "./common.ts";

/** How much of somebody's time is over, in per cent, and when it is or was due. */
type Reminded = { readonly percent: 50 | 80 | 100; readonly due: Date };

/** What is waited for, where anything is. */
const wantedOf = ({ may }: Card): Move | undefined => may.find((move) => toDo[move] !== undefined);

/** Whose time is over is told what became of it. */
function over(card: Card, reader: Reader): readonly Block[] {
  const { appeal, part, seat, people } = card;
  const { locale } = reader;
  if (part === "agent") return [text(words.goesOn.agent(locale))];
  if (seat?.isMissed === true) return [text(words.missed(locale))];
  const isPassed = part === "panel" && seat === undefined;
  if (!isPassed) return [text(words.goesOn.others(locale))];
  const passed = appeal.seats.filter(({ passedBy }) => passedBy.length > 0);
  const [only, ...more] = passed.flatMap(({ holder }) => (holder === undefined ? [] : [holder]));
  // Where several seats have passed on, which of them was the reader's own is not known.
  if (only === undefined || more.length > 0) return [text(words.passedOn(locale))];
  return [text(...filled(words.passedTo(locale), { who: personOf(only, people, locale) }))];
}

function running(card: Card, { due }: Reminded, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const wanted = wantedOf(card);
  if (wanted === undefined) return [text(words.nothing(locale))];
  return [
    text(toDo[wanted]?.(locale) ?? ""),
    text(...filled(words.due(locale), { when: momentOf(due, reader) })),
    note(otherwise[wanted]?.(locale) ?? ""),
  ];
}

/** That somebody's time runs out or is over: what to do by when, or what became of it. */
export const reminderView =
  (card: Card, reminded: Reminded): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { id, number, evaluationNumber } = card.appeal;
    const { percent, due } = reminded;
    const isOver = percent === 100;
    return {
      title: words.title[percent](number)(locale),
      ...(isOver ? {} : { tone: "attention" }),
      blocks: [
        ...(isOver ? over(card, reader) : running(card, reminded, reader)),
        ...(isOver ? [note(...filled(words.wasDue(locale), { when: momentOf(due, reader) }))] : []),
        note(caseWords.title(number, evaluationNumber)(locale)),
        {
          is: "buttons",
          buttons: [{ label: moveWords.open(number)(locale), action: openCase.to({ appeal: id }), style: "primary" }],
        },
      ],
    };
  };
