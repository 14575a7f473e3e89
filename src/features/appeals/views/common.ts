import { startOf } from "../../../chat/cut.ts";
import { type Block, type Span, type Spans, strong, text } from "../../../chat/view.ts";
import { format, type Locale, type Say } from "../../../kernel/locale.ts";
import {
  type Evaluation,
  type EvaluationForm,
  type FormItem,
  itemsOf,
  mostOf,
  overall,
} from "../../evaluations/index.ts";
import type { Person, PersonId } from "../../people/index.ts";
import { somebody, wholeName } from "../messages/names.ts";

export { momentOf } from "../../people/index.ts";

/** Somebody by name, or words for who is no longer known. */
export function personOf(id: PersonId, people: ReadonlyMap<PersonId, Person>, locale: Locale): Span {
  const person = people.get(id);
  return person === undefined ? somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };
}

/** A sentence with spans in its places `{who}`, `{when}`, …; a place that nothing is given for is left out. */
export const filled = (sentence: string, spans: Readonly<Record<string, Span>>): Spans =>
  sentence
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : (spans[piece] ?? "")))
    .filter((span) => span !== "");

type Form = Pick<EvaluationForm, "sections"> | undefined;

export const itemOf = (form: Form, id: string): FormItem | undefined =>
  form === undefined ? undefined : itemsOf(form).find((item) => item.id === id);

/** What an item is called. */
export const itemName = (form: Form, id: string, locale: Locale): string =>
  id === overall ? wholeName(locale) : (itemOf(form, id)?.name[locale] ?? id);

/** The most that an item can earn, where that is known. */
export function mostIn(form: Form, id: string): number | undefined {
  if (id === overall) return 100;
  const item = itemOf(form, id);
  return item && mostOf(item);
}

/** What the scorer said of an item; of an evaluation without items, of all of it. */
export const commentOn = (evaluation: Evaluation | undefined, id: string): string | undefined =>
  id === overall ? evaluation?.comment : evaluation?.marks.find(({ item }) => item === id)?.comment;

/** Points with at most two decimals. */
export const points = (value: number, locale: Locale): string => format(locale).number(value, 2);

/** So many characters of a long text are shown at once, where it can be opened in full. */
export const roomForText = 400;

/** By so many items the reasons of votes are shown shorter, so that a message holds them all. */
export const roomForVote = (items: number): number => Math.max(80, Math.floor(900 / (3 * items)));

/** By so many items the scorer's comments are shown shorter. */
export const roomForComment = (items: number): number => Math.max(80, Math.min(roomForText, Math.floor(900 / items)));

/** The beginning of a long text, saying how much more there is. */
export function beginning(
  words: string,
  more: (left: number) => Say,
  locale: Locale,
  most: number = roomForText,
): string {
  if (words.length <= most) return words;
  const start = startOf(words, most, (text) => text.length);
  return `${start.trimEnd()} ${more(words.length - start.length)(locale)}`;
}

/** One text block holds no more than this on the tightest platform. */
const blockOf = 900;

/** A long text as blocks that every platform shows whole. */
export function whole(words: string): readonly Block[] {
  const characters = Array.from(words);
  const count = Math.max(1, Math.ceil(characters.length / blockOf));
  return Array.from({ length: count }, (_, index) =>
    text(characters.slice(index * blockOf, (index + 1) * blockOf).join("")),
  );
}

/** Something that somebody wrote, under what it is. */
export const quoted = (title: string, words: string): Block => text(strong(title), "\n", words);
