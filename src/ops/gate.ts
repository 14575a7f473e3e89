import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../kernel/log.ts";
import { adminName } from "./messages.ts";

/** Whether somebody is let in; `off` where no password is set, `unnamed` where none was sent. */
export type Entry = "in" | "off" | "unnamed" | "wrong" | "too many";

export type GateDeps = {
  readonly password: string | undefined;
  readonly log: Log;
  /** What a wrong password costs, in milliseconds. */
  readonly wrongMs?: number;
};

/** So many may wait behind wrong passwords from one address. */
const mostWaiting = 20;

/** Digests are of one length, so that comparing them tells nothing of the password. */
const digest = (text: string) => createHash("sha256").update(text).digest();

function sentBy({ headers }: IncomingMessage): string | undefined {
  const [, coded] = /^basic ([a-z0-9+/=_-]+)$/i.exec(headers.authorization ?? "") ?? [];
  return coded === undefined ? undefined : Buffer.from(coded, "base64").toString("utf8");
}

/** Lets the admin in by HTTP basic; a wrong password is logged and holds up whoever comes next from that address. */
export function gate({ password, log, wrongMs = 1_000 }: GateDeps): (request: IncomingMessage) => Promise<Entry> {
  const lines = new Map<string, { ends: Promise<unknown>; waiting: number }>();
  const expected = digest(`${adminName}:${password}`);

  async function look(sent: string, address: string): Promise<Entry> {
    if (timingSafeEqual(digest(sent), expected)) return "in";
    log.warn({ address }, "a wrong admin password");
    await wait(wrongMs);
    return "wrong";
  }

  return async (request) => {
    if (password === undefined) return "off";
    const sent = sentBy(request);
    if (sent === undefined) return "unnamed";
    const address = request.socket.remoteAddress ?? "";
    const line = lines.get(address) ?? { ends: Promise.resolve(), waiting: 0 };
    if (line.waiting >= mostWaiting) return "too many";
    lines.set(address, line);
    const looked = line.ends.then(() => look(sent, address));
    line.ends = looked;
    line.waiting += 1;
    const entry = await looked;
    line.waiting -= 1;
    if (line.waiting === 0) lines.delete(address);
    return entry;
  };
}
