import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anEvaluation } from "../../testing/appeal-builders.ts";
import { appealHouse } from "../../testing/appeal-house.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { testRouter } from "../../testing/conversation.ts";
import * as to from "./addresses.ts";

type House = ReturnType<typeof appealHouse>;

const reason = "I said my name at 1:10, please listen again.";
const because = "The name is there, after the company's.";
const several = { en: "Appeal several items", "zh-CN": "申诉多个项目" };

/** Ana appeals her evaluation, the greeting unless said otherwise. */
async function files(house: House, but: Readonly<Record<string, string>> = {}, locale: Locale = "en") {
  const ana = house.on("ANA");
  await ana.says("/appeal new E-1");
  await ana.presses(several[locale]);
  await ana.fills({ points: "greeting=10", kind: "fact", reason, ...but });
  return ana;
}

const votes = (house: House, user: string, points: number, but: Readonly<Record<string, string>> = {}) => {
  const given = { number: "1", item: "greeting", points: `${points}`, code: "scorer-error", reason: because, ...but };
  return house.on(user).runs("appeal vote", given);
};

async function answered(house: House, user: string, line: string): Promise<string> {
  const somebody = house.on(user);
  await somebody.says(line);
  return somebody.sees();
}

/** Ana's appeal with the panel: Sam, Lea and Kim. */
async function withPanel(house: House, but: Readonly<Record<string, string>> = {}) {
  await files(house, but);
  const lea = house.on("LEA");
  await lea.says("/appeal status 1");
  await lea.presses("Pass it to the panel");
}

/** The panel's votes on the greeting, the supervisor's first. */
async function decided(house: House, points: readonly [number, number, number], but = {}) {
  await withPanel(house);
  await votes(house, "SAM", points[0], but);
  await votes(house, "LEA", points[1], but);
  await votes(house, "KIM", points[2], but);
}

/** What somebody is answered who presses what was never shown to them. */
async function forges(house: House, user: string, action: string) {
  const talk = testRouter(registry(house.commands, house.actions), { people: house.people, clock: house.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const reply = await talk.answer({ is: "press", key: `forged ${user} ${action}`, by, place, action });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

describe("a complete case", () => {
  test("in English: filed, returned, answered, stated, voted on unseen, decided, put right, closed", async () => {
    const house = appealHouse("en");
    const [ana, lea, quinn, sam, kim] = ["ANA", "LEA", "QUINN", "SAM", "KIM"].map(house.on) as [
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
    ];
    await ana.says("/appeal new");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "What you can appeal
      • E-1 · 6 Mar · 59 points · until 16 Mar 2026, 10:00
      [Choose an evaluation ▾]"
    `);
    await ana.picks("Choose an evaluation", "E-1 · 6 Mar · 59 points");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Appeal evaluation E-1
      Form: Phone, version 1
      Contact: call-1 · Fri, 6 Mar 2026
      Score: 59
      • Greeting: 3 of 10
      No name was given.
      • Identity check: 5 of 5
      • Right answer: 6 of 10
      You can appeal until 16 Mar 2026, 10:00. Items that you do not challenge stay as they are, and an appeal never lowers a score.
      [Choose an item ▾]
      [Appeal several items]"
    `);
    await ana.picks("Choose an item", "Greeting · 3 of 10");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Greeting · evaluation E-1
      It earned: 3 of 10
      Weight: 30
      The scorer's comment: No name was given.
      Nobody has appealed this item before. Yours would be the first precedent.
      You can appeal until 16 Mar 2026, 10:00. Items that you do not challenge stay as they are, and an appeal never lowers a score.
      [Appeal “Greeting”]"
    `);
    await ana.presses("Appeal “Greeting”");
    expect(ana.sees()).toContain("Points that you propose: greeting=10");
    await ana.fills({ kind: "fact", reason, link: "https://files.example.com/note" });
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Appeal 1 is filed. Thank you for saying so.
      Its message is kept up to date as it goes on; you need not ask. Nothing of this is held against you.
      With the lead
      The lead looks at it first and may ask the agent for something once, but cannot turn it down. Without an answer in time it goes to the panel by itself.
      Waits for Lea Holt until 11 Mar 2026, 09:00.
      What is challenged
      • Greeting: had 3 of 10, asked for 10
      The scorer's comment: No name was given.
      Agent: Ana Diaz
      Scored by: Quinn Ash
      Form: Phone, version 1
      Contact: call-1 · Fri, 6 Mar 2026
      Score of the evaluation: 59
      What is wrong: Fact: it happened otherwise
      Filed: 10 Mar 2026, 09:00
      The agent's reason
      I said my name at 1:10, please listen again.
      Evidence: link (files.example.com) (https://files.example.com/note)
      The scorer has not stated grounds yet.
      What happened
      • 10 Mar 2026, 09:00 · Ana Diaz filed it
      [Take it back] [The evaluation]"
    `);

    await house.delivers();
    expect(lea.sees()).toContain("[Pass it to the panel] [Ask the agent]");
    await lea.presses("Ask the agent");
    await lea.fills({ question: "Which sentence is it?" });
    expect(lea.sees()).toContain("Waits for Ana Diaz until 13 Mar 2026, 09:00.");

    await house.delivers();
    expect(ana.sees()).toContain("Your lead needs something from you.");
    await ana.presses("Answer");
    await ana.fills({ text: "The second one, after the company's name." });
    expect(ana.sees()).toContain("With the panel");

    await house.delivers();
    expect(quinn.sees()).toContain("You scored this. You may say why");
    await quinn.presses("State your grounds");
    await quinn.fills({ statement: "I heard the company's name, and no name of hers." });
    expect(quinn.sees()).toContain("I heard the company's name, and no name of hers.");

    await house.delivers();
    expect(sam.sees()).toMatchInlineSnapshot(`
      "Appeal 1 · evaluation E-1
      With the panel
      Please listen to the recording and score each item as you would have, with your reason. Nobody sees it until all are in, and you see nobody else's.
      ➤ It waits for you until 13 Mar 2026, 09:00.
      Waits for Lea Holt until 13 Mar 2026, 09:00.
      Waits for Kim Sun until 13 Mar 2026, 09:00.
      What is challenged
      • Greeting: had 3 of 10, asked for 10
      The scorer's comment: No name was given.
      Greeting: Whole points from 0 to 10.
      Agent: Ana Diaz
      Scored by: Quinn Ash
      Form: Phone, version 1
      Contact: call-1 · Fri, 6 Mar 2026
      Score of the evaluation: 59
      What is wrong: Fact: it happened otherwise
      Filed: 10 Mar 2026, 09:00
      The agent's reason
      I said my name at 1:10, please listen again.
      Evidence: link (files.example.com) (https://files.example.com/note)
      The lead asked
      Which sentence is it?
      The agent answered
      The second one, after the company's name.
      The scorer's grounds
      I heard the company's name, and no name of hers.
      What happened
      • 10 Mar 2026, 09:00 · Ana Diaz filed it
      • 10 Mar 2026, 09:00 · Lea Holt asked the agent for something
      • 10 Mar 2026, 09:00 · Ana Diaz answered
      • 10 Mar 2026, 09:00 · Sam Reid took the supervisor's seat
      • 10 Mar 2026, 09:00 · Lea Holt took the lead's seat
      • 10 Mar 2026, 09:00 · Kim Sun took the quality seat
      • 10 Mar 2026, 09:00 · Quinn Ash stated grounds
      [Score “Greeting”] [The evaluation]"
    `);
    await sam.presses("Score “Greeting”");
    await sam.fills({
      points: "8",
      code: "rule-unclear",
      reason: "The name is there, quietly; the rule does not say how.",
    });
    expect(sam.sees()).toContain("You have voted. Your votes stay unseen until all are in.");
    await house.delivers();
    for (const other of [ana, lea, quinn, kim]) expect(other.sees()).not.toContain("quietly");
    await lea.presses("Score “Greeting”");
    await lea.fills({ points: "10", code: "scorer-error", reason: "She says it, and one hears it well." });
    await kim.presses("Score “Greeting”");
    await kim.fills({ points: "2", code: "no-error", reason: "I can hear the company's name and nothing else." });
    await house.delivers();
    await ana.says("/appeal status 1");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Appeal 1 · evaluation E-1
      Closed · Upheld in part
      It is decided, and what was decided is done.
      If you have new evidence, you may appeal once more.
      That is possible until 17 Mar 2026, 09:00.
      What is challenged
      • Greeting: had 3 of 10, asked for 10, decided 8: partly upheld (rule unclear)
      The scorer's comment: No name was given.
      The decision
      Greeting
      • The supervisor's seat: 8 points, rule unclear. The name is there, quietly; the rule does not say how.
      • The lead's seat: 10 points, scorer error. She says it, and one hears it well.
      • The quality seat: 2 points, no error. I can hear the company's name and nothing else.
      An appeal never lowers a score: where a vote was lower, the points stay.
      The evaluation went from 59 to 74. The scores, ranks and eligibility that stand on it follow.
      The panel found the rule unclear. The form's owner has it on their list.
      Agent: Ana Diaz
      Scored by: Quinn Ash
      Form: Phone, version 1
      Contact: call-1 · Fri, 6 Mar 2026
      Score of the evaluation: 59 → 74
      What is wrong: Fact: it happened otherwise
      Filed: 10 Mar 2026, 09:00
      The agent's reason
      I said my name at 1:10, please listen again.
      Evidence: link (files.example.com) (https://files.example.com/note)
      The lead asked
      Which sentence is it?
      The agent answered
      The second one, after the company's name.
      The scorer's grounds
      I heard the company's name, and no name of hers.
      What happened
      • 10 Mar 2026, 09:00 · Ana Diaz filed it
      • 10 Mar 2026, 09:00 · Lea Holt asked the agent for something
      • 10 Mar 2026, 09:00 · Ana Diaz answered
      • 10 Mar 2026, 09:00 · Sam Reid took the supervisor's seat
      • 10 Mar 2026, 09:00 · Lea Holt took the lead's seat
      • 10 Mar 2026, 09:00 · Kim Sun took the quality seat
      • 10 Mar 2026, 09:00 · Quinn Ash stated grounds
      • 10 Mar 2026, 09:00 · One of the panel has voted
      • 10 Mar 2026, 09:00 · One of the panel has voted
      • 10 Mar 2026, 09:00 · One of the panel has voted
      • 10 Mar 2026, 09:00 · It was decided
      • 10 Mar 2026, 09:00 · The evaluation was put right
      • 10 Mar 2026, 09:00 · It was closed
      [Appeal again] [The evaluation]"
    `);
    expect(house.shelf.all()[0]).toMatchObject({ points: 74, revision: 2 });
    expect(house.restated).toEqual(["leeds"]);
    expect(await answered(house, "QUINN", "/appeal status 1")).toContain("it is no judgement of you");
  });

  test("in Chinese", async () => {
    const house = appealHouse("zh-CN");
    const [ana, lea, quinn, sam] = ["ANA", "LEA", "QUINN", "SAM"].map(house.on) as [
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
      ReturnType<House["on"]>,
    ];
    await ana.says("/appeal new call-1");
    await ana.picks("选择项目", "问候 · 3 / 10");
    await ana.presses("申诉：问候");
    await ana.fills({ kind: "fact", reason: "录音一分十秒处我已经报了姓名和公司名称，请核实。" });
    expect(ana.sees()).toMatchInlineSnapshot(`
      "申诉 1 已提交，感谢您的反馈。
      进展会更新在同一条消息里，无需反复查询。申诉不会对您产生任何不利影响。
      班组长处理中
      班组长先行查看，可请坐席补充一次，但不能驳回。到期未处理则自动转交评审组。
      等待Lea Holt处理，截止 2026年3月11日 09:00。
      申诉项目
      • 问候：原得 3 分（满分 10），申请 10 分
      评分人评语：No name was given.
      坐席: Ana Diaz
      评分人: Quinn Ash
      评分表: 电话（第 1 版）
      联络: call-1 · 2026年3月6日周五
      质检评分总分: 59
      申诉类型: 事实有误：当时情况并非如此
      提交时间: 2026年3月10日 09:00
      申诉理由
      录音一分十秒处我已经报了姓名和公司名称，请核实。
      评分人尚未说明依据。
      经过
      • 2026年3月10日 09:00 · Ana Diaz提交申诉
      [撤回申诉] [查看质检评分]"
    `);
    await house.delivers();
    await lea.presses("请坐席补充");
    await lea.fills({ question: "请问具体是哪一句？谢谢。" });
    await house.delivers();
    await ana.presses("补充材料");
    await ana.fills({ text: "第二句，在公司名称之后。" });
    await house.delivers();
    await quinn.presses("说明评分依据");
    await quinn.fills({ statement: "我反复听了三遍，只听到公司名称，没有听到坐席的姓名。" });
    const ballot = { code: "标准不明确", reason: "录音里有姓名，但声音很轻，标准没有写明要多清楚。" };
    await house.delivers();
    await sam.presses("评分：问候");
    await sam.fills({ points: "8", ...ballot });
    await votes(house, "LEA", 10, ballot);
    await votes(house, "KIM", 3, { ...ballot, code: "no-error" });
    await ana.says("/appeal status 1");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "申诉 1 · 质检评分 E-1
      已结案 · 申诉部分成立
      已裁定，并已执行完毕。
      如有新的证据，您可以再申诉一次。
      截止 2026年3月17日 09:00。
      申诉项目
      • 问候：原得 3 分（满分 10），申请 10 分，裁定 8 分：部分支持（标准不明确）
      评分人评语：No name was given.
      裁定
      问候
      • 主管席：8 分，标准不明确。录音里有姓名，但声音很轻，标准没有写明要多清楚。
      • 班组长席：10 分，标准不明确。录音里有姓名，但声音很轻，标准没有写明要多清楚。
      • 质检席：3 分，评分无误。录音里有姓名，但声音很轻，标准没有写明要多清楚。
      质检评分由 59 更正为 74，相关成绩、排名和资格随之更新。
      评审组认为标准不明确，已列入评分表负责人的待办。
      坐席: Ana Diaz
      评分人: Quinn Ash
      评分表: 电话（第 1 版）
      联络: call-1 · 2026年3月6日周五
      质检评分总分: 59 → 74
      申诉类型: 事实有误：当时情况并非如此
      提交时间: 2026年3月10日 09:00
      申诉理由
      录音一分十秒处我已经报了姓名和公司名称，请核实。
      班组长的询问
      请问具体是哪一句？谢谢。
      坐席的补充
      第二句，在公司名称之后。
      评分人的依据
      我反复听了三遍，只听到公司名称，没有听到坐席的姓名。
      经过
      • 2026年3月10日 09:00 · Ana Diaz提交申诉
      • 2026年3月10日 09:00 · Lea Holt请坐席补充
      • 2026年3月10日 09:00 · Ana Diaz补充了材料
      • 2026年3月10日 09:00 · Sam Reid担任主管席评审
      • 2026年3月10日 09:00 · Lea Holt担任班组长席评审
      • 2026年3月10日 09:00 · Kim Sun担任质检席评审
      • 2026年3月10日 09:00 · Quinn Ash说明了评分依据
      • 2026年3月10日 09:00 · 一位评审已完成评分
      • 2026年3月10日 09:00 · 一位评审已完成评分
      • 2026年3月10日 09:00 · 一位评审已完成评分
      • 2026年3月10日 09:00 · 已裁定
      • 2026年3月10日 09:00 · 质检评分已更正
      • 2026年3月10日 09:00 · 已结案
      [再次申诉] [查看质检评分]"
    `);
    await ana.says("/appeal precedents 姓名 标准");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "以往裁定：姓名 标准
      • 申诉 1 · 问候：3 → 8，部分支持，标准不明确：录音里有姓名，但声音很轻，标准没有写明要多清楚。
      先例均不含姓名。进一步查找：/appeal precedents"
    `);
  });

  test("each party has one message that is kept up to date", async () => {
    const house = appealHouse("en");
    await decided(house, [8, 10, 3]);
    await house.delivers();
    await house.delivers();
    for (const user of ["ANA", "QUINN", "SAM", "KIM"]) {
      const titled = house.platform.seenBy(anAccount(user)).filter(({ onlyFor }) => onlyFor === undefined);
      expect(titled.map(({ view }) => view.title)).toEqual(["Appeal 1 · evaluation E-1"]);
      expect(titled.map(({ view }) => plainView(view)).join()).toContain("Closed · Upheld in part");
    }
  });
});

describe("filing", () => {
  test("what is late becomes a request for an exception, on which the supervisor decides", async () => {
    const house = appealHouse("en");
    house.clock.to("2026-03-17T09:00:00Z");
    const ana = house.on("ANA");
    await ana.says("/appeal new");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "What you can appeal
      The days to file are over for all of your evaluations.
      You can still choose an older one: its days to file are over, so it becomes a request for an exception.
      [Choose an evaluation ▾]"
    `);
    await ana.picks("Choose an evaluation", "E-1 · 6 Mar · 59 points (exception)");
    expect(ana.sees()).toContain("The days to file ended on 16 Mar 2026, 10:00. You can still file");
    await files(house);
    expect(house.on("ANA").sees()).toContain("it is a request for an exception now");
    await house.delivers();
    const sam = house.on("SAM");
    expect(sam.sees()).toContain("[Let it be heard] [Do not make an exception]");
    await sam.presses("Let it be heard");
    expect(sam.sees()).toContain("With the lead");
    expect(await answered(house, "ANA", "/appeal status 1")).toContain("Sam Reid let it be heard");
  });

  test("a late one that is not heard ends kindly", async () => {
    const house = appealHouse("en");
    house.clock.to("2026-03-17T09:00:00Z");
    await files(house);
    const sam = house.on("SAM");
    await sam.says("/appeal status 1");
    await sam.presses("Do not make an exception");
    const seen = await answered(house, "ANA", "/appeal status 1");
    expect(seen).toContain("Not heard");
    expect(seen).toContain("It costs nothing to have asked.");
  });

  test("of a purged recording it is decided for the agent at once", async () => {
    const house = appealHouse("en", { config: { recordingDays: 3 } });
    const ana = house.on("ANA");
    await ana.says("/appeal new E-1");
    expect(ana.sees()).toContain("an appeal is decided for you at once");
    await files(house);
    const seen = house.on("ANA").sees();
    expect(seen).toContain("The recording is gone, so it was decided for you at once.");
    expect(seen).toContain("Greeting: had 3 of 10, asked for 10, decided 10: upheld (system)");
    expect(seen).toContain("The evaluation went from 59 to 80.");
  });

  test("in a month that is closed for pay the difference counts today, which is said", async () => {
    const evaluation = anEvaluation({ day: day("2026-02-27"), publishedAt: new Date("2026-03-09T10:00:00Z") });
    const house = appealHouse("en", { evaluations: [evaluation], config: { monthClosesOn: 5 } });
    await decided(house, [10, 10, 10]);
    expect(await answered(house, "ANA", "/appeal status 1")).toContain(
      "The month of the contact is closed for pay, so the difference counts on Tue, 10 Mar 2026.",
    );
  });

  test("an evaluation without items is appealed as a whole, with its precedents at hand", async () => {
    const imported = anEvaluation({ number: "Q-77", source: "qm", form: "Telephony", marks: [], points: 71 });
    const { version: _, ...whole } = imported;
    const house = appealHouse("en", { evaluations: [whole] });
    const ana = house.on("ANA");
    await ana.says("/appeal new Q-77");
    expect(ana.sees()).toContain("Nobody has appealed this item before.");
    await ana.presses("Appeal it");
    await ana.fills({ points: "95", kind: "rule", reason });
    expect(ana.sees()).toContain("The whole evaluation: had 71 of 100, asked for 95");
  });

  test("somebody without evaluations is told when there will be some", async () => {
    expect(await answered(appealHouse("en"), "BEN", "/appeal new")).toContain("You have no evaluations to appeal.");
    expect(await answered(appealHouse("zh-CN"), "BEN", "/appeal new")).toContain("目前没有可申诉的质检评分");
  });

  test("a file is evidence that the parties can open and nobody else", async () => {
    const house = appealHouse("en");
    const ana = house.on("ANA");
    const content = new Uint8Array([1, 2, 3]);
    await ana.says("/appeal new E-1");
    await ana.presses("Appeal several items");
    const file = { name: "screen.png", bytes: 3, read: async () => content };
    await ana.fills({ points: "greeting=10", kind: "technical", reason, file: { file } });
    expect(ana.sees()).toContain("Evidence: 📎 screen.png");
    const lea = house.on("LEA");
    await lea.says("/appeal status 1");
    await lea.presses("📎 screen.png");
    expect(lea.views()[0]?.blocks).toContainEqual({ is: "file", name: "screen.png", type: "image/png", content });
    const [evidence] = house.store.all()[0]?.evidence ?? [];
    const action = to.openEvidence.to({ appeal: house.store.all()[0]?.id ?? "", file: evidence?.file?.id ?? "" });
    expect(await forges(house, "BEN", action)).toContain("There is no such appeal that you have a part in.");
  });

  test("what is wrong with the form is said field by field", async () => {
    const house = appealHouse("en");
    const ana = house.on("ANA");
    await ana.says("/appeal new E-1");
    await ana.presses("Appeal several items");
    await ana.fills({ points: "more", kind: "fact", reason: "Too short.", link: "http://insecure.example.com" });
    const seen = ana.sees();
    expect(seen).toContain("Points that you propose:  ← Write it as item = points");
    expect(seen).toContain("Reason:  ← At least 20 characters are needed; this has 10.");
    expect(seen).toContain("Link to evidence:  ← A link begins with https://");
    await ana.fills({ points: "greeting=10", kind: "fact", reason });
    expect(ana.sees()).toContain("Appeal 1 is filed.");
  });
});

describe("a filing that is refused says why and what to do, and loses nothing", () => {
  test("a duplicate leads to the first", async () => {
    const house = appealHouse("en");
    await files(house);
    const ana = await files(house, { points: "greeting=9, solution=8" });
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your appeal is not filed yet
      “Greeting” is under appeal already, in appeal 1. One open appeal per item is enough; there you can follow it.
      This is what you wrote, so that nothing is lost:
      Points that you propose
      greeting=9, solution=8
      What is wrong
      Fact: it happened otherwise
      Reason
      I said my name at 1:10, please listen again.
      [Open appeal 1] [Fill in the form again]"
    `);
    await ana.presses("Open appeal 1");
    expect(ana.sees()).toContain("Appeal 1 · evaluation E-1");
    const alone = await files(house, { points: "greeting=9" });
    expect(alone.sees()).not.toContain("[Fill in the form again]");
    expect(house.store.all()).toHaveLength(1);
  });

  test("what was restated meanwhile is looked at first", async () => {
    const house = appealHouse("en");
    const ana = house.on("ANA");
    await ana.says("/appeal new E-1");
    await ana.picks("Choose an item", "Right answer · 6 of 10");
    const old = house.on("ANA");
    await decided(house, [10, 10, 10]);
    await old.presses("Appeal “Right answer”");
    await old.fills({ kind: "rule", reason });
    expect(old.sees()).toContain("revision 2 counts now");
    expect(old.sees()).toContain(reason);
    await old.presses("Look at it as it is now");
    expect(old.sees()).toContain("Greeting: 10 of 10 · decided in appeal 1");
  });

  test.each([
    ["an item that is not on the form", "parking=3", "There is no item “parking” on this evaluation's form."],
    ["points that the item cannot have", "greeting=11", "“Greeting” cannot have 11 points."],
    ["no more than there is", "greeting=3", "“Greeting” has 3 points already."],
    ["points of no item", "95", "say which one the points are for"],
  ])("%s", async (_, points, words) => {
    const house = appealHouse("en");
    const ana = await files(house, { points });
    const seen = ana.sees();
    expect(seen).toContain("Your appeal is not filed yet");
    expect(seen).toContain(words);
    expect(seen).toContain(`Points that you propose\n${points}`);
    expect(seen).toContain(reason);
    await ana.presses("Fill in the form again");
    expect(ana.sees()).toContain(`Points that you propose: ${points}`);
    await ana.fills({ points: "greeting=10", kind: "fact", reason });
    expect(ana.sees()).toContain("Appeal 1 is filed.");
  });

  test.each([
    ["an item that is not on the form", "parking=3", "There is no item “parking”"],
    ["points that the item cannot have", "greeting=11", "cannot have 11 points"],
    ["no more than there is", "greeting=3", "has 3 points already"],
    ["an item that is under appeal", "solution=8", "under appeal already, in appeal 1"],
    ["points of no item", "95", "say which one the points are for"],
  ])("the file of one that is refused for %s is not kept", async (_, points, words) => {
    const house = appealHouse("en");
    await files(house, { points: "solution=10" });
    const ana = house.on("ANA");
    await ana.says("/appeal new E-1");
    await ana.presses("Appeal several items");
    const file = { name: "screen.png", bytes: 3, read: () => Promise.reject(new Error("nobody may read it")) };
    await ana.fills({ points, kind: "fact", reason, file: { file } });
    expect(ana.sees()).toContain(words);
    expect(ana.sees()).toContain("Evidence as a file\nscreen.png");
  });

  test("the file of one that was restated meanwhile is not kept", async () => {
    const house = appealHouse("en");
    const old = house.on("ANA");
    await old.says("/appeal new E-1");
    await decided(house, [10, 10, 10]);
    await old.presses("Appeal several items");
    const file = { name: "screen.png", bytes: 3, read: () => Promise.reject(new Error("nobody may read it")) };
    await old.fills({ points: "solution=8", kind: "fact", reason, file: { file } });
    expect(old.sees()).toContain("revision 2 counts now");
  });

  test("points that an evaluation without items cannot have", async () => {
    const { version: _, ...whole } = anEvaluation({
      number: "Q-77",
      source: "qm",
      form: "Telephony",
      marks: [],
      points: 71,
    });
    const house = appealHouse("en", { evaluations: [whole] });
    const ana = house.on("ANA");
    await ana.says("/appeal new Q-77");
    await ana.presses("Appeal it");
    await ana.fills({ points: "101", kind: "rule", reason });
    expect(ana.sees()).toContain("any number of points from 0 to 100, but not 101");
  });

  test("what a supervisor did not let be heard is not heard again, which leads to that case", async () => {
    const house = appealHouse("en");
    house.clock.to("2026-03-17T09:00:00Z");
    await files(house);
    const sam = house.on("SAM");
    await sam.says("/appeal status 1");
    await sam.presses("Do not make an exception");
    const ana = await files(house, { points: "greeting=9" });
    expect(ana.sees()).toContain("“Greeting” was in appeal 1, which came late and was not let be heard");
    await ana.presses("Open appeal 1");
    expect(ana.sees()).toContain("Not heard");
  });

  test("an item that was decided has its own days from that on, which its card says", async () => {
    const house = appealHouse("en");
    house.clock.to("2026-03-12T09:00:00Z");
    await decided(house, [8, 8, 8]);
    house.clock.to("2026-03-17T09:00:00Z");
    const ana = house.on("ANA");
    await ana.says("/appeal new E-1");
    expect(ana.sees()).toContain("The days to file ended on 16 Mar 2026, 10:00.");
    await ana.picks("Choose an item", "Greeting · 8 of 10");
    expect(ana.sees()).toContain("You can appeal until 19 Mar 2026, 09:00.");
    await ana.says("/appeal new E-1");
    await ana.picks("Choose an item", "Right answer · 6 of 10");
    expect(ana.sees()).toContain("The days to file ended on 16 Mar 2026, 10:00.");
  });

  test("somebody else's, also by a forged press", async () => {
    const house = appealHouse("en");
    expect(await answered(house, "BEN", "/appeal new E-1")).toContain("only they can appeal it");
    const { id } = anEvaluation();
    expect(await forges(house, "BEN", to.openGround.to({ evaluation: id }))).toContain("only they can appeal it");
    const zh = appealHouse("zh-CN");
    expect(await answered(zh, "BEN", "/appeal new E-1")).toContain("这不是您的质检评分");
  });

  test("one that is not there", async () => {
    const seen = await answered(appealHouse("en"), "ANA", "/appeal new E-99");
    expect(seen).toContain("There is no evaluation or recording “E-99” at your site");
    expect(seen).toContain("/appeal new");
  });

  test("a second hearing wants something new, comes once, and by others where there are others", async () => {
    const house = appealHouse("en");
    await decided(house, [3, 3, 3], { code: "no-error" });
    const ana = house.on("ANA");
    await ana.says("/appeal status 1");
    expect(ana.sees()).toContain("To have asked in good faith costs nothing");
    await ana.presses("Appeal again");
    expect(ana.sees()).toContain("Points that you propose: greeting=10");
    await ana.fills({ kind: "fact", reason });
    expect(ana.sees()).toContain("It is heard once more only on new evidence: add a link or a file.");
    await ana.presses("Fill in the form again");
    await ana.fills({ points: "greeting=10", kind: "fact", reason, link: "https://files.example.com/new" });
    expect(ana.sees()).toContain("Second hearing of appeal 1, the last one.");
    for (const user of ["SAM", "DEV", "ADA", "KIM", "LEA"]) {
      await votes(house, user, 3, { number: "2", code: "no-error" });
    }
    expect(await answered(house, "ANA", "/appeal status 2")).toContain("The score stands");
    const again = await files(house, { link: "https://files.example.com/more" });
    expect(again.sees()).toContain("was heard twice, the second time in appeal 2");
  });
});

describe("acting on a case", () => {
  test("the lead asks once and cannot ask again", async () => {
    const house = appealHouse("en");
    await files(house);
    const lea = house.on("LEA");
    await lea.says("/appeal status 1");
    await lea.presses("Ask the agent");
    await lea.fills({ question: "Which sentence is it?" });
    const id = house.store.all()[0]?.id ?? "";
    expect(await forges(house, "LEA", to.forwardAppeal.to({ appeal: id }))).toContain("The appeal has moved on");
  });

  test("what was asked for can be added by command, with its link", async () => {
    const house = appealHouse("en");
    await files(house);
    const lea = house.on("LEA");
    await lea.says("/appeal status 1");
    await lea.presses("Ask the agent");
    await lea.fills({ question: "Which sentence is it?" });
    const seen = await answered(house, "ANA", "/appeal add 1 link=https://files.example.com/a It is the second one.");
    expect(seen).toContain("It is the second one.");
    expect(seen).toContain("link (files.example.com)");
    expect(seen).toContain("With the panel");
  });

  test("a file that nobody asked for is not kept, and its writer is told what else to do", async () => {
    const house = appealHouse("en");
    await files(house);
    const file = { name: "screen.png", bytes: 3, read: () => Promise.reject(new Error("nobody may read it")) };
    const ana = house.on("ANA");
    await ana.runs("appeal add", { number: "1", text: "It is at 1:10.", file: { file } });
    expect(ana.sees()).toContain("the appeal is not there yet (with the lead)");
    expect(ana.sees()).toContain("take the appeal back and file it again");
    expect(ana.sees()).toContain("Your answer\nIt is at 1:10.");
    const lea = house.on("LEA");
    await lea.runs("appeal add", { number: "1", text: "Mine.", file: { file } });
    expect(lea.sees()).toContain("Only the one whom it is about can do that.");
    const ben = house.on("BEN");
    await ben.runs("appeal add", { number: "1", text: "Mine.", file: { file } });
    expect(ben.sees()).toContain("There is no such appeal");
  });

  test("a vote before the panel has it says that it is too early", async () => {
    const house = appealHouse("en");
    await files(house);
    const sam = house.on("SAM");
    await sam.runs("appeal vote", { number: "1", item: "1", points: "9", code: "system", reason: because });
    expect(sam.sees()).toContain("the appeal is not there yet (with the lead)");
    expect(sam.sees()).toContain(`Your reason\n${because}`);
    const zh = appealHouse("zh-CN");
    await files(zh, {}, "zh-CN");
    const kim = zh.on("KIM");
    await kim.runs("appeal vote", { number: "1", item: "1", points: "9", code: "system", reason: because });
    expect(kim.sees()).toContain("申诉尚未到这一步（班组长处理中）");
  });

  test("what is added when nobody asked is kept for its writer", async () => {
    const house = appealHouse("en");
    await withPanel(house);
    const seen = await answered(house, "ANA", "/appeal add 1 One more thing: it is also at 2:20.");
    expect(seen).toContain("The appeal has moved on (with the panel)");
    expect(seen).toContain("Your answer\nOne more thing: it is also at 2:20.");
  });

  test("an agent takes it back, and nothing is held against them", async () => {
    const house = appealHouse("en");
    await files(house);
    expect(await answered(house, "BEN", "/appeal withdraw 1")).toContain("There is no such appeal");
    expect(await answered(house, "LEA", "/appeal withdraw 1")).toContain("Only the one whom it is about can do that.");
    const seen = await answered(house, "ANA", "/appeal withdraw #1");
    expect(seen).toContain("nothing is held against anybody");
    expect(await answered(house, "ANA", "/appeal withdraw 1")).toContain("The appeal has moved on (taken back)");
  });

  test.each([
    ["the agent", "ANA", "It is your own appeal, so you do not vote on it"],
    ["the scorer", "QUINN", "You scored this, so you do not sit on the panel."],
    ["the deputy, who does not sit", "DEV", "You do not sit on this panel"],
    ["the admin, who has no part in it", "ADA", "There is no such appeal that you have a part in."],
    ["a stranger", "BEN", "There is no such appeal that you have a part in."],
  ])("%s does not vote", async (_, user, words) => {
    const house = appealHouse("en");
    await withPanel(house);
    const somebody = house.on(user);
    await somebody.runs("appeal vote", { number: "1", item: "1", points: "9", code: "system", reason: because });
    expect(somebody.sees()).toContain(words);
    expect(house.store.all()[0]?.seats.flatMap(({ ballots }) => ballots)).toEqual([]);
  });

  test("nobody of the panel votes twice, and the first vote stands", async () => {
    const house = appealHouse("en");
    await withPanel(house, { points: "greeting=10, solution=8" });
    await votes(house, "SAM", 8);
    const sam = house.on("SAM");
    await sam.runs("appeal vote", { number: "1", item: "greeting", points: "3", code: "no-error", reason: because });
    expect(sam.sees()).toContain("You have scored “Greeting” already");
    expect(sam.sees()).toContain(`Your reason\n${because}`);
    expect(sam.sees()).toContain("[Score “Right answer”]");
    expect(house.store.all()[0]?.seats[0]?.ballots).toMatchObject([{ points: 8 }]);
  });

  test.each([
    ["points that the item cannot have", { points: "10.5" }, "“Greeting” cannot have 10.5 points."],
    ["more points without an error", { points: "9", code: "no-error" }, "More points than before mean"],
    ["an item that is not challenged", { item: "Identity check" }, "is not challenged in this appeal"],
  ])("a vote is refused for %s", async (_, but, words) => {
    const house = appealHouse("en");
    await withPanel(house);
    const kim = house.on("KIM");
    const given = { number: "1", item: "问候", points: "8", code: "system", reason: because, ...but };
    await kim.runs("appeal vote", given);
    expect(kim.sees()).toContain(words);
    expect(kim.sees()).toContain(because);
  });

  test("a vote asks by a form for what is missing", async () => {
    const house = appealHouse("en");
    await withPanel(house);
    const kim = house.on("KIM");
    await kim.says("/appeal vote 1 greeting");
    expect(kim.sees()).toMatch(/Item: greeting\nPoints that it earns: \n/);
    await kim.fills({ points: "8", code: "system", reason: because });
    expect(kim.sees()).toContain("you scored 8");
  });

  test("whoever has lost the office cannot vote by it any more", async () => {
    const house = appealHouse("en");
    await withPanel(house);
    house.becomes(anId(7), ["agent"]);
    await votes(house, "SAM", 9);
    expect(house.store.all()[0]?.seats[0]?.ballots).toEqual([]);
    const { id } = house.store.all()[0] ?? { id: "" };
    const sam = house.on("SAM");
    await sam.runs("appeal vote", { number: "1", item: "1", points: "9", code: "system", reason: because });
    expect(sam.sees()).toContain("You hold the seat, but not the role for it any more");
    expect(await forges(house, "SAM", to.scoreItem.to({ appeal: id, item: "greeting" }))).toBe("form");
  });

  test("a press on a message from before the decision changes nothing and shows how it stands", async () => {
    const house = appealHouse("en");
    await withPanel(house);
    const kim = house.on("KIM");
    await kim.says("/appeal status 1");
    await kim.presses("Score “Greeting”");
    await votes(house, "SAM", 9);
    await votes(house, "LEA", 9);
    house.clock.to("2026-03-13T09:00:01Z");
    await house.sweeps();
    house.clock.to("2026-03-30T09:00:00Z");
    await house.sweeps();
    await kim.fills({ points: "3", code: "no-error", reason: because });
    expect(kim.sees()).toContain("That was not done");
    expect(kim.sees()).toContain("Closed · Upheld in part");
    expect(kim.sees()).toContain(because);
  });

  test("a seat whose time is over passes on, which its old holder is told", async () => {
    const house = appealHouse("en");
    await withPanel(house);
    await votes(house, "SAM", 8);
    await votes(house, "KIM", 8);
    const lea = house.on("LEA");
    house.clock.to("2026-03-11T21:00:00Z");
    await house.sweeps();
    await house.delivers();
    expect(lea.sees()).toContain("Appeal 1: half of your time is over");
    house.clock.to("2026-03-13T09:00:00Z");
    await house.sweeps();
    await house.delivers();
    expect(lea.sees()).toContain("Your seat has passed to Dev Rao");
    await votes(house, "LEA", 8);
    expect(house.on("LEA").sees()).not.toContain("you scored");
    const late = house.on("LEA");
    await late.runs("appeal vote", { number: "1", item: "1", points: "8", code: "system", reason: because });
    expect(late.sees()).toContain("your seat has passed to Dev Rao, who votes now");
    const dev = house.on("DEV");
    await dev.says("/appeal status");
    expect(dev.sees()).toContain("One waits for you");
    await votes(house, "DEV", 8);
    expect(await answered(house, "ANA", "/appeal status 1")).toContain("Closed");
  });
});

describe("looking", () => {
  test("what waits comes first, then one's own", async () => {
    const house = appealHouse("en");
    expect(await answered(house, "ANA", "/appeal status")).toMatchInlineSnapshot(`
      "Appeals
      Nothing waits for you.
      You have not appealed anything. To do so: /appeal new"
    `);
    await files(house);
    expect(await answered(house, "LEA", "/appeal status")).toMatchInlineSnapshot(`
      "Appeals
      One waits for you
      • Appeal 1 · evaluation E-1 · With the lead · until 11 Mar 2026, 09:00
      [Open what waits for you ▾]
      You have not appealed anything. To do so: /appeal new"
    `);
    const ana = house.on("ANA");
    await ana.says("/appeal status");
    await ana.picks("Open one of yours", "Appeal 1 · evaluation E-1 · With the lead");
    expect(ana.sees()).toContain("Waits for Lea Holt");
  });

  test("whoever has nothing to do with a case does not hear that there is one", async () => {
    const house = appealHouse("en");
    await files(house);
    const none = await answered(house, "BEN", "/appeal status 99");
    expect(await answered(house, "BEN", "/appeal status 1")).toBe(none);
    expect(await answered(house, "MAX", "/appeal status 1")).toBe(none);
  });

  test("long texts are cut in the case and read in full beside it", async () => {
    const house = appealHouse("en");
    const long = `${"It is a long story. ".repeat(95)}This is its end.`;
    const ana = await files(house, { reason: long });
    expect(ana.sees()).not.toContain("This is its end.");
    await ana.picks("Read in full", "The agent's reason");
    expect(ana.sees().replaceAll("\n", "")).toContain(long);
  });

  test("precedents are found by every word, in both languages, and name nobody", async () => {
    const house = appealHouse("zh-CN");
    await files(house, { reason: "录音一分十秒处我已经报了姓名和公司名称，请核实。" }, "zh-CN");
    house.clock.to("2026-03-12T09:00:00Z");
    await house.sweeps();
    const ballot = { code: "rule-unclear", reason: "录音里有姓名，但声音很轻，标准没有写明要多清楚。" };
    for (const user of ["SAM", "LEA", "KIM"]) await votes(house, user, 8, ballot);
    const seen = await answered(house, "BEN", "/appeal precedents 标准 姓名");
    expect(seen).toContain("申诉 1 · 问候：3 → 8，部分支持，标准不明确：录音里有姓名");
    expect(seen).not.toMatch(/Ana|Diaz|Quinn|Sam Reid|Lea/);
    expect(await answered(house, "BEN", "/appeal precedents 标准 停车")).toContain("没有找到");
    const ana = house.on("ANA");
    await ana.says("/appeal new E-1");
    await ana.picks("选择项目", "问候 · 8 / 10");
    expect(ana.sees()).toContain("同一项目的以往裁定\n• 申诉 1：3 → 8");
  });
});
