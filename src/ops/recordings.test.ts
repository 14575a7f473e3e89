import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordings } from "./recordings.ts";

const now = new Date("2026-03-12T09:00:00Z");
const token = (letter: string) => letter.repeat(43);
const asked: { readonly token: string; readonly at: Date }[] = [];
const logged: string[] = [];

const handle = recordings({
  clock: () => now,
  log: { info: () => {}, warn: () => {}, error: (_, message) => void logged.push(message) },
  async follow(of, at) {
    asked.push({ token: of, at });
    if (of === token("f")) throw new Error("no database");
    if (of === token("a")) return { ok: true, value: "https://rec.example/acd/1%20x" };
    const whys: Readonly<Record<string, "over" | "spent">> = { [token("o")]: "over", [token("s")]: "spent" };
    return { ok: false, refusal: { why: whys[of] ?? "unknown" } };
  },
});

const server = createServer(async (request, response) => {
  if (!(await handle(request, response))) response.writeHead(418).end("somebody else's");
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked.length = 0;
  logged.length = 0;
});

const ask = (path: string, method = "GET", headers: Record<string, string> = {}) =>
  fetch(`${base}${path}`, { method, headers, redirect: "manual" });

describe("a link to a recording", () => {
  test("leads on to it, and nobody keeps where or learns from where", async () => {
    const answer = await ask(`/recordings/${token("a")}?from=chat`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "https://rec.example/acd/1%20x"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(asked).toEqual([{ token: token("a"), at: now }]);
  });

  test.each(["a", "o", "u"])(
    "is not followed where it is only previewed, and tells nothing then: %s",
    async (letter) => {
      const answer = await ask(`/recordings/${token(letter)}`, "HEAD");
      expect([answer.status, answer.headers.get("location")]).toEqual([204, null]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(asked).toEqual([]);
    },
  );

  test("that was opened as often as it may be says to ask for a new one", async () => {
    const answer = await ask(`/recordings/${token("s")}`);
    expect([answer.status, await answer.text()]).toEqual([
      410,
      "This link was opened as often as it may be. Open the call with /goodcalls in your chat and press “Listen” for a new one.\n\n此链接已达到打开次数上限。请在聊天中用 /goodcalls 打开该录音，按“收听”获取新链接。\n",
    ]);
  });

  const over = {
    en: "This link does not work any more. Open the call with /goodcalls in your chat and press “Listen” for a new one.\n",
    "zh-CN": "此链接已失效。请在聊天中用 /goodcalls 打开该录音，按“收听”获取新链接。\n",
  };
  test.each([
    ["en", [over.en, over["zh-CN"]]],
    ["zh-Hans-CN,zh;q=0.9", [over["zh-CN"], over.en]],
    ["fr", [over.en, over["zh-CN"]]],
  ])("that is over says so in both languages, for %s first", async (language, lines) => {
    const answer = await ask(`/recordings/${token("o")}`, "GET", { "accept-language": language });
    expect([answer.status, await answer.text()]).toEqual([410, lines.join("\n")]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test.each([token("u"), "", "short", `${token("a")}/`, `${token("a")}a`])(
    "that nobody was given leads nowhere: %j",
    async (path) => {
      const answer = await ask(`/recordings/${path}`);
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("此地址没有录音")]);
      expect(asked.length).toBe(path === token("u") ? 1 : 0);
    },
  );

  test("is only opened", async () => {
    expect((await ask(`/recordings/${token("a")}`, "POST")).status).toBe(405);
    expect(asked).toEqual([]);
  });

  test("that fails is logged, and says to try once more", async () => {
    const answer = await ask(`/recordings/${token("f")}`);
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining("Try the link once more")]);
    expect(logged).toEqual(["a recording could not be opened"]);
  });
});

test("other paths are left to others", async () => {
  for (const path of ["/", "/recordings", "/recordingsx", "/healthz"]) expect((await ask(path)).status).toBe(418);
});
