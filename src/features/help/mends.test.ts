import { describe, expect, test } from "vitest";
import { anId } from "../../testing/builders.ts";
import { type HelpHouse, helpHouse } from "../../testing/help-house.ts";
import type { HelpRequest } from "./domain.ts";
import { turnAnswers } from "./learning-addresses.ts";

type House = ReturnType<typeof helpHouse>;

async function asked(but: HelpHouse = {}, line = "/helpme live The CRM hangs on the refund page.") {
  const made = helpHouse("en", but);
  await made.on("ANA").says(line);
  await made.delivers();
  return made;
}
function only(made: House): HelpRequest {
  const [request, ...others] = made.store.all();
  if (request === undefined || others.length > 0) throw new Error("not one request");
  return request;
}
const who = (person: number) =>
  ({ person: anId(person), name: "", site: "leeds", roles: ["agent"], zone: "Europe/London" }) as const;
const answersOf = async (made: House) =>
  (await made.store.answers("leeds", ["proposed", "approved", "rejected", "retired"], { from: 0, limit: 9 })).answers;

describe("when the duty of who has a request is over", () => {
  const next = [{ role: "floor-support", person: anId(2) }];

  test("they see it and go on with it", async () => {
    const made = await asked();
    await made.on("FINN").says("/helpme claim 1");
    made.puts([]);
    const at = made.clock.now();
    expect(await made.help.open(who(4), "1", at)).toMatchObject({ ok: true, value: { eyes: "helper" } });
    expect((await made.help.resolve(who(4), "1", "", at)).ok).toBe(true);
  });

  test("whoever has the next one may claim it, and they hear of it", async () => {
    const made = await asked({}, "/helpme How do I write a letter?");
    await made.on("FINN").says("/helpme claim 1");
    made.puts(next);
    const at = made.clock.now();
    await made.on("CLEO").says("/helpme claim 1");
    expect(only(made).claimer).toBe(anId(5));
    await made.delivers();
    expect(made.on("FINN").sees()).toContain("H-1 is in other hands now");
    expect(await made.help.claim(who(2), "1", at)).toMatchObject({ refusal: { why: "claimed" } });
  });

  test("the duty lead hands over and resolves what others have", async () => {
    const made = await asked();
    await made.on("FINN").says("/helpme claim 1");
    const at = made.clock.now();
    expect(await made.help.handOver(who(5), "1", { text: "Cleo Roy" }, at)).toMatchObject({ ok: false });
    expect((await made.help.handOver(who(3), "1", { text: "Dora Ode" }, at)).ok).toBe(true);
    expect(only(made).claimer).toBe(anId(3));
    await made.help.handOver(who(3), "1", { text: "Finn Poe" }, at);
    expect((await made.help.resolve(who(3), "1", "", at)).ok).toBe(true);
  });
});

test("a remark in the thread reaches the agent, takes nothing, stops no step, and says what was masked", async () => {
  const made = await asked();
  const said = await made.help.saidInThread(who(4), "1", " Try 4111 1111 1111 1111. ", made.clock.now());
  expect(said).toMatchObject({ ok: true, value: { isMasked: true, request: { state: "open" } } });
  await made.delivers();
  expect(made.on("ANA").sees()).toContain("Try •••.");
  expect(only(made).firstAnswerAt).toBeUndefined();
  made.clock.pass(2);
  await made.help.sweep(made.clock.now());
  expect(only(made).asked).toHaveLength(1);
});

test("the same text is one request, also where it has no words to compare", async () => {
  const made = await asked({}, "/helpme live ???");
  await made.on("ANA").says("/helpme live ???");
  await made.on("ANA").says("/helpme live ???");
  expect(only(made).number).toBe(1);
});

describe("who is concerned hears", () => {
  test.each([
    ["solved", "H-1 is solved"],
    ["cancel", "H-1 was cancelled"],
  ] as const)("that it is over (%s): whoever was at it", async (how, title) => {
    const made = await asked();
    await made.on("FINN").says("/helpme claim 1");
    const at = made.clock.now();
    await (how === "solved" ? made.help.solve(who(1), "1", undefined, at) : made.help.cancel(who(1), "1", at));
    await made.delivers();
    expect(made.on("FINN").sees()).toContain(title);
  });

  test("that nothing more was said: the agent", async () => {
    const made = await asked();
    await made.help.answer(who(4), "1", { text: "Which browser?", needsReply: true }, made.clock.now());
    await made.delivers();
    made.clock.pass(24 * 60);
    await made.help.sweep(made.clock.now());
    await made.delivers();
    expect(made.on("ANA").sees()).toContain("H-1 is closed");
  });

  test.each([
    ["resolved", ["ANA", "FINN"]],
    ["open", ["ANA", "DORA"]],
    ["cancelled", []],
  ] as const)("of a call-back of what is %s", async (state, hear) => {
    const made = await asked({}, "/helpme @09:30 Needs a refund letter.");
    const at = made.clock.now();
    if (state === "resolved") await made.help.resolve(who(4), "1", "I wrote the letter.", at);
    if (state === "cancelled") await made.help.cancel(who(1), "1", at);
    await made.delivers();
    made.clock.to("2026-03-09T09:29:59Z");
    await made.help.sweep(made.clock.now());
    await made.delivers();
    made.clock.to("2026-03-09T09:30:00Z");
    await made.help.sweep(made.clock.now());
    await made.delivers();
    const heard = ["ANA", "FINN", "DORA"].filter((name) => made.on(name).sees().includes("call the customer back"));
    expect(heard).toEqual(hear);
    if (state === "open") expect(made.on("ANA").sees().split("call the customer back")[1]).not.toContain("I'm on it");
  });
});

describe("a proposed answer", () => {
  const first = "Open it in Chrome, Edge is too old.";
  const second = "Clear the cache of the browser.";
  async function learnt() {
    const made = await asked();
    await made.help.resolve(who(4), "1", first, made.clock.now());
    await made.delivers();
    const [answer] = await answersOf(made);
    if (answer === undefined) throw new Error("nothing was learnt");
    return { made, answer, at: made.clock.now() };
  }

  test("is withdrawn where the request is reopened, and proposed under its id again", async () => {
    const { made, answer, at } = await learnt();
    await made.help.reopen(who(1), "1", "", at);
    expect(await answersOf(made)).toEqual([{ ...answer, state: "rejected" }]);
    await made.delivers();
    expect(made.on("SAM").sees()).toContain("not kept");
    await made.help.resolve(who(4), "1", second, at);
    expect(await answersOf(made)).toEqual([{ ...answer, answer: second }]);
    await made.delivers();
    await made.on("SAM").presses("Keep it");
    expect(await answersOf(made)).toMatchObject([{ id: answer.id, state: "approved", answer: second }]);
  });

  test("that was approved stays, and another note is an answer of its own", async () => {
    const { made, answer, at } = await learnt();
    await made.on("SAM").presses("Keep it");
    await made.help.reopen(who(1), "1", "", at);
    await made.help.resolve(who(4), "1", first, at);
    expect(await answersOf(made)).toHaveLength(1);
    await made.help.reopen(who(1), "1", "", at);
    await made.help.resolve(who(4), "1", second, at);
    expect(await answersOf(made)).toMatchObject([
      { state: "proposed", answer: second },
      { id: answer.id, state: "approved", answer: first },
    ]);
  });
});

test.each(["1e300", "Infinity", "-5", "x"])("no forged page (%s) turns to what no database counts", (from) => {
  const page = turnAnswers.params.from.parse(from, undefined as never);
  expect(page).toMatchObject({ ok: true });
  if (page.ok) expect(page.value).toBeLessThanOrEqual(100_000);
});

test("half characters are kept by nobody", async () => {
  const made = await asked({}, "/helpme live The CRM \ud800 hangs.");
  const at = made.clock.now();
  await made.help.answer(who(4), "1", { text: "Try \udc00 this.", needsReply: true }, at);
  await made.help.sayMore(who(1), "1", "Blue \ud800.", at);
  await made.help.saidInThread(who(5), "1", "Or \ud800\0 that.", at);
  await made.help.resolve(who(4), "1", "Done by \ud800 hand.", at);
  await made.help.reopen(who(1), "1", "Still \ud800.", at);
  const kept = JSON.stringify([only(made), await made.store.entries(only(made).id), await answersOf(made)]);
  expect(kept).not.toMatch(/\\u/);
});

test("what is pressed looks up once who is around", async () => {
  const made = await asked();
  const { officersOf } = made.roster;
  let times = 0;
  made.roster.officersOf = (...of) => {
    times += 1;
    return officersOf(...of);
  };
  await made.on("CLEO").says("/helpme claim 1");
  await made.on("FINN").says("/helpme claim 1");
  expect(times).toBe(2);
});
