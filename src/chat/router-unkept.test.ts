import { expect, test } from "vitest";
import { say } from "../kernel/locale.ts";
import { anAccount } from "../testing/builders.ts";
import { command, view } from "./command.ts";
import { optional, text } from "./param.ts";
import { registry } from "./registry.ts";
import { router } from "./router.ts";

const words = say({ en: "Idea", "zh-CN": "建议" });
const declared = (name: string, unkept?: true) =>
  command({
    name,
    summary: words,
    params: { idea: optional(text({ label: words, min: 3, max: 5 })) },
    audience: "asker",
    allow: "everyone",
    ...(unkept ? { unkept } : {}),
    run: async () => view(() => ({ title: "done", blocks: [] })),
  });

const heard: (readonly [string, string])[] = [];
const talk = router({
  registry: registry([declared("whisper", true), declared("shout"), declared("fairline")], []),
  clock: () => new Date("2026-03-09T14:25:36Z"),
  identify: async () => ({
    person: "ana",
    name: "Ana",
    roles: ["agent"],
    site: "leeds",
    siteLocale: "en",
    locale: "en",
    zone: "Europe/London",
  }),
  wayIn: () => ({ title: "", blocks: [] }),
  firstTime: async (key, at) => {
    const isNew = heard.every(([known]) => known !== key);
    heard.push([key, at.toISOString()]);
    return isNew;
  },
  fault: (error) => {
    throw error;
  },
  reference: () => "ref",
});

const by = anAccount("ANA");
const place = { platform: "slack", workspace: "w1", id: "floor", kind: "channel" } as const;
const types = (line: string, key = "event of ana") => ({ is: "words", text: line, key, by, place }) as const;

test("what is not to be kept is known before it is answered, however it is typed", () => {
  for (const line of ["whisper", "whisper more", "/fairline whisper more", "whisper that is too long"])
    expect(talk.isUnkept(types(line)), line).toBe(true);
  for (const line of ["shout", "shout whisper", "whisperer", "hello"])
    expect(talk.isUnkept(types(line)), line).toBe(false);
});

test("and is answered once, remembered by a hash and its day alone", async () => {
  expect(await talk.answer(types("whisper more"))).toMatchObject({ is: "view" });
  expect(await talk.answer(types("whisper more"))).toEqual({ is: "nothing" });
  await talk.answer(types("shout", "another event of ana"));
  expect(heard).toEqual([
    [expect.stringMatching(/^[\da-f]{64}$/), "2026-03-09T00:00:00.000Z"],
    [heard[0]?.[0], "2026-03-09T00:00:00.000Z"],
    ["another event of ana", "2026-03-09T14:25:36.000Z"],
  ]);
});
