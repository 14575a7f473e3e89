import { afterEach, describe, expect, test } from "vitest";
import { command, view } from "../../chat/command.ts";
import { text as textParam } from "../../chat/param.ts";
import { text } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { freePort } from "../../persistence/embedded/free-port.ts";
import { type House, house } from "../../testing/peers/discord/house.ts";
import { discord } from "./index.ts";

const words = (en: string, zh: string) => say({ en, "zh-CN": zh });
const shared = { allow: "everyone" as const, summary: words("Tries", "尝试"), audience: "asker" as const };
const hello = command({
  ...shared,
  name: "hello",
  params: {},
  run: async () => view(() => ({ title: "Hello", blocks: [text("you")] })),
});
/** Something to wait for until it is opened. */
function gate<T>() {
  let open: (value: T) => void = () => {};
  const passed = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
const post = { title: "Bulletin", blocks: [text("words")] };

let at: House;
afterEach(() => at.close());

describe("the start", () => {
  test("registers the commands once: a second start finds them", async () => {
    at = await house([hello]);
    await at.start();
    await at.platform.stop();
    const again = await discord.create(
      { token: at.vendor.world.token, api: at.vendor.api },
      { log: at.log, port: 0, ready: async () => true },
    );
    await again.start(at.router);
    await again.stop();
    expect(at.vendor.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
    expect(at.violations()).toEqual([]);
  });

  test("registers in the one server that is named", async () => {
    at = await house([hello]);
    const { world: of, api } = at.vendor;
    const platform = await discord.create(
      { token: of.token, api, guild: of.guild },
      { log: at.log, port: 0, ready: async () => true },
    );
    await platform.start(at.router);
    await platform.stop();
    expect(at.vendor.requests.find(({ method }) => method === "PUT")?.path).toContain(`/guilds/${of.guild}/commands`);
  });

  test("with a wrong token says where to get a right one, and never the token", async () => {
    at = await house([hello]);
    const platform = await discord.create(
      { token: "wrong-token", api: at.vendor.api },
      { log: at.log, port: 0, ready: async () => true },
    );
    const failed = await platform.start(at.router).catch((error: unknown) => error);
    expect(String(failed)).toMatch(/DISCORD_TOKEN.*developer portal/);
    expect(String(failed) + at.logged.join()).not.toContain("wrong-token");
  });

  test("with intents that are not allowed says which are needed", async () => {
    at = await house([hello]);
    at.vendor.allows(1);
    await expect(at.start()).rejects.toThrow(/intents.*Guilds, Guild Messages and Direct Messages/);
  });

  test("at an address where nobody listens says so", async () => {
    at = await house([hello]);
    const api = `http://127.0.0.1:${await freePort()}/api`;
    const platform = await discord.create({ token: "t", api }, { log: at.log, port: 0, ready: async () => true });
    await expect(platform.start(at.router)).rejects.toThrow(`could not be reached at ${api}`);
  });

  test("with a command that no form of Discord holds names it", async () => {
    const six = Object.fromEntries(
      "abcdef".split("").map((name) => [name, textParam({ label: words(name, name), max: 9 })]),
    );
    at = await house([command({ ...shared, name: "wide", params: six, run: async () => view(() => post) })]);
    await expect(at.start()).rejects.toThrow("/wide asks for 6 values");
  });
});

describe("answers", () => {
  test("to an event that another process has taken are left to it", async () => {
    at = await house([hello]);
    await at.start();
    const answer = { status: 400, body: { code: 40_060, message: "Interaction has already been acknowledged." } };
    at.vendor.fails({ method: "POST", path: /callback$/, answer });
    await at.says(at.ana, at.channel, "/hello");
    expect(at.asked).toEqual([]);
    expect(at.logged.at(-1)).toMatch(/^answered elsewhere/);
  });

  test("that Discord will not show end in an apology, not in waiting for ever", async () => {
    at = await house([hello]);
    await at.start();
    const answer = { status: 400, body: { code: 50_035, message: "Invalid Form Body" } };
    at.vendor.fails({ method: "PATCH", path: /original$/, answer });
    await at.says(at.ana, at.channel, "/hello");
    expect((await at.last()).text).toContain("could not be shown");
    expect(at.logged.join("\n")).not.toMatch(/\bt-\d{17,}/);
  });

  test("under way are finished before the bot stops, and nothing new is taken", async () => {
    const begun = gate<void>();
    const released = gate<void>();
    const slow = {
      ...hello,
      run: async () => {
        begun.open();
        await released.passed;
        return view(() => post);
      },
    };
    at = await house([slow, { ...hello, name: "late" }]);
    await at.start();
    const answered = at.says(at.ana, at.channel, "/hello");
    await begun.passed;
    const stopping = at.platform.stop();
    await at.says(at.ben, at.channel, "/late");
    released.open();
    await Promise.all([stopping, answered]);
    expect((await at.last()).text).toBe("Bulletin\nwords");
    expect(at.asked).toHaveLength(1);
    await expect.poll(() => at.vendor.sessions()).toBe(0);
  });
});
