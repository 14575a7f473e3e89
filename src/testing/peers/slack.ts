import { once } from "node:events";
import { createServer } from "node:net";
import type { AccountRef } from "../../chat/ask.ts";
import type { Log } from "../../kernel/log.ts";
import { type SlackConfig, setup } from "../../platforms/slack/config.ts";
import { endpoint } from "../../platforms/slack/connect.ts";
import { slackPlatform } from "../../platforms/slack/platform.ts";
import type { Peer } from "../contracts/peer.ts";
import { people } from "./slack/people.ts";
import { appToken, botToken, type StandIn, standIn } from "./slack/server.ts";
import { overHttp, overSocket, signingSecret } from "./slack/wire.ts";
import { channelId, type Member } from "./slack/world.ts";

export type SlackPeerOptions = {
  readonly mode?: "socket" | "http";
  readonly prefix?: string;
  readonly timeoutMs?: number;
};

/** The peer with what tests of Slack alone look at: the stand-in, the address of requests, and what was logged. */
export type SlackPeer = Peer & {
  readonly stand: StandIn;
  readonly requestUrl: string;
  readonly logged: readonly string[];
  readonly idle: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

function configOf(stand: StandIn, { mode = "socket", prefix = "", timeoutMs }: SlackPeerOptions): SlackConfig {
  const env = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: stand.apiUrl,
    SLACK_COMMAND_PREFIX: prefix,
    ...(mode === "socket" ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
  };
  const made = setup(env);
  if (made.is !== "on") throw new Error(`the platform is ${made.is}`);
  return { ...made.config, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
}

/** Slack stood in for on this machine, with the platform set up to talk to it through real Bolt. */
export async function slackPeer(options: SlackPeerOptions = {}): Promise<SlackPeer> {
  const stand = await standIn();
  const port = options.mode === "http" ? await freePort() : 0;
  const logged: string[] = [];
  const write = (context: object, message: string) => void logged.push(`${message} ${JSON.stringify(context)}`);
  const log: Log = { info: write, warn: write, error: write };
  const platform = slackPlatform(configOf(stand, options), { log, port, ready: async () => true });
  const requestUrl = `http://127.0.0.1:${port}${endpoint}`;
  const wire = options.mode === "http" ? overHttp(() => requestUrl) : overSocket(stand);
  const account = ({ id }: Member): AccountRef => ({ platform: "slack", workspace: stand.world.team, user: id });
  const [ana, ben] = [...stand.world.members.values()].map(account);
  if (ana === undefined || ben === undefined) throw new Error("the workspace needs two people");
  const { others, ...acts } = people({ stand, wire, idle: platform.idle });
  return {
    ...acts,
    others: { ...others, robot: { ...ana, user: stand.world.robot.user } },
    platform,
    ana,
    ben,
    channel: { platform: "slack", workspace: stand.world.team, id: channelId, kind: "channel" },
    stand,
    requestUrl,
    logged,
    idle: platform.idle,
    close: stand.close,
  };
}
