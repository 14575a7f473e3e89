import { describe, expect, test } from "vitest";
import type { Role } from "../../chat/asker.ts";
import { day } from "../../kernel/time.ts";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { appealHouse } from "../../testing/appeal-house.ts";
import { anId, aSite } from "../../testing/builders.ts";
import type { Who } from "./card.ts";
import { concluded } from "./desk.ts";
import { officeOf } from "./offices.ts";
import { usualConfig } from "./rules.ts";

type House = ReturnType<typeof appealHouse>;
const who = (id: number, roles: readonly Role[] = ["agent"]): Who => ({
  person: anId(id),
  site: "leeds",
  roles,
  zone: "Europe/London",
});
const [ana, lea, sam, ada] = [who(1), who(3, ["lead"]), who(7, ["supervisor"]), who(8, ["admin"])];
const reason = "I said my name at the start, please listen.";

const files = ({ appeals, clock }: House) =>
  appeals.file(
    ana,
    { evaluation: "E-1", seen: 1, challenges: [{ item: "greeting", proposed: 9 }], kind: "fact", reason, evidence: [] },
    clock.now(),
  );
/** Filed three weeks after publication: the supervisor is asked for an exception. */
async function late(house: House): Promise<void> {
  house.clock.to("2026-03-30T09:00:00Z");
  expect(await files(house)).toMatchObject({ ok: true, value: { appeal: { state: "exception" } } });
}

describe("an office", () => {
  test("that somebody has lost gives no right to act, though the desk was theirs", async () => {
    const house = appealHouse("en");
    await late(house);
    house.becomes(anId(7), ["qa"]);
    const refused = await house.appeals.except(sam, "1", false, house.clock.now());
    expect(refused).toMatchObject({ ok: false });
    expect(house.store.all()[0]?.state).toBe("exception");
  });

  test("is an admin's only where nobody who holds it is there", async () => {
    const house = appealHouse("en");
    await late(house);
    expect(await house.appeals.except(ada, "1", false, house.clock.now())).toMatchObject({ ok: false });
    house.away.add(anId(7));
    expect(await house.appeals.except(ada, "1", true, house.clock.now())).toMatchObject({ ok: true });
  });

  test("of somebody whose time is over does not end what silence has granted", async () => {
    const house = appealHouse("en");
    await late(house);
    house.clock.to("2026-04-10T09:00:00Z");
    const refused = await house.appeals.except(sam, "1", false, house.clock.now());
    expect(refused).toMatchObject({ ok: false, refusal: { why: "not-now", state: "lead-review" } });
  });
});

describe("a denied exception", () => {
  test("is not asked for again", async () => {
    const house = appealHouse("en");
    await late(house);
    await house.appeals.except(sam, "1", false, house.clock.now());
    expect(await files(house)).toMatchObject({ ok: false, refusal: { why: "denied", item: "greeting", number: 1 } });
  });
});

describe("reading somebody else's appeal", () => {
  test("leaves a row in the audit book, reading one's own does not", async () => {
    const house = appealHouse("en");
    await files(house);
    await house.appeals.card(ana, "1", house.clock.now());
    expect(house.audited).toEqual([]);
    await house.appeals.card(lea, "1", house.clock.now());
    expect(house.audited).toMatchObject([{ actor: anId(3), action: "read appeal", subject: anId(1) }]);
  });

  test("is not for admins, who hold no seat on it", async () => {
    const house = appealHouse("en");
    await files(house);
    expect(await house.appeals.card(ada, "1", house.clock.now())).toMatchObject({ refusal: { why: "no-such-appeal" } });
  });
});

describe("an item's days", () => {
  test("are its own: those of one that was decided begin with its decision", async () => {
    const house = appealHouse("en");
    await files(house);
    const { appeals, clock } = house;
    await appeals.forward(lea, "1", clock.now());
    clock.to("2026-03-12T09:00:00Z");
    const vote = { item: "greeting", points: 5, code: "scorer-error", reason } as const;
    for (const one of [lea, who(6, ["qa"]), sam]) await appeals.vote(one, "1", vote, clock.now());
    const ground = await appeals.ground(ana, "E-1", clock.now());
    if (!ground.ok) throw new Error(ground.refusal.why);
    const until = Object.fromEntries(ground.value.items.map(({ item, closesAt }) => [item, closesAt.toISOString()]));
    expect(until).toMatchObject({ greeting: "2026-03-19T09:00:00.000Z", solution: "2026-03-16T10:00:00.000Z" });
  });
});

describe("what is decided", () => {
  const rules = { ...usualConfig, clock: { calendar: aSite().calendar, zone: "Europe/London" } };
  const at = new Date("2026-03-12T09:00:00Z");
  const around = { site: aSite(), rules, office: officeOf([], day("2026-03-12"), new Set()) };

  async function atPanel() {
    const house = appealHouse("en");
    await files(house);
    await house.appeals.forward(lea, "1", house.clock.now());
    const [appeal] = house.store.all();
    if (appeal === undefined) throw new Error("nothing was filed");
    return appeal;
  }

  test.each([
    ["its evaluation is gone", {}, { isHere: true }],
    ["its evaluation is somebody else's by now", { evaluation: anEvaluation({ agent: anId(2) }) }, { isHere: true }],
    ["its agent has left", { evaluation: anEvaluation() }, { isHere: false }],
  ])("is void, and not stuck, where %s", async (_, before, { isHere }) => {
    const appeal = await atPanel();
    const items = [
      { item: "greeting", original: 3, proposed: 9, decided: 9, outcome: "upheld", code: "system" },
    ] as const;
    const decision = { at, by: "panel", items: items.map((one) => ({ ...one, reasons: [] })) } as const;
    const made = concluded(
      { ...appeal, state: "decided", decision },
      { appeal, ...before },
      { around, form: aForm(), at, isHere },
    );
    expect(made).toMatchObject({ appeal: { state: "void" }, nextAt: undefined });
    expect(made.restatement).toBeUndefined();
    expect(made.appeal.decision).toBeUndefined();
  });
});
