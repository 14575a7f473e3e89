import { randomUUID } from "node:crypto";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { type ApiDeps, addCalls, sendRefusal } from "./api.ts";
import { refusalOf, safeHeaders } from "./guard.ts";
import { pageFiles } from "./page-files.ts";
import { type Refusal, refusals } from "./refusals.ts";

const host = "127.0.0.1";

/** What a request did wrong that the server found before any call saw it. */
const refusalFor = (error: FastifyError): Refusal | undefined => {
  if (error.statusCode === undefined || error.statusCode >= 500) return undefined;
  if (error.statusCode === 413) return refusals.tooLarge;
  if (error.statusCode === 415) return refusals.notTyped;
  return error instanceof SyntaxError || error.code?.startsWith("FST_ERR_CTP") ? refusals.notJson : refusals.badRequest;
};

const pathOf = (url: string) => url.split("?")[0] ?? "";

/** The page, its HTTP interface and the house's health, on this machine only. */
export function server(deps: ApiDeps): FastifyInstance {
  const { log, ready, ops } = deps.local;
  const app = fastify({ logger: false, bodyLimit: 1_000_000, forceCloseConnections: "idle" });
  app.removeContentTypeParser("text/plain");

  app.addHook("onRequest", async (request, reply) => {
    const refusal = refusalOf(request, request.socket.localPort ?? 0);
    if (refusal === undefined && ops?.owns(pathOf(request.url))) {
      reply.hijack();
      return ops.answer(request.raw, reply.raw);
    }
    reply.headers(safeHeaders);
    if (refusal) return sendRefusal(request, reply, refusal);
  });
  let isStopping = false;
  app.addHook("preClose", async () => {
    isStopping = true;
    deps.live.close();
  });
  // A connection that is busy when the server stops would otherwise be kept open for another request.
  app.addHook("onResponse", async (request) => {
    if (isStopping) request.raw.socket.end();
  });
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, refusals.noSuchCall));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalFor(error);
    if (refusal) return sendRefusal(request, reply, refusal);
    const reference = randomUUID().slice(0, 8);
    log.error({ error, reference, call: `${request.method} ${request.routeOptions.url}` }, "a call failed");
    return sendRefusal(request, reply, refusals.fault(reference));
  });

  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    const isReady = await ready();
    return reply.code(isReady ? 200 : 503).send({ ok: isReady });
  });
  for (const [path, { type, content }] of pageFiles()) {
    app.get(path, (_request, reply) => reply.type(type).send(content));
  }
  addCalls(app, deps);
  return app;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program",
  EACCES: "may not be opened by this user",
};

/** Opens a port (0 for any free one) and tells the page's address; throws with how to mend it when it cannot. */
export async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new Error(`Port ${port} on ${host} ${reason}. Set PORT to a free port, for example PORT=${port + 1}.`, {
      cause: error,
    });
  }
}
