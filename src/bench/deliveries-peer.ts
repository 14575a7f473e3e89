// The least of Discord: takes messages, counts them by channel, and keeps to limits when it is told some. In a process
// of its own, so that its work is not the sender's.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** So many requests in any second, and so many posts to one channel in any stretch of so many milliseconds. */
export type PeerLimits = {
  readonly perSecond: number;
  readonly perChannel: { readonly posts: number; readonly perMs: number };
};

/** Sent to the peer: forget everything and keep to these limits from now on, or tell what came since. */
export type PeerAsk = { readonly is: "begin"; readonly limits?: PeerLimits | undefined } | { readonly is: "tell" };

export type PeerTold = {
  readonly messages: number;
  readonly places: number;
  /** When each request that was one too many came, in milliseconds after the first request of all. */
  readonly refusedAt: readonly number[];
};

/** Takes at most so many in any stretch of so many milliseconds; tells how many milliseconds to wait, 0 for what it took. */
function sliding(most: number, perMs: number) {
  const taken: number[] = [];
  return (now: number): number => {
    while (taken[0] !== undefined && taken[0] <= now - perMs) taken.shift();
    if (taken.length >= most) return (taken[0] ?? now) + perMs - now;
    taken.push(now);
    return 0;
  };
}

/** What came since the beginning, under the limits of that. */
function counter(limits: PeerLimits | undefined) {
  const all = limits && sliding(limits.perSecond, 1000);
  const windows = new Map<string, ReturnType<typeof sliding>>();
  const messages = new Map<string, number>();
  const refusedAt: number[] = [];
  let first: number | undefined;

  function waitMs(channel: string, now: number): number {
    if (limits === undefined || all === undefined) return 0;
    const { posts, perMs } = limits.perChannel;
    const window = windows.get(channel) ?? sliding(posts, perMs);
    windows.set(channel, window);
    return all(now) || window(now);
  }

  return {
    /** The number of a message in its channel, or how long its sender has to wait. */
    take(channel: string): { readonly nth: number } | { readonly waitMs: number } {
      const now = performance.now();
      first ??= now;
      const wait = waitMs(channel, now);
      if (wait > 0) {
        refusedAt.push(now - first);
        return { waitMs: wait };
      }
      const nth = (messages.get(channel) ?? 0) + 1;
      messages.set(channel, nth);
      return { nth };
    },
    tell: (): PeerTold => {
      const sum = [...messages.values()].reduce((total, count) => total + count, 0);
      return { messages: sum, places: messages.size, refusedAt };
    },
  };
}

let counted = counter(undefined);

function refuse(response: ServerResponse, waitMs: number): void {
  const body = { message: "You are being rate limited.", retry_after: waitMs / 1000, global: true };
  const headers = { "retry-after": String(Math.ceil(waitMs / 1000)), "x-ratelimit-global": "true" };
  response.writeHead(429, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Answers with the message as it was sent, under an id and with an author. */
function accept(response: ServerResponse, id: string, channel: string, sent: string): void {
  const author = `{"id":"1","username":"fairline","discriminator":"0","bot":true}`;
  const message = `{"id":"${id}","channel_id":"${channel}","author":${author},"timestamp":"2026-03-09T09:00:00Z",`;
  response.writeHead(200, { "content-type": "application/json" }).end(message + sent.slice(1));
}

const server = createServer((request, response) => {
  const channel = /^\/api\/v10\/channels\/(\d+)\/messages$/.exec(request.url ?? "")?.[1];
  const taken = request.method === "POST" && channel !== undefined ? counted.take(channel) : undefined;
  let sent = "";
  request.setEncoding("utf8").on("data", (chunk: string) => {
    sent += chunk;
  });
  request.on("end", () => {
    if (taken === undefined || channel === undefined) response.writeHead(404).end();
    else if ("waitMs" in taken) refuse(response, taken.waitMs);
    else accept(response, `${channel}${taken.nth}`, channel, sent);
  });
});

process.on("message", (ask: PeerAsk) => {
  if (ask.is === "begin") counted = counter(ask.limits);
  process.send?.(counted.tell());
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api\n`);
});
