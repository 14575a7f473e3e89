import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as listener } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { app } from "../app.ts";
import type { ActionId } from "../chat/view.ts";
import { claim } from "../features/help/addresses.ts";
import { type HouseDatabase, openDatabase } from "../persistence/database.ts";
import { localMessages } from "../persistence/local-messages.ts";
import { discord } from "../platforms/discord/index.ts";
import { local } from "../platforms/local/index.ts";
import { slack } from "../platforms/slack/index.ts";
import { anId } from "../testing/builders.ts";
import { people as discordPeople } from "../testing/peers/discord/people.ts";
import { type Vendor, vendor } from "../testing/peers/discord/vendor.ts";
import type { Stored, User } from "../testing/peers/discord/world.ts";
import { settle, unhurried } from "../testing/settle.ts";
import { type Figure, percentile } from "./figure.ts";
import { launch, printed, ready, stopped } from "./process.ts";
import { signingSecret, workspace } from "./slack-load.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const [requests, claimers, rivals, solitary] = [200, 50, 2, 20] as const;
const waves = (requests * rivals) / claimers;
const [firstClaimer, dutyLead] = [1001, 2001] as const;
const where = ["slack", "discord", "local"] as const;
const floor = "C0FLOOR";

/** A free port whose neighbour is free as well, for the page. */
async function freePort(): Promise<number> {
  const server = listener().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A stand-in for Slack that takes every message, and tells of each that is made anew. */
async function slackEar() {
  const waiting = new Map<string, () => void>();
  let last = 0;
  const identity = { team_id: workspace, user_id: "U0BOT", bot_id: "B0BOT", team: "bench", user: "fairline" };
  const channels = [{ id: floor, name: "floor", name_normalized: "floor", is_private: false, is_archived: false }];
  const server = createServer(async (message, answer) => {
    let body = "";
    for await (const chunk of message) body += chunk;
    if (message.url?.endsWith("chat.update")) waiting.get(new URLSearchParams(body).get("ts") ?? "")?.();
    last += 1;
    const isOpening = message.url?.endsWith("conversations.open");
    const made = { channel: isOpening ? { id: "D0LEAD" } : floor, ts: `1700000000.${String(last).padStart(6, "0")}` };
    answer
      .setHeader("content-type", "application/json")
      .end(JSON.stringify({ ok: true, ...identity, ...made, channels, user: { id: "U1", profile: {} } }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    /** Resolves when a message is made anew. */
    updated: (ts: string) => new Promise<void>((heard) => waiting.set(ts, heard)).finally(() => waiting.delete(ts)),
    close: () => new Promise((closed) => server.close(closed)),
  };
}
type Ear = Awaited<ReturnType<typeof slackEar>>;

/** A press on a message in Slack, signed as Slack does. */
async function slackPress(port: number, { user, ts, action }: { user: string; ts: string; action: string }) {
  const payload = {
    type: "block_actions",
    team: { id: workspace },
    user: { id: user, team_id: workspace },
    api_app_id: "A0BENCH",
    trigger_id: randomUUID(),
    container: { type: "message", message_ts: ts, channel_id: "D0CARD", is_ephemeral: false },
    channel: { id: "D0CARD", name: "directmessage" },
    message: { type: "message", ts, user: "U0BOT", bot_id: "B0BOT", text: "card", blocks: [] },
    actions: [
      {
        type: "button",
        action_id: action,
        block_id: "b",
        action_ts: randomUUID(),
        text: { type: "plain_text", text: "x" },
      },
    ],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const at = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac("sha256", signingSecret).update(`v0:${at}:${body}`).digest("hex")}`;
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": at,
    "x-slack-signature": signature,
  };
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`a press was answered ${answer.status}`);
}

const discordUser = (id: number): User => ({
  id: String(10n ** 17n + BigInt(id)),
  name: `u${id}`,
  bot: false,
  locale: "en-US",
});
const platformOf = (id: number) => where[id % where.length] ?? "local";
const accountOf = (id: number) => {
  const platform = platformOf(id);
  if (platform === "slack") return [{ platform, workspace, user: `U${id}` }];
  return platform === "discord" ? [{ platform, workspace: "discord", user: discordUser(id).id }] : [];
};
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Fills a floor of 200 agents with a duty lead, and 50 leads who take turns at nothing and claim. */
const fill = (database: HouseDatabase) =>
  settle(database, {
    id: "harbour",
    floor: "floor",
    people: [
      ...numbers(1, requests + solitary).map((id) => ({ id, name: `Agent ${id}`, team: `team-${id % 10}` })),
      ...numbers(firstClaimer, claimers).map((id) => ({
        id,
        name: `Lead ${id}`,
        roles: ["lead"],
        accounts: accountOf(id),
      })),
      { id: dutyLead, name: "Dora", accounts: [{ platform: "slack", workspace, user: "U0DORA" }] },
    ],
    shifts: [{ role: "duty-lead", person: dutyLead, from: "2020-01-01T00:00:00Z", until: "2100-01-01T00:00:00Z" }],
    rules: {
      help: { live: { answerMin: 10_000, ladder: [] }, claimMin: 10_000 },
      duty: {
        rotations: ["floor-support", "supervisor", "night"].map((role) => ({
          role,
          people: numbers(firstClaimer, 6).map(String),
          startsOn: "2024-01-01",
          every: role === "supervisor" ? { workdays: 5 } : 7,
          hours: "08:00-20:00",
        })),
      },
    },
  });

/** Has all agents ask, and the cards posted as fast as can be. */
async function asks(database: HouseDatabase, ear: Ear, peer: Vendor): Promise<readonly string[]> {
  const common = { log: silent, port: 0, ready: async () => true };
  const configOf = <C>(made: { is: string; config?: C }): C => {
    if (made.config === undefined) throw new Error(`a platform is ${made.is}`);
    return made.config;
  };
  const onSlack = { SLACK_BOT_TOKEN: "xoxb-0-0-bench", SLACK_API_URL: ear.url, SLACK_SIGNING_SECRET: signingSecret };
  const { pool, prisma } = database;
  const everybody = (await pool.query<{ id: string; name: string }>("SELECT id, name FROM person")).rows.map((one) => {
    return { ...one, roles: ["agent"] as const, site: "harbour", locale: "en" as const, zone: "UTC" };
  });
  const platforms = await Promise.all([
    slack.create(configOf(slack.setup(onSlack)), common),
    discord.create({ token: peer.world.token, api: peer.api }, common),
    local.create(
      { asked: true },
      {
        ...common,
        clock: () => new Date(),
        messages: localMessages(prisma),
        people: async () => everybody,
        sites: async () => [{ id: "harbour", name: "harbour", zone: "UTC" }],
        channels: async () => [{ id: "harbour:floor", name: "floor" }],
      },
    ),
  ]);
  for (const one of platforms) await one.connect();
  const draw = () => Promise.reject(new Error("nothing is drawn here"));
  const poster = app({
    database,
    jobs: [],
    platforms: () => platforms.map(unhurried),
    draw,
    log: silent,
    clock: () => new Date(),
  });
  const made: string[] = [];
  for (const id of numbers(1, requests + solitary)) {
    const who = { person: anId(id), name: `Agent ${id}`, site: "harbour", roles: ["agent"], zone: "UTC" } as const;
    const outcome = await poster.help.ask(
      who,
      { text: `case ${id} wants a refund of order ${id}`, isLive: true, isHigh: false },
      new Date(),
    );
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.why}`);
    made.push(outcome.value.request.id);
  }
  await poster.notices.sweep();
  await poster.notices.stop();
  for (const one of platforms) await one.stop();
  return made;
}

type House = { readonly port: number; readonly ear: Ear; readonly peer: Vendor; readonly database: HouseDatabase };

/** Nobody waits for ever for what does not come. */
async function tooLate(what: string): Promise<never> {
  await wait(60_000, undefined, { ref: false });
  throw new Error(`${what} was not answered within a minute`);
}

/** How long it takes from a press on a card of one's own to the message that stands in its place. */
function pressing({ port, ear, peer, database }: House) {
  const acts = discordPeople(peer);
  let serial = 0;

  async function onDiscord(id: number, action: string): Promise<() => Promise<void>> {
    const stored: Stored = {
      ...{ id: peer.world.id(), channel: peer.world.channel, author: peer.world.bot, content: "card", isPost: true },
      ...{ embeds: [], components: [], files: [], waiting: false, revised: false, deleted: false },
    };
    peer.world.messages.push(stored);
    return async () => {
      const told = acts.press(discordUser(id), stored, action);
      while (told.answers.length === 0) await wait(1);
    };
  }

  async function onSlack(id: number, action: string): Promise<() => Promise<void>> {
    serial += 1;
    const ts = `1600000000.${String(serial).padStart(6, "0")}`;
    return async () => {
      const heard = ear.updated(ts);
      await slackPress(port, { user: `U${id}`, ts, action: `0:${action}` });
      await heard;
    };
  }

  async function onPage(id: number, action: ActionId): Promise<() => Promise<void>> {
    const [as, message] = [anId(id), randomUUID()];
    const button = { label: "I'm on it", action };
    await localMessages(database.prisma).add({
      id: message,
      place: `dm:${as}`,
      view: { title: "card", blocks: [{ is: "buttons", buttons: [button] }] },
      at: new Date(),
    });
    return async () => {
      const answer = await fetch(`http://127.0.0.1:${port + 1}/api/press`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ as, message, action, key: randomUUID() }),
      });
      if (!answer.ok) throw new Error(`a press on the page was answered ${answer.status}: ${await answer.text()}`);
    };
  }

  return async (id: number, request: string): Promise<() => Promise<number>> => {
    const action = claim.own.to({ request });
    const platform = platformOf(id);
    const press = await (platform === "slack" ? onSlack : platform === "discord" ? onDiscord : onPage)(id, action);
    return async () => {
      const begun = performance.now();
      await Promise.race([press(), tooLate(`a press on ${platform}`)]);
      return performance.now() - begun;
    };
  };
}

/** The same of a bare Bolt app: as many presses at once as our share on Slack, each answered by a message made anew. */
async function bareWave(port: number, ear: Ear, wave: number, count: number): Promise<number[]> {
  return Promise.all(
    numbers(0, count).map(async (n) => {
      const ts = `1500000000.${String(wave * 100 + n).padStart(6, "0")}`;
      const begun = performance.now();
      const heard = ear.updated(ts);
      await slackPress(port, { user: `U${n}`, ts, action: "claim" });
      await heard;
      return performance.now() - begun;
    }),
  );
}

type Copy = { readonly platform: string; readonly message: string };
const copiesOf = `
  SELECT platform, message FROM delivery WHERE schedule = 'help-request' AND period = $1 AND state = 'sent' AND platform <> 'local'`;

/** Claims that come alone: how long until the cards of the others on Slack and Discord show it. */
async function measureCopies(house: House, ids: readonly string[]): Promise<number[]> {
  const { ear, peer, database } = house;
  const press = pressing(house);
  const times: number[] = [];
  for (const [index, request] of ids.entries()) {
    const { rows } = await database.pool.query<Copy>(copiesOf, [request]);
    if (rows.length !== 3) throw new Error(`${rows.length} copies`);
    const go = await press(firstClaimer + (index % claimers), request);
    const begun = performance.now();
    const copies = rows.map(async ({ platform, message }) => {
      if (platform === "slack") await ear.updated(message);
      else while (peer.world.find(message)?.revised !== true) await wait(1);
      return performance.now() - begun;
    });
    await go();
    times.push(...(await Promise.race([Promise.all(copies), tooLate("a copy")])));
    // Slack lets nobody write to one place twice in a second.
    await wait(1_200);
  }
  return times;
}

/** Waits until all that was to be made anew is. */
async function settled({ pool }: HouseDatabase): Promise<void> {
  const open =
    "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM delivery WHERE next_at IS NOT NULL) AS open";
  for (let tries = 0; tries < 240; tries += 1) {
    if (Number((await pool.query<{ open: string }>(open)).rows[0]?.open) === 0) return;
    await wait(500);
  }
  throw new Error("copies were still to be made anew after two minutes");
}

/** Help on the floor: a press on “I'm on it” until the card shows it, 50 at once, two for each of 200 requests. */
export async function measureHelp(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairline-bench-"));
  const database = await openDatabase({ folder, log: silent, url: process.env.DATABASE_URL });
  const [ear, peer, port, barePort] = await Promise.all([slackEar(), vendor(), freePort(), freePort()]);
  try {
    await fill(database);
    const ids = await asks(database, ear, peer);
    const slackEnv = { SLACK_API_URL: ear.url, SLACK_SIGNING_SECRET: signingSecret };
    const bare = launch("src/bench/bare-bolt.ts", { ...slackEnv, PORT: String(barePort) });
    await ready(bare);
    const ours = launch("src/main.ts", {
      ...slackEnv,
      SLACK_BOT_TOKEN: "xoxb-0-0-bench",
      DISCORD_TOKEN: peer.world.token,
      DISCORD_API_URL: peer.api,
      FAIRLINE_LOCAL: "on",
      DATABASE_URL: database.url,
      PORT: String(port),
      LOG_LEVEL: "warn",
    });
    await printed(ours, /ready/);
    const house = { port, ear, peer, database };
    const press = pressing(house);
    const seen = { ours: [] as number[], bare: [] as number[] };
    try {
      for (let wave = 0; wave < waves; wave += 1) {
        seen.bare.push(...(await bareWave(barePort, ear, wave, Math.ceil(claimers / where.length))));
        const goes = await Promise.all(
          numbers(0, claimers).map((n) =>
            press(firstClaimer + n, ids[wave * (claimers / rivals) + Math.floor(n / rivals)] ?? ""),
          ),
        );
        seen.ours.push(...(await Promise.all(goes.map((go) => go()))));
      }
      await settled(database);
      const copies = await measureCopies(house, ids.slice(requests));
      const once = "SELECT count(*)::int AS count FROM help_entry WHERE kind = 'claimed'";
      const { count = 0 } = (await database.pool.query<{ count: number }>(once)).rows[0] ?? {};
      if (count !== requests + solitary) throw new Error(`${count} claims of ${requests + solitary}`);
      return [
        {
          what: "“I'm on it” by 50 at once on 3 platforms, 200 requests open: card revised, p95",
          unit: "ms",
          ours: percentile(seen.ours, 0.95),
          goal: 300,
        },
        {
          what: "the same, beside a bare Bolt app that answers a press by chat.update, p95",
          unit: "ms",
          ours: percentile(seen.ours, 0.95),
          baseline: percentile(seen.bare, 0.95),
        },
        {
          what: "“I'm on it” alone: the other cards on Slack and Discord revised, p95",
          unit: "ms",
          ours: percentile(copies, 0.95),
        },
      ];
    } finally {
      await Promise.all([stopped(ours), stopped(bare)]);
    }
  } finally {
    await database.close();
    await Promise.all([ear.close(), peer.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}
