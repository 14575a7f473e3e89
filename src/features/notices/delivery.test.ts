import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { NotDelivered } from "../../chat/platform.ts";
import { anId } from "../../testing/builders.ts";
import { mailbox } from "../../testing/mailbox.ts";
import { aNotice, greeting, type NoticeHouse, noticeHouse } from "../../testing/notice-house.ts";

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
const hourMs = 60 * minuteMs;
const since = new Date(0);
const places = (mail: ReturnType<typeof mailbox>) => mail.letters.map(({ place }) => place).sort();
const everybody = [anId(1), anId(2), "leeds/#leeds"];

describe("a notice", () => {
  test("reaches each recipient once, however often it is announced and swept, by however many workers", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    const [one, two] = [house.worker(mail, [kind]), house.worker(mail, [kind])];
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([one.announce(aNotice()), two.announce(aNotice())]);
      await Promise.all([one.sweep(), two.sweep(), one.sweep()]);
    }
    expect(places(mail)).toEqual(everybody);
    expect(await one.flush(since)).toEqual({ sent: 3 });
  });

  test("to many is shared by two workers, and nobody has it twice", async () => {
    const [one, two] = [mailbox(), mailbox()];
    const { kind } = greeting();
    const names = Array.from({ length: 2_500 }, (_, index) => `room-${index}`);
    const rooms = {
      ...kind,
      recipients: async () => names.map((name) => ({ to: { is: "channel", site: "leeds", name } as const })),
    };
    const workers = [house.worker(one, [rooms]), house.worker(two, [rooms])];
    await workers[0]?.announce(aNotice());
    await Promise.all(workers.map((worker) => worker.sweep()));
    await Promise.all(workers.map((worker) => worker.sweep()));
    expect([...places(one), ...places(two)].sort()).toEqual(names.map((name) => `leeds/${name}`).sort());
    expect(Math.min(one.letters.length, two.letters.length)).toBeGreaterThan(0);
  });

  test("goes out on every platform that a recipient is on", async () => {
    const [mail, pigeon] = [mailbox("mail"), mailbox("pigeon")];
    const worker = house.worker([mail, pigeon], [greeting().kind]);
    await worker.announce(aNotice());
    await worker.sweep();
    expect([places(mail), places(pigeon)]).toEqual([everybody, everybody]);
  });

  test("of an unknown kind is dropped, and one that fails to say for whom it is holds up no other", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    const broken = { ...kind, name: "broken", recipients: () => Promise.reject(new Error("no idea")) };
    const worker = house.worker(mail, [broken, kind]);
    await worker.announce(aNotice({ kind: "unheard-of" }));
    await worker.announce(aNotice({ kind: "broken" }));
    await worker.announce(aNotice());
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
    const { rows } = await house.database.pool.query("SELECT body->>'kind' AS kind FROM outbox");
    expect(rows).toEqual([{ kind: "broken" }]);
  });

  test("whose kind cannot prepare it is tried again, and dead after its attempts", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    const worker = house.worker(mail, [{ ...kind, prepare: () => Promise.reject(new Error("no idea")) }]);
    await worker.announce(aNotice());
    await worker.sweep();
    expect(await worker.flush(since)).toEqual({ retrying: 3 });
    for (let attempt = 0; attempt < 14; attempt += 1) {
      house.later(15 * minuteMs);
      await worker.sweep();
    }
    expect(await worker.flush(since)).toEqual({ dead: 3 });
    expect(mail.letters).toEqual([]);
  });
});

describe("what a platform answers", () => {
  const fails = (why: ConstructorParameters<typeof NotDelivered>[0], code: string, afterMs = 0) =>
    new NotDelivered(why, code, { afterMs });

  async function onceWith(fault: { before?: Error; after?: Error }, call = "post") {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    let met = false;
    mail.faults.next = (at, place) => {
      if (met || at !== call || place !== anId(1)) return undefined;
      met = true;
      return fault;
    };
    await worker.announce(aNotice());
    await worker.sweep();
    return { mail, worker };
  }
  const stateOfAna = async () => (await house.states()).find((row) => row.startsWith(`greeting person:1`));

  test("429: it is sent after what the platform asked for, and nothing before it", async () => {
    const { mail, worker } = await onceWith({ before: fails("slow-down", "ratelimited", 30_000) });
    expect(await stateOfAna()).toBe("greeting person:1 mail retrying ratelimited");
    house.later(29_000);
    await worker.sweep();
    expect(places(mail)).not.toContain(anId(1));
    house.later(1_000);
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
  });

  test.each([
    ["refused connection", { before: fails("not-sent", "ECONNREFUSED") }],
    ["500 that took nothing", { before: fails("unsure", "http_500") }],
    ["500 that took the message", { after: fails("unsure", "http_500") }],
    ["timeout after accepting", { after: fails("unsure", "timeout") }],
    ["reset after accepting", { after: fails("unsure", "ECONNRESET") }],
    ["an error nobody knows, after accepting", { after: new Error("what?") }],
  ])("%s: one message in the end", async (_, fault) => {
    const { mail, worker } = await onceWith(fault);
    expect(await stateOfAna()).toMatch(/^greeting person:1 mail retrying /);
    house.later(minuteMs);
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
    expect(await worker.flush(since)).toEqual({ sent: 3 });
  });

  test("a platform that cannot be asked whether a message stands is asked again, and nothing is sent meanwhile", async () => {
    const { mail, worker } = await onceWith({ after: fails("unsure", "timeout") });
    for (const error of [
      fails("slow-down", "ratelimited"),
      fails("not-sent", "ECONNREFUSED"),
      fails("unsure", "http_500"),
    ]) {
      mail.faults.next = (call) => (call === "find" ? { before: error } : undefined);
      house.later(minuteMs);
      await worker.sweep();
      expect(await stateOfAna()).toBe(`greeting person:1 mail retrying ${error.code}`);
    }
    mail.faults.next = () => undefined;
    house.later(5 * minuteMs);
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
  });

  test("a platform out of reach all morning: sent when it is back within six hours, told of later after that", async () => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    mail.faults.next = (call) => (call === "post" ? { before: fails("not-sent", "ECONNREFUSED") } : undefined);
    await worker.announce(aNotice());
    await worker.announce(aNotice({ period: "2026-03-08", at: new Date("2026-03-09T04:00:00Z") }));
    for (let minutes = 0; minutes < 240; minutes += 10) {
      await worker.sweep();
      house.later(10 * minuteMs);
    }
    expect(await worker.flush(since)).toEqual({ retrying: 3, skipped: 3 });
    mail.faults.next = () => undefined;
    house.later(15 * minuteMs);
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
    expect(mail.letters.every(({ text }) => text.includes("missed: 2026-03-08") && text.includes("comes late"))).toBe(
      true,
    );
  });

  test("what may have arrived and was given up is looked for before it is sent again by hand", async () => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    mail.faults.next = (call) => {
      if (call === "post") return { after: fails("unsure", "timeout") };
      return call === "find" ? { before: fails("unsure", "http_500") } : undefined;
    };
    await worker.announce(aNotice());
    for (let hour = 0; hour < 30; hour += 1) {
      await worker.sweep();
      house.later(15 * minuteMs);
    }
    expect(await worker.flush(since)).toEqual({ dead: 3 });
    mail.faults.next = () => undefined;
    expect(await worker.revive({ site: "leeds" }, house.time.now)).toBe(3);
    await worker.sweep();
    expect(await worker.flush(since)).toEqual({ sent: 3 });
    expect(places(mail)).toEqual(everybody);
  });

  test("what stands after a timeout is made to say what is true when it is found", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [kind]);
    mail.faults.next = (call, place) =>
      call === "post" && place === anId(1) ? { after: fails("unsure", "timeout") } : undefined;
    await worker.announce(aNotice());
    await worker.sweep();
    word.says = "Good noon";
    mail.faults.next = () => undefined;
    house.later(minuteMs);
    await worker.sweep();
    expect(mail.letters.filter(({ place }) => place === anId(1)).map(({ text }) => text)).toEqual(["Good noon"]);
  });

  test.each(["channel_not_found", "account_inactive"])("%s: dead at once, its owner told once", async (code) => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    mail.faults.next = (call, place) =>
      call === "post" && place === anId(1) ? { before: fails("unreachable", code) } : undefined;
    for (const period of ["2026-03-09", "2026-03-10"]) {
      await worker.announce(aNotice({ period }));
      await worker.sweep();
      await worker.sweep();
    }
    const toLead = mail.letters.filter(({ place }) => place === anId(3));
    expect(toLead.map(({ text }) => text.split("\n")[0])).toEqual(["Ana Diaz cannot be reached"]);
    expect(toLead[0]?.text).toContain(code);
    expect((await house.states()).filter((row) => row.includes(" dead "))).toEqual([
      `greeting person:1 mail dead ${code}`,
      `greeting person:1 mail dead ${code}`,
    ]);
  });

  test("a person who is reached again and lost again is told of again", async () => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    for (const [period, isLost] of [
      ["2026-03-09", true],
      ["2026-03-10", false],
      ["2026-03-11", true],
    ] as const) {
      mail.faults.next = (call, place) =>
        isLost && call === "post" && place === anId(1) ? { before: fails("unreachable", "blocked") } : undefined;
      house.later(1_000);
      await worker.announce(aNotice({ period }));
      await worker.sweep();
      await worker.sweep();
    }
    expect(mail.letters.filter(({ place }) => place === anId(3))).toHaveLength(2);
  });

  test("a channel that nobody knows: dead, and the admins are told", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    const to = { is: "channel", site: "leeds", name: "no-such" } as const;
    const worker = house.worker(mail, [{ ...kind, recipients: async () => [{ to }] }]);
    await worker.announce(aNotice());
    await worker.sweep();
    await worker.sweep();
    expect(await house.states()).toEqual([
      "greeting channel:leeds/no-such mail dead no-such-channel",
      "undeliverable person:4 mail sent",
    ]);
  });

  test("a refused message is dead without anybody being told: it is not theirs to mend", async () => {
    const { worker } = await onceWith({ before: fails("refused", "invalid_blocks") });
    expect(await stateOfAna()).toBe("greeting person:1 mail dead invalid_blocks");
    expect(await worker.flush(since)).toEqual({ dead: 1, sent: 2 });
  });

  test("a dead delivery can be put back, and is not late then", async () => {
    const { mail, worker } = await onceWith({ before: fails("refused", "invalid_blocks") });
    house.later(24 * hourMs);
    expect(await worker.revive({ site: "leeds" }, house.time.now)).toBe(1);
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
  });
});

describe("one that fails", () => {
  test("while it is shown, or prepared among many, takes no other with it", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    const isBen = ({ to }: { to: { is: string; id?: string } }) => to.id === anId(2);
    const worker = house.worker(mail, [
      {
        ...kind,
        prepare: async (all, now) => {
          if (all.some(isBen)) throw new Error("not Ben");
          const made = await kind.prepare(all, now);
          const unspeakable = {
            is: "view",
            told: {},
            view: () => {
              throw new Error("no words");
            },
          } as const;
          return made.map((one, index) => (all[index]?.to.is === "channel" ? unspeakable : one));
        },
      },
    ]);
    await worker.announce(aNotice());
    await worker.sweep();
    expect(places(mail)).toEqual([anId(1)]);
    expect((await house.states()).filter((row) => row.includes("retrying"))).toHaveLength(2);
  });

  test("a ledger that stumbles costs nobody an attempt", async () => {
    const mail = mailbox();
    const ledger = house.book();
    let stumbles = true;
    const late: typeof ledger.late = (...args) => (stumbles ? Promise.reject(new Error("oops")) : ledger.late(...args));
    const worker = house.worker(mail, [greeting().kind], { ledger: { ...ledger, late } });
    await worker.announce(aNotice());
    for (let round = 0; round < 20; round += 1) {
      await worker.sweep();
      house.later(minuteMs);
    }
    expect(await worker.flush(since)).toEqual({ retrying: 3 });
    stumbles = false;
    house.later(15 * minuteMs);
    await worker.sweep();
    expect(places(mail)).toEqual(everybody);
  });
});

describe("a pace", () => {
  test("that many workers share leaves each its turns: they end together at the platform's rate", async () => {
    const slow = { perSecond: 100, perPlaceMs: 0 };
    const mails = Array.from({ length: 8 }, () => mailbox("mail", slow));
    const { kind } = greeting();
    const names = Array.from({ length: 300 }, (_, index) => `room-${index}`);
    const rooms = {
      ...kind,
      recipients: async () => names.map((name) => ({ to: { is: "channel", site: "leeds", name } as const })),
    };
    const start = Date.now();
    const clock = () => new Date(house.time.now.getTime() + (Date.now() - start));
    const workers = mails.map((mail) => house.worker(mail, [rooms], { clock, leaseMs: 2_000 }));
    await workers[0]?.announce(aNotice());
    const isDone = async () => (await house.book().counts(since)).get("sent") === 300;
    await vi.waitUntil(
      async () => {
        await Promise.all(workers.map((worker) => worker.sweep()));
        return isDone();
      },
      { timeout: 18_000, interval: 20 },
    );
    expect(mails.flatMap(places).sort()).toEqual(names.map((name) => `leeds/${name}`).sort());
  });

  test("gives way to a stop at once, and what was waiting for its turn is nobody's", async () => {
    const mail = mailbox("mail", { perSecond: 1, perPlaceMs: 0 });
    const worker = house.worker(mail, [greeting().kind], { clock: () => new Date() });
    const now = new Date();
    await worker.announce(aNotice({ at: now }));
    const sweeping = worker.sweep();
    await vi.waitUntil(() => mail.letters.length > 0, { timeout: 5_000, interval: 10 });
    await worker.stop();
    await sweeping;
    expect(mail.letters.length).toBeLessThan(3);
    const { rows } = await house.database.pool.query("SELECT FROM delivery WHERE claim IS NOT NULL");
    expect(rows).toEqual([]);
    const other = house.worker(mail, [greeting().kind], { clock: () => new Date(Date.now() + 60_000) });
    await other.sweep();
    expect(places(mail)).toEqual(everybody);
  });
});

describe("time", () => {
  test.each([
    [0, "Good morning"],
    [15, "Good morning"],
    [16, "comes late"],
    [359, "comes late"],
  ])("%d minutes after its moment", async (minutes, says) => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    await worker.announce(aNotice());
    house.later(minutes * minuteMs);
    await worker.sweep();
    expect(mail.letters[0]?.text).toContain(says);
    expect(mail.letters[0]?.text.includes("comes late")).toBe(minutes > 15);
  });

  test("more than six hours late is not sent, and the next message speaks of it once", async () => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    await worker.announce(aNotice());
    house.later(6 * hourMs + 1);
    await worker.sweep();
    expect(await worker.flush(since)).toEqual({ skipped: 3 });
    house.time.now = new Date("2026-03-10T09:00:00Z");
    for (const period of ["2026-03-10", "2026-03-11"]) {
      await worker.announce(aNotice({ period, at: house.time.now }));
      await worker.sweep();
    }
    expect(mail.letters.filter(({ place }) => place === anId(1)).map(({ text }) => text)).toEqual([
      "Good morning\nmissed: 2026-03-09",
      "Good morning",
    ]);
  });

  test("asked for by hand it is due now, however old the day it speaks of", async () => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    await worker.announce(
      aNotice({ period: "2025-03-09", at: new Date("2025-03-09T09:00:00Z"), dueAt: house.time.now }),
    );
    await worker.sweep();
    expect(mail.letters[0]?.text).toBe("Good morning");
  });

  test("quiet hours put it off to their end, which is then its hour", async () => {
    const mail = mailbox();
    const worker = house.worker(mail, [greeting().kind]);
    await worker.saveSettings(anId(1), { quiet: { from: "20:00", to: "19:00" }, muted: [] });
    await worker.announce(aNotice());
    await worker.sweep();
    expect(places(mail)).toEqual([anId(2), "leeds/#leeds"]);
    house.time.now = new Date("2026-03-09T19:00:00Z");
    await worker.sweep();
    expect(mail.letters.find(({ place }) => place === anId(1))?.text).toBe("Good morning");
  });

  test("what is muted is skipped, what is mandatory cannot be", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    const worker = house.worker(mail, [kind, { ...kind, name: "duty", isMandatory: true }]);
    await worker.saveSettings(anId(1), { muted: ["greeting", "duty"] });
    await worker.announce(aNotice());
    await worker.announce(aNotice({ kind: "duty" }));
    await worker.sweep();
    expect((await house.states()).filter((row) => row.includes("person:1"))).toEqual([
      "duty person:1 mail sent",
      "greeting person:1 mail skipped muted",
    ]);
  });

  test("what waits for data is looked at when the data comes, else at the end of its wait", async () => {
    const mail = mailbox();
    const { kind } = greeting();
    let isThere = false;
    const until = new Date("2026-03-09T10:00:00Z");
    const worker = house.worker(mail, [
      {
        ...kind,
        prepare: async (all, now) =>
          isThere || now >= until ? kind.prepare(all, now) : all.map(() => ({ is: "wait", until, why: "data" })),
        touchedBy: async (changes) => changes.map(({ site }) => ({ kind: "greeting", site })),
      },
    ]);
    await worker.announce(aNotice());
    await worker.sweep();
    expect(await worker.flush(since)).toEqual({ waiting: 3 });
    isThere = true;
    house.later(20 * minuteMs);
    await house.database.pool.query(`INSERT INTO outbox ("is", body, at) VALUES ('change', $1, now())`, [
      JSON.stringify({ is: "data-came", site: "leeds" }),
    ]);
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text)).toEqual(["Good morning", "Good morning", "Good morning"]);
  });
});

describe("a correction", () => {
  const touched = (body: object) =>
    house.database.pool.query(`INSERT INTO outbox ("is", body, at) VALUES ('touched', $1, now())`, [
      JSON.stringify({ kind: "greeting", site: "leeds", ...body }),
    ]);

  test("outlives an outage of hours", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [kind]);
    await worker.announce(aNotice());
    await worker.sweep();
    word.says = "Good noon";
    mail.faults.next = (call) =>
      call === "revise" ? { before: new NotDelivered("not-sent", "ECONNREFUSED") } : undefined;
    await touched({});
    for (let round = 0; round < 20; round += 1) {
      await worker.sweep();
      house.later(15 * minuteMs);
    }
    mail.faults.next = () => undefined;
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text)).toEqual(["Good noon", "Good noon", "Good noon"]);
  });

  test("that names nobody, or only what is unfinished, reaches what it should", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [
      {
        ...kind,
        prepare: async (all, now) =>
          (await kind.prepare(all, now)).map((one, index) =>
            one.is === "view" ? { ...one, isProvisional: all[index]?.to.is === "channel" } : one,
          ),
      },
    ]);
    await worker.announce(aNotice());
    await worker.sweep();
    const revisions = () => mail.letters.map(({ place, revisions: count }) => `${place} ${count}`).sort();
    word.says = "Good noon";
    await touched({ isProvisional: true });
    await worker.sweep();
    expect(revisions()).toEqual([`${anId(1)} 0`, `${anId(2)} 0`, "leeds/#leeds 1"]);
    await touched({ period: "2026-03-10" });
    await worker.sweep();
    expect(revisions()).toEqual([`${anId(1)} 0`, `${anId(2)} 0`, "leeds/#leeds 1"]);
    await touched({ period: "2026-03-09" });
    await worker.sweep();
    expect(revisions()).toEqual([`${anId(1)} 1`, `${anId(2)} 1`, "leeds/#leeds 1"]);
  });

  test("revises the message where it stands and posts none", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [kind]);
    await worker.announce(aNotice());
    await worker.sweep();
    word.says = "Good noon";
    await touched({ to: { is: "person", id: anId(1) } });
    await worker.sweep();
    expect(mail.letters.map(({ place, text, revisions }) => [place, text, revisions]).sort()).toEqual([
      [anId(1), "Good noon", 1],
      [anId(2), "Good morning", 0],
      ["leeds/#leeds", "Good morning", 0],
    ]);
    await touched({});
    await worker.sweep();
    await touched({});
    await worker.sweep();
    expect(mail.letters.map(({ revisions }) => revisions)).toEqual([1, 1, 1]);
  });

  test("of a message to an account that is not theirs any more is not made, and the next goes to the new one", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [kind]);
    await worker.announce(aNotice());
    await worker.sweep();
    await house.database.pool.query(
      "INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at) VALUES ('mail', 'w', 'new', $1, 'code', now())",
      [anId(1)],
    );
    word.says = "Good noon";
    await touched({});
    await worker.sweep();
    await worker.announce(aNotice({ period: "2026-03-10" }));
    await worker.sweep();
    const to = (place: string) => mail.letters.filter((letter) => letter.place === place).map(({ text }) => text);
    expect([to(anId(1)), to("new"), to(anId(2))]).toEqual([
      ["Good morning"],
      ["Good noon"],
      ["Good noon", "Good noon"],
    ]);
    await house.database.pool.query("DELETE FROM account");
  });

  test("that comes while the message is being sent is not lost", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [kind]);
    const ledger = house.book();
    const { post } = mail.platform;
    const slow = {
      ...mail,
      platform: {
        ...mail.platform,
        post: async (...args: Parameters<typeof post>) => {
          const receipt = await post(...args);
          word.says = "Good noon";
          await ledger.touch([], [{ kind: "greeting", site: "leeds" }], house.time.now);
          return receipt;
        },
      },
    };
    await house.worker(slow, [kind]).announce(aNotice());
    await house.worker(slow, [kind]).sweep();
    await worker.sweep();
    expect(mail.letters.map(({ text }) => text)).toEqual(["Good noon", "Good noon", "Good noon"]);
  });

  test("of a message that somebody took away changes nothing and is not tried for ever", async () => {
    const mail = mailbox();
    const { kind, word } = greeting();
    const worker = house.worker(mail, [kind]);
    await worker.announce(aNotice());
    await worker.sweep();
    word.says = "Good noon";
    mail.faults.next = (call) =>
      call === "revise" ? { before: new NotDelivered("refused", "message_not_found") } : undefined;
    await touched({});
    await worker.sweep();
    expect((await house.states()).every((row) => row.endsWith("sent message_not_found"))).toBe(true);
    const { rows } = await house.database.pool.query("SELECT FROM delivery WHERE next_at IS NOT NULL");
    expect(rows).toEqual([]);
  });
});
