import { describe, expect, test } from "vitest";
import { roles } from "../../chat/asker.ts";
import { locales } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAccount, anId, aPerson } from "../../testing/builders.ts";
import { kudosHouse } from "../../testing/kudos-house.ts";

const bus = "Took my late call so that I could catch the bus.";
const form = "Showed me twice how the new form works, and smiled.";
const brave = { brave: { en: "Brave", "zh-CN": "勇敢" }, kind: { en: "Kind", "zh-CN": "善良" } };

describe("a thank-you", () => {
  test("is asked for by a form, answered, shown in the channel and told quietly to whoever is thanked", async () => {
    const made = kudosHouse("en");
    const [ana, bo, dee] = [made.on("ANA"), made.on("BO"), made.on("DEE")];
    await ana.says("/kudos");
    expect(ana.sees()).toBe("Thank a colleague\nWho: \nWhat for: \nWhy: \n[Send]");
    await ana.fills({ who: "Bo Lund", value: "helpful", reason: bus });
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your thanks go to Bo Lund
      Helpful
      “Took my late call so that I could catch the bus.”
      Everybody can read it in #thanks, and Bo Lund gets a word from me.
      You can send 4 more this month.
      [Take it back] [My kudos]
      You can take it back until 9 Mar 2026, 09:10"
    `);
    expect(dee.sees()).toBe("");
    await made.delivers();
    const inChannel = [
      "Kudos for Bo Lund",
      "Ana Diaz thanks Bo Lund: Helpful",
      `“${bus}”`,
      "[My kudos]",
      "Thank somebody yourself: /kudos",
    ].join("\n");
    expect(dee.sees()).toBe(inChannel);
    expect(bo.sees().replace(inChannel, "").trim()).toMatchInlineSnapshot(`
      "Ana Diaz thanks you
      Helpful
      “Took my late call so that I could catch the bus.”
      [My kudos]
      If you would rather not be told: /settings"
    `);
  });

  test("does so in Chinese", async () => {
    const made = kudosHouse("zh-CN");
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await ana.says("/kudos");
    expect(ana.sees()).toBe("为同事点赞\n同事: \n价值观: \n理由: \n[提交]");
    await ana.fills({ who: "1002", value: "客户至上", reason: "帮我接了下班前的最后一通投诉电话，客户很满意。" });
    expect(ana.sees()).toMatchInlineSnapshot(`
      "已为Bo Lund点赞
      客户至上
      “帮我接了下班前的最后一通投诉电话，客户很满意。”
      大家可在 #thanks 看到，我也会告诉Bo Lund。
      本月还可点赞 4 次。
      [撤回] [我的点赞]
      可撤回，截止时间：2026年3月9日 09:10"
    `);
    await made.delivers();
    expect(bo.sees()).toMatchInlineSnapshot(`
      "为Bo Lund点赞
      Ana Diaz 为 Bo Lund 点赞：客户至上
      “帮我接了下班前的最后一通投诉电话，客户很满意。”
      [我的点赞]
      您也来为同事点赞：/kudos

      Ana Diaz为您点赞
      客户至上
      “帮我接了下班前的最后一通投诉电话，客户很满意。”
      [我的点赞]
      不想收到此类消息：/settings"
    `);
    await ana.presses("撤回");
    await made.delivers();
    expect(ana.sees()).toContain("已撤回\n该点赞不再计数，已发出的消息会注明已撤回。本月还可点赞 5 次。");
    expect(bo.sees()).toBe("点赞\n该点赞已由发送人撤回。\n\n点赞\n该点赞已由发送人撤回。");
  });

  test("needs 15 characters of reason, and what is short is told at its field", async () => {
    const made = kudosHouse("en");
    const ana = made.on("ANA");
    await ana.says("/kudos");
    await ana.fills({ who: "Bo Lund", value: "helpful", reason: "Thanks so much" });
    expect(ana.sees()).toContain("Why:  ← At least 15 characters are needed; this has 14.");
    await ana.fills({ who: "Bo Lund", value: "helpful", reason: "Thanks so much!" });
    expect(ana.sees()).toContain("Your thanks go to Bo Lund");
  });

  test("that comes twice, by the same event or by hand, is one and is told once", async () => {
    const made = kudosHouse("en");
    const ana = made.on("ANA");
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await ana.repeats();
    expect(ana.sees()).toBe("");
    await ana.says(`/kudos 1002 helpful ${bus}`);
    expect(ana.sees()).toContain("You had just sent exactly this, so it stands once and counts once.");
    expect(ana.sees()).toContain("You can send 4 more this month.");
    expect(made.store.all()).toHaveLength(1);
    expect(made.store.outbox).toHaveLength(2);
  });

  test("can be muted by everybody where it is told to a person, and comes however late", () => {
    const { kinds } = kudosHouse("en").kudos;
    expect(
      kinds.map(({ name, isMandatory, isTimeless, roles: held }) => [name, isMandatory, isTimeless, held]),
    ).toEqual([
      ["kudos", false, true, undefined],
      ["kudos-thanks", false, true, roles],
    ]);
  });

  test("goes to its receiver alone where the site has no channel, and says so", async () => {
    const made = kudosHouse("en", { channels: {} });
    const [ana, bo, dee] = [made.on("ANA"), made.on("BO"), made.on("DEE")];
    await ana.says(`/kudos 1002 helpful ${bus}`);
    expect(ana.sees()).toContain("Your site has no channel for it to be seen in");
    await made.delivers();
    expect(bo.sees()).toContain("Ana Diaz thanks you");
    expect(dee.sees()).toBe("");
  });
});

describe("a thank-you that cannot be sent", () => {
  test.each([
    ["to oneself by number", "1001", "Kudos go to somebody else. Who helped you with it?", "不能为自己点赞"],
    ["to oneself by name", '"Ana Diaz"', "Kudos go to somebody else. Who helped you with it?", "不能为自己点赞"],
    ["to nobody", "Zed", "Nobody at your site is called “Zed”.", "本中心没有名为“Zed”的人。"],
    ["to a leaver", "1006", "Gus Ray has left, so nobody would read it.", "Gus Ray已离职，无法收到点赞。"],
    ["to another site", "1007", "Nobody at your site is called “1007”.", "本中心没有名为“1007”的人。"],
  ])("goes %s", async (_, who, en, zh) => {
    for (const locale of locales) {
      const made = kudosHouse(locale);
      const ana = made.on("ANA");
      await ana.says(`/kudos ${who} helpful ${bus}`);
      expect(ana.sees()).toContain({ en, "zh-CN": zh }[locale]);
      // What was written is not lost.
      expect(ana.sees()).toContain(bus);
      expect(made.store.all()).toEqual([]);
    }
  });

  test.each([
    ["a bot or a stranger", "BOT"],
    ["somebody of another site", "MAX"],
  ])("goes to the account of %s", async (_, user) => {
    const account = { platform: "slack", workspace: "w1", user };
    for (const [locale, words] of [
      ["en", "That account stands for nobody at your site: it is a bot, somebody of another site, or"],
      ["zh-CN", "该账号不对应本中心的任何人：可能是机器人、"],
    ] as const) {
      const made = kudosHouse(locale);
      const ana = made.on("ANA");
      await ana.runs("kudos", { who: { account }, value: "helpful", reason: bus });
      expect(ana.sees()).toContain(words);
      expect(made.store.all()).toEqual([]);
    }
  });

  test("is over the allowance: how many are left, and from when there are new ones", async () => {
    for (const [locale, first, second] of [
      [
        "en",
        "You have none left this month; there are new ones from Wed, 1 Apr 2026.",
        "0 are left. There are 2 new ones from Wed, 1 Apr 2026.",
      ],
      ["zh-CN", "本月次数已用完，2026年4月1日周三起可再次点赞。", "剩余 0 次。2026年4月1日周三起又有 2 次。"],
    ] as const) {
      const made = kudosHouse(locale, { rules: { allowance: 2 } });
      const ana = made.on("ANA");
      await ana.says(`/kudos 1002 helpful ${bus}`);
      await ana.says(`/kudos 1003 helpful ${bus}`);
      expect(ana.sees()).toContain(first);
      await ana.says(`/kudos 1004 helpful ${bus}`);
      expect(ana.sees()).toContain(second);
      made.clock.to("2026-03-31T22:59:00Z");
      await ana.says(`/kudos 1004 helpful ${bus}`);
      expect(ana.sees()).toContain(second);
      // April begins at eleven in the evening by UTC.
      made.clock.to("2026-03-31T23:00:00Z");
      await ana.says(`/kudos 1004 helpful ${bus}`);
      expect(made.store.all()).toHaveLength(3);
    }
  });

  test("is the third to one person: others are left", async () => {
    for (const [locale, words] of [
      [
        "en",
        "You have thanked Bo Lund 2 times this month, which is the most for one person; you can again from Wed, 1 Apr 2026. For others you have 3 left this month.",
      ],
      [
        "zh-CN",
        "您本月已为Bo Lund点赞 2 次，已达对同一人的上限，2026年4月1日周三起可再次为其点赞。对其他同事，本月还可点赞 3 次。",
      ],
    ] as const) {
      const made = kudosHouse(locale);
      const ana = made.on("ANA");
      await ana.says(`/kudos 1002 helpful ${bus}`);
      await ana.says(`/kudos 1002 helpful ${form}`);
      await ana.says(`/kudos 1002 know-how ${bus}`);
      expect(ana.sees()).toContain(words);
      expect(made.store.all()).toHaveLength(2);
    }
  });
});

describe("a thank-you that is typed in one line", () => {
  const li = aPerson({ id: anId(8), employeeNo: "1008", name: "李小雷" });
  const twin = aPerson({ id: anId(9), employeeNo: "1009", name: "Bo Lund" });

  test.each([
    ["Bo Lund customer first", "customer-first", anId(2)],
    ["bo lund Know-how:", "know-how", anId(2)],
    ['"Bo Lund" “good spirit”', "good-spirit", anId(2)],
    ["「Bo Lund」 「客户至上」", "customer-first", anId(2)],
    ['who:"Bo Lund" customer first', "customer-first", anId(2)],
    ['value:"customer" who:1002', "customer-first", anId(2)],
    ["李小雷 乐观向上", "good-spirit", anId(8)],
    ["李小雷客户至上，", "customer-first", anId(8)],
  ])("%s", async (line, value, receiver) => {
    const made = kudosHouse("zh-CN", { people: [li] });
    await made.on("ANA").says(`/kudos ${line} ${bus}`);
    expect(made.store.all()).toMatchObject([{ receiver, value, reason: bus }]);
  });

  test("takes a mention for the person, and reads the value after it", async () => {
    const made = kudosHouse("en");
    await made.on("ANA").runs("kudos", { who: { account: anAccount("BO") }, reason: `customer first ${bus}` });
    expect(made.store.all()).toMatchObject([{ receiver: anId(2), value: "customer-first", reason: bus }]);
  });

  test("goes to nobody while several go by its name", async () => {
    const made = kudosHouse("en", { people: [twin] });
    const ana = made.on("ANA");
    await ana.says(`/kudos Bo Lund customer first ${bus}`);
    expect(ana.sees()).toContain("Several people are called “Bo Lund”: Bo Lund (1002) and Bo Lund (1009).");
    expect(ana.sees()).toContain(bus);
    expect(made.store.all()).toEqual([]);
  });

  test.each([
    ["en", "I found none of your site's values right after the name"],
    ["zh-CN", "姓名之后未找到本中心的价值观"],
  ] as const)(
    "asks for the value where none follows the name, rather than take one out of the reason (%s)",
    async (locale, words) => {
      const made = kudosHouse(locale);
      const ana = made.on("ANA");
      await ana.says("/kudos Bo Lund first of all for staying so late");
      expect(ana.sees()).toContain(words);
      expect(ana.sees()).toContain("first of all for staying so late");
      expect(made.store.all()).toEqual([]);
    },
  );

  test.each([
    ["en", "A reason takes 15 to 500 characters; yours has 6", "Write the reason"],
    ["zh-CN", "理由需 15 至 500 个字符，隐去卡号、电话后为 6 个", "填写理由"],
  ] as const)("asks for the reason alone where only that is amiss (%s)", async (locale, words, button) => {
    const made = kudosHouse(locale);
    const ana = made.on("ANA");
    await ana.says("/kudos Bo Lund customer first Thanks");
    expect(ana.sees()).toContain(words);
    await ana.presses(button);
    await ana.fills({ reason: bus });
    expect(made.store.all()).toMatchObject([{ receiver: anId(2), value: "customer-first", reason: bus }]);
  });

  test("says so where typed options name nobody", async () => {
    for (const [locale, words] of [
      ["en", "You did not say whom you thank"],
      ["zh-CN", "尚未填写同事"],
    ] as const) {
      const ana = kudosHouse(locale).on("ANA");
      await ana.runs("kudos", { value: "helpful", reason: bus });
      expect(ana.sees()).toContain(words);
      expect(ana.sees()).toContain(bus);
    }
  });
});

describe("a phone number in a reason", () => {
  const told = "Took over the caller on 138 0013 8000, who was angry.";
  const kept = "Took over the caller on •••, who was angry.";

  test.each([
    ["en", "I masked a number"],
    ["zh-CN", "已隐去其中的号码"],
  ] as const)("is neither kept nor told, and its writer learns of it (%s)", async (locale, words) => {
    const made = kudosHouse(locale);
    const [ana, dee] = [made.on("ANA"), made.on("DEE")];
    await ana.says(`/kudos Bo Lund helpful ${told}`);
    expect(ana.sees()).toContain(words);
    expect(ana.sees()).toContain(kept);
    await ana.says("/kudos");
    await ana.fills({ who: "Cy Park", value: "helpful", reason: told });
    expect(made.store.all().map(({ reason }) => reason)).toEqual([kept, kept]);
    await made.delivers();
    expect(dee.sees()).toContain(kept);
    expect(dee.sees()).not.toContain("8000");
    await ana.says(`/kudos Dee Fox helpful ${bus}`);
    expect(ana.sees()).not.toContain(words);
  });

  test("is not repeated where nothing was sent, and does not make a reason long enough", async () => {
    const made = kudosHouse("en");
    const ana = made.on("ANA");
    await ana.says(`/kudos Zed helpful ${told}`);
    expect(ana.sees()).toContain(kept);
    await ana.says("/kudos Bo Lund helpful call 13800138000");
    expect(ana.sees()).toContain("yours has 8");
    expect(made.store.all()).toEqual([]);
  });
});

describe("a value that the site does not have", () => {
  test.each([
    ["en", "Which value do you thank Bo Lund for?", "Choose a value", "Kind"],
    ["zh-CN", "为Bo Lund点赞：请选择价值观", "选择价值观", "善良"],
  ] as const)("is chosen from its own, and what was written is shown (%s)", async (locale, title, menu, kind) => {
    const made = kudosHouse(locale, { rules: { values: brave } });
    const ana = made.on("ANA");
    await ana.says(`/kudos 1002 helpful ${bus}`);
    expect(ana.sees()).toContain(title);
    expect(ana.sees()).toContain(bus);
    expect(made.store.all()).toEqual([]);
    await ana.picks(menu, kind);
    await ana.fills({ reason: bus });
    expect(ana.sees()).toContain(`${kind}\n“${bus}”`);
    expect(made.store.all()).toMatchObject([{ giver: anId(1), receiver: anId(2), value: "kind" }]);
  });

  test("is looked for again when a form is sent whose value is gone meanwhile", async () => {
    const rules = { values: brave as Partial<typeof brave> };
    const made = kudosHouse("en", { rules });
    const ana = made.on("ANA");
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await ana.picks("Choose a value", "Kind");
    rules.values = { brave: brave.brave };
    await ana.fills({ reason: bus });
    expect(ana.sees()).toContain("“kind” is none of your site's values");
    expect(made.store.all()).toEqual([]);
  });
});

describe("taking back", () => {
  test("revises what was posted to a plain line, and gives the allowance back, once", async () => {
    const made = kudosHouse("en");
    const [ana, bo, dee] = [made.on("ANA"), made.on("BO"), made.on("DEE")];
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await made.delivers();
    made.clock.pass(10);
    await ana.presses("Take it back");
    const answer =
      "Taken back\nIt counts no more, and what was posted says that it was taken back. You can send 5 this month.\nTo write another: /kudos";
    expect(ana.sees()).toBe(answer);
    await made.delivers();
    expect(dee.sees()).toBe("Kudos\nThis thank-you was taken back by who sent it.");
    expect(bo.sees()).not.toContain(bus);
    const posted = made.platform.turn();
    await made.delivers();
    expect(made.platform.turn()).toBe(posted);
    expect(made.store.outbox).toHaveLength(5);
  });

  test("before anything was posted leaves nothing to post", async () => {
    const made = kudosHouse("en");
    const [ana, dee] = [made.on("ANA"), made.on("DEE")];
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await ana.presses("Take it back");
    await made.delivers();
    expect(dee.sees()).toBe("");
  });

  test.each([
    ["en", "Take it back", "It can be taken back for 10 minutes only, so it stands."],
    ["zh-CN", "撤回", "发送后 10 分钟内可以撤回，现已超时，点赞保留。"],
  ] as const)("comes too late after ten minutes (%s)", async (locale, button, words) => {
    const made = kudosHouse(locale);
    const ana = made.on("ANA");
    await ana.says(`/kudos 1002 helpful ${bus}`);
    made.clock.pass(10.1);
    await ana.presses(button);
    expect(ana.sees()).toContain(words);
    expect(made.store.all()[0]?.takenBackAt).toBeUndefined();
  });

  test("is for its giver alone", async () => {
    const made = kudosHouse("en");
    await made.on("ANA").says(`/kudos 1002 helpful ${bus}`);
    const [kudos] = made.store.all();
    const bo = { person: anId(2), site: "leeds", zone: "Europe/London" };
    const outcome = await made.kudos.takeBack(bo, kudos?.id ?? "", made.clock.now());
    expect(outcome).toEqual({ ok: false, refusal: { refusal: { why: "not-yours" } } });
    expect(await made.kudos.takeBack(bo, anId(404), made.clock.now())).toMatchObject({ ok: false });
    expect(made.store.all()[0]?.takenBackAt).toBeUndefined();
  });

  test("is not offered where a site does not want it", async () => {
    const made = kudosHouse("en", { rules: { takeBackMinutes: 0 } });
    const ana = made.on("ANA");
    await ana.says(`/kudos 1002 helpful ${bus}`);
    expect(ana.sees()).not.toContain("Take it back");
  });
});

describe("thanks that go in a circle", () => {
  test.each([
    [
      "en",
      "when thanks come back round to where they began within 7 days",
      "not counted: it closed a circle",
      "My kudos",
    ],
    ["zh-CN", "7 天内的点赞如首尾相接成环", "不计数：互赞成环", "我的点赞"],
  ] as const)(
    "are given and shown, the last is not counted, and only its two are told (%s)",
    async (locale, words, mark, mine) => {
      const made = kudosHouse(locale);
      const [ana, bo, cy, dee] = [made.on("ANA"), made.on("BO"), made.on("CY"), made.on("DEE")];
      await ana.says(`/kudos 1002 helpful ${bus}`);
      await bo.says(`/kudos 1003 helpful ${bus}`);
      expect(bo.sees()).not.toContain(words);
      await cy.says(`/kudos 1001 helpful ${form}`);
      expect(cy.sees()).toContain(words);
      await made.delivers();
      expect(dee.sees()).toContain(form);
      expect(dee.sees()).not.toContain(words);
      expect(await made.kudos.countsOf("leeds", day("2026-03-09"), day("2026-03-09"))).toEqual(
        new Map([
          [anId(2), 1],
          [anId(3), 1],
        ]),
      );
      await ana.presses(mine);
      expect(ana.sees()).toContain(mark);
      await bo.presses(mine);
      expect(bo.sees()).not.toContain(mark);
    },
  );

  test("count again when the first of them is taken back", async () => {
    const made = kudosHouse("en");
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await bo.says(`/kudos 1001 helpful ${form}`);
    await ana.presses("Take it back");
    const today = day("2026-03-09");
    expect(await made.kudos.countsOf("leeds", today, today)).toEqual(new Map([[anId(1), 1]]));
  });

  test("count after seven days", async () => {
    for (const [on, counted] of [
      ["2026-03-15T09:00:00Z", 1],
      ["2026-03-16T09:00:00Z", 2],
    ] as const) {
      const made = kudosHouse("en");
      await made.on("ANA").says(`/kudos 1002 helpful ${bus}`);
      made.clock.to(on);
      await made.on("BO").says(`/kudos 1001 helpful ${form}`);
      const counts = await made.kudos.countsOf("leeds", day("2026-03-01"), day("2026-03-31"));
      expect([...counts.values()]).toHaveLength(counted);
    }
  });
});

describe("what somebody gave and received", () => {
  test.each([
    [
      "en",
      "Your kudos\nReceived lately\nNone so far. Thanks that colleagues send you are kept here.\nGiven lately\nNone so far. Who made your day easier?\nYou can send 5 more this month.",
      "[Thank a colleague]",
      "to Bo Lund",
      "You can send 4 more this month.",
    ],
    [
      "zh-CN",
      "我的点赞\n最近收到\n暂无。同事给您的点赞会保留在这里。\n最近送出\n暂无。最近有谁帮了您一把？\n本月还可点赞 5 次。",
      "[为同事点赞]",
      "送给Bo Lund",
      "本月还可点赞 4 次。",
    ],
  ] as const)("is told by a command of its own, with a next step (%s)", async (locale, none, button, to, left) => {
    const made = kudosHouse(locale);
    const ana = made.on("ANA");
    await ana.says("/kudos mine");
    expect(ana.sees()).toContain(none);
    expect(ana.sees()).toContain(button);
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await ana.says("/kudos mine");
    expect(ana.sees()).toContain(to);
    expect(ana.sees()).toContain(left);
  });

  test("is reached from the thank-you in the channel", async () => {
    const made = kudosHouse("en");
    const [ana, dee] = [made.on("ANA"), made.on("DEE")];
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await made.delivers();
    await dee.presses("My kudos");
    expect(dee.sees()).toContain("You can send 5 more this month.");
  });

  test("is for their own eyes", async () => {
    const made = kudosHouse("en");
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await ana.says(`/kudos 1002 helpful ${bus}`);
    await made.delivers();
    await bo.presses("My kudos");
    expect(bo.sees()).toMatchInlineSnapshot(`
      "Your kudos
      Received lately
      • Helpful · 9 Mar · from Ana Diaz
      “Took my late call so that I could catch the bus.”
      Given lately
      None so far. Who made your day easier?
      You can send 5 more this month.
      Values of your site: Helpful, Customer first, Know-how and Good spirit
      [Thank a colleague]"
    `);
    await ana.presses("My kudos");
    expect(ana.sees()).toContain("• Helpful · 9 Mar · to Bo Lund");
    expect(ana.sees()).toContain("None so far. Thanks that colleagues send you are kept here.");
  });
});
