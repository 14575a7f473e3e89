import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { AccountRef, Place } from "../../chat/ask.ts";
import { text, type View } from "../../chat/view.ts";
import type { Peer, Seen } from "./peer.ts";

export const plain = (title: string, words: string): View => ({ title, blocks: [text(words)] });

/** What a platform promises of all that the house posts of its own accord, whether it listens or not. */
export function pushContract(
  at: () => Peer,
  { knowsKeys, hasThreads }: { knowsKeys: boolean; hasThreads: boolean },
): void {
  let peer: Peer;
  beforeEach(() => {
    peer = at();
  });
  const dm = (of: AccountRef): Promise<Place> => peer.platform.direct(of);
  const last = async (by: AccountRef, where: Place): Promise<Seen> => {
    const seen = (await peer.sees(by, where)).at(-1);
    if (seen === undefined) throw new Error("nothing was seen");
    return seen;
  };
  const count = async (by: AccountRef, where: Place) => (await peer.sees(by, where)).length;

  describe("posts", () => {
    test("to a channel, and revises what was posted", async () => {
      const receipt = await peer.platform.post(peer.channel, plain("Bulletin", "first words"));
      expect((await last(peer.ben, peer.channel)).text).toContain("first words");
      await peer.platform.revise(receipt, plain("Bulletin", "better words"));
      const seen = await last(peer.ben, peer.channel);
      expect(seen).toMatchObject({ revised: true, ephemeral: false });
      expect(seen.text).toContain("better words");
      expect(seen.text).not.toContain("first words");
    });

    test("to one account's direct conversation, which no other sees", async () => {
      const place = await dm(peer.ben);
      expect(place.kind).toBe("dm");
      await peer.platform.post(place, plain("For Ben", "your score"));
      expect((await last(peer.ben, place)).text).toContain("your score");
      const others = await peer.sees(peer.ana, await dm(peer.ana));
      expect(others.some((seen) => seen.text.includes("your score"))).toBe(false);
    });
  });

  describe("deliveries", () => {
    test("what was posted under a key is found there again, and under no other key or place", async () => {
      const [since, key] = [new Date(), randomUUID()];
      const receipt = await peer.platform.post(peer.channel, plain("Digest", "first of many"), key);
      for (const nth of ["second", "third", "fourth", "fifth"]) {
        await peer.platform.post(peer.channel, plain("Digest", nth), randomUUID());
      }
      expect(await peer.platform.find(peer.channel, key, since)).toEqual(receipt);
      expect(await peer.platform.find(peer.channel, randomUUID(), since)).toBeUndefined();
      expect(await peer.platform.find(await dm(peer.ana), key, since)).toBeUndefined();
    });

    test("what was found in a direct conversation can be revised, and is found after that", async () => {
      const [since, key, place] = [new Date(), randomUUID(), await dm(peer.ben)];
      await peer.platform.post(place, plain("Score", "70 points"), key);
      const found = await peer.platform.find(place, key, since);
      if (found === undefined) throw new Error("nothing was found");
      await peer.platform.revise(found, plain("Score", "75 points"));
      expect(await last(peer.ben, place)).toMatchObject({
        revised: true,
        text: expect.stringContaining("75 points"),
      });
      expect(await peer.platform.find(place, key, since)).toEqual(found);
    });

    test.runIf(knowsKeys)("a second post under a key is the first", async () => {
      const key = randomUUID();
      const before = await count(peer.ben, peer.channel);
      const receipt = await peer.platform.post(peer.channel, plain("Once", "and no more"), key);
      expect(await peer.platform.post(peer.channel, plain("Once", "and no more"), key)).toEqual(receipt);
      expect(await count(peer.ben, peer.channel)).toBe(before + 1);
    });

    test("whether messages can have threads is known", () => {
      expect(peer.platform.hasThreads).toBe(hasThreads);
    });

    describe.runIf(hasThreads)("in a thread", () => {
      async function underCard(): Promise<Place> {
        const card = await peer.platform.post(peer.channel, plain("Help wanted", "a refund"), randomUUID());
        return { ...card.place, thread: card.message };
      }

      test("are seen there and not in the channel, the first as every other", async () => {
        const thread = await underCard();
        const before = await count(peer.ben, peer.channel);
        for (const words of ["claimed", "resolved"])
          await peer.platform.post(thread, plain("News", words), randomUUID());
        const seen = await peer.sees(peer.ben, thread);
        expect(seen.map(({ text }) => text)).toEqual(["News\nclaimed", "News\nresolved"]);
        expect(await count(peer.ben, peer.channel)).toBe(before);
      });

      test("are found there under their key, and nowhere else", async () => {
        const [since, key, thread] = [new Date(), randomUUID(), await underCard()];
        expect(await peer.platform.find(thread, key, since)).toBeUndefined();
        for (const nth of ["first", "second"]) await peer.platform.post(thread, plain("News", nth), randomUUID());
        const receipt = await peer.platform.post(thread, plain("News", "third"), key);
        expect(receipt.place).toEqual(thread);
        expect(await peer.platform.find(thread, key, since)).toEqual(receipt);
        expect(await peer.platform.find(thread, randomUUID(), since)).toBeUndefined();
        expect(await peer.platform.find(peer.channel, key, since)).toBeUndefined();
      });

      test("are revised", async () => {
        const thread = await underCard();
        const receipt = await peer.platform.post(thread, plain("News", "claimed"));
        await peer.platform.revise(receipt, plain("News", "claimed again"));
        expect(await peer.sees(peer.ben, thread)).toEqual([
          expect.objectContaining({ revised: true, text: "News\nclaimed again" }),
        ]);
      });

      test.runIf(knowsKeys)("a second post under a key is the first", async () => {
        const [key, thread] = [randomUUID(), await underCard()];
        const receipt = await peer.platform.post(thread, plain("Once", "and no more"), key);
        expect(await peer.platform.post(thread, plain("Once", "and no more"), key)).toEqual(receipt);
        expect(await count(peer.ben, thread)).toBe(1);
      });
    });

    test.each([
      ["its name", () => "floor"],
      ["its name after a #", () => "#floor"],
      ["its id", () => peer.channel.id],
    ])("a channel is known by %s", async (_, known) => {
      expect(await peer.platform.channel("harbour", known())).toEqual(peer.channel);
    });

    test("a channel that nobody made is not there", async () => {
      expect(await peer.platform.channel("harbour", "no-such-floor")).toBeUndefined();
    });

    test("somebody is reached by their own account here", () => {
      const elsewhere = { platform: "pigeon", workspace: "loft", user: "7" };
      const { user: id } = peer.ana;
      expect(peer.platform.accountOf({ id, accounts: [elsewhere, peer.ana] })).toEqual(peer.ana);
    });
  });
}
