import { type Answer, action, command, form, view } from "../../chat/command.ts";
import * as to from "./addresses.ts";
import type { KudosDoor } from "./kudos.ts";
import { formWords as words } from "./messages/form.ts";
import { mineView } from "./views/mine.ts";
import { chooseView, refusalView } from "./views/refusal.ts";
import { sentView, takenBackAnswer } from "./views/sent.ts";

type Outcome = Awaited<ReturnType<KudosDoor["give"]>>;

/** What the giver is answered; where nothing was sent, what they wrote is not lost. */
function answered(outcome: Outcome, reason: string): Answer {
  if (outcome.ok) return view(sentView(outcome.value));
  const { refusal } = outcome;
  return view("why" in refusal ? chooseView(refusal, reason) : refusalView(refusal, reason));
}

/** `/kudos` and what its buttons do. */
export function kudosCommands({ kudos }: { readonly kudos: KudosDoor }) {
  const commands = [
    command({
      name: "kudos",
      summary: words.summary,
      params: to.kudosParams,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => answered(await kudos.give(asker, values, at), values.reason),
    }),
  ];

  const actions = [
    action({
      ...to.writeKudos,
      summary: words.choose,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async ({ values }) => form(to.sendKudos.name, values),
    }),
    action({
      ...to.sendKudos,
      summary: words.summary,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => answered(await kudos.giveTo(asker, values, at), values.reason),
    }),
    action({
      ...to.takeKudosBack,
      summary: words.takeBack,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await kudos.takeBack(asker, values.kudos, at);
        return view(outcome.ok ? takenBackAnswer(outcome.value.left) : refusalView(outcome.refusal));
      },
    }),
    action({
      ...to.showMine,
      summary: words.mine,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at }) => view(mineView(await kudos.mine(asker, at))),
    }),
  ];
  return { commands, actions };
}
