import type { ClientBase } from "pg";
import type { Notice, Touched } from "../../features/notices/index.ts";

const add = `
  INSERT INTO outbox ("is", body, at)
  SELECT one."is", one.body, one.at
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("is" text, body jsonb, at timestamptz))
    WITH ORDINALITY AS one("is", body, at, place) ORDER BY place`;

/** Announces notices and what was touched, in this order, as part of a transaction. */
export async function announceAll(
  client: ClientBase,
  { notices = [], touched = [] }: { readonly notices?: readonly Notice[]; readonly touched?: readonly Touched[] },
  at: Date,
): Promise<void> {
  const rows = [
    ...notices.map((notice) => ({ is: "notice", body: notice, at: notice.at })),
    ...touched.map((one) => ({ is: "touched", body: one, at })),
  ];
  if (rows.length > 0) await client.query(add, [JSON.stringify(rows)]);
}
