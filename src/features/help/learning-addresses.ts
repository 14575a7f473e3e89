import { address } from "../../chat/command.ts";
import { choice, id, parsed, text } from "../../chat/param.ts";
import { done } from "../../kernel/outcome.ts";
import { learningWords as words } from "./messages/learning.ts";
import { noteLength, textLength } from "./rules.ts";

const answer = id();
const reason = text({ label: words.why, min: 5, max: 500, paragraph: true });

/** Nobody turns further. */
const mostAnswers = 100_000;
/** A count that only buttons carry. */
const from = {
  ...parsed({ label: words.more }, (value) => done(Math.min(mostAnswers, Math.max(0, Math.trunc(Number(value)) || 0)))),
  field: () => undefined,
};
const state = choice({
  label: words.stateLabel,
  of: { proposed: words.state("proposed"), approved: words.state("approved") },
});

export const turnAnswers = address("help-answer.list", { state, from });
export const openAnswer = address("help-answer.open", { answer });
export const approveAnswer = address("help-answer.approve", { answer });
export const rewordAnswer = address("help-answer.reword", { answer });
export const keepReworded = address("help-answer.reworded", {
  answer,
  question: text({ label: words.asked, ...textLength, paragraph: true }),
  words: text({ label: words.answer, ...noteLength, paragraph: true }),
});
export const rejectAnswer = address("help-answer.reject", { answer, reason });
export const retireAnswer = address("help-answer.retire", { answer, reason });
