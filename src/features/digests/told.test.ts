import { describe, expect, test } from "vitest";
import { note, text } from "../../chat/view.ts";
import { day } from "../../kernel/time.ts";
import { aDelivery } from "../../testing/deliveries.ts";
import { bodyOf, changesOf, fingerprint, movedBetween, type Saying, type Told } from "./told.ts";

const figure = (value: number | null, id = "north") => ({ id, name: id, value });
const told = (but: Partial<Told> = {}): Told => ({
  day: day("2026-03-09"),
  says: "a",
  figures: [figure(81.2)],
  changes: [],
  missed: [],
  ...but,
});
const again = (of: Told, isProvisional = false) => aDelivery({ isRevision: true, told: bodyOf(of), isProvisional });
const saying = (but: Partial<Saying> = {}): Saying => ({
  says: "b",
  figures: [figure(84)],
  isComplete: true,
  because: { reason: "data" },
  ...but,
});
const moved = [{ name: "north", from: 81.2, to: 84 }];

describe("what a message says of the changes since it was sent", () => {
  test("is nothing when it is sent first", () => {
    expect(changesOf(aDelivery(), saying())).toEqual([]);
  });

  test("is old → new and why where it was corrected", () => {
    expect(changesOf(again(told()), saying())).toEqual([{ is: "corrected", moved, because: { reason: "data" } }]);
  });

  test("is that it is complete now, also where it reads the same", () => {
    expect(changesOf(again(told(), true), saying())).toEqual([{ is: "complete", moved }]);
    expect(changesOf(again(told(), true), saying({ says: "a", figures: told().figures }))).toEqual([
      { is: "complete", moved: [] },
    ]);
  });

  test("is no news while data is still coming", () => {
    expect(changesOf(again(told(), true), saying({ isComplete: false }))).toEqual([]);
  });

  test.each([
    ["complete", false, true],
    ["incomplete", true, false],
    ["lost again what it had", false, false],
  ])("is not told where it reads the same: %s", (_, isProvisional, isComplete) => {
    expect(changesOf(again(told(), isProvisional), saying({ says: "a", isComplete }))).toBeUndefined();
  });

  test("keeps the last three", () => {
    const earlier = [1, 2, 3].map((from) => ({ is: "corrected", moved: [{ name: "n", from, to: from }] }) as const);
    const changes = changesOf(again(told({ changes: earlier })), saying());
    expect(changes?.map((one) => one.moved[0]?.from)).toEqual([2, 3, 81.2]);
  });

  test("is nothing where nothing readable was kept", () => {
    expect(changesOf(aDelivery({ isRevision: true, told: {} }), saying())).toEqual([]);
    expect(changesOf(aDelivery({ isRevision: true }), saying())).toEqual([]);
  });
});

test.each([
  ["the same to the digit that is shown", [figure(81.21)], [figure(81.24)], []],
  ["another digit", [figure(81.2)], [figure(81.3)], [{ name: "north", from: 81.2, to: 81.3 }]],
  ["gone", [figure(81.2)], [figure(null)], [{ name: "north", from: 81.2, to: null }]],
  ["left out", [figure(81.2)], [], [{ name: "north", from: 81.2, to: null }]],
  ["new", [], [figure(0)], [{ name: "north", from: null, to: 0 }]],
  ["none before and after", [figure(null)], [], []],
])("a figure moved or did not: %s", (_, before, now, expected) => {
  expect(movedBetween(before, now)).toEqual(expected);
});

test("a fingerprint is of what is said, whatever the small print", () => {
  const said = fingerprint([text("81.2 points")]);
  expect(fingerprint([text("81.2 points"), note("Data as of noon")])).toBe(said);
  expect(fingerprint([text("81.3 points")])).not.toBe(said);
});
