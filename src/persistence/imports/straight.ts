import type { PoolClient } from "pg";
import { dayText, type Straight } from "../../features/imports/index.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { copyLines } from "./copy.ts";
import { text } from "./lines.ts";
import { tables } from "./tables.ts";

type Whose = { readonly site: string; readonly source: string; readonly batch: string };

const { name, brought, writer } = tables.interactions;

/** Whether nothing of this source was kept before, so that whatever comes is new. */
export async function isFirstOfSource(client: PoolClient, table: string, site: string, source: string) {
  const sql = `SELECT NOT EXISTS (SELECT FROM ${table} WHERE site_id = $1 AND source = $2) AS first`;
  return (await client.query<{ first: boolean }>(sql, [site, source])).rows[0]?.first === true;
}

/** Streams contacts of a source of which nothing is kept yet to where they stay. */
export async function straightIn(client: PoolClient, { site, source, batch }: Whose): Promise<Straight> {
  await client.query("SAVEPOINT straight");
  const copy = copyLines(client, `${name} (site_id, source, batch_id, source_id, ${brought.join(", ")})`);
  const write = writer();
  const whose = [site, source, batch].map(text).join("\t");
  const days = new Set<number>();
  let dataAsOf = 0;
  let rows = 0;
  let isOff = false;

  /** Undoes everything when an id came twice, since the index says so; other faults go on. */
  async function unlessRepeated(step: () => Promise<void>): Promise<void> {
    if (isOff) return;
    try {
      await step();
    } catch (error) {
      if ((error as { code?: string }).code !== "23505") throw error;
      isOff = true;
    }
  }
  const undo = async () => void (await client.query("ROLLBACK TO SAVEPOINT straight"));

  return {
    add(contact) {
      const { startedAt, waitS, talkS, holdS, wrapS } = contact;
      rows += 1;
      days.add(contact.day);
      dataAsOf = Math.max(dataAsOf, startedAt + waitS + talkS + holdS + wrapS);
      copy.add(`${whose}\t${write(contact)}`);
    },
    flush: () => unlessRepeated(copy.flush),
    isOff: () => isOff,
    async end() {
      await unlessRepeated(copy.end);
      if (isOff) {
        await undo();
        return undefined;
      }
      return { rows, days: [...days].sort((a, b) => a - b).map((day) => dayText(day) as LocalDate), dataAsOf };
    },
    async undo() {
      await unlessRepeated(copy.end);
      await undo();
    },
  };
}
