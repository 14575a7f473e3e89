import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { text, type View } from "../../chat/view.ts";
import type { LocalMessage, LocalMessages } from "../../platforms/local/index.ts";

const says = (words: string): View => ({ title: "", blocks: [text(words)] });
const at = (second: number) => new Date(Date.UTC(2026, 2, 9, 8, 0, second));

/** What every keeper of the local page's messages must do; each test has places of its own. */
export function localMessagesContract(name: string, open: () => Promise<LocalMessages>) {
  const setUp = async () => {
    const messages = await open();
    const place = `c-${randomUUID()}`;
    const add = async (second: number, more: Partial<LocalMessage> = {}) => {
      const message = { id: randomUUID(), place, at: at(second), view: says(`at ${second}`), ...more };
      await messages.add(message);
      return message;
    };
    const shown = async (person: string, more: { limit?: number; before?: Date } = {}) =>
      (await messages.list({ place, person, limit: 10, ...more })).map((message) => message.view.blocks[0]);
    return { messages, place, add, shown };
  };
  const line = (words: string) => text(words);

  describe(`local messages, ${name}`, () => {
    it("lists a place oldest first, whatever the order of adding", async () => {
      const { add, shown } = await setUp();
      await add(2);
      await add(1);
      await add(3);
      expect(await shown("ana")).toEqual([line("at 1"), line("at 2"), line("at 3")]);
    });

    it("keeps what is for one person from everybody else", async () => {
      const { add, shown } = await setUp();
      await add(1);
      await add(2, { onlyFor: "ana" });
      expect(await shown("ana")).toEqual([line("at 1"), line("at 2")]);
      expect(await shown("ben")).toEqual([line("at 1")]);
    });

    it("gives the newest, and the newest before a time", async () => {
      const { add, shown } = await setUp();
      for (const second of [1, 2, 3, 4]) await add(second);
      expect(await shown("ana", { limit: 2 })).toEqual([line("at 3"), line("at 4")]);
      expect(await shown("ana", { limit: 2, before: at(3) })).toEqual([line("at 1"), line("at 2")]);
    });

    it("keeps a message of a known id as it is", async () => {
      const { messages, add, shown } = await setUp();
      const first = await add(1);
      expect(await messages.add({ ...first, view: says("again") })).toBe(false);
      expect(await shown("ana")).toEqual([line("at 1")]);
    });

    it("revises a message in its place", async () => {
      const { messages, add, shown } = await setUp();
      const { id } = await add(1, { onlyFor: "ana", author: "ana" });
      await add(2);
      const revised = await messages.revise(id, says("better"), at(9));
      expect(revised).toMatchObject({ id, at: at(1), revised: at(9), onlyFor: "ana", author: "ana" });
      expect(await messages.find(id)).toEqual(revised);
      expect(await shown("ana")).toEqual([line("better"), line("at 2")]);
    });

    it("knows no message by a foreign id", async () => {
      const { messages } = await setUp();
      for (const id of [randomUUID(), "", "no-uuid", "x' OR 1=1 --", "\u0000"]) {
        expect(await messages.find(id)).toBeUndefined();
        expect(await messages.revise(id, says("x"), at(1))).toBeUndefined();
      }
    });

    it("brings back every block, its bytes and its instants", async () => {
      const { messages, add } = await setUp();
      const view: View = {
        title: "All",
        tone: "good",
        blocks: [
          text("plain", { is: "instant", at: at(5), style: "time", text: "08:00" }),
          { is: "image", name: "a.png", alt: "a", png: new Uint8Array([0, 1, 254, 255]) },
          { is: "file", name: "b.csv", type: "text/csv", content: new Uint8Array([]) },
          { is: "table", columns: [{ label: "n", align: "end" }], rows: [["1"], []] },
        ],
      };
      const { id } = await add(1, { view });
      expect((await messages.find(id))?.view).toEqual(view);
    });

    it("keeps hostile text, without what no store can hold", async () => {
      const { messages, add } = await setUp();
      const { id } = await add(1, {
        view: says('a\u0000b\ud800c\'; DROP TABLE local_message; -- \u202e👩🏽‍💻 {"$at":1}'),
      });
      expect((await messages.find(id))?.view).toEqual(
        says('ab\ufffdc\'; DROP TABLE local_message; -- \u202e👩🏽‍💻 {"$at":1}'),
      );
    });
  });
}
