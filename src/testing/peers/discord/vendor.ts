import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { type CommandJson, commands as commandsRule } from "./command-rules.ts";
import { gateway, leastIntents } from "./gateway.ts";
import { interactions } from "./interactions.ts";
import { channelJson, messageJson } from "./json.ts";
import { type Answer, type Call, readCall, refusal, writeAnswer } from "./request.ts";
import { store } from "./store.ts";
import { world } from "./world.ts";

/** What a test makes the vendor answer instead, the next time that a request of this kind comes. */
export type Trouble = { readonly method: string; readonly path: RegExp; readonly answer: Answer };

type Route = readonly [method: string, path: RegExp, (call: Call, ...parts: string[]) => Answer];

const recipient = z.object({ recipient_id: z.string() });

/** Discord stood in for on this machine: its REST interface, its gateway and its files, on a free port. */
export async function vendor() {
  const of = world();
  const kept = store(of);
  const requests: { readonly method: string; readonly path: string; readonly body: unknown }[] = [];
  const troubles: Trouble[] = [];
  const losses: Pick<Trouble, "method" | "path">[] = [];
  const nonces = new Map<string, string>();
  let allowedIntents = leastIntents;
  let registered: (CommandJson & { readonly id: string })[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const socket = `ws://127.0.0.1:${port}`;
  const sessions = gateway(
    server,
    of,
    () => socket,
    () => allowedIntents,
  );
  const answers = interactions(of, kept, () => origin);

  const has = (channel: string) => channel === of.channel || of.isDm(channel);

  function post(call: Call, channel: string): Answer {
    if (!has(channel)) return refusal(404, 10_003, "Unknown Channel");
    const { nonce, enforce_nonce } = z
      .object({ nonce: z.string().optional(), enforce_nonce: z.boolean().optional() })
      .parse(call.body);
    const before = enforce_nonce && nonce !== undefined ? of.find(nonces.get(nonce) ?? "") : undefined;
    const stored = before ?? kept.create(call, call.body, channel);
    if (stored === undefined) return refusal(400, 50_035, "Invalid Form Body");
    if (nonce !== undefined) nonces.set(nonce, stored.id);
    return { status: 200, body: messageJson(stored, origin) };
  }

  function edit(call: Call, channel: string, message: string): Answer {
    const stored = of.find(message);
    if (stored === undefined || stored.channel !== channel || stored.onlyFor)
      return refusal(404, 10_008, "Unknown Message");
    if (!kept.revise(call, call.body, stored)) return refusal(400, 50_035, "Invalid Form Body");
    return { status: 200, body: messageJson(stored, origin) };
  }

  function register(call: Call): Answer {
    const parsed = commandsRule.safeParse(call.body);
    if (!parsed.success) {
      of.violations.push(`commands: ${z.prettifyError(parsed.error)}`);
      return refusal(400, 50_035, "Invalid Form Body");
    }
    registered = parsed.data.map((command) => ({ ...command, id: of.id() }));
    return { status: 200, body: registeredJson() };
  }

  /** Discord gives commands back with fields of its own, and without those that hold nothing. */
  const registeredJson = () =>
    registered.map(({ options = [], ...command }) => ({
      ...command,
      application_id: of.application,
      version: "1",
      default_member_permissions: null,
      nsfw: false,
      ...(options.length > 0 ? { options } : {}),
    }));

  const routes: readonly Route[] = [
    [
      "GET",
      /^\/gateway\/bot$/,
      () => {
        const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
        return { status: 200, body: { url: socket, shards: 1, session_start_limit: limit } };
      },
    ],
    ["GET", /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, () => ({ status: 200, body: registeredJson() })],
    ["PUT", /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, register],
    [
      "POST",
      /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      (call, id = "", token = "") => answers.callback(call, id, token),
    ],
    ["POST", /^\/webhooks\/\d+\/([\w-]+)$/, (call, token = "") => answers.followUp(call, token)],
    [
      "PATCH",
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/(?:@|%40)original$/,
      (call, token = "") => answers.original(call, token),
    ],
    [
      "DELETE",
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/(?:@|%40)original$/,
      (call, token = "") => answers.original(call, token),
    ],
    ["POST", /^\/channels\/(\d+)\/messages$/, (call, channel = "") => post(call, channel)],
    [
      "PATCH",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (call, channel = "", message = "") => edit(call, channel, message),
    ],
    [
      "GET",
      /^\/channels\/(\d+)$/,
      (_, channel = "") =>
        has(channel) ? { status: 200, body: channelJson(of, channel) } : refusal(404, 10_003, "Unknown Channel"),
    ],
    [
      "POST",
      /^\/users\/@me\/channels$/,
      (call) => {
        const user = of.userOf(recipient.parse(call.body).recipient_id);
        if (user === undefined) return refusal(400, 10_013, "Unknown User");
        return { status: 200, body: channelJson(of, of.dm(user.id)) };
      },
    ],
  ];

  function answer(call: Call): Answer {
    requests.push({ method: call.method, path: call.path, body: call.body });
    const trouble = troubles.findIndex(({ method, path }) => method === call.method && path.test(call.path));
    const [planned] = trouble === -1 ? [] : troubles.splice(trouble, 1);
    if (planned !== undefined) return planned.answer;
    const needsToken = !/^\/(interactions|webhooks)\//.test(call.path);
    if (needsToken && call.authorization !== `Bot ${of.token}`) return refusal(401, 0, "401: Unauthorized");
    for (const [method, path, act] of routes) {
      const found = method === call.method ? path.exec(call.path) : null;
      if (found !== null) return act(call, ...found.slice(1));
    }
    of.violations.push(`no such route: ${call.method} ${call.path}`);
    return refusal(404, 0, "404: Not Found");
  }

  server.on("request", async (request, response) => {
    const file = /^\/cdn\/(\d+)\//.exec(request.url ?? "")?.[1];
    if (file !== undefined) {
      const found = of.uploads.get(file);
      response.writeHead(found ? 200 : 404).end(found?.content);
      return;
    }
    try {
      const call = await readCall(request);
      const made = answer(call);
      const lost = losses.findIndex(({ method, path }) => method === call.method && path.test(call.path));
      if (lost === -1) writeAnswer(response, made);
      else {
        losses.splice(lost, 1);
        writeAnswer(response, { status: 502 });
      }
    } catch (error) {
      of.violations.push(`${request.method} ${request.url}: ${error}`);
      writeAnswer(response, refusal(400, 50_035, "Invalid Form Body"));
    }
  });

  return {
    world: of,
    origin,
    api: `${origin}/api`,
    requests,
    registered: () => registered,
    dispatch: sessions.dispatch,
    sessions: sessions.sessions,
    /** Lets the next request of a kind fail as described. */
    fails(trouble: Trouble): void {
      troubles.push(trouble);
    },
    /** Does what the next request of a kind asks, but loses the answer on its way. */
    loses(request: Pick<Trouble, "method" | "path">): void {
      losses.push(request);
    },
    /** Allows the application these intents only. */
    allows(intents: number): void {
      allowedIntents = intents;
    },
    async close(): Promise<void> {
      sessions.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Vendor = Awaited<ReturnType<typeof vendor>>;
