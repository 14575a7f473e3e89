import { type Answer, action, type Call, command, view } from "../../chat/command.ts";
import { optional, type Params, text } from "../../chat/param.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { EvaluationForm } from "../evaluations/index.ts";
import * as to from "./addresses.ts";
import type { Appeals } from "./card.ts";
import { caseAnswers } from "./case-answers.ts";
import { filingAnswers } from "./filing-answers.ts";
import { formWords as words } from "./messages/form.ts";
import { mendingWords } from "./messages/mending.ts";
import { itemName } from "./views/common.ts";
import { evidenceView } from "./views/evidence.ts";
import { fullView } from "./views/full.ts";
import { mendingView } from "./views/mending.ts";
import { precedentsView } from "./views/precedents.ts";
import { notDoneView } from "./views/refusal.ts";

type Who = Pick<Call<Params>, "asker" | "at">;

type Deps = {
  readonly appeals: Appeals;
  /** The forms that are out, by which items of precedents are called; by their ids without it. */
  readonly forms?: () => Promise<readonly EvaluationForm[]>;
};

/** Who looks after forms, and who checks that somebody does. */
const menders = ["qa", "supervisor", "admin", "auditor"] as const;

/** `/appeal`, the way to it from an evaluation, and what the buttons of a case do. */
export function appealCommands({ appeals, forms = async () => [] }: Deps) {
  const cases = caseAnswers(appeals);
  const filing = filingAnswers(appeals);

  const precedents = async ({ asker }: Who, searched: string): Promise<Answer> => {
    const [found, known] = await Promise.all([appeals.precedents(asker, searched), forms()]);
    const called = (form: string, item: string, locale: Locale) =>
      itemName(
        known.find(({ id }) => id === form),
        item,
        locale,
      );
    return view(precedentsView(found, searched, (one, locale) => called(one.form, one.item, locale)));
  };

  const commands = [
    command({
      name: "appeal new",
      summary: words.new,
      params: { evaluation: optional(text({ label: words.evaluation, hint: words.evaluationHint, max: 100 })) },
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) =>
        values.evaluation === undefined ? filing.list(call) : filing.ground(call, values.evaluation),
    }),
    command({
      name: "appeal status",
      summary: words.status,
      params: { number: optional(to.number) },
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => (values.number === undefined ? cases.list(call) : cases.show(call, values.number)),
    }),
    command({
      name: "appeal withdraw",
      summary: words.withdraw,
      params: { number: to.number },
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => cases.withdraw(call, values.number),
    }),
    command({
      name: "appeal add",
      summary: words.add,
      params: { number: to.number, ...to.answerParams },
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => cases.answer(call, values.number, values),
    }),
    command({
      name: "appeal vote",
      summary: words.vote,
      params: {
        number: to.number,
        item: text({ label: words.voteItem, hint: words.voteItemHint, max: 120 }),
        ...to.voteParams,
      },
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => cases.vote(call, values.number, values),
    }),
    command({
      name: "appeal precedents",
      summary: words.precedents,
      params: { words: optional(text({ label: words.words, max: 200 })) },
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => precedents(call, values.words ?? ""),
    }),
    command({
      name: "appeal rules",
      summary: mendingWords.command,
      params: {},
      audience: "asker",
      allow: menders,
      run: async ({ asker, at }) => view(mendingView(await appeals.mending(asker, at))),
    }),
  ];

  const entrances = [
    action({
      ...to.openAppealable,
      summary: words.new,
      audience: "asker",
      allow: "everyone",
      run: (call) => filing.list(call),
    }),
    action({
      ...to.openMine,
      summary: words.status,
      audience: "asker",
      allow: "everyone",
      run: (call) => cases.list(call),
    }),
  ];

  const ofFiling = [
    action({
      ...to.openGround,
      summary: words.new,
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => filing.ground(call, values.evaluation),
    }),
    action({
      ...to.openItem,
      summary: words.item,
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => filing.item(call, values.evaluation, values.item),
    }),
    action({
      ...to.fileAppeal,
      summary: words.file,
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => filing.file(call, values),
    }),
  ];

  const ofReading = [
    action({
      ...to.openCase,
      summary: words.open,
      audience: "asker",
      allow: "everyone",
      run: ({ values, ...call }) => cases.show(call, values.appeal),
    }),
    action({
      ...to.showCase,
      summary: words.open,
      audience: "replace",
      allow: "everyone",
      run: ({ values, ...call }) => cases.show(call, values.appeal),
    }),
    action({
      ...to.readInFull,
      summary: words.read,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const card = await appeals.card(asker, values.appeal, at);
        return view(card.ok ? fullView(card.value, values.of) : notDoneView(card.refusal));
      },
    }),
    action({
      ...to.openEvidence,
      summary: words.evidence,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const found = await appeals.evidence(asker, values.appeal, values.file, at);
        return view(found.ok ? evidenceView(found.value) : notDoneView(found.refusal));
      },
    }),
  ];

  const ofActing = [
    action({
      ...to.withdrawAppeal,
      summary: words.withdraw,
      audience: "replace",
      allow: "everyone",
      run: ({ values, ...call }) => cases.withdraw(call, values.appeal),
    }),
    action({
      ...to.answerAppeal,
      summary: words.add,
      audience: "replace",
      allow: "everyone",
      run: ({ values, ...call }) => cases.answer(call, values.appeal, values),
    }),
    action({
      ...to.forwardAppeal,
      summary: words.forward,
      audience: "replace",
      allow: "everyone",
      run: ({ values, asker, at }) =>
        cases.about({ asker, at }, values.appeal, "forward", appeals.forward(asker, values.appeal, at)),
    }),
    action({
      ...to.returnAppeal,
      summary: words.giveBack,
      audience: "replace",
      allow: "everyone",
      run: ({ values: { appeal, question }, asker, at }) =>
        cases.about({ asker, at }, appeal, "return", appeals.giveBack(asker, appeal, question, at), [
          { label: words.question, words: question },
        ]),
    }),
    action({
      ...to.exceptAppeal,
      summary: words.except,
      audience: "replace",
      allow: "everyone",
      run: ({ values: { appeal, granted }, asker, at }) => {
        const isGranted = granted === "yes";
        const excepted = appeals.except(asker, appeal, isGranted, at);
        return cases.about({ asker, at }, appeal, isGranted ? "grant" : "deny", excepted);
      },
    }),
    action({
      ...to.stateGrounds,
      summary: words.state,
      audience: "replace",
      allow: "everyone",
      run: ({ values: { appeal, statement }, asker, at }) =>
        cases.about({ asker, at }, appeal, "state", appeals.state(asker, appeal, statement, at), [
          { label: words.statement, words: statement },
        ]),
    }),
    action({
      ...to.scoreItem,
      summary: words.vote,
      audience: "replace",
      allow: "everyone",
      run: ({ values, ...call }) => cases.vote(call, values.appeal, values),
    }),
  ];

  return { commands, actions: [...entrances, ...ofFiling, ...ofReading, ...ofActing] };
}
