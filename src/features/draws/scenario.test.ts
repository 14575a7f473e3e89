import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { View } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { testRouter } from "../../testing/conversation.ts";
import { drawHouse } from "../../testing/draw-house.ts";
import * as to from "./addresses.ts";
import { hashOf } from "./manifest.ts";
import { toldWords } from "./messages/told.ts";
import { verifyProof } from "./proof.ts";
import { drawsConfig } from "./rules.ts";

type House = ReturnType<typeof drawHouse>;
type Form = Readonly<Record<string, string>>;

const closing = "2026-03-11T17:00:00Z";
const afterChallenge = "2026-03-12T17:01:00Z";
const terms: Form = { prize: "Cinema ticket", winners: "1", closes: "2026-03-11" };

/** A draft of Ada's. */
async function drafted(house: House, given: Form = terms) {
  const ada = house.on("ADA");
  await ada.says("/draw new");
  await ada.fills(given);
  return ada;
}

/** A draw of Ada's that is posted. */
async function opened(house: House, given: Form = terms, locale: Locale = "en") {
  const ada = await drafted(house, given);
  await ada.presses(script[locale].open);
  await house.delivers();
  return ada;
}

async function enters(house: House, ...users: readonly string[]) {
  for (const user of users) await house.on(user).says("/draw enter 1");
}

/** Somebody adds a number by the button in the channel. */
async function adds(house: House, user: string, nonce: string, locale: Locale = "en") {
  const who = house.on(user);
  await who.presses(script[locale].number);
  await who.fills({ nonce });
  return who;
}

/** A draw of Ada's with entrants that has closed. */
async function closed(house: House, users: readonly string[], given: Form = terms, locale: Locale = "en") {
  await opened(house, given, locale);
  await enters(house, ...users);
  await adds(house, users[0] ?? "AUD", "271828", locale);
  await house.at(closing);
}

const drawOf = async (house: House) => {
  const draw = await house.store.numbered(1);
  if (draw === undefined) throw new Error("there is no draw");
  return draw;
};

const prizesOf = async (house: House) => {
  const { id } = await drawOf(house);
  return (await house.store.prizesOf(id)).map(({ person, state }) => `${nameOf(person)} ${state}`);
};

const names = ["", "Ana", "Bo", "Cy", "Di", "Ada", "Ben", "Sam", "Aud", "Gus", "Max"];
const nameOf = (id: string) => names[Number(id.slice(-12))] ?? id;

/** The account of whoever holds a place. */
const accountAt = async (house: House, rank: number) => {
  const { id } = await drawOf(house);
  const prize = (await house.store.prizesOf(id)).find((one) => one.rank === rank);
  return nameOf(prize?.person ?? "").toUpperCase();
};

/** The newest message before somebody whose title holds a text. */
function message(house: House, user: string, title: string): View {
  const found = house.before(anAccount(user)).findLast((view) => view.title.includes(title));
  if (found === undefined) throw new Error(`${user} has no message “${title}”`);
  return found;
}

const read = (house: House, user: string, title: string) => plainView(message(house, user, title));

const filesOf = (view: View) =>
  Object.fromEntries(
    view.blocks.flatMap((block) =>
      block.is === "file" ? [[block.name, new TextDecoder().decode(block.content)]] : [],
    ),
  );

/** What somebody is answered who presses a button that was never shown to them. */
async function forges(house: House, user: string, action: string) {
  const talk = testRouter(registry(house.commands, house.actions), { people: house.people, clock: house.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const reply = await talk.answer({ is: "press", key: `${user} ${action} ${Math.random()}`, by, place, action });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

/** Fills the form that a forged press opened. */
async function submits(house: House, user: string, form: string, values: Form) {
  const talk = testRouter(registry(house.commands, house.actions), { people: house.people, clock: house.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const reply = await talk.answer({ is: "submit", key: `${user} ${form} ${Math.random()}`, by, place, form, values });
  return reply.is === "view" ? plainView(reply.view) : reply.is === "invalid" ? JSON.stringify(reply.errors) : reply.is;
}

/** What each step says in either language. */
const script = {
  en: {
    open: "Open it",
    enter: "Enter",
    inIt: "You are in draw 1",
    number: "Add my number",
    numberIn: "Your number is in draw 1",
    isClosed: "Draw 1 is closed",
    ownLine: "Your line in draw 1",
    challenge: "Challenge",
    posted: "Your challenge to draw 1 is posted",
    answer: "Answer challenge 1",
    stands: "The list stands.",
    notRight: "not right",
    result: "the result",
    won: "You won in draw 1!",
    claim: "Claim",
    claimed: "Claimed: draw 1",
    isClaimed: "claimed",
    over: "won by",
  },
  "zh-CN": {
    open: "开放报名",
    enter: "参加",
    inIt: "您已参加抽奖 1",
    number: "加入我的号码",
    numberIn: "您的号码已加入抽奖 1",
    isClosed: "抽奖 1 已截止",
    ownLine: "您在抽奖 1 名单中的记录",
    challenge: "提出异议",
    posted: "对抽奖 1 的异议已公布",
    answer: "答复异议 1",
    stands: "名单不变。",
    notRight: "不成立",
    result: "开奖结果",
    won: "您在抽奖 1 中中奖了！",
    claim: "领取",
    claimed: "已领取：抽奖 1",
    isClaimed: "已领取",
    over: "中奖者：",
  },
} as const satisfies Record<Locale, Record<string, string>>;

describe.each(["en", "zh-CN"] as const)("a whole draw in %s", (locale) => {
  const words = script[locale];

  test("goes from new over entries, a number of one's own, the list and a challenge to the result and the claim", async () => {
    const house = drawHouse(locale);
    const [ada, ana, bo, aud] = [house.on("ADA"), house.on("ANA"), house.on("BO"), house.on("AUD")];
    await ada.says("/draw new");
    await ada.fills({ prize: "Cinema 电影票", winners: "1", closes: "2026-03-11", score: "90" });
    expect(ada.sees()).toContain(words.open);
    await ada.presses(words.open);
    await house.delivers();
    expect(ana.sees()).toContain("Cinema 电影票");

    await ana.presses(words.enter);
    expect(ana.sees()).toContain(words.inIt);
    await ana.presses(words.number);
    await ana.fills({ nonce: "314159" });
    expect(ana.sees()).toContain(words.numberIn);
    await bo.says("/draw enter");
    expect(bo.sees()).toContain(words.inIt);

    await house.at(closing);
    const { closed: list, source } = await drawOf(house);
    // The post that invited to it invites no more, and still tells what was committed to.
    const first = read(house, "CY", "Cinema 电影票");
    expect(first).not.toContain(`[${words.enter}]`);
    expect(first).toContain(source.is === "commit-reveal" ? source.commitment : "none");
    expect(read(house, "CY", words.isClosed)).toContain(list?.manifestHash);
    const manifest = filesOf(message(house, "CY", words.isClosed))["draw-1-manifest.json"] ?? "";
    expect(hashOf(manifest)).toBe(list?.manifestHash);
    const line = read(house, "ANA", words.ownLine);
    const [pseudonym = "none"] = /[\da-f]{24}\b/.exec(line) ?? [];
    expect(JSON.parse(manifest).entrants.map(({ id }: { id: string }) => id)).toContain(pseudonym);
    expect(() => read(house, "CY", words.ownLine)).toThrow();
    // The list itself names nobody.
    expect(manifest).not.toMatch(/Ana|Bo|00000000-0000-4000-8000-00000000000[1-4]/);

    await bo.presses(words.challenge);
    await bo.fills({ text: "我认为名单有误 Cy should be in the list as well." });
    expect(bo.sees()).toContain(words.posted);
    await house.delivers();
    await aud.presses(words.answer);
    await aud.fills({ verdict: "wrong", reason: "Cy 上月成绩为 88，未达到 90，因此不在名单中（88 is below 90）。" });
    expect(aud.sees()).toContain(words.stands);
    await house.delivers();
    expect(read(house, "CY", words.isClosed)).toContain(words.notRight);

    await house.at(afterChallenge);
    const winner = house.on(await accountAt(house, 1));
    expect(plainView(winner.views().at(-1) ?? { title: "", blocks: [] })).toContain(words.won);
    await winner.presses(words.claim);
    expect(winner.sees()).toContain(words.claimed);
    await house.delivers();
    expect(read(house, "CY", words.result)).toContain(words.isClaimed);
    expect((await drawOf(house)).state).toBe("claimed");
    await ana.says("/draw list");
    expect(ana.sees()).toContain(words.over);
  });
});

describe("entering", () => {
  test("twice is one entry, from whichever app, and said kindly", async () => {
    const house = drawHouse("en");
    await opened(house);
    const ana = house.on("ANA");
    await ana.presses("Enter");
    await ana.presses("Enter");
    expect(ana.sees()).toContain("You are in draw 1 already");
    const discord = house.on("ANA-D", "discord");
    await discord.says("/draw enter 1");
    expect(discord.sees()).toContain("Each person is in it once, from whichever app they press.");
    expect((await house.store.entriesOf((await drawOf(house)).id)).map(({ person }) => nameOf(person))).toEqual([
      "Ana",
    ]);
  });

  test("is over at the hour of the close, on another platform as well", async () => {
    const house = drawHouse("en");
    await closed(house, ["BO"]);
    const discord = house.on("ANA-D", "discord");
    await discord.says("/draw enter 1");
    expect(discord.sees()).toContain("That was not done");
    expect((await house.store.entriesOf((await drawOf(house)).id)).map(({ person }) => nameOf(person))).toEqual(["Bo"]);
  });

  test("is refused at the hour even before the draw was closed", async () => {
    const house = drawHouse("en");
    await opened(house);
    house.clock.to(closing);
    const ana = house.on("ANA");
    await ana.says("/draw enter 1");
    expect(ana.sees()).toContain("The hour for that has passed");
  });

  test.each([
    ["the organiser", "ADA", terms, "whoever makes one never takes part in it"],
    ["an auditor", "AUD", terms, "auditors check draws and win nothing in them"],
    ["who is below the rule", "CY", { ...terms, score: "90" }, "score of at least 90; yours is 88"],
    ["somebody of another site", "MAX", terms, "There is no draw 1 at your site"],
  ])("is refused to %s, with the reason", async (_, user, given, why) => {
    const house = drawHouse("en");
    await opened(house, given);
    const who = house.on(user);
    await who.says("/draw enter 1");
    expect(who.sees()).toContain(why);
    expect(await house.store.entriesOf((await drawOf(house)).id)).toEqual([]);
  });

  test("ends with leaving, and whoever has left the company is not in the list", async () => {
    const house = drawHouse("en");
    await opened(house);
    await enters(house, "ANA", "BO", "GUS");
    await adds(house, "BO", "7");
    const ana = house.on("ANA");
    await ana.presses("Leave");
    expect(ana.sees()).toContain("You have left draw 1");
    await house.at(closing);
    expect((await drawOf(house)).closed).toMatchObject({ entrants: 1, tickets: 1 });
    await ana.presses("My line");
    expect(ana.sees()).toContain("You fulfil the rule, and did not enter before the close.");
  });

  test("asks which draw where several are open, and says where to look where none is", async () => {
    const house = drawHouse("en");
    const ana = house.on("ANA");
    await ana.says("/draw enter");
    expect(ana.sees()).toContain("No draw is open that you can enter right now. See all of them: /draw list");
    await opened(house);
    await opened(house, { ...terms, prize: "Umbrella" });
    await ana.says("/draw enter");
    await ana.picks("Choose a draw", "Draw 2: Umbrella");
    expect(ana.sees()).toContain("You are in draw 2");
  });
});

describe("a number of one's own", () => {
  test("comes from those who take part and from auditors alone", async () => {
    const house = drawHouse("en");
    await opened(house);
    expect((await adds(house, "BO", "12")).sees()).toContain("Enter first, then add yours.");
    expect((await adds(house, "AUD", "a word of mine")).sees()).toContain(
      "“a word of mine” is mixed into the randomness",
    );
    const { id } = await drawOf(house);
    expect(await house.store.entriesOf(id)).toMatchObject([
      { person: anId(8), entered: false, nonce: "a word of mine" },
    ]);
    await enters(house, "BO");
    await adds(house, "BO", "12");
    await adds(house, "BO", "13");
    expect(await house.store.entryOf(id, anId(2))).toMatchObject({ entered: true, nonce: "13" });
  });

  test("is waited for a day at a time, three times, and then the draw is cancelled in public", async () => {
    const house = drawHouse("en");
    await opened(house);
    await enters(house, "ANA");
    for (const [day, count] of [
      ["11", 1],
      ["12", 2],
      ["13", 3],
    ]) {
      await house.at(`2026-03-${day}T17:00:00Z`);
      expect(read(house, "BO", "stays open for a day longer")).toContain(`Delay ${count} of 3`);
    }
    await house.at("2026-03-14T17:00:00Z");
    expect(read(house, "BO", "Draw 1 is cancelled")).toContain("Fairline alone would have known the outcome");
  });
});

describe("a draft", () => {
  test.each(["Waives one QA deduction", "免一次迟到扣分"])(
    "of a prize that forgives a score is refused: %s",
    async (prize) => {
      const house = drawHouse("en");
      const ada = await drafted(house, { ...terms, prize });
      expect(ada.sees()).toContain("A prize may not forgive");
      expect(await house.store.drawsOf("leeds", 10)).toEqual([]);
    },
  );

  test.each([
    ["2026-03-08", "It would close within the hour"],
    ["2026-06-30", "A draw is open for at most 92 days"],
  ])("that closes on %s is refused", async (closes, why) => {
    const house = drawHouse("en");
    expect((await drafted(house, { ...terms, closes })).sees()).toContain(why);
  });

  test("is for admins alone, and everybody else's press is refused", async () => {
    const house = drawHouse("en");
    await drafted(house);
    const ana = house.on("ANA");
    await ana.says("/draw list");
    expect(ana.sees()).toContain("There are no draws yet.");
    await ana.says("/draw new");
    expect(ana.sees()).toContain("This is for admins");
    const { id } = await drawOf(house);
    expect(await forges(house, "ANA", to.openDraft.to({ draw: id, seen: "1" }))).toContain("This is for admins");
    expect(await forges(house, "MAX", to.openDraft.to({ draw: id, seen: "1" }))).toContain("There is no such draw");
    expect((await drawOf(house)).state).toBe("draft");
  });

  test("is opened as it was seen, or shown again where it changed meanwhile", async () => {
    const house = drawHouse("en");
    const ada = await drafted(house);
    const { id } = await drawOf(house);
    await ada.picks("Recent winners", "Not within 30 days");
    expect(await forges(house, "BEN", to.openDraft.to({ draw: id, seen: "1" }))).toContain(
      "It has changed since you saw it",
    );
    await ada.presses("Open it");
    expect(await drawOf(house)).toMatchObject({ state: "open", eligibility: { noWinWithinDays: 30 } });
    await ada.repeats();
    expect(house.store.outbox.filter(({ period }) => period.endsWith(":open:0"))).toHaveLength(1);
  });

  test("is set by its menus and its form, and thrown away without anybody being told", async () => {
    const house = drawHouse("en");
    const ada = await drafted(house, { ...terms, score: "90" });
    await ada.picks("Tickets", "one each, 1 more for each award, at most 3");
    await ada.picks("Month that counts", "The month of the close");
    await ada.presses("Take everybody");
    await ada.picks("Randomness", "drand beacon");
    await ada.presses("Change");
    await ada.fills({ winners: "4", attendance: "98" });
    expect(await drawOf(house)).toMatchObject({
      winners: 4,
      alternates: 4,
      entry: "everybody",
      source: { is: "drand" },
      tickets: { perAward: 1, cap: 3 },
      eligibility: {
        over: "this-month",
        conditions: [
          { by: "score", atLeast: 90 },
          { by: "attendance", atLeast: 98 },
        ],
      },
    });
    await ada.presses("Throw away");
    expect(ada.sees()).toContain("Draft 1 is thrown away");
    expect(house.store.outbox).toEqual([]);
    await ada.says("/draw list");
    expect(ada.sees()).toContain("There are no draws yet.");
  });
});

describe("cancelling", () => {
  const reason = "The cinema has closed down, and the tickets are worth nothing.";

  async function asked(house: House) {
    const ada = await opened(house);
    await ada.says("/draw list");
    await ada.presses("Cancel the draw");
    await ada.fills({ reason });
    await house.delivers();
    return ada;
  }

  test("needs a second person, in public, with the reason and both names", async () => {
    const house = drawHouse("en");
    const ada = await asked(house);
    expect(read(house, "ANA", "Somebody wants to cancel draw 1")).toContain(
      `Ada Chen asks for it to be cancelled: ${reason}`,
    );
    await ada.presses("Second it");
    expect(ada.sees()).toContain("a second person has to agree");
    const ana = house.on("ANA");
    await ana.presses("Second it");
    expect(ana.sees()).toContain("This is for admins, supervisors or auditors");
    expect((await drawOf(house)).state).toBe("open");
    const sam = house.on("SAM");
    await sam.presses("Second it");
    await house.delivers();
    const told = message(house, "ANA", "Draw 1 is cancelled");
    expect(plainView(told)).toContain(`Reason: ${reason}\nAsked for by: Ada Chen\nSeconded by: Sam Reid`);
    // No button that leads on is left anywhere.
    const buttons = house
      .before(anAccount("ANA"))
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.is === "buttons" ? block.buttons.map(({ label }) => label) : [])),
      );
    expect(buttons).not.toContain("Second it");
    expect(buttons).not.toContain("Enter");
  });

  test("is taken back by whoever asked for it alone, and a wish that was not read is not seconded", async () => {
    const house = drawHouse("en");
    const ada = await asked(house);
    const { id, cancelling } = await drawOf(house);
    const ben = house.on("BEN");
    await ben.presses("Take it back");
    expect(ben.sees()).toContain("That is not yours to do here");
    await ada.presses("Take it back");
    expect(ada.sees()).toContain("Draw 1 goes on");
    await house.delivers();
    expect(read(house, "ANA", "Somebody wants to cancel draw 1")).toContain("The draw goes on.");
    house.clock.pass(5);
    const form = to.cancelDraw.to({ draw: id, seen: "open" });
    expect(await submits(house, "ADA", form, { reason })).toContain("Your reason is posted");
    const first = to.secondCancel.to({ draw: id, wish: to.momentText(cancelling?.at ?? new Date(0)) });
    expect(await forges(house, "SAM", first)).toContain("It has changed since you saw it");
    expect((await drawOf(house)).state).toBe("open");
  });

  test("is refused to others, with a short reason, and once the draw has gone on", async () => {
    const house = drawHouse("en");
    await closed(house, ["ANA"]);
    const { id } = await drawOf(house);
    const form = (seen: string) => to.cancelDraw.to({ draw: id, seen });
    expect(await submits(house, "ANA", form("challenge"), { reason })).toContain("Your roles do not allow that");
    expect(await submits(house, "MAX", form("challenge"), { reason })).toContain("There is no such draw");
    expect(await submits(house, "ADA", form("challenge"), { reason: "x".repeat(19) })).toContain("At least 20");
    expect(await submits(house, "ADA", form("open"), { reason })).toContain("It has changed since you saw it");
    await house.at(afterChallenge);
    expect(await submits(house, "ADA", form("drawn"), { reason })).toContain("The draw is drawn by now");
  });
});

describe("a challenge", () => {
  const text = "Di entered on Tuesday and is not in the list.";

  test("is for those in it and auditors, while there is time", async () => {
    const house = drawHouse("en");
    await closed(house, ["ANA", "BO"]);
    const { id } = await drawOf(house);
    const form = to.sendChallenge.to({ draw: id });
    expect(await submits(house, "CY", form, { text })).toContain("You are not in this draw");
    expect(await submits(house, "ANA", form, { text: "too short" })).toContain("At least 20");
    expect(await submits(house, "AUD", form, { text })).toContain("Your challenge to draw 1 is posted");
    house.clock.to(afterChallenge);
    expect(await submits(house, "ANA", form, { text })).toContain("The hour for that has passed");
  });

  test("that is right opens the draw again under another seed, and its next list has a hash of its own", async () => {
    const house = drawHouse("en");
    await closed(house, ["ANA", "BO"]);
    const before = await drawOf(house);
    const ana = house.on("ANA");
    await ana.presses("Challenge");
    await ana.fills({ text });
    await house.delivers();
    expect(await forges(house, "ANA", to.writeAnswer.to({ draw: before.id, index: "0" }))).toContain(
      "This is for admins",
    );
    const ben = house.on("BEN");
    await ben.presses("Answer challenge 1");
    await ben.fills({ verdict: "right", reason: "Her entry had been lost; she can enter once more." });
    expect(ben.sees()).toContain("Your answer is posted");
    await house.delivers();
    const open = await drawOf(house);
    expect(open).toMatchObject({ state: "open", reopened: 1 });
    expect((await house.store.entriesOf(open.id)).every(({ nonce }) => nonce === undefined)).toBe(true);
    expect(read(house, "CY", "Draw 1 is open again")).toContain(
      open.source.is === "commit-reveal" ? open.source.commitment : "",
    );
    expect(read(house, "CY", "list 1 no longer holds")).toContain(before.closed?.manifestHash);
    expect(await submits(house, "ANA", to.addNumber.to({ draw: open.id }), { nonce: "another 7" })).not.toBe("");
    await house.at(new Date(open.closesAt.getTime() + 60_000).toISOString());
    await house.at(new Date(open.closesAt.getTime() + 120_000).toISOString());
    const after = await drawOf(house);
    expect(after).toMatchObject({ state: "challenge", closed: { revision: 2 } });
    expect(after.closed?.manifestHash).not.toBe(before.closed?.manifestHash);
  });

  test("waits alone for its answer: nobody holds a draw up with many", async () => {
    const house = drawHouse("en");
    await closed(house, ["ANA", "BO"]);
    const form = to.sendChallenge.to({ draw: (await drawOf(house)).id });
    expect(await submits(house, "ANA", form, { text })).toContain("is posted");
    expect(await submits(house, "ANA", form, { text })).toContain("is posted");
    expect(await submits(house, "ANA", form, { text: `${text} And Cy as well.` })).toContain(
      "still waits for its answer",
    );
    expect((await drawOf(house)).challenges).toHaveLength(1);
  });

  test("is not answered by its author or twice, and holds the draw up until it is", async () => {
    const house = drawHouse("en");
    await closed(house, ["ANA", "BO"]);
    const { id } = await drawOf(house);
    await submits(house, "AUD", to.sendChallenge.to({ draw: id }), { text });
    await house.at(afterChallenge);
    expect((await drawOf(house)).state).toBe("challenge");
    const form = to.sendAnswer.to({ draw: id, index: "0" });
    const given = { verdict: "wrong", reason: "She entered on Thursday, after the close." };
    expect(await submits(house, "AUD", form, given)).toContain("That challenge is your own");
    expect(await submits(house, "BEN", form, given)).toContain("Your answer is posted");
    expect(await submits(house, "ADA", form, given)).toContain("answered already");
    await house.at("2026-03-12T18:30:00Z");
    expect((await drawOf(house)).state).toBe("drawn");
  });
});

describe("prizes", () => {
  const drawn = async (house: House, given: Form = terms, locale: Locale = "en") => {
    await closed(house, ["ANA", "BO", "CY", "DI"], given, locale);
    await house.at(afterChallenge);
  };

  test("that are not claimed in time pass on to the alternates in their order, after a reminder", async () => {
    const house = drawHouse("en");
    await drawn(house);
    const [winner, next] = [await accountAt(house, 1), await accountAt(house, 2)];
    await house.at("2026-03-18T18:00:00Z");
    expect(read(house, winner, "Your prize of draw 1 still waits")).toContain("goes to the next in line");
    await house.at("2026-03-19T17:02:00Z");
    expect((await prizesOf(house)).map((one) => one.split(" ")[1])).toEqual([
      "forfeited",
      "offered",
      "alternate",
      "alternate",
    ]);
    expect(read(house, next, "A prize of draw 1 has come to you")).toContain("Claim it by");
    expect(read(house, winner, "The prize of draw 1 has passed on")).not.toContain("[Claim]");
    const late = house.on(winner);
    await late.says("/draw claim 1");
    expect(late.sees()).toContain("it goes to the next in line");
    // What reminded of it says what stands now, and has nothing to press.
    expect(house.before(anAccount(winner)).map(plainView).join()).not.toContain("[Claim]");
    const lucky = house.on(next);
    await lucky.says("/draw claim");
    expect(lucky.sees()).toContain("Claimed: draw 1");
    await house.delivers();
    expect(read(house, "SAM", "the result")).toContain("— passed on");
    expect((await prizesOf(house)).map((one) => one.split(" ")[1])).toEqual([
      "forfeited",
      "claimed",
      "unused",
      "unused",
    ]);
  });

  test("that are claimed after the reminder leave nothing to press in it", async () => {
    const house = drawHouse("en");
    await drawn(house);
    const winner = await accountAt(house, 1);
    await house.at("2026-03-18T18:00:00Z");
    expect(read(house, winner, "still waits")).toContain("[Claim]");
    await house.on(winner).says("/draw claim 1");
    await house.delivers();
    expect(house.before(anAccount(winner)).map(plainView).join()).not.toContain("[Claim]");
  });

  test("of somebody who has left pass on in words that fit, and whoever left is told nothing", async () => {
    const other = drawHouse("en");
    await drawn(other);
    const [first] = await other.store.prizesOf((await drawOf(other)).id);
    const left = Number(first?.person.slice(-12));
    for (const [locale, words] of [
      ["en", "Whoever was drawn before you does not take it, so Cinema ticket is yours. Claim it by "],
      ["zh-CN", "前面的中奖者未能领取，“Cinema ticket”由您递补获得。领取期限："],
    ] as const) {
      const house = drawHouse(locale, { leaves: { [left]: day("2026-03-11") } });
      await drawn(house, terms, locale);
      expect((await prizesOf(house)).slice(0, 2).map((one) => one.split(" ")[1])).toEqual(["forfeited", "offered"]);
      const next = house.before(anAccount(await accountAt(house, 2))).map(plainView);
      expect(next.join("\n")).toContain(words);
      const titles = house.before(anAccount(await accountAt(house, 1))).map(({ title }) => title);
      expect(titles).not.toContain(toldWords.won(1)(locale));
      expect(titles).not.toContain(toldWords.gone(1)(locale));
    }
  });

  test("are given up for the first alternate, once", async () => {
    const house = drawHouse("en");
    await drawn(house);
    const winner = house.on(await accountAt(house, 1));
    await winner.presses("Give it up");
    expect(winner.sees()).toContain("The first alternate is offered it now.");
    await winner.presses("Give it up");
    expect(winner.sees()).toContain("goes to the next in line");
    expect((await prizesOf(house)).map((one) => one.split(" ")[1])).toEqual([
      "forfeited",
      "offered",
      "alternate",
      "alternate",
    ]);
  });

  test("are claimed by their winners alone, and twice is once", async () => {
    const house = drawHouse("en");
    await drawn(house);
    const other = house.on(await accountAt(house, 2));
    await other.says("/draw claim 1");
    expect(other.sees()).toContain("no prize of this draw is offered to you");
    const winner = house.on(await accountAt(house, 1));
    await winner.says("/draw claim 1");
    await winner.says("/draw claim 1");
    expect(winner.sees()).toContain("You have claimed it already");
  });

  test("are spoken of in Chinese as a call centre would", async () => {
    const house = drawHouse("zh-CN");
    await drawn(house, terms, "zh-CN");
    const [winner, other] = [await accountAt(house, 1), house.on(await accountAt(house, 2))];
    expect(JSON.stringify(message(house, winner, script["zh-CN"].won))).toContain(
      "奖品将转给第一候补，放弃后无法撤销。",
    );
    await other.says("/draw claim 1");
    expect(other.sees()).toContain("您无法执行此操作：该抽奖没有待您领取的奖品");
    await other.says("/draw verify 1");
    expect(other.sees()).toContain("运算得到的人员和顺序与公布结果一致");
  });

  test("are claimed by two winners in the same moment without losing either", async () => {
    const house = drawHouse("en");
    await drawn(house, { ...terms, winners: "2" });
    const { id } = await drawOf(house);
    const winners = (await house.store.prizesOf(id)).slice(0, 2);
    const outcomes = await Promise.all(
      winners.map(({ person }) =>
        house.draws.claim({ person, site: "leeds", roles: ["agent"], zone: "Europe/London" }, id, house.clock.now()),
      ),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await prizesOf(house)).slice(0, 2).map((one) => one.split(" ")[1])).toEqual(["claimed", "claimed"]);
    expect((await drawOf(house)).state).toBe("claimed");
  });

  test("go to everybody where there are no more entrants", async () => {
    const house = drawHouse("en");
    await closed(house, ["ANA", "BO"], { ...terms, winners: "5" });
    await house.at(afterChallenge);
    expect(read(house, "CY", "the result")).toContain("so everybody won");
    expect((await prizesOf(house)).sort()).toEqual(["Ana offered", "Bo offered"]);
  });
});

describe("checking", () => {
  /** Runs what `/draw verify` attached, by the command that it prints. */
  async function runs(view: View) {
    const folder = await mkdtemp(join(tmpdir(), "fairline-draw-"));
    try {
      for (const [name, content] of Object.entries(filesOf(view))) await writeFile(join(folder, name), content);
      const [, command = ""] = /^node (verify-draw\.mjs \S+ [\da-f]{64})$/m.exec(plainView(view)) ?? [];
      const { stdout } = await promisify(execFile)(process.execPath, command.split(" "), { cwd: folder });
      return stdout;
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  test("tells at each stage what can be checked, and in the end one command that holds offline", async () => {
    const house = drawHouse("en");
    await opened(house);
    await enters(house, "ANA", "BO", "DI");
    await adds(house, "ANA", "271828");
    const cy = house.on("CY");
    const { source } = await drawOf(house);
    await cy.says("/draw verify 1");
    expect(cy.sees()).toContain(source.is === "commit-reveal" ? source.commitment : "never");
    await house.at(closing);
    await cy.says("/draw verify");
    const { closed: list } = await drawOf(house);
    expect(hashOf(filesOf(cy.views().at(-1) as View)["draw-1-manifest.json"] ?? "")).toBe(list?.manifestHash);
    await house.at(afterChallenge);
    await cy.says("/draw verify 1");
    const [view] = cy
      .views()
      .filter(({ title }) => title === "Check draw 1 yourself")
      .slice(-1);
    if (view === undefined) throw new Error("nothing to check");
    expect(plainView(view)).toContain("Fairline's own check holds");
    expect(verifyProof(filesOf(view)["draw-1.json"] ?? "", list?.manifestHash).ok).toBe(true);
    expect(await runs(view)).toContain(`HOLDS\n3 entrants, 3 tickets, manifest ${list?.manifestHash}\n`);
    expect(filesOf(message(house, "CY", "the result"))).toEqual(filesOf(view));
    expect(house.audited.filter(({ action }) => action === "verify draw")).toHaveLength(2);
  });

  test("has nothing to do while there is no draw", async () => {
    const house = drawHouse("en");
    const cy = house.on("CY");
    await cy.says("/draw verify");
    expect(cy.sees()).toContain("There is no draw to check yet.");
    await cy.says("/draw verify 7");
    expect(cy.sees()).toContain("There is no draw 7 at your site.");
  });
});

describe("a public number", () => {
  async function committed(house: House) {
    const ada = await drafted(house);
    await ada.picks("Randomness", "A public number…");
    await ada.fills({ what: "Lottery of Saturday, in ascending order", digits: "12" });
    await ada.presses("Open it");
    await house.delivers();
    await enters(house, "ANA", "BO");
    await house.at(closing);
    await house.at(afterChallenge);
  }

  test("is typed by an auditor and a second person, after the challenges, in digits", async () => {
    const house = drawHouse("en");
    await committed(house);
    const { id, state } = await drawOf(house);
    expect(state).toBe("committed");
    expect(read(house, "CY", "Draw 1 is closed")).toContain("an auditor and a second person have typed");
    const number = to.sendPublic.to({ draw: id });
    const right = { number: "04 17 23 31 35 42" };
    expect(await submits(house, "BEN", number, right)).not.toContain("is drawn");
    const aud = house.on("AUD");
    await aud.presses("Type the public number");
    await aud.fills({ number: "12a" });
    expect(aud.sees()).toContain("Write digits only");
    await aud.fills(right);
    expect(aud.sees()).toContain("The number of draw 1 is kept");
    expect(await submits(house, "BEN", number, { number: "041723313543" })).toContain(
      "not the number that was typed first",
    );
    expect(await submits(house, "BEN", number, right)).toContain("Draw 1 is drawn");
    await house.at("2026-03-12T17:02:00Z");
    expect(read(house, "CY", "the result")).toContain("Public number: 041723313542");
    expect(await submits(house, "AUD", to.sendPublic.to({ draw: id }), { number: "999" })).toContain("by now");
  });
});

describe("the list", () => {
  test("shows what open draws need and how one stands to each, and says what next where there is none", async () => {
    const house = drawHouse("en");
    const [ana, cy, ada] = [house.on("ANA"), house.on("CY"), house.on("ADA")];
    await ada.says("/draw list");
    expect(ada.sees()).toContain("Make a new one: /draw new");
    await opened(house, { ...terms, score: "90" });
    await ana.says("/draw list");
    expect(ana.sees()).toContain("Who may take part: score of at least 90. It goes by February 2026.");
    expect(ana.sees()).toContain("You: you may enter, with 1 ticket");
    await cy.says("/draw list");
    expect(cy.sees()).toContain("You: not open to you: it needs score of at least 90; yours is 88");
    expect(cy.sees()).not.toContain("[Enter]");
  });

  test("reads the standings of a month once, however many draws are open", async () => {
    const house = drawHouse("en");
    await opened(house, { ...terms, score: "90", attendance: "98" });
    await opened(house, { ...terms, prize: "Umbrella", score: "80", attendance: "90" });
    const before = house.standingsRead.length;
    const ana = house.on("ANA");
    await ana.says("/draw list");
    expect(ana.sees()).toContain("Draw 2: Umbrella");
    expect(house.standingsRead.slice(before)).toEqual(["score from 2026-02-01", "attendance from 2026-02-01"]);
  });

  test("tells an attendance that is asked for in per cent, as its form takes it", async () => {
    for (const [locale, hint, rule] of [
      ["en", "per cent, such as 98", "attendance of at least 98 %"],
      ["zh-CN", "百分比，例如 98", "出勤不低于 98%"],
    ] as const) {
      const house = drawHouse(locale);
      const ada = await drafted(house, { ...terms, attendance: "98" });
      expect(ada.sees()).toContain(rule);
      expect(to.draftParams.attendance.hint?.(locale)).toContain(hint);
    }
  });
});

describe("a draw of the calendar", () => {
  const prize = { en: "Headphones", "zh-CN": "耳机" };
  const due = new Date("2026-03-09T09:00:00Z");
  const when = { site: "leeds", due, now: due, day: day("2026-03-09") };

  test.each([
    ["en", "holders of the award Best of the month", "it is for holders of the award Best of the month that month"],
    ["zh-CN", "获得过以下奖项之一：月度之星", "仅限当月获得以下奖项之一的人员：月度之星"],
  ] as const)("calls the awards that it asks for by their names in %s", async (locale, rule, why) => {
    const house = drawHouse(locale, {
      rules: drawsConfig.parse({ performers: { prize, eligibility: { awards: ["monthly-best"] } } }),
    });
    await house.draws.openScheduled("performers-draw", when);
    await house.delivers();
    const ana = house.on("ANA");
    expect(ana.sees()).toContain(rule);
    await ana.says("/draw list");
    expect(ana.sees()).toContain(why);
    const { id } = await drawOf(house);
    expect(await submits(house, "ANA", to.addNumber.to({ draw: id }), { nonce: "7" })).toContain(why);
    expect(ana.sees()).not.toContain("monthly-best");
  });

  test.each([
    ["en", "an admin of your site hands it over"],
    ["zh-CN", "由本中心管理员安排发放"],
  ] as const)("has no maker to hand its prize over in %s", async (locale, words) => {
    const house = drawHouse(locale, { rules: drawsConfig.parse({ performers: { prize, source: "commit-reveal" } }) });
    await house.draws.openScheduled("performers-draw", when);
    const draw = await drawOf(house);
    const person = anId(1);
    await house.store.change(
      { ...draw, state: "drawn", nextAt: new Date("2026-03-16T09:00:00Z") },
      { at: due, prizes: [{ rank: 1, person, state: "offered", dueAt: new Date("2026-03-16T09:00:00Z") }] },
    );
    const ana = house.on("ANA");
    await ana.says("/draw claim 1");
    expect(ana.sees()).toContain(words);
    expect(ana.sees()).not.toMatch(/made the draw|发起人/);
  });
});

describe("without entrants", () => {
  test("a draw is cancelled in public", async () => {
    const house = drawHouse("zh-CN");
    const ada = house.on("ADA");
    await ada.says("/draw new");
    await ada.fills(terms);
    await ada.presses("开放报名");
    await house.delivers();
    await house.at(closing);
    expect(read(house, "ANA", "抽奖 1 已取消")).toContain("没有符合条件的参加者");
  });
});
