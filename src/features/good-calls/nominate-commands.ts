import { action, command, form, view } from "../../chat/command.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Nominated } from "./acting.ts";
import * as to from "./addresses.ts";
import type { GoodCalls } from "./good-calls.ts";
import { nominateWords as words } from "./messages/nominate.ts";
import { toldWords } from "./messages/told.ts";
import type { NominateRefusal } from "./nominating.ts";
import { nominateParams } from "./params.ts";
import { refusalView } from "./views/answers.ts";
import { withdrawnView } from "./views/common.ts";
import { consentView } from "./views/consent.ts";
import { chooseView, nominatedView, nominationsView, takenBackView } from "./views/nominate.ts";
import { votedView } from "./views/vote.ts";

/** `/nominate`, the vote, the agent's answer, and what else is pressed on the way to the library. */
export function nominateCommands({ goodCalls }: { readonly goodCalls: GoodCalls }) {
  function shown(outcome: Outcome<Nominated, NominateRefusal>, written?: string) {
    if (!outcome.ok) return view(refusalView(outcome.refusal));
    const { value } = outcome;
    return view(value.is === "choose" ? chooseView(value) : nominatedView(value, written));
  }

  const nominate = command({
    name: "nominate",
    summary: words.summary,
    params: nominateParams,
    audience: "asker",
    allow: "everyone",
    run: async ({ asker, at, values }) => {
      const { contact: called, skill, also = [], where: markS, highlight } = values;
      const said = { called, highlight, skills: [...skill, ...also], markS };
      return shown(await goodCalls.nominate(asker, said, at), highlight);
    },
  });

  const actions = [
    action({
      ...to.beginNomination,
      summary: words.begin,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async () => form(nominate.name),
    }),
    action({
      ...to.chooseContact,
      summary: words.summary,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await goodCalls.choose(asker, values, at)),
    }),
    action({
      ...to.seeNominations,
      summary: words.mine,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker }) => view(nominationsView(await goodCalls.nominations(asker))),
    }),
    action({
      ...to.vote,
      summary: toldWords.votes,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const isFor = values.as === "for";
        const outcome = await goodCalls.vote(asker, values.call, isFor, at);
        return view(outcome.ok ? votedView(outcome.value, isFor) : refusalView(outcome.refusal));
      },
    }),
    action({
      ...to.answerConsent,
      summary: toldWords.yes,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await goodCalls.answer(asker, values.call, values.as === "yes", at);
        return view(outcome.ok ? consentView(outcome.value) : refusalView(outcome.refusal));
      },
    }),
    action({
      ...to.takeBack,
      summary: words.takeBack,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await goodCalls.takeBack(asker, values.call, at);
        if (!outcome.ok) return view(refusalView(outcome.refusal));
        const isLibrary = outcome.value.acceptedAt !== undefined;
        return view((isLibrary ? withdrawnView : takenBackView)(outcome.value));
      },
    }),
  ];

  return { commands: [nominate], actions };
}
