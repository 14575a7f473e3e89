import { type Block, type Button, note, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import type { PersonId } from "../../people/index.ts";
import * as to from "../addresses.ts";
import { type Entry, type HelpRequest, requestName } from "../domain.ts";
import { cardWords } from "../messages/card.ts";
import { toldWords as words } from "../messages/told.ts";
import { reopenUntil } from "../moves.ts";
import type { Shown } from "../reading.ts";
import { isUnderWay } from "../states.ts";
import { buttonBlocks, lineSpans, momentOf, personSpan, quoted } from "./common.ts";

const answerButton = ({ id: request }: HelpRequest, locale: Locale): Button => ({
  label: cardWords.answer(locale),
  action: to.answer.line.to({ request }),
});
const claimButton = ({ id: request }: HelpRequest, locale: Locale): Button => ({
  label: cardWords.claim(locale),
  action: to.claim.line.to({ request }),
  style: "primary",
});
const openButton = ({ id: request }: HelpRequest, locale: Locale): Button => ({
  label: cardWords.open(locale),
  action: to.openRequest.to({ request }),
});

/** What was said to the agent, with what they can do then. */
function toAsker(line: Entry, shown: Shown, reader: Reader): View {
  const { request, rules } = shown;
  const { locale } = reader;
  const name = requestName(request);
  const until = line.kind === "resolved" ? reopenUntil(request, rules) : undefined;
  const title = line.kind === "question" ? words.asks : line.kind === "resolved" ? words.resolved : words.answered;
  const solved: Button = { label: cardWords.solved(locale), action: to.solve.line.to({ request: request.id }) };
  const more: Button = { label: cardWords.sayMore(locale), action: to.sayMore.line.to({ request: request.id }) };
  const again: Button = { label: cardWords.reopen(locale), action: to.reopen.line.to({ request: request.id }) };
  const buttons = line.kind === "resolved" ? [solved, again] : line.kind === "question" ? [more] : [solved, more];
  return {
    title: title(name)(locale),
    tone: line.kind === "resolved" ? "good" : "attention",
    blocks: [
      text(...lineSpans(line, shown, reader)),
      ...buttonBlocks(buttons),
      ...(until === undefined ? [] : [note(words.reopenBy(locale), momentOf(until, reader), cardWords.end(locale))]),
    ],
  };
}

/** A title and what can be done, for who helps. */
function toHelper(
  line: Entry,
  shown: Shown,
  to: PersonId,
  { locale }: Reader,
): { title: string; buttons: readonly Button[] } {
  const { request } = shown;
  const name = requestName(request);
  const open = openButton(request, locale);
  switch (line.kind) {
    case "went-back":
      return { title: words.wentBack(name)(locale), buttons: [claimButton(request, locale)] };
    case "handed-over":
      return line.text === to
        ? { title: words.handedToYou(name)(locale), buttons: [answerButton(request, locale), open] }
        : { title: words.handedOn(name)(locale), buttons: [open] };
    case "reopened":
      return { title: words.reopened(name)(locale), buttons: [claimButton(request, locale), open] };
    default:
      return { title: words.replied(name)(locale), buttons: [answerButton(request, locale), open] };
  }
}

/** One line that somebody hears of at once, by a message of its own. */
export const saidView =
  (shown: Shown, line: Entry, to: PersonId): Localised<View> =>
  (reader) => {
    if (to === shown.request.asker) return toAsker(line, shown, reader);
    const { title, buttons } = toHelper(line, shown, to, reader);
    const said: Block =
      line.kind === "went-back" ? text(words.wentBackMore(reader.locale)) : text(...lineSpans(line, shown, reader));
    const about = line.kind === "reply" || line.kind === "added" ? [] : [quoted(shown.request.text, reader)];
    return { title, tone: "attention", blocks: [said, ...about, ...buttonBlocks(buttons)] };
  };

/** The customer is to be called back now. */
export const callBackView =
  (shown: Shown): Localised<View> =>
  (reader) => {
    const { request } = shown;
    const { locale } = reader;
    const { callBackAt, claimer } = request;
    const buttons = [
      ...(claimer === undefined && isUnderWay(request.state) ? [claimButton(request, locale)] : []),
      openButton(request, locale),
    ];
    return {
      title: words.callBack(requestName(request))(locale),
      tone: "attention",
      blocks: [
        ...(callBackAt === undefined
          ? []
          : [text(words.callBackAt(locale), momentOf(callBackAt, reader), cardWords.end(locale))]),
        quoted(request.text, reader),
        text(cardWords.asker(locale), ": ", personSpan(request.asker, shown, reader)),
        ...buttonBlocks(buttons),
      ],
    };
  };

/** A line of the talk as the thread under the card has it. */
export const lineView =
  (shown: Shown, line: Entry): Localised<View> =>
  (reader) => ({ title: requestName(shown.request), blocks: [text(...lineSpans(line, shown, reader))] });

/** What can be done after something was done, without the whole card. */
function nextButtons({ request }: Shown, isAsker: boolean, locale: Locale): readonly Button[] {
  if (isAsker || !isUnderWay(request.state)) return [openButton(request, locale)];
  const resolve: Button = {
    label: cardWords.resolve(locale),
    action: to.beginResolving.line.to({ request: request.id }),
  };
  return [answerButton(request, locale), resolve, openButton(request, locale)];
}

/** What became of a request by what somebody just did, in few words. */
export const briefView =
  (shown: Shown, isAsker: boolean): Localised<View> =>
  (reader) => {
    const line = shown.entries.at(-1);
    return {
      title: requestName(shown.request),
      tone: "good",
      blocks: [
        ...(line === undefined ? [] : [text(...lineSpans(line, shown, reader))]),
        ...buttonBlocks(nextButtons(shown, isAsker, reader.locale)),
      ],
    };
  };
