import { afterEach, describe, expect, test } from "vitest";
import { command, view } from "../../chat/command.ts";
import { text } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { type House, house } from "../../testing/peers/discord/house.ts";

const hello = command({
  name: "hello",
  allow: "everyone",
  summary: say({ en: "Says hello", "zh-CN": "问好" }),
  audience: "asker",
  params: {},
  run: async () => view(() => ({ title: "Hello", blocks: [text("you")] })),
});

let at: House;
async function open(...more: Parameters<typeof house>) {
  at = await house(...more);
  await at.start();
  return at;
}
afterEach(async () => {
  await at.close();
  expect(at.violations()).toEqual([]);
});

describe("plain words", () => {
  test("in a channel get a private answer in a direct message, and a word where they were said", async () => {
    const { says, sees, platform, ana, ben, channel, last } = await open([hello]);
    await says(ana, channel, "hello");
    expect((await last(ben)).text).toBe("I have answered you in a direct message.");
    expect((await sees(ana, await platform.direct(ana))).at(-1)?.text).toBe("Hello\nyou");
    expect(await sees(ben, await platform.direct(ben))).toEqual([]);
  });

  test("are answered where they were said when the declaration says so", async () => {
    const shout = { ...hello, audience: "place" as const };
    const { says, ana, ben, channel, last } = await open([shout]);
    await says(ana, channel, "hello");
    expect((await last(ben)).text).toBe("Hello\nyou");
  });

  test("of somebody who takes no direct messages: told how to get the answer, not the answer", async () => {
    const { says, sees, platform, vendor, ana, channel, last } = await open([hello]);
    const dm = await platform.direct(ana);
    const answer = { status: 403, body: { code: 50_007, message: "Cannot send messages to this user" } };
    vendor.fails({ method: "POST", path: new RegExp(`/channels/${dm.id}/messages`), answer });
    await says(ana, channel, "hello");
    expect((await last()).text).toContain("Allow direct messages");
    expect((await last()).text).not.toContain("you\n");
    expect(await sees(ana, dm)).toEqual([]);
  });
});
