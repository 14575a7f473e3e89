import { type Answer, action, form, view } from "../../chat/command.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { AnswerCard, Learning, LearnRefusal } from "./learning.ts";
import * as to from "./learning-addresses.ts";
import { learningWords as words } from "./messages/learning.ts";
import { answersView, answerView, learnRefusedView } from "./views/learning.ts";

/** What is pressed on answers that were learnt. */
export function learningActions({ help }: { readonly help: Learning }) {
  const shown = (outcome: Outcome<AnswerCard, LearnRefusal>): Answer =>
    view(outcome.ok ? answerView(outcome.value) : learnRefusedView(outcome.refusal));
  const own = { audience: "asker", allow: "everyone" } as const;
  const revising = { audience: "replace", allow: "everyone" } as const;
  return [
    action({
      ...to.turnAnswers,
      ...revising,
      summary: words.summary,
      run: async ({ asker, at, values: { state, from } }) =>
        view(answersView(await help.keptAnswers(asker, state, from, at))),
    }),
    action({
      ...to.openAnswer,
      ...own,
      summary: words.open,
      run: async ({ asker, at, values }) => shown(await help.keptAnswer(asker, values.answer, at)),
    }),
    action({
      ...to.approveAnswer,
      ...revising,
      summary: words.approve,
      run: async ({ asker, at, values }) => shown(await help.approve(asker, values.answer, at)),
    }),
    action({
      ...to.rewordAnswer,
      ...own,
      summary: words.reword,
      opensForm: true,
      run: async ({ asker, at, values }) => {
        const found = await help.keptAnswer(asker, values.answer, at);
        if (!found.ok) return shown(found);
        const { id, question, answer } = found.value.answer;
        return form(to.keepReworded.name, { answer: id, question, words: answer });
      },
    }),
    action({
      ...to.keepReworded,
      ...revising,
      summary: words.reword,
      run: async ({ asker, at, values: { answer, question, words: said } }) =>
        shown(await help.reword(asker, answer, { question, answer: said }, at)),
    }),
    action({
      ...to.rejectAnswer,
      ...revising,
      summary: words.reject,
      run: async ({ asker, at, values }) => shown(await help.reject(asker, values.answer, values.reason, at)),
    }),
    action({
      ...to.retireAnswer,
      ...revising,
      summary: words.retire,
      run: async ({ asker, at, values }) => shown(await help.retire(asker, values.answer, values.reason, at)),
    }),
  ];
}
