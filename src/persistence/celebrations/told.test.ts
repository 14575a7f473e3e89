import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { celebrations, celebrationsConfig } from "../../features/celebrations/index.ts";
import { day, instantAt } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { mailbox } from "../../testing/mailbox.ts";
import { type NoticeHouse, noticeHouse } from "../../testing/notice-house.ts";
import { celebrationStore } from "./store.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.empty();
  await house.database.pool.query(`
    TRUNCATE greeting_card CASCADE; TRUNCATE birthday_party;
    UPDATE person SET birthday_month = NULL, birthday_day = NULL, birthday_privacy = NULL, leap_day = NULL`);
  house.time.now = new Date("2026-03-12T09:00:00Z");
});

/** Celebrations on the real ledger, with everything that was sent. */
function opened() {
  const door = celebrations({
    store: celebrationStore(house.database),
    roster: house.roster,
    rules: async () => celebrationsConfig.parse({}),
    audit: { record: async () => {} },
    newId: randomUUID,
  });
  const mail = mailbox();
  const workers = [house.worker(mail, door.kinds), house.worker(mail, door.kinds)];
  const who = (id: number) => ({
    person: anId(id),
    name: "",
    roles: ["agent" as const],
    site: "leeds",
    siteLocale: "en" as const,
    locale: "en" as const,
    zone: "Europe/London",
  });
  return {
    door,
    mail,
    who,
    sweeps: () => Promise.all(workers.map((worker) => worker.sweep())),
    /** The jobs of nine o'clock announce what they announce, run by two at once. */
    async nine(on: string) {
      const at = instantAt(day(on), "09:00", "Europe/London");
      if (!at.ok) throw new Error(`no nine o'clock on ${on}`);
      house.time.now = at.value;
      for (const kind of ["birthdays", "birthday-card", "birthdays", "birthday-card"]) {
        await workers[0]?.announce({ kind, site: "leeds", period: on, at: at.value, body: {} });
      }
      await Promise.all(workers.map((worker) => worker.sweep()));
    },
    at: (place: string) => mail.letters.filter((letter) => letter.place === place).map(({ text }) => text),
  };
}
const channel = "leeds/#leeds";

test("a day without a birthday posts nothing, and who comes late on it is greeted once", async () => {
  const { door, who, sweeps, nine, at, mail } = opened();
  await nine("2026-03-12");
  expect(mail.letters).toEqual([]);
  house.time.now = new Date("2026-03-12T14:00:00Z");
  await door.setBirthday(who(1), { month: 3, day: 12 }, house.time.now);
  await door.setBirthday(who(1), { month: 3, day: 12 }, house.time.now);
  await sweeps();
  await sweeps();
  expect(at(channel)).toHaveLength(1);
  expect(at(channel)[0]).toContain("Ana Diaz");
  expect(at(anId(1))[0]).toContain("Happy birthday, Ana Diaz!");
  await door.setBirthday(who(2), { month: 3, day: 12 }, house.time.now);
  await sweeps();
  expect(at(channel)).toHaveLength(1);
  expect(at(channel)[0]).toMatch(/Ana Diaz[\s\S]*Ben Okri/);
});

test("who takes part no more is taken out of what stands, and may come back, in the same message", async () => {
  const { door, who, sweeps, nine, at } = opened();
  house.time.now = new Date("2026-03-12T07:00:00Z");
  await door.setBirthday(who(1), { month: 3, day: 12 }, house.time.now);
  await nine("2026-03-12");
  expect(at(channel)[0]).toContain("Ana Diaz");
  await door.setPrivacy(who(1), "none", house.time.now);
  await sweeps();
  expect(at(channel)).toEqual(["Birthdays\nThere is nothing to celebrate here any more."]);
  await door.setPrivacy(who(1), "public", house.time.now);
  await sweeps();
  expect(at(channel)).toHaveLength(1);
  expect(at(channel)[0]).toContain("Ana Diaz");
});

test("a post that waits for somebody goes out when they are back, and is skipped when the day is over", async () => {
  const { door, who, sweeps, at } = opened();
  house.time.now = new Date("2026-03-12T08:00:00Z");
  for (const id of [1, 2]) await door.setBirthday(who(id), { month: 3, day: 12 }, house.time.now);
  await sweeps();
  await door.setPrivacy(who(1), "none", house.time.now);
  await door.setPrivacy(who(2), "none", house.time.now);
  house.time.now = new Date("2026-03-12T09:00:00Z");
  await sweeps();
  expect(at(channel)).toEqual([]);
  expect((await house.states()).filter((row) => row.includes("channel"))).toEqual([
    "birthdays channel:leeds/#leeds mail waiting nobody-yet",
  ]);
  house.time.now = new Date("2026-03-12T16:00:00Z");
  await door.setPrivacy(who(1), "public", house.time.now);
  await sweeps();
  expect(at(channel)).toHaveLength(1);
  expect(at(channel)[0]).not.toContain("comes late");
  house.time.now = new Date("2026-03-13T00:00:00Z");
  await sweeps();
  expect((await house.states()).filter((row) => row.includes("waiting"))).toEqual([]);
});

test("a card is asked for once, kept up with who signs, and handed over with what they wrote", async () => {
  const { door, who, sweeps, nine, at } = opened();
  await door.setBirthday(who(1), { month: 3, day: 12 }, new Date("2026-03-01T09:00:00Z"));
  house.time.now = new Date("2026-03-09T09:30:00Z");
  const asked = { site: "leeds", day: day("2026-03-09"), at: house.time.now, due: house.time.now };
  await Promise.all([door.askToSign(asked), door.askToSign(asked)]);
  await sweeps();
  await door.askToSign({ ...asked, day: day("2026-03-10") });
  await sweeps();
  expect([at(anId(1)), at(anId(2)).length, at(anId(3)).length, at(anId(4)).length]).toEqual([[], 1, 1, 0]);
  expect(at(anId(3))[0]).toContain("You are asked for the words that it begins with.");
  const [card] = await celebrationStore(house.database).cards("leeds", day("2026-03-12"), day("2026-03-12"));
  await door.sign(who(2), card?.id ?? "", "All the best", house.time.now);
  await sweeps();
  expect(at(anId(2))[0]).toContain("You wrote: “All the best”");
  await nine("2026-03-12");
  expect(at(anId(1))).toHaveLength(1);
  expect(at(anId(1))[0]).toContain("Ben Okri: All the best");
  await door.open(who(3), card?.id ?? "", "Dear Ana", house.time.now);
  await sweeps();
  expect(at(anId(1))).toHaveLength(1);
  expect(at(anId(1))[0]).toContain("“Dear Ana” — Cara Lind");
});
