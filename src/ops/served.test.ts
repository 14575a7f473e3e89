import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Log } from "../kernel/log.ts";
import type { OpsPages } from "../platforms/module.ts";
import { connect } from "../platforms/slack/connect.ts";
import { boltLogger } from "../platforms/slack/logger.ts";
import { localHouse } from "../testing/peers/local-house.ts";
import { type OpsDeps, ops } from "./ops.ts";
import { serveApart } from "./serve-apart.ts";

const logged: { readonly context: object; readonly message: string }[] = [];
const log: Log = {
  info: () => {},
  warn: (context, message) => void logged.push({ context, message }),
  error: (context, message) => void logged.push({ context, message }),
};
const password = "open sesame";
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
const right = basic(`admin:${password}`);

const board = createServer((asked, response) => response.end(`queue of ${asked.url}`));
const openDashboard: OpsDeps["openDashboard"] = async () => ({
  answer: (asked, response) => board.emit("request", asked, response),
  close: async () => {},
});
const house: OpsDeps = {
  log,
  ready: async () => true,
  metrics: { text: async () => ({ type: "text/plain; version=0.0.4", body: "up 1\n" }) },
  openDashboard,
  password,
  async recordings({ url }, response) {
    if (!url?.startsWith("/recordings/")) return false;
    response.writeHead(302, { location: "https://recordings.example/7" }).end();
    return true;
  },
  wrongMs: 300,
};

type Host = { readonly port: number; close(): Promise<unknown> };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const hosts: readonly (readonly [string, (pages: OpsPages) => Promise<Host>])[] = [
  [
    "a server of their own",
    async (pages) => {
      const deps = { host: "127.0.0.1", port: 0, isPortAsked: true, log, tell: () => {} };
      const { url = "", close } = await serveApart(pages, deps);
      return { port: Number(new URL(url).port), close };
    },
  ],
  [
    "the local page",
    async (pages) => {
      const { url, platform } = await localHouse({ ops: pages });
      return { port: Number(new URL(url).port), close: () => platform.stop() };
    },
  ],
  [
    "Slack's HTTP receiver",
    async (pages) => {
      const port = await freePort();
      const mode = { is: "http", signingSecret: "8f742231b10e8888abcd99yyyzzz85a5" } as const;
      const self = { team: "T1", bot: "U1", botId: "B1" };
      const deps = { log, port, ready: async () => true, ops: pages };
      const config = { botToken: "xoxb-1", mode, prefix: "" };
      const { refuse, close } = await connect({ config, deps, logger: boltLogger(log), self }, () => {});
      return {
        port,
        async close() {
          refuse();
          await close();
        },
      };
    },
  ],
];

type Answer = { readonly status: number; readonly body: string; readonly headers: Record<string, unknown> };

/** One request, also with headers that `fetch` does not let through. */
const ask = (port: number, path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<Answer>((resolve, reject) => {
    request({ port, path, headers, method, host: "127.0.0.1" }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on("error", reject)
      .end();
  });

describe.each(hosts)("the pages for operators on %s", (_, open) => {
  let on: Host;
  let off: Host;
  beforeAll(async () => {
    on = await open(ops(house));
    off = await open(ops({ ...house, password: undefined }));
  });
  afterAll(() => Promise.all([on.close(), off.close()]));
  afterEach(() => {
    logged.length = 0;
  });

  test("give metrics to this machine without asking", async () => {
    for (const { port } of [on, off]) {
      const { status, body, headers } = await ask(port, "/metrics?x=1");
      expect({ status, body, type: headers["content-type"] }).toEqual({
        status: 200,
        body: "up 1\n",
        type: "text/plain; version=0.0.4",
      });
    }
  });

  test("send whoever has a link on to its recording, without a password", async () => {
    for (const { port } of [on, off]) {
      const { status, headers } = await ask(port, "/recordings/token");
      expect({ status, location: headers.location }).toEqual({
        status: 302,
        location: "https://recordings.example/7",
      });
    }
  });

  test("show the queue to the admin alone", async () => {
    const unnamed = await ask(on.port, "/admin/queue/api/queues");
    expect(unnamed).toMatchObject({ status: 401, body: expect.stringContaining("FAIRLINE_ADMIN_PASSWORD") });
    expect(unnamed.headers["www-authenticate"]).toMatch(/^Basic /);
    expect(logged).toEqual([]);
    expect(await ask(on.port, "/admin/queue/api/queues?page=2", right)).toMatchObject({
      status: 200,
      body: "queue of /admin/queue/api/queues?page=2",
    });
    expect(await ask(on.port, "/admin", right)).toMatchObject({ status: 302, headers: { location: "/admin/queue" } });
  });

  test.each(["admin:open sesam", "root:open sesame", "admin:", "admin", ":", ""])(
    "a wrong password costs time and is logged without itself: %j",
    async (sent) => {
      const began = performance.now();
      expect((await ask(on.port, "/admin/queue", basic(sent))).status).toBe(401);
      if (sent === "") return;
      expect(performance.now() - began).toBeGreaterThan(290);
      expect(logged).toEqual([
        { context: { address: expect.stringMatching(/127/) }, message: "a wrong admin password" },
      ]);
    },
  );

  test("are off where no password is set, and say which one to set", async () => {
    for (const path of ["/admin", "/admin/", "/admin/queue", "/admin/queue/static/js/main.js"]) {
      expect(await ask(off.port, path, basic("admin:undefined"))).toMatchObject({
        status: 404,
        body: "The admin pages are off. Set FAIRLINE_ADMIN_PASSWORD and start Fairline again; the user is admin.\n",
      });
    }
    const chinese = await ask(off.port, "/admin", { "accept-language": "zh-CN,zh;q=0.9" });
    expect(chinese.body).toBe("管理页面未启用。请设置 FAIRLINE_ADMIN_PASSWORD 后重新启动 Fairline，用户名为 admin。\n");
  });

  test("nothing is changed by way of them", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await ask(on.port, "/admin/queue/api/queues/pause", right, method)).status).toBeGreaterThanOrEqual(404);
    }
  });

  test("what only looks like one of them is none", async () => {
    for (const path of ["/administration", "/metricsx"]) expect((await ask(on.port, path, right)).status).toBe(404);
  });
});

describe("metrics asked for from elsewhere", () => {
  const elsewhere: readonly [string, Record<string, string>][] = [
    ["by way of a proxy", { "x-forwarded-for": "192.0.2.7" }],
    ["under a foreign name that points here", { host: "metrics.example.com" }],
  ];
  test.each(elsewhere)("%s need the password", async (_, headers) => {
    const url = { host: "127.0.0.1", port: 0, isPortAsked: true, log, tell: () => {} };
    const [on, off] = await Promise.all([
      serveApart(ops(house), url),
      serveApart(ops({ ...house, password: undefined }), url),
    ]);
    const port = ({ url = "" }: { readonly url?: string }) => Number(new URL(url).port);
    expect((await ask(port(on), "/metrics", headers)).status).toBe(401);
    expect((await ask(port(on), "/metrics", { ...headers, ...right })).body).toBe("up 1\n");
    expect(await ask(port(off), "/metrics", headers)).toMatchObject({
      status: 403,
      body: expect.stringContaining("set FAIRLINE_ADMIN_PASSWORD"),
    });
    await Promise.all([on.close(), off.close()]);
  });
});

describe("a server of their own", () => {
  const at = { host: "127.0.0.1", port: 0, isPortAsked: true, log, tell: () => {} };

  test("tells health and readiness, also while the house is away", async () => {
    let isReady: () => Promise<boolean> = async () => true;
    const { url = "", close } = await serveApart(ops({ ...house, ready: () => isReady() }), at);
    const port = Number(new URL(url).port);
    expect(await ask(port, "/healthz")).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(await ask(port, "/readyz")).toMatchObject({ status: 200, body: '{"ok":true}' });
    isReady = async () => {
      throw new Error("no database");
    };
    expect(await ask(port, "/readyz")).toMatchObject({ status: 503, body: '{"ok":false}' });
    expect((await ask(port, "/")).status).toBe(404);
    await close();
  });

  test("goes without a port that is taken, unless somebody asked for that one", async () => {
    const lines: string[] = [];
    const tell = (line: string) => void lines.push(line);
    const first = await serveApart(ops(house), { ...at, tell });
    const { port } = new URL(first.url ?? "");
    expect(lines).toEqual([`Health and metrics: ${first.url}/healthz, ${first.url}/metrics`]);
    const second = await serveApart(ops(house), { ...at, port: Number(port), isPortAsked: false, tell });
    expect(second.url).toBeUndefined();
    expect(lines[1]).toBe(
      `Health and metrics are not served. Port ${port} on 127.0.0.1 is taken by another program; set PORT to a free one.`,
    );
    await expect(serveApart(ops(house), { ...at, port: Number(port) })).rejects.toThrow(
      `Health and metrics cannot be served. Port ${port} on 127.0.0.1 is taken by another program; set PORT to a free one.`,
    );
    await Promise.all([first.close(), second.close()]);
  });

  test("a queue that cannot be reached is said to be away, and is tried again", async () => {
    let isAway = true;
    const { url = "", close } = await serveApart(
      ops({
        ...house,
        openDashboard: async (base) => {
          if (isAway) throw new Error("no Redis");
          return openDashboard(base);
        },
      }),
      at,
    );
    const port = Number(new URL(url).port);
    expect(await ask(port, "/admin/queue", right)).toMatchObject({
      status: 503,
      body: "The queue cannot be reached just now. The log says why.\n",
    });
    isAway = false;
    expect((await ask(port, "/admin/queue", right)).body).toBe("queue of /admin/queue");
    await close();
  });

  test("many guesses at once wait in line, and too many are sent away", async () => {
    const { url = "", close } = await serveApart(ops({ ...house, wrongMs: 20 }), at);
    const port = Number(new URL(url).port);
    const began = performance.now();
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, n) => ask(port, "/admin", basic(`admin:guess ${n}`))),
    );
    const refused = guesses.filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect(guesses.every(({ status }) => status === 401 || status === 429)).toBe(true);
    expect(performance.now() - began).toBeGreaterThan((60 - refused) * 19);
    expect((await ask(port, "/admin", right)).status).toBe(302);
    await close();
  });
});
