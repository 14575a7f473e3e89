import type { Block, Button } from "../../../chat/view.ts";
import type { Locale, Reader } from "../../../kernel/locale.ts";
import { openEvaluation } from "../../evaluations/index.ts";
import {
  answerAppeal,
  exceptAppeal,
  fileAppeal,
  forwardAppeal,
  openEvidence,
  returnAppeal,
  scoreItem,
  stateGrounds,
  withdrawAppeal,
} from "../addresses.ts";
import type { Card, Move } from "../card.ts";
import type { Challenge } from "../domain.ts";
import { moveWords as words } from "../messages/moves.ts";
import { itemName } from "./common.ts";

/** So many items have a button each; more are in a menu. */
const mostButtons = 4;

/** The items that the reader has yet to score. */
export const toScore = ({ appeal, seat, may }: Card): readonly Challenge[] =>
  may.includes("vote")
    ? appeal.challenges.filter(({ item }) => !seat?.ballots.some((ballot) => ballot.item === item))
    : [];

/** What would be asked for again, as far as a button can carry it. */
function pointsAgain({ appeal, evaluation }: Card): string {
  const open = appeal.decision?.items.filter(({ outcome }) => outcome !== "upheld") ?? [];
  const text = open.map(({ item, proposed }) => `${item}=${proposed}`).join(",");
  return evaluation !== undefined && text.length <= 40 ? text : "";
}

/** The way to an appeal that may follow a decision. */
function again(card: Card, locale: Locale): readonly Button[] {
  const { evaluation } = card;
  if (evaluation === undefined) return [];
  const action = fileAppeal.to({
    evaluation: evaluation.id,
    seen: String(evaluation.revision),
    points: pointsAgain(card),
  });
  return [{ label: words.again(locale), action }];
}

/** The buttons of each move; votes have their own, one for each item. */
const made: { readonly [M in Move]: (card: Card, locale: Locale) => readonly Button[] } = {
  withdraw: ({ appeal: { id } }, locale) => [
    {
      label: words.withdraw(locale),
      action: withdrawAppeal.to({ appeal: id }),
      style: "danger",
      confirm: words.sureWithdraw(locale),
    },
  ],
  answer: ({ appeal: { id } }, locale) => [
    { label: words.answer(locale), action: answerAppeal.to({ appeal: id }), style: "primary" },
  ],
  forward: ({ appeal: { id } }, locale) => [
    { label: words.forward(locale), action: forwardAppeal.to({ appeal: id }), style: "primary" },
  ],
  return: ({ appeal: { id } }, locale) => [{ label: words.return(locale), action: returnAppeal.to({ appeal: id }) }],
  grant: ({ appeal: { id } }, locale) => [
    { label: words.grant(locale), action: exceptAppeal.to({ appeal: id, granted: "yes" }), style: "primary" },
  ],
  deny: ({ appeal: { id } }, locale) => [
    {
      label: words.deny(locale),
      action: exceptAppeal.to({ appeal: id, granted: "no" }),
      style: "danger",
      confirm: words.sureDeny(locale),
    },
  ],
  state: ({ appeal: { id } }, locale) => [
    { label: words.state(locale), action: stateGrounds.to({ appeal: id }), style: "primary" },
  ],
  vote: (card, locale) => {
    const open = toScore(card);
    if (open.length > mostButtons) return [];
    return open.map(({ item }) => ({
      label: words.vote(itemName(card.form, item, locale))(locale),
      action: scoreItem.to({ appeal: card.appeal.id, item }),
      style: "primary",
    }));
  },
  again,
};

/** What is asked of the reader comes first, taking it back last. */
const order = ["answer", "forward", "return", "grant", "deny", "vote", "state", "again", "withdraw"] as const;

function voteMenu(card: Card, locale: Locale): readonly Block[] {
  const open = toScore(card);
  if (open.length <= mostButtons) return [];
  const options = open.map(({ item }) => ({ value: item, label: itemName(card.form, item, locale) }));
  const action = scoreItem.to({ appeal: card.appeal.id });
  const chunks = Array.from({ length: Math.ceil(options.length / 25) }, (_, at) =>
    options.slice(at * 25, at * 25 + 25),
  );
  return chunks.map((some): Block => ({ is: "menu", label: words.pickItem(locale), action, options: some }));
}

function files({ appeal: { id, evidence } }: Card): readonly Button[] {
  return evidence.flatMap(({ file }) =>
    file === undefined ? [] : [{ label: `📎 ${file.name}`, action: openEvidence.to({ appeal: id, file: file.id }) }],
  );
}

/** The way to the whole evaluation, for those who may read it. */
function whole({ evaluation, mayRead = false }: Card, locale: Locale): readonly Button[] {
  if (evaluation === undefined || !mayRead) return [];
  return [{ label: words.evaluation(locale), action: openEvaluation.to({ evaluation: evaluation.id }) }];
}

/** Exactly what the reader may do with a case, its evaluation and its files. */
export function caseButtons(card: Card, { locale }: Reader): readonly Block[] {
  const buttons = order.filter((move) => card.may.includes(move)).flatMap((move) => made[move](card, locale));
  const all = [...buttons, ...whole(card, locale), ...files(card)];
  return [...voteMenu(card, locale), ...(all.length === 0 ? [] : [{ is: "buttons", buttons: all } as const])];
}
