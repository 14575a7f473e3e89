import { type Block, type Span, type Spans, strong } from "../../../chat/view.ts";
import type { Reader } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import type { Item, ItemState } from "../domain.ts";
import { issueWords as words } from "../messages/issue.ts";
import { signs } from "../messages/sections.ts";

export { momentOf } from "../../people/index.ts";

/** Somebody by name, or words for who is no longer known. */
export function personOf(
  id: PersonId,
  people: ReadonlyMap<PersonId, Person>,
  { locale }: Pick<Reader, "locale">,
): Span {
  const person = people.get(id);
  return person === undefined ? words.somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };
}

/** A section's title with its sign. */
export const signed = (name: string, title: string): string =>
  signs[name] === undefined ? title : `${signs[name]} ${title}`;

/** What somebody wrote, and who. */
export const itemSpans = (item: Item, people: ReadonlyMap<PersonId, Person>, reader: Reader): Spans => [
  strong(item.title),
  "\n",
  item.text,
  "\n",
  words.wrote(reader.locale),
  personOf(item.by, people, reader),
  ...(item.editedBy === undefined ? [] : [words.edited(reader.locale)]),
];

/** How an item stands, at a glance. */
export const marks: Readonly<Record<ItemState, string>> = { submitted: "⏳", approved: "✅", dropped: "🚫" };

export const divider: Block = { is: "divider" };
