import type { Role } from "../../chat/asker.ts";
import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import * as to from "./addresses.ts";
import { answered } from "./answered.ts";
import type { DrawCard, DrawRefusal } from "./card.ts";
import type { Draws } from "./draws.ts";
import { draftWords } from "./messages/draft.ts";
import { drawWords } from "./messages/draw.ts";
import { formWords as words } from "./messages/form.ts";
import { refusalWords } from "./messages/refusal.ts";
import { askedView, keptView, secondedView } from "./views/done.ts";
import { draftView, droppedView, openedView } from "./views/draft.ts";
import { refusalView } from "./views/refusal.ts";

const makers = ["admin"] as const satisfies readonly Role[];
/** Those who may agree to a cancellation. */
const seconders = ["admin", "supervisor", "auditor"] as const satisfies readonly Role[];

/** `/draw new`, the draft that it makes, and the cancellation of draws by two. */
export function makingCommands({ draws }: { readonly draws: Draws }) {
  /** A draft after something was done with it; why nothing was is said above it as it stands. */
  async function shown(
    { asker, at }: Pick<Call<Params>, "asker" | "at">,
    id: string,
    outcome: Outcome<DrawCard, DrawRefusal>,
    viewOf: (card: DrawCard) => Localised<View> = draftView,
  ): Promise<Answer> {
    if (outcome.ok) return view(viewOf(outcome.value));
    const found = await draws.card(asker, id, at);
    const isDraft = found.ok && found.value.draw.state === "draft";
    return view(isDraft ? draftView(found.value, refusalWords(outcome.refusal)) : refusalView(outcome.refusal));
  }

  const commands = [
    command({
      name: "draw new",
      summary: words.newSummary,
      params: to.draftParams,
      audience: "asker",
      allow: makers,
      run: async ({ asker, at, values }) => answered(await draws.make(asker, values, at), draftView),
    }),
  ];

  const drafts = [
    action({
      ...to.writeDraft,
      summary: draftWords.change,
      audience: "replace",
      allow: makers,
      opensForm: true,
      run: async ({ asker, at, values }) => {
        const found = await draws.card(asker, values.draw, at);
        if (!found.ok) return view(refusalView(found.refusal));
        return form(to.saveDraft.name, { draw: values.draw, ...draws.written(found.value.draw, asker.zone) });
      },
    }),
    action({
      ...to.saveDraft,
      summary: draftWords.change,
      audience: "replace",
      allow: makers,
      run: async (call) => {
        const { draw, ...given } = call.values;
        return shown(call, draw, await draws.rewrite(call.asker, draw, given, call.at));
      },
    }),
    action({
      ...to.setDraft,
      summary: draftWords.change,
      audience: "replace",
      allow: makers,
      run: async (call) => {
        const { draw, what, value } = call.values;
        return shown(call, draw, await draws.set(call.asker, draw, what, value, call.at));
      },
    }),
    action({
      ...to.setSource,
      summary: draftWords.source,
      audience: "replace",
      allow: makers,
      opensForm: true,
      run: async (call) => {
        const { draw, source } = call.values;
        if (source === "public") return form(to.namePublic.name, { draw });
        return shown(call, draw, await draws.setSource(call.asker, draw, source, call.at));
      },
    }),
    action({
      ...to.namePublic,
      summary: words.namePublic,
      audience: "replace",
      allow: makers,
      run: async (call) => {
        const { draw, what, digits } = call.values;
        return shown(call, draw, await draws.setSource(call.asker, draw, { what, digits }, call.at));
      },
    }),
    action({
      ...to.openDraft,
      summary: draftWords.open,
      audience: "replace",
      allow: makers,
      run: async (call) => {
        const { draw, seen } = call.values;
        return shown(call, draw, await draws.open(call.asker, draw, seen, call.at), openedView);
      },
    }),
    action({
      ...to.dropDraft,
      summary: draftWords.drop,
      audience: "replace",
      allow: makers,
      run: async (call) => {
        const { draw } = call.values;
        return shown(call, draw, await draws.drop(call.asker, draw, call.at), droppedView);
      },
    }),
  ];

  const cancelling = [
    action({
      ...to.writeCancel,
      summary: words.cancelSummary,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async ({ values }) => form(to.cancelDraw.name, values),
    }),
    action({
      ...to.cancelDraw,
      summary: words.cancelSummary,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) =>
        answered(await draws.askToCancel(asker, values.draw, values, at), askedView),
    }),
    action({
      ...to.secondCancel,
      summary: drawWords.second,
      audience: "asker",
      allow: seconders,
      run: async ({ asker, at, values }) =>
        answered(await draws.second(asker, values.draw, values.wish, at), secondedView),
    }),
    action({
      ...to.keepDraw,
      summary: drawWords.keep,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => answered(await draws.keep(asker, values.draw, at), keptView),
    }),
  ];
  return { commands, actions: [...drafts, ...cancelling] };
}
