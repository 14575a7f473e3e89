export { appealEvaluation, openEvaluation } from "./addresses.ts";
export { evaluationCommands } from "./commands.ts";
export * from "./domain.ts";
export { type Evaluations, type EvaluationsDeps, evaluations } from "./evaluations.ts";
export {
  canEarn,
  type EvaluationForm,
  type FormConfig,
  type FormItem,
  formConfig,
  itemsOf,
  type Mark,
  mostOf,
  type Result,
  resultOf,
  skills,
} from "./form.ts";
export { type FormColumn, type FormRow, type FormTable, formColumns, readFormTable } from "./form-file.ts";
export { type FormProblem, formProblemWords } from "./form-file-words.ts";
export { evaluationName } from "./notice.ts";
export type { EvaluationRoster } from "./roster.ts";
export type { EvaluationStore, Published, Restatement, Unpublished } from "./store.ts";
