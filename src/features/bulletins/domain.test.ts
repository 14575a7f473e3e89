import { describe, expect, test } from "vitest";
import { addDays } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { aBulletin, anItem, friday, monday } from "../../testing/bulletin-builders.ts";
import {
  approveAll,
  type Bulletin,
  carryOver,
  closed,
  decide,
  edit,
  type Hand,
  type Item,
  type ItemState,
  isEditor,
  mostPerPerson,
  neverWentOut,
  published,
  shift,
  submit,
  withdraw,
} from "./domain.ts";

const ana: Hand = { by: anId(1), at: friday, isEditor: false };
const bo: Hand = { by: anId(2), at: friday, isEditor: false };
const sam: Hand = { by: anId(4), at: friday, isEditor: true };
const words = { section: "voices", title: "A kind word", text: "Thank you for staying on the line." } as const;
const out: Partial<Bulletin> = { closedOn: monday, publishedAt: new Date("2026-03-16T10:00:00Z") };
const seen = { id: anId(100), version: 1 };
const why = (outcome: ReturnType<typeof submit>) => (outcome.ok ? undefined : outcome.refusal.why);
const items = (outcome: ReturnType<typeof submit>) => (outcome.ok ? outcome.value.items : []);

describe("editors", () => {
  test.each([
    ["supervisor", true],
    ["hr", true],
    ["admin", true],
    ["lead", false],
    ["agent", false],
    ["qa", false],
    ["auditor", false],
  ] as const)("a %s: %s", (role, expected) => expect(isEditor([role])).toBe(expected));
});

describe("putting something forward", () => {
  test("it waits, last in its section, under its author's name", () => {
    const before = aBulletin([anItem({ section: "voices", position: 7 }), anItem({ id: anId(101), position: 9 })]);
    const made = items(submit(before, anId(102), words, bo)).find(({ id }) => id === anId(102));
    expect(made).toMatchObject({ ...words, by: bo.by, state: "submitted", position: 8, version: 1, week: monday });
  });

  test("the same again changes nothing, the same of somebody else is another", () => {
    const once = submit(aBulletin(), anId(101), words, ana);
    if (!once.ok) throw new Error("refused");
    expect(submit(once.value, anId(102), words, ana)).toEqual(once);
    expect(items(submit(once.value, anId(102), words, bo))).toHaveLength(2);
  });

  test("is over once the bulletin's hour has come", () => {
    expect(why(submit(closed(aBulletin(), monday), anId(101), words, ana))).toBe("closed");
  });

  test("ends where one person has enough waiting; what is decided does not count", () => {
    const many = (count: number, state: ItemState = "submitted") =>
      aBulletin(Array.from({ length: count }, (_, n) => anItem({ id: anId(200 + n), title: `${n}`, state })));
    expect(why(submit(many(mostPerPerson), anId(101), words, ana))).toBe("too-many");
    expect(why(submit(many(mostPerPerson - 1), anId(101), words, ana))).toBeUndefined();
    expect(why(submit(many(mostPerPerson, "approved"), anId(101), words, ana))).toBeUndefined();
    expect(why(submit(many(mostPerPerson), anId(101), words, bo))).toBeUndefined();
  });
});

describe("changing the words", () => {
  test.each<[string, Hand, Partial<Item>, string | undefined]>([
    ["its author while it waits", ana, {}, undefined],
    ["its author once it is approved", ana, { state: "approved" }, "decided"],
    ["its author once it is dropped", ana, { state: "dropped" }, "decided"],
    ["another agent", bo, {}, "not-yours"],
    ["an editor while it waits", sam, {}, undefined],
    ["an editor once it is approved", sam, { state: "approved" }, undefined],
    ["an editor who saw an older version", sam, { version: 2 }, "changed"],
  ])("%s", (_, hand, item, expected) => {
    expect(why(edit(aBulletin([anItem(item)]), seen, words, hand))).toBe(expected);
  });

  test("keeps the decision and who edited, and nobody is noted who edits their own", () => {
    const [edited] = items(edit(aBulletin([anItem({ state: "approved" })]), seen, words, sam));
    expect(edited).toMatchObject({ ...words, state: "approved", editedBy: sam.by, version: 2, by: ana.by });
    expect(items(edit(aBulletin([anItem()]), seen, words, ana))[0]).not.toHaveProperty("editedBy");
  });

  test("to another section puts it last there", () => {
    const before = aBulletin([anItem(), anItem({ id: anId(101), section: "voices", position: 4 })]);
    expect(items(edit(before, seen, words, ana)).map(({ id, position }) => [id, position])).toEqual([
      [anId(101), 4],
      [anId(100), 5],
    ]);
  });

  test("the same again, also with the version from before, is done already", () => {
    const once = edit(aBulletin([anItem()]), seen, words, ana);
    if (!once.ok) throw new Error("refused");
    expect(edit(once.value, seen, words, ana)).toEqual(once);
    expect(why(edit(once.value, seen, { ...words, title: "Other" }, ana))).toBe("changed");
  });

  test("what was taken back is gone", () => expect(why(edit(aBulletin(), seen, words, ana))).toBe("gone"));
});

describe("deciding", () => {
  const decided = (item: Partial<Item>, to: ItemState, hand = sam, but: Partial<Bulletin> = {}, coming = monday) =>
    decide(aBulletin([anItem(item)], but), seen, to, hand, coming);

  test("approves, drops and puts back, each with a new version", () => {
    expect(items(decided({}, "approved"))[0]).toMatchObject({ state: "approved", version: 2, changedBy: sam.by });
    expect(items(decided({}, "dropped"))[0]).toMatchObject({ state: "dropped" });
    expect(items(decided({ state: "dropped" }, "submitted"))[0]).toMatchObject({ state: "submitted" });
  });

  test("is for editors, an author's own item included", () => {
    expect(why(decided({}, "approved", ana))).toBe("not-yours");
  });

  test("what somebody else dropped meanwhile is not approved unseen; what is so already stays", () => {
    const dropped = { state: "dropped", version: 2, changedBy: anId(5) } as const;
    expect(decided(dropped, "approved")).toEqual({ ok: false, refusal: { why: "changed", by: anId(5) } });
    expect(items(decided(dropped, "dropped"))[0]).toMatchObject({ version: 2, changedBy: anId(5) });
  });

  test("goes through as a correction once the bulletin is out", () => {
    expect(items(decided({}, "approved", sam, out, addDays(monday, 7)))[0]).toMatchObject({ state: "approved" });
    expect(items(decided({ state: "approved" }, "dropped", sam, out))[0]).toMatchObject({ state: "dropped" });
  });

  test("approves nothing for a bulletin that never went out", () => {
    expect(why(decided({}, "approved", sam, { closedOn: monday }))).toBe("never-out");
    expect(why(decided({}, "approved", sam, {}, addDays(monday, 7)))).toBe("never-out");
    expect(why(decided({}, "dropped", sam, {}, addDays(monday, 7)))).toBeUndefined();
  });
});

describe("taking back", () => {
  test.each<[string, Hand, ItemState, Partial<Bulletin>, string | undefined]>([
    ["what waits", ana, "submitted", {}, undefined],
    ["what is approved but not out", ana, "approved", {}, undefined],
    ["what waits beside a bulletin that is out", ana, "submitted", out, undefined],
    ["what is out", ana, "approved", out, "out"],
    ["somebody else's", bo, "submitted", {}, "not-yours"],
    ["somebody else's as an editor", sam, "submitted", {}, "not-yours"],
  ])("%s", (_, hand, state, but, expected) => {
    const outcome = withdraw(aBulletin([anItem({ state })], but), anId(100), hand);
    expect(why(outcome)).toBe(expected);
    if (expected === undefined) expect(items(outcome)).toEqual([]);
  });
});

describe("order", () => {
  const three = aBulletin([1, 2, 3].map((n) => anItem({ id: anId(100 + n), position: n })));
  const order = (outcome: ReturnType<typeof shift>) => items(outcome).map(({ id }) => Number(id.slice(-1)));

  test.each([
    [2, "up", [2, 1, 3]],
    [2, "down", [1, 3, 2]],
    [1, "up", [1, 2, 3]],
    [3, "down", [1, 2, 3]],
  ] as const)("%i goes %s", (n, way, expected) => {
    expect(order(shift(three, anId(100 + n), way, sam))).toEqual(expected);
  });

  test("an item passes its own section's neighbour, whatever lies between, and only for an editor", () => {
    const between = aBulletin([...three.items, anItem({ id: anId(109), section: "voices", position: 1.5 })]);
    expect(order(shift(between, anId(102), "up", sam))).toEqual([2, 9, 1, 3]);
    expect(why(shift(three, anId(102), "up", ana))).toBe("not-yours");
  });
});

describe("approving all", () => {
  test("approves what waits and was seen, not what came or changed after, nor what was dropped", () => {
    const later = new Date(friday.getTime() + 1);
    const made = approveAll(
      aBulletin([
        anItem(),
        anItem({ id: anId(101), changedAt: later }),
        anItem({ id: anId(102), state: "dropped" }),
        anItem({ id: anId(103), changedAt: friday }),
      ]),
      friday,
      sam,
    );
    expect(made.items.map(({ state }) => state)).toEqual(["approved", "submitted", "dropped", "approved"]);
    expect(made).toMatchObject({ approvedBy: sam.by, approvedAt: friday });
  });
});

describe("what is left over", () => {
  const coming = addDays(monday, 7);

  test("goes over to the coming bulletin and waits there", () => {
    const [moved] = items(carryOver(aBulletin([anItem({ state: "approved" })]), anId(100), sam, coming));
    expect(moved).toMatchObject({ week: coming, state: "submitted", version: 2 });
  });

  test("what is out stays where it is", () => {
    expect(why(carryOver(aBulletin([anItem({ state: "approved" })], out), anId(100), sam, coming))).toBe("out");
    expect(why(carryOver(aBulletin([anItem()], out), anId(100), ana, coming))).toBe("not-yours");
  });

  test.each([
    ["open", {}, monday, false],
    ["out", out, coming, false],
    ["closed with nothing to tell", { closedOn: monday }, coming, true],
    ["passed over while the house was down", {}, coming, true],
  ] as const)("a bulletin that is %s", (_, but, prepared, expected) => {
    expect(neverWentOut(aBulletin([], but), prepared)).toBe(expected);
  });
});

describe("its hour", () => {
  test("comes once: a second time changes neither the day nor the moment", () => {
    const once = published(closed(aBulletin(), monday), friday);
    expect(published(closed(once, addDays(monday, 1)), new Date(0))).toBe(once);
  });
});
