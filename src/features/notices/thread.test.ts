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
const isCard = (place: string) => place === "leeds/#floor";

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

  test("waits for a card that does not get through for some minutes and no longer", async () => {
    const { mail, worker } = floorHouse();
    mail.faults.next = (call, place) =>
      call === "post" && isCard(place) ? { before: new NotDelivered("not-sent", "ECONNREFUSED") } : undefined;
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    await worker.announce(announcing("news", "7 claimed"));
    await worker.sweep();
    house.later(5 * minuteMs - 1);
    await worker.sweep();
    expect(await house.states()).toContain("news channel:leeds/#floor mail retrying no-thread-yet");
    house.later(minuteMs);
    await worker.sweep();
    expect(await house.states()).toContain("news channel:leeds/#floor mail skipped no-thread");
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

  test("is skipped where its card is dead, and where there is none after some minutes", async () => {
    const { mail, worker } = floorHouse();
    mail.faults.next = (call) => (call === "post" ? { before: new NotDelivered("refused", "blocks") } : undefined);
    await worker.announce(announcing("card", "7"));
    await worker.sweep();
    await worker.announce(announcing("news", "7 claimed"));
    await worker.announce(announcing("news", "9 claimed"));
    await worker.sweep();
    const reasons = async () =>
      (await worker.find({ kind: "news", limit: 9 })).map(({ period, reason }) => [period, reason]);
    expect(new Map((await reasons()) as [string, string][])).toEqual(
      new Map([
        ["7 claimed", "no-thread"],
        ["9 claimed", "no-thread-yet"],
      ]),
    );
    house.later(6 * minuteMs);
    await worker.sweep();
    expect(await worker.flush(new Date(0))).toEqual({ dead: 1, skipped: 2 });
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
