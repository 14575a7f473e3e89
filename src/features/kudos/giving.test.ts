import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { aKudos } from "../../testing/contracts/kudos-store.ts";
import type { Kudos } from "./domain.ts";
import { give, leftOf, lookedAt } from "./giving.ts";
import { kudosConfig, valueMeant, valueName } from "./rules.ts";
import { takeBack, takeBackUntil } from "./taking-back.ts";

const rules = kudosConfig.parse({});
/** So many on a day, each to another receiver. */
const sentOn = (on: string, count: number): Kudos[] =>
  Array.from({ length: count }, (_, n) =>
    aKudos({ id: anId(100 + n), receiver: anId(10 + n), day: day(on), at: new Date(`${on}T08:0${n}:00Z`) }),
  );
const asked = (but: Partial<Kudos> = {}) => aKudos({ id: anId(1), ...but });

describe("the allowance of a month", () => {
  test.each([
    ["leaves the last", sentOn("2026-03-01", 4), "2026-03-09", 0],
    ["begins anew on the first", sentOn("2026-02-28", 5), "2026-03-01", 4],
    ["counts what was sent on the first", sentOn("2026-03-01", 3), "2026-03-31", 1],
  ])("%s", (_, sent, on, left) => {
    expect(give(asked({ day: day(on) }), { sent, pairs: [] }, rules)).toMatchObject({ value: { isNew: true, left } });
  });

  test("is over once it is used, and says from when there are new ones", () => {
    expect(give(asked({ day: day("2026-12-31") }), { sent: sentOn("2026-12-01", 5), pairs: [] }, rules)).toEqual({
      ok: false,
      refusal: { why: "allowance", allowance: 5, from: "2027-01-01" },
    });
    expect(leftOf(sentOn("2026-03-01", 7), day("2026-03-09"), rules)).toBe(0);
  });
});

describe("the cap for one receiver", () => {
  const twice = sentOn("2026-03-02", 2).map((one) => ({ ...one, receiver: anId(2) }));

  test("leaves the second and refuses the third, saying how many are left for others", () => {
    expect(give(asked(), { sent: twice.slice(0, 1), pairs: [] }, rules)).toMatchObject({ ok: true });
    expect(give(asked(), { sent: twice, pairs: [] }, rules)).toEqual({
      ok: false,
      refusal: { why: "pair", cap: 2, left: 3, from: "2026-04-01" },
    });
  });

  test("is of one receiver and one month", () => {
    expect(give(asked({ receiver: anId(3) }), { sent: twice, pairs: [] }, rules)).toMatchObject({ ok: true });
    expect(give(asked({ day: day("2026-04-01") }), { sent: twice, pairs: [] }, rules)).toMatchObject({ ok: true });
  });
});

describe("the same once more", () => {
  const sent = [aKudos()];
  const later = (seconds: number) => new Date(aKudos().at.getTime() + seconds * 1000);

  test.each<[string, Partial<Kudos>, boolean]>([
    ["within a minute is one", { at: later(60) }, false],
    ["after more than a minute is another", { at: later(60.001) }, true],
    ["with another reason is another", { at: later(1), reason: "Showed me how to close a case." }, true],
    ["for another value is another", { at: later(1), value: "know-how" }, true],
    ["to somebody else is another", { at: later(1), receiver: anId(3) }, true],
    ["over the turn of a month is one", { at: later(59), day: day("2026-04-01") }, false],
  ])("%s", (_, but, isNew) => {
    expect(give(asked(but), { sent, pairs: [] }, rules)).toMatchObject({ ok: true, value: { isNew } });
  });

  test("is one also where the allowance is used up by it", () => {
    const outcome = give(asked(), { sent, pairs: [] }, kudosConfig.parse({ allowance: 1 }));
    expect(outcome).toMatchObject({ ok: true, value: { isNew: false, left: 0, kudos: { id: aKudos().id } } });
  });

  test("is looked for on the day before the month as well", () => {
    expect(lookedAt(day("2026-03-09"), rules)).toEqual({ sentFrom: "2026-02-28", pairsFrom: "2026-03-03" });
    expect(lookedAt(day("2026-03-09"), { ringDays: 0 }).pairsFrom).toBe("2026-03-10");
  });
});

describe("taking back", () => {
  const kudos = aKudos();
  const until = takeBackUntil(kudos, rules);
  const by = (n: number, at: Date) => ({ by: anId(n), at, standing: [] });

  test("is for the giver, for ten minutes, to the very last moment", () => {
    expect(takeBack(kudos, by(1, until), rules)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(takeBack(kudos, by(1, new Date(until.getTime() + 1)), rules)).toMatchObject({
      refusal: { why: "too-late", minutes: 10 },
    });
    expect(takeBack(kudos, by(2, kudos.at), rules)).toMatchObject({ refusal: { why: "not-yours" } });
  });

  test("once more changes nothing, however late", () => {
    const taken = { ...kudos, takenBackAt: until };
    const outcome = takeBack(taken, by(1, new Date("2026-05-01T00:00:00Z")), rules);
    expect(outcome).toEqual({ ok: true, value: { kudos: taken, isNew: false, freed: [] } });
  });
});

describe("a value", () => {
  const { values } = rules;

  test.each([
    ["helpful", "helpful"],
    ["  HELPFUL ", "helpful"],
    ["customer first", "customer-first"],
    ["Customer-First", "customer-first"],
    ["客户至上", "customer-first"],
    ["客户", "customer-first"],
    ["know", "know-how"],
    ["spirit", "good-spirit"],
    ["o", undefined],
    ["brave", undefined],
    ["—", undefined],
  ])("called “%s” is %s", (text, meant) => {
    expect(valueMeant(values, text)).toBe(meant);
  });

  test("is meant by its whole name before a part of another's", () => {
    const both = { help: { en: "Help", "zh-CN": "帮助" }, helpful: { en: "Helpful", "zh-CN": "帮助同事" } };
    expect([valueMeant(both, "help"), valueMeant(both, "帮助"), valueMeant(both, "hel")]).toEqual([
      "help",
      "help",
      undefined,
    ]);
  });

  test("that its site gave up is called as usual, else by its id", () => {
    const names = ["helpful", "brave", "toString"].map((id) => valueName({}, id)("zh-CN"));
    expect(names).toEqual(["帮助同事", "brave", "toString"]);
  });
});
