import {
  type Block,
  type Button,
  type Fact,
  note,
  type Span,
  type Spans,
  text,
  type View,
} from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import { dayAt } from "../../../kernel/time.ts";
import { teamsOf } from "../../people/index.ts";
import * as to from "../addresses.ts";
import type { Asked, HelpRequest } from "../domain.ts";
import { cardWords as words } from "../messages/card.ts";
import { substituteNames, urgencyNames } from "../messages/names.ts";
import { toldWords } from "../messages/told.ts";
import type { Shown } from "../reading.ts";
import { categoryName } from "../rules.ts";
import { isUnderWay } from "../states.ts";
import {
  atItFact,
  buttonBlocks,
  callBackFact,
  headOf,
  personSpan,
  personSpans,
  quoted,
  talkBlocks,
  timeOf,
} from "./common.ts";

/** So many lines of the talk, and of those who were asked, stand on a card. */
const mostLines = 5;
const mostAsked = 3;

/** Who asked, and of which team. */
function askerFact(shown: Shown, reader: Reader): Fact {
  const { request, people, teams } = shown;
  const asker = people.get(request.asker);
  const own = asker === undefined ? [] : teamsOf(asker, dayAt(request.openedAt, reader.zone));
  const names = own.flatMap((id) => teams.get(id)?.name ?? []);
  const team: readonly Span[] = names.length === 0 ? [] : [` · ${names.join(words.separator(reader.locale))}`];
  return { label: words.asker(reader.locale), value: [personSpan(request.asker, shown, reader), ...team] };
}

function facts(shown: Shown, reader: Reader): readonly Fact[] {
  const { request, rules } = shown;
  const { locale } = reader;
  return [
    askerFact(shown, reader),
    { label: words.since(locale), value: [timeOf(request.openedAt, reader)] },
    { label: words.category(locale), value: [categoryName(rules, request.category)(locale)] },
    { label: words.urgency(locale), value: [urgencyNames[request.urgency](locale)] },
    { label: words.onTheLine(locale), value: [(request.isLive ? words.yes : words.no)(locale)] },
    ...callBackFact(request, reader),
    atItFact(shown, reader),
  ];
}

function offerBlocks({ offers }: Shown, { locale }: Reader): readonly Block[] {
  if (offers.length === 0) return [];
  const items = offers.map(({ number, answer }): Spans => [`A-${number} `, words.quoted(answer)(locale)]);
  return [
    { is: "heading", text: words.offered(locale) },
    { is: "list", items },
  ];
}

/** Who was asked since nobody answered, or since it is not over in time. */
function askedBlock({ at, step, ask, people, instead }: Asked, shown: Shown, reader: Reader): Block {
  const { locale } = reader;
  const role = shown.roleName(ask)(locale);
  const when = timeOf(at, reader);
  if (people.length === 0) return note(when, words.nobodyToAsk(role)(locale));
  const natural = step === 0 ? words.lateAt : words.askedAt;
  const lead = instead === undefined ? natural(role) : words.insteadOf(role, substituteNames[instead](locale));
  return note(when, lead(locale), ...personSpans(people, shown, reader));
}

function lateBlocks({ round, state }: HelpRequest, reader: Reader): readonly Block[] {
  if (!isUnderWay(state)) return [];
  const { answerLateAt, endLateAt } = round;
  const { locale } = reader;
  return [
    ...(answerLateAt === undefined
      ? []
      : [note(words.answerLate(locale), timeOf(answerLateAt, reader), words.end(locale))]),
    ...(endLateAt === undefined ? [] : [note(words.endLate(locale), timeOf(endLateAt, reader), words.end(locale))]),
  ];
}

/** What whoever helps can do; of what is over no more than reopen it. */
function helpButtons({ id: request, state }: HelpRequest, place: "own" | "channel", locale: Locale): readonly Button[] {
  if (state === "cancelled") return [];
  if (!isUnderWay(state)) return [{ label: words.reopen(locale), action: to.reopen[place].to({ request }) }];
  return [
    ...(state === "open"
      ? [{ label: words.claim(locale), action: to.claim[place].to({ request }), style: "primary" } as const]
      : []),
    { label: words.answer(locale), action: to.answer[place].to({ request }) },
    { label: words.handOver(locale), action: to.handOver[place].to({ request }) },
    { label: words.resolve(locale), action: to.beginResolving[place].to({ request }) },
  ];
}

function blocks(shown: Shown, reader: Reader): readonly Block[] {
  const { request } = shown;
  const asked = isUnderWay(request.state) ? request.asked.slice(-mostAsked) : [];
  return [
    quoted(request.text, reader),
    { is: "facts", facts: facts(shown, reader) },
    ...(isUnderWay(request.state) ? offerBlocks(shown, reader) : []),
    ...talkBlocks(shown, mostLines, reader),
    ...lateBlocks(request, reader),
    ...asked.map((one) => askedBlock(one, shown, reader)),
  ];
}

/** A request before those who may help: on the floor, or in a message of one's own. */
export const cardView =
  (shown: Shown, place: "own" | "channel"): Localised<View> =>
  (reader) => ({
    ...headOf(shown.request, reader),
    blocks: [...blocks(shown, reader), ...buttonBlocks(helpButtons(shown.request, place, reader.locale))],
  });

/** The same for who only reads. */
export const readerView =
  (shown: Shown): Localised<View> =>
  (reader) => ({ ...headOf(shown.request, reader), blocks: blocks(shown, reader) });

/** Why it comes to somebody, as long as nobody is at it. */
function whyAsked({ step, ask, instead }: Asked, { request, roleName }: Shown, { locale }: Reader): string {
  if (!isUnderWay(request.state)) return toldWords.isOver(locale);
  if (step === 0) return toldWords.whyLate(locale);
  if (request.state !== "open") return toldWords.noHurry(locale);
  const role = roleName(ask)(locale);
  return (instead === undefined ? toldWords.whyOpen : toldWords.whyInstead)(role)(locale);
}

/** The card before somebody who was asked because nobody answered. */
export const escalationView =
  (shown: Shown, asked: Asked): Localised<View> =>
  (reader) => {
    const { request } = shown;
    const card = cardView(shown, "own")(reader);
    const isWanted = asked.step === 0 ? isUnderWay(request.state) : request.state === "open";
    return {
      ...card,
      ...(isWanted ? { title: `${toldWords.escalation(reader.locale)}${card.title}` } : {}),
      blocks: [text(whyAsked(asked, shown, reader)), ...card.blocks],
    };
  };
