import type { Pool } from "pg";
import { type NamesStore, plain, type Synonym, standsIn } from "../features/scores/words/index.ts";

/** The name that people use among themselves: the first word of it, or a Chinese one without the surname. */
const given = "CASE WHEN name ~ '^[一-龥]{3,4}$' THEN right(name, 2) ELSE split_part(name, ' ', 1) END";

/** A name as plain text writes it, but for widths. */
const low = (name: string) => `translate(lower(${name}), '’', '''')`;

/** Whoever may be named in a text; a name that others of the site have too stands for nobody. */
const peopleNamedIn = `
  WITH here AS (
    SELECT id, name, ${given} AS given, count(*) OVER (PARTITION BY ${low("name")}) AS whole_alike,
      count(*) OVER (PARTITION BY ${low(given)}) AS given_alike
    FROM person WHERE site_id = $1 AND (left_on IS NULL OR left_on >= $3)
  )
  SELECT id::text AS id, name, CASE WHEN given_alike = 1 THEN given END AS given,
    whole_alike = 1 AND (${low("name")} <> ${low("given")} OR given_alike = 1) AS whole
  FROM here
  WHERE strpos($2, ${low("name")}) > 0 OR (given_alike = 1 AND strpos($2, ${low("given")}) > 0)`;

const teamsNamedIn = `
  SELECT id, name FROM team t
  WHERE (strpos($2, ${low("name")}) > 0 OR strpos($2, lower(id)) > 0) AND (site_id = $1 OR NOT EXISTS (
    SELECT FROM team own WHERE own.site_id = $1 AND lower(own.name) = lower(t.name)))
  ORDER BY id COLLATE "C"`;

type PersonRow = { readonly id: string; readonly name: string; readonly given: string | null; readonly whole: boolean };
type TeamRow = { readonly id: string; readonly name: string };

/** The words and names of plain sentences, on PostgreSQL. */
export function wordsStore({ pool }: { readonly pool: Pool }): NamesStore {
  const rows = async <R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    (await pool.query<R>({ name: `words-${name}`, text, values })).rows;

  /** The first of some names that stands in a text as whole words. */
  const named = (text: string, id: string, names: readonly (string | null | false)[]) => {
    const name = names.find((one) => one && standsIn(text, plain(one)));
    return name ? [{ id, name }] : [];
  };

  return {
    words: () => rows<Synonym>("synonyms", "SELECT text, kind, means FROM word", []),

    async peopleNamedIn(site, text, on) {
      const line = plain(text);
      const found = await rows<PersonRow>("people", peopleNamedIn, [site, line, on]);
      return found.flatMap(({ id, name, given, whole }) => named(line, id, [whole && name, given]));
    },

    async teamsNamedIn(site, text) {
      const line = plain(text);
      const found = await rows<TeamRow>("teams", teamsNamedIn, [site, line]);
      return found.flatMap(({ id, name }) => named(line, id, [name, id]));
    },
  };
}
