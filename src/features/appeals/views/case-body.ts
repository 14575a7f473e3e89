import { type Block, type Fact, note, type Span, type Spans, strong, text } from "../../../chat/view.ts";
import { format, type Locale, type Reader } from "../../../kernel/locale.ts";
import { mostOf } from "../../evaluations/index.ts";
import type { Card } from "../card.ts";
import type { Challenge } from "../domain.ts";
import { caseWords as words } from "../messages/case.ts";
import { codeNames, kindNames, outcomeNames } from "../messages/names.ts";
import { isOver } from "../states.ts";
import { toScore } from "./case-buttons.ts";
import {
  beginning,
  commentOn,
  itemName,
  itemOf,
  momentOf,
  mostIn,
  personOf,
  points,
  quoted,
  roomForComment,
} from "./common.ts";

const fact = (label: string, ...value: Spans): Fact => ({ label, value });

function scoreOf({ appeal, evaluation }: Card, locale: Locale): string {
  const { correction } = appeal;
  if (correction !== undefined) return `${points(correction.from, locale)} → ${points(correction.to, locale)}`;
  return evaluation === undefined ? words.evaluationGone(locale) : points(evaluation.points, locale);
}

/** Whose evaluation it is and what it is about. */
export function factsOf(card: Card, reader: Reader): Block {
  const { appeal, evaluation, form, people } = card;
  const { locale } = reader;
  const { scorer, version } = appeal;
  const contact = evaluation && [evaluation.interaction ?? "", format(locale).day(evaluation.day)].filter(Boolean);
  return {
    is: "facts",
    facts: [
      fact(words.agent(locale), personOf(appeal.agent, people, locale)),
      ...(scorer === undefined ? [] : [fact(words.scorer(locale), personOf(scorer, people, locale))]),
      fact(words.form(locale), words.of(form?.name[locale] ?? appeal.form, version)(locale)),
      ...(contact === undefined ? [] : [fact(words.contact(locale), contact.join(" · "))]),
      fact(words.score(locale), strong(scoreOf(card, locale))),
      fact(words.kind(locale), kindNames[appeal.kind](locale)),
      fact(words.filed(locale), momentOf(appeal.filedAt, reader)),
    ],
  };
}

/** What was decided of an item; until then, to one of the panel, what they scored. */
function outcomeOn(item: string, { appeal, seat }: Card, locale: Locale): Spans {
  const decided = appeal.decision?.items.find((one) => one.item === item);
  if (decided !== undefined) {
    const [outcome, code] = [outcomeNames[decided.outcome](locale), codeNames[decided.code](locale)];
    return [words.decidedAs(decided.decided, outcome, code)(locale)];
  }
  const own = seat?.ballots.find((one) => one.item === item);
  return own === undefined ? [] : [words.youScored(own.points)(locale)];
}

/** What the scorer said of an item, under it. */
function commentLine(item: string, { appeal, evaluation }: Card, locale: Locale): Spans {
  const comment = commentOn(evaluation, item);
  if (comment === undefined) return [];
  const shown = beginning(comment, words.more, locale, roomForComment(appeal.challenges.length));
  return ["\n", words.comment(shown)(locale)];
}

/** One item: what it had, what is asked for, what became of it, and what its scorer said. */
function challengeLine({ item, original, proposed }: Challenge, card: Card, locale: Locale): Spans {
  return [
    strong(itemName(card.form, item, locale)),
    words.colon(locale),
    words.challenge(original, mostIn(card.form, item), proposed)(locale),
    ...outcomeOn(item, card, locale),
    ...commentLine(item, card, locale),
  ];
}

/** The items that are challenged. */
export const challenged = (card: Card, locale: Locale): readonly Block[] => [
  text(strong(words.challenged(locale))),
  { is: "list", items: card.appeal.challenges.map((one) => challengeLine(one, card, locale)) },
];

/** What earns the marks of the items that the reader is to score. */
export function guides(card: Card, locale: Locale): readonly Block[] {
  return toScore(card).flatMap(({ item: id }) => {
    const item = itemOf(card.form, id);
    if (item === undefined) return [];
    const steps = item.scale?.map(({ points: to, name }) => `${points(to, locale)} ${name[locale]}`);
    const said = [
      ...(item.guide === undefined ? [] : [item.guide[locale]]),
      steps === undefined ? words.range(mostOf(item))(locale) : words.steps(steps)(locale),
    ];
    return [note(strong(item.name[locale]), words.colon(locale), said.join(" "))];
  });
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

function evidenceOf({ appeal }: Card, locale: Locale): readonly Block[] {
  const spans = appeal.evidence.flatMap(({ link, file }): Span[] => [
    ...(link === undefined ? [] : [{ is: "link", url: link, text: words.link(hostOf(link))(locale) } as const]),
    ...(file === undefined ? [] : [`📎 ${file.name}`]),
  ]);
  if (spans.length === 0) return [];
  return [
    text(words.evidence(locale), ...spans.flatMap((span, index): Span[] => (index === 0 ? [span] : [" · ", span]))),
  ];
}

/** What both sides have said. */
export function said(card: Card, locale: Locale): readonly Block[] {
  const { reason, question, answer, statement, scorer, state, seats } = card.appeal;
  const shown = (title: string, written: string) => quoted(title, beginning(written, words.more, locale));
  const isUnanswered = question !== undefined && answer === undefined && seats.length > 0;
  const isUnstated = scorer !== undefined && statement === undefined && !isOver(state);
  return [
    shown(words.reason(locale), reason),
    ...evidenceOf(card, locale),
    ...(question === undefined ? [] : [shown(words.question(locale), question)]),
    ...(answer === undefined ? [] : [shown(words.answer(locale), answer)]),
    ...(isUnanswered ? [note(words.noAnswer(locale))] : []),
    ...(statement === undefined ? [] : [shown(words.statement(locale), statement.text)]),
    ...(isUnstated ? [note(words.noStatement(locale))] : []),
  ];
}
