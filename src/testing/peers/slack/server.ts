import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "node:querystring";
import { type WebSocket, WebSocketServer } from "ws";
import { countsOf } from "../counts.ts";
import type { Args } from "./args.ts";
import { type Rates, rates } from "./rates.ts";
import { shapes } from "./schema.ts";
import { webApi } from "./web-api.ts";
import { type Canned, type World, world } from "./world.ts";

export const botToken = "xoxb-000000000000-harbour";
export const appToken = "xapp-1-A000000000-harbour";

/** A stand-in for Slack on a free port of this machine. */
export type StandIn = {
  readonly world: World;
  /** What `SLACK_API_URL` should be. */
  readonly apiUrl: string;
  readonly url: string;
  /** Answers the next calls of a method, or the next posts to a `response_url`, with these instead. */
  readonly answerNext: (method: string, ...canned: readonly Canned[]) => void;
  /** From now on posts no faster than this are taken; the others are answered 429. */
  readonly enforce: (of: Rates) => void;
  /** How many messages were posted to each conversation, those that one person alone sees left out. */
  readonly counts: () => ReadonlyMap<string, number>;
  /** The open Socket Mode connection, if there is one. */
  readonly socket: () => WebSocket | undefined;
  readonly close: () => Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function argsOf(request: IncomingMessage, body: Buffer): Args {
  if (request.headers["content-type"]?.includes("json")) return JSON.parse(body.toString()) as Args;
  const read = (value: unknown) => {
    if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  };
  return Object.fromEntries(
    Object.entries(parse(body.toString())).map(([name, value]) => [name, name === "text" ? value : read(value)]),
  );
}

type Reply = Pick<Canned, "status" | "headers"> & { readonly body: object | string };

function write(response: ServerResponse, { status = 200, headers = {}, body }: Reply) {
  const type = typeof body === "string" ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

/** Starts a stand-in for Slack: the Web API, response URLs, files and Socket Mode. */
export async function standIn(): Promise<StandIn> {
  const of = world();
  const checks = await shapes();
  let url = "";
  let socket: WebSocket | undefined;
  const api = webApi(of, checks, () => url);

  const pacing = rates();

  /** Answers a request as a test planned it, else as usual. */
  function answer(method: string, response: ServerResponse, usual: () => Reply): void {
    const planned = of.canned.get(method)?.shift();
    const made = planned === undefined || planned.isTaken ? usual() : undefined;
    if (planned?.ends === "silence") return;
    if (planned?.ends === "reset") response.socket?.resetAndDestroy();
    else write(response, planned === undefined && made ? made : { ...planned, body: planned?.body ?? {} });
  }

  function call(method: string, request: IncomingMessage, body: Buffer, response: ServerResponse) {
    answer(method, response, () => {
      const wanted = method === "apps.connections.open" ? appToken : botToken;
      if (request.headers.authorization !== `Bearer ${wanted}`) return { body: { ok: false, error: "invalid_auth" } };
      if (method === "apps.connections.open") {
        return { body: { ok: true, url: `${url.replace("http", "ws")}/link?ticket=${of.next()}` } };
      }
      const args = argsOf(request, body);
      const seconds = method === "chat.postMessage" ? pacing.wait(String(args.channel)) : 0;
      if (seconds === 0) return { body: api.call(method, args) };
      return { status: 429, headers: { "retry-after": String(seconds) }, body: { ok: false, error: "ratelimited" } };
    });
  }

  function respond(token: string, body: Buffer, response: ServerResponse) {
    answer("response_url", response, () => {
      const answered = api.respond(token, JSON.parse(body.toString()) as Args);
      return answered === "ok" ? { body: "ok" } : { status: 404, body: { ok: false, error: answered } };
    });
  }

  function upload(id: string, body: Buffer, response: ServerResponse) {
    const file = of.files.get(id);
    if (file) file.content = new Uint8Array(body);
    response.writeHead(file ? 200 : 404).end(file ? `OK - ${body.length}` : "");
  }

  function download(id: string, request: IncomingMessage, response: ServerResponse) {
    const allowed = request.headers.authorization === `Bearer ${botToken}`;
    const content = of.files.get(id)?.content;
    response.writeHead(allowed && content ? 200 : 403).end(allowed ? content : "");
  }

  async function route(request: IncomingMessage, response: ServerResponse) {
    const [, part = "", id = ""] = /^\/(\w+)\/([\w.-]+)/.exec(request.url ?? "") ?? [];
    const body = await bodyOf(request);
    if (part === "api") return call(id, request, body, response);
    if (part === "respond") return respond(id, body, response);
    if (part === "upload") return upload(id, body, response);
    if (part === "files") return download(id, request, response);
    response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      of.violations.push(`the stand-in failed: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (connected) => {
    socket = connected;
    connected.on("close", () => {
      if (socket === connected) socket = undefined;
    });
    connected.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A000000000" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    world: of,
    url,
    apiUrl: `${url}/api/`,
    answerNext: (method, ...answers) => {
      of.canned.set(method, [...(of.canned.get(method) ?? []), ...answers]);
    },
    enforce: pacing.enforce,
    counts: () => countsOf(of.told.filter(({ onlyFor }) => onlyFor === undefined).map(({ channel }) => channel)),
    socket: () => socket,
    async close() {
      for (const connected of sockets.clients) connected.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
