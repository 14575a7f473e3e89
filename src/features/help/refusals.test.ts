import { describe, expect, test } from "vitest";
import { spoken } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { helpHouse } from "../../testing/help-house.ts";
import { cardWords } from "./messages/card.ts";
import { written } from "./messages/refusal.ts";

const text = "The CRM hangs on the refund page.";

/** Ana's request without a customer on the line, before the floor. */
async function asked(locale: Locale) {
  const made = helpHouse(locale);
  await made.on("ANA").says(`/helpme ${text}`);
  await made.delivers();
  return made;
}

/** Who types what, and what they read instead of its being done. */
const refused: readonly (readonly [name: string, user: string, line: string, en: string, zh: string])[] = [
  [
    "claim by an agent",
    "BO",
    "claim 1",
    "Helping is for people on duty now",
    "仅当值人员、班组长及副职、主管等可以处理求助",
  ],
  ["claim of one's own", "ANA", "claim 1", "This is your own request", "这是您本人的求助"],
  ["claim from another site", "MAX", "claim 1", "That request is of another site", "该求助属于其他中心"],
  [
    "claim by an auditor",
    "AUD",
    "claim 1",
    "Auditors read everything and change nothing",
    "审计人员只能查看，不能操作",
  ],
  ["claim of none", "FINN", "claim 99", "There is no such request", "没有这条求助"],
  [
    "claim without a number",
    "FINN",
    "claim",
    "Write its number, as /helpme claim H-12",
    "请写明编号，例如 /helpme claim H-12",
  ],
  [
    "resolving without a note",
    "FINN",
    "resolve 1",
    "a note of 10 or more characters",
    "请填写解决方法（至少 10 个字符）",
  ],
  [
    "a note too short",
    "FINN",
    "resolve H-1 done",
    "a note of 10 or more characters",
    "请填写解决方法（至少 10 个字符）",
  ],
  ["reopening what is open", "ANA", "reopen 1", "This request is open", "该求助目前为“待接手”"],
  [
    "a call-back in the past",
    "BO",
    "@08:30 A letter",
    "A call-back cannot be in the past: 9 Mar 2026, 08:30",
    "回电时间不能早于现在：2026年3月9日 08:30",
  ],
  ["too few words", "BO", "hm", "Write 3 to 2,000 characters", "请填写 3 至 2,000 个字符"],
  ["an unknown filter", "BO", "list yesterday", "“yesterday” is nothing that a list", "无法按“yesterday”筛选"],
];

describe.each(["en", "zh-CN"] as const)("refused with a reason and a way on (%s)", (locale) => {
  test.each(refused)("%s", async (_, user, line, en, zh) => {
    const made = await asked(locale);
    const before = made.store.all();
    const who = made.on(user);
    await who.says(`/helpme ${line}`);
    expect(who.sees()).toContain(locale === "en" ? en : zh);
    if (line.includes(" ")) expect(who.sees()).toContain(`${written(locale)}\n${line}`);
    expect(made.store.all()).toEqual(before);
  });
});

describe.each(["en", "zh-CN"] as const)("what is over (%s)", (locale) => {
  const { bySays, resolved, cancelled } = {
    en: {
      bySays: "It still hangs!",
      resolved: "This request is resolved. Not settled after all? Press “Reopen”",
      cancelled: "ask anew: /helpme",
    },
    "zh-CN": {
      bySays: "还是打不开！",
      resolved: "该求助已解决。如问题仍未解决，请在求助卡片上按“重新打开”",
      cancelled: "请重新求助：/helpme",
    },
  }[locale];

  test("takes nothing more in its thread, but tells how it is reopened", async () => {
    const made = await asked(locale);
    await made.on("FINN").says("/helpme resolve H-1 Open it in Chrome instead.");
    const { id } = made.store.all()[0] ?? { id: "" };
    const ana = await made.people.identify({ by: { platform: "slack", workspace: "w1", user: "ANA" } });
    if (ana === undefined) throw new Error("no Ana");
    const said = await made.replied(ana, id, { text: bySays, isToBot: true }, made.clock.now());
    const seen = said.is === "view" ? JSON.stringify(spoken(said.view, { locale, zone: "Europe/London" })) : "";
    expect(seen).toContain(resolved);
    expect(seen).toContain("/helpme reopen");
  });

  test("is asked anew where it was cancelled", async () => {
    const made = await asked(locale);
    const ana = made.on("ANA");
    await ana.says("/helpme list");
    await ana.presses(cardWords.cancel(locale));
    await made.on("FINN").says("/helpme claim 1");
    expect(made.on("FINN").sees()).toContain(cancelled);
  });
});

describe("the form", () => {
  const form = { text, live: "no" };

  test("keeps what it is told", async () => {
    const made = helpHouse("en");
    const ana = made.on("ANA");
    await ana.says("/helpme new");
    await ana.fills({ ...form, live: "yes", category: "SYSTEM", urgency: "high", callBack: "2026-03-10 14:30" });
    expect(made.store.all()[0]).toMatchObject({
      text,
      isLive: true,
      category: "system",
      urgency: "high",
      callBackAt: new Date("2026-03-10T14:30:00Z"),
    });
  });

  test.each([
    [{ callBack: "09:00" }, "A call-back cannot be in the past: 9 Mar 2026, 09:00"],
    [{ callBack: "soon" }, "“soon” is no time for a call-back"],
    [{ category: "weather" }, "“weather” is no category of your site. Write Customer, System, Policy or process"],
  ])("refuses %o and gives back what was written", async (but, why) => {
    const made = helpHouse("en");
    const ana = made.on("ANA");
    await ana.says("/helpme");
    await ana.fills({ ...form, ...but });
    expect(ana.sees()).toContain(why);
    expect(ana.sees()).toContain(`What you wrote, so that it is not lost:\n${text}`);
    expect(made.store.all()).toEqual([]);
  });
});

describe("what is refused on the floor", () => {
  test("is told to whoever pressed alone, and the card stays", async () => {
    const made = await asked("en");
    const [bo, dora] = [made.on("BO"), made.on("DORA")];
    await bo.presses("I'm on it");
    expect(bo.sees()).toContain("Helping is for people on duty now");
    expect(dora.sees()).not.toContain("Helping is for");
    expect(dora.sees()).toContain("H-1 · Open");
  });

  test("of a form loses nothing", async () => {
    const made = await asked("en");
    const finn = made.on("FINN");
    await finn.presses("Answer");
    await made.on("ANA").says("/helpme list");
    await made.on("ANA").presses("Cancel");
    await finn.fills({ text: "Try Chrome." });
    expect(finn.sees()).toContain("This request is cancelled");
    expect(finn.sees()).toContain("What you wrote, so that it is not lost:\nTry Chrome.");
  });

  test("is checked on the press: whoever is not on duty any more may not", async () => {
    const made = await asked("en");
    const finn = made.on("FINN");
    made.puts([]);
    await finn.presses("I'm on it");
    expect(finn.sees()).toContain("Helping is for people on duty now");
  });

  test.each([
    ["Ana Diaz", "That is whoever asked."],
    ["Bo Lund", "They may not help at this site now"],
    ["Gus Hill", "They may not help at this site now"],
    ["Nobody Known", "Nobody Known"],
  ])("is handing over to %s", async (who, why) => {
    const made = await asked("en");
    const finn = made.on("FINN");
    await finn.presses("Hand over");
    await finn.fills({ who });
    expect(finn.sees()).toContain(why);
    expect(made.store.all()[0]?.claimer).toBeUndefined();
  });

  test.each([
    ["en", "Finn Poe is at it already.", "the duty lead, the agent's lead or a supervisor can hand it over."],
    ["zh-CN", "Finn Poe已在处理。", "如需转交，请联系值班长、坐席的班组长或主管。"],
  ] as const)("is taking from somebody else what they are at, but for a lead (%s)", async (locale, why, way) => {
    const made = await asked(locale);
    const [finn, cleo, lee] = [made.on("FINN"), made.on("CLEO"), made.on("LEE")];
    await finn.says("/helpme claim 1");
    await cleo.says("/helpme resolve H-1 Open it in Chrome instead.");
    expect(cleo.sees()).toContain(why);
    expect(cleo.sees()).toContain(way);
    await lee.says("/helpme resolve H-1 Open it in Chrome instead.");
    expect(made.store.all()[0]?.state).toBe("resolved");
  });
});

test("what is over is reopened within a day and not after", async () => {
  const made = await asked("en");
  const ana = made.on("ANA");
  await made.on("FINN").says("/helpme resolve H-1 Open it in Chrome instead.");
  made.clock.to("2026-03-10T09:00:00.001Z");
  await ana.says("/helpme reopen 1");
  expect(ana.sees()).toContain("It could be reopened until 10 Mar 2026, 09:00.");
  made.clock.to("2026-03-10T09:00:00Z");
  await ana.says("/helpme reopen 1");
  expect(made.store.all()[0]?.state).toBe("open");
});

test("a request is seen by whoever asked, by those who may help and by auditors, and by nobody else", async () => {
  const made = await asked("en");
  const { id } = made.store.all()[0] ?? { id: "" };
  const opens = async (user: string) => {
    const asker = await made.people.identify({ by: { platform: "slack", workspace: "w1", user } });
    if (asker === undefined) throw new Error(`no ${user}`);
    const seen = await made.help.open(asker, id, made.clock.now());
    return seen.ok ? seen.value.eyes : seen.refusal.why;
  };
  const users = ["ANA", "FINN", "LEE", "AUD", "BO", "MAX"];
  expect(await Promise.all(users.map(opens))).toEqual([
    "asker",
    "helper",
    "helper",
    "reader",
    "not-yours-to-see",
    "other-site",
  ]);
});
