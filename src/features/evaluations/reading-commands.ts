import type { Role } from "../../chat/asker.ts";
import { action, type Call, command, form, view } from "../../chat/command.ts";
import { optional, type Params, person } from "../../chat/param.ts";
import * as to from "./addresses.ts";
import type { Evaluations } from "./evaluations.ts";
import { ackWords } from "./messages/ack.ts";
import { cardWords } from "./messages/card.ts";
import { listWords } from "./messages/list.ts";
import { ackView } from "./views/ack.ts";
import { cardView } from "./views/card.ts";
import { itemByItemView } from "./views/item-by-item.ts";
import { listView } from "./views/list.ts";
import { hiddenView, refusalView, saidView } from "./views/refusal.ts";
import { toldView } from "./views/told.ts";

/** Those who have evaluations or may read some; the rules decide whose. */
const readers = ["agent", "lead", "supervisor", "qa", "auditor"] as const satisfies readonly Role[];
/** Those who are or were evaluated. */
const evaluated = ["agent", "lead"] as const satisfies readonly Role[];

/** `/evaluations`, `/ack` and what their buttons do. */
export function readingCommands({ evaluations }: { readonly evaluations: Evaluations }) {
  async function items({ asker, at }: Pick<Call<Params>, "asker" | "at">, evaluation: string, page: number) {
    const outcome = await evaluations.card(asker, evaluation, at);
    return view(outcome.ok ? itemByItemView(outcome.value, page) : hiddenView(outcome.refusal));
  }

  const list = command({
    name: "evaluations",
    summary: listWords.summary,
    params: { person: optional(person({ label: listWords.person, hint: listWords.personHint })) },
    audience: "asker",
    allow: readers,
    run: async ({ asker, at, values }) => {
      const found = values.person && (await evaluations.find(asker.site, values.person));
      if (found !== undefined && !found.ok) return view(saidView(found.refusal.say));
      const outcome = await evaluations.list(asker, found?.value.id ?? asker.person, at);
      return view(outcome.ok ? listView(outcome.value, asker.roles.includes("agent")) : hiddenView(outcome.refusal));
    },
  });

  const ack = command({
    name: "ack",
    summary: ackWords.summary,
    params: to.ackParams,
    audience: "asker",
    allow: evaluated,
    run: async ({ asker, at, values }) => {
      const { evaluation, comment } = values;
      const outcome = await evaluations.acknowledgeCalled(asker, evaluation, comment, at);
      return view(outcome.ok ? ackView(outcome.value, comment) : refusalView(outcome.refusal));
    },
  });

  const actions = [
    action({
      ...to.openEvaluation,
      summary: cardWords.open,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await evaluations.card(asker, values.evaluation, at);
        return view(outcome.ok ? cardView(outcome.value) : hiddenView(outcome.refusal));
      },
    }),
    action({
      ...to.readItems,
      summary: cardWords.itemByItem,
      audience: "asker",
      allow: "everyone",
      run: (call) => items(call, call.values.evaluation, 0),
    }),
    action({
      ...to.turnItems,
      summary: cardWords.itemByItem,
      audience: "replace",
      allow: "everyone",
      run: (call) => items(call, call.values.evaluation, call.values.page),
    }),
    action({
      ...to.acknowledge,
      summary: cardWords.acknowledge,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await evaluations.acknowledge(asker, values.evaluation, undefined, at);
        if (!outcome.ok) return view(refusalView(outcome.refusal));
        const { card, isFirst } = outcome.value;
        const said = isFirst ? cardWords.thanks : cardWords.already;
        return view(values.where === "notice" ? toldView(card, said) : cardView(card, said));
      },
    }),
    action({
      ...to.acknowledgeWith,
      summary: cardWords.acknowledgeWith,
      audience: "asker",
      allow: evaluated,
      opensForm: true,
      run: async ({ asker, at, values }) => {
        const outcome = await evaluations.card(asker, values.evaluation, at);
        if (!outcome.ok) return view(refusalView(outcome.refusal));
        return form(ack.name, { evaluation: outcome.value.evaluation.number });
      },
    }),
  ];

  return { commands: [list, ack], actions };
}
