import { describe, expect, test } from "vitest";
import { say } from "../kernel/locale.ts";
import { anAccount, anId } from "../testing/builders.ts";
import type { Place, ReplyAsk } from "./ask.ts";
import type { Asker } from "./asker.ts";
import { command, view } from "./command.ts";
import { registry } from "./registry.ts";
import { type Replied, type RouterDeps, router } from "./router.ts";

const ping = command({
  name: "ping",
  summary: say({ en: "Pings", "zh-CN": "测试" }),
  params: {},
  audience: "asker",
  allow: "everyone",
  run: async () => view(() => ({ title: "Pong", blocks: [] })),
});

const place: Place = { platform: "slack", workspace: "w1", id: "C1", kind: "channel", thread: "m1" };
const asked = { by: anAccount("ANA"), place, under: "m1" };
const reply = (text: string, isToBot = false): ReplyAsk => {
  const key = `key of ${text}`;
  const otherwise = { is: "words", key, by: asked.by, place, text } as const;
  return { is: "reply", key, ...asked, text, ...(isToBot ? { otherwise } : {}) };
};
const ana: Asker = {
  person: anId(1),
  name: "Ana",
  roles: ["agent"],
  site: "leeds",
  siteLocale: "en",
  locale: "zh-CN",
  zone: "Europe/London",
};
const refusal: Replied = {
  is: "view",
  view: ({ locale }) => ({ title: locale === "en" ? "Closed" : "已关闭", blocks: [] }),
};

function house(taken: Replied | undefined | Error, but: Partial<RouterDeps> = {}) {
  const heard: unknown[] = [];
  const seen = new Set<string>();
  const made = router({
    registry: registry([ping], []),
    clock: () => new Date("2026-03-10T20:00:00Z"),
    identify: async () => ana,
    wayIn: () => ({ title: "We have not met", blocks: [] }),
    firstTime: async (key) => !seen.has(key) && Boolean(seen.add(key)),
    fault: () => {},
    reference: () => "ref",
    replied: async (ask, asker, at) => {
      heard.push([ask.text, asker.person, at.toISOString()]);
      if (taken instanceof Error) throw taken;
      return taken;
    },
    ...but,
  });
  return { ...made, heard };
}
const nothing = { is: "nothing" };

describe("words in a thread", () => {
  test("that a feature takes are not answered, and reach it once", async () => {
    const { answer, heard } = house({ is: "nothing" });
    expect(await answer(reply("I am on it"))).toEqual(nothing);
    expect(await answer(reply("I am on it"))).toEqual(nothing);
    expect(heard).toEqual([["I am on it", anId(1), "2026-03-10T20:00:00.000Z"]]);
  });

  test("that a feature refuses are told to their writer, in their language", async () => {
    const refused = await house(refusal).answer(reply("too late"));
    expect(refused).toMatchObject({ is: "view", audience: "writer", view: { title: "已关闭", locale: "zh-CN" } });
  });

  test("that nobody takes are not answered, whether a feature listens or not", async () => {
    expect(await house(undefined).answer(reply("ping"))).toEqual(nothing);
    const deaf = router({ ...quiet, registry: registry([ping], []) });
    expect(await deaf.answer(reply("ping"))).toEqual(nothing);
  });

  test("that nobody takes and that mention the bot are what they are anywhere else", async () => {
    expect(await house(undefined).answer(reply("ping", true))).toMatchObject({
      audience: "asker",
      view: { title: "Pong" },
    });
  });

  test("that a feature takes are no command, though they mention the bot", async () => {
    const { answer } = house({ is: "nothing" });
    expect(await answer(reply("ping", true))).toEqual(nothing);
  });

  test("of somebody whom nobody knows reach no feature, and with a mention show the way in", async () => {
    const { answer, heard } = house(refusal, { identify: async () => undefined });
    expect(await answer(reply("who are you?"))).toEqual(nothing);
    expect(await answer(reply("I can help", true))).toMatchObject({
      audience: "asker",
      view: { title: "We have not met" },
    });
    expect(heard).toEqual([]);
  });

  test("without words are for no feature", async () => {
    const { answer, heard } = house(refusal);
    expect(await answer(reply("", true))).toMatchObject({ audience: "asker" });
    expect(heard).toEqual([]);
  });

  test("that meet a fault: their writer is told, as it was not taken", async () => {
    const answered = await house(new Error("no ledger")).answer(reply("I am on it"));
    expect(answered).toMatchObject({ is: "view", audience: "writer", view: { tone: "bad" } });
  });

  test.each(["firstTime", "identify"] as const)(
    "that meet a fault in %s: only who meant the bot is told",
    async (of) => {
      const faults: unknown[] = [];
      const away = async () => {
        throw new Error("no database");
      };
      const { answer } = house(undefined, { [of]: away, fault: (error) => faults.push(error) });
      expect(await answer(reply("shall we have lunch?"))).toEqual(nothing);
      expect(await answer(reply("I take it", true))).toMatchObject({ audience: "writer", view: { tone: "bad" } });
      expect(faults).toHaveLength(2);
    },
  );

  test("open no form", () => {
    expect(house(undefined).mayOpenForm(reply("ping", true))).toBe(false);
  });
});

const quiet = {
  clock: () => new Date("2026-03-10T20:00:00Z"),
  identify: async () => ana,
  wayIn: () => ({ title: "We have not met", blocks: [] }),
  firstTime: async () => true,
  fault: () => {},
  reference: () => "ref",
};
