import { describe, expect, test } from "vitest";
import { locales } from "../../kernel/locale.ts";
import { anAccount, anId, aPerson } from "../../testing/builders.ts";
import { peopleHouse } from "../../testing/people-house.ts";

describe.each(locales)("linking, in %s", (locale) => {
  const house = (but?: Parameters<typeof peopleHouse>[1]) => peopleHouse(locale, but);
  const inWords = (en: string, chinese: string) => (locale === "en" ? en : chinese);
  const enterCode = inWords("Enter a code", "输入关联码");
  const getCode = inWords("Get a code for another app", "获取关联码");
  const welcome = inWords("Welcome, Ana Diaz", "Ana Diaz，欢迎您");

  test("an account whose address is on the roster is known from its first word", async () => {
    const { on, audited } = house();
    const ana = on("U1", "slack", "Ana@Example.com");
    await ana.says("/myscore");
    expect(ana.sees()).toBe("myscore: Ana Diaz");
    expect(audited).toMatchObject([{ action: "account.linked", actor: anId(1), detail: { how: "email" } }]);
  });

  test("the first /link by address greets, the next one lists", async () => {
    const { on, clock } = house();
    const ana = on("U1", "slack", "ana@example.com");
    await ana.says("/link");
    expect(ana.sees()).toContain(welcome);
    expect(ana.sees()).toContain(
      inWords(
        "Slack U1 (this one), linked by e-mail on Mon, 9 Mar 2026",
        "Slack U1（当前账号），2026年3月9日周一通过邮箱关联",
      ),
    );
    clock.pass(1);
    await ana.says("/link");
    expect(ana.sees()).toContain(inWords("Your linked accounts", "您关联的账号"));
    expect(ana.sees()).not.toContain(welcome);
  });

  test("a stranger is told both ways in, whatever they ask", async () => {
    const { on } = house();
    const stranger = on("U9");
    for (const line of ["/myscore", "/link", "/nonsense", "how did I do?"]) {
      await stranger.says(line);
      expect(stranger.sees(), line).toContain(inWords("We have not met yet", "初次见面"));
      expect(stranger.sees(), line).toContain(
        inWords("write /link there and press “Get a code”", "在那里输入 /link，再点“获取关联码”"),
      );
      expect(stranger.sees(), line).toContain(
        inWords("ask your team lead, HR or an admin for a code", "请向班组长、人事或管理员要一个关联码"),
      );
      expect(stranger.sees(), line).toContain(`[${enterCode}]`);
    }
  });

  test("an address that is not on the roster is named, and so is one of somebody who left not taken", async () => {
    const { on } = house();
    for (const address of ["who@example.com", "gus@example.com"]) {
      const stranger = on("U9", "slack", address);
      await stranger.says("/link");
      expect(stranger.sees()).toContain(address);
      expect(stranger.sees()).toContain(inWords("please tell HR", "请告诉人事"));
    }
  });

  test("a code made in one app joins an account in another, and the first app is told", async () => {
    const { on, clock, audited } = house();
    const slack = on("U1", "slack", "ana@example.com");
    const discord = on("77", "discord");
    await slack.says("/link");
    await slack.presses(getCode);
    expect(slack.sees()).toContain("0000-0001");
    expect(slack.sees()).toContain(inWords("until 09:15", "有效期至 09:15"));
    clock.pass(14);
    await discord.says("/link");
    await discord.presses(enterCode);
    expect(discord.sees()).toContain(inWords("Code: ", "关联码: "));
    await discord.fills({ code: "０００o 000l" });
    expect(discord.sees()).toContain(welcome);
    await discord.says("/myscore");
    expect(discord.sees()).toBe("myscore: Ana Diaz");
    expect(slack.sees()).toContain(
      inWords("Discord 77 was linked to you on 9 Mar 2026, 09:14", "Discord 77 已于 2026年3月9日 09:14 与您关联"),
    );
    expect(audited.map(({ action }) => action)).toEqual(["account.linked", "account.linked"]);
  });

  test("who did not link that account unlinks it from the message, and no address brings it back by itself", async () => {
    const { on, audited } = house();
    const slack = on("U1", "slack", "ana@example.com");
    const second = on("U2", "slack", "ana@example.com");
    await slack.says("/link");
    await second.says("/myscore");
    expect(second.sees()).toBe("myscore: Ana Diaz");
    await slack.presses(inWords("Not me: unlink it", "不是我，解除关联"));
    expect(slack.sees()).toContain(inWords("Slack U2 is no longer linked to you.", "Slack U2 已解除关联。"));
    expect(second.sees()).toContain(inWords("This account was unlinked", "此账号已解除关联"));
    expect(audited.at(-1)).toMatchObject({ action: "account.unlinked", actor: anId(1) });
    await second.says("/myscore");
    expect(second.sees()).toContain(inWords("We have not met yet", "初次见面"));
    await second.says("/link");
    expect(second.sees()).toContain(welcome);
  });

  test("an account is unlinked from the list, once, and by its own person alone", async () => {
    const { on, store } = house();
    await store.link(anAccount("77", "discord"), anId(2), "code", new Date("2026-03-01T10:00:00Z"));
    const ben = on("BEN");
    await ben.says("/link");
    const button = inWords("Unlink Discord 77", "解除 Discord 77");
    expect(ben.sees()).not.toContain("Slack BEN]");
    await store.link(anAccount("77", "discord"), anId(1), "code", new Date("2026-03-01T10:00:00Z"));
    await ben.presses(button);
    expect(ben.sees()).toContain(inWords("nothing was changed", "未做任何更改"));
    expect(await store.accountsOf(anId(1))).toHaveLength(1);
  });

  test("a code that is wrong, old, used or no code at all is refused with what to do", async () => {
    const { on, clock } = house();
    const slack = on("U1", "slack", "ana@example.com");
    const other = on("U9");
    await slack.says("/link");
    await slack.presses(getCode);
    await other.says("/link hello");
    expect(other.sees()).toContain(inWords("A code is eight letters and digits", "关联码是八位字母和数字"));
    expect(other.sees()).not.toContain("person:");
    await other.says("/link 0000-0009");
    expect(other.sees()).toContain(inWords("You have 4 tries left this hour.", "一小时内还可试 4 次。"));
    clock.pass(15);
    await other.says("/link 0000-0001");
    expect(other.sees()).toContain(inWords("a code lasts 15 minutes", "有效期只有 15 分钟"));
    await slack.says("/link");
    await slack.presses(getCode);
    await on("U2").says("/link 0000 0002");
    await other.says("/link 0000-0002");
    expect(other.sees()).toContain(inWords("each code works once", "每个只能使用一次"));
    expect(other.sees()).toContain(`[${enterCode}]`);
  });

  test("a form keeps what cannot be a code, without counting it", async () => {
    const { on } = house();
    const other = on("U9");
    await other.says("/link");
    await other.presses(enterCode);
    for (let time = 0; time < 7; time += 1) await other.fills({ code: "abc" });
    expect(other.sees()).toContain(inWords("← A code is eight letters", "← 关联码是八位"));
    await other.fills({ code: "0000-0009" });
    expect(other.sees()).toContain(inWords("4 tries", "4 次"));
  });

  test("after five wrong codes no code is looked at until an hour after the first", async () => {
    const { on, clock } = house();
    const slack = on("U1", "slack", "ana@example.com");
    const other = on("U9");
    await other.says("/link 0000-0009");
    clock.pass(50);
    for (let time = 0; time < 4; time += 1) await other.says("/link 0000-0009");
    expect(other.sees()).toContain(inWords("That was the last try for now.", "可试次数已用完"));
    expect(other.sees()).not.toContain(`[${enterCode}]`);
    await slack.says("/link");
    await slack.presses(getCode);
    await other.says("/link 0000-0001");
    expect(other.sees()).toContain(inWords("has to wait 10 minutes", "请等 10 分钟"));
    clock.pass(10);
    await other.says("/link 0000-0001");
    expect(other.sees()).toContain(welcome);
  });

  test("an account moves to the person whose code it enters, and who lost it is told", async () => {
    const { on, store } = house();
    await store.link(anAccount("77", "discord"), anId(2), "seed", new Date("2026-03-01T10:00:00Z"));
    const slack = on("U1", "slack", "ana@example.com");
    const tablet = on("77", "discord");
    const ben = on("BEN");
    await slack.says("/link");
    await slack.presses(getCode);
    await tablet.says("/link 0000-0001");
    expect(tablet.sees()).toContain(inWords("Until now it was linked to Ben Ito.", "此前它关联的是Ben Ito。"));
    expect(ben.sees()).toContain(inWords("entered on Discord 77", "Discord 77 上输入了他人的关联码"));
  });

  test("a code of one's own changes nothing and stays good", async () => {
    const { on } = house();
    const slack = on("U1", "slack", "ana@example.com");
    await slack.says("/link");
    await slack.presses(getCode);
    await slack.says("/link 0000-0001");
    expect(slack.sees()).toContain(inWords("linked to you already", "已经与您关联"));
    const discord = on("77", "discord");
    await discord.says("/link 0000-0001");
    expect(discord.sees()).toContain(welcome);
  });

  test("somebody who left hears so in their own words, on every command and button", async () => {
    const { on } = house();
    const gus = on("GUS");
    for (const line of ["/myscore", "/link", "/settings", "/fairline", "hello"]) {
      await gus.says(line);
      expect(gus.sees(), line).toContain(inWords("This account is no longer active", "此账号已停用"));
      expect(gus.sees(), line).toContain(inWords("Gus Ray, the roster gives Fri, 27 Feb 2026", "2026年2月27日周五"));
    }
  });

  test("a hostile name is text and nothing else", async () => {
    const name = "<!channel> @everyone `x` *b* \u202Eevil";
    const { on } = house({ people: [aPerson({ name, locale, email: "x@example.com", roles: ["agent", "lead"] })] });
    const them = on("U1", "slack", "x@example.com");
    await them.says("/link");
    expect(them.sees()).toContain(name);
    const spans = them
      .views()
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.is === "text" ? block.spans : [])));
    expect(spans.every((span) => typeof span === "string" || !("text" in span) || !span.text.includes(name))).toBe(
      true,
    );
    await them.runs("link", { person: `${name}?` });
    expect(them.sees()).toContain(`“${name}?”`);
  });

  test("an event that the platform delivers twice is answered once", async () => {
    const { on, audited } = house();
    const lee = on("LEE");
    await lee.says("/link person:1001");
    await lee.repeats();
    expect(lee.sees()).toBe("");
    expect(audited).toHaveLength(1);
  });
});
