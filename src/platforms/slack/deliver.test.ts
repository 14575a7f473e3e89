import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NotDelivered, NotDeliveredWhy } from "../../chat/platform.ts";
import { text, type View } from "../../chat/view.ts";
import { redPixel, sampleRouter } from "../../testing/contracts/sample.ts";
import type { Canned } from "../../testing/peers/slack/world.ts";
import { type SlackPeer, slackPeer } from "../../testing/peers/slack.ts";

const digest: View = { title: "Digest", blocks: [text("three things")] };
const refusedWith = (error: string): Canned => ({ body: { ok: false, error } });
const busy: Canned = { status: 429, headers: { "retry-after": "7" }, body: { ok: false, error: "ratelimited" } };

const post = (key = randomUUID(), to = peer) => to.platform.post(to.channel, digest, key);

const opened: SlackPeer[] = [];
/** A workspace of its own, where the first message was posted already, as checking that one takes a while. */
async function workspace(): Promise<SlackPeer> {
  const made = await slackPeer({ timeoutMs: 500 });
  opened.push(made);
  await made.platform.start(sampleRouter(made.ana));
  await made.platform.post(made.channel, digest).catch(() => {});
  return made;
}
let peer: SlackPeer;
beforeAll(async () => {
  peer = await workspace();
});
afterAll(async () => {
  for (const each of opened) {
    await each.platform.stop();
    await each.close().catch(() => {});
  }
});

const faultOf = (doing: Promise<unknown>): Promise<NotDelivered> =>
  doing.then(
    () => {
      throw new Error("it was delivered");
    },
    (error: NotDelivered) => error,
  );
const standing = (on = peer) => on.stand.counts().get(on.channel.id) ?? 0;
/** How many of the answers that were planned for a method were not called for. */
const unused = (method: string) => peer.stand.world.canned.get(method)?.length ?? 0;

describe("what keeps a post back", () => {
  test.each<[string, Canned, NotDeliveredWhy, string]>([
    ["a server error", { status: 500 }, "unsure", "http_500"],
    ["a gateway's error", { status: 503 }, "unsure", "http_503"],
    ["a proxy's refusal", { status: 403 }, "not-sent", "http_403"],
    ["a body that is too large", { status: 413 }, "refused", "http_413"],
    ["a page that is none of Slack's", refusedWith("<html>Bad gateway</html>"), "unsure", "no_answer"],
    ["a code that nobody has heard of", refusedWith("some_new_thing"), "not-sent", "some_new_thing"],
  ])("%s", async (_, canned, why, code) => {
    const before = standing();
    peer.stand.answerNext("chat.postMessage", canned);
    expect(await faultOf(post())).toMatchObject({ name: "NotDelivered", why, code });
    expect(standing()).toBe(before);
  });

  test.each<[NotDeliveredWhy, readonly string[]]>([
    ["unsure", ["internal_error", "fatal_error", "service_unavailable"]],
    ["unreachable", ["channel_not_found", "is_archived", "not_in_channel", "user_not_found", "user_disabled"]],
    ["unreachable", ["account_inactive", "cannot_dm_bot", "messages_tab_disabled", "restricted_action"]],
    ["unreachable", ["restricted_action_read_only_channel", "restricted_action_thread_only_channel"]],
    ["refused", ["msg_too_long", "msg_blocks_too_long", "invalid_blocks", "no_text", "too_many_attachments"]],
    ["refused", ["metadata_too_large", "invalid_metadata_format", "invalid_arguments", "message_not_found"]],
    ["not-sent", ["invalid_auth", "not_authed", "token_revoked", "token_expired", "missing_scope"]],
    ["not-sent", ["ekm_access_denied", "org_login_required", "message_limit_exceeded"]],
  ])("%s: Slack's codes %j", async (why, codes) => {
    const before = standing();
    for (const code of codes) {
      peer.stand.answerNext("chat.postMessage", refusedWith(code));
      expect(await faultOf(post()), code).toMatchObject({ why, code });
    }
    expect(standing()).toBe(before);
  });

  test("nobody listens: it was not sent", async () => {
    const lonely = await workspace();
    await lonely.close();
    // A connection that was open is found closed first, which may also happen to one that was written to.
    await expect
      .poll(() => faultOf(post(randomUUID(), lonely)))
      .toMatchObject({ why: "not-sent", code: "ECONNREFUSED" });
  });

  test("the platform is not connected: it was not sent", async () => {
    const idle = await workspace();
    await idle.platform.stop();
    expect(await faultOf(post(randomUUID(), idle))).toMatchObject({ why: "not-sent", code: "not_connected" });
  });

  test("a connection that breaks off before the message was taken: nobody knows, and it is not found", async () => {
    const [since, key] = [new Date(), randomUUID()];
    peer.stand.answerNext("chat.postMessage", { ends: "reset" });
    expect(await faultOf(post(key))).toMatchObject({ why: "unsure" });
    expect(await peer.platform.find(peer.channel, key, since)).toBeUndefined();
  });

  test.each<[string, Canned, string]>([
    ["breaks off", { ends: "reset" }, "ECONNRESET|UND_ERR_SOCKET"],
    ["stays silent", { ends: "silence" }, "timeout"],
    ["ends in a server error", { status: 502 }, "http_502"],
    ["ends in an error of Slack's", refusedWith("internal_error"), "internal_error"],
  ])("an answer that %s after the message was taken: nobody knows, and it is found", async (_, canned, code) => {
    const [since, key, before] = [new Date(), randomUUID(), standing()];
    peer.stand.answerNext("chat.postMessage", { ...canned, isTaken: true });
    const fault = await faultOf(post(key));
    expect(fault).toMatchObject({ why: "unsure", code: expect.stringMatching(code) });
    const ts = peer.stand.world.told.at(-1)?.ts;
    expect(await peer.platform.find(peer.channel, key, since)).toEqual({ place: peer.channel, message: ts });
    expect(standing()).toBe(before + 1);
  });
});

describe("told to slow down, nothing waits inside:", () => {
  const receipt = () => ({ place: peer.channel, message: "1.1" });
  test.each<[string, string, () => Promise<unknown>]>([
    ["post", "chat.postMessage", () => post()],
    ["revise", "chat.update", () => peer.platform.revise(receipt(), digest)],
    ["find", "conversations.history", () => peer.platform.find(peer.channel, randomUUID(), new Date())],
    ["direct", "conversations.open", () => peer.platform.direct(peer.ben)],
    ["channel", "conversations.list", () => peer.platform.channel("harbour", "floor")],
  ])("%s", async (_, method, doing) => {
    peer.stand.answerNext(method, busy, busy);
    expect(await faultOf(doing())).toMatchObject({ why: "slow-down", code: "ratelimited", afterMs: 7000 });
    expect(unused(method)).toBe(1);
    peer.stand.world.canned.clear();
  });

  test.each<[string, Canned]>([
    ["without a time", { status: 429 }],
    ["by a code", refusedWith("ratelimited")],
  ])("also when it is said %s", async (_, canned) => {
    peer.stand.answerNext("chat.postMessage", canned);
    expect(await faultOf(post())).toMatchObject({ why: "slow-down", afterMs: 1000 });
  });

  test("only a picture's upload is waited for, as it is no message yet", async () => {
    const picture: View = { title: "Chart", blocks: [{ is: "image", name: "p.png", alt: "a pixel", png: redPixel }] };
    const soon = { ...busy, headers: { "retry-after": "0" } };
    peer.stand.answerNext("files.getUploadURLExternal", soon);
    await peer.platform.post(peer.channel, picture, randomUUID());
    expect((await peer.sees(peer.ana, peer.channel)).at(-1)?.images).toHaveLength(1);
  });

  test("the vendor's own pace is kept by whoever asks, not by waiting here", async () => {
    const paced = await workspace();
    const quick = { perSecond: 100, burst: 100 };
    paced.stand.enforce({ perChannel: { perSecond: 1, burst: 1 }, perWorkspace: quick });
    const before = standing(paced);
    const all = await Promise.allSettled([1, 2, 3].map(() => post(randomUUID(), paced)));
    const kept = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(kept).toMatchObject([1, 2].map(() => ({ why: "slow-down", afterMs: 1000 })));
    expect(standing(paced)).toBe(before + 1);
  });
});

describe("what only asks", () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ["direct", "conversations.open", () => peer.platform.direct(peer.ben)],
    ["channel", "conversations.list", () => peer.platform.channel("harbour", "floor")],
  ])("%s without an answer has sent nothing, and is asked anew the next time", async (_, method, doing) => {
    for (const canned of [{ status: 500 }, { ends: "reset" }, { ends: "silence" }] as const) {
      peer.stand.answerNext(method, canned);
      expect(await faultOf(doing())).toMatchObject({ why: "not-sent" });
    }
    expect(await doing()).toMatchObject({ workspace: peer.channel.workspace });
  });

  test("an account that is gone cannot be reached", async () => {
    const nobody = { ...peer.ben, user: "U0NOBODY01" };
    expect(await faultOf(peer.platform.direct(nobody))).toMatchObject({ why: "unreachable", code: "user_not_found" });
  });
});

describe("find", () => {
  test("does not take somebody else's message for ours, nor an older one", async () => {
    const [since, key] = [new Date(), randomUUID()];
    const { world } = peer.stand;
    const { message } = await post(key);
    const ours = world.told.find(({ ts }) => ts === message);
    if (ours === undefined) throw new Error("nothing was posted");
    world.told.splice(world.told.indexOf(ours), 1, { ...ours, by: peer.ben.user });
    expect(await peer.platform.find(peer.channel, key, since)).toBeUndefined();
    world.told.splice(0, 1, ours);
    expect(await peer.platform.find(peer.channel, key, new Date(since.getTime() + 60_000))).toBeUndefined();
    expect(await peer.platform.find(peer.channel, key, since)).toMatchObject({ message });
  });

  test("where the bot may not look, says so and not that there is nothing", async () => {
    peer.stand.answerNext("conversations.history", refusedWith("missing_scope"));
    const finding = peer.platform.find(peer.channel, randomUUID(), new Date());
    expect(await faultOf(finding)).toMatchObject({ why: "not-sent", code: "missing_scope" });
  });
});

test("one message to a conversation that is known costs one call", async () => {
  const place = await peer.platform.direct(peer.ana);
  const before = peer.stand.world.calls.length;
  await peer.platform.direct(peer.ana);
  await peer.platform.post(place, digest, randomUUID());
  expect(peer.stand.world.calls.slice(before).map(({ method }) => method)).toEqual(["chat.postMessage"]);
});

test("a message without a key carries no mark", async () => {
  await peer.platform.post(peer.channel, digest);
  expect(peer.stand.world.calls.at(-1)?.args).not.toHaveProperty("metadata");
});

test("an account of another workspace is none", () => {
  const other = { ...peer.ana, workspace: "T0ELSEWHER" };
  expect(peer.platform.accountOf({ id: "p", accounts: [other] })).toBeUndefined();
});
