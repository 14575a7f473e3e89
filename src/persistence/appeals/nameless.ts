import type { ClientBase } from "pg";
import type { Appeal } from "../../features/appeals/index.ts";

/** What stands where somebody was named. */
const blank = "…";

/** What names a person: their name and their employee number. */
type Named = { readonly id: string; readonly name: string; readonly no: string };

const find = `SELECT id::text, name, employee_no AS "no" FROM person WHERE id = ANY($1::uuid[])`;

/** Both sides and whoever judged. */
const peopleOf = ({ agent, scorer, lead, desk, seats }: Appeal): readonly string[] =>
  [agent, scorer, lead, desk, ...seats.flatMap(({ holder, passedBy }) => [holder, ...passedBy])].filter(
    (person) => person !== undefined,
  );

/** A Chinese name is one word, of which people are called by all but the family name of one or two characters. */
const given = (part: string): readonly string[] =>
  /^\p{sc=Han}{3,}$/u.test(part) ? [1, 2].map((family) => part.slice(family)) : [];

/** A name, its parts and the number, each of two characters at least, the longest first. */
function spellingsOf(people: readonly Named[]): readonly string[] {
  const all = people.flatMap(({ name, no }) => {
    const whole = name.normalize("NFKC").trim();
    const parts = whole.split(/[^\p{L}\p{M}\p{N}]+/u);
    return [whole, no.normalize("NFKC"), ...parts, ...parts.flatMap(given)];
  });
  return [...new Set(all)].filter((one) => [...one].length >= 2).sort((a, b) => b.length - a.length);
}

/** Where words are written apart, a name is not looked for within another word. */
const apart = "[\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\p{N}]";
const isApart = new RegExp(apart, "u");

function pattern(spelling: string): string {
  const literal = spelling.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const [begins, ends] = [spelling.at(0) ?? "", spelling.at(-1) ?? ""].map((char) => isApart.test(char));
  return `${begins ? `(?<!${apart})` : ""}${literal}${ends ? `(?!${apart})` : ""}`;
}

/** Blanks people wherever a text names them, in any width and size of letters; other texts stay as they are. */
export function blanked(people: readonly Named[]): (text: string) => string {
  const spellings = spellingsOf(people);
  if (spellings.length === 0) return (text) => text;
  const named = new RegExp(spellings.map(pattern).join("|"), "giu");
  return (text) => {
    const plain = text.normalize("NFKC");
    const without = plain.replace(named, blank);
    return without === plain ? text : without;
  };
}

/** For each of some appeals what blanks all who took part in it; their names are asked for once. */
export async function blankedFor(
  client: ClientBase,
  appeals: readonly Appeal[],
): Promise<(appeal: Appeal) => (text: string) => string> {
  const people = [...new Set(appeals.flatMap(peopleOf))];
  const { rows } = people.length === 0 ? { rows: [] } : await client.query<Named>(find, [people]);
  const known = new Map(rows.map((one) => [one.id, one]));
  return (appeal) => blanked(peopleOf(appeal).flatMap((person) => known.get(person) ?? []));
}
