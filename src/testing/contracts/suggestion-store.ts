import { describe, expect, test } from "vitest";
import type { Notice, Touched } from "../../features/notices/index.ts";
import type { Making, Suggestion, SuggestionStore } from "../../features/suggestions/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../builders.ts";

/** A new store at the sites Leeds and York, whose people 1 to 9 are, and what it announced: kinds and periods, and from when on if not at once. */
export type Opened = { readonly store: SuggestionStore; readonly announced: () => Promise<readonly string[]> };

const at = new Date("2026-03-09T10:00:00.123Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const limit = { since: later(-60), most: 100, hiddenFrom: later(24 * 60) };

const signed = (n: number, but: Partial<Making> = {}): Making => ({
  id: anId(800 + n),
  site: "leeds",
  author: anId(1),
  state: "new",
  text: `Idea number ${n}: more light!`,
  additions: [],
  steps: [],
  followers: [],
  madeAt: later(n),
  changedAt: later(n),
  ...but,
});
const anonymous = (n: number, but: Partial<Making> = {}): Making => {
  const { author: _, ...rest } = signed(n);
  const midnight = new Date("2026-03-09T00:00:00Z");
  return { ...rest, codeHash: `hash ${n}`, madeAt: midnight, changedAt: midnight, ...but };
};

const told = ({ id, site, madeAt }: Suggestion): Notice => ({ kind: "post", site, period: id, at: madeAt, body: {} });
const touched = ({ id, site }: Suggestion): Touched => ({ kind: "post", site, period: id });
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => Number(id.slice(-3)) - 800);

/** What every store of suggestions promises, in memory and on the database alike. */
export function suggestionStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`suggestion store ${name}`, () => {
    async function made(store: SuggestionStore, making: Making): Promise<Suggestion> {
      const outcome = await store.make(making, limit, told);
      if (!outcome.ok) throw new Error(outcome.refusal.why);
      return outcome.value;
    }
    const votes = (store: SuggestionStore, n: number, voter: number, isFor = true, minutes = voter) =>
      store.vote(anId(800 + n), { voter: anId(voter), isFor, at: later(minutes) }, (now) => done([touched(now)]));

    test("one that is made comes back as it was, by its id, number and code, and is announced", async () => {
      const { store, announced } = await open();
      const making = signed(1, {
        owner: anId(2),
        additions: [{ text: "And curtains.", day: day("2026-03-10") }],
        steps: [{ from: "new", to: "considered", by: anId(2), at: later(5), reason: "Why not?" }],
        followers: [anId(3)],
      });
      const { owner: _, ...unowned } = making;
      const one = await made(store, unowned);
      expect(one).toEqual({ ...unowned, number: one.number, votes: 0 });
      const other = await made(store, anonymous(2));
      expect(other).toEqual({ ...anonymous(2), number: other.number, votes: 0 });
      expect(await store.suggestion(anId(801))).toEqual(one);
      expect(await store.numbered(one.number)).toEqual(one);
      expect(await store.withCode("hash 2")).toEqual(other);
      expect(await store.withCode("hash 1")).toBeUndefined();
      expect(await store.suggestion("no id at all")).toBeUndefined();
      expect(await store.numbered(99_999_999)).toBeUndefined();
      expect(await announced()).toEqual([`post ${anId(801)}`, `post ${anId(802)}`]);
    });

    test("signed ones count on, and the number of an anonymous one does not stand between them", async () => {
      const { store } = await open();
      const first = await made(store, signed(1));
      const drawn = await made(store, anonymous(2));
      const second = await made(store, signed(3));
      expect(second.number).toBe(first.number + 1);
      expect(drawn.number).toBeGreaterThan(100_000);
      expect(drawn.number).toBeLessThan(1_000_000);
    });

    test("what an open one of the site says is not made again, also when two come at once", async () => {
      const { store, announced } = await open();
      const [one, two] = await Promise.all([
        store.make(signed(1, { text: "More light, please!" }), limit, told),
        store.make(anonymous(2, { text: "more LIGHT   please" }), limit, told),
      ]);
      const [kept, refused] = one.ok ? [one, two] : [two, one];
      if (!kept.ok || refused.ok) throw new Error("not one of them");
      expect(refused.refusal).toEqual({ why: "same", suggestion: kept.value });
      expect(await announced()).toHaveLength(1);
      await made(store, signed(3, { text: "More light please", site: "york" }));
      await store.change(kept.value.id, at, (now) => done({ suggestion: { ...now, state: "declined" } }));
      await made(store, signed(4, { text: "More light please" }));
    });

    test("what says the same and is hidden still is not told of, until it is shown", async () => {
      const { store } = await open();
      const text = "More light, please!";
      const hidden = await made(store, anonymous(1, { text }));
      const today = { ...limit, hiddenFrom: hidden.madeAt };
      const open1 = await store.make(signed(2, { text }), today, told);
      if (!open1.ok) throw new Error(open1.refusal.why);
      const again = await store.make(signed(3, { text }), today, told);
      expect(again).toEqual(refuse({ why: "same", suggestion: open1.value }));
    });

    test("what is touched may be brought up to date later only", async () => {
      const { store, announced } = await open();
      const { id } = await made(store, anonymous(1));
      const tellAt = new Date("2026-03-10T09:00:00Z");
      await store.change(id, at, (now) =>
        done({ suggestion: now, notices: [{ ...told(now), kind: "moved" }], touched: [touched(now)], tellAt }),
      );
      const then = `from ${tellAt.toISOString()}`;
      expect((await announced()).slice(1)).toEqual([`moved ${id}`, `post ${id} ${then}`]);
    });

    test("nobody signs more than they may since an instant; anonymous ones are not counted", async () => {
      const { store } = await open();
      const most = { ...limit, since: later(1), most: 1 };
      await made(store, signed(0));
      expect((await store.make(signed(1), most, told)).ok).toBe(true);
      expect(await store.make(signed(2), most, told)).toEqual(refuse({ why: "too-many", most: 1 }));
      expect((await store.make(signed(3, { author: anId(2) }), most, told)).ok).toBe(true);
      expect((await store.make(anonymous(4, { madeAt: later(4) }), most, told)).ok).toBe(true);
      expect((await store.make(anonymous(5, { madeAt: later(5) }), most, told)).ok).toBe(true);
    });

    test("is changed alone and announced with the change; refused it stays as it was", async () => {
      const { store, announced } = await open();
      const before = await made(store, signed(1));
      await votes(store, 1, 2);
      const after: Suggestion = {
        ...before,
        owner: anId(2),
        state: "declined",
        text: "",
        additions: [{ text: "More", day: day("2026-03-10") }],
        steps: [{ from: "new", to: "declined", by: anId(2), at: later(9), reason: "Too dear.", isBack: true }],
        followers: [anId(4), anId(5)],
        changedAt: later(9),
        votes: 1,
      };
      const outcome = await store.change(before.id, at, (now) => {
        expect(now).toEqual({ ...before, votes: 1 });
        return done({ suggestion: after, notices: [{ ...told(after), kind: "moved" }], touched: [touched(after)] });
      });
      expect(outcome).toEqual(done(after));
      expect(await store.suggestion(before.id)).toEqual(after);
      expect(await announced()).toEqual(["post", "post", "moved", "post"].map((kind) => `${kind} ${before.id}`));
      expect(await store.change(before.id, at, () => refuse({ why: "no" }))).toEqual(refuse({ why: "no" }));
      expect(await store.suggestion(before.id)).toEqual(after);
      const gone = await store.change(anId(404), at, (suggestion) => done({ suggestion }));
      expect(gone).toEqual(refuse({ why: "no-such-suggestion" }));
      expect(await announced()).toHaveLength(4);
    });

    test("each voter has one vote, which can be taken back; what changes nothing is not announced", async () => {
      const { store, announced } = await open();
      const one = await made(store, signed(1));
      expect(await votes(store, 1, 3)).toEqual(done({ ...one, votes: 1 }));
      expect(await votes(store, 1, 3)).toEqual(done({ ...one, votes: 1 }));
      await votes(store, 1, 2, true, 9);
      expect(await store.voters(one.id)).toEqual([anId(3), anId(2)]);
      expect(await votes(store, 1, 3, false)).toEqual(done({ ...one, votes: 1 }));
      expect(await votes(store, 1, 3, false)).toEqual(done({ ...one, votes: 1 }));
      expect(await store.voters(one.id)).toEqual([anId(2)]);
      expect(await announced()).toHaveLength(1 + 3);
      const cast = { voter: anId(5), isFor: true, at };
      expect(await store.vote(one.id, cast, () => refuse({ why: "no" }))).toEqual(refuse({ why: "no" }));
      expect((await store.suggestion(one.id))?.votes).toBe(1);
      expect(await store.vote(anId(404), cast, () => done([]))).toEqual(refuse({ why: "no-such-suggestion" }));
      expect(await store.voters("no id at all")).toEqual([]);
    });

    test("a list holds some states of one site, the latest first, without anonymous ones of a day on", async () => {
      const { store } = await open();
      const yesterday = new Date("2026-03-08T00:00:00Z");
      for (const n of [1, 2, 3]) await made(store, signed(n));
      await made(store, signed(4, { site: "york" }));
      await made(store, anonymous(5));
      await made(store, anonymous(6, { madeAt: yesterday }));
      await store.change(anId(802), at, (now) => done({ suggestion: { ...now, state: "planned" } }));
      const hiddenFrom = new Date("2026-03-09T00:00:00Z");
      const find = async (states: readonly Suggestion["state"][], from = 0, limit = 10) => {
        const { suggestions, all } = await store.list({ site: "leeds", states, hiddenFrom, from, limit });
        return [idsOf(suggestions), all];
      };
      expect(await find(["new", "planned"])).toEqual([[3, 2, 1, 6], 4]);
      expect(await find(["new", "planned"], 1, 2)).toEqual([[2, 1], 4]);
      expect(await find(["planned"])).toEqual([[2], 1]);
      expect(await find(["done"])).toEqual([[], 0]);
      expect(idsOf(await store.madeBy(anId(1), 3))).toEqual([4, 3, 2]);
    });

    test("a week tells what was made in it by its votes, and what has a step in it, without what was withdrawn", async () => {
      const { store } = await open();
      for (const n of [1, 2, 3, 4, 5]) await made(store, signed(n));
      await votes(store, 2, 3);
      await votes(store, 3, 3);
      await votes(store, 3, 4);
      for (const voter of [5, 6, 7]) await votes(store, 1, voter);
      const become = (n: number, to: Suggestion["state"], minutes: number) =>
        store.change(anId(800 + n), at, (now) => {
          const steps = [...now.steps, { from: now.state, to, at: later(minutes) }];
          return done({ suggestion: { ...now, state: to, steps, changedAt: later(minutes) } });
        });
      await become(1, "considered", 20);
      await become(4, "withdrawn", 20);
      await become(5, "declined", 30);
      await become(2, "done", 19);
      expect(idsOf(await store.madeBetween("leeds", later(1), later(5)))).toEqual([3, 2, 1]);
      expect(idsOf(await store.madeBetween("york", later(1), later(5)))).toEqual([]);
      await become(1, "planned", 40);
      const moved = async (from: number, before: number, site = "leeds") =>
        idsOf(await store.movedBetween(site, later(from), later(before))).sort();
      expect(await moved(20, 31)).toEqual([1, 5]);
      expect(await moved(19, 30)).toEqual([1, 2]);
      expect(await moved(31, 41)).toEqual([1]);
      expect(await moved(0, 60, "york")).toEqual([]);
    });
  });
}
