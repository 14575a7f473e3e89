import type { Role } from "../../chat/asker.ts";
import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import { choice, date, optional, type Params, person, text } from "../../chat/param.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import * as to from "./addresses.ts";
import { type EvaluationKind, overall } from "./domain.ts";
import type { Evaluations } from "./evaluations.ts";
import type { Mark } from "./form.ts";
import { draftWords } from "./messages/draft.ts";
import { kindNames, evaluateWords as words } from "./messages/evaluate.ts";
import type { DraftCard, Refused } from "./scoring.ts";
import { type Chosen, contactsView, formsView, startView } from "./views/contacts.ts";
import { draftView, droppedView } from "./views/draft.ts";
import { draftRefusalView, refusalView, saidView } from "./views/refusal.ts";
import { publishedView } from "./views/told.ts";

/** Those who evaluate contacts. */
const scorers = ["qa", "supervisor"] as const satisfies readonly Role[];

type Caller = Pick<Call<Params>, "asker" | "at">;
type Kind = Exclude<EvaluationKind, "calibration">;

const evaluateParams = {
  person: optional(person({ label: words.person, hint: words.personHint })),
  day: optional(date({ label: words.day, hint: words.dayHint })),
  contact: optional(text({ label: words.contact, hint: words.contactHint, max: 200 })),
  kind: optional(choice<Kind>({ label: words.kind, of: kindNames })),
};

const markFrom = (value: string): Mark["points"] => (value === "na" ? value : Number(value || Number.NaN));

/** `/evaluate` and what its buttons do. */
export function scoringCommands({ evaluations }: { readonly evaluations: Evaluations }) {
  async function contacts({ asker, at }: Caller, agent: string, chosen: Chosen): Promise<Answer> {
    const found = await evaluations.choice(asker, { agent, day: chosen.day }, at);
    return view(found.ok ? contactsView(found.value, chosen) : refusalView(found.refusal));
  }

  async function open(
    { asker, at }: Caller,
    { agent, contact, form: wanted }: { readonly agent: string; readonly contact: string; readonly form?: string },
    chosen: Chosen,
  ): Promise<Answer> {
    const opening = { agent, contact, ...chosen, ...(wanted === undefined ? {} : { form: wanted }) };
    const opened = await evaluations.open(asker, opening, at);
    if (!opened.ok) return view(refusalView(opened.refusal));
    const { value } = opened;
    return view(value.is === "forms" ? formsView(value, chosen) : draftView(value.card));
  }

  /** The page of a draft after something was done with it. */
  const shown = (
    outcome: Outcome<DraftCard, Refused>,
    on: { readonly page?: number; readonly item?: string } = {},
  ): Answer => view(outcome.ok ? draftView(outcome.value, on) : draftRefusalView(outcome.refusal, on.page));

  const evaluate = command({
    name: "evaluate",
    summary: words.summary,
    params: evaluateParams,
    audience: "asker",
    allow: scorers,
    run: async (call) => {
      const { asker, values } = call;
      const { person: who, day, contact, kind = "monitoring" } = values;
      if (who === undefined) return view(startView(await evaluations.drafts(asker)));
      const found = await evaluations.find(asker.site, who);
      if (!found.ok) return view(saidView(found.refusal.say));
      const agent = found.value.id;
      return contact === undefined
        ? contacts(call, agent, { kind, day })
        : open(call, { agent, contact }, { kind, day });
    },
  });

  const choosing = [
    action({
      ...to.beginEvaluation,
      summary: words.begin,
      audience: "asker",
      allow: scorers,
      opensForm: true,
      run: async () => form(evaluate.name),
    }),
    action({
      ...to.chooseAgent,
      summary: words.another,
      audience: "asker",
      allow: scorers,
      run: (call) => contacts(call, call.values.agent, { kind: call.values.kind }),
    }),
    action({
      ...to.chooseContact,
      summary: words.pick,
      audience: "replace",
      allow: scorers,
      run: (call) => open(call, call.values, call.values),
    }),
    action({
      ...to.chooseForm,
      summary: words.form,
      audience: "replace",
      allow: scorers,
      run: (call) => open(call, call.values, call.values),
    }),
    action({
      ...to.openDraft,
      summary: words.drafts,
      audience: "replace",
      allow: scorers,
      run: async ({ asker, values }) => shown(await evaluations.draft(asker, values.draft)),
    }),
  ];

  const marking = [
    action({
      ...to.showPage,
      summary: draftWords.next,
      audience: "replace",
      allow: scorers,
      run: async ({ asker, values }) => shown(await evaluations.draft(asker, values.draft), { page: values.page }),
    }),
    action({
      ...to.markItem,
      summary: words.summary,
      audience: "replace",
      allow: scorers,
      run: async ({ asker, at, values }) => {
        const { draft, item, mark } = values;
        return shown(await evaluations.mark(asker, draft, { item, points: markFrom(mark) }, at), { item });
      },
    }),
    action({
      ...to.writeComment,
      summary: draftWords.commentOn,
      audience: "replace",
      allow: scorers,
      opensForm: true,
      run: async ({ asker, values }) => {
        const { draft: id, page, item } = values;
        const found = await evaluations.draft(asker, id);
        if (!found.ok) return shown(found, { page });
        const { draft } = found.value;
        const mark = draft.marks.find((one) => one.item === item);
        if (item !== overall && mark === undefined) {
          return view(draftRefusalView({ refusal: { why: "mark-first", item }, card: found.value }, page));
        }
        const said = item === overall ? draft.comment : mark?.comment;
        return form(to.saveComment.name, { draft: id, page: String(page), item, text: said ?? "" });
      },
    }),
    action({
      ...to.saveComment,
      summary: draftWords.writeComment,
      audience: "replace",
      allow: scorers,
      run: async ({ asker, at, values }) => {
        const { draft, page, item, text: comment } = values;
        return shown(await evaluations.comment(asker, draft, { item, comment }, at), { page });
      },
    }),
  ];

  const ending = [
    action({
      ...to.publishDraft,
      summary: draftWords.publish,
      audience: "replace",
      allow: scorers,
      run: async ({ asker, at, values }) => {
        const outcome = await evaluations.publish(asker, values.draft, values.seen, at);
        if (!outcome.ok) return view(draftRefusalView(outcome.refusal));
        const { evaluation, card } = outcome.value;
        return view(publishedView(await evaluations.cardOf(evaluation, asker.person, at), card.draft.kind));
      },
    }),
    action({
      ...to.dropDraft,
      summary: draftWords.drop,
      audience: "replace",
      allow: scorers,
      run: async ({ asker, values }) => {
        const outcome = await evaluations.drop(asker, values.draft);
        return view(outcome.ok ? droppedView(outcome.value) : draftRefusalView(outcome.refusal));
      },
    }),
  ];

  return { commands: [evaluate], actions: [...choosing, ...marking, ...ending] };
}
