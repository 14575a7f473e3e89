import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { about } from "./about.ts";
import { type CommandJson, commands as commandsRule } from "./command-rules.ts";
import { gateway, leastIntents } from "./gateway.ts";
import { interactions } from "./interactions.ts";
import { channelJson } from "./json.ts";
import { limits } from "./limits.ts";
import { messages } from "./messages.ts";
import { type Answer, type Call, readCall, refusal, writeAnswer } from "./request.ts";
import { store } from "./store.ts";
import { world } from "./world.ts";

/** What a test makes the vendor do the next time that a request of this kind comes. */
export type Trouble = {
  readonly method: string;
  readonly path: RegExp;
  /** What is asked is done all the same, and only the answer is another. */
  readonly isTaken?: boolean;
  /** Said instead. */
  readonly answer?: Answer;
  /** No answer comes: the connection breaks off, or it stays silent. */
  readonly ends?: "reset" | "silence";
};

type Route = readonly [method: string, path: RegExp, (call: Call, ...parts: string[]) => Answer];

const recipient = z.object({ recipient_id: z.string() });

/** Discord stood in for on this machine: its REST interface, its gateway and its files, on a free port. */
export async function vendor() {
  const of = world();
  const kept = store(of);
  const requests: { readonly method: string; readonly path: string; readonly body: unknown }[] = [];
  const troubles: Trouble[] = [];
  const pacing = limits();
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

  const bot = about(of);
  const said = messages({ of, kept, origin: () => origin, dispatch: sessions.dispatch });

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
    ["GET", /^\/users\/@me$/, bot.user],
    ["GET", /^\/users\/@me\/guilds$/, bot.guilds],
    ["GET", /^\/guilds\/(\d+)\/channels$/, (_, guild = "") => bot.channels(guild)],
    ["GET", /^\/applications\/@me$/, bot.application],
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
    ["POST", /^\/channels\/(\d+)\/messages$/, (call, channel = "") => said.post(call, channel)],
    ["GET", /^\/channels\/(\d+)\/messages$/, (call, channel = "") => said.read(call, channel)],
    [
      "PATCH",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (call, channel = "", message = "") => said.edit(call, channel, message),
    ],
    ["GET", /^\/channels\/(\d+)\/messages\/(\d+)$/, (_, channel = "", message = "") => said.one(channel, message)],
    [
      "POST",
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      (call, channel = "", message = "") => said.thread(call, channel, message),
    ],
    [
      "GET",
      /^\/channels\/(\d+)$/,
      (_, channel = "") =>
        said.has(channel) ? { status: 200, body: channelJson(of, channel) } : refusal(404, 10_003, "Unknown Channel"),
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
    const needsToken = !/^\/(interactions|webhooks)\//.test(call.path);
    if (needsToken && call.authorization !== `Bot ${of.token}`) return refusal(401, 0, "401: Unauthorized");
    const { tooMany, headers } = needsToken ? pacing.take(call) : { headers: {} };
    if (tooMany !== undefined) return tooMany;
    for (const [method, path, act] of routes) {
      const found = method === call.method ? path.exec(call.path) : null;
      if (found !== null) return { headers, ...act(call, ...found.slice(1)) };
    }
    of.violations.push(`no such route: ${call.method} ${call.path}`);
    return refusal(404, 0, "404: Not Found");
  }

  function planned(call: Call): Trouble | undefined {
    const at = troubles.findIndex(({ method, path }) => method === call.method && path.test(call.path));
    return at === -1 ? undefined : troubles.splice(at, 1)[0];
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
      requests.push({ method: call.method, path: call.path, body: call.body });
      const trouble = planned(call);
      const made = trouble === undefined || trouble.isTaken ? answer(call) : undefined;
      if (trouble?.ends === "silence") return;
      if (trouble?.ends === "reset") request.socket.resetAndDestroy();
      else writeAnswer(response, trouble?.answer ?? (trouble ? { status: 502 } : (made ?? { status: 500 })));
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
    /** Somebody begins the thread under a message. */
    begin: said.begin,
    sessions: sessions.sessions,
    /** Lets the next request of a kind fail as described; with no more said than that, by a gateway's error. */
    fails(trouble: Trouble): void {
      troubles.push(trouble);
    },
    /** The troubles that did not come yet. */
    troubles: (): readonly Trouble[] => troubles,
    /** From now on requests over these limits are answered 429. */
    enforce: pacing.enforce,
    /** How many messages were posted to each channel. */
    counts: said.counts,
    /** Forgets the nonces of messages, as Discord does after some minutes. */
    forgetNonces: said.forgetNonces,
    /** Shows nonces in the history of channels too, which Discord does not. */
    showNonces: said.showNonces,
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
