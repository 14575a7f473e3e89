import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Place } from "../../chat/ask.ts";
import { text, type View } from "../../chat/view.ts";
import { sampleRouter } from "../../testing/contracts/sample.ts";
import { type SlackPeer, slackPeer } from "../../testing/peers/slack.ts";
import { inOurThread } from "./thread.ts";

const card: View = { title: "Help wanted", blocks: [text("a refund")] };
const sheet: View = {
  title: "News",
  blocks: [{ is: "file", name: "a.csv", type: "text/csv", content: new Uint8Array([1]) }],
};

let peer: SlackPeer;
let router: ReturnType<typeof sampleRouter>;
beforeAll(async () => {
  peer = await slackPeer();
  router = sampleRouter(peer.ana);
  await peer.platform.start(router);
});
afterEach(() => expect(peer.violations()).toEqual([]));
afterAll(async () => {
  await peer.platform.stop();
  await peer.close();
});

async function underCard(): Promise<Place> {
  const { place, message } = await peer.platform.post(peer.channel, card);
  router.replies.length = 0;
  return { ...place, thread: message };
}
const writes = (where: Place, line: string) => peer.others?.writes(peer.ana, where, line);

describe("words in a thread under a post", () => {
  test("are heard without a mention, cleaned of Slack's marks", async () => {
    await writes(await underCard(), "refund > 40 & no receipt, @ben");
    expect(router.replies.map(({ text: said, otherwise }) => [said, otherwise])).toEqual([
      ["refund > 40 & no receipt, @ben", undefined],
    ]);
  });

  test("that are refused: their writer alone is told, in the thread", async () => {
    const thread = await underCard();
    await writes(thread, "no way");
    expect(await peer.sees(peer.ana, thread)).toEqual([
      expect.objectContaining({ ephemeral: true, text: "Not taken\nno way" }),
    ]);
    expect(await peer.sees(peer.ben, thread)).toEqual([]);
  });
});

test("a file of a post in a thread is shared in the thread", async () => {
  const thread = await underCard();
  await peer.platform.post(thread, sheet);
  const seen = await peer.sees(peer.ben, thread);
  expect(seen.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(["a.csv"]);
});

test("a thread that is gone is refused, and nothing stands there", async () => {
  const thread = { ...(await underCard()), thread: "1.000001" };
  await expect(peer.platform.find(thread, "key", new Date())).rejects.toMatchObject({ why: "refused" });
  peer.stand.world.violations.length = 0;
});

describe("of the events of a channel", () => {
  const bot = "UBOT";
  const said = { user: "UANA", channel: "C1", text: "hi", ts: "2.0", thread_ts: "1.0", parent_user_id: bot };
  test.each<[string, object, boolean]>([
    ["words in a thread under ours", {}, true],
    ["the same with a file", { subtype: "file_share" }, true],
    [
      "the same shown in the channel as well",
      { subtype: "thread_broadcast", parent_user_id: undefined, root: { user: bot } },
      true,
    ],
    ["words in the channel", { thread_ts: undefined }, false],
    ["words that a thread hangs under", { thread_ts: "2.0" }, false],
    ["words under somebody's message", { parent_user_id: "UBEN" }, false],
    ["words under a message of nobody knows whom", { parent_user_id: undefined }, false],
    ["a changed message", { subtype: "message_changed" }, false],
    ["a deleted message", { subtype: "message_deleted" }, false],
    ["an integration's message", { subtype: "bot_message" }, false],
    ["words in a direct conversation", { channel: "D1" }, false],
  ])("%s: %o", (_, but, isHeard) => {
    expect(inOurThread({ ...said, ...but }, bot) !== undefined).toBe(isHeard);
  });
});
