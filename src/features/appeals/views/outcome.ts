import { type Block, note, strong, text } from "../../../chat/view.ts";
import type { Locale, Reader, Say } from "../../../kernel/locale.ts";
import type { Card } from "../card.ts";
import type { Decision, ItemDecision, ItemOutcome, Seat } from "../domain.ts";
import { caseWords as words } from "../messages/case.ts";
import { codeNames, seatTitles } from "../messages/names.ts";
import { beginning, itemName, points, roomForVote } from "./common.ts";

/** How a decision turned out as a whole. */
export function outcomeOf({ items }: Decision): ItemOutcome {
  if (items.every(({ outcome }) => outcome === "upheld")) return "upheld";
  return items.every(({ outcome }) => outcome === "rejected") ? "rejected" : "partly";
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What one seat said of an item. */
function ballotLine(seat: Seat, item: string, room: number, locale: Locale): string {
  const title = capital(seatTitles[seat.name](locale));
  const ballot = seat.ballots.find((one) => one.item === item);
  if (ballot === undefined) return words.missed(title)(locale);
  const said = words.ballot(title, ballot.points, codeNames[ballot.code](locale))(locale);
  return `${said}${beginning(ballot.reason, words.more, locale, room)}`;
}

/** The reasons for one item, seat by seat and without names. */
function reasonsOf({ item }: ItemDecision, { appeal, form }: Card, locale: Locale): readonly Block[] {
  const room = roomForVote(appeal.challenges.length);
  const lines = appeal.seats.map((seat) => [ballotLine(seat, item, room, locale)]);
  return [text(strong(itemName(form, item, locale))), { is: "list", items: lines }];
}

const how: Readonly<Record<Exclude<Decision["by"], "panel">, Say>> = {
  silence: words.bySilence,
  purged: words.byPurge,
};

/** A vote below what there was has changed nothing, which is said. */
const hasLower = ({ appeal }: Card): boolean =>
  appeal.seats.some(({ ballots }) =>
    ballots.some(({ item, points }) =>
      appeal.challenges.some((challenge) => challenge.item === item && points < challenge.original),
    ),
  );

function correction({ appeal }: Card, locale: Locale): readonly Block[] {
  const { correction } = appeal;
  if (correction === undefined) return [];
  const { from, to, adjustedOn } = correction;
  return [
    text(words.corrected(points(from, locale), points(to, locale))(locale)),
    ...(adjustedOn === undefined ? [] : [note(words.bookedOn(adjustedOn)(locale))]),
  ];
}

/** Nobody goes from here with a harder word than is needed. */
function kindly({ appeal, part }: Card, decision: Decision, locale: Locale): readonly Block[] {
  const outcome = outcomeOf(decision);
  const isUnclear = decision.items.some(({ code }) => code === "rule-unclear");
  const isHeard = decision.by === "panel";
  return [
    ...(part === "agent" && outcome === "rejected" ? [text(words.inGoodFaith(locale))] : []),
    ...(part === "scorer" && outcome !== "rejected" && appeal.scorer !== undefined && isHeard
      ? [text(words.scorerKindly(locale))]
      : []),
    ...(isUnclear ? [note(words.ruleUnclear(locale))] : []),
  ];
}

/** What was decided and why, what it made of the evaluation, and a kind word; nothing before it is decided. */
export function outcomeBlocks(card: Card, { locale }: Reader): readonly Block[] {
  const { decision } = card.appeal;
  if (decision === undefined) return [];
  return [
    text(strong(words.outcome(locale))),
    ...(decision.by === "panel"
      ? decision.items.flatMap((one) => reasonsOf(one, card, locale))
      : [text(how[decision.by](locale))]),
    ...(hasLower(card) ? [note(words.notLower(locale))] : []),
    ...correction(card, locale),
    ...kindly(card, decision, locale),
  ];
}
