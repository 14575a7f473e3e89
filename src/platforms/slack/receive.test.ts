import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Ask } from "../../chat/ask.ts";
import { action, command, form, view } from "../../chat/command.ts";
import { optional, person, text as textParam } from "../../chat/param.ts";
import { registry } from "../../chat/registry.ts";
import { type Router, router } from "../../chat/router.ts";
import { text, type View } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { redPixel } from "../../testing/contracts/sample.ts";
import { payloads } from "../../testing/peers/slack/payloads.ts";
import { signed, written } from "../../testing/peers/slack/wire.ts";
import { type SlackPeer, slackPeer } from "../../testing/peers/slack.ts";

const words = (en: string, zh = en) => say({ en, "zh-CN": zh });
const simple = (title: string, said: string): View => ({ title, blocks: [text(said)] });
const common = { audience: "asker", allow: "everyone" } as const;
const free = textParam({ label: words("Words"), max: 5000 });

const echo = command({
  ...common,
  name: "echo",
  summary: words("Echoes"),
  params: { words: optional(free) },
  run: async ({ values }) => view(() => simple("Echo", values.words ?? "nothing")),
});
const root = command({
  ...common,
  name: "fairline",
  summary: words("All commands"),
  params: {},
  run: async () => view(() => simple("Fairline", "all commands")),
});
const greet = command({
  ...common,
  name: "team greet",
  summary: words("Greets"),
  params: { who: person({ label: words("Who") }), words: optional(free) },
  run: async ({ values: { who, words: said } }) =>
    view(() => simple("Greeted", `${"account" in who ? who.account.user : `“${who.text}”`}: ${said ?? ""}`)),
});
const whoami = command({
  ...common,
  name: "whoami",
  summary: words("Who am I"),
  params: {},
  run: async ({ email, locale }) => {
    const address = await email();
    return view(() => simple("You", `${address ?? "no address"} ${locale}`));
  },
});
const shout = command({
  ...common,
  audience: "place",
  name: "shout",
  summary: words("Shouts"),
  params: { words: free },
  run: async ({ values }) => view(() => simple("Heard", values.words)),
});
const secret = command({
  ...common,
  name: "secret",
  summary: words("Keeps nothing"),
  params: { words: optional(free) },
  opensForm: true,
  unkept: true,
  run: async ({ values }) =>
    values.words === undefined ? form("tell") : view(() => simple("Secret", values.words ?? "")),
});
const tell = action({
  ...common,
  name: "tell",
  summary: words("Tell"),
  params: { reason: textParam({ label: words("Reason"), max: 100 }) },
  unkept: true,
  run: async ({ values }) => view(() => simple("Told", values.reason)),
});
const ask = command({
  ...common,
  name: "ask",
  summary: words("Asks for more than a title can hold", "询问"),
  params: { reason: textParam({ label: words("Reason", "理由"), max: 100 }) },
  opensForm: true,
  run: async ({ values }) => view(() => simple("Asked", values.reason)),
});
const reply = action({
  ...common,
  audience: "replace",
  name: "reply",
  summary: words("Reply"),
  params: { reason: textParam({ label: words("Reason"), max: 100 }) },
  opensForm: true,
  run: async ({ values }) => view(() => simple("Replied", values.reason)),
});
const start = action({
  ...common,
  name: "start",
  summary: words("Start"),
  params: {},
  opensForm: true,
  run: async () => form("ask"),
});
const card = (picture = false): View => ({
  title: "Card",
  blocks: [
    ...(picture ? [{ is: "image" as const, name: "p.png", alt: "a red pixel", png: redPixel }] : []),
    {
      is: "buttons",
      buttons: [
        { label: "Reply", action: reply.to({}) },
        { label: "Start", action: start.to({}) },
      ],
    },
  ],
});
const cards = command({
  ...common,
  name: "card",
  summary: words("A card"),
  params: {},
  run: async () => view(() => card()),
});
const picture = command({
  ...common,
  name: "picture",
  summary: words("A picture"),
  params: {},
  run: async () => view(() => card(true)),
});

/** A router that greets everybody as an agent and keeps what it was asked. */
function listening(): { readonly router: Router; readonly asks: Ask[] } {
  const asks: Ask[] = [];
  const heard = new Set<string>();
  const made = router({
    registry: registry([root, echo, greet, whoami, shout, ask, secret, cards, picture], [reply, start, tell]),
    clock: () => new Date("2026-03-09T09:00:00Z"),
    identify: async (by) => {
      const locale = by.locale ?? "en";
      return { person: "p", name: "P", roles: ["agent"], site: "s", siteLocale: "en", locale, zone: "UTC" };
    },
    wayIn: async () => simple("Who are you?", "Link first"),
    firstTime: async (key) => !heard.has(key) && Boolean(heard.add(key)),
    fault: (error) => {
      throw error;
    },
    reference: () => "ref",
  });
  return {
    asks,
    router: {
      ...made,
      answer: (one) => {
        asks.push(one);
        return made.answer(one);
      },
    },
  };
}

type Scene = ReturnType<typeof listening> & { readonly peer: SlackPeer };

async function open(options: Parameters<typeof slackPeer>[0]): Promise<Scene> {
  const peer = await slackPeer(options);
  const heard = listening();
  await peer.platform.start(heard.router);
  return { peer, ...heard };
}

let scene: Scene;
afterEach(async () => {
  await scene.peer.platform.stop();
  await scene.peer.close();
});

const seenBy = async (who: "ana" | "ben" = "ana") => scene.peer.sees(scene.peer[who], scene.peer.channel);
const lastText = async (who: "ana" | "ben" = "ana") => (await seenBy(who)).at(-1)?.text;
const says = (line: string) => scene.peer.says(scene.peer.ana, scene.peer.channel, line);
const direct = () => scene.peer.platform.direct(scene.peer.ana);
const methods = () => scene.peer.stand.world.calls.map(({ method }) => method);

describe("requests over HTTP", () => {
  beforeEach(async () => {
    scene = await open({ mode: "http" });
  });

  const request = () => {
    const { peer } = scene;
    return written(payloads(peer.stand).command(peer.ana.user, peer.channel.id, "/echo forged"));
  };
  const send = (init: RequestInit) => fetch(scene.peer.requestUrl, init).then(({ status }) => status);

  test("a wrong signature is refused and nothing happens", async () => {
    const { body, type } = request();
    expect(await send(signed(body, type, Date.now(), "another secret altogether"))).toBe(401);
    expect(await send({ method: "POST", body, headers: { "content-type": type } })).toBe(401);
    await scene.peer.idle();
    expect(scene.asks).toEqual([]);
    expect(await seenBy()).toEqual([]);
  });

  test("a signature of another body is refused", async () => {
    const { body, type } = request();
    const { headers } = signed(body, type);
    expect(await send({ method: "POST", headers: headers ?? {}, body: body.replace("forged", "changed") })).toBe(401);
    expect(scene.asks).toEqual([]);
  });

  test("a stale timestamp is refused, though rightly signed", async () => {
    const { body, type } = request();
    expect(await send(signed(body, type, Date.now() - 6 * 60_000))).toBe(401);
    await scene.peer.idle();
    expect(scene.asks).toEqual([]);
  });

  test("an identical request that is played again is acknowledged and answered once", async () => {
    const { body, type } = request();
    const once = signed(body, type);
    expect([await send(once), await send(once)]).toEqual([200, 200]);
    await scene.peer.idle();
    expect(await seenBy()).toHaveLength(1);
  });

  test("rubbish, signed or not, hurts nobody", async () => {
    for (const [body, type] of [
      ["{", "application/json"],
      ["payload=%7B", "application/x-www-form-urlencoded"],
      ["a=b", "application/x-www-form-urlencoded"],
    ] as const) {
      expect(await send(signed(body, type))).toBeGreaterThanOrEqual(400);
    }
    await says("/echo still");
    expect(await lastText()).toContain("still");
  }, 10_000);

  test("health", async () => {
    const at = (path: string) => fetch(new URL(path, scene.peer.requestUrl)).then(({ status }) => status);
    expect([await at("/healthz"), await at("/readyz"), await at("/elsewhere")]).toEqual([200, 200, 404]);
  });

  test("a port that is taken is said in words", async () => {
    const { slackPlatform } = await import("./platform.ts");
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const port = Number(new URL(scene.peer.requestUrl).port);
    const config = {
      botToken: "xoxb-000000000000-harbour",
      mode: { is: "http" as const, signingSecret: "8f742231b10e8888" },
      apiUrl: scene.peer.stand.apiUrl,
      prefix: "",
    };
    const second = slackPlatform(config, { log, port, ready: async () => true });
    await expect(second.start(scene.router)).rejects.toThrow(`port ${port} is taken`);
  });
});

describe.each(["socket", "http"] as const)("events over %s", (mode) => {
  beforeEach(async () => {
    scene = await open({ mode });
  });

  test("a token that Slack does not know is said in words, and never shown", async () => {
    const other = await slackPeer({ mode });
    other.stand.answerNext("auth.test", { body: { ok: false, error: "invalid_auth" } });
    const refusal = await other.platform.start(scene.router).catch((error: Error) => error.message);
    await other.close();
    expect(refusal).toMatch(/SLACK_BOT_TOKEN \(invalid_auth\)/);
    expect(`${refusal} ${other.logged.join(" ")}`).not.toContain("xoxb-");
  });

  test("an unknown command is told so", async () => {
    await says("/ekko");
    expect(await lastText()).toMatch(/no command “ekko”[\s\S]*\/echo/);
  });

  test("a mention is a person where one is asked for, and a name elsewhere", async () => {
    await says("/team greet @ben well done @ana");
    expect(await lastText()).toContain(`${scene.peer.ben.user}: well done @ana`);
    await says("/fairline team greet @ben");
    expect(await lastText()).toContain(scene.peer.ben.user);
    await says("/echo @ben & <@U0BEN00001|ben> <!channel> https://x.test/?a=1&b=2");
    expect(await lastText()).toContain("@ben & <@U0BEN00001|ben> <!channel> https://x.test/?a=1&b=2");
    expect(scene.peer.violations()).toEqual([]);
  });

  test("the address and the language that Slack tells, asked for once", async () => {
    await says("/whoami");
    expect(await lastText()).toContain("ana@harbour.example en");
    await scene.peer.says(scene.peer.ben, scene.peer.channel, "/whoami");
    expect(await lastText("ben")).toContain("ben@harbour.example zh-CN");
    await says("/whoami");
    expect(methods().filter((method) => method === "users.info")).toHaveLength(2);
  });

  test("Slack that does not tell who somebody is: the answer comes all the same", async () => {
    scene.peer.stand.answerNext("users.info", { body: { ok: false, error: "missing_scope" } });
    await says("/whoami");
    expect(await lastText()).toContain("no address");
    expect(scene.peer.logged.join("\n")).toContain("missing_scope");
  });

  test("a mention of the bot is answered privately in its channel", async () => {
    await says("echo from a mention");
    expect((await seenBy()).at(-1)).toMatchObject({ ephemeral: true, text: expect.stringContaining("from a mention") });
    expect(await seenBy("ben")).toEqual([]);
  });

  test("words that leave a value out are told which, for Slack opens no form after words", async () => {
    const dm = await direct();
    await scene.peer.says(scene.peer.ana, dm, "ask");
    expect((await scene.peer.sees(scene.peer.ana, dm)).at(-1)?.text).toContain("Reason");
  });

  test("a form that may not open any more leaves a button that opens it", async () => {
    scene.peer.stand.answerNext("views.open", { body: { ok: false, error: "expired_trigger_id" } });
    await says("/ask");
    expect(scene.peer.form(scene.peer.ana)).toBeUndefined();
    const offered = (await seenBy()).at(-1);
    expect(offered?.buttons).toEqual(["Open the form"]);
    await scene.peer.presses(scene.peer.ana, scene.peer.channel, offered?.id ?? "", "Open the form");
    expect(scene.peer.form(scene.peer.ana)?.title).toBe("Asks for more than a ti…");
    await scene.peer.submits(scene.peer.ana, { reason: "because" });
    expect(await lastText()).toContain("because");
    expect(scene.peer.violations()).toEqual([]);
  });

  test("a form opened by a press replaces the pressed message when it is sent in", async () => {
    await says("/card");
    const shown = (await seenBy()).at(-1);
    await scene.peer.presses(scene.peer.ana, scene.peer.channel, shown?.id ?? "", "Reply");
    await scene.peer.submits(scene.peer.ana, { reason: "in its place" });
    const all = await seenBy();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ id: shown?.id, revised: true, text: expect.stringContaining("in its place") });
  });

  test("a press on a posted message revises it for all", async () => {
    const receipt = await scene.peer.platform.post(scene.peer.channel, card());
    await scene.peer.presses(scene.peer.ben, scene.peer.channel, receipt.message, "Reply");
    await scene.peer.submits(scene.peer.ben, { reason: "for all to see" });
    expect(await seenBy()).toMatchObject([{ id: receipt.message, text: expect.stringContaining("for all to see") }]);
  });

  test("a private picture is shown in the note and kept in the direct conversation", async () => {
    await says("/picture");
    const note = (await seenBy()).at(-1);
    expect(note).toMatchObject({ ephemeral: true, images: [{ alt: "a red pixel" }] });
    expect(note?.text).toContain("direct conversation");
    expect((await scene.peer.sees(scene.peer.ana, await direct())).flatMap(({ images }) => images)).toHaveLength(1);
    expect(scene.peer.violations()).toEqual([]);
  });

  test("a picture that does not reach Slack leaves its words", async () => {
    scene.peer.stand.answerNext("files.getUploadURLExternal", { body: { ok: false, error: "missing_scope" } });
    await says("/picture");
    expect((await seenBy()).at(-1)).toMatchObject({ images: [], text: expect.stringContaining("🖼 a red pixel") });
  });

  test("a picture that Slack refuses in a message leaves its words", async () => {
    const refused = { body: { ok: false, error: "invalid_blocks" } };
    scene.peer.stand.answerNext("chat.postMessage", refused);
    await scene.peer.platform.post(scene.peer.channel, card(true));
    expect((await seenBy()).at(-1)?.text).toContain("🖼 a red pixel");
  });

  test("a table that Slack refuses in a message is set as words", async () => {
    scene.peer.stand.answerNext("chat.postMessage", { body: { ok: false, error: "invalid_blocks" } });
    const columns = ["Metric", "Points"].map((label) => ({ label, align: "start" }) as const);
    const blocks = [{ is: "table", columns, rows: [["Volume", "92.5"]] } as const];
    await scene.peer.platform.post(scene.peer.channel, { title: "Score", blocks });
    expect((await seenBy()).at(-1)?.text).toMatch(/Metric +Points\nVolume +92\.5/);
    const sent = scene.peer.stand.world.told.at(-1)?.blocks;
    expect(JSON.stringify(sent)).toContain("rich_text_preformatted");
    expect(scene.peer.violations()).toEqual([]);
  });

  test("an event that Slack delivers again is answered once", async () => {
    const dm = await direct();
    await scene.peer.says(scene.peer.ana, dm, "echo once");
    const before = await scene.peer.sees(scene.peer.ana, dm);
    await scene.peer.repeats(scene.peer.ana);
    expect(await scene.peer.sees(scene.peer.ana, dm)).toEqual(before);
  });

  test("what the bot itself writes is not heard", async () => {
    const dm = await direct();
    const asked = scene.asks.length;
    const { stand } = scene.peer;
    const echoOfBot = payloads(stand).words(stand.world.bot.user, dm.id, "echo myself");
    const { body, type } = written(echoOfBot);
    if (mode === "http") await fetch(scene.peer.requestUrl, signed(body, type));
    else stand.socket()?.send(JSON.stringify({ type: "events_api", envelope_id: "e", payload: echoOfBot.payload }));
    await says("/echo after it");
    expect(scene.asks).toHaveLength(asked + 1);
  });
});

describe("a response URL that dies", () => {
  beforeEach(async () => {
    scene = await open({ mode: "http" });
  });

  test("used up: the answer comes by name in the channel", async () => {
    scene.peer.stand.answerNext("response_url", { status: 404, body: { ok: false, error: "used_url" } });
    await says("/echo by another way");
    expect((await seenBy()).at(-1)).toMatchObject({ ephemeral: true, text: expect.stringContaining("by another way") });
    expect(methods()).toContain("chat.postEphemeral");
    expect(scene.peer.logged.join("\n")).toContain("used_url");
  });

  test("and a channel that the bot is not in: the answer comes in the direct conversation", async () => {
    scene.peer.stand.answerNext("response_url", { status: 404, body: { ok: false, error: "expired_url" } });
    scene.peer.stand.answerNext("chat.postEphemeral", { body: { ok: false, error: "channel_not_found" } });
    await says("/echo at last");
    expect((await scene.peer.sees(scene.peer.ana, await direct())).at(-1)?.text).toContain("at last");
  });

  test("no way is left: it is logged with Slack's codes, and the house goes on", async () => {
    const gone = { body: { ok: false, error: "account_inactive" } };
    scene.peer.stand.answerNext("response_url", { status: 404, body: { ok: false, error: "expired_url" } });
    scene.peer.stand.answerNext("chat.postEphemeral", gone);
    scene.peer.stand.answerNext("chat.postMessage", gone);
    await says("/echo lost");
    expect(scene.peer.logged.join("\n")).toMatch(/an answer was lost/);
    expect(scene.peer.logged.join("\n")).not.toContain("xoxb-");
    await says("/echo found");
    expect(await lastText()).toContain("found");
  });
});

describe("what is not to be kept", () => {
  beforeEach(async () => {
    scene = await open({ mode: "socket" });
  });
  const ana = () => scene.peer.ana;
  const gone = (method: string) =>
    scene.peer.stand.answerNext(
      method,
      method === "response_url"
        ? { status: 404, body: { ok: false, error: "expired_url" } }
        : { body: { ok: false, error: "channel_not_found" } },
    );
  /** What stands in the direct conversation for good. */
  const standing = () =>
    scene.peer.stand.world.calls
      .filter(({ method }) => method === "chat.postMessage")
      .map(({ args }) => JSON.stringify(args));

  test.each(["/secret of mine", "secret of mine"])(
    "goes by a private note in the direct conversation too: %s",
    async (line) => {
      const dm = await direct();
      await scene.peer.says(ana(), dm, line);
      const said = (await scene.peer.sees(ana(), dm)).at(-1);
      expect(said).toMatchObject({ ephemeral: true, text: expect.stringContaining("of mine") });
      expect(standing()).toEqual([]);
    },
  );

  test("what was sent in is shown in a window where no private note gets through", async () => {
    const dm = await direct();
    await scene.peer.says(ana(), dm, "/secret");
    gone("response_url");
    gone("chat.postEphemeral");
    await scene.peer.submits(ana(), { reason: "the code 0123" });
    const shown = scene.peer.stand.world.calls.filter(({ method }) => method === "views.open").at(-1);
    expect(JSON.stringify(shown?.args)).toContain("the code 0123");
    expect(standing()).toEqual([]);
    expect(scene.peer.violations().filter((one) => one.includes("views.open"))).toEqual([]);
  });

  test("where no way is left, it is said so without a word of it", async () => {
    const dm = await direct();
    gone("chat.postEphemeral");
    await scene.peer.says(ana(), dm, "secret of mine");
    expect((await scene.peer.sees(ana(), dm)).at(-1)?.text).toContain("Slack did not let me answer you privately");
    expect(standing().join()).not.toContain("of mine");
  });
});

describe("what Slack refuses or delays", () => {
  beforeEach(async () => {
    scene = await open({ mode: "socket" });
  });

  test("a public answer where the bot is not in the channel goes by the response URL", async () => {
    scene.peer.stand.answerNext("chat.postMessage", { body: { ok: false, error: "not_in_channel" } });
    await says("/shout hear me");
    expect((await seenBy("ben")).at(-1)).toMatchObject({ ephemeral: false, text: expect.stringContaining("hear me") });
  });

  test("a post to a channel that is not there fails with Slack's code", async () => {
    const nowhere = { ...scene.peer.channel, id: "C0NOWHERE1" };
    await expect(scene.peer.platform.post(nowhere, card())).rejects.toThrow(/channel_not_found/);
  });

  test("told to slow down, an answer waits and comes once", async () => {
    const busy = { status: 429, headers: { "retry-after": "0" }, body: { ok: false, error: "ratelimited" } };
    scene.peer.stand.answerNext("chat.postMessage", busy, busy);
    await says("/shout late but once");
    expect(await seenBy("ben")).toHaveLength(1);
    expect(scene.peer.logged.join("\n")).toContain("slow down");
  });

  test("told to slow down at a response URL, it waits as well", async () => {
    scene.peer.stand.answerNext("response_url", { status: 429, headers: { "retry-after": "1" } });
    await says("/echo patiently");
    expect(await seenBy()).toHaveLength(1);
  });

  test("after a server error nothing is sent twice", async () => {
    scene.peer.stand.answerNext("chat.postMessage", { status: 500, body: {} });
    await expect(scene.peer.platform.post(scene.peer.channel, card())).rejects.toThrow();
    expect(methods()).not.toContain("chat.postMessage");
  });

  test("stop finishes the answers under way", async () => {
    const { peer } = scene;
    const asked = peer.says(peer.ana, peer.channel, "/echo in time");
    const socket = peer.stand.socket();
    await new Promise((resolve) => socket?.once("message", resolve));
    await peer.platform.stop();
    await asked;
    expect(await lastText()).toContain("in time");
    expect(socket?.readyState).toBeGreaterThanOrEqual(socket?.CLOSING ?? 0);
  });
});

describe("with a prefix", () => {
  beforeEach(async () => {
    scene = await open({ mode: "socket", prefix: "fl-" });
  });

  test("it is taken off what is heard and put before what is shown; the root has none", async () => {
    await says("/fl-echo prefixed");
    expect(await lastText()).toContain("prefixed");
    await says("/fairline echo by the root");
    expect(await lastText()).toContain("by the root");
    await says("/fl-ekko");
    expect(await lastText()).toMatch(/“ekko”[\s\S]*\/fl-echo[\s\S]*\/fairline/);
  });
});
