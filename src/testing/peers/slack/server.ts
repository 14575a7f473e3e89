import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "node:querystring";
import { type WebSocket, WebSocketServer } from "ws";
import { shapes } from "./schema.ts";
import { type Args, webApi } from "./web-api.ts";
import { type World, world } from "./world.ts";

export const botToken = "xoxb-000000000000-harbour";
export const appToken = "xapp-1-A000000000-harbour";

/** A stand-in for Slack on a free port of this machine. */
export type StandIn = {
  readonly world: World;
  /** What `SLACK_API_URL` should be. */
  readonly apiUrl: string;
  readonly url: string;
  /** Answers the next call of a method, or the next post to a `response_url`, with this instead. */
  readonly answerNext: (method: string, ...canned: readonly CannedAnswer[]) => void;
  /** The open Socket Mode connection, if there is one. */
  readonly socket: () => WebSocket | undefined;
  readonly close: () => Promise<void>;
};
export type CannedAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
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

const json = (response: ServerResponse, body: unknown, status = 200, headers = {}) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};

/** Starts a stand-in for Slack: the Web API, response URLs, files and Socket Mode. */
export async function standIn(): Promise<StandIn> {
  const of = world();
  const checks = await shapes();
  let url = "";
  let socket: WebSocket | undefined;
  const api = webApi(of, checks, () => url);

  const canned = (method: string, response: ServerResponse): boolean => {
    const next = of.canned.get(method)?.shift();
    if (next === undefined) return false;
    json(response, next.body ?? {}, next.status ?? 200, next.headers ?? {});
    return true;
  };

  function call(method: string, request: IncomingMessage, body: Buffer, response: ServerResponse) {
    if (canned(method, response)) return;
    const wanted = method === "apps.connections.open" ? appToken : botToken;
    if (request.headers.authorization !== `Bearer ${wanted}`)
      return json(response, { ok: false, error: "invalid_auth" });
    if (method === "apps.connections.open") {
      return json(response, { ok: true, url: `${url.replace("http", "ws")}/link?ticket=${of.next()}` });
    }
    json(response, api.call(method, argsOf(request, body)));
  }

  function respond(token: string, body: Buffer, response: ServerResponse) {
    if (canned("response_url", response)) return;
    const answer = api.respond(token, JSON.parse(body.toString()) as Args);
    if (answer === "ok") response.writeHead(200).end("ok");
    else json(response, { ok: false, error: answer }, 404);
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
    socket: () => socket,
    async close() {
      for (const connected of sockets.clients) connected.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
