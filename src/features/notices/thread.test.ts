import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NotDelivered } from "../../chat/platform.ts";
import { say } from "../../kernel/locale.ts";
import { anId } from "../../testing/builders.ts";
import { mailbox } from "../../testing/mailbox.ts";
import { aNotice, greeting, type NoticeHouse, noticeHouse } from "../../testing/notice-house.ts";
import type { NoticeKind } from "./kind.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.empty();
  house.time.now = new Date("2026-03-09T09:00:00Z");
});

const minuteMs = 60_000;
const floor = { is: "channel", site: "leeds", name: "#floor" } as const;

const kindOf = (name: string, but: Partial<NoticeKind> = {}): NoticeKind => ({
  name,
  label: say({ en: name, "zh-CN": name }),
  isMandatory: true,
  recipients: async () => [{ to: floor }],
  prepare: async (all) =>
    all.map(({ period }) => ({ is: "view", told: {}, view: () => ({ title: `${name} ${period}`, blocks: [] }) })),
  ...but,
});
const card = kindOf("card");
/** Under the card of a request; its own period is the request and what happened to it. */
const news = kindOf("news", { under: ({ period }) => ({ kind: "card", period: period.split(" ")[0] ?? "" }) });

function floorHouse(kinds = [card, news]) {
  const mail = mailbox();
  return { mail, worker: house.worker(mail, kinds) };
}
const announcing = (kind: string, period: string) => aNotice({ kind, period, at: house.time.now });

describe("a delivery under an earlier one", () => {
  test("goes into the thread under its message, once that is sent", async () => {
    const { mail, worker } = floorHouse();
    await worker.announce(announcing("card", "7"));
    await worker.announce(announcing("card", "8"));
    await worker.sweep();
    await worker.announce(announcing("news", "8 claimed"));
    await worker.sweep();
    const [seven, eight] = mail.letters.map(({ text }) => text);
    expect([seven, eight].sort()).toEqual(["card 7", "card 8"]);
    const under = String(mail.letters.findIndex(({ text }) => text === "card 8"));
    expect(mail.letters.at(-1)).toMatchObject({ text: "news 8 claimed", place: "leeds/#floor", thread: under });
  });

  test("waits where the two are due at once, uncounted, and follows", async () => {
    const { mail, worker } = floorHouse();
    await worker.announce(announcing("news", "7 claimed"));
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text)).toEqual(["card 7"]);
    expect(await house.states()).toContain("news channel:leeds/#floor mail retrying no-thread-yet");
    const [waiting] = await worker.find({ kind: "news", limit: 1 });
    expect(waiting?.attempts).toBe(0);
    house.later(5_000);
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text)).toEqual(["card 7", "news 7 claimed"]);
  });

  test.each(["retrying", "waiting"] as const)("waits for a card that is %s for as long as it is", async (state) => {
    const data = { isThere: state === "retrying" };
    const { prepare } = card;
    const { mail, worker } = floorHouse([
      {
        ...card,
        prepare: async (all, now) =>
          data.isThere
            ? prepare(all, now)
            : all.map(() => ({ is: "wait", until: new Date(now.getTime() + minuteMs), why: "no data" })),
      },
      news,
    ]);
    if (data.isThere) {
      mail.faults.next = (call) =>
        call === "post" ? { before: new NotDelivered("not-sent", "ECONNREFUSED") } : undefined;
    }
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    await worker.announce(announcing("news", "7 claimed"));
    await worker.sweep();
    // At first both are tried, then the later one looks while the card rests.
    for (const ms of [30 * minuteMs, 5_000]) {
      house.later(ms);
      await worker.sweep();
      expect(await house.states()).toEqual([
        expect.stringContaining(`mail ${state}`),
        "news channel:leeds/#floor mail retrying no-thread-yet",
      ]);
    }
    data.isThere = true;
    mail.faults.next = () => undefined;
    house.later(15 * minuteMs);
    await worker.sweep();
    house.later(minuteMs);
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text.split("\n")[0])).toEqual(["card 7", "news 7 claimed"]);
  });

  test("after a standstill follows its card as ever", async () => {
    const { mail, worker } = floorHouse();
    await worker.announce(announcing("card", "7"));
    await worker.announce(announcing("news", "7 claimed"));
    house.later(30 * minuteMs);
    await worker.sweep();
    house.later(5_000);
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text.split("\n")[0])).toEqual(["card 7", "news 7 claimed"]);
  });

  test("is dead where its card is, and both are sent anew together", async () => {
    const { mail, worker } = floorHouse();
    mail.faults.next = (call) => (call === "post" ? { before: new NotDelivered("refused", "blocks") } : undefined);
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    await worker.announce(announcing("news", "7 claimed"));
    await worker.sweep();
    expect(await house.states()).toContain("news channel:leeds/#floor mail dead no-thread");
    mail.faults.next = () => undefined;
    house.later(60 * minuteMs);
    await worker.revive({ site: "leeds" }, house.time.now);
    await worker.sweep();
    house.later(5_000);
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text)).toEqual(["card 7", "news 7 claimed"]);
  });

  test("is skipped where there is no card after some minutes, and where its card is skipped", async () => {
    const { worker } = floorHouse([
      { ...card, prepare: async (all) => all.map(() => ({ is: "skip", why: "left" })) },
      news,
    ]);
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    await worker.announce(announcing("news", "7 claimed"));
    await worker.announce(announcing("news", "9 claimed"));
    house.later(5 * minuteMs);
    await worker.sweep();
    const found = async () => (await worker.find({ kind: "news", limit: 9 })).map((one) => [one.period, one.reason]);
    expect((await found()).sort()).toEqual([
      ["7 claimed", "no-thread"],
      ["9 claimed", "no-thread-yet"],
    ]);
    house.later(minuteMs);
    await worker.sweep();
    expect(await worker.flush(new Date(0))).toEqual({ skipped: 3 });
  });

  test("is skipped on a platform without threads, and in a direct conversation", async () => {
    const { mail } = floorHouse();
    const flat = { ...mail, platform: { ...mail.platform, hasThreads: false } };
    const alone = async () => [{ to: { is: "person", id: anId(1) } } as const];
    const kinds = [
      card,
      news,
      kindOf("note", { recipients: alone }),
      kindOf("more", { recipients: alone, under: ({ period }) => ({ kind: "note", period }) }),
    ];
    for (const worker of [house.worker(flat, kinds), house.worker(mail, kinds)]) {
      await house.empty();
      mail.letters.length = 0;
      for (const kind of ["card", "note"]) await worker.announce(announcing(kind, "7"));
      await worker.sweep();
      for (const kind of ["news", "more"]) await worker.announce(announcing(kind, "7"));
      await worker.sweep();
      expect(await house.states()).toContain("more person:1 mail skipped no-thread");
    }
    expect(mail.letters.map(({ thread }) => thread)).toEqual([undefined, undefined, expect.any(String)]);
  });

  test("is found in its thread after a broken-off attempt, and revised where it stands", async () => {
    const words = { says: "claimed by Ben" };
    const told = greeting(words).kind;
    const changing = {
      ...told,
      name: "news",
      recipients: card.recipients,
      under: () => ({ kind: "card", period: "7" }),
    };
    const { mail, worker } = floorHouse([card, changing]);
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    mail.faults.next = (call) => (call === "post" ? { after: new NotDelivered("unsure", "timeout") } : undefined);
    await worker.announce(announcing("news", "7"));
    await worker.sweep();
    mail.faults.next = () => undefined;
    words.says = "claimed by Cara";
    house.later(minuteMs);
    await worker.sweep();
    expect(mail.letters.slice(1)).toEqual([
      expect.objectContaining({ text: "claimed by Cara", thread: "0", revisions: 1 }),
    ]);
  });
});

describe("the ledger", () => {
  test("tells how deliveries stand, in the order asked for, and finds one by its message", async () => {
    const { worker } = floorHouse();
    for (const period of ["7", "8"]) await worker.announce(announcing("card", period));
    await worker.sweep();
    const slot = (period: string, platform = "mail") => ({ kind: "card", site: "leeds", period, to: floor, platform });
    const found = await house.book().at([slot("8"), slot("9"), slot("7"), slot("7", "pigeon")]);
    expect(found.map((one) => one && [one.period, one.state])).toEqual([
      ["8", "sent"],
      undefined,
      ["7", "sent"],
      undefined,
    ]);
    expect(await house.book().at([])).toEqual([]);
    const { message = "" } = found[0] ?? {};
    const [byMessage, ...others] = await worker.find({ kind: "card", site: "leeds", message, limit: 9 });
    expect(byMessage).toEqual(found[0]);
    expect(others).toEqual([]);
  });
});

test("what is urgent is not held by quiet hours, and what is not urgent is", async () => {
  const alone = { recipients: async () => [{ to: { is: "person", id: anId(1) } } as const] };
  const { mail, worker } = floorHouse([kindOf("call", { ...alone, isUrgent: true }), kindOf("digest", alone)]);
  await worker.saveSettings(anId(1), { quiet: { from: "20:00", to: "19:00" }, muted: [] });
  for (const kind of ["call", "digest"]) await worker.announce(announcing(kind, "7"));
  await worker.sweep();
  expect(mail.letters.map(({ text }) => text)).toEqual(["call 7"]);
  expect(await house.states()).toContain("digest person:1 mail planned quiet-hours");
});
