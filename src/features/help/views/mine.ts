import { type Button, note, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import * as to from "../addresses.ts";
import type { HelpRequest } from "../domain.ts";
import { cardWords as words } from "../messages/card.ts";
import { ownStateNames } from "../messages/names.ts";
import { reopenUntil } from "../moves.ts";
import type { Shown } from "../reading.ts";
import { isUnderWay } from "../states.ts";
import { atItFact, buttonBlocks, callBackFact, headOf, momentOf, quoted, talkBlocks } from "./common.ts";

const mostLines = 8;

function buttons({ id: request, state }: HelpRequest, locale: Locale): readonly Button[] {
  const solved: Button = { label: words.solved(locale), action: to.solve.own.to({ request }), style: "primary" };
  const again: Button = { label: words.reopen(locale), action: to.reopen.own.to({ request }) };
  if (state === "cancelled") return [];
  if (state === "closed") return [again];
  if (state === "resolved") return [solved, again];
  return [
    solved,
    { label: words.sayMore(locale), action: to.sayMore.own.to({ request }) },
    {
      label: words.cancel(locale),
      action: to.cancel.to({ request }),
      style: "danger",
      confirm: words.cancelSure(locale),
    },
  ];
}

/** A request before its agent: how it stands, who is at it and what was said. */
export const mineView =
  (shown: Shown): Localised<View> =>
  (reader) => {
    const { request, rules } = shown;
    const { locale } = reader;
    const until = request.state === "cancelled" ? undefined : reopenUntil(request, rules);
    const facts = [...(isUnderWay(request.state) ? [atItFact(shown, reader)] : []), ...callBackFact(request, reader)];
    return {
      ...headOf(request, reader, ownStateNames),
      blocks: [
        quoted(request.text, reader),
        ...(facts.length === 0 ? [] : [{ is: "facts", facts } as const]),
        ...(request.state === "waiting" ? [text(words.needed(locale))] : []),
        ...talkBlocks(shown, mostLines, reader),
        ...buttonBlocks(buttons(request, locale)),
        ...(until === undefined ? [] : [note(words.notOver(locale), momentOf(until, reader), words.end(locale))]),
      ],
    };
  };
