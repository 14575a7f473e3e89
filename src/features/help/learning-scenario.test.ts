import { describe, expect, test } from "vitest";
import type { Locale } from "../../kernel/locale.ts";
import { anId } from "../../testing/builders.ts";
import { helpHouse } from "../../testing/help-house.ts";
import { learningWords as words } from "./messages/learning.ts";

const question = "The CRM hangs on the refund page.";
const note = "Open it in Chrome, Edge is too old.";

/** Ana asked, and Finn resolved it with a note that Sam, the supervisor, hears of. */
async function resolved(locale: Locale) {
  const made = helpHouse(locale);
  await made.on("ANA").says(`/helpme ${question}`);
  await made.on("FINN").says("/helpme claim 1");
  await made.on("FINN").says(`/helpme resolve H-1 ${note}`);
  await made.delivers();
  const kept = async () => {
    const { answers } = await made.store.answers("leeds", ["proposed", "approved", "rejected", "retired"], {
      from: 0,
      limit: 9,
    });
    return answers.map(({ state, answer, decidedBy }) => ({ state, answer, decidedBy }));
  };
  return { made, kept, sam: made.on("SAM") };
}

describe.each(["en", "zh-CN"] as const)("what was learnt (%s)", (locale) => {
  test("is read by a supervisor with what may be done, and offered once it was approved", async () => {
    const { made, kept, sam } = await resolved(locale);
    expect(sam.sees()).toMatchSnapshot();
    await sam.presses(words.approve(locale));
    expect(sam.sees()).toMatchSnapshot();
    expect(await kept()).toEqual([{ state: "approved", answer: note, decidedBy: anId(7) }]);
    await made.on("BO").says("/helpme CRM hangs again");
    expect(made.on("BO").sees()).toContain(note);
    await made.on("BO").says("/helpme answers");
    expect(made.on("BO").sees()).toMatchSnapshot();
  });

  test("is put right in other words, without numbers, and retired later with a reason", async () => {
    const { made, kept, sam } = await resolved(locale);
    await sam.presses(words.reword(locale));
    await sam.fills({ question: "CRM hangs", words: "Use Chrome, or call 138 0013 8000 for help." });
    expect(await kept()).toMatchObject([{ state: "approved", answer: "Use Chrome, or call ••• for help." }]);
    await made.delivers();
    await sam.says("/helpme answers");
    await sam.picks(words.open(locale), "A-1 CRM hangs");
    await sam.presses(words.retire(locale));
    await sam.fills({ reason: "Edge was updated." });
    expect(await kept()).toMatchObject([{ state: "retired" }]);
    await made.on("BO").says("/helpme CRM hangs again");
    expect(made.on("BO").sees()).not.toContain("Use Chrome");
  });

  test("is not kept where somebody who decides says why not", async () => {
    const { kept, sam } = await resolved(locale);
    await sam.presses(words.reject(locale));
    await sam.fills({ reason: "Only true for one laptop." });
    expect(sam.sees()).toContain("Only true for one laptop.");
    expect(await kept()).toMatchObject([{ state: "rejected" }]);
  });

  test("says what to do where there is nothing", async () => {
    const made = helpHouse(locale);
    await made.on("ANA").says("/helpme answers");
    expect(made.on("ANA").sees()).toContain(words.none("approved")(locale));
    await made.on("SAM").says("/helpme answers");
    expect(made.on("SAM").sees()).toContain(words.none("approved")(locale));
  });
});

describe("nobody decides", () => {
  const open = async (made: ReturnType<typeof helpHouse>) => (await made.store.answerNumbered(1))?.id ?? "";
  const who = (person: number, roles: readonly ("agent" | "supervisor" | "lead" | "auditor")[], site = "leeds") => ({
    person: anId(person),
    name: "",
    site,
    roles,
    zone: "Europe/London",
  });

  test.each([
    ["who does not lead", who(2, ["agent"]), "not-a-lead"],
    ["about their own", who(7, ["supervisor"]), "own-answer"],
    ["of another site", who(7, ["supervisor"], "york"), "other-site"],
    ["who only reads", who(8, ["auditor"]), "not-a-lead"],
  ] as const)("%s", async (_, asker, why) => {
    const made = helpHouse("en");
    await made.on("ANA").says(`/helpme ${question}`);
    const by = why === "own-answer" ? "SAM" : "FINN";
    await made.on(by).says(`/helpme resolve H-1 ${note}`);
    const outcome = await made.help.approve(asker, await open(made), made.clock.now());
    expect(outcome).toMatchObject({ ok: false, refusal: { why } });
    expect((await made.store.answerNumbered(1))?.state).toBe("proposed");
  });

  test("twice", async () => {
    const { made } = await resolved("en");
    const [id, at] = [await open(made), made.clock.now()];
    expect((await made.help.approve(who(7, ["supervisor"]), id, at)).ok).toBe(true);
    expect(await made.help.reject(who(5, ["agent"]), id, "Too late to say.", at)).toMatchObject({
      refusal: { why: "decided", state: "approved" },
    });
  });
});
