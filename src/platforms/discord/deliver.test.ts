import { randomUUID } from "node:crypto";
import { SnowflakeUtil } from "discord.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NotDelivered, NotDeliveredWhy, Platform } from "../../chat/platform.ts";
import { text, type View } from "../../chat/view.ts";
import { freePort } from "../../persistence/embedded/free-port.ts";
import { redPixel, sampleRouter } from "../../testing/contracts/sample.ts";
import { type Trouble, vendor } from "../../testing/peers/discord/vendor.ts";
import type { Stored } from "../../testing/peers/discord/world.ts";
import { type DiscordPeer, discordPeerWith } from "../../testing/peers/discord.ts";
import { discord } from "./index.ts";

const digest: View = { title: "Digest", blocks: [text("three things")] };
const minuteMs = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);

const opened: { readonly peer: DiscordPeer; readonly platforms: Platform[] }[] = [];
/** A server of its own, with a bot that is connected. */
async function server(): Promise<DiscordPeer> {
  const peer = await discordPeerWith(await vendor(), { timeoutMs: 400 });
  opened.push({ peer, platforms: [peer.platform] });
  await peer.platform.start(sampleRouter(peer.ana));
  return peer;
}
/** One more process of the same bot, which has not heard what was posted so far. */
async function another({ vendor: at, log, ana }: DiscordPeer): Promise<Platform> {
  const made = await discord.create({ token: at.world.token, api: at.api }, { log, port: 0, ready: async () => true });
  opened.find(({ peer }) => peer.vendor === at)?.platforms.push(made);
  await made.start(sampleRouter(ana));
  return made;
}

let peer: DiscordPeer;
beforeAll(async () => {
  peer = await server();
});
afterAll(async () => {
  for (const { peer: each, platforms } of opened) {
    for (const platform of platforms) await platform.stop();
    await each.close();
    expect(each.violations()).toEqual([]);
  }
});

const post = (key = randomUUID(), on = peer) => on.platform.post(on.channel, digest, key);
const faultOf = (doing: Promise<unknown>): Promise<NotDelivered> =>
  doing.then(
    () => {
      throw new Error("it was delivered");
    },
    (error: NotDelivered) => error,
  );
const standing = (on = peer) => on.vendor.counts().get(on.channel.id) ?? 0;

type What = Omit<Trouble, "method" | "path">;
const posting = { method: "POST", path: /^\/channels\/\d+\/messages$/ };
const refusedWith = (status: number, code: number): What => ({ answer: { status, body: { code, message: "No" } } });
const tooMany: What = {
  answer: {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: 6.57, global: false },
    headers: { "retry-after": "7", "x-ratelimit-scope": "user" },
  },
};

describe("what keeps a post back", () => {
  test.each<[string, What, NotDeliveredWhy, string]>([
    ["a server error", { answer: { status: 500 } }, "unsure", "http_500"],
    ["a gateway's error", { answer: { status: 502 } }, "unsure", "http_502"],
    ["a body that is too large", { answer: { status: 413 } }, "refused", "413"],
    ["a path that is not there", { answer: { status: 404 } }, "not-sent", "404"],
    ["a refusal without a number", { answer: { status: 403 } }, "unreachable", "403"],
  ])("%s", async (_, what, why, code) => {
    const [count, asked] = [standing(), peer.vendor.requests.length];
    peer.vendor.fails({ ...posting, ...what });
    expect(await faultOf(post())).toMatchObject({ name: "NotDelivered", why, code });
    expect(peer.vendor.requests.length).toBe(asked + 1);
    expect(standing()).toBe(count);
  });

  test.each<[NotDeliveredWhy, number, readonly number[]]>([
    ["unreachable", 404, [10_003, 10_013]],
    ["unreachable", 403, [50_001, 50_007, 50_008, 50_013, 50_278, 20_026]],
    ["refused", 400, [50_035, 50_006, 20_009, 200_000]],
    ["refused", 413, [40_005]],
    ["slow-down", 403, [40_003]],
    ["not-sent", 403, [40_001, 40_333]],
  ])("%s: %i with Discord's numbers %j", async (why, status, codes) => {
    const count = standing();
    for (const code of codes) {
      peer.vendor.fails({ ...posting, ...refusedWith(status, code) });
      expect(await faultOf(post()), String(code)).toMatchObject({ why, code: String(code) });
    }
    expect(standing()).toBe(count);
  });

  test("a token that Discord does not take: not sent, and nobody asks again and again", async () => {
    const shut = await server();
    const asked = shut.vendor.requests.length;
    shut.vendor.fails({ ...posting, answer: { status: 401, body: { code: 0, message: "401: Unauthorized" } } });
    for (const _ of [1, 2]) {
      expect(await faultOf(post(randomUUID(), shut))).toMatchObject({ why: "not-sent", code: "401" });
    }
    expect(shut.vendor.requests.length).toBe(asked + 1);
  });

  test("nobody listens: it was not sent", async () => {
    const api = `http://127.0.0.1:${await freePort()}/api`;
    const made = await discord.create({ token: "t", api }, { log: peer.log, port: 0, ready: async () => true });
    const fault = await faultOf(made.post(peer.channel, digest, randomUUID()));
    expect(fault).toMatchObject({ why: "not-sent", code: "ECONNREFUSED" });
    expect(await faultOf(made.channel("harbour", "floor"))).toMatchObject({ why: "not-sent", code: "not_connected" });
  });

  test("a connection that breaks off before the message was taken: nobody knows, and it is not found", async () => {
    const [since, key] = [new Date(), randomUUID()];
    peer.vendor.fails({ ...posting, ends: "reset" });
    expect(await faultOf(post(key))).toMatchObject({ why: "unsure" });
    expect(await peer.platform.find(peer.channel, key, since)).toBeUndefined();
  });

  test.each<[string, What, string]>([
    ["breaks off", { ends: "reset" }, "ECONNRESET|UND_ERR_SOCKET"],
    ["stays silent", { ends: "silence" }, "timeout"],
    ["ends in a gateway's error", {}, "http_502"],
  ])("an answer that %s after the message was taken: nobody knows, and it is found", async (_, what, code) => {
    const [since, key, count] = [new Date(), randomUUID(), standing()];
    peer.vendor.fails({ ...posting, ...what, isTaken: true });
    const fault = await faultOf(post(key));
    expect(fault).toMatchObject({ why: "unsure", code: expect.stringMatching(code) });
    const { id } = peer.vendor.world.messages.at(-1) ?? {};
    expect(await peer.platform.find(peer.channel, key, since)).toEqual({ place: peer.channel, message: id });
    expect(await post(key)).toMatchObject({ message: id });
    expect(standing()).toBe(count + 1);
  });

  test("a channel or a message that is gone", async () => {
    const nowhere = { ...peer.channel, id: "100000000000000001" };
    const gone = { place: peer.channel, message: "100000000000000003" };
    expect(await faultOf(peer.platform.post(nowhere, digest))).toMatchObject({ why: "unreachable", code: "10003" });
    expect(await faultOf(peer.platform.revise(gone, digest))).toMatchObject({ why: "refused", code: "10008" });
  });
});

describe("told to slow down, nothing waits inside:", () => {
  const receipt = () => ({ place: peer.channel, message: "100000000000000003" });
  test.each<[string, string, RegExp, () => Promise<unknown>]>([
    ["post", "POST", posting.path, () => post()],
    ["revise", "PATCH", /messages/, () => peer.platform.revise(receipt(), digest)],
    ["find", "GET", /messages/, () => peer.platform.find(peer.channel, randomUUID(), new Date())],
    ["direct", "POST", /^\/users\/@me\/channels$/, () => peer.platform.direct(peer.ben)],
  ])("%s", async (_, method, path, doing) => {
    const asked = peer.vendor.requests.length;
    peer.vendor.fails({ method, path, ...tooMany });
    expect(await faultOf(doing())).toMatchObject({ why: "slow-down", code: "429", afterMs: 6570 });
    expect(peer.vendor.requests.length).toBe(asked + 1);
  });

  test("a channel that is full is not written to before Discord's time is up", async () => {
    const paced = await server();
    paced.vendor.enforce({ perSecond: 50, perChannel: { posts: 5, perMs: 1000 } });
    const kept: NotDelivered[] = [];
    for (let nth = 0; nth < 8; nth += 1)
      await post(randomUUID(), paced).catch((error: NotDelivered) => kept.push(error));
    expect(kept.length).toBe(3);
    for (const { why, afterMs } of kept) {
      expect(why).toBe("slow-down");
      expect(afterMs).toBeGreaterThan(0);
      expect(afterMs).toBeLessThanOrEqual(1000);
    }
    expect(standing(paced)).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, kept.at(-1)?.afterMs));
    await post(randomUUID(), paced);
    expect(standing(paced)).toBe(6);
  });

  test("the limit over all channels is told as well", async () => {
    const paced = await server();
    const place = await paced.platform.direct(paced.ana);
    paced.vendor.enforce({ perSecond: 2, perChannel: { posts: 5, perMs: 5000 } });
    const to = [place, paced.channel, place, paced.channel];
    const all = await Promise.allSettled(to.map((one) => paced.platform.post(one, digest, randomUUID())));
    const kept = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(kept).toMatchObject([{ why: "slow-down" }, { why: "slow-down" }]);
  });
});

describe("direct", () => {
  const opening = { method: "POST", path: /^\/users\/@me\/channels$/ };

  test("without an answer has sent nothing", async () => {
    for (const what of [{ answer: { status: 500 } }, { ends: "reset" }, { ends: "silence" }] as const) {
      peer.vendor.fails({ ...opening, ...what });
      expect(await faultOf(peer.platform.direct(peer.ben))).toMatchObject({ why: "not-sent" });
    }
  });

  test("to somebody who is not there: unreachable", async () => {
    const nobody = { ...peer.ana, user: "100000000000000002" };
    expect(await faultOf(peer.platform.direct(nobody))).toMatchObject({ why: "unreachable", code: "10013" });
  });

  test("is asked for once", async () => {
    const place = await peer.platform.direct(peer.ana);
    const asked = peer.vendor.requests.length;
    expect(await peer.platform.direct(peer.ana)).toEqual(place);
    expect(peer.vendor.requests.length).toBe(asked);
  });
});

test("a post and its revision are one request each, also from a process that knows no conversation", async () => {
  const place = await peer.platform.direct(peer.ben);
  const fresh = await another(peer);
  const asked = peer.vendor.requests.length;
  await fresh.revise(await fresh.post(place, digest, randomUUID()), digest);
  expect(peer.vendor.requests.slice(asked).map(({ method }) => method)).toEqual(["POST", "PATCH"]);
});

test("a post carries what it always did, and its key as the nonce", async () => {
  const key = "0199d6a4-8c1e-7cc3-9a61-2f5d0b7e4a10";
  const picture = { is: "image", name: "p.png", alt: "a pixel", png: redPixel } as const;
  const file = { is: "file", name: "a.csv", type: "text/csv", content: new TextEncoder().encode("id") } as const;
  await peer.platform.post(peer.channel, { title: "Chart", blocks: [picture, file] }, key);
  expect(peer.vendor.requests.at(-1)?.body).toEqual({
    nonce: "0199d6a48c1e7cc39a612f5d0",
    enforce_nonce: true,
    allowed_mentions: { parse: [], users: [], replied_user: false },
    embeds: [expect.objectContaining({ title: "Chart", image: { url: "attachment://picture-1.png" } })],
    components: [],
    attachments: [{ id: "0", description: "a pixel" }, { id: "1" }],
  });
  const seen = (await peer.sees(peer.ana, peer.channel)).at(-1);
  expect(seen).toMatchObject({ images: [{ alt: "a pixel", png: redPixel }], files: [{ name: "a.csv" }] });
});

describe("a message that another process posted", () => {
  /** A message of the bot's that stands in the channel since a moment, of which nobody here has heard. */
  function unheard(at: Date, more: Partial<Stored> = {}): Stored {
    const { world } = peer.vendor;
    const like = world.messages.find(({ isPost }) => isPost);
    if (like === undefined) throw new Error("nothing was posted yet");
    const made = { ...like, id: SnowflakeUtil.generate({ timestamp: at }).toString(), nonce: undefined, ...more };
    world.messages.unshift(made as Stored);
    return made as Stored;
  }
  const forget = ({ id }: Stored) => {
    const { messages } = peer.vendor.world;
    messages.splice(
      messages.findIndex((one) => one.id === id),
      1,
    );
  };

  test("a moment ago is not found, and a second post under its key is the first", async () => {
    const [since, key] = [new Date(), randomUUID()];
    const receipt = await post(key);
    const fresh = await another(peer);
    expect(await fresh.find(peer.channel, key, since)).toBeUndefined();
    expect(await fresh.post(peer.channel, digest, key)).toEqual(receipt);
  });

  test("so long ago that Discord may have forgotten its key: nobody can tell", async () => {
    const stood = unheard(ago(5 * minuteMs));
    const finding = peer.platform.find(peer.channel, randomUUID(), ago(6 * minuteMs));
    expect(await faultOf(finding)).toMatchObject({ why: "unsure", code: "nonce_forgotten" });
    expect(await peer.platform.find(peer.channel, randomUUID(), ago(4 * minuteMs))).toBeUndefined();
    forget(stood);
  });

  test.each<[string, Partial<Stored>]>([
    ["an answer to a command", { isPost: false }],
    ["a reply", { reference: { message_id: "1" } }],
    ["somebody else's", { author: { id: "100000000000000009", name: "x", bot: true, locale: "en-US" } }],
  ])("%s is not taken for it", async (_, more) => {
    const stood = unheard(ago(5 * minuteMs), more);
    expect(await peer.platform.find(peer.channel, randomUUID(), ago(6 * minuteMs))).toBeUndefined();
    forget(stood);
  });

  test("is found where a vendor shows nonces, behind hundreds of others", async () => {
    const talkative = await server();
    talkative.vendor.showNonces();
    const [since, key] = [new Date(), randomUUID()];
    const receipt = await post(key, talkative);
    const { world } = talkative.vendor;
    for (let nth = 0; nth < 250; nth += 1) {
      world.messages.push({
        ...(world.messages[0] as Stored),
        id: world.id(),
        author: world.ben,
        nonce: `other ${nth}`,
      });
    }
    const fresh = await another(talkative);
    expect(await fresh.find(talkative.channel, key, since)).toEqual(receipt);
    expect(await fresh.find(talkative.channel, key, new Date(Date.now() + minuteMs))).toBeUndefined();
  });
});

test("somebody without an account here is not reached", () => {
  const slack = { platform: "slack", workspace: "T1", user: "U1" };
  expect(peer.platform.accountOf({ id: "p", accounts: [slack] })).toBeUndefined();
});
