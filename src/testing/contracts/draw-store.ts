import { describe, expect, test } from "vitest";
import type { Draw, Prize } from "../../features/draws/domain.ts";
import { hashOf } from "../../features/draws/manifest.ts";
import type { DrawStore, Told } from "../../features/draws/store.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { anId } from "../builders.ts";
import { aDraw, anEntry, aSecret } from "../draw-builders.ts";

/** A new store of Leeds, whose people are 1 to 9, and of York; and everything that it announced. */
export type OpenedDraws = { readonly store: DrawStore; readonly announced: () => Promise<Told> };

const start = aDraw().madeAt;
export const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);

export const noticeOf = ({ id, number }: Draw, period = id) => ({
  kind: "draw",
  site: "leeds",
  period,
  at: hours(0),
  body: { number },
});
const touchedOf = ({ id, site }: Draw) => ({ kind: "draw", site, period: id });

/** Keeps a new draw; nothing is announced unless `told` says so. */
export const added = (store: DrawStore, but: Partial<Draw> = {}, of: Partial<Parameters<DrawStore["add"]>[1]> = {}) =>
  store.add(aDraw(but), { secret: aSecret, told: () => ({}), ...of });

const prize = (rank: number, state: Prize["state"], person = anId(rank)): Prize => ({ rank, person, state });
const offered = (rank: number): Prize => ({ ...prize(rank, "offered"), dueAt: hours(50.0001) });

/** A draw in which everything that can be there is there. */
const fullDraw = (): Draw =>
  aDraw({
    state: "drawn",
    prize: { en: 'Cake & "tea" <b>*', "zh-CN": "蛋糕与茶🍰" },
    awardNames: [{ en: "Best", "zh-CN": "最佳" }],
    eligibility: {
      over: "this-month",
      conditions: [{ by: "score", atLeast: 90.5, minimumN: 10 }],
      awards: ["best"],
      noWinWithinDays: 30,
    },
    putOff: 2,
    closed: {
      at: hours(48),
      revision: 2,
      manifestHash: "ab".repeat(32),
      source: { is: "drand", chain: "cd".repeat(32), round: 12_345_678 },
      entrants: 3,
      tickets: 9,
      challengeUntil: hours(72.5),
    },
    challenges: [
      { by: anId(2), at: hours(49), text: "I am missing from the list." },
      {
        by: anId(3),
        at: hours(50),
        text: "My tickets are wrong.",
        answer: { by: anId(4), at: hours(51), isRight: false, reason: "They were counted twice." },
      },
    ],
    revealed: { is: "drand", round: 12_345_678, signature: "ef".repeat(48) },
    drawnAt: new Date("2026-03-12T10:00:00.123Z"),
    cancelling: { by: anId(5), at: hours(40), reason: "The prize is sold out, we are sorry." },
    cancelled: { at: hours(41), why: "by-two", reason: "Sold out.", by: anId(5), seconded: anId(6) },
  });

const drawnAt = (at: Date, but: Partial<Draw> = {}) => aDraw({ state: "drawn", drawnAt: at, ...but });

/** What every store of draws promises, in memory and on the database alike. */
export function drawStoreContract(name: string, open: () => Promise<OpenedDraws>): void {
  describe(`draw store ${name}`, () => {
    test("a new draw gets the next number and the first version, and is announced with them", async () => {
      const { store, announced } = await open();
      const told = (draw: Draw) => ({ notices: [noticeOf(draw)], touched: [touchedOf(draw)] });
      const first = await added(store, { number: 77, version: 8 }, { told });
      const second = await added(store, { id: anId(9002), site: "york" });
      expect(first).toEqual(aDraw({ number: first.number, version: 1 }));
      expect(second.number).toBeGreaterThan(first.number);
      expect(await store.draw(first.id)).toEqual(first);
      expect(await store.numbered(first.number)).toEqual(first);
      expect(await announced()).toEqual(told(first));
    });

    test("every part of a draw is read as it was kept, instants as instants", async () => {
      const { store } = await open();
      const made = await added(store, fullDraw());
      const { closed, cancelling, organiser, nextAt, openedAt, ...bare } = fullDraw();
      expect(await store.draw(made.id)).toEqual({ ...fullDraw(), number: made.number });
      expect(await store.change({ ...bare, version: 1 }, { at: hours(1) })).toBe(true);
      expect(await store.draw(made.id)).toStrictEqual({ ...bare, number: made.number, version: 2 });
    });

    test("there is nothing of a draw that is not there", async () => {
      const { store } = await open();
      const { number } = await added(store);
      for (const id of [anId(404), "no id at all"]) {
        expect(await store.draw(id)).toBeUndefined();
        expect(await store.manifestOf(id)).toBeUndefined();
        expect(await store.entriesOf(id)).toEqual([]);
        expect(await store.entryOf(id, anId(1))).toBeUndefined();
        expect(await store.prizesOf(id)).toEqual([]);
        expect(await store.enter(id, anId(1), () => done(anEntry()))).toEqual(refuse({ why: "gone" }));
        await expect(store.secretOf(id)).rejects.toThrow(id);
      }
      for (const other of [number + 1, 0.5, 1e300]) expect(await store.numbered(other)).toBeUndefined();
      expect(await store.change(aDraw({ id: anId(404) }), { at: hours(1) })).toBe(false);
    });

    test("an occurrence has one draw at a site: whoever comes again gets that, and nothing is told", async () => {
      const { store, announced } = await open();
      const told = (draw: Draw) => ({ notices: [noticeOf(draw)] });
      const first = await added(store, {}, { occurrence: "performers-draw 2026-03", told });
      const again = await added(store, { id: anId(9002), winners: 9 }, { occurrence: "performers-draw 2026-03", told });
      expect(again).toEqual(first);
      expect(await store.draw(anId(9002))).toBeUndefined();
      expect((await announced()).notices).toEqual([noticeOf(first)]);
      const other = await added(store, { id: anId(9003) }, { occurrence: "performers-draw 2026-04" });
      const york = await added(store, { id: anId(9004), site: "york" }, { occurrence: "performers-draw 2026-03" });
      for (const n of [9005, 9006]) await added(store, { id: anId(n) });
      expect(await store.drawsOf("leeds", 9)).toHaveLength(4);
      expect(await store.draw(other.id)).toEqual(other);
      expect(await store.draw(york.id)).toEqual(york);
    });

    test("a draw that cannot be told of, or whose id is taken, is not kept", async () => {
      const { store, announced } = await open();
      const told = () => {
        throw new Error("no words");
      };
      await expect(added(store, {}, { told })).rejects.toThrow("no words");
      expect(await store.draw(aDraw().id)).toBeUndefined();
      const kept = await added(store, {}, { occurrence: "a" });
      await expect(added(store, { winners: 9 }, { occurrence: "b" })).rejects.toThrow();
      expect(await store.drawsOf("leeds", 9)).toEqual([kept]);
      expect(await announced()).toEqual({ notices: [], touched: [] });
    });

    test("a change raises the version and is announced; one of an older version changes and tells nothing", async () => {
      const { store, announced } = await open();
      const made = await added(store);
      const beside = {
        manifest: "{}",
        prizes: [offered(1)],
        at: hours(1),
        notices: [noticeOf(made)],
        touched: [touchedOf(made)],
      };
      expect(await store.change({ ...made, state: "closed", nextAt: hours(3) }, beside)).toBe(true);
      const stale = { ...beside, manifest: "[]", prizes: [], notices: [noticeOf(made, "late")] };
      expect(await store.change({ ...made, state: "cancelled" }, stale)).toBe(false);
      expect(await store.draw(made.id)).toEqual({ ...made, state: "closed", nextAt: hours(3), version: 2 });
      expect(await store.manifestOf(made.id)).toBe("{}");
      expect(await store.prizesOf(made.id)).toEqual([offered(1)]);
      expect(await announced()).toEqual({ notices: [noticeOf(made)], touched: [touchedOf(made)] });
    });

    test("what a change leaves out stays: manifest, prizes and entries; prizes that are given replace all", async () => {
      const { store } = await open();
      const made = await added(store);
      const at = (version: number) => ({ ...made, version });
      await store.enter(made.id, anId(1), () => done(anEntry()));
      expect(await store.manifestOf(made.id)).toBeUndefined();
      await store.change(at(2), { manifest: "{1}", prizes: [prize(2, "alternate"), offered(1)], at: hours(1) });
      await store.change(at(3), { at: hours(1) });
      expect(await store.manifestOf(made.id)).toBe("{1}");
      expect(await store.prizesOf(made.id)).toStrictEqual([offered(1), prize(2, "alternate")]);
      await store.change(at(4), { manifest: "{2}", prizes: [prize(1, "claimed", anId(3))], at: hours(1) });
      expect(await store.manifestOf(made.id)).toBe("{2}");
      expect(await store.prizesOf(made.id)).toEqual([prize(1, "claimed", anId(3))]);
      await store.change(at(5), { prizes: [], at: hours(1) });
      expect(await store.prizesOf(made.id)).toEqual([]);
      expect(await store.entriesOf(made.id)).toEqual([anEntry()]);
      expect(await store.draw(made.id)).toMatchObject({ version: 6 });
    });

    test("a manifest of 100,000 entrants is kept to the letter", async () => {
      const { store } = await open();
      const made = await added(store);
      const lines = Array.from({ length: 100_000 }, (_, n) => ({
        id: hashOf(`${n}`).slice(0, 24),
        tickets: 1 + (n % 9),
      }));
      const text = JSON.stringify({ entrants: lines, prize: '奖品 🎁 \u0000 \\ " \u2028' });
      expect(await store.change(made, { manifest: text, at: hours(1) })).toBe(true);
      expect(hashOf((await store.manifestOf(made.id)) ?? "")).toBe(hashOf(text));
    });

    test("an entry is decided with what stands, and each raises the version, so that no change misses it", async () => {
      const { store } = await open();
      const made = await added(store);
      const raised = (version: number) => ({ ...made, version });
      const seen: unknown[] = [];
      const enter = (but: Parameters<typeof anEntry>[0] = {}) =>
        store.enter(made.id, anId(1), (now) => {
          seen.push(now);
          return done(anEntry(but));
        });
      expect(await enter()).toEqual(done({ draw: raised(2), entry: anEntry() }));
      expect(await store.change(made, { at: hours(1) })).toBe(false);
      const { nonce: _, ...plain } = anEntry({ at: hours(2) });
      expect(await store.enter(made.id, anId(1), () => done(plain))).toEqual(done({ draw: raised(3), entry: plain }));
      expect(await store.entryOf(made.id, anId(1))).toStrictEqual(plain);
      await enter({ entered: false, nonce: "42" });
      expect(seen).toEqual([
        { draw: made, entry: undefined },
        { draw: raised(3), entry: plain },
      ]);
      expect(await store.entriesOf(made.id)).toEqual([anEntry({ entered: false, nonce: "42" })]);
      expect(await store.draw(made.id)).toEqual(raised(4));
    });

    test("an entry of neither a part nor a number is removed, and that too raises the version", async () => {
      const { store } = await open();
      const made = await added(store);
      const { nonce: _, ...plain } = anEntry();
      await store.enter(made.id, anId(1), () => done(plain));
      await store.enter(made.id, anId(2), () => done({ ...plain, person: anId(2) }));
      expect(await store.enter(made.id, anId(1), () => done({ ...plain, entered: false }))).toMatchObject({ ok: true });
      expect(await store.entryOf(made.id, anId(1))).toBeUndefined();
      expect(await store.entriesOf(made.id)).toEqual([{ ...plain, person: anId(2) }]);
      expect(await store.draw(made.id)).toMatchObject({ version: 4 });
    });

    test("an entry that is refused changes nothing", async () => {
      const { store } = await open();
      const made = await added(store);
      await store.enter(made.id, anId(1), () => done(anEntry()));
      expect(await store.enter(made.id, anId(1), () => refuse({ why: "late" }))).toEqual(refuse({ why: "late" }));
      expect(await store.draw(made.id)).toMatchObject({ version: 2 });
      expect(await store.entriesOf(made.id)).toEqual([anEntry()]);
    });

    test("entries are of their draw alone, the first first", async () => {
      const { store } = await open();
      const [made, other] = [await added(store), await added(store, { id: anId(9002) })];
      const moments: readonly (readonly [number, number])[] = [
        [3, 2],
        [1, 3],
        [2, 2],
      ];
      for (const [n, hour] of moments)
        await store.enter(made.id, anId(n), () => done(anEntry({ person: anId(n), at: hours(hour) })));
      await store.enter(other.id, anId(4), () => done(anEntry({ person: anId(4) })));
      expect((await store.entriesOf(made.id)).map(({ person }) => person)).toEqual([anId(2), anId(3), anId(1)]);
      expect(await store.entryOf(made.id, anId(4))).toBeUndefined();
      expect((await store.entriesOf(other.id)).map(({ person }) => person)).toEqual([anId(4)]);
    });

    test("a site's draws are told with those first that are not over, and else the newest", async () => {
      const { store } = await open();
      const draws = [
        { id: anId(1), state: "claimed", madeAt: hours(9) },
        { id: anId(2), state: "drawn", madeAt: hours(1) },
        { id: anId(3), state: "draft", madeAt: hours(2) },
        { id: anId(4), state: "forfeited", madeAt: hours(8) },
        { id: anId(5), state: "open", madeAt: hours(2) },
        { id: anId(6), state: "cancelled", madeAt: hours(10) },
        { id: anId(7), state: "open", madeAt: hours(11), site: "york" },
      ] as const;
      for (const draw of draws) await added(store, draw);
      const listed = async (limit: number) => (await store.drawsOf("leeds", limit)).map(({ id }) => id);
      expect(await listed(10)).toEqual([5, 3, 2, 6, 1, 4].map(anId));
      expect(await listed(2)).toEqual([5, 3].map(anId));
    });

    test("draws are due from their moment on, the longest waiting first, at every site", async () => {
      const { store } = await open();
      const { nextAt: _, ...still } = aDraw({ id: anId(4) });
      for (const [n, hour] of [3, 1, 2].entries())
        await added(store, { id: anId(n), nextAt: hours(hour), site: n === 1 ? "york" : "leeds" });
      await store.add(still, { secret: aSecret, told: () => ({}) });
      const due = async (at: Date, limit = 10) => (await store.due(at, limit)).map(({ id }) => id);
      expect(await due(new Date(hours(1).getTime() - 1))).toEqual([]);
      expect(await due(hours(1))).toEqual([anId(1)]);
      expect(await due(hours(9))).toEqual([1, 2, 0].map(anId));
      expect(await due(hours(9), 2)).toEqual([1, 2].map(anId));
    });

    test("whoever was offered or claimed a prize has won, from the moment on that is asked for, at that site", async () => {
      const { store } = await open();
      const all = [prize(1, "claimed"), offered(2), prize(3, "forfeited"), prize(4, "alternate"), prize(5, "unused")];
      const won = async (draw: Draw, prizes: readonly Prize[]) =>
        store.change(await added(store, draw), { prizes, at: hours(1) });
      await won(drawnAt(hours(10)), all);
      await won(drawnAt(hours(12), { id: anId(9002), state: "claimed" }), [
        prize(1, "claimed"),
        prize(2, "claimed", anId(6)),
      ]);
      await won(drawnAt(hours(12), { id: anId(9003), site: "york" }), [prize(1, "claimed", anId(7))]);
      await added(store, { id: anId(9004) });
      const since = async (at: Date) => [...(await store.wonSince("leeds", at))].sort();
      expect(await since(hours(10))).toEqual([1, 2, 6].map(anId));
      expect(await since(new Date(hours(10).getTime() + 1))).toEqual([1, 6].map(anId));
      expect(await since(new Date(hours(12).getTime() + 1))).toEqual([]);
      expect([...(await store.wonSince("york", hours(0)))]).toEqual([anId(7)]);
    });

    test("the awards of a site are called as they are usually where it says nothing else", async () => {
      const { store } = await open();
      const names = await store.awardNames("leeds");
      expect(names.get("monthly-best")).toEqual({ en: "Best of the month", "zh-CN": "月度之星" });
      expect(names.get("monthly-worst")).toBeUndefined();
    });

    test("the secret is told to whoever asks for it and is in no other answer and no announcement", async () => {
      const { store, announced } = await open();
      const told = (draw: Draw) => ({ notices: [noticeOf(draw)], touched: [touchedOf(draw)] });
      const made = await added(store, {}, { occurrence: "a", told });
      const again = await added(store, { id: anId(9002) }, { occurrence: "a" });
      const entered = await store.enter(made.id, anId(1), (now) => done(anEntry({ nonce: JSON.stringify(now) })));
      const beside = { manifest: "{}", prizes: [offered(1)], at: hours(1), notices: [noticeOf(made)] };
      await store.change({ ...made, version: 2 }, beside);
      const answers = await Promise.all([
        store.draw(made.id),
        store.numbered(made.number),
        store.drawsOf("leeds", 9),
        store.due(hours(999), 9),
        store.manifestOf(made.id),
        store.entriesOf(made.id),
        store.entryOf(made.id, anId(1)),
        store.prizesOf(made.id),
        announced(),
      ]);
      const text = JSON.stringify([made, again, entered, ...answers]);
      expect(text).toContain(made.id);
      for (const kept of Object.values(aSecret)) expect(text).not.toContain(kept);
      expect(await store.secretOf(made.id)).toEqual(aSecret);
    });
  });
}
