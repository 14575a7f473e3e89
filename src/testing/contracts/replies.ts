import { beforeEach, expect, test } from "vitest";
import type { Place } from "../../chat/ask.ts";
import type { Peer } from "./peer.ts";
import { plain } from "./pushes.ts";
import type { sampleRouter } from "./sample.ts";

type At = { readonly peer: Peer; readonly router: ReturnType<typeof sampleRouter> };

/** What a platform that listens promises of the threads under what the house has posted. */
export function replyContract(at: () => At): void {
  let peer: Peer;
  let replies: At["router"]["replies"];
  beforeEach(() => {
    peer = at().peer;
    replies = at().router.replies;
    replies.length = 0;
  });

  async function underCard(): Promise<Place & { readonly thread: string }> {
    const card = await peer.platform.post(peer.channel, plain("Help wanted", "a refund"));
    return { ...card.place, thread: card.message };
  }
  function others(): NonNullable<Peer["others"]> {
    if (peer.others === undefined) throw new Error("nobody else is there");
    return peer.others;
  }
  /** Something that is surely heard, so that what came before it would have been. */
  const sentinel = async (thread: Place) => {
    await peer.says(peer.ben, thread, "the end");
    expect(replies.at(-1)?.text).toBe("the end");
    return replies.slice(0, -1);
  };

  test("a reply is heard once, with its writer and the message that it is under, and no word is said to it", async () => {
    const [thread, direct] = [await underCard(), await peer.platform.direct(peer.ana)];
    const before = await peer.sees(peer.ana, direct);
    await peer.says(peer.ana, thread, "I take it");
    await peer.repeats(peer.ana);
    expect(replies).toEqual([
      expect.objectContaining({ text: "I take it", by: peer.ana, under: thread.thread, place: thread }),
    ]);
    expect(await peer.sees(peer.ana, thread)).toEqual([]);
    expect(await peer.sees(peer.ana, direct)).toEqual(before);
  });

  test("a reply under what was posted in a thread is of that thread", async () => {
    const thread = await underCard();
    await peer.platform.post(thread, plain("News", "claimed"));
    await peer.says(peer.ana, thread, "thanks");
    expect(replies).toEqual([expect.objectContaining({ text: "thanks", under: thread.thread })]);
  });

  test("a refusal is told in the thread, in its writer's language", async () => {
    const thread = await underCard();
    await peer.says(peer.ben, thread, "no good");
    expect((await peer.sees(peer.ben, thread)).map(({ text }) => text)).toEqual(["未采纳\nno good"]);
  });

  test("a mention that no feature takes is what it is anywhere else, as private as there", async () => {
    const thread = await underCard();
    const direct = await peer.platform.direct(peer.ana);
    await peer.says(peer.ana, thread, "hello me");
    const [inThread, alone] = [await peer.sees(peer.ana, thread), await peer.sees(peer.ana, direct)];
    expect([...inThread, ...alone].map(({ text }) => text).join("\n")).toContain("Ana: me");
    expect((await peer.sees(peer.ben, thread)).map(({ text }) => text).join("\n")).not.toContain("Ana: me");
  });

  test("what bots write and what is changed afterwards is not heard", async () => {
    const thread = await underCard();
    const { robot, writes, edits } = others();
    await writes(robot, thread, "@fairline build passed");
    // Not heard before, so that only its being an edit keeps it out.
    const message = await writes(peer.ana, peer.channel, "mine");
    await edits(peer.ana, thread, message, "@fairline mine after all");
    expect(await sentinel(thread)).toEqual([]);
  });

  test("what is said in the channel, or under somebody else's message, is not a reply", async () => {
    const { writes } = others();
    const theirs = await writes(peer.ben, peer.channel, "lunch?");
    await writes(peer.ana, { ...peer.channel, thread: theirs }, "at noon");
    await writes(peer.ana, peer.channel, "I am off");
    await peer.says(peer.ana, { ...peer.channel, thread: theirs }, "hello there");
    expect(await sentinel(await underCard())).toEqual([]);
  });
}
