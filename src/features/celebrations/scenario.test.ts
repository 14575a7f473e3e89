import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson } from "../../testing/builders.ts";
import { type CelebrationHouse, celebrationHouse } from "../../testing/celebration-house.ts";
import { testRouter } from "../../testing/conversation.ts";
import { aDelivery } from "../../testing/deliveries.ts";
import { organise, planParty, signCard, stepBack } from "./addresses.ts";

const house = (locale: Locale = "en", but: CelebrationHouse = {}) => celebrationHouse(locale, but);
type House = ReturnType<typeof house>;
const born = (person: number, month: number, on: number) => ({ person: anId(person), month, day: on });
const anaOnThursday = { birthdays: [born(1, 3, 12)] };

/** What somebody is answered who presses a button that was never shown to them. */
async function forges(made: House, user: string, action: string, values: Readonly<Record<string, string>>) {
  const talk = testRouter(registry(made.commands, made.actions), { people: made.people, clock: made.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const key = `forged ${user} ${action} ${made.platform.turn()}`;
  const reply = await talk.answer({ is: "submit", key, by, place, form: action, values });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

const cardOf = async (made: House, on: string) => (await made.store.cards("leeds", day(on), day(on)))[0];

describe("/birthday", () => {
  test("set keeps the day and the month, says who hears of it, and never shows a year", async () => {
    const made = house();
    const ana = made.on("ANA");
    await ana.says("/birthday set 14 March");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your birthday
      Noted.
      Birthday: 14 Mar
      Who hears of it: Everybody at Leeds, in its channel (what is usual here)
      Next greeting: Fri 13 Mar
      [Tell my team only] [Tell nobody] [Forget my birthday]
      Only the day and the month are kept, never a year."
    `);
    await ana.presses("Tell my team only");
    expect(ana.sees()).toContain("Who hears of it: North alone, by direct message");
    await made.on("SAM").says("/birthday set 1 May");
    await made.on("SAM").says("/birthday privacy team");
    expect(made.on("SAM").sees()).toContain("you are in none now");
  });

  test("set asks for the day where none is given, and refuses what is none", async () => {
    const made = house();
    const ana = made.on("ANA");
    await ana.says("/birthday set");
    expect(ana.sees()).toContain("Day and month");
    await ana.fills({ day: "31 April" });
    expect(ana.sees()).toContain("There is no such day as “31 April”.");
    await ana.fills({ day: "17 March 1990" });
    expect(ana.sees()).toContain("the year is not kept");
    await ana.fills({ day: "17/3" });
    expect(ana.sees()).toContain("Birthday: 17 Mar");
    await ana.says("/birthday set 30 February");
    expect(ana.sees()).toContain("There is no such day");
  });

  test("set of 29 February asks for the day in other years", async () => {
    const made = house("zh-CN");
    const ana = made.on("ANA");
    await ana.says("/birthday set 2月29日");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的生日
      已保存。
      生日: 2月29日
      平年: 2月28日
      谁能知道: Leeds的所有人（发在中心频道）（本中心默认）
      下次祝福: 2月26日（周五）
      多数年份没有 2 月 29 日，平年想在哪天过生日？
      [平年在2月28日过] [平年在3月1日过] [仅告诉本班组] [不公开] [清除生日]
      只保存月和日，从不保存年份。"
    `);
    await ana.presses("平年在3月1日过");
    expect(ana.sees()).toContain("平年: 3月1日");
    expect(await made.store.ownBirthday(anId(1))).toMatchObject({ leapDay: "03-01" });
  });

  test("clear forgets it, a roster that brings it back tells nobody, and undo puts all of it back", async () => {
    const made = house("en", { birthdays: [{ ...born(1, 2, 29), leapDay: "03-01" }] });
    const ana = made.on("ANA");
    await ana.says("/birthday privacy team");
    await ana.says("/birthday clear");
    expect(ana.sees()).toContain("Your birthday is forgotten.");
    expect(await made.store.ownBirthday(anId(1))).toEqual({ privacy: "none" });
    await ana.presses("Undo");
    expect(ana.sees()).toContain("It is back as it was.");
    expect(await made.store.ownBirthday(anId(1))).toEqual({
      birthday: { month: 2, day: 29 },
      leapDay: "03-01",
      privacy: "team",
    });
    await ana.says("/birthday clear");
    await ana.says("/birthday clear");
    expect(ana.sees()).toContain("There was no birthday to forget.");
    expect(ana.sees()).toContain("/birthday set");
  });

  test("privacy asks who, and takes either language", async () => {
    const made = house();
    const ana = made.on("ANA");
    await ana.says("/birthday privacy");
    await ana.fills({ who: "none" });
    expect(ana.sees()).toContain("Nobody: no post, no card, and no work anniversary either");
    await ana.says("/birthday privacy 所有人");
    expect(ana.sees()).toContain("Everybody at Leeds");
  });
});

describe("the post of a day", () => {
  test("is one for all of that day, each where they may be told of", async () => {
    const made = house("en", {
      birthdays: [born(1, 3, 12), born(2, 3, 12), born(3, 3, 12), born(5, 3, 12), born(6, 3, 12)],
    });
    await made.on("BO").says("/birthday privacy team");
    await made.on("LEE").says("/birthday privacy none");
    await made.on("ELI").says("/birthday privacy team");
    await made.comes("birthdays", "2026-03-12");
    const stands = made.stands("birthdays");
    expect(Object.keys(stands).sort()).toEqual(["#leeds-party", "Ana Diaz", "Dee Fox", "Lee Wong"]);
    expect(stands["#leeds-party"]).toMatchInlineSnapshot(`
      "🎂 Happy birthday!
      Many happy returns to
      • Ana Diaz
      • Dee Fox
      [Sign Ana Diaz's card] [Sign Dee Fox's card]"
    `);
    expect(stands["Ana Diaz"]).toContain("Bo Lund");
    expect(stands["Ana Diaz"]).not.toContain("• Ana");
    expect(stands["Dee Fox"]).toContain("Eli Kay");
    expect(stands["Dee Fox"]).not.toContain("Dee");
    await made.comes("birthdays", "2026-03-12");
    expect(made.stands("birthdays")).toEqual(stands);
  });

  test("of a birthday that is the team's alone is a message to each teammate who is still here", async () => {
    const one = (id: number, leftOn: string) =>
      aPerson({
        id: anId(id),
        employeeNo: `10${id}`,
        name: `Gus ${id}`,
        accounts: [anAccount(`GUS${id}`)],
        leftOn: day(leftOn),
      });
    const made = house("en", { ...anaOnThursday, people: [one(21, "2026-03-11"), one(22, "2026-03-12")] });
    await made.on("ANA").says("/birthday privacy team");
    await made.comes("birthday-cards", "2026-03-11", "09:30");
    await made.comes("birthdays", "2026-03-12");
    expect(Object.keys(made.stands("birthdays")).sort()).toEqual(["Bo Lund", "Gus 22", "Lee Wong"]);
    expect(Object.keys(made.stands("birthday-signing")).sort()).toEqual(["Bo Lund", "Gus 21", "Gus 22", "Lee Wong"]);
  });

  test("of Friday greets those of the weekend, and says the true day", async () => {
    const made = house("zh-CN", { birthdays: [born(1, 3, 13), born(2, 3, 14)] });
    await made.comes("birthdays", "2026-03-13");
    expect(made.stands("birthdays")["#leeds-party"]).toMatchInlineSnapshot(`
      "🎂 生日快乐！
      今天送上生日祝福：
      • Ana Diaz
      • Bo Lund，生日是3月14日（周六）
      [给Ana Diaz的贺卡签名] [给Bo Lund的贺卡签名]"
    `);
    await made.comes("birthdays", "2026-03-14");
    expect(made.stands("birthdays", "2026-03-14")).toEqual({});
  });

  test("is not there where there is nobody", async () => {
    const made = house("en", { birthdays: [born(1, 3, 13)] });
    await made.comes("birthdays", "2026-03-12");
    expect(made.stands("birthdays")).toEqual({});
  });

  test("greets who comes late on the very day: in what stands, or in a first post", async () => {
    const made = house("en", anaOnThursday);
    await made.comes("birthdays", "2026-03-12");
    made.clock.to("2026-03-12T14:00:00Z");
    await made.on("BO").says("/birthday set 12 March");
    await made.delivers();
    expect(made.stands("birthdays")["#leeds-party"]).toMatch(/Ana Diaz[\s\S]*Bo Lund/);
    expect(made.stands("birthday-card")["Bo Lund"]).toContain("Happy birthday, Bo Lund!");
    const empty = house();
    await empty.comes("birthdays", "2026-03-12");
    empty.clock.to("2026-03-12T14:00:00Z");
    await empty.on("BO").says("/birthday set 12 March");
    await empty.on("BO").says("/birthday set 12 March");
    await empty.delivers();
    expect(Object.keys(empty.stands("birthdays"))).toEqual(["#leeds-party"]);
  });

  test("waits for its hour when somebody is early on the very day", async () => {
    const made = house();
    made.clock.to("2026-03-12T06:00:00Z");
    await made.on("BO").says("/birthday set 12 March");
    await made.delivers();
    expect(made.stands("birthdays")).toEqual({});
    await made.comes("birthdays", "2026-03-12");
    expect(made.stands("birthdays")["#leeds-party"]).toContain("Bo Lund");
  });

  test("greets on the day off itself whoever was not known on the workday before, and nobody twice", async () => {
    const made = house("en", { birthdays: [born(1, 3, 14)] });
    await made.comes("birthdays", "2026-03-13");
    made.clock.to("2026-03-14T12:00:00Z");
    await made.on("BO").says("/birthday set 14 March");
    await made.on("ANA").says("/birthday clear");
    await made.on("ANA").presses("Undo");
    await made.delivers();
    expect(made.stands("birthdays", "2026-03-14")["#leeds-party"]).toContain("Bo Lund");
    expect(made.stands("birthdays", "2026-03-14")["#leeds-party"]).not.toContain("Ana");
    expect(made.stands("birthdays", "2026-03-13")["#leeds-party"]).toContain("Ana Diaz");
  });

  test("forgets who wants to be told of no more, even after the day, and adds nobody to a day that is over", async () => {
    const made = house("en", { birthdays: [born(1, 3, 12), born(2, 3, 12)] });
    await made.comes("birthdays", "2026-03-12");
    made.clock.to("2026-03-12T15:00:00Z");
    await made.on("ANA").says("/birthday privacy team");
    await made.delivers();
    expect(made.stands("birthdays")["#leeds-party"]).not.toContain("Ana");
    expect(made.stands("birthdays")["Bo Lund"]).toContain("Ana Diaz");
    made.clock.to("2026-03-16T10:00:00Z");
    await made.on("BO").says("/birthday clear");
    await made.on("LEE").says("/birthday set 12 March");
    await made.delivers();
    expect(made.stands("birthdays")["#leeds-party"]).toBe("Birthdays\nThere is nothing to celebrate here any more.");
  });

  test("greets on the day off itself who wanted nobody to hear on the workday before, as they were told", async () => {
    const onSaturday = { birthdays: [born(1, 3, 14)] };
    const says = async (made: House, at: string, privacy: string) => {
      made.clock.to(at);
      await made.on("ANA").says(`/birthday privacy ${privacy}`);
      await made.delivers();
      return made.on("ANA").sees();
    };
    for (const early of ["2026-03-12T10:00:00Z", "2026-03-13T08:59:00Z"]) {
      const made = house("en", onSaturday);
      await made.comes("birthday-cards", "2026-03-11", "09:30");
      const bo = made.on("BO");
      await bo.presses("Sign the card");
      await bo.fills({ words: "All the best" });
      await says(made, early, "none");
      await made.comes("birthdays", "2026-03-13");
      expect(made.stands("birthdays")).toEqual({});
      expect(await says(made, "2026-03-14T10:00:00Z", "public")).toContain("Next greeting: Sat 14 Mar");
      expect(made.stands("birthdays")["#leeds-party"]).toContain("Ana Diaz");
      expect(made.stands("birthday-card")["Ana Diaz"]).toContain("Bo Lund: All the best");
    }
    const back = house("en", onSaturday);
    await back.comes("birthday-cards", "2026-03-11", "09:30");
    await says(back, "2026-03-12T10:00:00Z", "none");
    expect(await says(back, "2026-03-12T11:00:00Z", "public")).toContain("Next greeting: Fri 13 Mar");
    await back.comes("birthdays", "2026-03-13");
    expect(back.stands("birthdays")["#leeds-party"]).toContain("Ana Diaz");
  });

  test("is promised no second time to who was greeted on the workday before", async () => {
    const made = house("en", { birthdays: [born(1, 3, 14)] });
    await made.comes("birthdays", "2026-03-13");
    made.clock.to("2026-03-14T10:00:00Z");
    await made.on("ANA").says("/birthday privacy public");
    expect(made.on("ANA").sees()).toContain("Next greeting: Fri 12 Mar");
    await made.delivers();
    expect(made.stands("birthdays", "2026-03-14")).toEqual({});
  });

  test("waits while its people change their mind, and is skipped when the day is over", async () => {
    const made = house("en", anaOnThursday);
    const kind = made.celebrations.kinds.find(({ name }) => name === "birthdays");
    const at = new Date("2026-03-12T09:00:00Z");
    made.clock.to(at.toISOString());
    const notice = { kind: "birthdays", site: "leeds", period: "2026-03-12", at, body: {} };
    const [told] = (await kind?.recipients(notice)) ?? [];
    const says = async (now: Date) =>
      kind?.prepare([aDelivery({ kind: "birthdays", period: "2026-03-12", ...told })], now);
    await made.on("ANA").says("/birthday privacy none");
    expect(await says(at)).toEqual([{ is: "wait", until: new Date("2026-03-13T00:00:00Z"), why: "nobody-yet" }]);
    expect(await says(new Date("2026-03-13T00:00:00Z"))).toEqual([{ is: "skip", why: "nothing-to-tell" }]);
    await made.on("ANA").says("/birthday privacy public");
    expect(await says(new Date("2026-03-12T23:59:00Z"))).toMatchObject([{ is: "view" }]);
    expect(await says(new Date("2026-03-13T00:00:00Z"))).toEqual([{ is: "skip", why: "late" }]);
  });
});

test("saying something of a birthday that is not today posts nothing that was not to be posted", async () => {
  const hired = aPerson({ id: anId(21), employeeNo: "1021", name: "Fay Orr", hiredOn: day("2021-03-09") });
  const made = house("en", { people: [hired], birthdays: [born(1, 3, 12), born(2, 3, 9)] });
  await made.on("DEE").says("/birthday set 1 July");
  await made.on("DEE").says("/birthday privacy team");
  await made.delivers();
  const all = made.celebrations.kinds.map(({ name }) => made.stands(name));
  expect(all.filter((one) => Object.keys(one).length > 0)).toEqual([]);
  await made.on("DEE").says("/birthday privacy none");
  await made.on("DEE").says("/birthday privacy public");
  await made.delivers();
  expect(Object.keys(made.stands("work-anniversaries"))).toEqual(["#leeds-party"]);
});

test.each(["clear", "privacy none", "privacy team", "set 1 July"])(
  "/birthday %s has bulletins that are out looked at again",
  async (said) => {
    const made = house("en", anaOnThursday);
    await made.on("ANA").says(`/birthday ${said}`);
    expect(made.store.announced().touched).toContainEqual({ kind: "weekly-bulletin", site: "leeds" });
  },
);

describe("/birthday list", () => {
  const hr = aPerson({
    id: anId(9),
    employeeNo: "1009",
    name: "Hana Roe",
    roles: ["hr"],
    assignments: [],
    accounts: [anAccount("HANA")],
  });
  const all = {
    people: [hr],
    birthdays: [born(1, 3, 12), born(2, 3, 12), born(5, 3, 30), born(6, 4, 1), born(7, 3, 1)],
  };

  test("shows who keeps the roster a month of their site with who hears of each, and is on record", async () => {
    const made = house("en", all);
    await made.on("BO").says("/birthday privacy none");
    await made.on("DEE").says("/birthday privacy team");
    const hana = made.on("HANA");
    await hana.says("/birthday list");
    expect(hana.sees()).toMatchInlineSnapshot(`
      "Birthdays in March, Leeds
      • 12 Mar: Ana Diaz (1001) – Everybody, usual here; Bo Lund (1002) – Nobody
      • 30 Mar: Dee Fox (1005) – My team
      For you alone: please tell nobody of those who want nobody, or only their team, to hear. This reading is on record."
    `);
    expect(made.audited).toEqual([
      {
        at: made.clock.now(),
        actor: anId(9),
        action: "read birthdays",
        subject: "site:leeds",
        detail: { month: 3, people: 3 },
      },
    ]);
    await hana.says("/birthday list April");
    expect(hana.sees()).toContain("1 Apr: Eli Kay (1006) – Everybody, usual here");
    await hana.says("/birthday list 5");
    expect(hana.sees()).toMatchInlineSnapshot(`
      "Birthdays in May, Leeds
      No birthday in May is known here. People set theirs with /birthday set, and a roster that an admin imports brings them too."
    `);
    expect(made.audited).toHaveLength(3);
  });

  test("speaks Chinese, and is not for others", async () => {
    const made = house("zh-CN", all);
    await made.on("HANA").says("/birthday list 3月");
    expect(made.on("HANA").sees()).toMatchInlineSnapshot(`
      "3月生日（Leeds）
      • 3月12日：Ana Diaz（1001）– 所有人，本中心默认；Bo Lund（1002）– 所有人，本中心默认
      • 3月30日：Dee Fox（1005）– 所有人，本中心默认
      仅供您本人查看：选择“不公开”或“仅本班组”的，请勿向他人透露。本次查看已留痕。"
    `);
    await made.on("SAM").says("/birthday list");
    expect(made.on("SAM").sees()).not.toContain("Ana Diaz");
    expect(made.audited).toHaveLength(1);
  });
});

describe("a card", () => {
  test("is signed by colleagues in the days before and opened by the supervisor, unseen by its person", async () => {
    const made = house("en", anaOnThursday);
    await made.comes("birthday-cards", "2026-03-06", "09:30");
    expect(made.stands("birthday-signing")).toEqual({});
    await made.comes("birthday-cards", "2026-03-09", "09:30");
    expect(Object.keys(made.stands("birthday-signing")).sort()).toEqual(["Bo Lund", "Lee Wong", "Sam Reid"]);
    const [bo, sam, ana] = [made.on("BO"), made.on("SAM"), made.on("ANA")];
    expect(made.stands("birthday-signing")["Bo Lund"]).toMatchInlineSnapshot(`
      "A card for Ana Diaz
      Ana Diaz has a birthday on Thu 12 Mar. Until then they do not see it, so please keep the secret.
      [Sign the card]"
    `);
    expect(made.stands("birthday-signing")["Sam Reid"]).toContain("You are asked for the words that it begins with.");
    await bo.presses("Sign the card");
    await bo.fills({ words: "Many happy returns <@everyone>" });
    expect(bo.sees()).toMatchInlineSnapshot(`
      "Thank you, it is on the card
      You wrote: “Many happy returns <@everyone>”
      You can change it or take it back until Thu 12 Mar is over.
      [Change my words] [Take it back]"
    `);
    await bo.presses("Change my words");
    await bo.fills({ words: "All the best" });
    await sam.presses("Write the opening");
    await sam.fills({ words: "Ana, we are glad that you are here." });
    await made.delivers();
    expect(made.stands("birthday-signing")["Bo Lund"]).toContain("You wrote: “All the best”");
    await made.comes("birthday-cards", "2026-03-10", "09:30");
    await ana.says("/birthday privacy public");
    expect(
      made.platform
        .seenBy(anAccount("ANA"))
        .map(({ view }) => plainView(view))
        .join("\n"),
    ).not.toMatch(/card|All the best|glad/);
    await made.comes("birthday-card", "2026-03-12");
    expect(made.stands("birthday-card")).toMatchInlineSnapshot(`
      {
        "Ana Diaz": "🎂 Happy birthday, Ana Diaz!
      “Ana, we are glad that you are here.” — Sam Reid
      From your colleagues
      • Bo Lund: All the best",
      }
    `);
  });

  test.each([
    ["en", "Sign the card", "Write the opening", "I masked a number"],
    ["zh-CN", "签名", "写开场寄语", "已隐去其中的号码"],
  ] as const)(
    "keeps no phone or card numbers, and who wrote one learns of it (%s)",
    async (locale, sign, open, masked) => {
      const made = house(locale, anaOnThursday);
      await made.comes("birthday-cards", "2026-03-09", "09:30");
      const [bo, sam] = [made.on("BO"), made.on("SAM")];
      await bo.presses(sign);
      await bo.fills({ words: "Call me: 13800138000" });
      expect(bo.sees()).toContain("“Call me: •••”");
      expect(bo.sees()).toContain(masked);
      await sam.presses(open);
      await sam.fills({ words: "Lunch is on card 4111 1111 1111 1111" });
      expect(sam.sees()).toContain("“Lunch is on card •••”");
      expect(sam.sees()).toContain(masked);
      expect(await cardOf(made, "2026-03-12")).toMatchObject({
        opening: { words: "Lunch is on card •••" },
        signatures: [{ words: "Call me: •••" }],
      });
      await bo.presses(locale === "en" ? "Change my words" : "修改");
      await bo.fills({ words: "See you at 12:30" });
      expect(bo.sees()).not.toContain(masked);
    },
  );

  test("cannot be signed by whom it is for, who does not even learn of it, nor by people who may not know", async () => {
    const made = house("en", anaOnThursday);
    await made.comes("birthday-cards", "2026-03-09", "09:30");
    const sign = signCard.to({ card: (await cardOf(made, "2026-03-12"))?.id ?? "" });
    const words = { words: "To me" };
    expect(await forges(made, "ANA", sign, words)).toContain("There is no card here for you");
    expect(await forges(made, "MAX", sign, words)).toContain("There is no card here for you");
    expect(await forges(made, "DEE", sign, words)).toContain("Thank you");
    await made.on("ANA").says("/birthday privacy team");
    expect(await forges(made, "DEE", sign, words)).toContain("There is no card here for you");
    await made.on("ANA").says("/birthday privacy public");
    await made.comes("birthdays", "2026-03-12");
    expect(await forges(made, "ANA", sign, words)).toContain("This card is for you");
    expect(await forges(made, "BO", signCard.to({ card: "no id at all" }), words)).toContain(
      "There is no card here for you",
    );
    expect((await cardOf(made, "2026-03-12"))?.signatures.map(({ by }) => by)).toEqual([anId(5)]);
  });

  test("is kept up with who signs late on the day, from the post as well, and stays when the day is over", async () => {
    const made = house("zh-CN", anaOnThursday);
    await made.comes("birthdays", "2026-03-12");
    await made.comes("birthday-card", "2026-03-12");
    const [dee, ana] = [made.on("DEE"), made.on("ANA")];
    expect(made.stands("birthday-card")["Ana Diaz"]).toMatchInlineSnapshot(`
      "🎂 Ana Diaz，生日快乐！
      Leeds全体同事祝您今天开心，新的一岁一切顺利。"
    `);
    await dee.presses("给Ana Diaz的贺卡签名");
    await dee.fills({ words: "天天开心" });
    await made.delivers();
    expect(made.stands("birthday-card")["Ana Diaz"]).toContain("Dee Fox：天天开心");
    await dee.presses("撤回");
    expect(dee.sees()).toContain("已从贺卡撤回");
    await dee.presses("签名");
    await dee.fills({ words: "万事如意" });
    await made.delivers();
    expect(made.stands("birthday-card")["Ana Diaz"]).toContain("万事如意");
    made.clock.to("2026-03-13T00:00:00Z");
    await dee.presses("修改");
    await dee.fills({ words: "晚了" });
    expect(dee.sees()).toContain("生日祝福已结束");
    await made.delivers();
    expect(made.stands("birthday-card")["Ana Diaz"]).not.toContain("晚了");
    expect(ana.sees()).toContain("万事如意");
  });

  test("is opened by whom the site names, and within the team where the birthday is the team's alone", async () => {
    const named = house("en", { ...anaOnThursday, rules: { executive: "1005" } });
    await named.comes("birthday-cards", "2026-03-09", "09:30");
    expect(named.stands("birthday-signing")["Dee Fox"]).toContain("You are asked for the words");
    const team = house("en", { ...anaOnThursday, rules: { executive: "1005", birthdayPrivacy: "team" } });
    await team.comes("birthday-cards", "2026-03-09", "09:30");
    expect(Object.keys(team.stands("birthday-signing")).sort()).toEqual(["Bo Lund", "Lee Wong"]);
    expect(team.stands("birthday-signing")["Lee Wong"]).toContain("You are asked for the words");
    const own = house("en", { birthdays: [born(4, 3, 12)] });
    await own.comes("birthday-cards", "2026-03-09", "09:30");
    expect(own.stands("birthday-signing")).toEqual({});
  });

  const twin = aPerson({ id: anId(8), employeeNo: "1008", name: "Dee Fox", accounts: [anAccount("TWIN")] });
  test.each([
    ["nobody", "9999", {}],
    ["several", "dee fox", { people: [twin] }],
    [
      "who has left",
      "1008",
      { people: [aPerson({ id: anId(8), employeeNo: "1008", name: "Gus Gone", leftOn: day("2026-03-08") })] },
    ],
  ] as const)(
    "is opened by who usually does where the site names %s, and they learn of it",
    async (_, executive, but) => {
      const made = house("en", { ...anaOnThursday, ...but, rules: { executive } });
      await made.comes("birthday-cards", "2026-03-09", "09:30");
      const asked = made.stands("birthday-signing");
      expect(asked["Sam Reid"]).toContain("You are asked for the words");
      expect(asked["Sam Reid"]).toContain(`executive (“${executive}”) is nobody or several people here`);
      expect(asked["Bo Lund"]).not.toContain("executive");
      expect(asked["Dee Fox"] ?? "").not.toContain("You are asked");
    },
  );

  test("is opened by who usually does on the card of whom the site names, without a word of it", async () => {
    const made = house("zh-CN", { birthdays: [born(5, 3, 12)], rules: { executive: "1005" } });
    await made.comes("birthday-cards", "2026-03-09", "09:30");
    expect(made.stands("birthday-signing")["Sam Reid"]).toContain("请您写一段开场寄语。");
    expect(made.stands("birthday-signing")["Sam Reid"]).not.toContain("executive");
  });

  test("is not begun for who wants none, and taken away from who wants none any more", async () => {
    const made = house("en", { birthdays: [born(1, 3, 12), born(2, 3, 12)] });
    await made.on("BO").says("/birthday privacy none");
    await made.comes("birthday-cards", "2026-03-09", "09:30");
    expect(await made.store.cards("leeds", day("2026-03-12"), day("2026-03-12"))).toHaveLength(1);
    await made.on("ANA").says("/birthday privacy none");
    await made.delivers();
    expect(made.stands("birthday-signing")["Bo Lund"]).toBe(
      "Birthday cards to sign\nThere is no card any more. Thank you all the same.",
    );
    await made.comes("birthdays", "2026-03-12");
    await made.comes("birthday-card", "2026-03-12");
    expect([made.stands("birthdays"), made.stands("birthday-card")]).toEqual([{}, {}]);
  });

  test("goes along when the birthday was wrong, with what was written on it", async () => {
    const made = house("en", anaOnThursday);
    await made.comes("birthday-cards", "2026-03-09", "09:30");
    const bo = made.on("BO");
    await bo.presses("Sign the card");
    await bo.fills({ words: "See you at the cake" });
    await made.on("ANA").says("/birthday set 13 March");
    await made.delivers();
    expect(made.stands("birthday-signing")["Bo Lund"]).toContain("on Fri 13 Mar");
    await made.comes("birthday-card", "2026-03-12");
    expect(made.stands("birthday-card")).toEqual({});
    await made.comes("birthday-card", "2026-03-13");
    expect(made.stands("birthday-card")["Ana Diaz"]).toContain("See you at the cake");
  });

  test("is not handed to who has left by then", async () => {
    const gone = aPerson({ id: anId(8), employeeNo: "1008", name: "Gus Gone", leftOn: day("2026-03-11") });
    const made = house("en", { people: [gone], birthdays: [born(8, 3, 12)] });
    await made.comes("birthday-cards", "2026-03-09", "09:30");
    await made.comes("birthdays", "2026-03-12");
    await made.comes("birthday-card", "2026-03-12");
    expect([made.stands("birthday-signing"), made.stands("birthdays"), made.stands("birthday-card")]).toEqual([
      {},
      {},
      {},
    ]);
  });
});

describe("the party of a month", () => {
  const march = { birthdays: [born(1, 3, 12), born(2, 3, 12), born(5, 3, 30), born(6, 4, 1)] };

  test("lists the month, is taken by the first, planned by them, and given back", async () => {
    const made = house("en", march);
    await made.comes("birthday-party", "2026-03-01");
    expect(made.stands("birthday-party")["#leeds-party"]).toMatchInlineSnapshot(`
      "🎉 Birthdays in March 2026
      • Thu 12 Mar: Ana Diaz and Bo Lund
      • Mon 30 Mar: Dee Fox
      Nobody organises the party yet. Who will?
      [I will organise it]"
    `);
    const [dee, bo] = [made.on("DEE"), made.on("BO")];
    await dee.presses("I will organise it");
    expect(dee.sees()).toContain("The party is yours");
    await bo.presses("I will organise it");
    expect(bo.sees()).toContain("Dee Fox organises it already.");
    await made.delivers();
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("Organiser: Dee Fox");
    await bo.presses("Write when and where");
    await bo.fills({ plan: "Never" });
    expect(bo.sees()).toContain("Dee Fox organises it, so only they can do that.");
    await dee.presses("Write when and where");
    await dee.fills({ plan: "Friday at four in the kitchen" });
    await made.delivers();
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("When and where: Friday at four in the kitchen");
    await dee.presses("Step back");
    await made.delivers();
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("Who will?");
    expect(made.stands("birthday-party")["#leeds-party"]).not.toContain("Friday");
    await bo.presses("I will organise it");
    expect(bo.sees()).toContain("The party is yours");
  });

  test.each([
    ["en", "I will organise it", "Write when and where", "I masked a number"],
    ["zh-CN", "我来组织", "填写时间地点", "已隐去其中的号码"],
  ] as const)(
    "has no phone number in its plan, and the organiser learns of it (%s)",
    async (locale, take, write, masked) => {
      const made = house(locale, march);
      await made.comes("birthday-party", "2026-03-01");
      const dee = made.on("DEE");
      await dee.presses(take);
      await dee.presses(write);
      await dee.fills({ plan: "Friday at four, ring 13800138000" });
      expect(dee.sees()).toContain("Friday at four, ring •••");
      expect(dee.sees()).toContain(masked);
      expect(await made.store.party("leeds", day("2026-03-01"))).toMatchObject({ plan: "Friday at four, ring •••" });
      await dee.presses(write);
      await dee.fills({ plan: "Friday at four in the kitchen" });
      expect(dee.sees()).toContain("Friday at four in the kitchen");
      expect(dee.sees()).not.toContain(masked);
    },
  );

  test("tells only of birthdays that everybody may hear of, and follows them", async () => {
    const made = house("zh-CN", march);
    await made.on("BO").says("/birthday privacy team");
    await made.comes("birthday-party", "2026-03-01");
    expect(made.stands("birthday-party")["#leeds-party"]).toMatchInlineSnapshot(`
      "🎉 2026年3月寿星
      • 3月12日（周四）：Ana Diaz
      • 3月30日（周一）：Dee Fox
      生日会还没有人组织，谁来？
      [我来组织]"
    `);
    made.clock.to("2026-03-10T09:00:00Z");
    await made.on("BO").says("/birthday privacy public");
    await made.on("ANA").says("/birthday clear");
    await made.delivers();
    const text = made.stands("birthday-party")["#leeds-party"];
    expect(text).toContain("Bo Lund");
    expect(text).not.toContain("Ana");
  });

  test("is not posted without a birthday, but is as soon as there is one", async () => {
    const made = house();
    await made.comes("birthday-party", "2026-03-01");
    expect(made.stands("birthday-party")).toEqual({});
    made.clock.to("2026-03-10T09:00:00Z");
    await made.on("BO").says("/birthday set 20 March");
    await made.delivers();
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("Fri 20 Mar: Bo Lund");
  });

  test("is not organised once the month is over", async () => {
    const made = house("en", march);
    await made.comes("birthday-party", "2026-03-01");
    made.clock.to("2026-04-01T08:00:00Z");
    const dee = made.on("DEE");
    await dee.presses("I will organise it");
    expect(dee.sees()).toContain("That month is over.");
  });

  test("names who organises it from the first to the last day on which they are here", async () => {
    const people = [
      aPerson({
        id: anId(8),
        employeeNo: "1008",
        name: "Gus Gone",
        accounts: [anAccount("GUS")],
        hiredOn: day("2026-03-09"),
        leftOn: day("2026-03-11"),
      }),
    ];
    const made = house("en", { ...march, people });
    await made.comes("birthday-party", "2026-03-01");
    made.clock.to("2026-03-09T10:00:00Z");
    await made.on("GUS").presses("I will organise it");
    expect(made.on("GUS").sees()).toContain("The party is yours");
    await made.delivers();
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("Organiser: Gus Gone");
    await made.comes("birthday-cards", "2026-03-11", "09:30");
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("Organiser: Gus Gone");
    await made.comes("birthday-cards", "2026-03-12", "09:30");
    expect(made.stands("birthday-party")["#leeds-party"]).toContain("[I will organise it]");
  });

  test("is organised by people of its site alone, by the first of its month", async () => {
    const made = house("en", march);
    await made.comes("birthday-party", "2026-03-01");
    const of = { site: "leeds", month: "2026-03-01" };
    expect(await forges(made, "MAX", organise.to(of), {})).toContain("This party is of another site");
    expect(await forges(made, "MAX", planParty.to(of), { plan: "Never" })).toContain("This party is of another site");
    expect(await forges(made, "MAX", stepBack.to(of), {})).toContain("This party is of another site");
    expect(await forges(made, "DEE", organise.to({ ...of, month: "2026-03-02" }), {})).not.toContain("yours");
    expect(await made.store.party("leeds", day("2026-03-01"))).toEqual(of);
    expect(await forges(made, "DEE", organise.to(of), {})).toContain("The party is yours");
  });

  test("can be taken over from who has left", async () => {
    const gone = aPerson({
      id: anId(8),
      employeeNo: "1008",
      name: "Gus Gone",
      accounts: [anAccount("GUS")],
      leftOn: day("2026-03-05"),
    });
    const made = house("en", { ...march, people: [gone] });
    await made.comes("birthday-party", "2026-03-01");
    await made.on("GUS").presses("I will organise it");
    made.clock.to("2026-03-06T09:00:00Z");
    const dee = made.on("DEE");
    await dee.presses("I will organise it");
    expect(dee.sees()).toContain("The party is yours");
  });
});

test("anniversaries, joiners and graduations are one post each for all of a day", async () => {
  const one = (id: number, name: string, but: Parameters<typeof aPerson>[0]) =>
    aPerson({ id: anId(id), employeeNo: `10${id}`, name, assignments: [anAssignment()], ...but });
  const people = [
    one(21, "Fay Orr", { hiredOn: day("2021-03-12") }),
    one(22, "Gil Roe", { hiredOn: day("2025-03-12") }),
    one(23, "Hal Ash", { hiredOn: day("2026-03-12") }),
    one(24, "Ida Poe", { graduatedOn: day("2026-03-12") }),
    one(25, "Jo Lim", { hiredOn: day("2024-03-12"), leftOn: day("2026-03-11") }),
  ];
  const posts = {
    en: [
      "🏅 Work anniversaries\n• Fay Orr: 5 years with us\n• Gil Roe: 1 year with us\nThank you for every one of them.",
      "👋 Welcome!\n• Hal Ash, North\nSay hello and make them feel at home.",
      "🎓 Graduated from training\n• Ida Poe, North\nWell done, and welcome on the floor.",
    ],
    "zh-CN": [
      "🏅 入职周年\n• Fay Orr：入职5周年\n• Gil Roe：入职1周年\n感谢一路同行。",
      "👋 欢迎新同事！\n• Hal Ash，North\n见面打个招呼，多多关照。",
      "🎓 培训结业\n• Ida Poe，North\n祝贺结业，欢迎上线！",
    ],
  };
  for (const locale of ["en", "zh-CN"] as const) {
    const made = house(locale, { people });
    for (const [index, kind] of ["work-anniversaries", "joiners", "graduations"].entries()) {
      await made.comes(kind, "2026-03-12");
      expect(made.stands(kind)).toEqual({ "#leeds-party": posts[locale][index] });
    }
    await made.comes("joiners", "2026-03-13");
    expect(made.stands("joiners", "2026-03-13")).toEqual({});
  }
});
