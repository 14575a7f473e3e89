import { afterEach, describe, expect, test } from "vitest";
import { action, command, form, view } from "../../chat/command.ts";
import { optional, text as textParam } from "../../chat/param.ts";
import { strong, text } from "../../chat/view.ts";
import { hostile } from "../../testing/contracts/sample.ts";
import {
  amend,
  board,
  drop,
  hello,
  locked,
  opens,
  send,
  shared,
  simple,
  words,
} from "../../testing/peers/discord/declarations.ts";
import { type House, house } from "../../testing/peers/discord/house.ts";

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

const sheet = { file: { name: "a.csv", content: new TextEncoder().encode("id") } };

describe("commands", () => {
  test("that no longer exist are told of, with the nearest ones", async () => {
    const { says, ana, channel, last } = await open([hello]);
    await says(ana, channel, "/helo");
    expect(await last()).toMatchObject({
      ephemeral: true,
      text: expect.stringMatching(/no command “helo”[\s\S]*\/hello/),
    });
  });

  test("delivered again while the first is under way are answered once", async () => {
    const { says, repeats, ana, channel, sees, asked } = await open([hello]);
    await Promise.all([says(ana, channel, "/hello"), repeats(ana)]);
    await repeats(ana);
    expect(asked).toHaveLength(1);
    expect(await sees(ana, channel)).toHaveLength(1);
  });

  test("answered openly keep a refusal from the others' eyes", async () => {
    const { says, sees, ana, ben, channel, last } = await open([locked]);
    await says(ana, channel, "/locked");
    expect(await last()).toMatchObject({ ephemeral: true, text: expect.stringContaining("This is for admins") });
    expect(await sees(ben, channel)).toEqual([]);
  });
});

test("a person has one account in every server and in direct messages", async () => {
  const who = command({
    ...shared,
    name: "who",
    params: {},
    run: async ({ account, place }) =>
      view(() => simple("You", `${account.workspace} ${account.user} ${place.workspace} ${place.kind}`)),
  });
  const { says, platform, ana, channel, last } = await open([who]);
  const dm = await platform.direct(ana);
  await says(ana, channel, "/who");
  expect((await last()).text).toBe(`You\ndiscord ${ana.user} ${channel.workspace} channel`);
  await says(ana, dm, "/who");
  expect((await last(ana, dm)).text).toBe(`You\ndiscord ${ana.user} discord dm`);
});

describe("forms", () => {
  test("what is wrong is listed, and trying again loses nothing: text, person and file", async () => {
    const { says, submits, form: standing, ana, ben, channel, last } = await open([send]);
    await says(ana, channel, "/send to:@ben");
    expect(standing(ana)?.fields).toMatchObject([
      { name: "to", value: ben.user },
      { name: "sheet" },
      { name: "reason" },
      { name: "extra" },
    ]);
    expect(await submits(ana, { sheet, reason: "no", extra: hostile.slice(0, 10) })).toEqual({
      reason: "At least 5 characters are needed; this has 2.",
    });
    expect(standing(ana)?.fields).toMatchObject([
      { value: ben.user },
      { name: "sheet" },
      { value: "no" },
      { value: hostile.slice(0, 10) },
    ]);
    expect(await submits(ana, { reason: "since it must" })).toBeUndefined();
    expect((await last()).text).toBe(`Sent\n${ben.user} | a.csv | id | since it must | ${hostile.slice(0, 10)}`);
  });

  test("the answer takes the place of the errors", async () => {
    const { says, submits, sees, ana, channel } = await open([send]);
    await says(ana, channel, "/send");
    await submits(ana, { to: { account: ana }, sheet, reason: "no" });
    await submits(ana, { reason: "still no".slice(0, 3) });
    await submits(ana, { reason: "at last" });
    expect((await sees(ana, channel)).map(({ text: shown }) => shown.split("\n")[0])).toEqual(["Sent"]);
  });

  test("errors speak the reader's language", async () => {
    const { says, submits, ben, channel, last } = await open([send]);
    await says(ben, channel, "/send");
    expect(await submits(ben, { to: { account: ben }, sheet, reason: "不" })).toEqual({
      reason: "至少需要 5 个字符，目前为 1 个。",
    });
    expect(await last(ben)).toMatchObject({
      buttons: ["再试一次"],
      text: expect.stringContaining("理由: 至少需要 5 个字符"),
    });
  });

  test("a form that replaces a message does so also after an error", async () => {
    const { says, presses, submits, sees, ana, ben, channel, last } = await open([board], [amend, drop]);
    await says(ana, channel, "/board");
    const { id } = await last();
    await presses(ana, channel, id, "Amend");
    expect(await submits(ana, { words: "x" })).toEqual({ words: expect.stringContaining("At least 4") });
    expect(await sees(ana, channel)).toHaveLength(2);
    await submits(ana, { words: "better" });
    expect(await sees(ana, channel)).toMatchObject([{ id, text: "Board\nnow better", buttons: [] }]);
    expect(await sees(ben, channel)).toMatchObject([{ id, text: "Board\nnow better" }]);
  });

  test("a message that can no longer be replaced gets its answer beside it", async () => {
    const { says, presses, submits, vendor, ana, channel, last } = await open([board], [amend, drop]);
    await says(ana, channel, "/board");
    await presses(ana, channel, (await last()).id, "Amend");
    await submits(ana, { words: "x" });
    const answer = { status: 401, body: { code: 50_027, message: "Invalid Webhook Token" } };
    vendor.fails({ method: "PATCH", path: /original$/, answer });
    await submits(ana, { words: "better" });
    expect(await last()).toMatchObject({ ephemeral: true, text: "Board\nnow better" });
  });

  test("a form from a command that had to be thought over is filled in", async () => {
    const { says, form: standing, ana, channel } = await open([opens, send]);
    await says(ana, channel, "/opens");
    expect(standing(ana)?.fields.find(({ name }) => name === "reason")?.value).toBe("because");
  });

  test("a form that comes too late to open at once is offered by a button", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const run = async () => {
      await released;
      return form("send", { reason: "because" });
    };
    const { says, presses, form: standing, vendor, ana, channel, last } = await open([{ ...opens, run }, send]);
    const saying = says(ana, channel, "/opens");
    await expect
      .poll(() => vendor.requests.some(({ path }) => path.endsWith("/callback")), { timeout: 10_000 })
      .toBe(true);
    release();
    await saying;
    const offer = await last();
    expect(offer).toMatchObject({ ephemeral: true, buttons: ["Fill in the form"] });
    await presses(ana, channel, offer.id, "Fill in the form");
    expect(standing(ana)?.fields.find(({ name }) => name === "reason")?.value).toBe("because");
  });
});

describe("buttons", () => {
  test("that ask first do nothing until the question is answered", async () => {
    const { says, presses, ana, channel, last, vendor } = await open([board], [amend, drop]);
    await says(ana, channel, "/board");
    const { id } = await last();
    await presses(ana, channel, id, "Drop");
    expect(await last()).toMatchObject({ id, text: "Board\ndropped" });
    const asked = vendor.requests.map(({ body }) => JSON.stringify(body)).find((body) => body?.includes('"type":9'));
    expect(asked).toContain("Really \\\\*drop\\\\* it?");
  });

  test("of an older Fairline are told to have expired", async () => {
    const other = action({ ...shared, name: "other", params: {}, run: async () => view(() => simple("Other", "")) });
    const { says, presses, ana, channel, last } = await open([board], [other]);
    await says(ana, channel, "/board");
    await presses(ana, channel, (await last()).id, "Amend");
    expect(await last()).toMatchObject({ ephemeral: true, text: expect.stringContaining("expired") });
  });

  test("for a form that nobody remembers are answered", async () => {
    const { says, presses, submits, ana, channel, last, vendor } = await open([send]);
    await says(ana, channel, "/send");
    await submits(ana, { to: { account: ana }, sheet, reason: "no" });
    const stored = vendor.world.find((await last()).id);
    const lost = JSON.stringify(stored?.components).replace(/%~[\w-]+/, "%~lost");
    Object.assign(stored ?? {}, { components: JSON.parse(lost) });
    await presses(ana, channel, stored?.id ?? "", "Try again");
    expect((await last()).text).toContain("This form is no longer open");
  });
});

test("hostile values go through typed options as they are", async () => {
  const echo = command({
    ...shared,
    name: "echo",
    params: { words: optional(textParam({ label: words("Words", "内容"), max: 1_000 })) },
    run: async ({ values }) => view(() => ({ title: "Echo", blocks: [text(strong(values.words ?? ""))] })),
  });
  const { says, ana, channel, last } = await open([echo]);
  await says(ana, channel, `/echo ${hostile}`);
  const shown = hostile.replace(/[\u202E\u202C\u0007]/g, "");
  expect((await last()).text).toBe(`Echo\n${shown.normalize("NFC")}`);
});
