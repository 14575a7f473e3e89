import { type Button, text, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import * as to from "../addresses.ts";
import { type Entry, requestName } from "../domain.ts";
import { cardWords } from "../messages/card.ts";
import { endedWords as words } from "../messages/ended.ts";
import { toldWords } from "../messages/told.ts";
import type { Shown } from "../reading.ts";
import { buttonBlocks, lineSpans, momentOf, quoted } from "./common.ts";

const titles: { readonly [K in Entry["kind"]]?: (name: string) => Say } = {
  claimed: words.taken,
  solved: words.solved,
  cancelled: words.cancelled,
  closed: words.closed,
};

/** That a request left somebody's hands, or is over; nothing where a line says something else. */
export function endedView(shown: Shown, line: Entry): Localised<View> | undefined {
  const title = titles[line.kind];
  if (title === undefined) return undefined;
  return (reader) => {
    const { request } = shown;
    const { locale } = reader;
    const isClosed = line.kind === "closed";
    const button: Button = isClosed
      ? { label: cardWords.reopen(locale), action: to.reopen.line.to({ request: request.id }) }
      : { label: cardWords.open(locale), action: to.openRequest.to({ request: request.id }) };
    return {
      title: title(requestName(request))(locale),
      tone: "attention",
      blocks: [
        text(...(isClosed ? [words.closedMore(locale)] : lineSpans(line, shown, reader))),
        quoted(request.text, reader),
        ...buttonBlocks([button]),
      ],
    };
  };
}

/** The agent who promised the customer a call is reminded of it. */
export const ownCallBackView =
  ({ request }: Shown): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { id, callBackAt } = request;
    return {
      title: toldWords.callBack(requestName(request))(locale),
      tone: "attention",
      blocks: [
        ...(callBackAt === undefined
          ? []
          : [text(toldWords.callBackAt(locale), momentOf(callBackAt, reader), cardWords.end(locale))]),
        quoted(request.text, reader),
        ...buttonBlocks([{ label: cardWords.open(locale), action: to.openRequest.to({ request: id }) }]),
      ],
    };
  };
