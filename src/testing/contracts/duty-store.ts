import { describe, expect, test } from "vitest";
import type { DutyShift, DutyStore, Swap } from "../../features/duty/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { anId } from "../builders.ts";

/** A new store at Leeds, whose people 1 to 9 have these numbers, and what it announced. */
export type Opened = { readonly store: DutyStore; readonly announced: () => Promise<readonly unknown[]> };

const at = new Date("2026-03-09T10:00:00.123Z");
const when = (text: string) => new Date(`2026-03-${text}:00Z`);
const all = { from: when("01T00:00"), until: when("31T00:00") };

/** Ana (1) is set as duty lead on the 10th by day, by somebody (5) who says why. */
const aShift = (but: Partial<DutyShift> = {}): DutyShift => ({
  id: anId(900),
  site: "leeds",
  role: "duty-lead",
  person: anId(1),
  from: when("10T08:00"),
  until: when("10T20:00"),
  origin: "set",
  setBy: anId(5),
  reason: "Bo is in a training",
  madeAt: at,
  ...but,
});

/** Ana offers it to Bo (2). */
const aSwap = (but: Partial<Swap> = {}): Swap => ({
  id: anId(800),
  site: "leeds",
  role: "duty-lead",
  asker: anId(1),
  other: anId(2),
  state: "open",
  from: when("10T08:00"),
  until: when("10T20:00"),
  askedAt: at,
  ...but,
});

const keeps = (store: DutyStore, ...shifts: readonly DutyShift[]) =>
  shifts.reduce(async (before, shift) => {
    await before;
    await store.change(shift.site, all, () => done({ value: undefined, change: { shift } }), at);
  }, Promise.resolve());
const notice = { kind: "duty-changed", site: "leeds", period: "one", at, body: { people: [] } };
const touched = { kind: "duty-offer", site: "leeds", period: "one" };

/** What every store of duties promises, in memory and on the database alike. */
export function dutyStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`duty store ${name}`, () => {
    test("a shift is kept as it is, its end may change, and it goes; each is announced", async () => {
      const { store, announced } = await open();
      const swapped = aShift({ id: anId(901), origin: "swap", replaces: anId(3), until: when("11T00:00") });
      const outcome = await store.change(
        "leeds",
        all,
        () => done({ value: "kept", change: { shift: aShift(), notices: [notice], touched: [touched] } }),
        at,
      );
      expect(outcome).toEqual(done("kept"));
      expect(await announced()).toEqual([notice, touched]);
      await keeps(store, swapped);
      expect(await store.shifts("leeds", all)).toEqual([aShift(), swapped]);
      const shorter = aShift({ until: when("10T12:00") });
      await keeps(store, shorter);
      expect(await store.shift(anId(900))).toEqual(shorter);
      await store.change("leeds", all, () => done({ value: undefined, change: { removed: anId(900) } }), at);
      expect(await store.shift(anId(900))).toBeUndefined();
      expect(await store.shift("no id")).toBeUndefined();
      expect(await announced()).toHaveLength(2);
    });

    test("what is refused leaves no trace", async () => {
      const { store, announced } = await open();
      expect(await store.change("leeds", all, () => refuse({ why: "no" }), at)).toEqual(refuse({ why: "no" }));
      expect(await store.shifts("leeds", all)).toEqual([]);
      expect(await announced()).toEqual([]);
    });

    test("a change is judged by the shifts that touch its time and the open offers, of its site alone", async () => {
      const { store } = await open();
      await keeps(
        store,
        aShift(),
        aShift({ id: anId(901), from: when("10T20:00"), until: when("11T08:00") }),
        aShift({ id: anId(902), site: "york" }),
      );
      for (const swap of [aSwap(), aSwap({ id: anId(801), state: "declined" }), aSwap({ id: anId(802), site: "york" })])
        await store.change(swap.site, all, () => done({ value: undefined, change: { swap } }), at);
      const seen: unknown[] = [];
      for (const [from, until] of [
        ["10T20:00", "10T21:00"],
        ["10T19:59", "10T20:00"],
        ["11T08:00", "12T00:00"],
      ] as const)
        await store.change(
          "leeds",
          { from: when(from), until: when(until) },
          ({ shifts, open: offers }) => {
            seen.push([shifts.map(({ id }) => id.slice(-3)), offers.map(({ id }) => id.slice(-3))]);
            return refuse({ why: "only looking" });
          },
          at,
        );
      expect(seen).toEqual([
        [["901"], ["800"]],
        [["900"], ["800"]],
        [[], ["800"]],
      ]);
    });

    test("an offer is kept as it is and open until it ends", async () => {
      const { store } = await open();
      await store.change("leeds", all, () => done({ value: undefined, change: { swap: aSwap() } }), at);
      expect(await store.swap(anId(800))).toEqual(aSwap());
      expect(await store.openSwaps("leeds")).toEqual([aSwap()]);
      const ended = aSwap({ state: "accepted" });
      await store.change("leeds", all, () => done({ value: undefined, change: { swap: ended } }), at);
      expect(await store.swap(anId(800))).toEqual(ended);
      expect(await store.openSwaps("leeds")).toEqual([]);
      expect(await store.swap("no id")).toBeUndefined();
    });

    test("knows whoever had a role, and people by their numbers", async () => {
      const { store } = await open();
      await keeps(store, aShift());
      expect(await store.hasHeld("leeds", anId(1), "duty-lead")).toBe(true);
      expect(await store.hasHeld("leeds", anId(2), "duty-lead")).toBe(false);
      expect(await store.hasHeld("leeds", anId(1), "supervisor")).toBe(false);
      expect(await store.numbered("leeds", ["1", "3", "99"])).toEqual(
        new Map([
          ["1", anId(1)],
          ["3", anId(3)],
        ]),
      );
      expect(await store.numbered("york", ["1"])).toEqual(new Map());
    });

    test("announces what is told alone", async () => {
      const { store, announced } = await open();
      await store.announce({ notices: [notice] }, at);
      expect(await announced()).toEqual([notice]);
    });
  });
}
