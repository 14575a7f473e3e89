import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { AccountRef, Place } from "../../chat/ask.ts";
import type { Peer, Seen } from "./peer.ts";
import { plain, pushContract } from "./pushes.ts";
import { replyContract } from "./replies.ts";
import { hostile, redPixel, sampleRouter } from "./sample.ts";

type Vendor = {
  /** Whether it knows a key again by itself, so that a second post under it is the first. */
  readonly knowsKeys: boolean;
  /** Whether it goes on without the platform, so that what was posted can be seen while nobody listens. */
  readonly isElsewhere: boolean;
  readonly hasThreads: boolean;
};

/** What every platform promises, tried through its own vendor's protocol as people use it. */
export function platformContract(name: string, open: () => Promise<Peer>, { isElsewhere, ...vendor }: Vendor): void {
  describe(`${name} keeps the platform contract`, () => {
    let peer: Peer;
    let router: ReturnType<typeof sampleRouter>;

    beforeAll(async () => {
      peer = await open();
      router = sampleRouter(peer.ana);
      await peer.platform.start(router);
    });
    afterEach(() => {
      expect(peer.violations()).toEqual([]);
    });
    afterAll(async () => {
      await peer?.platform.stop();
      await peer?.close();
    });

    const dm = (of: AccountRef): Promise<Place> => peer.platform.direct(of);
    const last = async (by: AccountRef, where: Place): Promise<Seen> => {
      const seen = (await peer.sees(by, where)).at(-1);
      if (seen === undefined) throw new Error("nothing was seen");
      return seen;
    };
    const count = async (by: AccountRef, where: Place) => (await peer.sees(by, where)).length;
    async function ask(by: AccountRef, line: string, where: Place = peer.channel): Promise<Seen> {
      await peer.says(by, where, line);
      return last(by, where);
    }

    describe("answers", () => {
      test("privately: the asker sees it in the channel and nobody else does", async () => {
        const before = await count(peer.ben, peer.channel);
        const seen = await ask(peer.ana, "/hello there");
        expect(seen.text).toContain("Ana: there");
        expect(seen.ephemeral).toBe(true);
        expect(await count(peer.ben, peer.channel)).toBe(before);
      });

      test("in the reader's language", async () => {
        expect((await ask(peer.ana, "/hello")).text).toContain("Hello");
        expect((await ask(peer.ben, "/hello")).text).toContain("您好");
      });

      test("publicly, in the site's language, where the declaration says so", async () => {
        const before = await count(peer.ana, peer.channel);
        await peer.says(peer.ben, peer.channel, "/shout good morning");
        const seen = await last(peer.ana, peer.channel);
        expect(await count(peer.ana, peer.channel)).toBe(before + 1);
        expect(seen).toMatchObject({ ephemeral: false, text: expect.stringContaining("good morning") });
        expect(seen.text).toContain("Heard");
      });

      test("in a direct conversation", async () => {
        const place = await dm(peer.ana);
        expect((await ask(peer.ana, "/hello again", place)).text).toContain("Ana: again");
      });

      test("plain words to the bot, with the nearest commands when they mean none", async () => {
        const place = await dm(peer.ana);
        expect((await ask(peer.ana, "hello you", place)).text).toContain("Ana: you");
        expect((await ask(peer.ana, "helo", place)).text).toMatch(/I did not catch that[\s\S]*hello/);
      });

      test("through the root command as well", async () => {
        expect((await ask(peer.ana, "/fairline hello root")).text).toContain("Ana: root");
      });

      test("a command of two words", async () => {
        expect((await ask(peer.ana, "/parcel list")).text).toContain("none yet");
      });

      test("with every kind of block", async () => {
        const { text: shown } = await ask(peer.ana, "/everything");
        for (const part of [
          "Everything",
          "A heading",
          "strong",
          "code",
          "a link",
          "first",
          "second item",
          "Points",
          "87.5",
        ]) {
          expect(shown).toContain(part);
        }
        expect(shown).toMatch(/通话时长\s+85\.5/);
        expect(shown).toContain("/hello");
      });

      test("with a picture and a file", async () => {
        await peer.says(peer.ana, peer.channel, "/report");
        const all = [...(await peer.sees(peer.ana, peer.channel)), ...(await peer.sees(peer.ana, await dm(peer.ana)))];
        const images = all.flatMap((seen) => seen.images);
        const files = all.flatMap((seen) => seen.files);
        expect(images.at(-1)).toEqual({ alt: "a red pixel", png: redPixel });
        expect(files.find((file) => file.name === "report.csv")?.content).toEqual(
          new TextEncoder().encode("a,b\n1,2\n"),
        );
      });
    });

    describe("buttons, menus and forms", () => {
      test("a press revises the message it stands on", async () => {
        const seen = await ask(peer.ana, "/counter");
        expect(seen.text).toContain("Count is 0");
        const before = await count(peer.ana, peer.channel);
        await peer.presses(peer.ana, peer.channel, seen.id, "Bump");
        await peer.presses(peer.ana, peer.channel, seen.id, "Bump");
        const revised = (await peer.sees(peer.ana, peer.channel)).find(({ id }) => id === seen.id);
        expect(revised?.text).toContain("Count is 2");
        expect(await count(peer.ana, peer.channel)).toBe(before);
      });

      test("a pick from a menu is answered", async () => {
        const seen = await ask(peer.ana, "/counter");
        expect(seen.menus[0]?.options).toEqual(["Apple", "Pear"]);
        await peer.picks(peer.ana, peer.channel, seen.id, "Fruit", "Pear");
        expect((await last(peer.ana, peer.channel)).text).toContain("You picked pear");
      });

      test("missing values open a form, which says what is wrong by field and loses nothing", async () => {
        await peer.says(peer.ana, peer.channel, "/order");
        const form = peer.form(peer.ana);
        expect(form?.title).toContain("Orders something");
        expect(form?.fields.map((field) => field.label)).toEqual(["Item", "Size", "Day", "Reason"]);
        const errors = await peer.submits(peer.ana, { item: "x", size: "large" });
        expect(errors?.item).toContain("At least 3 characters");
        expect(
          await peer.submits(peer.ana, { item: "coffee", size: "large", day: "2026-03-10", reason: "tired" }),
        ).toBeUndefined();
        expect((await last(peer.ana, peer.channel)).text).toContain("coffee / large / 2026-03-10 / tired");
      });

      test("a form in the reader's language", async () => {
        await peer.says(peer.ben, peer.channel, "/order");
        expect(peer.form(peer.ben)?.fields.map((field) => field.label)).toEqual(["物品", "大小", "日期", "理由"]);
        await peer.submits(peer.ben, { item: "乌龙茶", size: "small" });
        expect((await last(peer.ben, peer.channel)).text).toContain("乌龙茶 / small");
      });

      test("a press opens a form with what is known filled in", async () => {
        const seen = await ask(peer.ana, "/counter");
        await peer.presses(peer.ana, peer.channel, seen.id, "Order");
        expect(peer.form(peer.ana)?.fields.find((field) => field.name === "item")?.value).toBe("tea");
        await peer.submits(peer.ana, { item: "tea", size: "small" });
        expect((await last(peer.ana, peer.channel)).text).toContain("tea / small");
      });

      test("a person is picked in a form", async () => {
        await peer.says(peer.ana, peer.channel, "/parcel send");
        await peer.submits(peer.ana, { to: { account: peer.ben } });
        expect((await last(peer.ana, peer.channel)).text).toContain(`to ${peer.ben.user}`);
      });

      test("a file is sent in", async () => {
        await peer.says(peer.ana, peer.channel, "/measure");
        const sheet = { name: "calls.csv", content: new TextEncoder().encode("id\n1\n") };
        if (peer.form(peer.ana) === undefined) throw new Error("no form for a file");
        await peer.submits(peer.ana, { sheet: { file: sheet } });
        expect((await last(peer.ana, peer.channel)).text).toContain("calls.csv: id");
      });
    });

    pushContract(() => peer, vendor);

    describe("stands", () => {
      test("hostile text: it is shown as it is and does nothing", async () => {
        const seen = await ask(peer.ana, `/hello ${hostile}`);
        for (const part of ["channel", "@everyone", "<script>alert(1)</script>", "```f```", "👩‍👩‍👧‍👦", "汉字"]) {
          expect(seen.text.replaceAll("\u200B", "")).toContain(part);
        }
        const posted = await peer.platform.post(peer.channel, plain(hostile, hostile));
        expect(posted.message).not.toBe("");
      });

      test("far too much: it is cut to fit and says so", async () => {
        const seen = await ask(peer.ana, "/big");
        expect(seen.text).toMatch(/more/);
        expect(seen.buttons.length).toBeGreaterThan(0);
      });

      test("40,000 characters typed", async () => {
        expect((await ask(peer.ana, `/hello ${"长".repeat(40_000)}`)).text).toContain("Ana: 长");
      });

      test("an unknown command, a wrong value, a role that is missing: each is told why", async () => {
        expect((await ask(peer.ana, "/fairline helo")).text).toMatch(/no command “helo”[\s\S]*hello/);
        expect((await ask(peer.ana, "/fairline order tea medium")).text).toContain("Choose Small or Large.");
        expect((await ask(peer.ana, "/secret")).text).toContain("This is for admins");
      });

      test("a fault: an apology with a reference, and the house goes on", async () => {
        const seen = await ask(peer.ana, "/broken");
        expect(seen.text).toMatch(/reference: [0-9a-f]{8}/);
        expect(router.faults.length).toBeGreaterThan(0);
        expect((await ask(peer.ana, "/hello still")).text).toContain("Ana: still");
      });

      test("an event delivered twice is answered once", async () => {
        await peer.says(peer.ana, peer.channel, "/shout once only");
        const before = await count(peer.ana, peer.channel);
        await peer.repeats(peer.ana);
        expect(await count(peer.ana, peer.channel)).toBe(before);
      });
    });

    describe.runIf(vendor.hasThreads)("in threads", () => replyContract(() => ({ peer, router })));
  });
  describe.runIf(isElsewhere)(`${name} without listening`, () => {
    let peer: Peer;

    beforeAll(async () => {
      peer = await open();
      await peer.platform.connect();
    });
    afterEach(() => {
      expect(peer.violations()).toEqual([]);
    });
    afterAll(async () => {
      await peer?.platform.stop();
      await peer?.close();
    });

    pushContract(() => peer, vendor);

    test("answers nobody, until it is started", async () => {
      const place = await peer.platform.direct(peer.ana);
      const before = await peer.sees(peer.ana, place);
      await expect(peer.says(peer.ana, place, "hello you")).rejects.toThrow("nobody listens");
      expect(await peer.sees(peer.ana, place)).toEqual(before);
      await peer.platform.start(sampleRouter(peer.ana));
      await peer.says(peer.ana, place, "hello you");
      expect((await peer.sees(peer.ana, place)).at(-1)?.text).toContain("Ana: you");
    });
  });
}
