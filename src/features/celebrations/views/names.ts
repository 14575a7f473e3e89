import type { Spans } from "../../../chat/view.ts";
import { format, type Locale } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import { between } from "../messages/days.ts";

export const spanOf = ({ name, accounts }: Pick<Person, "name" | "accounts">) =>
  ({ is: "person", name, accounts }) as const;

/** Several people in one line, joined as the language joins names. */
export function listed(people: readonly Person[], locale: Locale): Spans {
  const [first = "", ...after] = between(people.length, locale);
  return [first, ...people.flatMap((person, index) => [spanOf(person), after[index] ?? ""])].filter(
    (span) => span !== "",
  );
}

/** Whatever is about people in the order of their names. */
export const byName =
  (locale: Locale) =>
  (a: { readonly person: Person }, b: { readonly person: Person }): number =>
    format(locale).byName(a.person.name, b.person.name);
