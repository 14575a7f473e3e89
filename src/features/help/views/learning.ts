import { type Block, type Button, note, type Span, strong, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import { momentOf, type Person } from "../../people/index.ts";
import { answerName, type KeptAnswer } from "../domain.ts";
import type { AnswerCard, AnswerPage, LearnRefusal } from "../learning.ts";
import {
  approveAnswer,
  openAnswer,
  rejectAnswer,
  retireAnswer,
  rewordAnswer,
  turnAnswers,
} from "../learning-addresses.ts";
import { learnRefusal, learningWords as words } from "../messages/learning.ts";

const personSpan = (person: Person | undefined): Span =>
  person === undefined ? "…" : { is: "person", name: person.name, accounts: person.accounts };

function buttonsOf({ id, state }: KeptAnswer, { locale }: Reader): readonly Button[] {
  const reword = { label: words.reword(locale), action: rewordAnswer.to({ answer: id }) };
  if (state === "proposed") {
    return [
      { label: words.approve(locale), action: approveAnswer.to({ answer: id }), style: "primary" },
      reword,
      { label: words.reject(locale), action: rejectAnswer.to({ answer: id }), style: "danger" },
    ];
  }
  if (state !== "approved") return [];
  return [reword, { label: words.retire(locale), action: retireAnswer.to({ answer: id }), style: "danger" }];
}

/** An answer with what may be done about it. */
export const answerView =
  ({ answer, people, mayDecide }: AnswerCard): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { state, question, proposedBy, decidedBy, decidedAt, reason, solved } = answer;
    const buttons = mayDecide ? buttonsOf(answer, reader) : [];
    return {
      title: words.title(answerName(answer))(locale),
      blocks: [
        text(strong(words.asked(locale)), `\n${question}`),
        text(strong(words.answer(locale)), `\n${answer.answer}`),
        {
          is: "facts",
          facts: [
            { label: words.stateLabel(locale), value: [words.state(state)(locale)] },
            { label: words.from(locale), value: [personSpan(people.get(proposedBy))] },
            ...(decidedBy === undefined
              ? []
              : [
                  {
                    label: words.decided(locale),
                    value: [
                      personSpan(people.get(decidedBy)),
                      ...(decidedAt === undefined ? [] : [" · ", momentOf(decidedAt, reader)]),
                    ],
                  },
                ]),
            ...(reason === undefined ? [] : [{ label: words.reason(locale), value: [reason] }]),
          ],
        },
        ...(solved === 0 ? [] : [note(words.solved(solved)(locale))]),
        ...(buttons.length === 0 ? [] : [{ is: "buttons" as const, buttons }]),
      ],
    };
  };

const longest = 70;
const short = (line: string): string => {
  const characters = [...line.replace(/\s+/gu, " ")];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : characters.join("");
};

/** A page of answers. */
export const answersView =
  ({ answers, all, from, state, waiting }: AnswerPage): Localised<View> =>
  ({ locale }) => {
    const to = from + answers.length;
    const other = state === "proposed" ? "approved" : "proposed";
    const buttons: readonly Button[] = [
      ...(to < all ? [{ label: words.more(locale), action: turnAnswers.to({ state, from: String(to) }) }] : []),
      ...(waiting === undefined || (other === "proposed" && waiting === 0)
        ? []
        : [
            {
              label: (other === "proposed" ? words.showWaiting(waiting) : words.showApproved)(locale),
              action: turnAnswers.to({ state: other, from: "0" }),
            },
          ]),
    ];
    const blocks: readonly Block[] =
      answers.length === 0
        ? [text(words.none(state)(locale))]
        : [
            {
              is: "list",
              items: answers.map((one) => [strong(`${answerName(one)} `), short(one.question)]),
            },
            {
              is: "menu",
              label: words.open(locale),
              action: openAnswer.to({}),
              options: answers.map((one) => ({ value: one.id, label: `${answerName(one)} ${short(one.question)}` })),
            },
            ...(all > answers.length ? [note(words.counted(from + 1, to, all)(locale))] : []),
          ];
    return {
      title: words.listTitle(state)(locale),
      blocks: [...blocks, ...(buttons.length === 0 ? [] : [{ is: "buttons" as const, buttons }])],
    };
  };

export const learnRefusedView =
  (refusal: LearnRefusal): Localised<View> =>
  ({ locale }) => ({
    title: words.refusedTitle(locale),
    tone: "attention",
    blocks: [text(learnRefusal(refusal)(locale))],
  });
