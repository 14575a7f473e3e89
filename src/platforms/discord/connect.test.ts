import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Platform } from "../../chat/platform.ts";
import { text, type View } from "../../chat/view.ts";
import { freePort } from "../../persistence/embedded/free-port.ts";
import { sampleRouter } from "../../testing/contracts/sample.ts";
import { vendor } from "../../testing/peers/discord/vendor.ts";
import { type DiscordPeer, discordPeerWith } from "../../testing/peers/discord.ts";
import { discord } from "./index.ts";
import type { DiscordConfig } from "./platform.ts";

const hint: View = { title: "Score", blocks: [text({ is: "command", text: "hello" })] };

let peer: DiscordPeer;
const made: Platform[] = [];
beforeEach(async () => {
  peer = await discordPeerWith(await vendor());
});
afterEach(async () => {
  for (const platform of made.splice(0)) await platform.stop();
  await peer.close();
  expect(peer.violations()).toEqual([]);
});

async function worker(config: Partial<DiscordConfig> = {}): Promise<Platform> {
  const { vendor: at, log } = peer;
  const given = { token: at.world.token, api: at.api, ...config };
  const platform = await discord.create(given, { log, port: 0, ready: async () => true });
  made.push(platform);
  return platform;
}
const asked = () => peer.vendor.requests.map(({ method, path }) => `${method} ${path}`);

test("a process that only posts asks who it is and opens no gateway", async () => {
  const platform = await worker();
  await platform.connect();
  await platform.post(await platform.direct(peer.ana), hint, randomUUID());
  expect(asked()[0]).toBe("GET /users/@me");
  expect(asked()).not.toContain("GET /gateway/bot");
  expect(peer.vendor.sessions()).toBe(0);
});

test("it names commands by what the process that listens has registered", async () => {
  const bot = await worker();
  await bot.start(sampleRouter(peer.ana));
  const platform = await worker();
  await platform.connect();
  await platform.post(peer.channel, hint);
  const { id } = peer.vendor.registered().find(({ name }) => name === "hello") ?? {};
  expect(peer.vendor.world.messages.at(-1)?.embeds[0]?.description).toBe(`</hello:${id}>`);
});

test("it posts all the same where Discord does not tell of the commands", async () => {
  const answer = { status: 403, body: { code: 50_001, message: "Missing Access" } };
  peer.vendor.fails({ method: "GET", path: /^\/applications/, answer });
  const platform = await worker();
  await platform.connect();
  await platform.post(peer.channel, hint);
  expect(peer.vendor.world.messages.at(-1)?.embeds[0]?.description).toBe("/hello");
});

test("it finds what it posted itself, and not what it has not heard of", async () => {
  const [platform, other] = [await worker(), await worker()];
  await platform.connect();
  await other.connect();
  const [since, key] = [new Date(), randomUUID()];
  const receipt = await platform.post(peer.channel, hint, key);
  expect(await platform.find(peer.channel, key, since)).toEqual(receipt);
  expect(await other.find(peer.channel, key, since)).toBeUndefined();
  expect(await other.post(peer.channel, hint, key)).toEqual(receipt);
});

test("with a wrong token says where to get a right one, and never the token", async () => {
  const platform = await worker({ token: "wrong-token" });
  const failed = await platform.connect().catch((error: unknown) => error);
  expect(String(failed)).toMatch(/DISCORD_TOKEN.*developer portal/);
  expect(String(failed) + peer.logged.join()).not.toContain("wrong-token");
});

test("at an address where nobody listens says so", async () => {
  const api = `http://127.0.0.1:${await freePort()}/api`;
  await expect((await worker({ api })).connect()).rejects.toThrow(`could not be reached at ${api}`);
});
