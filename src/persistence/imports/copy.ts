import { once } from "node:events";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Contact, dayText, type Staging, type Straight } from "../../features/imports/index.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { brought } from "./staging.ts";

const none = "\\N";
const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const daySeconds = 86_400;

/** A text as COPY's text format writes it. */
const text = (value: string): string =>
  special.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : value;

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
const two = (value: number): string => twoDigits[value] ?? "";

/** Days as text, each made once. */
function dayTexts(): (day: number) => string {
  const made = new Map<number, string>();
  return (day) => {
    const known = made.get(day) ?? dayText(day);
    made.set(day, known);
    return known;
  };
}

/** What a contact brings, in the order of `brought`. */
function contactWriter(): (contact: Contact) => string {
  const days = dayTexts();
  return (c) => {
    const day = Math.floor(c.startedAt / daySeconds);
    const second = c.startedAt - day * daySeconds;
    const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
    const what = `${text(c.sourceId)}\t${c.person ?? none}\t${text(c.channel)}\t${c.direction}`;
    const where = `${text(c.queue)}\t${text(c.project)}\t${days(day)} ${time}Z\t${days(c.day)}\t${c.hour}`;
    const how = `${c.waitS}\t${c.talkS}\t${c.holdS}\t${c.wrapS}\t${c.outcome}\t${c.complaint ? "t" : "f"}`;
    return `${what}\t${where}\t${how}\t${c.csat ?? none}\n`;
  };
}

/** Streams lines into a table by COPY; the server works on what was sent while more is read. */
function copyLines(client: PoolClient, into: string) {
  const copy = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  let lines = "";
  let failure: Error | undefined;
  const failed = once(copy, "error").then(([error]: Error[]) => {
    failure = error;
  });
  return {
    add(line: string): void {
      lines += line;
    },
    async flush(): Promise<void> {
      if (failure !== undefined) throw failure;
      if (lines === "") return;
      const isRoom = copy.write(lines);
      lines = "";
      if (!isRoom) await Promise.race([once(copy, "drain").catch(() => undefined), failed]);
      if (failure !== undefined) throw failure;
    },
    async end(): Promise<void> {
      if (failure !== undefined) throw failure;
      copy.end(lines);
      await once(copy, "finish");
    },
  };
}

const columns = ["source_id", ...brought].join(", ");

/** Streams contacts into the staging table. */
export function staging(client: PoolClient): Staging {
  const copy = copyLines(client, `staging (line, ${columns})`);
  const write = contactWriter();
  return { ...copy, add: (contact) => copy.add(`${contact.line}\t${write(contact)}`) };
}

type Whose = { readonly site: string; readonly source: string; readonly batch: string };

/** Streams contacts of a source of which nothing is kept yet to where they stay. */
export async function straightIn(client: PoolClient, { site, source, batch }: Whose): Promise<Straight> {
  await client.query("SAVEPOINT straight");
  const copy = copyLines(client, `interaction (site_id, source, batch_id, ${columns})`);
  const write = contactWriter();
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
