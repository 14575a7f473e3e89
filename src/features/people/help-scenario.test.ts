import { describe, expect, test } from "vitest";
import { locales } from "../../kernel/locale.ts";
import { peopleHouse } from "../../testing/people-house.ts";

describe("settings", () => {
  test("the language switches both ways, answered in the new one, and stays", async () => {
    const { on } = peopleHouse("en");
    const ben = on("BEN");
    await ben.says("/settings");
    expect(ben.sees()).toBe(
      "Your settings\nLanguage: English\nQuiet hours: none\nMuted: nothing\n[改用中文] [Quiet from 22:00 to 07:00]\n[Mute or hear again ▾]\nWhat comes in quiet hours waits for their end. Times are those of your site, Europe/London.",
    );
    await ben.presses("改用中文");
    expect(ben.sees()).toContain("从现在起，我用中文与您交流。");
    await ben.says("/fairline");
    expect(ben.sees()).toContain("Ben Ito，您好。");
    await ben.says("/settings");
    await ben.presses("Speak English");
    expect(ben.sees()).toContain("From now on I speak English with you.");
    await ben.says("/fairline");
    expect(ben.sees()).toContain("Hello Ben Ito.");
  });

  test.each(["zh-CN", "中文", "Chinese", "zh", "language:简体中文"])("/settings %s speaks Chinese", async (typed) => {
    const { on } = peopleHouse("en");
    const ben = on("BEN");
    await ben.says(`/settings ${typed}`);
    expect(ben.sees()).toContain("我用中文与您交流");
  });

  test("a language that nobody here speaks is refused in both", async () => {
    for (const [locale, said] of [
      ["en", "I do not speak “klingon” yet. Choose English or 简体中文."],
      ["zh-CN", "我还不会说“klingon”。请选择 English 或简体中文。"],
    ] as const) {
      const ben = peopleHouse(locale).on("BEN");
      await ben.says("/settings klingon");
      expect(ben.sees()).toContain(said);
    }
  });
});

describe.each(locales)("/fairline, in %s", (locale) => {
  const inWords = (en: string, chinese: string) => (locale === "en" ? en : chinese);
  const health = inWords("How Fairline is doing", "Fairline 运行状况");

  test.each([
    [
      "agent",
      "BEN",
      ["/myscore", "/link", "/settings"],
      ["/teamscore", "/import"],
      inWords("Your own work", "您的工作"),
    ],
    ["lead", "LEE", ["/teamscore", "/link", "/settings"], ["/myscore", "/import"], inWords("In your role", "您的职责")],
    [
      "admin",
      "ADA",
      ["/import", "/link", "/settings"],
      ["/myscore", "/teamscore"],
      inWords("In your role", "您的职责"),
    ],
  ] as const)("lists for the %s what they may do and nothing more", async (role, user, may, mayNot, group) => {
    const them = peopleHouse(locale).on(user);
    await them.says("/fairline");
    for (const command of may) expect(them.sees()).toContain(command);
    for (const command of mayNot) expect(them.sees()).not.toContain(command);
    expect(them.sees()).toContain(group);
    expect(them.sees().includes(health)).toBe(role === "admin");
  });

  test("a stranger learns what Fairline is and how to come in", async () => {
    const stranger = peopleHouse(locale).on("U9");
    await stranger.says("/fairline");
    expect(stranger.sees()).toContain(inWords("Every number can be explained", "每个数字都说得清"));
    expect(stranger.sees()).toContain(inWords("[Enter a code]", "[输入关联码]"));
    await stranger.presses(inWords("Enter a code", "输入关联码"));
    expect(stranger.sees()).toContain(inWords("[Send]", "[提交]"));
  });

  test("its topics are answered, however the platform sends them", async () => {
    const { on } = peopleHouse(locale);
    const ada = on("ADA");
    for (const line of ["/fairline about", "/fairline 关于"]) {
      await ada.says(line);
      expect(ada.sees()).toContain(inWords("the fair scoreboard", "公平的计分牌"));
    }
    await ada.runs("fairline", { topic: "about" });
    expect(ada.sees()).toContain(inWords("the fair scoreboard", "公平的计分牌"));
    await ada.says("/fairline health");
    expect(ada.sees()).toContain(inWords("All is well.", "一切正常。"));
    expect(ada.sees()).toContain(inWords("The database answers.", "数据库正常。"));
  });

  test("health is for admins", async () => {
    const ben = peopleHouse(locale).on("BEN");
    await ben.says("/fairline health");
    expect(ben.sees()).toContain(inWords("This is for admins.", "此功能仅限管理员。"));
  });

  test("it stands in for every other command, and nonsense gets the nearest", async () => {
    const ben = peopleHouse(locale).on("BEN");
    await ben.says("/fairline myscore");
    expect(ben.sees()).toBe("myscore: Ben Ito");
    await ben.runs("fairline", { topic: "myscore" });
    expect(ben.sees()).toBe("myscore: Ben Ito");
    await ben.says("/fairline myscroe");
    expect(ben.sees()).toContain(inWords("There is no command “myscroe”.", "没有“myscroe”这个命令。"));
    expect(ben.sees()).toContain("/myscore");
  });
});
