import type { ClientBase, Pool } from "pg";
import type { Card, Signature } from "../../features/celebrations/index.ts";
import type { LocalDate } from "../../kernel/time.ts";

type Row = {
  readonly id: string;
  readonly site_id: string;
  readonly person_id: string;
  readonly day: LocalDate;
  readonly opened_by: string | null;
  readonly opening: string | null;
  readonly signatures: readonly (Omit<Signature, "at"> & { readonly at: string })[];
};

/** A card `c` with its signatures in the order in which they came. */
const read = `
  SELECT c.id::text, c.site_id, c.person_id::text, c.day::text, c.opened_by::text, c.opening, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('by', s.person_id, 'words', s.words, 'at', s.at) ORDER BY s.at, s.person_id), '[]')
    FROM greeting_card_signature s WHERE s.card_id = c.id) AS signatures
  FROM greeting_card c`;

const cardFrom = ({ opened_by, opening, signatures, ...row }: Row): Card => ({
  id: row.id,
  site: row.site_id,
  person: row.person_id,
  day: row.day,
  ...(opened_by === null || opening === null ? {} : { opening: { by: opened_by, words: opening } }),
  signatures: signatures.map(({ at, ...rest }) => ({ ...rest, at: new Date(at) })),
});

/** Cards `c` where something holds. */
export async function findCards(
  client: Pool | ClientBase,
  where: string,
  values: readonly unknown[],
): Promise<readonly Card[]> {
  const { rows } = await client.query<Row>(`${read} WHERE ${where} ORDER BY c.day, c.id`, [...values]);
  return rows.map(cardFrom);
}
