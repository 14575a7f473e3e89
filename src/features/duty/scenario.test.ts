import { describe, expect, test } from "vitest";
import { anId } from "../../testing/builders.ts";
import { dutyHouse, weekly } from "../../testing/duty-house.ts";

describe("who is on duty", () => {
  test("is told to everybody with who is next, from and until when", async () => {
    const made = dutyHouse("en");
    const dee = made.on("DEE");
    await dee.says("/oncall");
    expect(dee.sees()).toMatchInlineSnapshot(`
      "On duty at Leeds
      Duty lead: Ana Diaz until 9 Mar 2026, 20:00
      Next: Ana Diaz from 10 Mar 2026, 08:00
      [The week] [Offer my duty]
      [Another site ▾]
      Times are those of Europe/London."
    `);
    made.clock.to("2026-03-15T21:00:00Z");
    await dee.says("/oncall");
    expect(dee.sees()).toMatchInlineSnapshot(`
      "On duty at Leeds
      Duty lead: nobody right now
      Asked instead: the leads of who asks, else Sue Hall
      Next: Bo Lund from 16 Mar 2026, 08:00
      [The week] [Offer my duty]
      [Another site ▾]
      Times are those of Europe/London."
    `);
  });

  test("is told in Chinese", async () => {
    const made = dutyHouse("zh-CN");
    const dee = made.on("DEE");
    await dee.says("/oncall");
    expect(dee.sees()).toMatchInlineSnapshot(`
      "Leeds值班
      值班长：Ana Diaz，至 2026年3月9日 20:00
      下一班：Ana Diaz，2026年3月10日 08:00 起
      [一周值班表] [请人接班]
      [其他中心 ▾]
      时间为 Europe/London 当地时间。"
    `);
    await dee.says("/oncall 一周 2026-03-14");
    expect(dee.sees()).toMatchInlineSnapshot(`
      "Leeds值班表
      日期               值班长
      2026年3月14日周六  08:00–20:00 Ana Diaz
      2026年3月15日周日  08:00–20:00 Ana Diaz
      2026年3月16日周一  08:00–20:00 Bo Lund
      2026年3月17日周二  08:00–20:00 Bo Lund
      2026年3月18日周三  08:00–20:00 Bo Lund
      2026年3月19日周四  08:00–20:00 Bo Lund
      2026年3月20日周五  08:00–20:00 Bo Lund
      [上一周] [下一周] [当前值班]
      时间为 Europe/London 当地时间。 休假或已离职的人员不显示。"
    `);
  });

  test("is nobody who is on leave: the gap is told, and who is asked instead", async () => {
    const made = dutyHouse("en", { leave: [{ person: anId(1), on: "2026-03-09" }] });
    const dee = made.on("DEE");
    await dee.says("/oncall");
    expect(dee.sees()).toContain(
      "Duty lead: nobody right now\nAsked instead: the leads of who asks, else Sue Hall\nNext: Ana Diaz from 10 Mar 2026, 08:00",
    );
    expect(await made.duty.onDuty(made.site, made.clock.now())).toEqual([]);
  });

  test.each([
    ["en", "Floor support: nobody right now", "Asked instead: Sue Hall"],
    ["zh-CN", "现场支持：现在无人值班", "如有需要，将改请：Sue Hall"],
  ] as const)(
    "where nobody is, is asked instead what help asks: officers, and no other duty (%s)",
    async (locale, gap, instead) => {
      const rotations = [
        ...weekly.rotations,
        { ...weekly.rotations[0], role: "floor-support", people: ["1004"], startsOn: "2026-03-16" },
      ];
      const made = dutyHouse(locale, { rules: { rotations } });
      await made.on("DEE").says("/oncall");
      expect(made.on("DEE").sees()).toContain(`${gap}\n${instead}\n`);
    },
  );

  test("is told in Chinese with the leads of who asks before officers", async () => {
    const made = dutyHouse("zh-CN", { leave: [{ person: anId(1), on: "2026-03-09" }] });
    await made.on("DEE").says("/oncall");
    expect(made.on("DEE").sees()).toContain("如有需要，将改请：求助人的班组长；如不在岗，则请Sue Hall\n");
  });

  test("is nobody who has left", async () => {
    const gone = { rotations: weekly.rotations.map((one) => ({ ...one, people: ["1006", "1002"] })) };
    const made = dutyHouse("en", { rules: gone });
    expect(await made.duty.onDuty(made.site, made.clock.now())).toEqual([]);
    expect(await made.duty.next(made.site, made.clock.now(), "duty-lead")).toMatchObject([
      { person: anId(2), from: new Date("2026-03-16T08:00:00Z"), by: "rotation" },
    ]);
  });

  test("at another site is told by its name or by the menu, on its own clock", async () => {
    const made = dutyHouse("en");
    const dee = made.on("DEE");
    await dee.says("/oncall Chengdu");
    expect(dee.sees()).toContain(
      "On duty at Chengdu\nDuty lead: nobody right now\nAsked instead: the leads of who asks\n",
    );
    expect(dee.sees()).toContain("Times are those of Asia/Shanghai.");
    await dee.picks("Another site", "Leeds");
    expect(dee.sees()).toContain("On duty at Leeds");
    await dee.says("/oncall nowhere");
    expect(dee.sees()).toContain(
      "There is no site “nowhere”, and /oncall knows week, set, unset and swap. Sites: Chengdu and Leeds.",
    );
  });

  test("for a week is a table, a column for each duty, and its weeks can be turned", async () => {
    const made = dutyHouse("en");
    const dee = made.on("DEE");
    await dee.says("/oncall week 2026-03-14");
    expect(dee.sees()).toMatchInlineSnapshot(`
      "Duties at Leeds
      Day               Duty lead
      Sat, 14 Mar 2026  08:00–20:00 Ana Diaz
      Sun, 15 Mar 2026  08:00–20:00 Ana Diaz
      Mon, 16 Mar 2026  08:00–20:00 Bo Lund
      Tue, 17 Mar 2026  08:00–20:00 Bo Lund
      Wed, 18 Mar 2026  08:00–20:00 Bo Lund
      Thu, 19 Mar 2026  08:00–20:00 Bo Lund
      Fri, 20 Mar 2026  08:00–20:00 Bo Lund
      [The week before] [The week after] [On duty now]
      Times are those of Europe/London. Whoever is on leave or has left is not shown."
    `);
    await dee.presses("The week after");
    expect(dee.sees()).toContain("Sat, 21 Mar 2026");
    await dee.says("/oncall week Chengdu");
    expect(dee.sees()).toContain("Duties at Chengdu");
    await dee.says("/oncall week someday");
    expect(dee.sees()).toContain("There is no site “someday”");
  });

  test("comes from the front door by role, and next within 14 days or not at all", async () => {
    const late = { rotations: weekly.rotations.map((one) => ({ ...one, startsOn: "2026-03-30" })) };
    const made = dutyHouse("en", { rules: late });
    const now = made.clock.now();
    expect(await made.duty.next(made.site, now, "duty-lead")).toEqual([]);
    expect(await made.duty.next(made.site, new Date("2026-03-16T08:00:00Z"), "duty-lead")).toMatchObject([
      { person: anId(1), from: new Date("2026-03-30T07:00:00Z"), until: new Date("2026-03-30T19:00:00Z") },
    ]);
    const usual = dutyHouse("en");
    expect(await usual.duty.onDuty(usual.site, now, "duty-lead")).toHaveLength(1);
    expect(await usual.duty.onDuty(usual.site, now, "floor-support")).toEqual([]);
    expect(usual.duty.roleName(usual.site, "duty-lead")("zh-CN")).toBe("值班长");
    expect(usual.duty.roleName(usual.site, "值班经理")("en")).toBe("值班经理");
  });
});

describe("somebody who is set", () => {
  const line = '/oncall set duty-lead 1004 now 12:00 "Ana is in a training"';

  test("stands for the role until then, and whoever is concerned is told", async () => {
    const made = dutyHouse("en");
    const [lee, dee, ana] = [made.on("LEE"), made.on("DEE"), made.on("ANA")];
    await lee.says(line);
    expect(lee.sees()).toMatchInlineSnapshot(`
      "Dee Fox is set
      Duty: Duty lead
      Who: Dee Fox
      From: 9 Mar 2026, 09:00
      Until: 9 Mar 2026, 12:00
      Reason: Ana is in a training
      [Take it back]
      Whoever is concerned is told."
    `);
    await made.delivers();
    expect(dee.sees()).toMatchInlineSnapshot(`
      "You are on duty
      Duty: Duty lead
      From: 9 Mar 2026, 09:00
      Until: 9 Mar 2026, 12:00
      Set by Lee Wong
      Reason: Ana is in a training
      /oncall"
    `);
    expect(ana.sees()).toContain("You are not on duty any more");
    expect(made.audited).toMatchObject([{ action: "set duty", actor: anId(5), subject: anId(4) }]);
    expect(await made.duty.onDuty(made.site, made.clock.now())).toMatchObject([{ person: anId(4), by: "set" }]);
    made.clock.to("2026-03-09T12:00:00Z");
    expect(await made.duty.onDuty(made.site, made.clock.now())).toMatchObject([{ person: anId(1), by: "rotation" }]);
  });

  test("is taken back by the button, once, and all is as it was", async () => {
    const made = dutyHouse("en");
    const [lee, dee, ana] = [made.on("LEE"), made.on("DEE"), made.on("ANA")];
    await lee.says("/oncall set duty-lead 1004 2026-03-10 08:00 12:00");
    await made.delivers();
    await lee.presses("Take it back");
    await made.delivers();
    expect(lee.sees()).toContain("Dee Fox is not on duty by it any more");
    expect(dee.sees()).toContain("You are not on duty any more");
    expect(ana.sees()).toContain("You are on duty");
    expect(made.store.all()).toEqual([]);
    await lee.presses("Take it back");
    expect(lee.sees()).toContain("That does not stand any more.");
    expect(made.audited.map(({ action }) => action)).toEqual(["set duty", "unset duty"]);
  });

  test("is found by /oncall unset, and what has begun ends at once", async () => {
    const made = dutyHouse("en");
    const lee = made.on("LEE");
    await lee.says(line);
    made.clock.to("2026-03-09T10:00:00Z");
    await lee.says("/oncall unset");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "Set and swapped
      Duty lead: Dee Fox · 9 Mar 2026, 09:00 – 9 Mar 2026, 12:00
      [Take it back]"
    `);
    await lee.presses("Take it back");
    expect(made.store.all()).toMatchObject([{ until: new Date("2026-03-09T10:00:00Z") }]);
    expect(await made.duty.onDuty(made.site, made.clock.now())).toMatchObject([{ person: anId(1), by: "rotation" }]);
  });

  test("by a form that asks for what the line left out", async () => {
    const made = dutyHouse("zh-CN");
    const lee = made.on("LEE");
    await lee.says("/oncall 安排 值班长");
    expect(lee.sees()).toBe("安排值班\n值班岗位: 值班长\n值班人: \n开始: \n结束: \n原因: \n[提交]");
    await lee.fills({ who: "Dee Fox", from: "2026-03-10 20:00", until: "2026-03-11 08:00" });
    expect(lee.sees()).toMatchInlineSnapshot(`
      "已安排Dee Fox值班
      岗位: 值班长
      值班人: Dee Fox
      开始: 2026年3月10日 20:00
      结束: 2026年3月11日 08:00
      [撤销]
      相关人员会收到通知。"
    `);
    await made.delivers();
    expect(made.on("DEE").sees()).toMatchInlineSnapshot(`
      "您有新的值班安排
      岗位: 值班长
      开始: 2026年3月10日 20:00
      结束: 2026年3月11日 08:00
      安排人：Lee Wong
      /oncall"
    `);
  });

  test("by a mention, by typed options, and in a role that is the site's own word", async () => {
    const own = { rotations: weekly.rotations.map((one) => ({ ...one, role: "值班经理" })) };
    const made = dutyHouse("en", { rules: own });
    const lee = made.on("LEE");
    const account = { account: made.on("DEE").account };
    await lee.runs("oncall", {
      what: "set",
      role: "duty-lead",
      who: account,
      from: "2026-03-10 08:00",
      until: "12:00",
    });
    expect(lee.sees()).toContain("Dee Fox is set");
    await lee.says('/oncall set 值班经理 "Bo Lund" 2026-03-11 08:00 2026-03-11 12:00 Ana is ill');
    expect(lee.sees()).toContain("Duty: 值班经理\nWho: Bo Lund");
    expect(lee.sees()).toContain("Reason: Ana is ill");
    expect(made.store.all()).toMatchObject([{ role: "duty-lead" }, { role: "值班经理", person: anId(2) }]);
  });

  test("twice is one", async () => {
    const made = dutyHouse("en");
    const lee = made.on("LEE");
    await lee.says("/oncall set duty-lead 1004 2026-03-10 08:00 12:00");
    await lee.says("/oncall set duty-lead 1004 2026-03-10 08:00 12:00");
    expect(lee.sees()).toContain("That was set already, so nothing changed.");
    expect(made.store.all()).toHaveLength(1);
    expect(made.store.outbox).toHaveLength(1);
  });

  test.each([
    ["in the past", "LEE", "duty-lead 1004 2026-03-09 08:58 12:00", "That is past already", "该时间已过"],
    ["ending first", "LEE", "duty-lead 1004 2026-03-10 12:00 2026-03-10 12:00", "end before it begins", "结束早于开始"],
    ["for too long", "LEE", "duty-lead 1004 2026-03-10 12:00 2026-03-24 12:01", "more than 14 days", "超过 14 天"],
    [
      "on leave",
      "LEE",
      "duty-lead 1004 2026-03-11 20:00 2026-03-12 01:00",
      "Dee Fox is on leave on Thu, 12 Mar 2026",
      "Dee Fox2026年3月12日周四休假",
    ],
    ["who left", "LEE", "duty-lead 1006 2026-03-10 12:00 13:00", "Gus Ray will have left by then", "Gus Ray届时已离职"],
    [
      "of another site",
      "LEE",
      "duty-lead 1008 2026-03-10 12:00 13:00",
      "Nobody at your site is called “1008”",
      "没有名为“1008”的人",
    ],
    [
      "as nothing known",
      "LEE",
      "duty-laed 1004 2026-03-10 12:00 13:00",
      "no duty “duty-laed”",
      "没有值班岗位“duty-laed”",
    ],
    [
      "as supervisor by a lead",
      "LEE",
      "supervisor 1004 2026-03-10 12:00 13:00",
      "is set by supervisors and admins",
      "由主管或管理员安排",
    ],
    [
      "by an agent",
      "ANA",
      "duty-lead 1004 2026-03-10 12:00 13:00",
      "Leads, supervisors and admins say who is on duty",
      "值班由班组长、主管或管理员安排",
    ],
    ["at no time", "LEE", "duty-lead 1004 from:noon until:13:00", "Write a day and a time", "请写日期和时刻"],
  ])("is refused %s", async (_, user, words, en, zh) => {
    for (const locale of ["en", "zh-CN"] as const) {
      const made = dutyHouse(locale, { leave: [{ person: anId(4), on: "2026-03-12" }] });
      const asker = made.on(user);
      await asker.says(`/oncall set ${words}`);
      expect(asker.sees()).toContain(locale === "en" ? en : zh);
      expect(made.store.all()).toEqual([]);
    }
  });

  test("for exactly 14 days, as supervisor by the supervisor, and at the very minute is set", async () => {
    const made = dutyHouse("en");
    const [lee, sue] = [made.on("LEE"), made.on("SUE")];
    await lee.says("/oncall set duty-lead 1004 2026-03-10 12:00 2026-03-24 12:00");
    expect(lee.sees()).toContain("Dee Fox is set");
    made.clock.to("2026-03-09T09:00:30Z");
    await sue.says("/oncall set supervisor 1007 09:00 10:00");
    expect(sue.sees()).toContain("Sue Hall is set");
    expect(made.store.outbox.filter(({ period }) => period?.startsWith(anId(502)))).toEqual([]);
  });
});

describe("a swap", () => {
  const offered = async (locale: "en" | "zh-CN", to = '"Bo Lund"', from = "2026-03-10") => {
    const made = dutyHouse(locale);
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await ana.says(`/oncall swap ${to} ${from}`);
    await made.delivers();
    return { made, ana, bo };
  };

  test("is offered by a message, taken by a press, and told to both and the supervisor", async () => {
    const { made, ana, bo } = await offered("en");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Bo Lund is asked
      Duty: Duty lead
      From: 10 Mar 2026, 08:00
      Until: 10 Mar 2026, 20:00
      It stays your duty until Bo Lund accepts. I will tell you.
      [Take the offer back]"
    `);
    expect(bo.sees()).toMatchInlineSnapshot(`
      "Ana Diaz asks you to take a duty
      Duty: Duty lead
      From: 10 Mar 2026, 08:00
      Until: 10 Mar 2026, 20:00
      [I take it] [I cannot]
      It changes only if you accept, and the offer ends when the duty begins."
    `);
    await bo.presses("I take it");
    expect(bo.sees()).toContain("You took this duty.");
    await made.delivers();
    for (const told of [ana, bo, made.on("SUE")]) expect(told.sees()).toContain("Bo Lund takes a duty of Ana Diaz");
    expect(made.store.all()).toMatchObject([{ origin: "swap", person: anId(2), replaces: anId(1) }]);
    const at = new Date("2026-03-10T09:00:00Z");
    expect(await made.duty.onDuty(made.site, at)).toMatchObject([{ person: anId(2), by: "swap" }]);
  });

  test("speaks Chinese, and may be declined", async () => {
    const { made, ana, bo } = await offered("zh-CN", "1002", "2026-03-10 14:00");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "已征求Bo Lund的意见
      岗位: 值班长
      开始: 2026年3月10日 14:00
      结束: 2026年3月10日 20:00
      在Bo Lund接受之前，仍由您值班。有结果我会告诉您。
      [撤回请求]"
    `);
    expect(bo.sees()).toMatchInlineSnapshot(`
      "Ana Diaz请您接班
      岗位: 值班长
      开始: 2026年3月10日 14:00
      结束: 2026年3月10日 20:00
      [接受] [无法接班]
      您接受后才生效；值班开始时该请求自动失效。"
    `);
    await bo.presses("无法接班");
    await made.delivers();
    expect(ana.sees()).toContain("Bo Lund无法接班，仍由您值班");
    expect(made.store.all()).toEqual([]);
  });

  test("is one change however often it is accepted, and cannot be declined after", async () => {
    const { made, bo } = await offered("en");
    const [first, second] = await Promise.all([
      made.duty.settle(made.who(2), anId(501), "accepted", made.clock.now()),
      made.duty.settle(made.who(2), anId(501), "accepted", made.clock.now()),
    ]);
    expect([first?.ok, second?.ok]).toEqual([true, true]);
    expect(made.store.all()).toHaveLength(1);
    await bo.presses("I cannot");
    expect(bo.sees()).toContain("You took this duty.");
    expect(made.store.all()).toHaveLength(1);
  });

  test("that is taken back cannot be accepted", async () => {
    const { made, ana, bo } = await offered("en");
    await ana.presses("Take the offer back");
    expect(ana.sees()).toContain("The offer is taken back");
    await bo.presses("I take it");
    expect(bo.sees()).toContain("The offer was taken back.");
    await made.delivers();
    expect(made.store.all()).toEqual([]);
  });

  test("ends when the duty begins, and whoever asked is told", async () => {
    const { made, ana, bo } = await offered("en");
    made.clock.to("2026-03-10T08:00:00Z");
    await bo.presses("I take it");
    expect(bo.sees()).toContain("That duty has begun");
    await made.duty.sweep(made.clock.now());
    await made.duty.sweep(made.clock.now());
    await made.delivers();
    expect(ana.sees()).toContain("Bo Lund did not answer before the duty began");
    expect(made.store.outbox.filter(({ kind }) => kind === "duty-swap")).toHaveLength(1);
    expect(made.store.all()).toEqual([]);
  });

  test.each([
    ["en", "The duty has gone to somebody else meanwhile", "I take it", "I cannot", "You said that you cannot."],
    ["zh-CN", "该值班期间已另行安排", "接受", "无法接班", "您已表示无法接班。"],
  ] as const)(
    "that cannot be taken now stands with the reason above (%s)",
    async (locale, why, take, cannot, ended) => {
      const { made, bo } = await offered(locale);
      await made.on("LEE").says("/oncall set duty-lead 1004 2026-03-10 08:00 09:00");
      await bo.presses(take);
      expect(bo.sees()).toContain(why);
      expect(bo.sees()).toContain(`[${take}] [${cannot}]`);
      await bo.presses(cannot);
      expect(bo.sees()).toContain(ended);
    },
  );

  test("is not made where somebody else was set meanwhile", async () => {
    const { made, bo } = await offered("en");
    await made.on("LEE").says("/oncall set duty-lead 1004 2026-03-10 08:00 09:00");
    await bo.presses("I take it");
    expect(bo.sees()).toContain("The duty has gone to somebody else meanwhile");
    expect(made.store.all()).toHaveLength(1);
  });

  test.each([
    ["oneself", "1001 2026-03-10", "A duty goes to somebody else", "请选择其他同事接班"],
    [
      "whoever never had it",
      "1004 2026-03-10",
      "Dee Fox has never had the duty “Duty lead”",
      "Dee Fox没有值过“值班长”",
    ],
    ["a leaver", "1006 2026-03-10", "Gus Ray will have left", "Gus Ray届时已离职"],
    ["whoever is away", "1003 2026-03-10", "Cy Park is away on Tue, 10 Mar 2026", "Cy Park2026年3月10日周二不在岗"],
    [
      "a duty of somebody else",
      "1002 2026-03-17",
      "You have no duty at that time. Yours begin:\n• 10 Mar 2026, 08:00",
      "您在该时间没有值班",
    ],
    ["a duty that has begun", "1002 2026-03-09", "That duty has begun", "该值班已开始"],
  ])("cannot be offered: %s", async (_, words, en, zh) => {
    for (const locale of ["en", "zh-CN"] as const) {
      const made = dutyHouse(locale, { leave: [{ person: anId(3), on: "2026-03-10" }] });
      const ana = made.on("ANA");
      await ana.says(`/oncall swap ${words}`);
      if (locale === "zh-CN") expect(ana.sees()).toContain(zh);
      else for (const part of en.split("\n")) expect(ana.sees()).toContain(part);
      expect(made.store.outbox).toEqual([]);
    }
  });

  test("goes to whoever was set before, or leads; and one duty is offered to one at a time", async () => {
    const { made, ana } = await offered("en");
    await ana.says("/oncall swap 1002 2026-03-10");
    expect(made.store.outbox).toHaveLength(1);
    await ana.says("/oncall swap 1005 2026-03-10");
    expect(ana.sees()).toContain("You have offered that duty already");
    await ana.says("/oncall swap 1005 2026-03-11");
    expect(ana.sees()).toContain("Lee Wong is asked");
    await made.on("LEE").says("/oncall set duty-lead 1004 2026-03-20 08:00 09:00");
    await ana.says("/oncall swap 1004 2026-03-12");
    expect(ana.sees()).toContain("Dee Fox is asked");
  });

  test("is answered by whoever was asked alone", async () => {
    const { made } = await offered("en");
    for (const [id, as] of [
      [1, "accepted"],
      [3, "accepted"],
      [2, "taken-back"],
    ] as const)
      expect(await made.duty.settle(made.who(id), anId(501), as, made.clock.now())).toMatchObject({
        refusal: { why: "not-yours" },
      });
  });
});

describe("a reminder", () => {
  const remind = { ...weekly, remind: true };

  test("comes an hour before, once, to whoever goes on duty", async () => {
    const made = dutyHouse("en", { rules: remind });
    for (const time of ["06:59:00", "07:00:00", "07:00:30", "07:30:00"]) {
      made.clock.to(`2026-03-10T${time}Z`);
      await made.duty.sweep(made.clock.now());
    }
    expect(made.store.outbox).toHaveLength(1);
    expect(made.store.outbox).toMatchObject([{ kind: "duty-reminder", at: new Date("2026-03-10T07:00:00Z") }]);
    await made.delivers();
    expect(made.on("ANA").sees()).toMatchInlineSnapshot(`
      "Your duty begins soon
      Duty: Duty lead
      From: 10 Mar 2026, 08:00
      Until: 10 Mar 2026, 20:00
      /oncall"
    `);
  });

  test("is not sent where the site did not ask for it, or once somebody else was set", async () => {
    const silent = dutyHouse("en");
    await silent.duty.sweep(new Date("2026-03-10T07:00:00Z"));
    expect(silent.store.outbox).toEqual([]);
    const made = dutyHouse("en", { rules: remind });
    made.clock.to("2026-03-10T07:00:00Z");
    await made.duty.sweep(made.clock.now());
    await made.on("LEE").says("/oncall set duty-lead 1005 08:00 20:00");
    await made.delivers();
    expect(made.on("ANA").sees()).not.toContain("begins soon");
  });
});
