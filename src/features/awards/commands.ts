import type { Role } from "../../chat/asker.ts";
import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import * as to from "./addresses.ts";
import type { Awards } from "./awards.ts";
import type { Decided } from "./deciding.ts";
import { formWords as words } from "./messages/forms.ts";
import { cardView, refusalView } from "./views/card.ts";
import { listView } from "./views/list.ts";

/** Those who decide on awards or look after who does; deputies without the role press what they are sent. */
const readers = ["lead", "supervisor", "admin", "auditor"] as const satisfies readonly Role[];

/** What is typed for all awards instead of a number. */
const all = ["list", "列表"];

/** `/award` and what its buttons do; who may is asked anew at each press. */
export function awardCommands({ awards }: { readonly awards: Awards }) {
  type Who = Pick<Call<Params>, "asker" | "at">;

  const list = async ({ asker, at }: Who): Promise<Answer> => view(listView(await awards.list(asker, at)));

  async function open({ asker, at }: Who, id: string): Promise<Answer> {
    const outcome = await awards.card(asker, id, at);
    return view(outcome.ok ? cardView(outcome.value) : refusalView(outcome.refusal));
  }

  const shown = (decided: Decided): Answer =>
    view(decided.ok ? cardView(decided.value) : refusalView(decided.refusal.refusal, decided.refusal.card));

  const commands = [
    command({
      name: "award",
      summary: words.summary,
      params: to.awardParams,
      audience: "asker",
      allow: readers,
      run: async (call) => {
        const { award } = call.values;
        if (award === undefined || all.includes(award.toLowerCase())) return list(call);
        const id = await awards.called(call.asker.site, award);
        return id === undefined ? view(refusalView({ why: "no-such-award" })) : open(call, id);
      },
    }),
  ];

  const actions = [
    action({
      ...to.openAward,
      summary: words.open,
      audience: "asker",
      allow: "everyone",
      run: (call) => open(call, call.values.award),
    }),
    action({
      ...to.confirmAward,
      summary: words.confirm,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await awards.confirm(asker, values, at)),
    }),
    action({
      ...to.changeAward,
      summary: words.change,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await awards.change(asker, values, at)),
    }),
    action({
      ...to.changeTeam,
      summary: words.change,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await awards.changeTeam(asker, values, at)),
    }),
    action({
      ...to.declineAward,
      summary: words.decline,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await awards.decline(asker, values, at)),
    }),
    action({
      ...to.editPrize,
      summary: words.editPrize,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async ({ asker, at, values }) => {
        const outcome = await awards.card(asker, values.award, at);
        if (!outcome.ok) return view(refusalView(outcome.refusal));
        const { award, mayDecide } = outcome.value;
        if (!mayDecide) {
          return view(refusalView({ why: award.state === "proposed" ? "not-yours" : "decided" }, outcome.value));
        }
        const { id, revision, prize, coupon = "" } = award;
        return form(to.savePrize.name, {
          award: id,
          seen: String(revision),
          prize: prize?.[asker.locale] ?? "",
          coupon,
        });
      },
    }),
    action({
      ...to.savePrize,
      summary: words.editPrize,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await awards.attach(asker, values, at)),
    }),
    action({
      ...to.takeBackAward,
      summary: words.undo,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await awards.takeBack(asker, values.award, at)),
    }),
  ];

  return { commands, actions };
}
