import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anEvaluation } from "../../testing/appeal-builders.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { aDelivery } from "../../testing/bulletin-house.ts";
import { testRouter } from "../../testing/conversation.ts";
import {
  aContact,
  aSalesForm,
  aServiceForm,
  type EvaluationHouse,
  evaluationHouse,
} from "../../testing/evaluation-house.ts";
import * as to from "./addresses.ts";

const house = (locale: Locale = "en", but: EvaluationHouse = {}) => evaluationHouse(locale, but);
type House = ReturnType<typeof house>;
type Actor = ReturnType<House["on"]>;

const call = {
  en: "6 Mar 2026, 11:00 · 5 min 20 s · voice Billing · call-1",
  "zh-CN": "2026年3月6日 11:00 · 5 分 20 秒 · voice Billing · call-1",
};

/** The draft of Ana's call of Friday, opened by Quinn. */
async function opened(made: House, user = "QUINN"): Promise<Actor> {
  const who = made.on(user);
  await who.says("/evaluate 1001");
  await who.picks("Choose a contact", call.en);
  return who;
}

/** Marks all seven items: 4 of 5 for the greeting, nothing for the transfer, the most for all else unless said so. */
async function marksAll(who: Actor, identity = "5 of 5") {
  await who.picks("Greeting", "4 of 5");
  await who.picks("Identity check", identity);
  await who.picks("Listening", "5 of 5");
  await who.presses("Next");
  await who.picks("Tone", "Warm (10)");
  await who.picks("Right answer", "10 of 10");
  await who.picks("Transfer", "does not apply");
  await who.presses("Next");
  await who.picks("Goodbye", "5 of 5");
}

/** Ana's call evaluated by Quinn and told. */
async function published(made: House, identity?: string): Promise<string> {
  const quinn = await opened(made);
  await marksAll(quinn, identity);
  await quinn.presses("Publish");
  await made.delivers();
  const [evaluation] = made.store.all();
  return evaluation?.id ?? "none";
}

/** What somebody is answered who presses a button that was never shown to them. */
async function forges(made: House, user: string, action: string, value?: string) {
  const talk = testRouter(registry(made.commands, made.actions), { people: made.people, clock: made.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const key = `forged ${user} ${action} ${value} ${made.platform.turn()} ${Math.random()}`;
  const reply = await talk.answer({ is: "press", key, by, place, action, ...(value === undefined ? {} : { value }) });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

const draftOf = async (made: House) => (await made.store.drafts(anId(5)))[0];

/** What was audited of those who read evaluations. */
const readings = (made: House) => made.audited.filter(({ action }) => action.startsWith("read evaluation"));

/** The menus that somebody sees, with their options. */
const menus = (who: Actor) =>
  who
    .views()
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.is === "menu" ? [[block.label, block.options.map(({ label }) => label)]] : [])),
    );

describe("evaluating a contact", () => {
  test("begins with an agent's recent answered contacts, and opens a page of the form", async () => {
    const made = house();
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1001");
    expect(made.audited).toMatchObject([{ actor: anId(5), action: "read contacts", subject: anId(1) }]);
    expect(menus(quinn)).toMatchInlineSnapshot(`
      [
        [
          "Choose a contact",
          [
            "6 Mar 2026, 11:00 · 5 min 20 s · voice Billing · call-1",
            "5 Mar 2026, 15:30 · 5 min 20 s · voice Billing · call-2",
            "4 Mar 2026, 08:15 · 5 min 20 s · voice Billing · call-3",
          ],
        ],
      ]
    `);
    await quinn.picks("Choose a contact", call.en);
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Evaluation of Ana Diaz · draft
      Contact call-1 · voice · Billing · care · 5 min 20 s · Monitoring · 6 Mar 2026, 11:00
      Form: Service call, version 1
      No points yet, 0 of 7 marked
      Opening
      Greeting · weight 10
      Says their own name and the company's.
      → not marked yet
      [Greeting ▾]
      Identity check · weight 20 · no points here fail all of it
      → not marked yet
      [Identity check ▾]
      Conversation
      Listening · weight 15
      → not marked yet
      [Listening ▾]
      Page 1 of 3. Every choice is saved at once; you can go on later with /evaluate.
      [Comment on… ▾]
      [Next] [Publish] [Throw away]"
    `);
    expect(menus(quinn)).toMatchInlineSnapshot(`
      [
        [
          "Greeting",
          [
            "0 of 5",
            "1 of 5",
            "2 of 5",
            "3 of 5",
            "4 of 5",
            "5 of 5",
          ],
        ],
        [
          "Identity check",
          [
            "0 of 5",
            "1 of 5",
            "2 of 5",
            "3 of 5",
            "4 of 5",
            "5 of 5",
          ],
        ],
        [
          "Listening",
          [
            "0 of 5",
            "1 of 5",
            "2 of 5",
            "3 of 5",
            "4 of 5",
            "5 of 5",
          ],
        ],
        [
          "Comment on…",
          [
            "Greeting",
            "Identity check",
            "Listening",
            "all of it",
          ],
        ],
      ]
    `);
  });

  test("in Chinese", async () => {
    const made = house("zh-CN");
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1001");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Ana Diaz的通话
      共有 3 通已接通话可供评估，最近的在前。
      [选择通话 ▾]"
    `);
    await quinn.picks("选择通话", call["zh-CN"]);
    await quinn.picks("问候", "4 / 5");
    await quinn.picks("身份核实", "0 / 5");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Ana Diaz的质检评分 · 草稿
      通话 call-1 · voice · Billing · care · 5 分 20 秒 · 日常监听 · 2026年3月6日 11:00
      评分表：服务电话（第 1 版）
      目前 0 分，已评 2 项，共 7 项
      身份核实得零分，整单不合格。若不计此规则，得分为 26.67。
      开场
      问候 · 权重 10
      报出姓名和公司名称。
      → 4 / 5
      [问候：4 / 5 ▾]
      身份核实 · 权重 20 · 此项得零分则整单不合格
      → 0 / 5
      [身份核实：0 / 5 ▾]
      通话过程
      倾听 · 权重 15
      → 未评分
      [倾听 ▾]
      第 1 页，共 3 页。每次选择都会立即保存，之后可继续：/evaluate
      [写评语… ▾]
      [下一页] [发布] [丢弃]"
    `);
    await quinn.picks("写评语…", "身份核实");
    await quinn.fills({ text: "未核实身份证后四位。" });
    await quinn.presses("发布");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Ana Diaz的质检评分 · 草稿
      尚未发布：还有 5 项未评分：倾听、语气、答复正确、转接和道别。已转到第一个未评项目所在页。
      ———
      通话 call-1 · voice · Billing · care · 5 分 20 秒 · 日常监听 · 2026年3月6日 11:00
      评分表：服务电话（第 1 版）
      目前 0 分，已评 2 项，共 7 项
      身份核实得零分，整单不合格。若不计此规则，得分为 26.67。
      开场
      问候 · 权重 10
      报出姓名和公司名称。
      → 4 / 5
      [问候：4 / 5 ▾]
      身份核实 · 权重 20 · 此项得零分则整单不合格
      → 0 / 5
      “未核实身份证后四位。”
      [身份核实：0 / 5 ▾]
      通话过程
      倾听 · 权重 15
      → 未评分
      [倾听 ▾]
      第 1 页，共 3 页。每次选择都会立即保存，之后可继续：/evaluate
      [写评语… ▾]
      [下一页] [发布] [丢弃]"
    `);
    for (const [menu, option] of [
      ["倾听", "5 / 5"],
      ["语气", "热情（10）"],
      ["答复正确", "10 / 10"],
      ["转接", "不适用"],
      ["道别", "5 / 5"],
    ] as const) {
      if (menu === "道别") await quinn.presses("下一页");
      if (menu === "语气") await quinn.presses("下一页");
      await quinn.picks(menu, option);
    }
    await quinn.presses("发布");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "已发布：E-1
      Ana Diaz
      0 分
      身份核实得零分，整单不合格。若不计此规则，得分为 76.84。
      项目              得分  权重
      ▪ 开场          26.67%    30
      问候             4 / 5    10
      身份核实         0 / 5    20
      ▪ 通话过程        100%    60
      倾听             5 / 5    15
      语气        热情（10）    10
      答复正确       10 / 10    30
      转接            不适用     5
      ▪ 结束            100%    10
      道别             5 / 5    10
      评语
      • 身份核实：未核实身份证后四位。
      将私下通知Ana Diaz，本人可以确认或申诉。除申诉改判外不能再更改。
      [再评一通]"
    `);
    const ana = made.on("ANA");
    await made.delivers();
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的质检评分 E-1
      0 分
      身份核实得零分，整单不合格。若不计此规则，得分为 76.84。
      通话 call-1 · 2026年3月6日 11:00
      评分表：服务电话（第 1 版）
      评分人：Quinn Fox，2026年3月9日 09:00
      项目              得分  权重
      ▪ 开场          26.67%    30
      问候             4 / 5    10
      身份核实         0 / 5    20
      ▪ 通话过程        100%    60
      倾听             5 / 5    15
      语气        热情（10）    10
      答复正确       10 / 10    30
      转接            不适用     5
      ▪ 结束            100%    10
      道别             5 / 5    10
      评语
      • 身份核实：未核实身份证后四位。
      “确认”仅表示已阅读，不代表认可，之后仍可申诉。 申诉截止：2026年3月16日 09:00。
      [查看明细] [确认] [确认并留言] [申诉]"
    `);
    await ana.says("/ack E-1 下次会核实");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "已确认 E-1
      您已确认收到。确认不代表认可。
      您的留言已转给评分人：“下次会核实”
      申诉截止：2026年3月16日 09:00。
      [查看明细] [申诉]"
    `);
    await ana.says("/evaluations");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "您的质检评分
      日期    编号  评分表    得分  状态
      3月6日  E-1   服务电话     0  已确认
      [查看其中一份 ▾]"
    `);
  });

  test("every pick is saved at once, so that a draft is left and gone on with", async () => {
    const made = house();
    const quinn = await opened(made);
    await quinn.picks("Greeting", "4 of 5");
    await quinn.picks("Identity check", "5 of 5");
    made.clock.pass(60 * 24);
    await quinn.says("/evaluate");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Evaluate a contact
      You have one draft.
      [Continue a draft ▾]
      Say whose contact, for example /evaluate 1001, or choose here.
      [Choose an agent]"
    `);
    await quinn.picks("Continue a draft", "Ana Diaz · 6 Mar · call-1");
    expect(quinn.sees()).toContain("93.33 so far, 2 of 7 marked");
    await quinn.says("/evaluate 1001");
    await quinn.picks("Choose a contact", call.en);
    expect(quinn.sees()).toContain("93.33 so far, 2 of 7 marked");
    expect(await made.store.drafts(anId(5))).toHaveLength(1);
  });

  test("a mark can be changed, and its comment stays", async () => {
    const made = house();
    const quinn = await opened(made);
    await quinn.picks("Greeting", "2 of 5");
    await quinn.picks("Comment on…", "Greeting");
    await quinn.fills({ text: "The company's name was missing." });
    expect(quinn.sees()).toContain("→ 2 of 5\n“The company's name was missing.”");
    await quinn.picks("Greeting: 2 of 5", "3 of 5");
    expect(quinn.sees()).toContain("→ 3 of 5\n“The company's name was missing.”");
    await quinn.picks("Comment on…", "Greeting");
    expect(quinn.sees()).toContain("Comment: The company's name was missing.");
    await quinn.fills({ text: "" });
    expect(quinn.sees()).not.toContain("missing");
    expect((await draftOf(made))?.marks).toEqual([{ item: "greeting", points: 3 }]);
  });

  test("a comment is on all of it, or on an item that is marked; a long one is refused before it is lost", async () => {
    const made = house();
    const quinn = await opened(made);
    await quinn.picks("Comment on…", "Listening");
    expect(quinn.sees()).toContain("Mark “Listening” first; then say why.");
    await quinn.presses("Next");
    await quinn.picks("Comment on…", "all of it");
    await quinn.fills({ text: "x".repeat(1001) });
    expect(quinn.sees()).toContain("At most 1,000 characters fit; this has 1,001.");
    await quinn.fills({ text: "A calm call." });
    expect(quinn.sees()).toContain("About all of it: A calm call.");
    expect(quinn.sees()).toContain("Page 2 of 3");
  });

  test("it is not published while marks are missing, and it is said which", async () => {
    const made = house();
    const quinn = await opened(made);
    await quinn.picks("Greeting", "4 of 5");
    await quinn.picks("Identity check", "5 of 5");
    await quinn.picks("Listening", "5 of 5");
    await quinn.presses("Publish");
    expect(quinn.sees()).toContain(
      "Not published yet: 4 items lack their marks: Tone, Right answer, Transfer and Goodbye. This is the page of the first.",
    );
    expect(quinn.sees()).toContain("Page 2 of 3");
    expect(made.store.all()).toEqual([]);
  });

  test("publishing asks to be sure, tells the scorer the result, and twice it is published once", async () => {
    const made = house();
    const quinn = await opened(made);
    await marksAll(quinn);
    const buttons = quinn
      .views()
      .flatMap(({ blocks }) => blocks.flatMap((one) => (one.is === "buttons" ? one.buttons : [])));
    expect(buttons.find(({ label }) => label === "Publish")).toMatchObject({
      confirm: "Publish it with 97.89 points? Ana Diaz is told at once, and it cannot be changed any more.",
    });
    const draft = await draftOf(made);
    await quinn.presses("Publish");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Published: E-1
      Ana Diaz
      97.89 points
      Item                      Mark  Weight
      ▪ Opening               93.33%      30
      Greeting                4 of 5      10
      Identity check          5 of 5      20
      ▪ Conversation            100%      60
      Listening               5 of 5      15
      Tone                 Warm (10)      10
      Right answer          10 of 10      30
      Transfer        does not apply       5
      ▪ Ending                  100%      10
      Goodbye                 5 of 5      10
      Ana Diaz is told privately, and can acknowledge it or appeal. It cannot be changed any more, except by an appeal.
      [Evaluate another contact]"
    `);
    const again = to.publishDraft.to({ seen: to.momentText(draft?.changedAt ?? new Date()), draft: draft?.id ?? "" });
    expect(await forges(made, "QUINN", again)).toContain(
      "it was published or thrown away. Nothing was done a second time.",
    );
    expect(made.store.all()).toHaveLength(1);
    expect(made.store.outbox).toHaveLength(1);
    await quinn.presses("Evaluate another contact");
    expect(menus(quinn)[0]?.[1]).toHaveLength(2);
  });

  test("two presses at the same instant publish it once", async () => {
    const made = house();
    const quinn = await opened(made);
    await marksAll(quinn);
    const draft = await draftOf(made);
    const press = to.publishDraft.to({ seen: to.momentText(draft?.changedAt ?? new Date()), draft: draft?.id ?? "" });
    const answers = await Promise.all([forges(made, "QUINN", press), forges(made, "QUINN", press)]);
    expect(answers.filter((text) => text.startsWith("Published: E-1"))).toHaveLength(1);
    expect(made.store.outbox).toHaveLength(1);
  });

  test("what was changed since its scorer looked is shown again instead of published", async () => {
    const made = house();
    const quinn = await opened(made);
    await marksAll(quinn);
    const draft = await draftOf(made);
    const stale = to.publishDraft.to({ seen: to.momentText(draft?.changedAt ?? new Date()), draft: draft?.id ?? "" });
    made.clock.pass(1);
    await quinn.picks("Goodbye: 5 of 5", "0 of 5");
    expect(await forges(made, "QUINN", stale)).toContain(
      "It was changed since you looked, so it is not published yet.",
    );
    expect(made.store.all()).toEqual([]);
  });

  test("a draft is thrown away after asking, and begun anew it is empty", async () => {
    const made = house();
    const quinn = await opened(made);
    await quinn.picks("Greeting", "4 of 5");
    await quinn.presses("Throw away");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Thrown away
      The draft of contact call-1 is gone; nobody was told of it. You can begin anew with /evaluate."
    `);
    expect(await draftOf(made)).toBeUndefined();
    await quinn.says("/evaluate 1001");
    await quinn.picks("Choose a contact", call.en);
    expect(quinn.sees()).toContain("No points yet, 0 of 7 marked");
  });

  test("where several forms fit, one is chosen first", async () => {
    const made = house();
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1001 contact:call-3 kind:test-call");
    expect(quinn.sees()).toMatchInlineSnapshot(`
      "Which form?
      Ana Diaz · 4 Mar 2026, 08:15 · 5 min 20 s · voice Billing · call-3
      Several evaluation forms are meant for contacts like this one.
      [Choose a form ▾]"
    `);
    await quinn.picks("Choose a form", "Sales call");
    await quinn.picks("Offer", "8 of 10");
    await quinn.presses("Publish");
    expect(made.store.all()[0]).toMatchObject({ form: "sales", version: 1, kind: "test-call", points: 80 });
  });

  test("an agent is chosen in a form as well, and an older contact by its day", async () => {
    const made = house();
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate");
    await quinn.presses("Choose an agent");
    await quinn.fills({ person: "Ana Diaz", day: "2026-02-10" });
    await quinn.picks("Choose a contact", "10 Feb 2026, 10:00 · 5 min 20 s · voice Billing · call-9");
    expect(quinn.sees()).toContain("Contact call-9 · voice · Billing · care");
  });

  test("a newer version of a form leaves a draft on the one that it was begun with", async () => {
    const forms = [aServiceForm()];
    const made = house("en", { forms });
    const quinn = await opened(made);
    forms.push(aServiceForm({ version: 2, sections: aSalesForm().sections }));
    await quinn.picks("Greeting", "4 of 5");
    expect(quinn.sees()).toContain("Form: Service call, version 1");
    await quinn.says("/evaluate 1001 contact:call-2");
    expect(quinn.sees()).toContain("Form: Service call, version 2");
  });
});

describe("what is refused", () => {
  test("one's own contacts, also as a supervisor's", async () => {
    const made = house("en", { contacts: [aContact({ agent: anId(6) })] });
    const qi = made.on("QI");
    await qi.says("/evaluate 1006");
    expect(qi.sees()).toContain("Nobody evaluates their own contacts. Ask another member of quality staff to do it.");
  });

  test("contacts whose recording is gone, when they are chosen and when they are published", async () => {
    const made = house("en", { recordingDays: 4 });
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1001");
    expect(menus(quinn)[0]?.[1]).toEqual([call.en, expect.stringContaining("call-2")]);
    await quinn.says("/evaluate 1001 contact:call-3");
    expect(quinn.sees()).toContain("The recording of contact call-3 has been purged");
    await quinn.says("/evaluate 1001 2026-02-10");
    expect(quinn.sees()).toContain("The recordings of Ana Diaz's contacts from that time have been purged");
    await quinn.says("/evaluate 1001");
    await quinn.picks("Choose a contact", call.en);
    await marksAll(quinn);
    made.clock.to("2026-03-11T09:00:00Z");
    await quinn.presses("Publish");
    expect(quinn.sees()).toContain(
      "The recording of contact call-1 has been purged, so nobody could check what is marked.",
    );
    expect(made.store.all()).toEqual([]);
  });

  test("contacts that no form is meant for, and a site without forms", async () => {
    const made = house("en", { forms: [aSalesForm()] });
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1001 contact:call-1");
    expect(quinn.sees()).toContain("No evaluation form is meant for the project care.");
    await quinn.says("/evaluate 1001");
    expect(menus(quinn)[0]?.[1]).toEqual([expect.stringContaining("call-3")]);
    const bare = house("en", { forms: [] }).on("QUINN");
    await bare.says("/evaluate 1001");
    expect(bare.sees()).toContain("Your site has no evaluation form yet.");
  });

  test("agents without contacts, contacts that there are not, and people of other sites", async () => {
    const made = house();
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1002");
    expect(quinn.sees()).toContain("Bo Lund has no answered contact from that time");
    await quinn.says("/evaluate 1001 contact:nope");
    expect(quinn.sees()).toContain("Ana Diaz has no such contact to evaluate");
    await quinn.says("/evaluate Nobody");
    expect(quinn.sees()).toContain("Nobody");
    const foreign = to.chooseAgent.to({ kind: "monitoring", agent: anId(8) });
    expect(await forges(made, "QUINN", foreign)).toContain("That person is not on the roster of your site.");
  });

  test("what was evaluated already is offered no more", async () => {
    const made = house();
    await published(made);
    const quinn = made.on("QUINN");
    await quinn.says("/evaluate 1001 contact:call-1");
    expect(quinn.sees()).toContain("it was evaluated already");
  });

  test("marks that are not on the form", async () => {
    const made = house();
    await opened(made);
    const draft = (await draftOf(made))?.id ?? "";
    for (const [item, mark] of [
      ["greeting", "6"],
      ["greeting", "2.5"],
      ["greeting", "na"],
      ["greeting", ""],
      ["tone", "7"],
      ["nothing", "1"],
    ]) {
      const press = to.markItem.to({ draft, item: item ?? "" });
      const answer = await forges(made, "QUINN", press, mark);
      expect(answer, `${item} ${mark}`).toMatch(mark === "" ? /needed|form/ : /The form has no such mark/);
    }
    expect((await draftOf(made))?.marks).toEqual([]);
  });

  test("another's draft, to see, to change and to publish", async () => {
    const made = house();
    await opened(made);
    const draft = (await draftOf(made))?.id ?? "";
    const presses = [
      to.showPage.to({ page: "0", draft }),
      to.markItem.to({ draft, item: "greeting", mark: "5" }),
      to.publishDraft.to({ seen: "0", draft }),
      to.dropDraft.to({ draft }),
      to.writeComment.to({ page: "0", draft, item: "overall" }),
    ];
    for (const press of presses) expect(await forges(made, "QI", press)).toContain("Only who began a draft");
    expect((await draftOf(made))?.marks).toEqual([]);
    const qi = await opened(made, "QI");
    expect(qi.sees()).toContain("No points yet");
    expect(await draftOf(made)).toBeDefined();
  });

  test("the command and the buttons of scorers, to everybody else", async () => {
    const made = house();
    await opened(made);
    const draft = (await draftOf(made))?.id ?? "";
    for (const user of ["ANA", "LEE", "AUD"]) {
      const who = made.on(user);
      await who.says("/evaluate 1001");
      expect(who.sees()).toContain("This is for quality staff or supervisors.");
      expect(await forges(made, user, to.showPage.to({ page: "0", draft }))).toContain("That is not open to you");
    }
    const sam = await opened(made, "SAM");
    expect(sam.sees()).toContain("Evaluation of Ana Diaz · draft");
  });
});

describe("the agent", () => {
  test("is told privately, with every item, and with the ways to acknowledge and to appeal", async () => {
    const made = house();
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await published(made);
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your evaluation E-1
      97.89 points
      Contact call-1 · 6 Mar 2026, 11:00
      Form: Service call, version 1
      Scored by Quinn Fox, 9 Mar 2026, 09:00
      Item                      Mark  Weight
      ▪ Opening               93.33%      30
      Greeting                4 of 5      10
      Identity check          5 of 5      20
      ▪ Conversation            100%      60
      Listening               5 of 5      15
      Tone                 Warm (10)      10
      Right answer          10 of 10      30
      Transfer        does not apply       5
      ▪ Ending                  100%      10
      Goodbye                 5 of 5      10
      Acknowledging says that you have read it, not that you agree: you can still appeal. You can appeal until 16 Mar 2026, 09:00.
      [Open items] [Acknowledge] [Acknowledge with a comment] [Appeal]"
    `);
    expect(bo.sees()).toBe("");
    await made.delivers();
    await ana.presses("Appeal");
    expect(ana.sees()).toContain(`appeal of ${anId(7001)}`);
  });

  test("reads it item by item, with what earns the marks", async () => {
    const made = house();
    const [ana, lee] = [made.on("ANA"), made.on("LEE")];
    const id = await published(made);
    await ana.presses("Open items");
    await ana.presses("Item by item");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your evaluation E-1
      Greeting · weight 10
      Says their own name and the company's.
      → 4 of 5
      Identity check · weight 20 · no points here fail all of it
      → 5 of 5
      Listening · weight 15
      → 5 of 5
      Page 1 of 3.
      [Next] [The whole evaluation]"
    `);
    await ana.presses("Next");
    expect(ana.sees()).toContain(
      "Transfer · weight 5\n→ does not apply\nPage 2 of 3.\n[Previous] [Next] [The whole evaluation]",
    );
    expect(await forges(made, "BO", to.turnItems.to({ page: "1", evaluation: id }))).toContain("I cannot show that");
    await lee.says("/evaluations 1001");
    await lee.picks("Open one", "E-1 · 6 Mar · 97.89");
    await lee.presses("Item by item");
    expect(readings(made)).toHaveLength(3);
  });

  test("is told what failed it and what it would be without that", async () => {
    const made = house();
    const ana = made.on("ANA");
    await published(made, "0 of 5");
    expect(ana.sees()).toContain(
      "0 points\nNo points for Identity check, which fails all of it. Without that it would be 76.84.",
    );
    expect(made.store.all()[0]).toMatchObject({ points: 0, withoutAutoFail: 76.84, failedBy: ["identity"] });
  });

  test("acknowledges where they are told, which is no consent and works once", async () => {
    const made = house();
    const ana = made.on("ANA");
    const id = await published(made);
    await ana.presses("Acknowledge");
    expect(ana.sees()).toContain("You have acknowledged it. That does not mean that you agree.");
    expect(ana.sees()).toContain("Acknowledged on 9 Mar 2026, 09:00.");
    expect(ana.sees()).not.toContain("[Acknowledge]");
    expect(ana.sees()).toContain("[Open items] [Appeal]");
    made.clock.pass(60);
    const again = await forges(made, "ANA", to.acknowledge.to({ where: "notice", evaluation: id }));
    expect(again).toContain("You had acknowledged it already; nothing was changed.");
    expect(again).toContain("Acknowledged on 9 Mar 2026, 09:00.");
  });

  test("acknowledges with a comment, which the scorer reads", async () => {
    const made = house();
    const [ana, quinn] = [made.on("ANA"), made.on("QUINN")];
    await published(made);
    await ana.presses("Acknowledge with a comment");
    expect(ana.sees()).toContain("Evaluation: E-1");
    await ana.fills({ comment: "The line was bad." });
    expect(ana.sees()).toMatchInlineSnapshot(`
      "E-1 is acknowledged
      You have acknowledged it. That does not mean that you agree.
      Your comment goes to the scorer: “The line was bad.”
      You can appeal until 16 Mar 2026, 09:00.
      [Open items] [Appeal]"
    `);
    await ana.says("/ack E-1 And another thing.");
    expect(ana.sees()).toContain("E-1 was acknowledged before\nNothing was changed.");
    expect(ana.sees()).toContain("with the comment: “The line was bad.”");
    expect(ana.sees()).toContain("so this one was not kept: “And another thing.”");
    await quinn.says("/evaluations 1001");
    await quinn.picks("Open one", "E-1 · 6 Mar · 97.89");
    expect(quinn.sees()).toContain("Acknowledged on 9 Mar 2026, 09:00 with the comment: “The line was bad.”");
    expect(quinn.sees()).not.toContain("[Appeal]");
  });

  test("acknowledges the newest without a number, one after the other", async () => {
    const older = anEvaluation({ id: anId(5002), number: "E-0", publishedAt: new Date("2026-03-01T10:00:00Z") });
    const made = house("en", { evaluations: [older, anEvaluation({ number: "E-7" })] });
    const ana = made.on("ANA");
    await ana.says("/ack");
    expect(ana.sees()).toContain("E-7 is acknowledged");
    expect(ana.sees()).toContain("1 more to acknowledge: /ack");
    await ana.says("/ack e-0");
    expect(ana.sees()).toContain("E-0 is acknowledged");
    expect(ana.sees()).toContain("The time to appeal ended on 9 Mar 2026, 00:00; a late appeal asks");
    await ana.says("/ack");
    expect(ana.sees()).toContain("You have acknowledged all of your evaluations.");
  });

  test("cannot acknowledge for another, nor what there is not", async () => {
    const made = house("en", { evaluations: [anEvaluation({ number: "E-7" })] });
    const bo = made.on("BO");
    await bo.says("/ack E-7");
    expect(bo.sees()).toContain("E-7 is an evaluation of somebody else, and only they can acknowledge it.");
    await bo.says("/ack E-8");
    expect(bo.sees()).toContain("There is no evaluation “E-8”.");
    expect(await forges(made, "BO", to.acknowledge.to({ where: "card", evaluation: anId(5001) }))).toContain(
      "somebody else",
    );
    expect(await forges(made, "BO", to.acknowledge.to({ where: "card", evaluation: anId(1) }))).toContain(
      "no such evaluation",
    );
    expect((await made.store.evaluation(anId(5001)))?.acknowledgedAt).toBeUndefined();
  });

  test("sees a list with what to do next, also while it is empty", async () => {
    const made = house();
    const ana = made.on("ANA");
    await ana.says("/evaluations");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your evaluations
      Nothing of yours has been evaluated yet. As soon as something is, you are told here. Until then, see how you do with /myscore"
    `);
    await published(made);
    await ana.says("/evaluations");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your evaluations
      Day    Number  Form          Points  State
      6 Mar  E-1     Service call   97.89  new
      1 not acknowledged yet. Open it, or acknowledge the newest with /ack
      [Open one ▾]"
    `);
  });
});

describe("an evaluation that an appeal restated", () => {
  async function restated(made: House) {
    const id = await published(made);
    const now = await made.store.evaluation(id);
    made.clock.to("2026-03-12T10:00:00Z");
    made.store.restate({
      evaluation: id,
      marks: (now?.marks ?? []).map((mark) => (mark.item === "greeting" ? { ...mark, points: 5 } : mark)),
      points: 100,
      withoutAutoFail: 100,
      failedBy: [],
      appeal: anId(44),
      at: made.clock.now(),
    });
    return id;
  }

  test("is put right where the agent was told, old → new, once", async () => {
    const made = house();
    await restated(made);
    const ana = made.on("ANA");
    await ana.says("/evaluations");
    await made.delivers();
    expect(ana.sees()).toContain(
      "Your evaluation E-1\nRestated by appeal 12: 97.89 → 100, 12 Mar 2026, 10:00\nGreeting: 4 of 5 → 5 of 5\n100 points",
    );
    const turn = made.platform.turn();
    await made.delivers();
    expect(made.platform.turn()).toBe(turn);
  });

  test("shows how it came to what it is", async () => {
    const made = house();
    await restated(made);
    const ana = made.on("ANA");
    await ana.says("/evaluations");
    expect(ana.sees()).toContain("restated");
    await ana.picks("Open one", "E-1 · 6 Mar · 100");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your evaluation E-1
      100 points
      Contact call-1 · 6 Mar 2026, 11:00
      Form: Service call, version 1
      Scored by Quinn Fox, 9 Mar 2026, 09:00
      Item                      Mark  Weight
      ▪ Opening                 100%      30
      Greeting                5 of 5      10
      Identity check          5 of 5      20
      ▪ Conversation            100%      60
      Listening               5 of 5      15
      Tone                 Warm (10)      10
      Right answer          10 of 10      30
      Transfer        does not apply       5
      ▪ Ending                  100%      10
      Goodbye                 5 of 5      10
      How it came to this
      • Published with 97.89, 9 Mar 2026, 09:00
      • Restated by appeal 12: 97.89 → 100, 12 Mar 2026, 10:00
      Greeting: 4 of 5 → 5 of 5
      Acknowledging says that you have read it, not that you agree: you can still appeal. You can appeal until 16 Mar 2026, 09:00.
      [Item by item] [Acknowledge] [Acknowledge with a comment] [Appeal]"
    `);
  });
});

describe("reading along", () => {
  test("a lead opens an evaluation of their team, which leaves audit rows", async () => {
    const made = house();
    const id = await published(made);
    const lee = made.on("LEE");
    await lee.says("/evaluations person:1001");
    expect(lee.sees()).toContain("Evaluations of Ana Diaz");
    await lee.picks("Open one", "E-1 · 6 Mar · 97.89");
    expect(lee.sees()).toContain("Evaluation E-1");
    expect(lee.sees()).toContain("Agent: Ana Diaz");
    expect(lee.sees()).toContain("It can be appealed until 16 Mar 2026, 09:00.");
    expect(readings(made)).toMatchObject([
      { actor: anId(3), action: "read evaluations", subject: anId(1), detail: { right: "lead" } },
      { actor: anId(3), action: "read evaluation", subject: anId(1), detail: { right: "lead", evaluation: "E-1" } },
    ]);
    await made.on("ANA").says("/evaluations");
    expect(await forges(made, "ANA", to.openEvaluation.to({ evaluation: id }))).toContain("Your evaluation E-1");
    expect(readings(made)).toHaveLength(2);
  });

  test("nobody else does, and nothing of it is in the audit book", async () => {
    const made = house();
    const id = await published(made);
    const bo = made.on("BO");
    await bo.says("/evaluations person:1001");
    expect(bo.sees()).toContain("Evaluations of Ana Diaz are open to Ana Diaz, their team lead");
    for (const user of ["BO", "MAX"]) {
      const answer = await forges(made, user, to.openEvaluation.to({ evaluation: id }));
      expect(answer).toContain("I cannot show that");
      expect(answer).not.toContain("97.89");
    }
    expect(readings(made)).toEqual([]);
    const aud = made.on("AUD");
    await aud.says("/evaluations 1001");
    expect(aud.sees()).toContain("E-1");
    expect(readings(made)).toMatchObject([{ actor: anId(7), detail: { right: "auditor" } }]);
  });

  test("who is not evaluated is told how to open others'", async () => {
    const sam = house().on("SAM");
    await sam.says("/evaluations");
    expect(sam.sees()).toContain("You have no evaluations of your own.");
    await sam.says("/evaluations 1002");
    expect(sam.sees()).toContain(
      "Nothing of Bo Lund has been evaluated yet. Quality staff evaluate a contact with /evaluate",
    );
  });

  test("an evaluation that was taken back with its file says so where it was told, and where it is opened", async () => {
    const made = house();
    const [kind] = made.evaluations.kinds;
    const revision = aDelivery({ kind: "evaluation", period: anId(1), isRevision: true });
    const [told] = (await kind?.prepare([{ ...revision, told: { revision: 1 } }], made.clock.now())) ?? [];
    expect(told?.is === "view" && plainView(told.view({ locale: "en", zone: "UTC" }))).toContain("was taken back");
    expect(await kind?.prepare([{ ...revision, told: { revision: 0 } }], made.clock.now())).toEqual([{ is: "same" }]);
    const unsent = aDelivery({ kind: "evaluation", period: anId(1) });
    expect(await kind?.prepare([unsent], made.clock.now())).toEqual([{ is: "skip", why: "nothing-to-tell" }]);
    const answer = await forges(made, "ANA", to.openEvaluation.to({ evaluation: anId(1) }));
    expect(answer).toContain("There is no such evaluation any more");
  });

  test("what another system told has no items, and says so", async () => {
    const {
      version: _,
      scorer: __,
      ...imported
    } = anEvaluation({ number: "Q-77", source: "qm", marks: [], form: "Old form" });
    const made = house("en", {
      evaluations: [{ ...imported, points: 88.5, withoutAutoFail: 88.5, day: day("2026-03-05") }],
    });
    const ana = made.on("ANA");
    await ana.says("/evaluations");
    await ana.picks("Open one", "Q-77 · 5 Mar · 88.5");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Your evaluation Q-77
      88.5 points
      Contact call-1 · 6 Mar 2026, 11:00
      Form: Old form
      Published on 9 Mar 2026, 10:00
      It was brought in from another system, which tells the points alone.
      Acknowledging says that you have read it, not that you agree: you can still appeal. You can appeal until 16 Mar 2026, 10:00.
      [Acknowledge] [Acknowledge with a comment] [Appeal]"
    `);
  });
});
