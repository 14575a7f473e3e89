import { type Block, type Button, type Fact, type Span, type Spans, text, type View } from "../../../chat/view.ts";
import { format, type Reader, type Say } from "../../../kernel/locale.ts";
import { momentOf, type PersonId } from "../../people/index.ts";
import { type Entry, type HelpRequest, requestName } from "../domain.ts";
import { cardWords as words } from "../messages/card.ts";
import { stateNames } from "../messages/names.ts";
import type { Shown } from "../reading.ts";
import { isUnderWay, type State } from "../states.ts";

export { momentOf };

/** The time of day of an instant. */
export const timeOf = (at: Date, { locale, zone }: Reader): Span => ({
  is: "instant",
  at,
  style: "time",
  text: format(locale).time(at, zone),
});

/** Somebody by name, or words for who is no longer known. */
export function personSpan(id: PersonId, { people }: Pick<Shown, "people">, { locale }: Pick<Reader, "locale">): Span {
  const person = people.get(id);
  return person === undefined ? words.somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };
}

/** People with marks of a list between them. */
export const personSpans = (ids: readonly PersonId[], shown: Pick<Shown, "people">, reader: Reader): Spans =>
  ids.flatMap((id, index) => [...(index === 0 ? [] : [words.separator(reader.locale)]), personSpan(id, shown, reader)]);

const isLate = ({ round }: HelpRequest): boolean => round.answerLateAt !== undefined || round.endLateAt !== undefined;

/** The number and state of a request, and whether a customer waits. */
export function headOf(
  request: HelpRequest,
  { locale }: Reader,
  names: Readonly<Record<State, Say>> = stateNames,
): Pick<View, "title" | "tone"> {
  const { state, isLive } = request;
  const isOpen = isUnderWay(state);
  const title = [requestName(request), names[state](locale), ...(isLive && isOpen ? [words.live(locale)] : [])];
  const tone = isOpen ? (isLate(request) ? "bad" : "attention") : state === "cancelled" ? undefined : "good";
  return { title: title.join(" · "), ...(tone === undefined ? {} : { tone }) };
}

export const quoted = (written: string, { locale }: Reader): Block => text(words.quoted(written)(locale));

export const callBackFact = ({ callBackAt }: HelpRequest, reader: Reader): readonly Fact[] =>
  callBackAt === undefined ? [] : [{ label: words.callBack(reader.locale), value: [momentOf(callBackAt, reader)] }];

/** Who is at it, and since when. */
export function atItFact(shown: Shown, reader: Reader): Fact {
  const { claimer, claimedAt } = shown.request;
  const label = words.atIt(reader.locale);
  if (claimer === undefined) return { label, value: [words.nobody(reader.locale)] };
  const since: Spans = claimedAt === undefined ? [] : [" · ", timeOf(claimedAt, reader)];
  return { label, value: [personSpan(claimer, shown, reader), ...since] };
}

/** What a line says, after who said it. */
function said({ kind, text: written }: Entry, shown: Shown, reader: Reader): Spans {
  const { line } = words;
  const { locale } = reader;
  const tail = written === "" ? "" : `${line.more(locale)}${written}`;
  switch (kind) {
    case "added":
    case "answer":
    case "question":
    case "reply":
      return [`${line[kind](locale)}${written}`];
    case "claimed":
      return [line.claimed(locale)];
    case "handed-over":
      return [line.handedOver(locale), personSpan(written, shown, reader)];
    case "went-back":
      return [line.wentBack(locale)];
    case "escalated":
      return [line.escalated(shown.roleName(written)(locale))(locale)];
    case "resolved":
      return [`${line.resolved(locale)}${tail}`];
    case "solved":
      return [line.solved(locale)];
    case "cancelled":
      return [line.cancelled(locale)];
    case "reopened":
      return [`${line.reopened(locale)}${tail}`];
    case "closed":
      return [line.closed(locale)];
  }
}

/** Lines that time made, which nobody said. */
const isOfTime = ({ kind }: Entry): boolean => kind === "closed" || kind === "escalated";

/** A line of the talk, without when. */
export function lineSpans(entry: Entry, shown: Shown, reader: Reader): Spans {
  const spans = said(entry, shown, reader);
  if (isOfTime(entry)) return spans;
  return [
    entry.person === undefined ? words.somebody(reader.locale) : personSpan(entry.person, shown, reader),
    ...spans,
  ];
}

/** The last lines of the talk. */
export function talkBlocks(shown: Shown, most: number, reader: Reader): readonly Block[] {
  const lines = shown.entries.filter(({ kind }) => kind !== "escalated").slice(-most);
  if (lines.length === 0) return [];
  const items = lines.map((entry): Spans => [timeOf(entry.at, reader), " ", ...lineSpans(entry, shown, reader)]);
  return [
    { is: "heading", text: words.talk(reader.locale) },
    { is: "list", items },
  ];
}

export const buttonBlocks = (buttons: readonly Button[]): readonly Block[] =>
  buttons.length === 0 ? [] : [{ is: "buttons", buttons }];
