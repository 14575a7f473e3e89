import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import * as to from "./addresses.ts";
import { answered } from "./answered.ts";
import type { DrawCard } from "./card.ts";
import type { Draws } from "./draws.ts";
import { drawWords } from "./messages/draw.ts";
import { formWords as words } from "./messages/form.ts";
import { partWords } from "./messages/part.ts";
import { cardView, howView } from "./views/card.ts";
import { addedView, alreadyView, enteredView, leftView } from "./views/done.ts";
import { enterWhichView, listView } from "./views/list.ts";
import { refusalView } from "./views/refusal.ts";

type Caller = Pick<Call<Params>, "asker" | "at">;

/** `/draw list`, `/draw enter` and what their buttons do. */
export function takingPartCommands({ draws }: { readonly draws: Draws }) {
  /** Enters; whoever is in it already is told so kindly. */
  async function enter({ asker, at }: Caller, id: string): Promise<Answer> {
    const outcome = await draws.enter(asker, id, at);
    if (outcome.ok || outcome.refusal.why !== "in-it-already") return answered(outcome, enteredView);
    return answered(await draws.card(asker, id, at), alreadyView);
  }

  /** The open draws that the asker could enter; where there are none, any that are open say why not. */
  async function enterable({ asker, at }: Caller): Promise<readonly DrawCard[]> {
    const open = (await draws.list(asker, at)).filter(
      ({ draw }) => draw.state === "open" && draw.entry === "by-oneself",
    );
    const free = open.filter(({ own }) => own.entry?.entered !== true && "tickets" in own.chance);
    return free.length > 0 ? free : open;
  }

  const commands = [
    command({
      name: "draw list",
      summary: words.listSummary,
      params: {},
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at }) => view(listView(await draws.list(asker, at), asker.roles.includes("admin"))),
    }),
    command({
      name: "draw enter",
      summary: words.enterSummary,
      params: { number: to.numberParam() },
      audience: "asker",
      allow: "everyone",
      run: async (call) => {
        const { number } = call.values;
        if (number !== undefined) {
          const found = await draws.numbered(call.asker, number);
          return found.ok ? enter(call, found.value.id) : view(refusalView(found.refusal));
        }
        const cards = await enterable(call);
        const [only, ...others] = cards;
        return only === undefined || others.length > 0 ? view(enterWhichView(cards)) : enter(call, only.draw.id);
      },
    }),
  ];

  const actions = [
    action({
      ...to.showDraw,
      summary: partWords.lookAt,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) =>
        answered(await draws.card(asker, values.draw, at), (card) => cardView(card)),
    }),
    action({
      ...to.howItWorks,
      summary: drawWords.how,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => answered(await draws.card(asker, values.draw, at), howView),
    }),
    action({
      ...to.enterDraw,
      summary: drawWords.enter,
      audience: "asker",
      allow: "everyone",
      run: (call) => enter(call, call.values.draw),
    }),
    action({
      ...to.leaveDraw,
      summary: drawWords.leave,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => answered(await draws.leave(asker, values.draw, at), leftView),
    }),
    action({
      ...to.writeNumber,
      summary: drawWords.addNumber,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async ({ asker, at, values }) => {
        const found = await draws.card(asker, values.draw, at);
        if (!found.ok) return view(refusalView(found.refusal));
        return form(to.addNumber.name, { draw: values.draw, nonce: found.value.own.entry?.nonce ?? "" });
      },
    }),
    action({
      ...to.addNumber,
      summary: words.addNumber,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) =>
        answered(await draws.addNumber(asker, values.draw, values.nonce, at), addedView),
    }),
  ];
  return { commands, actions };
}
