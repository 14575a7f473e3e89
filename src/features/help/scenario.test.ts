import { describe, expect, test } from "vitest";
import { type Locale, locales } from "../../kernel/locale.ts";
import { anId } from "../../testing/builders.ts";
import { type HelpHouse, helpHouse } from "../../testing/help-house.ts";
import { cardWords } from "./messages/card.ts";
import { formWords } from "./messages/form.ts";
import { stateNames } from "./messages/names.ts";

type House = ReturnType<typeof helpHouse>;

const only = (made: House) => {
  const [request, ...others] = made.store.all();
  if (request === undefined || others.length > 0) throw new Error("not one request");
  return request;
};

/** Lets so many minutes pass, and time do what it does. */
async function later(made: House, minutes: number) {
  made.clock.pass(minutes);
  await made.help.sweep(made.clock.now());
  await made.delivers();
}

/** Ana asks with a customer on the line. */
async function asked(locale: Locale, but: HelpHouse = {}, line = "/helpme live The CRM hangs on the refund page.") {
  const made = helpHouse(locale, but);
  await made.on("ANA").says(line);
  await made.delivers();
  return made;
}

const told = {
  en: {
    reply: [
      "H-1: you asked for help",
      "With a customer on the line: first answer due by 09:02.",
      "Posted in floor.",
      "Told (Duty lead): Dora Ode.",
      "Answers come to your direct messages. /helpme list",
    ].join("\n"),
    card: [
      "H-1 · Open · Customer on the line",
      "“The CRM hangs on the refund page.”",
      "Asked by: Ana Diaz · North",
      "Since: 09:00",
      "Category: Something else",
      "Urgency: Normal",
      "On the line: Yes, the customer is waiting",
      "At it: Nobody yet",
      "[I'm on it] [Answer] [Hand over] [Resolve]",
    ].join("\n"),
    mine: [
      "H-1 · Open · Customer on the line",
      "“The CRM hangs on the refund page.”",
      "At it: Nobody yet",
      "[That solved it] [Say more] [Cancel]",
    ].join("\n"),
    needsYou: [
      "Needs you: H-1 · Open · Customer on the line",
      "Nobody is at it yet, so it comes to you (supervisors).",
      "First answer was due 09:02.",
      "09:02 Asked: Duty lead – Dora Ode",
      "09:04 Asked: Floor support – Finn Poe",
      "09:07 Asked: supervisors – Sam Reid",
    ],
    claimed: "H-1\nFinn Poe is at it\n[Answer] [Resolve] [Open it]",
    noHurry: "H-1 · In hand · Customer on the line\nNo need to hurry any more: somebody is at it.",
    question: "H-1: a question to you\nFinn Poe asks the agent: Which browser?\n[Say more]",
    waiting: "H-1 · Waiting for you · Customer on the line",
    needed: "Something is needed from you before it can go on: press “Say more”.",
    replied: "H-1: the agent says more\nAna Diaz: Edge, the old one.\n[Answer] [Open it]",
    resolved: [
      "H-1 is resolved",
      "Finn Poe resolved it: Open it in Chrome, Edge is too old.",
      "[That solved it] [Reopen]",
      "Not settled after all? Reopen it until 10 Mar 2026, 09:07.",
    ].join("\n"),
    reopened: "H-1 is open again\nAna Diaz reopened it",
    closed: "H-1 · Closed",
    over: "H-1 · Closed\n“The CRM hangs on the refund page.”",
    wentBack: [
      "H-1 went back",
      "Nothing was answered in time after you took it, so it is open for everybody again. If you are still on it, take it once more and answer.",
      "“The CRM hangs on the refund page.”",
      "[I'm on it]",
    ].join("\n"),
    backLine: "• 09:04 Finn Poe had no time to answer; it is open again",
    merged:
      "Added to H-1\nWith a customer on the line: first answer due by 09:02.\nYou asked the same a moment ago, so it is one request.",
    notLive:
      "H-1: you asked for help\nWithout a customer on the line: first answer due by 09:15.\n[The customer is waiting]",
    becameLive: "Added to H-1\nWith a customer on the line: first answer due by 09:02.",
    mergedCard: "• 09:01 Ana Diaz added: The CRM hangs on the refund page, error 5.",
    masked: "Long numbers in what you wrote were masked before it was kept. Leave out customer data.",
    handed: "H-1 is yours now\nFinn Poe handed it over to Cleo Roy",
    callBack:
      "H-1: call the customer back\nThe customer was promised a call at 9 Mar 2026, 09:30.\n“Needs a refund letter.”\nAsked by: Ana Diaz",
    offer: [
      "Did this settle it? It helped with the like before:",
      "A-1 “Open it in Chrome, Edge is too old.”",
      "[That solved it]",
    ].join("\n"),
    solvedByOffer: "H-3\nBo Lund says that it is solved",
    gapReply: "Nobody is on duty (Duty lead), so I told the agent's team leads instead: Lee Wong.",
    gapCard: "Nobody is on duty (Duty lead), asked instead: the agent's team leads – Lee Wong",
    gapAdmin: [
      "Nobody is on duty: Duty lead",
      "An agent asked for help and nobody had this duty. I asked the agent's team leads instead: Lee Wong.",
      "Put somebody on duty, or change who is asked under “help” in fairline.yaml. You hear of this duty once a day. The duties of today: /oncall",
    ].join("\n"),
    list: "H-1 · Open · Customer on the line · Something else · 9 Mar 2026, 09:00 · Ana Diaz\n“The CRM hangs on the refund page.”",
    noneOwn: "You have asked for no help that fits. When you need a hand: /helpme",
    noneSite: "Nobody waits for help here. What is over: /helpme list over",
    noneAtIt: "You are at nothing that fits. See what waits for somebody: /helpme list open",
  },
  "zh-CN": {
    reply: [
      "H-1 求助已发出",
      "客户在线，首次回复时限：09:02。",
      "已发布到 floor。",
      "已通知（值班长）：Dora Ode。",
      "有回复时会私信通知您。/helpme list",
    ].join("\n"),
    card: [
      "H-1 · 待接手 · 客户在线",
      "“The CRM hangs on the refund page.”",
      "求助人: Ana Diaz · North",
      "求助时间: 09:00",
      "类别: 其他",
      "紧急程度: 一般",
      "客户是否在线: 是，客户正在等待",
      "处理人: 暂无",
      "[我来处理] [回复] [转交] [解决]",
    ].join("\n"),
    mine: [
      "H-1 · 待接手 · 客户在线",
      "“The CRM hangs on the refund page.”",
      "处理人: 暂无",
      "[已解决我的问题] [补充说明] [取消求助]",
    ].join("\n"),
    needsYou: [
      "请处理：H-1 · 待接手 · 客户在线",
      "目前无人处理，因此通知您（主管）。",
      "首次回复已超时，时限：09:02。",
      "09:02 已呼叫值班长：Dora Ode",
      "09:04 已呼叫现场支持：Finn Poe",
      "09:07 已呼叫主管：Sam Reid",
    ],
    claimed: "H-1\nFinn Poe 开始处理\n[回复] [解决] [查看]",
    noHurry: "H-1 · 处理中 · 客户在线\n已有人处理，您无需再跟进。",
    question: "H-1 需要您补充信息\nFinn Poe 请坐席补充：Which browser?\n[补充说明]",
    waiting: "H-1 · 待您补充 · 客户在线",
    needed: "需要您补充信息后才能继续处理，请按“补充说明”。",
    replied: "H-1 坐席有补充\nAna Diaz：Edge, the old one.\n[回复] [查看]",
    resolved: [
      "H-1 已解决",
      "Finn Poe 已解决：Open it in Chrome, Edge is too old.",
      "[已解决我的问题] [重新打开]",
      "仍未解决？可在此时间前重新打开：2026年3月10日 09:07。",
    ].join("\n"),
    reopened: "H-1 已重新打开\nAna Diaz 重新打开",
    closed: "H-1 · 已关闭",
    over: "H-1 · 已关闭\n“The CRM hangs on the refund page.”",
    wentBack: [
      "H-1 已退回",
      "您接手后未在时限内回复，该求助已退回待接手。如仍由您处理，请再次接手并回复。",
      "“The CRM hangs on the refund page.”",
      "[我来处理]",
    ].join("\n"),
    backLine: "• 09:04 Finn Poe 未及时回复，已退回待接手",
    merged: "已并入 H-1\n客户在线，首次回复时限：09:02。\n您刚刚提过相同的问题，已合并为一条。",
    notLive: "H-1 求助已发出\n客户不在线，首次回复时限：09:15。\n[客户正在等待]",
    becameLive: "已并入 H-1\n客户在线，首次回复时限：09:02。",
    mergedCard: "• 09:01 Ana Diaz 补充：The CRM hangs on the refund page, error 5.",
    masked: "您填写的长串数字已在保存前隐去。请勿填写客户资料。",
    handed: "H-1 已转交给您\nFinn Poe 转交给 Cleo Roy",
    callBack:
      "H-1 该给客户回电了\n与客户约定的回电时间：2026年3月9日 09:30。\n“Needs a refund letter.”\n求助人: Ana Diaz",
    offer: [
      "以下答案曾解决过类似问题，能帮到您吗？",
      "A-1 “Open it in Chrome, Edge is too old.”",
      "[已解决我的问题]",
    ].join("\n"),
    solvedByOffer: "H-3\nBo Lund 确认问题已解决",
    gapReply: "值班长无人在岗，已改为通知坐席所在班组的班组长：Lee Wong。",
    gapCard: "值班长无人在岗，已改为呼叫坐席所在班组的班组长：Lee Wong",
    gapAdmin: [
      "值班空缺：值班长",
      "有坐席求助，但该岗位无人值班，已改为呼叫坐席所在班组的班组长：Lee Wong。",
      "请安排人员值班，或在 fairline.yaml 的“help”中调整呼叫对象。同一岗位每天只提醒一次。今日值班：/oncall",
    ].join("\n"),
    list: "H-1 · 待接手 · 客户在线 · 其他 · 2026年3月9日 09:00 · Ana Diaz\n“The CRM hangs on the refund page.”",
    noneOwn: "没有符合条件的求助。需要帮助时请输入：/helpme",
    noneSite: "没有符合条件的求助。查看已结束的求助：/helpme list over",
    noneAtIt: "没有符合条件的求助由您处理。查看待接手的求助：/helpme list open",
  },
} as const;

describe.each(locales)("help on the floor (%s)", (locale) => {
  const words = told[locale];
  const label = (of: "claim" | "answer" | "handOver" | "resolve" | "reopen" | "solved" | "sayMore" | "cancel") =>
    cardWords[of](locale);

  test("with a customer on the line from asking over every step to its end, and again", async () => {
    const made = await asked(locale);
    const [ana, bo, dora, finn] = [made.on("ANA"), made.on("BO"), made.on("DORA"), made.on("FINN")];
    const [lee, sam] = [made.on("LEE"), made.on("SAM")];
    expect(bo.sees()).toBe(words.card);
    expect(dora.sees()).toBe(`${words.card}\n\n${words.card}`);

    await later(made, 1.99);
    expect(made.posted()).toEqual(["help-request → floor", "help-request → dm-DORA", "help-mine → dm-ANA"]);
    await later(made, 0.01);
    expect(made.posted(3)).toEqual(["help-escalation → dm-DORA"]);
    await later(made, 2);
    expect(made.posted(4)).toEqual(["help-escalation → dm-FINN"]);
    await later(made, 3);
    expect(made.posted(5)).toEqual(["help-escalation → dm-SAM"]);
    for (const line of words.needsYou) expect(sam.sees()).toContain(line);
    await later(made, 0);

    await finn.presses(label("claim"));
    expect(only(made).claimer).toBe(anId(4));
    await made.delivers();
    for (const who of [dora, sam]) expect(who.sees()).toContain(words.noHurry);
    await later(made, 0);
    expect(made.posted(6)).toEqual([]);

    await finn.presses(label("answer"));
    await finn.fills({ text: "Which browser?", needs: "yes" });
    await made.delivers();
    for (const line of [words.question, words.waiting, words.needed]) expect(ana.sees()).toContain(line);
    await ana.presses(label("sayMore"));
    await ana.fills({ text: "Edge, the old one." });
    await made.delivers();
    expect(finn.sees()).toContain(words.replied);

    await finn.says("/helpme resolve H-1 Open it in Chrome, Edge is too old.");
    await made.delivers();
    expect(ana.sees()).toContain(words.resolved);
    expect(made.posted(6)).toEqual([
      "help-said → dm-ANA",
      "help-talk → floor thread",
      "help-said → dm-FINN",
      "help-talk → floor thread",
      "help-said → dm-ANA",
      "help-talk → floor thread",
      "help-answer → dm-SAM",
    ]);

    made.clock.to("2026-03-09T13:00:00Z");
    await ana.presses(label("reopen"));
    await made.delivers();
    for (const who of [finn, dora]) expect(who.sees()).toContain(words.reopened);
    expect(lee.sees()).not.toContain(words.reopened);
    await dora.presses(label("claim"));
    await dora.presses(label("resolve"));
    await dora.fills({ note: "" });
    await made.delivers();
    expect(only(made).state).toBe("resolved");
    made.clock.to("2026-03-10T13:00:01Z");
    await later(made, 0);
    expect(only(made).state).toBe("closed");
    expect(ana.sees()).toContain(words.closed);
    expect(bo.sees()).toContain(words.over);
    expect(bo.sees()).not.toContain(`[${label("answer")}]`);
    expect(only(made).nextAt).toBeUndefined();
  });

  test("the agent sees where it stands, and that numbers were masked before anything was kept", async () => {
    const made = helpHouse(locale);
    const [ana, finn] = [made.on("ANA"), made.on("FINN")];
    await ana.says("/helpme live The CRM hangs on the refund page.");
    expect(ana.sees()).toBe(words.reply);
    await made.delivers();
    expect(ana.sees()).toContain(words.mine);
    await finn.says("/helpme claim 1");
    await finn.presses(label("answer"));
    await finn.fills({ text: "Is it card 4111 1111 1111 1111?" });
    expect(finn.sees()).toContain(words.masked);
    await made.delivers();
    await ana.presses(label("sayMore"));
    await ana.fills({ text: "No, 身份证 110101199003077758." });
    expect(ana.sees()).toContain(words.masked);
    await finn.says("/helpme resolve H-1 Call 0113 496 0000 and ask.");
    expect(finn.sees()).toContain(words.masked);
    await ana.says("/helpme reopen H-1 Not for 13800138000.");
    expect(ana.sees()).toContain(words.masked);
    await ana.says("/helpme What of phone 13800138000?");
    expect(ana.sees()).toContain(words.masked);
    await made.delivers();
    const entries = await made.store.entries(anId(601));
    const answers = await made.store.answers("leeds", ["proposed"], { from: 0, limit: 9 });
    const kept = JSON.stringify([
      made.store.all().map(({ text, note }) => [text, note]),
      entries.map(({ text }) => text),
      answers.answers.map(({ question, answer }) => [question, answer]),
    ]);
    expect(kept).toContain("•••");
    expect(kept).not.toMatch(/\d{4}/);
  });

  test("claimed without an answer for three minutes goes back, and whoever had it hears of it", async () => {
    const made = await asked(locale);
    const [bo, finn] = [made.on("BO"), made.on("FINN")];
    made.clock.pass(1);
    await finn.presses(label("claim"));
    expect(finn.sees()).toContain(words.claimed);
    await made.delivers();
    await later(made, 2.99);
    expect(only(made).claimer).toBe(anId(4));
    await later(made, 0.01);
    expect(only(made)).toMatchObject({ state: "open" });
    expect(finn.sees()).toContain(words.wentBack);
    expect(bo.sees()).toContain(words.backLine);
    expect(made.posted(3)).toEqual(["help-said → dm-FINN", "help-escalation → dm-DORA", "help-escalation → dm-FINN"]);
    await finn.presses(label("claim"));
    await finn.says("/helpme list mine");
    expect(finn.sees()).toContain("H-1");
  });

  test("the same within two minutes is added, sent twice it is nothing, and later it is another", async () => {
    const made = await asked(locale);
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await ana.says("/helpme live The CRM hangs on the refund page.");
    expect(await made.store.entries(only(made).id)).toEqual([]);
    made.clock.pass(1);
    await ana.says("/helpme The CRM hangs on the refund page, error 5.");
    expect(ana.sees()).toContain(words.merged);
    await made.delivers();
    expect(bo.sees()).toContain(words.mergedCard);
    expect(only(made)).toMatchObject({ number: 1, isLive: true });
    made.clock.pass(1.01);
    await ana.says("/helpme live The CRM hangs on the refund page.");
    expect(made.store.all()).toHaveLength(2);
  });

  test("the pace is told, and the customer who waits after all makes it live", async () => {
    const made = helpHouse(locale);
    const [ana, finn] = [made.on("ANA"), made.on("FINN")];
    await ana.says("/helpme CRM打不开");
    expect(ana.sees()).toContain(words.notLive);
    made.clock.pass(1);
    await ana.presses(formWords.customerWaits(locale));
    expect(ana.sees()).toContain(words.becameLive);
    expect(ana.sees()).not.toContain(formWords.customerWaits(locale));
    expect(only(made).isLive).toBe(true);

    await made.on("BO").says("/helpme Another thing entirely");
    await finn.says("/helpme resolve H-2 It was nothing in the end.");
    await made.on("BO").presses(formWords.customerWaits(locale));
    expect(made.on("BO").sees()).toContain(stateNames.resolved(locale));
    expect(made.store.all()).toHaveLength(2);
  });

  test("it is handed over, and the call-back is said to who is at it when it is due", async () => {
    const made = await asked(locale, {}, "/helpme @09:30 Needs a refund letter.");
    const [ana, finn, cleo] = [made.on("ANA"), made.on("FINN"), made.on("CLEO")];
    await finn.presses(label("claim"));
    await finn.says("/helpme claim 1");
    await finn.presses(label("handOver"));
    await finn.fills({ who: "Cleo Roy" });
    await made.delivers();
    expect(cleo.sees()).toContain(words.handed);
    await cleo.presses(label("answer"));
    await cleo.fills({ text: "I write it." });
    await made.delivers();
    const before = made.posted().length;
    made.clock.to("2026-03-09T09:30:00Z");
    await later(made, 0);
    await later(made, 0);
    expect([...made.posted(before)].sort()).toEqual(["help-said → dm-ANA", "help-said → dm-CLEO"]);
    for (const who of [ana, cleo]) expect(who.sees()).toContain(words.callBack.split("\n")[0]);
    expect(cleo.sees()).toContain(words.callBack);
    await ana.presses(label("cancel"));
    expect(only(made).state).toBe("cancelled");
  });

  test("a note becomes an answer, which is offered to the next and closes what it settles", async () => {
    const made = await asked(locale);
    await made.on("FINN").says("/helpme resolve H-1 Open it in Chrome, Edge is too old.");
    const [proposed] = (await made.store.answers("leeds", ["proposed"], { from: 0, limit: 9 })).answers;
    if (proposed === undefined) throw new Error("nothing was learnt");
    expect(proposed).toMatchObject({ question: "The CRM hangs on the refund page.", proposedBy: anId(4), number: 1 });
    await made.store.changeAnswer<never>(proposed.id, made.clock.now(), (now) => ({
      ok: true,
      value: { answer: { ...now, state: "approved" } },
    }));
    const bo = made.on("BO");
    await bo.says("/helpme CRM hangs again");
    expect(bo.sees()).toContain(words.offer);
    await made.delivers();
    await bo.says("/helpme");
    await bo.presses(label("solved"));
    expect(made.store.all().find(({ number }) => number === 2)).toMatchObject({ state: "closed" });
    expect((await made.store.answer(proposed.id))?.solved).toBe(0);
    await bo.says("/helpme CRM hangs again and again");
    await bo.presses(label("solved"));
    expect(bo.sees()).toContain(words.solvedByOffer);
    expect((await made.store.answer(proposed.id))?.solved).toBe(1);
  });

  test("where nobody has the duty the next best are asked, and the admin hears of it once a day", async () => {
    const made = helpHouse(locale, { duty: [] });
    const [ana, bo, lee, ida] = [made.on("ANA"), made.on("BO"), made.on("LEE"), made.on("IDA")];
    await ana.says("/helpme live The CRM hangs on the refund page.");
    expect(ana.sees()).toContain(words.gapReply);
    await made.delivers();
    expect(ida.sees()).toContain(words.gapAdmin);
    await later(made, 2);
    expect(lee.sees()).toContain(words.gapCard);
    await bo.says("/helpme live Another thing entirely.");
    await made.delivers();
    expect(made.posted()).toEqual([
      "help-request → floor",
      "help-request → dm-LEE",
      "help-mine → dm-ANA",
      "help-gap → dm-IDA",
      "help-escalation → dm-LEE",
      "help-request → floor",
      "help-request → dm-LEE",
      "help-mine → dm-BO",
    ]);
  });

  test("lists show one's own or the site's, and say what to do where there is nothing", async () => {
    const made = helpHouse(locale);
    const [ana, bo, finn, aud] = [made.on("ANA"), made.on("BO"), made.on("FINN"), made.on("AUD")];
    await bo.says("/helpme list");
    expect(bo.sees()).toContain(words.noneOwn);
    await finn.says("/helpme list");
    expect(finn.sees()).toContain(words.noneSite);
    await finn.says("/helpme list mine");
    expect(finn.sees()).toContain(words.noneAtIt);
    await ana.says("/helpme live The CRM hangs on the refund page.");
    for (const who of [finn, aud]) {
      await who.says("/helpme list live open");
      expect(who.sees()).toContain(words.list);
    }
    await bo.says("/helpme list");
    expect(bo.sees()).toContain(words.noneOwn);
    await finn.says("/helpme list claimed");
    expect(finn.sees()).toContain(words.noneSite);
    for (let n = 2; n <= 10; n += 1) {
      made.clock.pass(5);
      await ana.says(`/helpme Question number ${n}`);
    }
    await ana.says("/helpme list");
    expect(ana.sees()).toContain("H-10");
    await ana.presses(locale === "en" ? "More" : "下一页");
    expect(ana.sees()).toContain("H-1 ");
  });
});

describe("a request has one claim", () => {
  test("however many press at the same moment", async () => {
    const made = await asked("en");
    const all = ["DORA", "FINN", "CLEO", "LEE", "SAM"].map((name) => made.on(name));
    await Promise.all(all.map((who) => who.says("/helpme claim 1")));
    const claims = (await made.store.entries(only(made).id)).filter(({ kind }) => kind === "claimed");
    expect(claims).toHaveLength(1);
    const refused = all.filter((who) => who.sees().includes("is at it already."));
    expect(refused).toHaveLength(4);
  });

  test("and whoever has it and presses once more changes nothing", async () => {
    const made = await asked("en");
    const finn = made.on("FINN");
    await finn.says("/helpme claim 1");
    const { version } = only(made);
    await finn.says("/helpme claim H-1");
    expect(only(made).version).toBe(version);
  });
});

describe("without a customer on the line", () => {
  test("it waits for working hours, and its steps are others", async () => {
    const made = helpHouse("en");
    made.clock.to("2026-03-06T17:50:00Z");
    await made.on("ANA").says("/helpme How do I write a refund letter?");
    await made.delivers();
    expect(only(made).nextAt).toEqual(new Date("2026-03-09T09:05:00Z"));
    made.clock.to("2026-03-09T09:05:00Z");
    await later(made, 0);
    expect(made.posted(3)).toEqual(["help-escalation → dm-DORA"]);
  });

  test("waiting for the agent, time stands still, and after a day of silence it is closed", async () => {
    const made = await asked("en", {}, "/helpme How do I write a refund letter?");
    await made.on("FINN").says("/helpme claim 1");
    const finn = made.on("FINN");
    await finn.presses("Answer");
    await finn.fills({ text: "For which product?", needs: "yes" });
    await made.delivers();
    const before = made.posted().length;
    made.clock.to("2026-03-10T08:59:59Z");
    await later(made, 0);
    expect(made.posted(before)).toEqual([]);
    expect(only(made).state).toBe("waiting");
    made.clock.to("2026-03-10T09:00:00Z");
    await later(made, 0);
    expect(only(made).state).toBe("closed");
    expect(made.on("ANA").sees()).toContain("Closed, as nothing more was said");
  });
});

describe("what is said in the thread", () => {
  const nothing = { is: "nothing" };
  const saysIn =
    (made: House) =>
    (person: number, name: string, text: string, isToBot = false) =>
      made.replied(
        { person: anId(person), name, site: "leeds", roles: ["agent"], zone: "Europe/London" },
        only(made).id,
        { text, isToBot },
        made.clock.now(),
      );

  test("is an answer of who may help, more of who asked, and refused to others", async () => {
    const made = await asked("en");
    const says = saysIn(made);
    await made.on("FINN").says("/helpme claim 1");
    expect(await says(4, "Finn", "Try another browser.")).toEqual(nothing);
    expect(await says(1, "Ana", "It is the same there.")).toEqual(nothing);
    expect((await says(2, "Bo", "Me too!", true)).is).toBe("view");
    await made.delivers();
    // Both hear of it, and the thread has no echo of its own words.
    expect(made.posted(3)).toEqual(["help-said → dm-ANA", "help-said → dm-FINN"]);
    expect(only(made)).toMatchObject({ state: "claimed", claimer: anId(4) });
  });

  test("is let be where it was not meant for the bot: of bystanders, and after the end", async () => {
    const made = await asked("en");
    const says = saysIn(made);
    await made.on("FINN").says("/helpme claim H-1");
    const { version } = only(made);
    expect(await says(2, "Bo", "Poor you.")).toEqual(nothing);
    // What somebody meant to say and is lost is told, mention or not.
    expect((await says(4, "Finn", "x".repeat(5_000))).is).toBe("view");
    expect(only(made).version).toBe(version);
    await made.on("FINN").says("/helpme resolve H-1 It was the browser.");
    expect(only(made).state).toBe("resolved");
    expect(await says(4, "Finn", "You are welcome.")).toEqual(nothing);
    expect((await says(4, "Finn", "You are welcome.", true)).is).toBe("view");
    // Whose trouble is back hears how to reopen.
    expect((await says(1, "Ana", "It still hangs!")).is).toBe("view");
  });

  test("is passed on without customers' numbers, and its writer is asked to delete them there", async () => {
    const made = await asked("en");
    expect((await saysIn(made)(1, "Ana", "Their card is 4111 1111 1111 1111.")).is).toBe("view");
    const entries = await made.store.entries(only(made).id);
    expect(entries.map(({ text }) => text)).toEqual(["Their card is •••."]);
  });
});

test("a fault in one request keeps none of the others from being looked at", async () => {
  const made = await asked("en");
  const { id } = only(made);
  await made.on("BO").says("/helpme live Another thing entirely.");
  await made.delivers();
  const { change } = made.store;
  made.store.change = (of, at, decide) => {
    if (of === id) throw new Error("the first is broken");
    return change(of, at, decide);
  };
  const before = made.posted().length;
  made.clock.pass(2);
  await expect(made.help.sweep(made.clock.now())).rejects.toThrow("the first is broken");
  await made.delivers();
  expect(made.posted(before)).toEqual(["help-escalation → dm-DORA"]);
});
