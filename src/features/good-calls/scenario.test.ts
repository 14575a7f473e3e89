import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import { type Locale, locales } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { testRouter } from "../../testing/conversation.ts";
import { type GoodCallHouse, goodCallHouse } from "../../testing/good-call-house.ts";
import * as to from "./addresses.ts";
import { goodCallsInBulletin } from "./index.ts";
import { libraryWords } from "./messages/library.ts";
import { nominateWords } from "./messages/nominate.ts";
import { toldWords } from "./messages/told.ts";
import { markOf } from "./nominating.ts";

const house = (locale: Locale = "en", but: GoodCallHouse = {}) => goodCallHouse(locale, but);
type House = ReturnType<typeof house>;

const links = { rules: { recordingUrl: "https://rec.example/{source}/{id}" }, baseUrl: "https://fair.example/" };
const highlight = "She let the customer finish before she answered.";
const nominate = `/nominate call-1001 knowledge ${highlight}`;

/** Ana's call as Bo puts it forward. */
async function putForward(made: House, line = nominate) {
  const bo = made.on("BO");
  await bo.says(line);
  await made.delivers();
  return bo;
}

/** The vote at its end, with Cleo, Dan and Eve for it. */
async function voted(made: House, label: string = toldWords.for("en")) {
  for (const name of ["CLEO", "DAN", "EVE"]) await made.on(name).presses(label);
  made.clock.to("2026-03-12T09:00:00Z");
  await made.goodCalls.sweep(made.clock.now());
  await made.delivers();
}

/** Ana's call in the library. */
async function inLibrary(made: House) {
  await putForward(made);
  await voted(made);
  await made.on("ANA").presses("Yes, share it");
  await made.delivers();
}

const only = (made: House) => {
  const [call, ...others] = made.store.all();
  if (call === undefined || others.length > 0) throw new Error("not one call");
  return call;
};

/** What somebody is answered who presses a button that was never shown to them. */
async function forges(made: House, user: string, action: string) {
  const talk = testRouter(registry(made.commands, made.actions), { people: made.people, clock: made.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const key = `forged ${user} ${action} ${made.platform.turn()} ${Math.random()}`;
  const reply = await talk.answer({ is: "press", key, by, place, action });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

/** The address behind the last button that opens a recording. */
function linkOf(who: ReturnType<House["on"]>) {
  const buttons = who
    .views()
    .flatMap(({ blocks }) => blocks.flatMap((one) => (one.is === "buttons" ? one.buttons : [])));
  const urls = buttons.flatMap((button) => ("url" in button ? [button.url] : []));
  return urls.at(-1) ?? "no link";
}
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";

const told = {
  en: {
    form: "Put forward a good call\nContact number: call-1001\nSkill: knowledge\nAnother skill: \nWhere: \nWhat was good: \n[Send]",
    done: [
      "GC-1 is put forward",
      "A call taken by Ana Diaz",
      "“••• heard how Ana kept calm at •••.”",
      "I took out what would tell too much: long numbers, the contact's number or your name.",
      "Skills: Knowledge and Language",
      "Best moment: 3:20",
      "Colleagues vote until 12 Mar 2026, 09:00",
      "[Take it back]",
    ],
    vote: [
      "Is this a good call? GC-1",
      "“••• heard how ••• kept calm at •••.”",
      "Skills: Knowledge and Language",
      "Queue: Billing",
      "Length: 5 min 20 s",
      "Best moment: 3:20",
      "Vote until 12 Mar 2026, 09:00",
      "[Good call] [Not for me]",
      "Nobody sees whose call it is, who put it forward or how others vote. You can change your vote until then; the count is told at the end.",
    ].join("\n"),
    ownCall: "This call is yours, so the others decide.",
    ownNomination: "You put this one forward, so the others decide.",
    votedNot: "You voted “not for me” on GC-1",
    voted: "You voted for GC-1\nYou can change it until 12 Mar 2026, 09:00",
    over: [
      "The vote on GC-1 is over",
      "3 of 4 who voted were for it.",
      "It enters the library only if its agent wishes so.",
    ],
    asked: [
      "One of your calls was chosen: GC-1",
      "A colleague put one of your calls forward",
      "Contact: call-1001",
      "[Yes, share it] [No, keep it private] [Listen]",
      "Please answer by 19 Mar 2026, 09:00.",
    ],
    thanks: "GC-1 is in the library",
    praise: ["A good call by Ana Diaz", "Well done, Ana Diaz!"],
    leaders: "Praise for Ana Diaz",
    empty: "The library is still empty. Put the first call forward: /nominate",
    library: "GC-1 · Ana Diaz · Knowledge and Language · Billing · 12 Mar\n“••• heard how Ana kept calm at •••.”",
    link: [
      "The recording of GC-1",
      "works until 12 Mar 2026, 09:15",
      "Do not pass it on: openings count as yours, and the agent can see them. It works 5 times.",
    ],
    heard: "Opened once by one person.",
    behind: ["Behind GC-1", "Put forward by: Bo Lund", /Sam Reid +9 Mar 2026, 09:00 +Not for me/],
    withdrawn: "GC-1 was withdrawn\nThis call is not shown any more. Others are in the library: /goodcalls",
  },
  "zh-CN": {
    form: "推荐优秀录音\n通话编号: call-1001\n技能: knowledge\n另一项技能: \n位置: \n亮点: \n[提交]",
    done: [
      "GC-1 已提交投票",
      "坐席：Ana Diaz",
      "“••• heard how Ana kept calm at •••.”",
      "已隐去可能泄露信息的内容：长串数字、通话编号或您的姓名。",
      "技能: 业务知识和语言表达",
      "精彩片段: 3:20",
      "投票截止：2026年3月12日 09:00",
      "[撤回推荐]",
    ],
    vote: [
      "这通电话可以入选吗？GC-1",
      "“••• heard how ••• kept calm at •••.”",
      "技能: 业务知识和语言表达",
      "队列: Billing",
      "时长: 5 分 20 秒",
      "精彩片段: 3:20",
      "投票截止：2026年3月12日 09:00",
      "[赞成] [不赞成]",
      "坐席、推荐人及他人的投票均不公开。截止前可以改票，票数在结束后公布。",
    ].join("\n"),
    ownCall: "这是您本人的通话，由其他同事投票。",
    ownNomination: "这通是您推荐的，由其他同事投票。",
    votedNot: "您对 GC-1 投了不赞成票",
    voted: "您对 GC-1 投了赞成票\n截止前可以改票：2026年3月12日 09:00",
    over: ["GC-1 投票已结束", "4 人投票，3 票赞成。", "已入选，是否入库由坐席本人决定。"],
    asked: [
      "您的一通电话入选了：GC-1",
      "有同事推荐了您的一通电话",
      "通话编号: call-1001",
      "[同意入库] [不同意] [收听]",
      "请于此时间前答复：2026年3月19日 09:00。",
    ],
    thanks: "GC-1 已入库",
    praise: ["Ana Diaz的优秀录音", "为 Ana Diaz 点赞！"],
    leaders: "Ana Diaz受到同事表扬",
    empty: "优秀录音库还是空的。推荐第一通：/nominate",
    library: "GC-1 · Ana Diaz · 业务知识和语言表达 · Billing · 3月12日\n“••• heard how Ana kept calm at •••.”",
    link: [
      "GC-1 的录音",
      "有效期至 2026年3月12日 09:15",
      "请勿转发：凡由此链接打开，均记在您名下，坐席本人可以查看。最多可打开 5 次。",
    ],
    heard: "录音已被 1 人打开 1 次。",
    behind: ["GC-1 的推荐与投票", "推荐人: Bo Lund", /Sam Reid +2026年3月9日 09:00 +不赞成/],
    withdrawn: "GC-1 已撤回\n这通录音已不再展示。其他录音请见优秀录音库：/goodcalls",
  },
} as const;

describe.each(locales)("a good call from its nomination to its library and out of it (%s)", (locale) => {
  test("as everybody sees it", async () => {
    const made = house(locale, links);
    const words = told[locale];
    const [ana, bo, cleo, dan] = [made.on("ANA"), made.on("BO"), made.on("CLEO"), made.on("DAN")];
    const [eve, sam, aud, lee] = [made.on("EVE"), made.on("SAM"), made.on("AUD"), made.on("LEE")];

    await cleo.says("/goodcalls");
    expect(cleo.sees()).toContain(words.empty);
    await bo.says("/nominate call-1001 knowledge");
    expect(bo.sees()).toBe(words.form);
    const written = "Bo heard how Ana kept calm at 4111 1111 1111 1111.";
    await bo.fills({ contact: "call-1001", skill: "knowledge", also: "language", where: "3:20", highlight: written });
    for (const line of words.done) expect(bo.sees()).toContain(line);

    await made.delivers();
    // The vote is all that the others see, and it names nobody and no number.
    expect(dan.sees()).toBe(words.vote);
    expect(dan.sees()).not.toMatch(/Ana|Bo|call-1001/);
    await ana.presses(toldWords.for(locale));
    expect(ana.sees()).toContain(words.ownCall);
    await bo.presses(toldWords.for(locale));
    expect(bo.sees()).toContain(words.ownNomination);
    await cleo.presses(toldWords.notFor(locale));
    expect(cleo.sees()).toContain(words.votedNot);
    await cleo.presses(toldWords.for(locale));
    expect(cleo.sees()).toBe(words.voted);
    for (const who of [dan, eve]) await who.presses(toldWords.for(locale));
    await sam.presses(toldWords.notFor(locale));
    await made.delivers();
    expect(lee.sees()).toBe(words.vote);

    made.clock.to("2026-03-12T08:59:59Z");
    await made.goodCalls.sweep(made.clock.now());
    expect(only(made).state).toBe("voting");
    made.clock.to("2026-03-12T09:00:00Z");
    await made.goodCalls.sweep(made.clock.now());
    await made.delivers();
    for (const line of words.over) expect(lee.sees()).toContain(line);
    for (const line of words.asked) expect(ana.sees()).toContain(line);
    expect(ana.sees()).not.toContain("Bo Lund");
    expect(lee.sees()).not.toContain("Ana Diaz");

    await ana.presses(toldWords.yes(locale));
    expect(ana.sees()).toContain(words.thanks);
    await made.delivers();
    for (const line of words.praise) expect(dan.sees()).toContain(line);
    expect(dan.sees()).not.toContain(words.leaders);
    for (const who of [lee, sam]) expect(who.sees()).toContain(words.leaders);
    expect(made.posted()).toEqual([
      "good-call-vote → floor",
      "good-call-consent → dm-ANA",
      "good-call-praise → floor",
      "good-call-leaders → dm-LEE",
      "good-call-leaders → dm-SAM",
    ]);

    await cleo.says("/goodcalls");
    expect(cleo.sees()).toContain(words.library);
    await cleo.says("/goodcalls GC-1");
    expect(cleo.sees()).not.toMatch(/call-1001|Bo Lund/);
    await cleo.presses(toldWords.listen(locale));
    for (const line of words.link) expect(cleo.sees()).toContain(line);
    expect(linkOf(cleo)).toBe("https://fair.example/recordings/token-1");
    expect(await made.goodCalls.follow("token-1", made.clock.now())).toEqual({
      ok: true,
      value: "https://rec.example/acd/call-1001",
    });
    await ana.says("/goodcalls gc-1");
    expect(ana.sees()).toContain(words.heard);
    await ana.presses(libraryWords.whoHeard(locale));
    expect(ana.sees()).toContain("Cleo Roy");
    await aud.says("/goodcalls gc1");
    expect(aud.sees()).toContain(words.heard);
    await aud.presses(libraryWords.background(locale));
    for (const line of words.behind) expect(aud.sees()).toMatch(line);

    await ana.says("/goodcalls gc-1");
    await ana.presses(toldWords.takeOut(locale));
    expect(ana.sees()).toContain(words.withdrawn);
    await made.delivers();
    // Vote, praise and the leader's message alike.
    expect(lee.sees()).toBe([words.withdrawn, words.withdrawn, words.withdrawn].join("\n\n"));
    await cleo.says("/goodcalls");
    expect(cleo.sees()).toContain(words.empty);
  });
});

describe("a nomination", () => {
  test.each([
    ["call-9999", []],
    // Nobody answered it; it is York's; it is shorter.
    ["call-0", []],
    ["call-7001", []],
    ["@5:21 call-1001", [anId(1)]],
  ])("of %s finds nothing to put forward, whatever keeps it from that", async (text, subjects) => {
    const york = {
      source: "acd",
      agent: anId(10),
      startedAt: new Date("2026-03-06T11:00:00Z"),
      queue: "q",
      project: "p",
    };
    const contacts = [
      { ...york, sourceId: "call-7001", site: "york", handleS: 320 },
      { ...york, sourceId: "call-1001", agent: anId(1), handleS: 320 },
    ];
    const made = house("en", text === "call-0" ? {} : { contacts });
    const bo = await putForward(made, `/nominate ${text} knowledge ${highlight}`);
    const number = text.split(" ").at(-1);
    expect(bo.sees()).toBe(
      `That was not done\nNo answered contact of your site fits “${number}”. Check its number, as your phone system and its evaluation (/evaluations) show it, and if you gave a moment, that the call took so long. A call of today may not have been imported yet.`,
    );
    expect([made.store.all(), made.store.outbox]).toEqual([[], []]);
    expect(made.audited.map(({ action, subject }) => [action, subject])).toEqual(
      subjects.map((subject) => ["look up contact", subject]),
    );
  });

  test("of a call whose agent has left is refused, and that it was looked up is noted", async () => {
    const made = house();
    const bo = await putForward(made, `/nominate call-8001 knowledge ${highlight}`);
    expect(bo.sees()).toContain("Whoever took that call has left");
    expect([made.store.all(), made.store.outbox]).toEqual([[], []]);
    expect(made.audited).toMatchObject([{ actor: anId(2), action: "look up contact", subject: anId(9) }]);
  });

  test("of a call that was put forward before is refused after that is noted", async () => {
    const made = house();
    await putForward(made);
    made.audited.length = 0;
    await made.on("DAN").says(nominate);
    expect(made.audited).toMatchObject([{ actor: anId(4), action: "look up contact", subject: anId(1) }]);
  });

  test("is refused where there is no channel to vote in", async () => {
    const bo = await putForward(house("en", { channels: {} }));
    expect(bo.sees()).toContain("Your site has no channel in which colleagues could vote.");
  });

  test("of a call of another site finds nothing", async () => {
    const made = house();
    const max = made.on("MAX");
    await max.says(nominate);
    expect(max.sees()).toContain("That was not done");
    expect(made.store.all()).toEqual([]);
  });

  test("takes a number however it is written, to the last second of the call", async () => {
    const made = house();
    const bo = await putForward(made, `/nominate #CALL-1001 knowledge @5:20 ${highlight}`);
    expect(bo.sees()).toContain("GC-1 is put forward");
    expect(only(made)).toMatchObject({ markS: 320, highlight, agent: anId(1), nominator: anId(2) });
  });

  test("of a contact that is put forward already points to it", async () => {
    const made = house();
    await inLibrary(made);
    const dan = made.on("DAN");
    await dan.says(nominate);
    expect(dan.sees()).toContain("That call is in the library already: GC-1.");
    await dan.presses("Open it");
    expect(dan.sees()).toContain("Agent: Ana Diaz");
  });

  test("of a contact in its vote, waiting for consent or declined tells neither which it is nor its number", async () => {
    const made = house();
    await putForward(made);
    const dan = made.on("DAN");
    const tries = async () => {
      await dan.says(nominate);
      return dan.sees().split("\n\n").at(-1);
    };
    const said =
      "That was not done\nThat call was put forward before. If it enters the library, you find it with /goodcalls. Put forward another one.";
    expect(await tries()).toBe(said);
    await voted(made);
    expect(await tries()).toBe(said);
    await made.on("ANA").presses("No, keep it private");
    expect(await tries()).toBe(said);
    expect(only(made).state).toBe("declined");
  });

  test("is made five times a month by one person, those taken back included", async () => {
    const contacts = Array.from({ length: 7 }, (_, n) => ({
      source: "acd",
      sourceId: `call-${n}`,
      agent: anId(1),
      startedAt: new Date("2026-03-06T11:00:00Z"),
      queue: "Billing",
      project: "care",
      handleS: 320,
    }));
    const made = house("en", { contacts });
    const bo = made.on("BO");
    for (const n of [0, 1, 2, 3, 4]) await bo.says(`/nominate call-${n} knowledge ${highlight}`);
    await bo.presses("Take it back");
    expect(bo.sees()).toContain("GC-5 was withdrawn");
    await bo.says(`/nominate call-5 knowledge ${highlight}`);
    expect(bo.sees()).toContain("You have put forward 5 calls this month");
    // The month of Leeds, whose clocks are an hour ahead by then.
    made.clock.to("2026-03-31T22:59:59Z");
    await bo.says(`/nominate call-5 knowledge ${highlight}`);
    expect(bo.sees()).toContain("You have put forward 5 calls this month");
    made.clock.to("2026-03-31T23:00:00Z");
    await bo.says(`/nominate call-5 knowledge ${highlight}`);
    expect(bo.sees()).toContain("GC-6 is put forward");
  });

  test.each([
    ["knowledge", "1234567890 1234", "What was good"],
    ["charm", highlight, "Choose Interpersonal, Language, Knowledge"],
  ])("of skill %s with “%s” is not taken", async (skill, said, why) => {
    const made = house();
    const bo = made.on("BO");
    await bo.says("/nominate");
    await bo.fills({ contact: "call-1001", skill, highlight: said.slice(0, skill === "charm" ? 100 : 14) });
    expect(bo.sees()).toContain(why);
    expect(made.store.all()).toEqual([]);
  });

  test("takes several skills, each once, by their names in either language", async () => {
    const made = house();
    await putForward(made, `/nominate call-1001 knowledge,责任心 +Call control,knowledge ${highlight}`);
    expect(only(made).skills).toEqual(["knowledge", "responsibility", "call-control"]);
  });

  test("of one's own call names it so, and its agent is asked all the same", async () => {
    const made = house();
    const ana = made.on("ANA");
    await ana.says(`/nominate call-1001 knowledge I, Ana, let the customer finish.`);
    expect(ana.sees()).toContain("Your call");
    expect(made.audited).toEqual([]);
    await made.delivers();
    expect(made.on("DAN").sees()).toContain("“I, •••, let the customer finish.”");
    await ana.presses("Good call");
    expect(ana.sees()).toContain("You put this one forward");
    await voted(made);
    expect(ana.sees()).toContain("The call that you put forward was chosen");
    await ana.presses("Yes, share it");
    expect(only(made)).toMatchObject({ state: "accepted", highlight: "I, Ana, let the customer finish." });
  });

  test("of another's call leaves an audit row", async () => {
    const made = house();
    await putForward(made);
    const row = { at: made.clock.now(), actor: anId(2), subject: anId(1) };
    expect(made.audited).toEqual([
      { ...row, action: "look up contact", detail: { source: "acd", contact: "call-1001" } },
      { ...row, action: "nominate call", detail: { call: "GC-1" } },
    ]);
  });
});

describe("a number that several systems know", () => {
  const line = `/nominate 77 knowledge @1:00 ${highlight}`;
  const chat = "chat · 6 Mar 2026, 11:00 · Billing";

  test("is chosen by a button, and what was written is kept", async () => {
    const made = house();
    const cleo = made.on("CLEO");
    await cleo.says(line);
    expect(cleo.sees()).toBe(
      `Which contact 77?\nSeveral systems have a contact with this number. Choose yours; what you wrote is kept.\n[acd · 6 Mar 2026, 11:00 · Sales] [${chat}]`,
    );
    expect(made.store.all()).toEqual([]);
    await cleo.presses(chat);
    expect(cleo.sees()).toContain("GC-1 is put forward\nA call taken by Ana Diaz");
    expect(only(made)).toMatchObject({ agent: anId(1), highlight, markS: 60, contact: { source: "chat" } });
  });

  test("is put forward once however often it is pressed, and by nobody else", async () => {
    const made = house();
    const cleo = made.on("CLEO");
    await cleo.says(line);
    const buttons = cleo
      .views()
      .flatMap(({ blocks }) => blocks.flatMap((one) => (one.is === "buttons" ? one.buttons : [])));
    const [, second] = buttons.flatMap((button) => ("action" in button ? [button.action] : []));
    expect(await forges(made, "DAN", second ?? "none")).toContain("What you wrote there is not kept any more.");
    for (const _ of [1, 2]) expect(await forges(made, "CLEO", second ?? "none")).toContain("GC-1 is put forward");
    expect(only(made).nominator).toBe(anId(3));
    expect(made.store.outbox).toHaveLength(1);
  });

  test("leaves a row for each agent whose contact is shown, and for the one that is chosen", async () => {
    const made = house();
    const cleo = made.on("CLEO");
    await cleo.says(line);
    expect(made.audited.map(({ action, subject }) => [action, subject])).toEqual([
      ["look up contact", anId(2)],
      ["look up contact", anId(1)],
    ]);
    await cleo.presses(chat);
    expect(made.audited.slice(2).map(({ action, subject }) => [action, subject])).toEqual([
      ["look up contact", anId(1)],
      ["nominate call", anId(1)],
    ]);
  });

  test("is refused in one way, whether its mark is bad, of another contact or of another's draft", async () => {
    const made = house();
    await made.on("CLEO").says(line);
    const before = made.audited.length;
    const draft = anId(601);
    const [own, other] = [markOf({ source: "chat", sourceId: "77" }), markOf({ source: "acd", sourceId: "call-1001" })];
    const refused =
      "That was not done\nWhat you wrote there is not kept any more. Put the call forward once more with /nominate.";
    for (const [user, to_] of [
      ["CLEO", to.chooseContact.to({ draft, contact: "???" })],
      ["CLEO", to.chooseContact.to({ draft, contact: other })],
      ["CLEO", to.chooseContact.to({ draft: anId(404), contact: own })],
      ["DAN", to.chooseContact.to({ draft, contact: own })],
    ] as const) {
      expect(await forges(made, user, to_)).toBe(refused);
    }
    expect([made.store.all(), made.audited.length]).toEqual([[], before]);
  });

  test("is forgotten when another call is put forward first", async () => {
    const made = house();
    const cleo = made.on("CLEO");
    await cleo.says(line);
    await cleo.says(nominate);
    await cleo.presses(chat);
    expect(cleo.sees()).toContain("What you wrote there is not kept any more.");
  });
});

describe("the vote", () => {
  test("counts each voter once, as they voted last, and keeps the rest out", async () => {
    const made = house();
    await putForward(made);
    const { id } = only(made);
    const dan = made.on("DAN");
    for (const label of ["Good call", "Good call", "Not for me"]) await dan.presses(label);
    expect(await made.store.votes(id)).toEqual([{ voter: anId(4), isFor: false, at: made.clock.now() }]);
    expect(await forges(made, "MAX", to.vote.to({ as: "for", call: id }))).toContain("Colleagues of that site vote");
    expect(await forges(made, "AUD", to.vote.to({ as: "for", call: id }))).toContain(
      "Auditors can see who put a call forward",
    );
    expect(await forges(made, "DAN", to.vote.to({ as: "for", call: anId(404) }))).toContain(
      "There is no such good call.",
    );
    expect(await made.store.votes(id)).toHaveLength(1);
  });

  test.each([
    ["Agent 1001 of team north, heard by 1002 in South.", "Agent ••• of team •••, heard by ••• in •••."],
    ["工号1001的Ana耐心倾听，North团队的好榜样，推荐人1002。", "工号•••的•••耐心倾听，•••团队的好榜样，推荐人•••。"],
  ])("shows no employee number and no team: %s", async (said, shown) => {
    const made = house();
    await putForward(made, `/nominate call-1001 knowledge ${said}`);
    expect(made.on("DAN").sees()).toContain(`“${shown}”`);
  });

  test("that too few are for is told without a name, and its agent never hears of it", async () => {
    const made = house();
    const bo = await putForward(made);
    await made.on("CLEO").presses("Good call");
    made.clock.to("2026-03-12T09:00:00Z");
    await made.goodCalls.sweep(made.clock.now());
    await made.delivers();
    const eve = made.on("EVE");
    expect(eve.sees()).toContain(
      "1 of 1 who voted was for it.\nIt was not chosen this time.\nIt takes 3 votes for it and 60% of all.",
    );
    expect(made.posted()).toEqual(["good-call-vote → floor"]);
    await made.on("EVE").says("/goodcalls GC-1");
    expect(await forges(made, "ANA", to.openCall.to({ call: only(made).id }))).toContain("GC-1 is not in the library");
    expect(await forges(made, "DAN", to.vote.to({ as: "for", call: only(made).id }))).toContain(
      "The vote on GC-1 is over",
    );
    await bo.says("/goodcalls");
    await bo.presses("My nominations");
    expect(bo.sees()).toMatch(/GC-1 +9 Mar +not chosen/);
  });

  test("is over at its time, also before anybody has looked at the clock", async () => {
    const made = house();
    await putForward(made);
    made.clock.to("2026-03-12T09:00:00Z");
    await made.on("DAN").presses("Good call");
    expect(await made.store.votes(only(made).id)).toEqual([]);
  });

  test("ends at once when who put the call forward takes it back", async () => {
    const made = house();
    const bo = await putForward(made);
    await bo.presses("Take it back");
    await made.delivers();
    expect(made.on("DAN").sees()).toBe(told.en.withdrawn);
    expect(await forges(made, "CLEO", to.takeBack.to({ call: only(made).id }))).toContain(
      "A call is taken back by who put it forward",
    );
  });

  test("is settled once, however often the clock is looked at", async () => {
    const made = house();
    await putForward(made);
    await voted(made);
    for (const _ of [1, 2]) await made.goodCalls.sweep(made.clock.now());
    await made.delivers();
    expect(made.posted()).toEqual(["good-call-vote → floor", "good-call-consent → dm-ANA"]);
  });
});

describe("consent", () => {
  const asked = async (made: House) => {
    await putForward(made);
    await voted(made);
    return made.on("ANA");
  };

  test("that is refused keeps the call out, and everybody else sees what they saw before", async () => {
    const made = house();
    const ana = await asked(made);
    const before = made.on("DAN").sees();
    await ana.presses("No, keep it private");
    expect(ana.sees()).toContain("GC-1 stays private");
    await made.delivers();
    expect(made.on("DAN").sees()).toBe(before);
    const bo = made.on("BO");
    await bo.says("/goodcalls");
    await bo.presses("My nominations");
    expect(bo.sees()).toMatch(/GC-1 +9 Mar +chosen/);
    await bo.picks("Open one", "GC-1 · 9 Mar");
    expect(bo.sees()).toContain("State: chosen");
    expect(await forges(made, "ANA", to.answerConsent.to({ as: "yes", call: only(made).id }))).toContain(
      "The time to answer",
    );
  });

  test("that is refused looks to who put the call forward as if it were still waited for", async () => {
    const looks = async (answer: string | undefined) => {
      const made = house();
      const bo = await made.on("BO");
      await bo.says(`/nominate 77 knowledge ${highlight}`);
      const pressed = "chat · 6 Mar 2026, 11:00 · Billing";
      await bo.presses(pressed);
      await made.delivers();
      await voted(made);
      if (answer !== undefined) await made.on("ANA").presses(answer);
      await made.delivers();
      const { id } = only(made);
      const choose = to.chooseContact.to({ draft: id, contact: markOf({ source: "chat", sourceId: "77" }) });
      const seen = [];
      for (const user of ["BO", "CLEO", "SAM", "AUD", "IDA"]) {
        for (const press of [choose, to.openCall.to({ call: id }), to.takeBack.to({ call: id })]) {
          seen.push(await forges(made, user, press));
        }
        seen.push(await forges(made, user, to.listenTo.to({ call: id })));
        seen.push(await forges(made, user, to.answerConsent.to({ as: "yes", call: id })));
      }
      seen.push(await forges(made, "BO", to.seeNominations.to({})));
      return seen;
    };
    const [waiting, declined] = [await looks(undefined), await looks("No, keep it private")];
    expect(declined).toEqual(waiting);
    expect(waiting[0]).toContain("GC-1 is put forward");
    expect(waiting[1]).toContain("State: chosen");
    expect(waiting[2]).toBe(
      "That was not done\nThe vote on GC-1 is over. A call is taken back while the vote on it is open.",
    );
  });

  test("that was refused can be offered again by its agent alone", async () => {
    const made = house();
    const ana = await asked(made);
    await ana.presses("No, keep it private");
    await ana.says(nominate);
    expect(ana.sees()).toContain("GC-2 is put forward");
  });

  test("is not given by silence", async () => {
    const made = house();
    await asked(made);
    made.clock.to("2026-03-19T09:00:00Z");
    await made.goodCalls.sweep(made.clock.now());
    await made.delivers();
    expect(only(made).state).toBe("declined");
    expect(made.posted()).toEqual(["good-call-vote → floor", "good-call-consent → dm-ANA"]);
    expect(made.on("ANA").sees()).toContain("GC-1 stays private");
  });

  test("is the agent's alone, and said twice changes nothing", async () => {
    const made = house();
    await asked(made);
    const yes = to.answerConsent.to({ as: "yes", call: only(made).id });
    for (const user of ["BO", "SAM", "LEE"]) {
      expect(await forges(made, user, yes)).toContain("Only the agent whose call it is decides");
    }
    const before = made.store.outbox.length;
    for (const _ of [1, 2]) expect(await forges(made, "ANA", yes)).toContain("GC-1 is in the library");
    // Praise and leaders once, vote and consent revised once.
    expect(made.store.outbox).toHaveLength(before + 4);
  });

  test("taken back leaves nothing in the library, in bulletins or behind its links", async () => {
    const made = house("en", links);
    await inLibrary(made);
    const cleo = made.on("CLEO");
    await cleo.says("/goodcalls GC-1");
    await cleo.presses("Listen");
    const token = tokenOf(linkOf(cleo));
    expect(await forges(made, "BO", to.takeBack.to({ call: only(made).id }))).toContain(
      "its agent alone can take it out; if they have left, ask an admin.",
    );
    await made.on("ANA").presses("Take it out");
    expect(await made.goodCalls.follow(token, made.clock.now())).toEqual({ ok: false, refusal: { why: "over" } });
    expect(made.store.outbox).toContainEqual({ is: "touched", touched: { kind: "weekly-bulletin", site: "leeds" } });
    await cleo.presses("Listen");
    expect(cleo.sees()).toContain("GC-1 is not in the library of your site.");
    expect(await made.goodCalls.library({ ...who(3), site: "leeds" }, { page: 0 })).toMatchObject({ all: 0 });
  });
});

describe("a call in the library whose agent has left", () => {
  const leaves = { leftOn: day("2026-03-13") };

  test("is taken out by an admin of its site, which leaves one audit row and replaces what was posted", async () => {
    const made = house("en", leaves);
    await inLibrary(made);
    const ida = made.on("IDA");
    await ida.says("/goodcalls GC-1");
    expect(ida.sees()).not.toContain("[Take it out]");
    const press = to.takeBack.to({ call: only(made).id });
    expect(await forges(made, "IDA", press)).toContain("An admin does it for an agent who has left.");
    made.clock.to("2026-03-14T09:00:00Z");
    for (const user of ["DAN", "SAM", "LEE"]) {
      expect(await forges(made, user, press)).toContain("An admin does it for an agent who has left.");
      await made.on(user).says("/goodcalls GC-1");
      expect(made.on(user).sees()).not.toContain("[Take it out]");
    }
    expect(only(made).state).toBe("accepted");
    const before = made.audited.length;
    await ida.says("/goodcalls GC-1");
    await ida.presses("Take it out");
    expect(ida.sees()).toContain(told.en.withdrawn);
    expect(await forges(made, "IDA", press)).toContain("GC-1 was withdrawn");
    expect(made.audited.slice(before)).toEqual([
      {
        at: made.clock.now(),
        actor: anId(11),
        action: "take out good call",
        subject: anId(1),
        detail: { call: "GC-1" },
      },
    ]);
    await made.delivers();
    expect(made.on("LEE").sees()).toContain("GC-1 was withdrawn");
    expect(made.on("EVE").sees()).not.toContain("Ana Diaz");
  });
});

const who = (n: number) => ({
  person: anId(n),
  name: "x",
  site: "leeds",
  roles: ["agent"] as const,
  zone: "Europe/London",
});

describe("recordings", () => {
  test("are opened by links that expire, and each opening is counted for who was given it", async () => {
    const made = house("en", links);
    await inLibrary(made);
    const cleo = made.on("CLEO");
    await cleo.says("/goodcalls GC-1");
    await cleo.presses("Listen");
    const token = tokenOf(linkOf(cleo));
    expect(made.store.openings()).toHaveLength(1);
    expect(JSON.stringify(made.store.openings())).not.toContain(token);
    const at = (time: string) => new Date(`2026-03-12T${time}Z`);
    expect((await made.goodCalls.follow(token, at("09:14:59"))).ok).toBe(true);
    expect(await made.goodCalls.follow(token, at("09:15:00"))).toEqual({ ok: false, refusal: { why: "over" } });
    expect(await made.goodCalls.follow("token-9", at("09:00:00"))).toEqual({ ok: false, refusal: { why: "unknown" } });
    expect(made.store.openings()).toMatchObject([{ person: anId(3), times: 1, openedAt: at("09:14:59") }]);
    expect(made.audited.at(-1)).toEqual({
      at: made.clock.now(),
      actor: anId(3),
      action: "open recording",
      subject: anId(1),
      detail: { call: "GC-1" },
    });
  });

  test("are opened five times by one link, and then by a new one", async () => {
    const made = house("en", links);
    await inLibrary(made);
    const cleo = made.on("CLEO");
    await cleo.says("/goodcalls GC-1");
    await cleo.presses("Listen");
    const opens = () => made.goodCalls.follow(tokenOf(linkOf(cleo)), made.clock.now());
    for (const _ of [1, 2, 3, 4, 5]) expect((await opens()).ok).toBe(true);
    expect(await opens()).toEqual({ ok: false, refusal: { why: "spent" } });
    expect(made.store.openings()).toMatchObject([{ times: 5 }]);
    await cleo.presses("Listen");
    expect((await opens()).ok).toBe(true);
  });

  test.each([
    ["no address of recordings", { baseUrl: links.baseUrl }],
    ["no address of this house", { rules: links.rules }],
  ])("with %s are asked for, which is logged as well", async (_, but) => {
    const made = house("en", but);
    await inLibrary(made);
    const cleo = made.on("CLEO");
    await cleo.says("/goodcalls GC-1");
    await cleo.presses("Listen");
    expect(cleo.sees()).toContain("Look in acd for contact call-1001, or ask whoever looks after it.");
    await made.on("ANA").says("/goodcalls GC-1");
    expect(made.store.openings()).toMatchObject([{ person: anId(3), times: 1 }]);
    const ana = made.on("ANA");
    await ana.says("/goodcalls GC-1");
    expect(ana.sees()).toContain("Opened once by one person.");
  });

  test("of a call that is not in the library are opened by nobody, of one that waits for consent by its agent alone", async () => {
    const made = house("en", links);
    await putForward(made);
    const listen = to.listenTo.to({ call: only(made).id });
    for (const user of ["ANA", "BO", "CLEO", "SAM", "AUD"]) {
      expect(await forges(made, user, listen)).toContain("GC-1 is not in the library");
    }
    await voted(made);
    for (const user of ["BO", "CLEO", "SAM", "AUD"]) {
      expect(await forges(made, user, listen)).toContain("GC-1 is not in the library");
    }
    const before = made.audited.length;
    expect(await forges(made, "ANA", listen)).toContain("The recording of GC-1");
    expect(made.audited).toHaveLength(before);
    expect(made.store.openings()).toHaveLength(1);
  });

  test("of a site are for that site", async () => {
    const made = house("en", links);
    await inLibrary(made);
    const { id } = only(made);
    expect(await forges(made, "MAX", to.listenTo.to({ call: id }))).toContain("is not in the library of your site");
    expect(await forges(made, "MAX", to.openCall.to({ call: id }))).toContain("is not in the library of your site");
  });
});

describe("who put a call forward and who opened it", () => {
  test("is shown to auditors, which leaves a trace, and how each voted once the vote is over", async () => {
    const made = house();
    await putForward(made);
    const { id } = only(made);
    const behind = to.seeBackground.to({ call: id });
    for (const user of ["ANA", "BO", "CLEO", "SAM"]) {
      expect(await forges(made, user, behind)).not.toMatch(/Behind GC-1|Put forward by/);
    }
    await made.on("CLEO").presses("Not for me");
    const shown = await forges(made, "AUD", behind);
    expect(shown).toContain("Put forward by: Bo Lund");
    expect(shown).toContain("Cleo Roy");
    expect(shown).not.toContain("Not for me");
    expect(made.audited.at(-1)).toMatchObject({ actor: anId(8), action: "read nomination", subject: anId(2) });
    expect(await forges(made, "CLEO", to.openCall.to({ call: id }))).toContain("GC-1 is not in the library");
  });

  test("openings are shown to its agent and to auditors alone", async () => {
    const made = house("en", links);
    await inLibrary(made);
    const heard = to.seeListeners.to({ call: only(made).id });
    for (const user of ["BO", "CLEO", "SAM", "LEE"]) {
      expect(await forges(made, user, heard)).toContain("That is shown to auditors");
    }
    expect(await forges(made, "ANA", heard)).toContain("Nobody has opened the recording yet.");
    const before = made.audited.length;
    await forges(made, "AUD", heard);
    expect(made.audited.slice(before)).toMatchObject([{ action: "read openings of good call", subject: anId(1) }]);
  });
});

describe("the library", () => {
  /** Seven accepted calls of Ana's, the last one the newest. */
  async function filled(said = "") {
    const contacts = Array.from({ length: 7 }, (_, n) => ({
      source: "acd",
      sourceId: `call-${n}`,
      agent: anId(n === 6 ? 2 : 1),
      startedAt: new Date("2026-03-06T11:00:00Z"),
      queue: n === 2 ? "Repairs" : "Billing",
      project: "care",
      handleS: 320,
    }));
    const made = house("en", { contacts, rules: { mostPerMonth: 9, votesNeeded: 1, shareNeeded: 0 } });
    const sam = made.on("SAM");
    for (const n of contacts.keys()) {
      await sam.says(
        `/nominate call-${n} ${n === 3 ? "language" : "knowledge"} Ｇｒｅａｔ listening, call ${n}. ${said}`,
      );
      await made.delivers();
      await made.on("CLEO").presses("Good call");
    }
    made.clock.to("2026-03-12T09:00:00Z");
    await made.goodCalls.sweep(made.clock.now());
    for (const { id, agent } of made.store.all()) {
      made.clock.pass(1);
      await made.goodCalls.answer({ ...who(1), person: agent }, id, true, made.clock.now());
    }
    return made;
  }
  const numbers = (text: string) => [...text.matchAll(/^(GC-\d+) ·/gm)].map(([, number]) => number);

  test("shows five at a time, the newest first", async () => {
    const dan = (await filled()).on("DAN");
    await dan.says("/goodcalls");
    expect(numbers(dan.sees())).toEqual(["GC-7", "GC-6", "GC-5", "GC-4", "GC-3"]);
    expect(dan.sees()).toContain("7 calls chosen by colleagues, the newest first.");
    await dan.presses("More");
    expect(numbers(dan.sees())).toEqual(["GC-2", "GC-1"]);
    expect(dan.sees()).toContain("Page 2 of 2");
    await dan.presses("Back");
    expect(numbers(dan.sees())).toHaveLength(5);
    await dan.picks("Open a call", "GC-4 · Ana Diaz");
    expect(dan.sees()).toContain("Skills: Language");
  });

  test("is searched by words of the highlight, queue and names, and by skill", async () => {
    const dan = (await filled()).on("DAN");
    const finds = async (line: string) => {
      await dan.says(`/goodcalls ${line}`);
      return numbers(dan.sees());
    };
    expect(await finds("repairs")).toEqual(["GC-3"]);
    expect(await finds("GREAT ｂｏ")).toEqual(["GC-7"]);
    expect(await finds("language")).toEqual(["GC-4"]);
    expect(await finds("业务知识 great lund")).toEqual(["GC-7"]);
    expect(await finds("nothing like it")).toEqual([]);
    expect(dan.sees()).toContain("Nothing matches. Try other words, or see the whole library: /goodcalls");
    await dan.picks("Show one skill", "Language");
    expect(dan.sees()).toContain("Nothing matches.");
    expect(await finds("great")).toHaveLength(5);
    await dan.presses("More");
    expect(numbers(dan.sees())).toEqual(["GC-2", "GC-1"]);
    await dan.picks("Show one skill", "Language");
    expect(numbers(dan.sees())).toEqual(["GC-4"]);
    await dan.picks("Show one skill", "All skills");
    expect(numbers(dan.sees())).toHaveLength(5);
  });

  test("takes words that a button can carry, and says so of longer ones", async () => {
    const dan = house().on("DAN");
    const longest = "字".repeat(20);
    await dan.says(`/goodcalls knowledge ${longest}`);
    expect(dan.sees()).toContain(`Looked for: “${longest}” and Knowledge`);
    await dan.says(`/goodcalls ${longest}a`);
    expect(dan.sees()).toContain("Use fewer words");
  });

  test("counts the marks of a button as it writes them, and turns the pages of the longest search", async () => {
    const marks = "%|".repeat(10);
    const dan = (await filled(marks)).on("DAN");
    await dan.says(`/goodcalls ${marks}`);
    expect(numbers(dan.sees())).toHaveLength(5);
    await dan.presses("More");
    expect(numbers(dan.sees())).toEqual(["GC-2", "GC-1"]);
    await dan.picks("Show one skill", "Knowledge");
    expect(numbers(dan.sees())).toEqual(["GC-7", "GC-6", "GC-5", "GC-3", "GC-2"]);
    await dan.presses("More");
    expect(numbers(dan.sees())).toEqual(["GC-1"]);
    await dan.says(`/goodcalls ${marks}%`);
    expect(dan.sees()).toContain("Use fewer words");
    await dan.says(`/goodcalls ${"%".repeat(40)}`);
    expect(dan.sees()).toContain("Use fewer words");
  });

  test("takes no words from a button that it could not write", async () => {
    const made = await filled();
    const seen = await forges(made, "DAN", `goodcalls.find|0|${"% ".repeat(40)}`);
    expect(seen).toContain("This button is of an older version.");
  });

  test("is of one's own site, and a number that is not in it says why", async () => {
    const made = await filled();
    const max = made.on("MAX");
    await max.says("/goodcalls");
    expect(max.sees()).toContain("The library is still empty.");
    await max.presses("Put one forward");
    expect(max.sees()).toContain("Contact number: ");
    await max.says("/goodcalls GC-3");
    expect(max.sees()).toContain("GC-3 is not in the library of your site.");
    await max.says("/goodcalls GC-99");
    expect(max.sees()).toContain("There is no such good call.");
    await max.says("/goodcalls");
    await max.presses("My nominations");
    expect(max.sees()).toContain("You have not put any call forward yet.");
  });
});

describe("the weekly bulletin", () => {
  const gathered = async (made: House, from: string, to: string) => {
    const [section] = goodCallsInBulletin({ store: made.store, roster: made.roster });
    const past = { from: day(from), to: day(to) };
    const blocks = await section?.gather({ site: made.site, past, coming: past, at: made.clock.now() });
    return blocks && plainView({ title: "", blocks: blocks({ locale: "en", zone: "Europe/London" }) }).trim();
  };

  test("tells what entered the library in the week that is over, and nothing that left it", async () => {
    const made = house();
    await inLibrary(made);
    expect(await gathered(made, "2026-03-12", "2026-03-12")).toBe(`• GC-1 · Ana Diaz · Knowledge\n“${highlight}”`);
    expect(await gathered(made, "2026-03-05", "2026-03-11")).toBeUndefined();
    expect(await gathered(made, "2026-03-13", "2026-03-19")).toBeUndefined();
    await made.on("ANA").presses("Take it out");
    expect(await gathered(made, "2026-03-09", "2026-03-15")).toBeUndefined();
  });
});

test("whoever takes a wrong call back can put it forward again", async () => {
  const made = house();
  const bo = await putForward(made);
  await bo.presses("Take it back");
  await bo.presses(nominateWords.begin("en"));
  await bo.fills({ contact: "call-1001", skill: "language", highlight });
  expect(bo.sees()).toContain("GC-2 is put forward");
});
