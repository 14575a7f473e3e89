import { type Block, note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import { openCase } from "../addresses.ts";
import { type Appeal, waitedFor } from "../domain.ts";
import { decisionNames, stateNames } from "../messages/case.ts";
import { listWords as words } from "../messages/ground.ts";
import { filled, momentOf } from "./common.ts";
import { outcomeOf } from "./outcome.ts";

/** So many are listed; the tightest platform shows no longer menus. */
const mostListed = 15;

const called = ({ number, evaluationNumber, state, decision }: Appeal, locale: Locale): string => {
  const how = decision === undefined ? "" : ` · ${decisionNames[outcomeOf(decision)](locale)}`;
  return words.line(number, evaluationNumber, `${stateNames[state](locale)}${how}`)(locale);
};

/** Until when somebody has, where they are waited for. */
const dueOf = (appeal: Appeal, who: string): Date | undefined =>
  waitedFor(appeal).find(({ person }) => person === who)?.time.due;

function listed(all: readonly Appeal[], who: string, reader: Reader, label: string): readonly Block[] {
  const { locale } = reader;
  const shown = all.slice(0, mostListed);
  const [next] = all.slice(mostListed);
  return [
    {
      is: "list",
      items: shown.map((one) => {
        const due = dueOf(one, who);
        return [
          called(one, locale),
          ...(due === undefined ? [] : filled(words.due(locale), { when: momentOf(due, reader) })),
        ];
      }),
    },
    ...(next === undefined
      ? []
      : [note(words.moreOf(all.length - shown.length)(locale), typed(`appeal status ${next.number}`))]),
    {
      is: "menu",
      label,
      action: openCase.to({}),
      options: shown.map((one) => ({ value: one.id, label: called(one, locale) })),
    },
  ];
}

/** What waits for somebody, then their own appeals. */
export const statusView =
  ({
    waiting,
    mine,
    who,
  }: {
    readonly waiting: readonly Appeal[];
    readonly mine: readonly Appeal[];
    readonly who: string;
  }): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    return {
      title: words.title(locale),
      blocks: [
        ...(waiting.length === 0
          ? [text(words.nothingWaits(locale))]
          : [
              text(strong(words.waiting(waiting.length)(locale))),
              ...listed(waiting, who, reader, words.pickWaiting(locale)),
            ]),
        ...(mine.length === 0
          ? [note(words.noneOwn(locale), typed("appeal new"))]
          : [text(strong(words.mine(locale))), ...listed(mine, who, reader, words.pickOwn(locale))]),
      ],
    };
  };
