import { type Answer, action, command, form, view } from "../../chat/command.ts";
import type { Values } from "../../chat/param.ts";
import * as to from "./addresses.ts";
import type { KudosDoor } from "./kudos.ts";
import { formWords as words } from "./messages/form.ts";
import { mineView } from "./views/mine.ts";
import { chooseView, refusalView } from "./views/refusal.ts";
import { sentView, takenBackAnswer } from "./views/sent.ts";

/** What the giver is answered. */
function answered(outcome: Awaited<ReturnType<KudosDoor["give"]>>): Answer {
  if (outcome.ok) return view(sentView(outcome.value));
  const { refusal } = outcome;
  return view("why" in refusal ? chooseView(refusal) : refusalView(refusal));
}

/** Whether a line says nothing but that somebody wants to see their own: `/kudos mine`. */
const asksForOwn = ({ who, value, reason }: Values<typeof to.kudosParams>): boolean =>
  who !== undefined &&
  "text" in who &&
  /^(?:mine|我的)$/iu.test(who.text) &&
  value === undefined &&
  reason === undefined;

/** `/kudos` and what its buttons do. */
export function kudosCommands({ kudos }: { readonly kudos: KudosDoor }) {
  const own = { audience: "asker", allow: "everyone" } as const;
  const commands = [
    command({
      ...own,
      name: "kudos",
      summary: words.summary,
      params: to.kudosParams,
      opensForm: true,
      run: async ({ asker, at, values }) => {
        if (values.who === undefined && values.reason === undefined) return form(to.newKudos.name);
        if (asksForOwn(values)) return view(mineView(await kudos.mine(asker, at)));
        return answered(await kudos.give(asker, values, at));
      },
    }),
  ];

  const actions = [
    action({
      ...to.newKudos,
      ...own,
      summary: words.summary,
      run: async ({ asker, at, values }) => answered(await kudos.give(asker, values, at)),
    }),
    action({
      ...to.writeKudos,
      ...own,
      summary: words.choose,
      opensForm: true,
      run: async ({ values }) => form(to.sendKudos.name, values),
    }),
    action({
      ...to.sendKudos,
      ...own,
      summary: words.summary,
      run: async ({ asker, at, values }) => answered(await kudos.giveTo(asker, values, at)),
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
      ...own,
      summary: words.mine,
      run: async ({ asker, at }) => view(mineView(await kudos.mine(asker, at))),
    }),
  ];
  return { commands, actions };
}
