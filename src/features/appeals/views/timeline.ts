import { type Block, note, type Span, type Spans, strong, text } from "../../../chat/view.ts";
import type { Reader } from "../../../kernel/locale.ts";
import type { Card } from "../card.ts";
import type { Happening } from "../domain.ts";
import { caseWords } from "../messages/case.ts";
import { seatTitles } from "../messages/names.ts";
import { steps, stepsAlone } from "../messages/timeline.ts";
import { filled, momentOf, personOf } from "./common.ts";

/** More steps than these are counted only. */
const mostSteps = 14;

const whoOf = (one: Happening) => ("by" in one ? one.by : "to" in one ? one.to : undefined);

/** One step in words, the same for every reader: of a vote only that there was one. */
function stepOf(one: Happening, { people }: Card, reader: Reader): Spans {
  const { locale } = reader;
  const who = whoOf(one);
  const from = "from" in one ? one.from : undefined;
  const seat = "seat" in one ? seatTitles[one.seat](locale) : "";
  const name = (id: string): Span => personOf(id, people, locale);
  const isAlone = who === undefined && stepsAlone[one.is] !== undefined;
  const sentence = (isAlone ? stepsAlone[one.is] : undefined) ?? steps[one.is];
  return [
    momentOf(one.at, reader),
    " · ",
    ...filled(sentence(locale), {
      seat,
      ...(who === undefined || one.is === "voted" ? {} : { who: name(who) }),
      from: from === undefined ? caseWords.nobody(locale) : name(from),
    }),
  ];
}

/** What happened to an appeal so far, as both sides see it. */
export function timeline(card: Card, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const { happened } = card.appeal;
  const shown = happened.slice(-mostSteps);
  const left = happened.length - shown.length;
  return [
    text(strong(caseWords.history(locale))),
    ...(left > 0 ? [note(caseWords.earlier(left)(locale))] : []),
    { is: "list", items: shown.map((one) => stepOf(one, card, reader)) },
  ];
}
