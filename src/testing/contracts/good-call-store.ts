import { describe, expect, test } from "vitest";
import type { CalledContact, Draft, GoodCall, GoodCallStore, Nomination } from "../../features/good-calls/index.ts";
import type { Notice } from "../../features/notices/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { anId } from "../builders.ts";
import type { KnownContact } from "../good-call-store.ts";

/** A new store at the sites Leeds and York, whose people 1 to 9 are, and what it announced: kinds of notices, and of touches. */
export type Opened = { readonly store: GoodCallStore; readonly announced: () => Promise<readonly string[]> };

const at = new Date("2026-03-09T10:00:00.123Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const none = { since: later(-60), most: 100 };

const aContact = (but: Partial<KnownContact> = {}): KnownContact => ({
  source: "acd",
  sourceId: "call-1",
  agent: anId(1),
  startedAt: new Date("2026-03-06T11:00:00Z"),
  queue: "Billing",
  project: "care",
  handleS: 320,
  ...but,
});

const aNomination = (n: number, but: Partial<Nomination> = {}): Nomination => ({
  id: anId(700 + n),
  site: "leeds",
  contact: {
    source: "acd",
    sourceId: `call-${n}`,
    startedAt: new Date("2026-03-06T11:00:00Z"),
    queue: "Billing",
    project: "care",
    handleS: 320,
  },
  agent: anId(1),
  nominator: anId(2),
  state: "voting",
  skills: ["knowledge"],
  highlight: "She let the customer finish.",
  nominatedAt: at,
  nextAt: later(60),
  words: `she let the customer finish.\nbilling\ncare\nana ${n}`,
  ...but,
});

const aDraft = (but: Partial<Draft> = {}): Draft => ({
  id: anId(600),
  site: "leeds",
  nominator: anId(2),
  called: "77",
  skills: ["language", "knowledge"],
  highlight: "She let the customer finish.",
  markS: 200,
  at,
  ...but,
});

const noticeOf = ({ id, site }: GoodCall, kind = "told"): Notice => ({ kind, site, period: id, at, body: {} });
const told = (call: GoodCall) => noticeOf(call);

/** What every store of good calls promises, in memory and on the database alike. */
export function goodCallStoreContract(
  name: string,
  open: (contacts: readonly KnownContact[]) => Promise<Opened>,
): void {
  describe(`good call store ${name}`, () => {
    const unanswered = (): CalledContact => {
      const { agent: _, ...rest } = aContact({ sourceId: "call-2" });
      return rest;
    };
    const opened = () =>
      open([aContact(), aContact({ source: "chat" }), unanswered(), aContact({ source: "b", sourceId: "LINE-9" })]);

    /** A call that was put forward and entered the library. */
    async function accepted(store: GoodCallStore, n: number, but: Partial<Nomination> = {}, minutes = n) {
      const made = await store.nominate(aNomination(n, but), none, told);
      if (!made.ok) throw new Error(made.refusal.why);
      const { nextAt: _, ...call } = made.value;
      const after: GoodCall = { ...call, state: "accepted", acceptedAt: later(minutes) };
      await store.change(call.id, at, () => done({ call: after }));
      return after;
    }

    test("a contact is found by its number in every source, at its site alone, and whether somebody answered", async () => {
      const { store } = await opened();
      expect(await store.contactsCalled("leeds", "CALL-1")).toEqual([aContact(), aContact({ source: "chat" })]);
      expect(await store.contactsCalled("leeds", "call-2")).toEqual([unanswered()]);
      expect(await store.contactsCalled("leeds", "line-9")).toHaveLength(1);
      expect(await store.contactsCalled("leeds", "call-")).toEqual([]);
      expect(await store.contactsCalled("york", "call-1")).toEqual([]);
      expect(await (await open([])).store.contactsCalled("leeds", "call-1")).toEqual([]);
    });

    test("a call that is put forward comes back as it was, by its id and by its number, and is announced", async () => {
      const { store, announced } = await opened();
      const made = await store.nominate(aNomination(1, { markS: 200 }), none, told);
      if (!made.ok) throw new Error(made.refusal.why);
      const { words: _, ...nomination } = aNomination(1, { markS: 200 });
      expect(made.value).toEqual({ ...nomination, number: made.value.number });
      expect(await store.goodCall(anId(701))).toEqual(made.value);
      expect(await store.goodCallNumbered(made.value.number)).toEqual(made.value);
      expect(await store.goodCall("no id at all")).toBeUndefined();
      expect(await store.goodCallNumbered(999_999)).toBeUndefined();
      expect(await announced()).toEqual([`told ${anId(701)}`]);
    });

    test("a contact is put forward once, also when two come at once, and again when it was taken back", async () => {
      const { store, announced } = await opened();
      const [one, two] = await Promise.all([
        store.nominate(aNomination(1), none, told),
        store.nominate(aNomination(1, { id: anId(777), nominator: anId(3) }), none, told),
      ]);
      const [made, refused] = one.ok ? [one, two] : [two, one];
      if (!made.ok || refused.ok) throw new Error("not one of them");
      expect(refused.refusal).toEqual({ why: "put-forward", call: made.value });
      expect(await announced()).toHaveLength(1);
      const { nextAt: _, ...call } = made.value;
      await store.change(call.id, at, () => done({ call: { ...call, state: "withdrawn" } }));
      const again = await store.nominate(aNomination(1, { id: anId(778), nominator: anId(4) }), none, told);
      expect(again.ok && again.value.number > made.value.number).toBe(true);
      const elsewhere = aNomination(1, { id: anId(779), site: "york" });
      expect((await store.nominate(elsewhere, none, told)).ok).toBe(true);
    });

    test("a contact that its agent declined is put forward by them alone, and what is open then goes before it", async () => {
      const { store } = await opened();
      const made = await store.nominate(aNomination(1), none, told);
      if (!made.ok) throw new Error(made.refusal.why);
      const { nextAt: _, ...call } = made.value;
      const declined: GoodCall = { ...call, state: "declined" };
      await store.change(call.id, at, () => done({ call: declined }));
      const again = (n: number, nominator: number) =>
        store.nominate(aNomination(1, { id: anId(n), nominator: anId(nominator) }), none, told);
      for (const nominator of [2, 3]) {
        expect(await again(777, nominator)).toEqual({ ok: false, refusal: { why: "put-forward", call: declined } });
      }
      const own = await again(778, 1);
      expect(own.ok).toBe(true);
      expect(await again(779, 3)).toEqual({
        ok: false,
        refusal: { why: "put-forward", call: own.ok ? own.value : undefined },
      });
    });

    test("nobody puts forward more than they may since an instant", async () => {
      const { store } = await opened();
      await store.nominate(aNomination(1, { nominatedAt: later(-1) }), none, told);
      await store.nominate(aNomination(2), none, told);
      await store.nominate(aNomination(3, { nominator: anId(3) }), none, told);
      const third = (most: number, since: Date) => store.nominate(aNomination(4), { since, most }, told);
      expect(await third(2, later(-1))).toEqual({ ok: false, refusal: { why: "too-many", most: 2 } });
      expect((await third(2, at)).ok).toBe(true);
      expect((await store.nominationsOf(anId(2), 2)).map(({ id }) => id)).toEqual([anId(704), anId(702)]);
      const both = await Promise.all(
        [5, 6].map((n) => store.nominate(aNomination(n, { nominator: anId(4) }), { since: at, most: 1 }, told)),
      );
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    });

    test("what somebody wrote is kept until they write again or put something forward", async () => {
      const { store } = await opened();
      await store.saveDraft(aDraft());
      expect(await store.draft(anId(600))).toEqual(aDraft());
      expect(await store.draft("no id at all")).toBeUndefined();
      expect(await store.goodCall(anId(600))).toBeUndefined();
      expect(await store.nominationsOf(anId(2), 10)).toEqual([]);
      const { markS: _, ...unmarked } = aDraft({ id: anId(601) });
      await store.saveDraft(unmarked);
      expect(await store.draft(anId(600))).toBeUndefined();
      expect(await store.draft(anId(601))).toEqual(unmarked);
      await store.saveDraft(aDraft({ id: anId(602), nominator: anId(3) }));
      const made = await store.nominate(aNomination(1, { id: anId(601) }), { since: at, most: 1 }, told);
      expect(made.ok).toBe(true);
      expect(await store.draft(anId(601))).toBeUndefined();
      expect(await store.draft(anId(602))).toBeDefined();
    });

    test("each voter has one vote, which counts as it was given last", async () => {
      const { store } = await opened();
      await store.nominate(aNomination(1), none, told);
      const id = anId(701);
      const votes = async (voter: number, isFor: boolean, minutes: number) =>
        (await store.vote(id, { voter: anId(voter), isFor, at: later(minutes) }, () => done(true))).ok;
      await votes(3, false, 1);
      await votes(4, true, 2);
      await votes(3, true, 3);
      await votes(4, true, 4);
      expect(await store.votes(id)).toEqual([
        { voter: anId(4), isFor: true, at: later(2) },
        { voter: anId(3), isFor: true, at: later(3) },
      ]);
      const no = await store.vote(id, { voter: anId(5), isFor: true, at }, () => refuse({ why: "no" }));
      expect(no).toEqual({ ok: false, refusal: { why: "no" } });
      expect(await store.votes(id)).toHaveLength(2);
      const gone = await store.vote(anId(404), { voter: anId(5), isFor: true, at }, () => done(true));
      expect(gone).toEqual({ ok: false, refusal: { why: "no-such-call" } });
      expect(await store.votes("no id at all")).toEqual([]);
    });

    test("a call is changed with its votes before it, and what is told of it is announced with the change", async () => {
      const { store, announced } = await opened();
      const made = await store.nominate(aNomination(1), none, told);
      if (!made.ok) throw new Error(made.refusal.why);
      const { id } = made.value;
      await store.vote(id, { voter: anId(3), isFor: true, at }, () => done(true));
      const result = { for: 1, all: 1, needed: 1, share: 60 };
      const after: GoodCall = { ...made.value, state: "consent", nextAt: later(120), result };
      const outcome = await store.change(id, at, (now, votes) => {
        expect([now, votes.length]).toEqual([made.value, 1]);
        return done({
          call: after,
          notices: [noticeOf(now, "asked")],
          touched: [{ kind: "told", site: "leeds", period: id }],
        });
      });
      expect(outcome).toEqual({ ok: true, value: after });
      expect(await store.goodCall(id)).toEqual(after);
      expect(await announced()).toEqual([`told ${id}`, `asked ${id}`, `told ${id}`]);
      const no = await store.change(id, at, () => refuse({ why: "no" }));
      expect(no).toEqual({ ok: false, refusal: { why: "no" } });
      expect(await store.goodCall(id)).toEqual(after);
      expect(await announced()).toHaveLength(3);
      const gone = await store.change("no id at all", at, (now) => done({ call: now }));
      expect(gone).toEqual({ ok: false, refusal: { why: "no-such-call" } });
    });

    test("those whose time is over are due, the longest over first", async () => {
      const { store } = await opened();
      await store.nominate(aNomination(1, { nextAt: later(20) }), none, told);
      await store.nominate(aNomination(2, { nextAt: later(10) }), none, told);
      await accepted(store, 3);
      await store.saveDraft(aDraft({ nominator: anId(5) }));
      expect(await store.due(later(9), 10)).toEqual([]);
      expect(await store.due(later(20), 10)).toEqual([anId(702), anId(701)]);
      expect(await store.due(later(20), 1)).toEqual([anId(702)]);
    });

    test("the library holds what was accepted, the newest first, by words and by skill", async () => {
      const { store } = await opened();
      const skills = ["language", "knowledge"] as const;
      await accepted(store, 1, { skills });
      await accepted(store, 2);
      await accepted(store, 3, { words: "耐心倾听\nbilling 100%" });
      await accepted(store, 4, { site: "york" });
      await store.nominate(aNomination(5), none, told);
      const find = async (but: object = {}) => {
        const page = { site: "leeds", terms: [], from: 0, limit: 10, ...but };
        const { calls, all } = await store.library(page);
        return [...calls.map(({ id }) => Number(id.slice(-1))), all];
      };
      expect(await find()).toEqual([3, 2, 1, 3]);
      expect(await find({ from: 1, limit: 1 })).toEqual([2, 3]);
      expect(await find({ from: 9 })).toEqual([3]);
      expect(await find({ skill: "language" })).toEqual([1, 1]);
      expect(await find({ terms: ["finish", "ana"] })).toEqual([2, 1, 2]);
      expect(await find({ terms: ["finish", "ana 2"] })).toEqual([2, 1]);
      expect(await find({ terms: ["倾听"] })).toEqual([3, 1]);
      expect(await find({ terms: ["0%"] })).toEqual([3, 1]);
      expect(await find({ terms: ["%"], skill: "language" })).toEqual([0]);
    });

    test("what entered a library is told of a stretch of time, its end left out", async () => {
      const { store } = await opened();
      for (const n of [1, 2, 3]) await accepted(store, n);
      await accepted(store, 4, { site: "york" }, 2);
      const taken = await accepted(store, 5, {}, 2);
      await store.change(taken.id, at, () => done({ call: { ...taken, state: "withdrawn" } }));
      const found = await store.acceptedBetween("leeds", later(1), later(3));
      expect(found.map(({ id }) => id)).toEqual([anId(701), anId(702)]);
    });

    test("links are kept by their hash, and each following is counted", async () => {
      const { store } = await opened();
      await store.nominate(aNomination(1), none, told);
      await store.nominate(aNomination(2), none, told);
      const id = anId(701);
      const opening = { hash: "h1", call: id, person: anId(3), at, expiresAt: later(15), times: 0 };
      await store.addOpening(opening);
      await store.addOpening({ ...opening, hash: "h2", person: anId(4) });
      await store.addOpening({ ...opening, hash: "h3", openedAt: later(3), times: 1 });
      await store.addOpening({ ...opening, hash: "h4", call: anId(702), openedAt: at, times: 1 });
      expect(await store.opening("h1")).toEqual(opening);
      expect(await store.opening("h9")).toBeUndefined();
      expect(await store.countOpening("h1", later(1), 2)).toBe(true);
      expect(await store.countOpening("h1", later(2), 2)).toBe(true);
      expect(await store.countOpening("h1", later(3), 2)).toBe(false);
      expect(await store.countOpening("h9", later(3), 2)).toBe(false);
      expect(await store.opening("h1")).toEqual({ ...opening, openedAt: later(1), times: 2 });
      expect(await store.heard(id, 10)).toEqual({
        times: 3,
        people: 1,
        latest: [
          { person: anId(3), openedAt: later(3), times: 1 },
          { person: anId(3), openedAt: later(1), times: 2 },
        ],
      });
      expect((await store.heard(id, 1)).latest).toHaveLength(1);
      expect(await store.heard(anId(404), 1)).toEqual({ times: 0, people: 0, latest: [] });
      expect(await store.heard("no id at all", 1)).toEqual({ times: 0, people: 0, latest: [] });
    });
  });
}
