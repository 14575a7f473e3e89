import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import type { LocalDate } from "../../kernel/time.ts";
import * as to from "./addresses.ts";
import type { Bulletins } from "./bulletins.ts";
import { editors, isEditor } from "./domain.ts";
import { archiveWords } from "./messages/archive.ts";
import { draftWords } from "./messages/draft.ts";
import { formWords as words } from "./messages/form.ts";
import { itemWords } from "./messages/item.ts";
import { archiveView, noSuchView, readSectionView, readView } from "./views/archive.ts";
import { draftView } from "./views/draft.ts";
import { previewView } from "./views/issue.ts";
import { itemView, putForwardView, sectionView, takenBackView } from "./views/item.ts";
import { refusalView } from "./views/refusal.ts";

type Who = Pick<Call<Params>, "asker" | "at">;

/** `/bulletin` and what its buttons do. */
export function bulletinCommands({ bulletins }: { readonly bulletins: Bulletins }) {
  const card = (outcome: Awaited<ReturnType<Bulletins["item"]>>): Answer =>
    view(outcome.ok ? itemView(outcome.value) : refusalView(outcome.refusal));

  const draft = async ({ asker, at }: Who, week?: LocalDate): Promise<Answer> =>
    view(draftView(await bulletins.draft(asker, at, week)));

  const section = async ({ asker, at }: Who, week: LocalDate, name: string): Promise<Answer> =>
    view(sectionView(await bulletins.draft(asker, at, week), name));

  async function approve({ asker, at }: Who, of: { readonly week?: LocalDate; readonly until?: Date }) {
    const outcome = await bulletins.approveAll(asker, at, of);
    if (!outcome.ok) return view(refusalView(outcome.refusal));
    return view(draftView(outcome.value.draft, { approved: outcome.value.approved }));
  }

  const commands = [
    command({
      name: "bulletin submit",
      summary: words.submit,
      params: to.itemParams,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await bulletins.submit(asker, values, at);
        return view(outcome.ok ? putForwardView(outcome.value) : refusalView(outcome.refusal, values));
      },
    }),
    command({
      name: "bulletin draft",
      summary: words.draft,
      params: {},
      audience: "asker",
      allow: editors,
      run: (call) => draft(call),
    }),
    command({
      name: "bulletin approve",
      summary: words.approve,
      params: {},
      audience: "asker",
      allow: editors,
      run: (call) => approve(call, {}),
    }),
    command({
      name: "bulletin list",
      summary: words.list,
      params: {},
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at }) =>
        view(archiveView(await bulletins.past(asker, at), await bulletins.comingWeek(asker, at))),
    }),
  ];

  const ofEditors = [
    action({
      ...to.showDraft,
      summary: words.draft,
      audience: "replace",
      allow: editors,
      run: (call) => draft(call, call.values.week),
    }),
    action({
      ...to.openDraft,
      summary: words.draft,
      audience: "asker",
      allow: editors,
      run: (call) => draft(call, call.values.week),
    }),
    action({
      ...to.previewDraft,
      summary: draftWords.preview,
      audience: "asker",
      allow: editors,
      run: async ({ asker, at, values }) => view(previewView((await bulletins.draft(asker, at, values.week)).issue)),
    }),
    action({
      ...to.approveDraft,
      summary: words.approve,
      audience: "replace",
      allow: editors,
      run: (call) => approve(call, call.values),
    }),
    action({
      ...to.openSection,
      summary: draftWords.pickSection,
      audience: "asker",
      allow: editors,
      run: (call) => section(call, call.values.week, call.values.section),
    }),
    action({
      ...to.arrangeSection,
      summary: draftWords.pickSection,
      audience: "replace",
      allow: editors,
      run: async (call) => {
        const { week, section: name, change } = call.values;
        await bulletins.arrange(call.asker, week, name, change, call.at);
        return section(call, week, name);
      },
    }),
    action({
      ...to.decideItem,
      summary: itemWords.approve,
      audience: "replace",
      allow: editors,
      run: async ({ asker, at, values }) => {
        const { item, version, state } = values;
        return card(await bulletins.decide(asker, { id: item, version }, state, at));
      },
    }),
    action({
      ...to.shiftItem,
      summary: itemWords.up,
      audience: "replace",
      allow: editors,
      run: async ({ asker, at, values }) => card(await bulletins.shift(asker, values.item, values.way, at)),
    }),
    action({
      ...to.carryItem,
      summary: itemWords.carry,
      audience: "replace",
      allow: editors,
      run: async ({ asker, at, values }) => card(await bulletins.carryOver(asker, values.item, at)),
    }),
  ];

  const ofEverybody = [
    action({
      ...to.openItem,
      summary: itemWords.edit,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => card(await bulletins.item(asker, values.item, at)),
    }),
    action({
      ...to.rewriteItem,
      summary: words.change,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async ({ asker, at, values }) => {
        const found = await bulletins.item(asker, values.item, at);
        if (!found.ok) return view(refusalView(found.refusal));
        const { item, isEditor } = found.value;
        if (!isEditor && item.state !== "submitted") {
          return view(refusalView({ refusal: { why: "decided", state: item.state } }));
        }
        const { id, version, section, title, text } = item;
        return form(to.saveItem.name, { item: id, version: String(version), section, title, text });
      },
    }),
    action({
      ...to.saveItem,
      summary: words.change,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const { item, version, ...written } = values;
        const outcome = await bulletins.edit(asker, { id: item, version }, written, at);
        return view(outcome.ok ? itemView(outcome.value) : refusalView(outcome.refusal, written));
      },
    }),
    action({
      ...to.withdrawItem,
      summary: itemWords.takeBack,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await bulletins.withdraw(asker, values.item, at);
        return view(outcome.ok ? takenBackView(outcome.value.title) : refusalView(outcome.refusal));
      },
    }),
    action({
      ...to.readIssue,
      summary: archiveWords.open,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await bulletins.read(asker, values.week, at);
        return view(outcome.ok ? readView(outcome.value, isEditor(asker.roles)) : noSuchView);
      },
    }),
    action({
      ...to.readSection,
      summary: archiveWords.readSection,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await bulletins.read(asker, values.week, at);
        return view(outcome.ok ? readSectionView(outcome.value, values.section) : noSuchView);
      },
    }),
  ];

  return { commands, actions: [...ofEditors, ...ofEverybody] };
}
