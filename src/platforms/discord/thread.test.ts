import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Place } from "../../chat/ask.ts";
import { text, type View } from "../../chat/view.ts";
import { sampleRouter } from "../../testing/contracts/sample.ts";
import { channelJson } from "../../testing/peers/discord/json.ts";
import { vendor } from "../../testing/peers/discord/vendor.ts";
import { type DiscordPeer, discordPeerWith } from "../../testing/peers/discord.ts";

const card: View = { title: "Help wanted", blocks: [text("a refund")] };
const news = (title: string): View => ({ title, blocks: [text("claimed")] });

let peer: DiscordPeer;
let router: ReturnType<typeof sampleRouter>;
async function open(readsContents = false) {
  const made = await vendor();
  made.world.readsContents = readsContents;
  peer = await discordPeerWith(made);
  router = sampleRouter(peer.ana);
  await peer.platform.start(router);
}
const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
afterEach(async () => {
  vi.useRealTimers();
  await peer.platform.stop();
  await peer.close();
  expect(peer.violations()).toEqual([]);
});

async function underCard(): Promise<Place> {
  const { place, message } = await peer.platform.post(peer.channel, card);
  return { ...place, thread: message };
}
const writes = (where: Place, line: string) => peer.others?.writes(peer.ana, where, line);
const heard = () => router.replies.map((reply) => reply.text);
const asked = (path: RegExp) => peer.vendor.requests.filter((one) => path.test(one.path)).map(({ method }) => method);

describe("words in a thread under a post", () => {
  test("are heard with a mention alone where the application may not read contents, which it says", async () => {
    await open();
    const thread = await underCard();
    await writes(thread, "I take it");
    await peer.says(peer.ana, thread, "I take it, really");
    expect(heard()).toEqual(["I take it, really"]);
    expect(peer.logged.join("\n")).toContain("mentions only, as the Message Content intent is off");
  });

  test("are all heard where it may, and what is said elsewhere is not", async () => {
    await open(true);
    const thread = await underCard();
    await writes(thread, "I take it");
    await writes(peer.channel, "lunch?");
    const theirs = await writes(peer.channel, "who comes?");
    await writes({ ...peer.channel, thread: theirs ?? "" }, "me");
    await writes(thread, "done");
    expect(heard()).toEqual(["I take it", "done"]);
    expect(router.replies.every(({ otherwise }) => otherwise === undefined)).toBe(true);
  });

  test("ask once whose thread it is", async () => {
    await open(true);
    const thread = await underCard();
    for (const line of ["one", "two", "three"]) await writes(thread, line);
    expect(asked(new RegExp(`/messages/${thread.thread}$`))).toEqual(["GET"]);
  });

  test("whose first message Discord does not show are not heard, and it is asked again after a minute", async () => {
    await open(true);
    const thread = await underCard();
    const path = /\/messages\/\d+$/;
    peer.vendor.fails({
      method: "GET",
      path,
      answer: { status: 403, body: { code: 50_001, message: "Missing Access" } },
    });
    for (const line of ["one", "two"]) await writes(thread, line);
    expect(asked(path)).toEqual(["GET"]);
    later(61_000);
    await writes(thread, "three");
    expect(heard()).toEqual(["three"]);
  });

  test("in a channel that is not known yet are heard soon after it is", async () => {
    await open(true);
    const thread = await underCard();
    const { world, dispatch } = peer.vendor;
    dispatch("CHANNEL_DELETE", channelJson(world, world.channel));
    await writes(thread, "one");
    dispatch("CHANNEL_CREATE", channelJson(world, world.channel));
    await writes(thread, "two");
    later(61_000);
    await writes(thread, "three");
    expect(heard()).toEqual(["three"]);
  });

  test("where Discord does not tell what the application may, mentions are heard", async () => {
    const made = await vendor();
    peer = await discordPeerWith(made);
    router = sampleRouter(peer.ana);
    made.fails({
      method: "GET",
      path: /^\/applications\/@me$/,
      answer: { status: 403, body: { code: 0, message: "" } },
    });
    await peer.platform.start(router);
    await peer.says(peer.ana, await underCard(), "I take it");
    expect(heard()).toEqual(["I take it"]);
  });
});

describe("posts in a thread", () => {
  test("begin it, named after what they say, cut to fit", async () => {
    await open();
    const [short, long] = [await underCard(), await underCard()];
    await peer.platform.post(short, news("Claimed by Ben"));
    await peer.platform.post(long, news("长".repeat(300)));
    const nameOf = ({ thread = "" }: Place) => peer.vendor.world.threads.get(thread)?.name ?? "";
    expect(nameOf(short)).toBe("Claimed by Ben");
    expect(nameOf(long)).toBe(`${"长".repeat(99)}…`);
  });

  test("go where somebody has begun it in the meantime", async () => {
    await open();
    const thread = await underCard();
    const answer = { status: 400, body: { code: 160_004, message: "A thread has already been created" } };
    peer.vendor.fails({ method: "POST", path: /\/threads$/, answer, isTaken: true });
    const receipt = await peer.platform.post(thread, news("Claimed"), randomUUID());
    expect((await peer.sees(peer.ana, thread)).map(({ id }) => id)).toEqual([receipt.message]);
  });

  test("where beginning it breaks off were surely not sent, and go there the next time", async () => {
    await open();
    const [thread, key] = [await underCard(), randomUUID()];
    peer.vendor.fails({ method: "POST", path: /\/threads$/, ends: "reset", isTaken: true });
    await expect(peer.platform.post(thread, news("Claimed"), key)).rejects.toMatchObject({ why: "not-sent" });
    await peer.platform.post(thread, news("Claimed"), key);
    expect(await peer.sees(peer.ana, thread)).toHaveLength(1);
  });

  test("under a message that is gone are refused, and so are those whose thread was taken away", async () => {
    await open();
    const thread = await underCard();
    await expect(peer.platform.post({ ...thread, thread: "1" }, news("x"))).rejects.toMatchObject({ why: "refused" });
    const answer = { status: 400, body: { code: 160_004, message: "A thread has already been created" } };
    peer.vendor.fails({ method: "POST", path: /\/threads$/, answer });
    await expect(peer.platform.post(thread, news("x"))).rejects.toMatchObject({ why: "refused", code: "thread_gone" });
  });

  test.each([
    [400, 160_005, "it is locked"],
    [400, 50_083, "it is archived"],
    [403, 50_013, "the bot may not write in threads"],
  ])("are refused with %i %i, as %s, and the channel is still to be reached", async (status, code) => {
    await open();
    const thread = await underCard();
    await peer.platform.post(thread, news("Claimed"));
    const answer = { status, body: { code, message: "No" } };
    peer.vendor.fails({ method: "POST", path: /\/messages$/, answer });
    await expect(peer.platform.post(thread, news("x"))).rejects.toMatchObject({ why: "refused", code: String(code) });
  });

  test("are refused where the bot may begin no thread", async () => {
    await open();
    const answer = { status: 403, body: { code: 50_013, message: "Missing Permissions" } };
    peer.vendor.fails({ method: "POST", path: /\/threads$/, answer });
    await expect(peer.platform.post(await underCard(), news("x"))).rejects.toMatchObject({ why: "refused" });
  });
});
