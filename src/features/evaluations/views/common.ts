import type { Span } from "../../../chat/view.ts";
import type { Locale, Reader } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import { overall } from "../domain.ts";
import { type EvaluationForm, type FormItem, itemsOf, type Mark, mostOf } from "../form.ts";
import { cardWords as words } from "../messages/card.ts";

export { momentOf } from "../../people/index.ts";

/** Somebody by name, or words for who is no longer known. */
export function personOf(
  id: PersonId | undefined,
  people: ReadonlyMap<PersonId, Person>,
  { locale }: Pick<Reader, "locale">,
): Span {
  const person = id === undefined ? undefined : people.get(id);
  return person === undefined ? words.somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };
}

/** What an item of a form is called; its id where the form is not known. */
export function itemName(form: Pick<EvaluationForm, "sections"> | undefined, id: string, locale: Locale): string {
  if (id === overall) return words.all(locale);
  const item = form && itemsOf(form).find((one) => one.id === id);
  return item?.name[locale] ?? id;
}

/** A mark as people say it: a step by its name, points beside the most there are. */
export function markWords(item: FormItem | undefined, points: Mark["points"], locale: Locale): string {
  if (points === "na") return words.notApplying(locale);
  const step = item?.scale?.find((one) => one.points === points);
  if (step !== undefined) return words.step(step.name[locale], points)(locale);
  return item === undefined ? words.points(points)(locale) : words.ofMost(points, mostOf(item))(locale);
}
