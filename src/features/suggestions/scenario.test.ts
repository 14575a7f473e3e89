import { describe, expect, test } from "vitest";
import { locales } from "../../kernel/locale.ts";
import { anId } from "../../testing/builders.ts";
import { suggestionHouse } from "../../testing/suggestion-house.ts";
import { listWords } from "./messages/answer.ts";
import { formWords } from "./messages/form.ts";

const idea = "Put a water cooler beside the lockers, please.";
const other = "Have two screens at every desk on the third floor.";
type House = ReturnType<typeof suggestionHouse>;
type Actor = ReturnType<House["on"]>;

async function suggests(who: Actor, as: "signed" | "anonymous", text = idea) {
  await who.says(`/suggest ${text}`);
  await who.fills({ as });
}

/** Ana's signed suggestion, before everybody. */
async function posted(made: House, text = idea) {
  await suggests(made.on("ANA"), "signed", text);
  await made.delivers();
}

async function opens(made: House, user: string, label = "Open") {
  const who = made.on(user);
  await who.says("/suggest SG-1");
  expect(who.sees()).toContain("Suggestion SG-1");
  return { who, label };
}

/** Somebody opens it and moves it on. */
async function moves(made: House, user: string, label: string, reason?: string) {
  const { who } = await opens(made, user);
  await who.presses(label);
  await who.fills(reason === undefined ? {} : { reason });
  await made.delivers();
  return who;
}

describe.each(locales)("a suggestion from its making to its end (%s)", (locale) => {
  test("as everybody sees it", async () => {
    const made = suggestionHouse(locale);
    const [ana, bo, cy, sam] = [made.on("ANA"), made.on("BO"), made.on("CY"), made.on("SAM")];
    await ana.says(`/suggest ${idea}`);
    expect(ana.sees()).toMatchSnapshot("the form, with what was typed");
    await ana.fills({ as: "signed" });
    expect(ana.sees()).toMatchSnapshot("what its author is answered");
    await made.delivers();
    expect(cy.sees()).toMatchSnapshot("in the channel");
    await bo.presses(formWords.vote(locale));
    expect(bo.sees()).toMatchSnapshot("a vote");
    await cy.presses(formWords.follow(locale));
    await sam.says("/suggest SG-1");
    expect(sam.sees()).toMatchSnapshot("the card of a supervisor");
    await sam.presses(formWords.give(locale));
    await sam.fills({ to: "Lee Wong" });
    expect(sam.sees()).toMatchSnapshot("an owner was given");
    await made.delivers();
    const lee = made.on("LEE");
    expect(lee.sees()).toMatchSnapshot("what the owner is told");
    await lee.says("/suggest SG-1");
    await lee.presses(formWords.decide.considered(locale));
    await lee.fills({});
    expect(lee.sees()).toMatchSnapshot("moved on");
    await made.delivers();
    await lee.says("/suggest SG-1");
    await lee.presses(formWords.decide.declined(locale));
    await lee.fills({ reason: "The landlord allows no water there." });
    await made.delivers();
    expect(bo.sees()).toMatchSnapshot("the channel and the voter's own messages");
    expect(made.posted()).toEqual([
      "suggestion → channel:leeds/ideas",
      `suggestion-owner:${anId(5)} → person:${anId(5)}`,
      ...[1, 2, 3].map((n) => `suggestion-moved:considered → person:${anId(n)}`),
      ...[1, 2, 3].map((n) => `suggestion-moved:declined → person:${anId(n)}`),
    ]);
  });

  test("and anonymously: a code instead of a name, and nothing before the next morning", async () => {
    const made = suggestionHouse(locale);
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await suggests(ana, "anonymous");
    expect(ana.sees()).toMatchSnapshot("what its author is answered");
    await made.delivers();
    await bo.says("/suggest list");
    expect(bo.sees()).toContain(listWords.empty(locale));
    await bo.says("/suggest SG-100001");
    expect(bo.sees()).not.toContain(idea);
    made.clock.to("2026-03-10T08:59:59Z");
    await made.delivers();
    expect(made.posted()).toEqual([]);
    made.clock.to("2026-03-10T09:00:00Z");
    await made.delivers();
    expect(bo.sees()).toMatchSnapshot("in the channel");
    await ana.says("/suggest status 0000 0000 oooo 0001");
    expect(ana.sees()).toMatchSnapshot("by its code");
    await ana.presses(formWords.add(locale));
    await ana.fills({ text: "Call me on 0123 456 7890 about it." });
    await made.delivers();
    made.clock.to("2026-03-11T09:00:00Z");
    await made.delivers();
    expect(bo.sees()).toContain("“Call me on ••• about it.”");
    await ana.says("/suggest status 0000-0000-0000-0001");
    await ana.presses(formWords.withdraw(locale));
    expect(ana.sees()).toMatchSnapshot("withdrawn");
    await made.delivers();
    made.clock.to("2026-03-12T09:00:00Z");
    await made.delivers();
    expect(bo.sees()).toMatchSnapshot("withdrawn in the channel");
    expect(JSON.stringify([made.store.all(), made.store.outbox, made.audited])).not.toContain(anId(1));
    expect(JSON.stringify(made.store.all())).not.toContain(idea);
  });
});

describe("making one", () => {
  test.each([
    ["Too short text", "Your idea: Too short text ← At least 15 characters are needed"],
    ["x".repeat(2001), "At most 2,000"],
  ])("is refused at its field: %.20s", async (text, why) => {
    const made = suggestionHouse("en");
    const ana = made.on("ANA");
    await ana.says("/suggest");
    await ana.fills({ text, as: "signed" });
    expect(ana.sees()).toContain(why.split("← ").at(-1));
    expect(made.store.all()).toEqual([]);
  });

  test("keeps no card or phone number, and says so", async () => {
    const made = suggestionHouse("en");
    const ana = made.on("ANA");
    await suggests(ana, "signed", "Let customers like 4111 1111 1111 1111 pay by transfer.");
    expect(ana.sees()).toContain("“Let customers like ••• pay by transfer.”\nI took long numbers out of it.");
    expect(made.store.all()[0]?.text).toBe("Let customers like ••• pay by transfer.");
  });

  test("that says the same as an open one leads to that, and offers to vote for it", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const bo = made.on("BO");
    await suggests(bo, "anonymous", "PUT a water-cooler beside the lockers; please!");
    expect(bo.sees()).toContain("SG-1 says the same");
    await bo.presses("Vote for it");
    expect(bo.sees()).toContain("You voted for SG-1");
    await moves(made, "SAM", "Decline it", "No room for it.");
    await suggests(bo, "signed");
    expect(bo.sees()).toContain("Your suggestion is in: SG-2");
    const max = made.on("MAX");
    await suggests(max, "signed", other);
    expect(max.sees()).toContain("Your suggestion is in: SG-3");
  });

  test("is limited: signed ones by the month, anonymous ones by the day", async () => {
    const made = suggestionHouse("en", { rules: { signedPerMonth: 1, anonymousPerDay: 1 } });
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await suggests(ana, "signed");
    await suggests(ana, "signed", other);
    expect(ana.sees()).toContain("You have made a signed suggestion this month");
    expect(ana.sees()).toContain(`What you wrote, so that it is not lost:\n${other}`);
    await suggests(ana, "anonymous", other);
    expect(ana.sees()).toContain("Keep the code");
    await suggests(ana, "anonymous", `${other} Again.`);
    expect(ana.sees()).toContain("One anonymous suggestion a day is the most.");
    await suggests(bo, "anonymous", `${other} Again.`);
    expect(bo.sees()).toContain("Keep the code");
    made.clock.to("2026-03-10T00:00:00Z");
    await suggests(ana, "anonymous", `${other} And again.`);
    expect(ana.sees()).toContain("Keep the code");
    made.clock.to("2026-03-31T22:59:59Z");
    await suggests(ana, "signed", `${other} Once more.`);
    expect(ana.sees()).toContain("which is the most");
    made.clock.to("2026-03-31T23:00:00Z");
    await suggests(ana, "signed", `${other} Once more.`);
    expect(ana.sees()).toContain("Your suggestion is in");
  });

  test("keeps of when an anonymous one was made the day alone", async () => {
    const made = suggestionHouse("en");
    await suggests(made.on("ANA"), "anonymous");
    const [one] = made.store.all();
    expect(one).toMatchObject({
      madeAt: new Date("2026-03-09T00:00:00Z"),
      changedAt: new Date("2026-03-09T00:00:00Z"),
    });
    expect(one?.codeHash).toMatch(/^[\da-f]{64}$/);
    expect(made.store.outbox).toEqual([
      expect.objectContaining({ at: new Date("2026-03-09T00:00:00Z"), dueAt: new Date("2026-03-10T09:00:00Z") }),
    ]);
  });
});

describe("what is hidden still", () => {
  const code = "0000-0000-0000-0001";
  const at = (n: number, role: "agent" | "supervisor" = "agent") =>
    ({ person: anId(n), site: "leeds", roles: [role], zone: "Europe/London" }) as const;

  test("is there for nobody but its author: no vote, no follower, no owner, no decision, no card", async () => {
    const made = suggestionHouse("en");
    await suggests(made.on("SAM"), "anonymous");
    const before = made.store.all();
    const id = before[0]?.id ?? "";
    const now = made.clock.now();
    const gone = { ok: false, refusal: { why: "no-such-suggestion" } };
    const { suggestions } = made;
    expect(await suggestions.vote(at(1), id, true, now)).toEqual(gone);
    expect(await suggestions.follow(at(1), id, true, now)).toEqual(gone);
    expect(await suggestions.take(at(6, "supervisor"), id, now)).toEqual(gone);
    const given = { suggestion: id, to: { text: "Lee Wong" } };
    expect(await suggestions.give(at(6, "supervisor"), given, now)).toEqual(gone);
    expect(await suggestions.decide(at(6, "supervisor"), { suggestion: id, to: "considered" }, now)).toEqual(gone);
    expect(await suggestions.undo(at(6, "supervisor"), { suggestion: id, reason: "A slip." }, now)).toEqual(gone);
    expect(await suggestions.card(at(1), id, now)).toEqual(gone);
    expect(made.store.all()).toEqual(before);
    made.clock.to("2026-03-10T00:00:00Z");
    expect(await suggestions.vote(at(1), id, true, made.clock.now())).toMatchObject({ ok: true });
  });

  test.each(["2026-03-09T15:00:00Z", "2026-03-10T15:00:00Z"])(
    "opened by its code at %s, it has its author's buttons alone",
    async (then) => {
      const made = suggestionHouse("en");
      const sam = made.on("SAM");
      await suggests(sam, "anonymous");
      made.clock.to(then);
      await sam.says(`/suggest status ${code}`);
      expect(sam.sees().match(/\[[^\]]+\]/g)).toEqual(["[Add something]", "[Withdraw]"]);
    },
  );

  test("is not told of to who suggests the same", async () => {
    const made = suggestionHouse("en");
    await suggests(made.on("ANA"), "anonymous");
    const bo = made.on("BO");
    await suggests(bo, "signed");
    expect(bo.sees()).toContain("Your suggestion is in: SG-1");
  });
});

describe("of when an anonymous author does something", () => {
  test("nothing shows before the next morning, whoever else does something meanwhile", async () => {
    const made = suggestionHouse("en");
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await suggests(ana, "anonymous");
    made.clock.to("2026-03-10T14:25:00Z");
    await made.delivers();
    const more = "The one on the third floor is broken.";
    await ana.says("/suggest status 0000-0000-0000-0001");
    await ana.presses("Add something");
    await ana.fills({ text: more });
    expect(ana.sees()).toContain("the others see it from tomorrow morning");
    await bo.presses("Vote for it");
    await made.delivers();
    const dee = made.on("DEE");
    expect(dee.sees()).toContain("Votes: 1 vote");
    await dee.says("/suggest SG-100001");
    expect(dee.sees()).not.toContain(more);
    await ana.says("/suggest 0000-0000-0000-0001");
    expect(ana.sees()).toContain(more);
    made.clock.to("2026-03-11T08:59:00Z");
    await made.delivers();
    expect(made.on("CY").sees()).not.toContain(more);
    made.clock.to("2026-03-11T09:00:00Z");
    await made.delivers();
    expect(made.on("CY").sees()).toContain(more);
    await ana.says("/suggest status 0000-0000-0000-0001");
    await ana.presses("Withdraw");
    await made.delivers();
    expect(made.on("CY").sees()).toContain(idea);
    made.clock.to("2026-03-12T09:00:00Z");
    await made.delivers();
    expect(made.on("CY").sees()).not.toContain(idea);
    expect(bo.sees()).toContain("SG-100001 was withdrawn");
  });
});

describe("a bulletin that is out", () => {
  const bulletins = (made: House) =>
    made.store.outbox.filter(({ kind }) => kind === "weekly-bulletin").map(({ period }) => period);
  /** Made on 9 March, considered in the week after. */
  async function considered() {
    const made = suggestionHouse("en");
    await posted(made);
    made.clock.to("2026-03-17T09:00:00Z");
    await moves(made, "SAM", "Consider it");
    expect(bulletins(made)).toEqual([]);
    return made;
  }

  test("is corrected by a withdrawal where it told of it: of the weeks of its making and its moves", async () => {
    const made = await considered();
    made.clock.to("2026-04-01T09:00:00Z");
    const ana = made.on("ANA");
    await ana.says("/suggest SG-1");
    await ana.presses("Withdraw");
    expect(bulletins(made)).toEqual(["2026-03-16", "2026-03-23"]);
  });

  test("is corrected by an undone step", async () => {
    const made = await considered();
    await moves(made, "SAM", "Undo the last step", "The wrong one, sorry.");
    expect(bulletins(made)).toContain("2026-03-23");
  });
});

describe("a vote", () => {
  test("counts once, comes back, and is not for one's own, for auditors or for another site", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const [ana, bo, aud, max] = [made.on("ANA"), made.on("BO"), made.on("AUD"), made.on("MAX")];
    await bo.presses("Vote for it");
    await bo.presses("Vote for it");
    await made.delivers();
    expect(made.on("DEE").sees()).toContain("Votes: 1 vote");
    await bo.presses("Take my vote back");
    expect(bo.sees()).toContain("You took your vote for SG-1 back\n0 votes");
    await made.delivers();
    expect(made.on("DEE").sees()).toContain("Votes: 0 votes");
    await ana.presses("Vote for it");
    expect(ana.sees()).toContain("It is your own, so the others vote.");
    await aud.presses("Vote for it");
    expect(aud.sees()).toContain("Auditors read and do not vote.");
    await max.presses("Vote for it");
    expect(max.sees()).toContain("belongs to another site");
    await moves(made, "SAM", "Decline it", "No room for it.");
    expect(made.store.all()[0]?.votes).toBe(0);
  });

  test("for an anonymous one may be its author's, who cannot be known", async () => {
    const made = suggestionHouse("en");
    const ana = made.on("ANA");
    await suggests(ana, "anonymous");
    made.clock.to("2026-03-10T09:00:00Z");
    await made.delivers();
    await ana.presses("Vote for it");
    expect(ana.sees()).toContain("You voted for SG-100001");
  });

  test("is not taken once it is closed", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const id = made.store.all()[0]?.id ?? "";
    await moves(made, "SAM", "Decline it", "No room for it.");
    const who = { person: anId(2), site: "leeds", roles: ["agent"], zone: "Europe/London" } as const;
    expect(await made.suggestions.vote(who, id, true, made.clock.now())).toMatchObject({ refusal: { why: "closed" } });
    expect(made.on("DEE").sees()).not.toContain("[Vote for it]");
  });
});

describe("deciding", () => {
  test("is for the owner, supervisors and admins, never for the author alone", async () => {
    const made = suggestionHouse("en");
    const sam = made.on("SAM");
    await suggests(sam, "signed");
    await made.delivers();
    await sam.presses("Open");
    expect(sam.sees()).toContain("[I look after it]");
    expect(sam.sees()).not.toMatch(/Consider it|Decline it/);
    await sam.presses("I look after it");
    const self = { person: anId(6), site: "leeds", roles: ["supervisor"], zone: "Europe/London" } as const;
    const id = made.store.all()[0]?.id ?? "";
    const declines = { suggestion: id, to: "declined", reason: "Not mine." } as const;
    expect(await made.suggestions.decide(self, declines, made.clock.now())).toMatchObject({
      refusal: { why: "own-decision" },
    });
    const lead = { ...self, person: anId(5), roles: ["lead"] } as const;
    expect(await made.suggestions.decide(lead, declines, made.clock.now())).toMatchObject({
      refusal: { why: "not-yours-to-decide" },
    });
    expect(await made.suggestions.take(lead, id, made.clock.now())).toMatchObject({ refusal: { why: "has-owner" } });
    await moves(made, "SUE", "Consider it");
    expect(made.store.all()[0]?.state).toBe("considered");
  });

  test("as done or declined needs a reason, also where the button did not ask for one", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const { who } = await opens(made, "SAM");
    await who.presses("Decline it");
    await who.fills({});
    expect(who.sees()).toContain("Why:  ← ");
    const sam = { person: anId(6), site: "leeds", roles: ["supervisor"], zone: "Europe/London" } as const;
    const id = made.store.all()[0]?.id ?? "";
    const now = made.clock.now();
    const asked = { suggestion: id, to: "declined" } as const;
    expect(await made.suggestions.decide(sam, asked, now)).toMatchObject({ refusal: { why: "reason-needed" } });
    const skipped = await made.suggestions.decide(sam, { suggestion: id, to: "planned" }, now);
    expect(skipped).toMatchObject({ refusal: { why: "cannot-become", state: "new" } });
  });

  test("can be undone for 24 hours; who was told is told once and reads the correction there", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const bo = made.on("BO");
    await bo.presses("Vote for it");
    await moves(made, "SAM", "Decline it", "No room for it.");
    expect(bo.sees()).toContain("SG-1 was declined");
    made.clock.to("2026-03-10T09:00:00Z");
    await moves(made, "SAM", "Undo the last step", "The wrong one, sorry.");
    expect(bo.sees()).toContain(
      `SG-1: taken back\n“${idea}”\n“declined” was a slip. The suggestion is new.\nWhy: The wrong one, sorry.`,
    );
    await moves(made, "SAM", "Decline it", "There is one on the stairs.");
    expect(bo.sees()).toContain("SG-1 was declined");
    expect(bo.sees()).toContain("There is one on the stairs.");
    expect(made.posted().filter((one) => one.includes("declined"))).toHaveLength(2);
    made.clock.to("2026-03-11T09:00:01Z");
    const { who } = await opens(made, "SAM");
    expect(who.sees()).not.toContain("Undo");
  });

  test("gives it to leads, supervisors and admins of the site only", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    for (const [to, why] of [
      ["Bo Lund", "Bo Lund cannot look after it"],
      ["Max York", "Max York"],
    ] as const) {
      const { who } = await opens(made, "SAM");
      await who.presses("Give it an owner");
      await who.fills({ to });
      expect(who.sees()).toContain(why);
      expect(made.store.all()[0]?.owner).toBeUndefined();
    }
    const lee = made.on("LEE");
    await lee.says("/suggest SG-1");
    expect(lee.sees()).not.toContain("[Give it an owner]");
    await lee.presses("I look after it");
    expect(made.store.all()[0]?.owner).toBe(anId(5));
  });
});

describe("the author", () => {
  test("adds and withdraws by who they are; a stranger and a wrong code do not", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const [ana, bo] = [made.on("ANA"), made.on("BO")];
    await ana.says("/suggest mine");
    expect(ana.sees()).toContain("SG-1");
    await bo.says("/suggest SG-1");
    expect(bo.sees()).not.toMatch(/Withdraw|Add something/);
    const id = made.store.all()[0]?.id ?? "";
    const who = { person: anId(2), site: "leeds", roles: ["agent"], zone: "Europe/London" } as const;
    const asked = { suggestion: id, code: "0000-0000-0000-0001" };
    expect(await made.suggestions.withdraw(who, asked, made.clock.now())).toMatchObject({
      refusal: { why: "not-the-author" },
    });
    await bo.presses("Vote for it");
    await ana.says("/suggest SG-1");
    await ana.presses("Withdraw");
    await made.delivers();
    expect(bo.sees()).toContain("SG-1 was withdrawn\nIts author took it back.");
    expect(bo.sees()).not.toContain(idea);
    await bo.says("/suggest list withdrawn");
    expect(bo.sees()).not.toContain(idea);
  });

  test("cannot withdraw what is planned, nor add more than five times", async () => {
    const made = suggestionHouse("en");
    await posted(made);
    const ana = made.on("ANA");
    for (const n of [1, 2, 3, 4, 5]) {
      await ana.says("/suggest SG-1");
      await ana.presses("Add something");
      await ana.fills({ text: `This is the addition number ${n}.` });
    }
    await ana.says("/suggest SG-1");
    expect(ana.sees()).not.toContain("[Add something]");
    await moves(made, "SAM", "Consider it");
    await moves(made, "SAM", "Plan it");
    await ana.says("/suggest SG-1");
    expect(ana.sees()).not.toContain("[Withdraw]");
  });
});

describe("what is typed", () => {
  test.each([
    ["list of phones should be on the wall", "Suggest something"],
    ["mine is the idea that nobody had", "Suggest something"],
    ["status of a request should be shown", "Suggest something"],
    ["list", "Suggestions"],
    ["列表 已列入计划", "Suggestions"],
    ["mine", "Your suggestions"],
    ["status SG-9", "That was not done"],
    ["status 9999-9999-9999-9999", "That was not done"],
    ["9999-9999-9999-9999", "That was not done"],
    ["abcd1234efgh5678", "That was not done"],
    ["abcd 1234 efgh 5678", "That was not done"],
    ["more lamp desk here", "Suggest something"],
    ["better 4g reception", "Suggest something"],
  ])("/suggest %s is read as it is meant", async (line, title) => {
    const ana = suggestionHouse("en").on("ANA");
    await ana.says(`/suggest ${line}`);
    expect(ana.sees().split("\n")[0]).toBe(title);
  });

  test("is turned page by page, and by state", async () => {
    const made = suggestionHouse("en");
    for (const user of ["ANA", "BO", "CY"]) {
      await suggests(made.on(user), "signed", `${other} Says ${user}.`);
      await suggests(made.on(user), "signed", `${idea} Says ${user}.`);
    }
    const dee = made.on("DEE");
    await dee.says("/suggest list");
    expect(dee.sees()).toMatchSnapshot();
    await dee.presses("More");
    expect(dee.sees()).toContain("Page 2 of 2");
    expect(dee.sees()).toContain("SG-1");
    await dee.picks("Show one state", "planned");
    expect(dee.sees()).toContain("None is planned at the moment. See all that are open: /suggest list");
  });

  test("and what an idea holds is never markup", async () => {
    const made = suggestionHouse("en");
    const text = "<!channel> *free* @everyone [here](https://evil.example)";
    await posted(made, text);
    const said = made
      .on("BO")
      .views()
      .flatMap(({ blocks }) => blocks);
    expect(said).toContainEqual({ is: "text", spans: [`“${text}”`] });
  });
});
