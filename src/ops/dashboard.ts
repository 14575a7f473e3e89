import type { IncomingMessage, ServerResponse } from "node:http";
import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import fastify from "fastify";

/** The library's types know queues on Redis alone, while its code asks a queue what it is kept in. */
type Shown = ConstructorParameters<typeof BullMQAdapter>[0];

export type Dashboard = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
};

/** Nothing from elsewhere; the dashboard brings its own styles and asks for a font that is then left out. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

/**
 * The queue in the browser, to be looked at and not changed: schedules are declared, runs are claimed in the ledger, and
 * what is amiss in the queue mends itself.
 */
export async function dashboard(queue: { readonly name: string }, base: string): Promise<Dashboard> {
  const adapter = new FastifyAdapter();
  createBullBoard({
    queues: [new BullMQAdapter(queue as Shown, { readOnlyMode: true })],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: "Fairline" } },
  });
  adapter.setBasePath(base);
  const app = fastify({ logger: false });
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(headers);
  });
  await app.register(adapter.registerPlugin(), { prefix: base });
  await app.ready();
  return { answer: (request, response) => app.routing(request, response), close: () => app.close() };
}
