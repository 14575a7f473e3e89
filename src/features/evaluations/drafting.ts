import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type EvaluationDraft, overall } from "./domain.ts";
import { canEarn, type EvaluationForm, itemsOf, type Mark, resultOf } from "./form.ts";
import type { Published } from "./store.ts";

/** How many items of a form are shown at once: a menu each, and room for what is done with the whole. */
const itemsOnPage = 3;

/** Why something was not done with a draft. */
export type DraftRefusal =
  /** It was published or thrown away. */
  | { readonly why: "gone" }
  | { readonly why: "not-your-draft" }
  /** The form has no such item, or the item no such mark. */
  | { readonly why: "not-on-form" }
  /** A comment stands beside a mark, which there is none of. */
  | { readonly why: "mark-first"; readonly item: string }
  | { readonly why: "unmarked"; readonly items: readonly string[] }
  | { readonly why: "nothing-applies" }
  | { readonly why: "purged"; readonly contact: string }
  /** Somebody else published one of the same contact and kind meanwhile. */
  | { readonly why: "evaluated-already"; readonly number: string }
  /** It was changed since its scorer looked. */
  | { readonly why: "changed" };

/** How many pages a form has. */
export const pagesOf = (form: EvaluationForm): number => Math.ceil(itemsOf(form).length / itemsOnPage);

/** The items on a page, the first page being 0. */
export const itemsOn = (form: EvaluationForm, page: number) =>
  itemsOf(form).slice(page * itemsOnPage, (page + 1) * itemsOnPage);

/** The page that an item is on; the first for what is on none. */
export const pageWith = (form: EvaluationForm, item: string | undefined): number =>
  Math.max(0, Math.floor(itemsOf(form).findIndex(({ id }) => id === item) / itemsOnPage));

const markOf = ({ marks }: Pick<EvaluationDraft, "marks">, item: string): Mark | undefined =>
  marks.find((mark) => mark.item === item);

/** The items of a form that have no mark yet. */
const unmarkedIn = (form: EvaluationForm, draft: Pick<EvaluationDraft, "marks">): readonly string[] =>
  itemsOf(form).flatMap(({ id }) => (markOf(draft, id) === undefined ? [id] : []));

/** Marks an item, whose comment stays; refused where the form has no such mark. */
export function marked(
  draft: EvaluationDraft,
  form: EvaluationForm,
  { item: id, points }: Pick<Mark, "item" | "points">,
  at: Date,
): Outcome<EvaluationDraft, DraftRefusal> {
  const item = itemsOf(form).find((one) => one.id === id);
  const isOnForm = item !== undefined && (points === "na" ? item.na : canEarn(item, points));
  if (!isOnForm) return refuse({ why: "not-on-form" });
  return done({ ...draft, marks: withMark(form, draft, { ...markOf(draft, id), item: id, points }), changedAt: at });
}

/** Says a word about an item that is marked, or about all of it; an empty one takes back what was said. */
export function commented(
  draft: EvaluationDraft,
  form: EvaluationForm,
  { item, comment }: { readonly item: string; readonly comment?: string | undefined },
  at: Date,
): Outcome<EvaluationDraft, DraftRefusal> {
  const said = comment === undefined ? {} : { comment };
  if (item === overall) {
    const { comment: _, ...rest } = draft;
    return done({ ...rest, ...said, changedAt: at });
  }
  if (itemsOf(form).every(({ id }) => id !== item)) return refuse({ why: "not-on-form" });
  const mark = markOf(draft, item);
  if (mark === undefined) return refuse({ why: "mark-first", item });
  return done({ ...draft, marks: withMark(form, draft, { item, points: mark.points, ...said }), changedAt: at });
}

/** The marks of a draft with one of them given anew, in the order of the form. */
function withMark(form: EvaluationForm, { marks }: EvaluationDraft, mark: Mark): readonly Mark[] {
  const all = new Map([...marks, mark].map((one) => [one.item, one]));
  return itemsOf(form).flatMap(({ id }) => all.get(id) ?? []);
}

/** What a draft is judged by when it is to be published. */
export type Publishing = {
  readonly by: string;
  readonly form: EvaluationForm;
  /** When the draft that its scorer had before them was changed last. */
  readonly seen: Date;
  readonly isPurged: boolean;
  readonly at: Date;
};

/** A draft is published by its scorer, as they saw it, once every item is marked and one of them applies. */
export function judged(
  draft: EvaluationDraft,
  { by, form, seen, isPurged, at }: Publishing,
): Outcome<Published, DraftRefusal> {
  if (draft.scorer !== by) return refuse({ why: "not-your-draft" });
  if (isPurged) return refuse({ why: "purged", contact: draft.contact.sourceId });
  const items = unmarkedIn(form, draft);
  if (items.length > 0) return refuse({ why: "unmarked", items });
  if (draft.changedAt.getTime() !== seen.getTime()) return refuse({ why: "changed" });
  const result = resultOf(form, draft.marks);
  return result === undefined ? refuse({ why: "nothing-applies" }) : done({ ...result, draft, at });
}
