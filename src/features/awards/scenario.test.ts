import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { type AwardHouse, awardHouse } from "../../testing/award-house.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { testRouter } from "../../testing/conversation.ts";
import { confirmAward, openAward, takeBackAward } from "./addresses.ts";

const daily = { name: { en: "Best of the day", "zh-CN": "每日之星" }, period: "day" };
const off = (id: string) => [id, { ...daily, isOn: false }] as const;
/** Only the best of the day, with a prize, unless said otherwise. */
const onlyDaily = (but: object = {}) => ({
  rules: {
    ...Object.fromEntries(
      ["weekly-best-team", "monthly-best", "most-improved", "attendance", "customer-praise"].map(off),
    ),
    "daily-best": { ...daily, prize: { en: "Coffee voucher", "zh-CN": "咖啡券" }, coupon: "CAFE-77", ...but },
  },
});

const friday = [
  { of: 1, points: 92.4, n: 41 },
  { of: 2, points: 88, n: 39 },
  { of: 3, points: 84, n: 40 },
  { of: 4, points: 80, n: 40 },
];

/** Leeds on Monday morning, when Friday was judged and whoever decides was asked. */
async function proposed(locale: Locale = "en", but: AwardHouse = {}, results = friday) {
  const made = awardHouse(locale, { config: onlyDaily(), ...but });
  made.results.score = results;
  await made.awards.propose("leeds", "day", made.clock.now());
  await made.delivers();
  return made;
}
type House = Awaited<ReturnType<typeof proposed>>;

const first = (made: House) => made.store.all()[0]?.id ?? "none";

/** What somebody is answered who presses a button that was never shown to them. */
async function forges(made: House, user: string, action: string) {
  const talk = testRouter(registry(made.commands, made.actions), { people: made.people, clock: made.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const reply = await talk.answer({ is: "press", key: `${user} ${action} ${Math.random()}`, by, place, action });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

describe("a proposal", () => {
  test("is laid before the winner's leads and the supervisor, says why, and is posted once one of them confirms it", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "AW-1 · Best of the day, Fri, 6 Mar 2026
      Fairline proposes this award. It is posted once you or another who may has confirmed it.
      • Ana Diaz: 92.4 points, from 41 results, 95 % interval 91.4–93.4
      The best of 4 agents.
      Only those with at least 10 results were compared. Ahead of the next by 4.4 points.
      Prize: Coffee voucher
      Coupon, for winners alone: CAFE-77
      Waits for Lee Wong, Dev Rao and Sam Reid
      [Confirm and post] [Give it to somebody else] [Prize and coupon] [Give it to nobody]"
    `);
    for (const user of ["DEV", "SAM"]) expect(made.on(user).sees()).toBe(lee.sees());
    for (const user of ["ANA", "BO", "SUE", "ADA", "MAX"]) expect(made.on(user).sees()).toBe("");
    await lee.presses("Confirm and post");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "AW-1 · Best of the day, Fri, 6 Mar 2026
      • Ana Diaz: 92.4 points, from 41 results, 95 % interval 91.4–93.4
      The best of 4 agents.
      Only those with at least 10 results were compared. Ahead of the next by 4.4 points.
      Prize: Coffee voucher
      Coupon, for winners alone: CAFE-77
      Confirmed by Lee Wong, 9 Mar 2026, 09:30
      It is posted, and whoever won is told.
      A slip can be taken back within ten minutes; what was posted is put right.
      [Take back]"
    `);
    await made.delivers();
    expect(made.on("BO").sees()).toMatchInlineSnapshot(`
      "Best of the day, Fri, 6 Mar 2026
      Ana Diaz
      The best of 4 agents.
      Prize: Coffee voucher
      AW-1 · confirmed by Lee Wong"
    `);
    expect(made.on("ANA").sees()).toMatchInlineSnapshot(`
      "Best of the day, Fri, 6 Mar 2026
      Ana Diaz
      The best of 4 agents.
      Prize: Coffee voucher
      AW-1 · confirmed by Lee Wong

      You won: Best of the day, Fri, 6 Mar 2026
      Your result: 92.4 points, from 41 results.
      The best of 4 agents.
      Prize: Coffee voucher
      Your coupon: CAFE-77
      Thank you for your work.
      AW-1 · confirmed by Lee Wong"
    `);
    expect(made.on("SAM").sees()).toContain("Confirmed by Lee Wong");
    expect(made.on("SAM").sees()).not.toContain("[Confirm");
    expect(made.audited.filter(({ action }) => action === "confirm award")).toMatchObject([
      { actor: anId(11), detail: { award: "AW-1", winners: [`person:${anId(1)}`] } },
    ]);
  });

  test("in Chinese", async () => {
    const made = await proposed("zh-CN");
    const lee = made.on("LEE");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "AW-1 · 每日之星（2026年3月6日周五）
      系统提名如下。由您或其他有权限的同事确认后公布。
      • Ana Diaz：92.4 分（样本量 41），95% 区间 91.4–93.4
      在 4 名坐席中名列第一。
      参评条件：样本量不少于 10。领先下一名：4.4 分。
      奖品：咖啡券
      券码（仅获奖者可见）：CAFE-77
      等待确认：Lee Wong、Dev Rao和Sam Reid
      [确认并公布] [改授他人] [奖品与券码] [本次不颁发]"
    `);
    await lee.presses("确认并公布");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "AW-1 · 每日之星（2026年3月6日周五）
      • Ana Diaz：92.4 分（样本量 41），95% 区间 91.4–93.4
      在 4 名坐席中名列第一。
      参评条件：样本量不少于 10。领先下一名：4.4 分。
      奖品：咖啡券
      券码（仅获奖者可见）：CAFE-77
      确认人：Lee Wong，2026年3月9日 09:30
      已公布，并通知获奖者。
      十分钟内可撤回，已公布的内容会同步更正。
      [撤回]"
    `);
    await made.delivers();
    expect(made.on("BO").sees()).toMatchInlineSnapshot(`
      "每日之星（2026年3月6日周五）
      Ana Diaz
      在 4 名坐席中名列第一。
      奖品：咖啡券
      AW-1 · 确认人：Lee Wong"
    `);
    expect(made.on("ANA").sees()).toMatchInlineSnapshot(`
      "每日之星（2026年3月6日周五）
      Ana Diaz
      在 4 名坐席中名列第一。
      奖品：咖啡券
      AW-1 · 确认人：Lee Wong

      恭喜您获得：每日之星（2026年3月6日周五）
      您的成绩：92.4 分（样本量 41）。
      在 4 名坐席中名列第一。
      奖品：咖啡券
      您的券码：CAFE-77
      感谢您的付出。
      AW-1 · 确认人：Lee Wong"
    `);
  });

  test("is made once, however often its job runs", async () => {
    const made = await proposed();
    expect(await made.awards.propose("leeds", "day", made.clock.now())).toBe(0);
    made.clock.pass(60);
    expect(await made.awards.propose("leeds", "day", made.clock.now())).toBe(0);
    expect(made.store.all()).toHaveLength(1);
    expect(made.asked).toContainEqual({ from: day("2026-03-06"), to: day("2026-03-06") });
  });

  test("is not made where nobody stands out, nor for rules that are off, nor for a site that is not there", async () => {
    const made = await proposed(
      "en",
      {},
      [1, 2, 3].map((of) => ({ of, points: 90, n: 40 })),
    );
    expect(made.store.all()).toEqual([]);
    const quiet = await proposed("en", { config: onlyDaily({ isOn: false }) });
    expect(quiet.store.all()).toEqual([]);
    expect(await quiet.awards.propose("nowhere", "day", quiet.clock.now())).toBe(0);
  });

  test("is decided once: who comes second is told how it stands", async () => {
    const made = await proposed();
    const [lee, sam] = [made.on("LEE"), made.on("SAM")];
    await lee.presses("Confirm and post");
    await sam.presses("Confirm and post");
    expect(sam.sees()).toContain("decided already");
    expect(sam.sees()).toContain("Confirmed by Lee Wong");
    await made.delivers();
    expect(made.store.outbox.filter((one) => one.is === "notice" && one.notice.kind === "award")).toHaveLength(1);
  });

  test("that was confirmed twice by one press is posted once", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Confirm and post");
    await forges(made, "LEE", confirmAward.to({ award: first(made), seen: "1" }));
    expect(made.store.all()).toMatchObject([{ state: "given", times: 1 }]);
  });

  test("that says something else by now is not confirmed unseen", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    made.results.score = [{ of: 2, points: 99, n: 40 }, ...friday.slice(2), { of: 1, points: 92.4, n: 41 }];
    await made.awards.sweepCorrections("leeds", made.clock.now());
    await lee.presses("Confirm and post");
    expect(lee.sees()).toContain("It was changed since you looked");
    expect(lee.sees()).toContain("Bo Lund: 99 points");
    expect(made.store.all()).toMatchObject([{ state: "proposed", revision: 2 }]);
    await made.delivers();
    expect(made.on("SAM").sees()).toContain("Bo Lund: 99 points");
    await lee.presses("Confirm and post");
    expect(made.store.all()).toMatchObject([{ state: "given", winners: [{ of: { id: anId(2) } }] }]);
  });
});

describe("who decides", () => {
  test("is nobody who wins, nor anybody whom it does not concern", async () => {
    const made = await proposed("en", {}, [{ of: 11, points: 97, n: 40 }, ...friday]);
    expect(made.on("LEE").sees()).toBe("");
    expect(made.on("DEV").sees()).toBe("");
    expect(made.on("SAM").sees()).toContain("Lee Wong: 97 points");
    const press = confirmAward.to({ award: first(made), seen: "1" });
    expect(await forges(made, "LEE", press)).toContain("Nobody decides on an award of their own");
    for (const user of ["ANA", "DEV", "SUE", "ADA", "MAX"]) {
      expect(await forges(made, user, press)).toContain("the winners' leads and the supervisors");
    }
    expect(await forges(made, "ANA", openAward.to({ award: first(made) }))).not.toContain("97");
    expect(await forges(made, "SUE", takeBackAward.to({ award: first(made) }))).not.toContain("97");
    expect(made.store.all()).toMatchObject([{ state: "proposed" }]);
  });

  test("is not the lead of a team that wins; its people are told, and nobody's figure is", async () => {
    const config = { rules: Object.fromEntries(["daily-best", "monthly-best"].map(off)) };
    const made = awardHouse("en", { config });
    made.results.teams = [
      { of: "north", points: 88, n: 900 },
      { of: "south", points: 81, n: 900 },
    ];
    await made.awards.propose("leeds", "week", made.clock.now());
    await made.delivers();
    expect(made.on("LEE").sees()).toBe("");
    await made.on("SAM").presses("Confirm and post");
    await made.delivers();
    expect(made.on("CY").sees()).toMatchInlineSnapshot(`
      "Team of the week, 2 Mar – 8 Mar
      • North: 88 points, from 900 results
      The best of 2 teams.
      AW-1 · confirmed by Sam Reid

      Your team won: Team of the week, 2 Mar – 8 Mar
      Your team's result: 88 points, from 900 results.
      The best of 2 teams.
      Thank you for your work.
      AW-1 · confirmed by Sam Reid"
    `);
    expect(made.on("LEE").sees()).toContain("Your team won: Team of the week");
    expect(made.on("DEE").sees()).not.toContain("Your team won");
  });

  test("within a team is its own lead", async () => {
    const made = await proposed("en", { config: onlyDaily({ in: "team" }) }, [
      ...friday.slice(0, 3),
      ...[4, 5, 6].map((of) => ({ of, points: 70 + of * 3, n: 40 })),
    ]);
    expect(made.on("LEE").sees()).toContain("Best of the day in North");
    expect(made.on("LEE").sees()).not.toContain("Fay Orr");
    expect(made.on("SUE").sees()).toContain("Fay Orr: 88 points");
    expect(made.on("SAM").sees()).toBe("");
    const sam = made.on("SAM");
    await sam.says("/award");
    expect(sam.sees()).toContain("Waiting for you");
  });
});

describe("given to somebody else", () => {
  test("needs a reason, which is posted with it", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Give it to somebody else");
    await lee.fills({ person: "Cy Park", reason: "Too short." });
    expect(lee.sees()).toMatchInlineSnapshot(`
      "Give it to somebody else
      Who instead: 
      In whose place: 
      Reason:  ← At least 20 characters are needed; this has 10.
      [Send]"
    `);
    await lee.fills({ person: "Cy Park", reason: "Cy carried the night queue alone on Friday." });
    await made.delivers();
    expect(made.on("BO").sees()).toMatchInlineSnapshot(`
      "Best of the day, Fri, 6 Mar 2026
      Cy Park
      Chosen by Lee Wong: Cy carried the night queue alone on Friday.
      Prize: Coffee voucher
      AW-1 · confirmed by Lee Wong"
    `);
    expect(made.on("CY").sees()).toContain("CAFE-77");
    expect(made.on("ANA").sees()).not.toContain("You won");
  });

  test("in Chinese", async () => {
    const made = await proposed("zh-CN");
    const lee = made.on("LEE");
    await lee.presses("改授他人");
    await lee.fills({ person: "Cy Park", reason: "周五夜班独自一人承接全部来电，并主动带教两位新同事。" });
    await made.delivers();
    expect(made.on("BO").sees()).toMatchInlineSnapshot(`
      "每日之星（2026年3月6日周五）
      Cy Park
      由Lee Wong评定：周五夜班独自一人承接全部来电，并主动带教两位新同事。
      奖品：咖啡券
      AW-1 · 确认人：Lee Wong"
    `);
  });

  const tied = friday.map((one) => (one.of === 2 ? { ...one, points: 92 } : one));

  const replaced = async (locale: Locale, button: string, reason: string) => {
    const made = await proposed(locale, {}, tied);
    const lee = made.on("LEE");
    await lee.presses(button);
    await lee.fills({ person: "Cy Park", instead: "Bo Lund", reason });
    await made.delivers();
    for (const user of ["ANA", "CY"]) expect(made.on(user).sees()).toContain("CAFE-77");
    expect(made.on("BO").sees()).toBe(made.on("DEE").sees());
    return { card: made.on("SAM").sees(), post: made.on("DEE").sees() };
  };

  test("replaces the one who is named where it is shared, and says who was chosen", async () => {
    const reason = "Cy carried the night queue alone on Friday.";
    const { card, post } = await replaced("en", "Give it to somebody else", reason);
    expect(card).toMatchInlineSnapshot(`
      "AW-1 · Best of the day, Fri, 6 Mar 2026
      • Ana Diaz: 92.4 points, from 41 results, 95 % interval 91.4–93.4
      • Cy Park
      Cy Park, chosen by Lee Wong: Cy carried the night queue alone on Friday.
      Prize: Coffee voucher
      Coupon, for winners alone: CAFE-77 (one code for all 2 winners)
      Given to somebody else by Lee Wong, 9 Mar 2026, 09:30
      It is posted, and whoever won is told.

      Best of the day, Fri, 6 Mar 2026
      Ana Diaz and Cy Park
      Cy Park, chosen by Lee Wong: Cy carried the night queue alone on Friday.
      Prize: Coffee voucher
      AW-1 · confirmed by Lee Wong"
    `);
    expect(post).toMatchInlineSnapshot(`
      "Best of the day, Fri, 6 Mar 2026
      Ana Diaz and Cy Park
      Cy Park, chosen by Lee Wong: Cy carried the night queue alone on Friday.
      Prize: Coffee voucher
      AW-1 · confirmed by Lee Wong"
    `);
  });

  test("replaces the one who is named, in Chinese", async () => {
    const reason = "周五夜班独自一人承接全部来电，并主动带教两位新同事。";
    const { card, post } = await replaced("zh-CN", "改授他人", reason);
    expect(card).toMatchInlineSnapshot(`
      "AW-1 · 每日之星（2026年3月6日周五）
      • Ana Diaz：92.4 分（样本量 41），95% 区间 91.4–93.4
      • Cy Park
      Cy Park由Lee Wong评定：周五夜班独自一人承接全部来电，并主动带教两位新同事。
      奖品：咖啡券
      券码（仅获奖者可见）：CAFE-77（2 位获奖者共用一个券码）
      改授决定人：Lee Wong，2026年3月9日 09:30
      已公布，并通知获奖者。

      每日之星（2026年3月6日周五）
      Ana Diaz和Cy Park
      Cy Park由Lee Wong评定：周五夜班独自一人承接全部来电，并主动带教两位新同事。
      奖品：咖啡券
      AW-1 · 确认人：Lee Wong"
    `);
    expect(post).toMatchInlineSnapshot(`
      "每日之星（2026年3月6日周五）
      Ana Diaz和Cy Park
      Cy Park由Lee Wong评定：周五夜班独自一人承接全部来电，并主动带教两位新同事。
      奖品：咖啡券
      AW-1 · 确认人：Lee Wong"
    `);
  });

  test("adds one more where it is shared and nobody is named", async () => {
    const made = await proposed("en", {}, tied);
    const lee = made.on("LEE");
    await lee.presses("Give it to somebody else");
    await lee.fills({ person: "Cy Park", reason: "Cy carried the night queue alone on Friday." });
    await made.delivers();
    expect(made.on("DEE").sees()).toContain("Ana Diaz, Bo Lund and Cy Park\nCy Park, chosen by Lee Wong: Cy carried");
  });

  test.each([
    ["en", "Give it to somebody else", "Cy Park", "Dee Fox", "Only a winner of this award can be replaced"],
    ["zh-CN", "改授他人", "Cy Park", "Dee Fox", "只能替换该奖项的获奖者"],
    ["en", "Give it to somebody else", "Cy Park", "Nobody Here", "Nobody Here"],
    ["en", "Give it to somebody else", "Bo Lund", undefined, "They win this award already"],
    ["zh-CN", "改授他人", "Bo Lund", undefined, "已在获奖名单中"],
    ["en", "Give it to somebody else", "Aud Lee", "Bo Lund", "nobody who audits: Aud Lee cannot"],
    ["zh-CN", "改授他人", "Sam Reid", "Bo Lund", "仅授予坐席，且不授予审计人员。Sam Reid不符合条件"],
  ] as const)("needs whom it can go to (%s, %s: %s for %s)", async (locale, button, person, instead, why) => {
    const made = await proposed(locale, {}, tied);
    const lee = made.on("LEE");
    const reason = "They carried the night queue alone, all of it.";
    await lee.presses(button);
    await lee.fills({ person, reason, ...(instead === undefined ? {} : { instead }) });
    expect(lee.sees()).toContain(why);
    expect(made.store.all()).toMatchObject([{ state: "proposed", winners: [{}, {}] }]);
  });

  test.each([
    ["en", "Give it to somebody else", "This award is won within North, and Fay Orr did not sit there"],
    ["zh-CN", "改授他人", "该奖项在North内评选，Fay Orr当时不在该班组"],
  ] as const)("stays in the team that it is won in (%s)", async (locale, button, why) => {
    const made = await proposed(locale, { config: onlyDaily({ in: "team" }) });
    const lee = made.on("LEE");
    await lee.presses(button);
    await lee.fills({ person: "Fay Orr", reason: "She carried the night queue alone, all of it." });
    expect(lee.sees()).toContain(why);
    expect(made.store.all()).toMatchObject([{ state: "proposed" }]);
  });

  test.each([
    ["Lee Wong", "Nobody decides on an award of their own"],
    ["Nobody Here", "Nobody Here"],
    ["Max York", "Max York"],
  ])("is refused for %s", async (person, why) => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Give it to somebody else");
    await lee.fills({ person, reason: "They carried the night queue alone." });
    expect(lee.sees()).toContain(why);
    expect(made.store.all()).toMatchObject([{ state: "proposed" }]);
  });

  test("of a team's is another team, by name, but never one's own", async () => {
    const made = awardHouse("en");
    made.results.teams = [
      { of: "north", points: 88 },
      { of: "south", points: 81 },
    ];
    await made.awards.propose("leeds", "week", made.clock.now());
    await made.delivers();
    const sam = made.on("SAM");
    const reason = "South took over the queues of North on Tuesday.";
    await sam.presses("Give it to somebody else");
    await sam.fills({ team: "West", reason });
    expect(sam.sees()).toContain("Your site has no team “West”. It has North or South.");
    await sam.presses("Give it to somebody else");
    await sam.fills({ team: "south", instead: "East", reason });
    expect(sam.sees()).toContain("no team “East”");
    await sam.presses("Give it to somebody else");
    await sam.fills({ team: "south", instead: "North", reason });
    expect(made.store.all()).toMatchObject([{ state: "given", winners: [{ of: { is: "team", id: "south" } }] }]);
  });
});

describe("given to nobody", () => {
  test("is told to nobody, and the reason is kept", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Give it to nobody");
    await lee.fills({ reason: "The telephone system failed for half of Friday." });
    await made.delivers();
    expect(lee.sees()).toContain("Given to nobody, decided by Lee Wong");
    expect(made.on("SAM").sees()).not.toContain("telephone");
    for (const user of ["ANA", "BO"]) expect(made.on(user).sees()).toBe("");
    const [row] = made.audited.filter(({ action }) => action === "decline award");
    expect(row?.detail).toMatchObject({ reason: "The telephone system failed for half of Friday." });
  });
});

describe("a decision taken back", () => {
  test("within ten minutes puts right what was posted, and what is decided anew is posted anew", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Confirm and post");
    await made.delivers();
    made.clock.pass(10);
    await lee.presses("Take back");
    await made.delivers();
    expect(lee.sees()).toContain("[Confirm and post]");
    expect(made.on("BO").sees()).toMatchInlineSnapshot(`
      "Taken back: Best of the day, Fri, 6 Mar 2026
      This was posted by mistake and is being looked at again. The award itself is not lost: what is decided is posted anew."
    `);
    expect(made.on("ANA").sees()).toContain("Nothing of it is held against you");
    expect(made.on("ANA").sees()).not.toContain("CAFE-77");
    await lee.presses("Confirm and post");
    await made.delivers();
    const bo = made.on("BO").sees();
    expect(bo).toContain("Taken back: Best of the day");
    expect(bo).toContain("Ana Diaz\nThe best of 4 agents.");
    expect(made.on("ANA").sees()).not.toContain("CAFE-77");
  });

  test.each([
    ["en", "Confirm and post", "Take back", "The coupon that came with it is void.", "and is void. To give one"],
    ["zh-CN", "确认并公布", "撤回", "随附的券码已作废。", "撤回前已告知获奖者的券码已作废"],
  ] as const)("makes the coupon void that was told (%s)", async (locale, confirm, back, toWinner, toDecider) => {
    const made = await proposed(locale);
    const lee = made.on("LEE");
    expect(lee.sees()).not.toContain(toDecider);
    await lee.presses(confirm);
    await made.delivers();
    await lee.presses(back);
    await made.delivers();
    expect(made.on("ANA").sees()).toContain(toWinner);
    expect(made.on("BO").sees()).not.toContain(toWinner);
    expect(lee.sees()).toContain(toDecider);
    for (const user of ["ANA", "LEE", "SAM"]) expect(made.on(user).sees()).not.toContain("CAFE-77");
  });

  test("says nothing of a coupon where there was none", async () => {
    const made = await proposed("en", { config: onlyDaily({ coupon: undefined }) });
    const lee = made.on("LEE");
    await lee.presses("Confirm and post");
    await made.delivers();
    await lee.presses("Take back");
    await made.delivers();
    expect(made.on("ANA").sees()).toContain("Taken back");
    for (const user of ["ANA", "LEE"]) expect(made.on(user).sees()).not.toContain("oupon that");
  });

  test("later is refused, and by anybody else at any time", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Confirm and post");
    const undo = takeBackAward.to({ award: first(made) });
    expect(await forges(made, "SAM", undo)).toContain("Only who decided can take it back");
    made.clock.pass(11);
    await lee.presses("Take back");
    expect(lee.sees()).toContain("more than ten minutes ago");
    expect(lee.sees()).not.toContain("[Take back]");
    expect(made.store.all()).toMatchObject([{ state: "given" }]);
  });
});

describe("one code for several winners", () => {
  test.each([
    ["en", "Confirm and post", "CAFE-77 (one code for all 2 winners)"],
    ["zh-CN", "确认并公布", "CAFE-77（2 位获奖者共用一个券码）"],
  ] as const)("is said to be one, to who decides and to each of them (%s)", async (locale, confirm, said) => {
    const made = await proposed(locale, {}, [{ of: 5, points: 92, n: 40 }, ...friday]);
    const lee = made.on("LEE");
    expect(lee.sees()).toContain(said);
    await lee.presses(confirm);
    await made.delivers();
    for (const user of ["ANA", "ELI"]) expect(made.on(user).sees()).toContain(said);
    expect(made.on("BO").sees()).not.toContain("CAFE-77");
  });
});

describe("a prize attached by hand", () => {
  test("is posted with the award, and its coupon told to the winner alone", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Prize and coupon");
    expect(lee.sees()).toContain("Prize: Coffee voucher");
    await lee.fills({ prize: "Cinema ticket", coupon: "KINO-1" });
    expect(lee.sees()).toContain("Prize: Cinema ticket");
    await lee.presses("Confirm and post");
    await made.delivers();
    expect(made.on("BO").sees()).toContain("Prize: Cinema ticket");
    expect(made.on("BO").sees()).not.toContain("KINO-1");
    expect(made.on("ANA").sees()).toContain("Your coupon: KINO-1");
  });

  test.each([
    ["en", "Prize and coupon", "One waived deduction", "no prize may forgive"],
    ["zh-CN", "奖品与券码", "免一次质检扣分", "奖品不得用于免除"],
  ] as const)("never forgives a score (%s)", async (locale, button, prize, why) => {
    const made = await proposed(locale);
    const lee = made.on("LEE");
    await lee.presses(button);
    await lee.fills({ prize });
    expect(lee.sees()).toContain(why);
    expect(made.store.all()).toMatchObject([{ revision: 1, prize: { en: "Coffee voucher" } }]);
  });
});

describe("a cap on repeats", () => {
  test("passes over who won too often, and says so to who decides", async () => {
    const made = awardHouse("en", { config: onlyDaily({ repeats: { wins: 1, days: 30 } }) });
    made.results.score = friday;
    await made.awards.propose("leeds", "day", new Date("2026-03-06T09:30:00Z"));
    await made.delivers();
    await made.on("LEE").presses("Confirm and post");
    await made.awards.propose("leeds", "day", made.clock.now());
    await made.delivers();
    expect(made.store.all().map(({ to, winners }) => [to, winners.map(({ of }) => of.id)])).toEqual([
      ["2026-03-05", [anId(1)]],
      ["2026-03-06", [anId(2)]],
    ]);
    expect(made.on("LEE").sees()).toContain("Ana Diaz: passed over, won this once in the last 30 days");
  });

  test("says so in Chinese", async () => {
    const made = awardHouse("zh-CN", { config: onlyDaily({ repeats: { wins: 1, days: 30 } }) });
    made.results.score = friday;
    await made.awards.propose("leeds", "day", new Date("2026-03-06T09:30:00Z"));
    await made.delivers();
    await made.on("LEE").presses("确认并公布");
    await made.awards.propose("leeds", "day", made.clock.now());
    await made.delivers();
    expect(made.on("LEE").sees()).toContain("Ana Diaz：近 30 天内已获 1 次，本次不再授予");
  });

  test("counts nothing that is only proposed", async () => {
    const made = awardHouse("en", { config: onlyDaily({ repeats: { wins: 1, days: 30 } }) });
    made.results.score = friday;
    await made.awards.propose("leeds", "day", new Date("2026-03-06T09:30:00Z"));
    await made.awards.propose("leeds", "day", made.clock.now());
    expect(made.store.all()).toMatchObject([1, 1].map((id) => ({ winners: [{ of: { id: anId(id) } }] })));
  });
});

describe("/award", () => {
  test("says what comes when, where there is nothing", async () => {
    const lee = awardHouse("en").on("LEE");
    await lee.says("/award");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "Awards
      No proposal waits for you. You are told when one does: each workday at half past nine for the day before, on Mondays for the week, on the 3rd for the month.
      No award was given yet. An admin sets the rules in fairline.yaml under awards."
    `);
    const chinese = awardHouse("zh-CN").on("LEE");
    await chinese.says("/award list");
    expect(chinese.sees()).toMatchInlineSnapshot(`
      "表彰
      暂无待您确认的提名。有新提名时会通知您：每个工作日 9:30 评前一工作日，周一评上周，每月 3 日评上月。
      还没有颁发过奖项。规则由管理员在 fairline.yaml 的 awards 中设置。"
    `);
  });

  test("lists what waits for the asker and what was given, and opens each", async () => {
    const made = await proposed();
    await made.on("LEE").presses("Confirm and post");
    made.clock.to("2026-03-10T09:30:00Z");
    await made.awards.propose("leeds", "day", made.clock.now());
    const lee = made.on("LEE");
    await lee.says("/award");
    expect(lee.sees()).toMatchInlineSnapshot(`
      "Awards
      Waiting for you
      • AW-2 · Best of the day, Mon, 9 Mar 2026: Ana Diaz
      Given lately
      • AW-1 · Best of the day, Fri, 6 Mar 2026: Ana Diaz
      [Open one ▾]"
    `);
    await lee.picks("Open one", "AW-2 · Best of the day, Mon, 9 Mar 2026 · Ana Diaz");
    expect(lee.sees()).toContain("[Confirm and post]");
    expect(made.audited).toContainEqual(
      expect.objectContaining({ actor: anId(11), action: "read award", subject: anId(1) }),
    );
    const sue = made.on("SUE");
    await sue.says("/award");
    expect(sue.sees()).toContain("No proposal waits for you");
    expect(sue.sees()).not.toContain("AW-2");
    await sue.says("/award aw-1");
    expect(sue.sees()).toMatchInlineSnapshot(`
      "AW-1 · Best of the day, Fri, 6 Mar 2026
      Ana Diaz
      The best of 4 agents.
      Prize: Coffee voucher
      Confirmed by Lee Wong, 9 Mar 2026, 09:30
      It is posted, and whoever won is told."
    `);
    await sue.says("/award AW-2");
    expect(sue.sees()).toContain("open to who decides on it");
    await sue.says("/award 99");
    expect(sue.sees()).toContain("There is no such award");
    const ada = made.on("ADA");
    await ada.says("/award AW-2");
    expect(ada.sees()).toContain("Waits for Lee Wong, Dev Rao and Sam Reid");
    expect(ada.sees()).not.toContain("[");
    const ana = made.on("ANA");
    await ana.says("/award");
    expect(ana.sees()).not.toContain("AW-");
  });
});

describe("after an upheld appeal", () => {
  const mended = (person: number, but: object = {}) => ({
    person: anId(person),
    from: day("2026-03-06"),
    to: day("2026-03-06"),
    revision: 2,
    reason: "data" as const,
    cause: { why: "appeal", number: "7" },
    at: new Date("2026-03-10T11:00:00Z"),
    before: 88,
    after: 96,
    ...but,
  });
  const corrected = [{ of: 2, points: 96, n: 39 }, ...friday.filter(({ of }) => of !== 2)];

  async function given() {
    const made = await proposed();
    await made.on("LEE").presses("Confirm and post");
    await made.delivers();
    made.clock.to("2026-03-11T09:30:00Z");
    return made;
  }

  test("whoever would have won gets a second award, and the first stands", async () => {
    const made = await given();
    made.results.score = corrected;
    made.changes.push(mended(2));
    expect(await made.awards.sweepCorrections("leeds", made.clock.now())).toBe(1);
    expect(await made.awards.sweepCorrections("leeds", made.clock.now())).toBe(0);
    expect(made.store.all()).toMatchObject([
      { state: "given", turn: 1, winners: [{ of: { id: anId(1) } }] },
      { state: "proposed", turn: 2, winners: [{ of: { id: anId(2) } }] },
    ]);
    await made.delivers();
    const lee = made.on("LEE");
    expect(lee.sees()).toContain("A second award, after an appeal was upheld");
    await lee.presses("Confirm and post");
    await made.delivers();
    expect(made.on("CY").sees()).toMatchInlineSnapshot(`
      "Best of the day, Fri, 6 Mar 2026
      Ana Diaz
      The best of 4 agents.
      Prize: Coffee voucher
      AW-1 · confirmed by Lee Wong

      Best of the day, Fri, 6 Mar 2026
      Bo Lund
      The best of 4 agents.
      Prize: Coffee voucher
      Given after a correction of the results; the award that was given first stands.
      AW-2 · confirmed by Lee Wong"
    `);
    expect(await made.awards.won("leeds", { from: day("2026-03-06"), to: day("2026-03-06") })).toEqual([
      { person: anId(1), rule: "daily-best", day: "2026-03-06" },
      { person: anId(2), rule: "daily-best", day: "2026-03-06" },
    ]);
  });

  test("also where nobody got it", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Give it to nobody");
    await lee.fills({ reason: "Ana has left us today, so nobody gets it." });
    made.results.score = corrected;
    made.changes.push(mended(2));
    expect(await made.awards.sweepCorrections("leeds", new Date("2026-03-11T09:30:00Z"))).toBe(1);
    expect(made.store.all()).toMatchObject([{ state: "declined" }, { turn: 2, winners: [{ of: { id: anId(2) } }] }]);
  });

  test.each([
    ["of another day", mended(2, { from: "2026-03-05", to: "2026-03-05" })],
    ["of another day, in the month's score", mended(2, { from: "2026-03-01", to: "2026-03-31" })],
    ["of somebody else's score", mended(3)],
    ["that no appeal brought about", mended(2, { cause: { why: "import" } })],
    ["that came long before it was judged", mended(2, { at: new Date("2026-03-06T11:00:00Z") })],
  ])("a correction %s is none of its business", async (_, change) => {
    const made = await given();
    made.results.score = corrected;
    made.changes.push(change);
    expect(await made.awards.sweepCorrections("leeds", made.clock.now())).toBe(0);
    expect(made.store.all()).toHaveLength(1);
  });

  test.each([
    ["has left", friday.slice(1)],
    ["has too few results by now", friday.map((one) => (one.of === 1 ? { ...one, n: 9 } : one))],
  ])("nobody gets a second where the first winner %s", async (_, results) => {
    const made = await given();
    made.results.score = results;
    made.changes.push(mended(2), mended(3));
    expect(await made.awards.sweepCorrections("leeds", made.clock.now())).toBe(0);
    expect(made.store.all()).toHaveLength(1);
  });

  test("a second that waits never passes to somebody whose score no appeal has changed", async () => {
    const made = await given();
    made.results.score = corrected;
    made.changes.push(mended(2));
    await made.awards.sweepCorrections("leeds", made.clock.now());
    made.results.score = [{ of: 3, points: 99, n: 40 }, ...corrected.filter(({ of }) => of !== 3)];
    await made.awards.sweepCorrections("leeds", made.clock.now());
    expect(made.store.all()).toMatchObject([{ turn: 1 }, { turn: 2, revision: 1, winners: [{ of: { id: anId(2) } }] }]);
  });

  test.each([
    ["one of its people", 4, 1],
    ["somebody of another team", 1, 0],
  ])("a team gets a second where the score of %s was changed", async (_, person, count) => {
    const made = awardHouse("en", { config: { rules: Object.fromEntries(["daily-best", "monthly-best"].map(off)) } });
    const teams = (north: number) => [
      { of: "north", points: north },
      { of: "south", points: 81 },
    ];
    made.results.teams = teams(88);
    await made.awards.propose("leeds", "week", made.clock.now());
    await made.delivers();
    await made.on("SAM").presses("Confirm and post");
    made.results.teams = teams(70);
    made.changes.push(mended(person));
    expect(await made.awards.sweepCorrections("leeds", new Date("2026-03-11T09:30:00Z"))).toBe(count);
  });

  test("whoever the rule had found before needs no second, also where a lead chose another", async () => {
    const made = await proposed();
    const lee = made.on("LEE");
    await lee.presses("Give it to somebody else");
    await lee.fills({ person: "Cy Park", reason: "Cy carried the night queue alone on Friday." });
    made.changes.push(mended(1));
    made.clock.to("2026-03-11T09:30:00Z");
    expect(await made.awards.sweepCorrections("leeds", made.clock.now())).toBe(0);
    expect(made.store.all()).toHaveLength(1);
  });
});

describe("what nobody was found for at first", () => {
  const all = [1, 2, 3, 4].map((of) => ({ of, points: 90, n: 40 }));
  const daysOf = ({ store }: House) => store.all().map(({ from }) => from);
  const lastFive = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"];

  test("is proposed once somebody stands out, for the last five workdays, and once only", async () => {
    const made = await proposed("en", {}, all);
    expect(await made.awards.proposeMissing("leeds", made.clock.now())).toBe(0);
    made.results.score = friday;
    expect(await made.awards.proposeMissing("leeds", made.clock.now())).toBe(5);
    expect(daysOf(made).sort()).toEqual(lastFive);
    expect(await made.awards.proposeMissing("nowhere", made.clock.now())).toBe(0);
  });

  test("is not looked for where there is an award, also one that was declined", async () => {
    const made = await proposed();
    await made.awards.proposeMissing("leeds", made.clock.now());
    await made.delivers();
    const lee = made.on("LEE");
    await lee.presses("Give it to nobody");
    await lee.fills({ reason: "The telephone system failed for half of Friday." });
    const looked = made.asked.length;
    expect(await made.awards.proposeMissing("leeds", made.clock.now())).toBe(0);
    expect(made.asked).toHaveLength(looked);
  });

  test("is proposed of the last week and, from the 4th on, of the last month", async () => {
    const made = awardHouse("en", { config: { rules: Object.fromEntries([off("daily-best")]) } });
    made.results.score = friday;
    made.results.teams = [
      { of: "north", points: 88 },
      { of: "south", points: 81 },
    ];
    const found = async (at: string) => {
      await made.awards.proposeMissing("leeds", new Date(at));
      return made.store.all().map(({ rule, from }) => `${rule} ${from}`);
    };
    const before = ["weekly-best-team 2026-02-23", "monthly-best 2026-01-01"];
    expect(await found("2026-03-03T09:30:00Z")).toEqual(before);
    expect(await found("2026-03-04T09:30:00Z")).toEqual([...before, "monthly-best 2026-02-01"]);
  });

  test("is proposed in the one team that has none", async () => {
    const made = await proposed("en", { config: onlyDaily({ in: "team" }) });
    const friday6 = () =>
      made.store
        .all()
        .filter(({ to }) => to === "2026-03-06")
        .map(({ team }) => team);
    expect(friday6()).toEqual(["north"]);
    made.results.score = [...friday, { of: 5, points: 70, n: 40 }, { of: 6, points: 60, n: 40 }];
    await made.awards.proposeMissing("leeds", made.clock.now());
    expect(friday6()).toEqual(["north", "south"]);
  });

  const appeal = (person: number, on: string, but: object = {}) => ({
    person: anId(person),
    from: day(on),
    to: day(on),
    revision: 2,
    reason: "data" as const,
    cause: { why: "appeal", number: "7" },
    at: new Date("2026-03-08T11:00:00Z"),
    before: 88,
    after: 92.4,
    ...but,
  });

  test("is proposed of an earlier day that an upheld appeal has given to somebody, and of no other", async () => {
    const made = await proposed();
    made.changes.push(
      appeal(1, "2026-02-10"),
      appeal(3, "2026-02-11"),
      appeal(1, "2026-02-12", { cause: { why: "import" } }),
      appeal(1, "2026-02-13", { at: new Date("2026-03-01T11:00:00Z") }),
      appeal(1, "2026-02-14"),
    );
    await made.awards.proposeMissing("leeds", made.clock.now());
    expect(daysOf(made).sort()).toEqual(["2026-02-10", ...lastFive]);
  });
});

describe("in the weekly bulletin", () => {
  const week = {
    past: { from: day("2026-03-09"), to: day("2026-03-15") },
    coming: { from: day("2026-03-16"), to: day("2026-03-22") },
  };
  const gathered = async (made: House, but: object = {}) => {
    const [section] = made.inBulletin;
    const at = new Date("2026-03-16T10:00:00Z");
    const blocks = await section?.gather({ site: made.site, ...week, at, ...but });
    return (
      blocks &&
      plainView({ title: section?.title("zh-CN") ?? "", blocks: blocks({ locale: "zh-CN", zone: "Europe/London" }) })
    );
  };

  test("are those that were given in the week, and no section where none was", async () => {
    const made = await proposed("zh-CN");
    expect(await gathered(made)).toBeUndefined();
    await made.on("LEE").presses("确认并公布");
    expect(await gathered(made)).toMatchInlineSnapshot(`
      "本周表彰
      • 每日之星（2026年3月6日周五）：Ana Diaz"
    `);
    expect(await gathered(made, { past: { from: day("2026-03-02"), to: day("2026-03-08") } })).toBeUndefined();
  });
});

describe("other ways to win", () => {
  const rule = (name: string, but: object) => ({
    rules: { [name]: { name: { en: "R", "zh-CN": "奖" }, period: "month", ...but } },
  });
  async function monthly(config: object, fill: (made: ReturnType<typeof awardHouse>) => void) {
    const made = awardHouse("en", { config });
    fill(made);
    made.clock.to("2026-03-03T10:00:00Z");
    await made.awards.propose("leeds", "month", made.clock.now());
    await made.delivers();
    await made.on("SAM").presses("Confirm and post");
    await made.delivers();
    return made.on("FAY").sees();
  }

  test("everybody who was there", async () => {
    const seen = await monthly({}, ({ results }) => {
      results.attendance = [1, 2, 4].map((of) => ({ of, points: 99, value: 97.9 + of / 10, n: 20 }));
    });
    expect(seen).toMatchInlineSnapshot(`
      "Always there, February 2026
      Ana Diaz, Bo Lund and Dee Fox
      It goes to everybody who reached 98%.
      AW-1 · confirmed by Sam Reid"
    `);
  });

  test("the largest rise, without anybody's level", async () => {
    const seen = await monthly(rule("most-improved", { by: "improvement" }), ({ results }) => {
      results.score = [
        { of: 1, points: 80, before: 70 },
        { of: 2, points: 95, before: 94 },
        { of: 3, points: 70, before: 75 },
        { of: 4, points: 99 },
      ];
    });
    expect(seen).toMatchInlineSnapshot(`
      "R, February 2026
      Ana Diaz
      The largest rise over the month before among 3 agents.
      AW-2 · confirmed by Sam Reid"
    `);
  });

  test("customers' praise, shared where too close to tell apart", async () => {
    const seen = await monthly({}, ({ results }) => {
      results.csat = [
        { of: 1, points: 93, half: 3, value: 93, n: 40 },
        { of: 4, points: 94, half: 3, value: 94, n: 30 },
        { of: 2, points: 70, half: 3, value: 70, n: 30 },
      ];
    });
    expect(seen).toMatchInlineSnapshot(`
      "Customers' favourite, February 2026
      Dee Fox and Ana Diaz
      The best of 3 agents; the results are too close to separate, so the award is shared.
      AW-1 · confirmed by Sam Reid"
    `);
  });

  test("without a channel winners are told all the same, and who confirmed knows", async () => {
    const made = await proposed("en", { channels: {} });
    const lee = made.on("LEE");
    await lee.presses("Confirm and post");
    await made.delivers();
    expect(lee.sees()).toContain("Your site has no channel to post it to");
    expect(made.on("ANA").sees()).toContain("You won");
    expect(made.on("BO").sees()).toBe("");
  });
});
