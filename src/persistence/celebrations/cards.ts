import type { ClientBase, Pool } from "pg";
import type { Card, CelebrationStore, NewCard } from "../../features/celebrations/index.ts";
import type { Touched } from "../../features/notices/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { announceAll } from "../notices/announce.ts";
import { together, transact } from "../transaction.ts";
import { findCards } from "./rows.ts";

const move = `
  UPDATE greeting_card c SET day = $3 WHERE c.id = (
    SELECT id FROM greeting_card WHERE person_id = $1 AND day > $2 AND day <> $3
      AND NOT EXISTS (SELECT FROM greeting_card other WHERE other.person_id = $1 AND other.day = $3)
    ORDER BY day LIMIT 1 FOR UPDATE)
  RETURNING c.id::text, c.person_id::text AS person, c.day::text`;

/** The card that somebody has for a day after today is handed over on another one, unless they have one for that. */
async function moveCard(
  client: ClientBase,
  of: { readonly person: string; readonly today: LocalDate; readonly to: LocalDate },
): Promise<readonly NewCard[]> {
  return (await client.query<NewCard>(move, [of.person, of.today, of.to])).rows;
}

const moveTo = `
  UPDATE greeting_card c SET day = $2 WHERE c.id = $1
    AND NOT EXISTS (SELECT FROM greeting_card other WHERE other.person_id = c.person_id AND other.day = $2)`;

/** Hands cards over on other days than before; one stays where its person has one for that day. */
export async function moveCards(client: ClientBase, moved: readonly NewCard[]): Promise<void> {
  for (const { id, day } of moved) await client.query(moveTo, [id, day]);
}

const toCome = "SELECT id::text FROM greeting_card WHERE site_id = $1 AND day >= $2 ORDER BY day, id";

/** The cards of a site that are handed over on a day or after it, by their ids. */
export async function cardsToCome(client: ClientBase, site: string, from: LocalDate): Promise<readonly string[]> {
  return (await client.query<{ id: string }>(toCome, [site, from])).rows.map(({ id }) => id);
}

const begin = `
  INSERT INTO greeting_card (id, site_id, person_id, day, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (person_id, day) DO NOTHING`;

const setOpening = "UPDATE greeting_card SET opened_by = $2, opening = $3 WHERE id = $1";
const dropSignatures = "DELETE FROM greeting_card_signature WHERE card_id = $1 AND person_id <> ALL ($2::uuid[])";
const putSignatures = `
  INSERT INTO greeting_card_signature (card_id, person_id, words, at)
  SELECT $1, s.by, s.words, s.at FROM jsonb_to_recordset($2) AS s(by uuid, words text, at timestamptz)
  ON CONFLICT (card_id, person_id) DO UPDATE SET words = excluded.words`;

async function save(client: ClientBase, { id, opening, signatures }: Card): Promise<void> {
  await client.query(setOpening, [id, opening?.by ?? null, opening?.words ?? null]);
  await client.query(dropSignatures, [id, signatures.map(({ by }) => by)]);
  await client.query(putSignatures, [id, JSON.stringify(signatures)]);
}

/** Cards in PostgreSQL. */
export const cardsIn = (pool: Pool): Pick<CelebrationStore, "card" | "cards" | "openCards" | "changeCard"> => ({
  card: async (id) => (isUuid(id) ? (await findCards(pool, "c.id = $1", [id]))[0] : undefined),

  cards: (site, from, to) => findCards(pool, "c.site_id = $1 AND c.day BETWEEN $2 AND $3", [site, from, to]),

  openCards: ({ site, today, at }, cards, told) =>
    transact(pool, async (client) => {
      const fresh: NewCard[] = [];
      const moved: NewCard[] = [];
      // In one order by everybody, so that nobody waits for another who waits for them.
      for (const card of [...cards].sort((a, b) => (a.person < b.person ? -1 : 1))) {
        moved.push(...(await moveCard(client, { person: card.person, today, to: card.day })));
        const { rowCount } = await client.query(begin, [card.id, site, card.person, card.day, at]);
        if (rowCount === 1) fresh.push(card);
      }
      await announceAll(client, told?.(fresh, moved) ?? {}, at);
      return { keep: true, value: undefined };
    }),

  changeCard: <R>(
    id: string,
    at: Date,
    decide: (now: Card) => Outcome<{ readonly card: Card; readonly touched: readonly Touched[] }, R>,
  ) =>
    together(pool, async (client): Promise<Outcome<Card, R | { readonly why: "gone" }>> => {
      if (!isUuid(id)) return refuse({ why: "gone" });
      await client.query("SELECT FROM greeting_card WHERE id = $1 FOR UPDATE", [id]);
      const [now] = await findCards(client, "c.id = $1", [id]);
      if (now === undefined) return refuse({ why: "gone" });
      const decided = decide(now);
      if (!decided.ok) return decided;
      const { card, touched } = decided.value;
      await save(client, card);
      await announceAll(client, { touched }, at);
      return done(card);
    }),
});
