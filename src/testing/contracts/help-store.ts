import { describe, expect, test } from "vitest";
import type { HelpRequest, KeptAnswer } from "../../features/help/domain.ts";
import { answerStates } from "../../features/help/domain.ts";
import type { Asking, Changed, HelpStore, NewAnswer, Sought } from "../../features/help/store.ts";
import type { Notice, Touched } from "../../features/notices/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { anId } from "../builders.ts";
import { aKeptAnswer, aRequest } from "../help-builders.ts";

/** A new store at the sites Leeds and York, whose people 1 to 60 are, and what it announced: kinds and periods. */
export type Opened = { readonly store: HelpStore; readonly announced: () => Promise<readonly string[]> };

const openedAt = aRequest().openedAt;
export const later = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);

/** `aRequest` with an id of its own, as it is asked. */
export function anAsking(n: number, but: Partial<Asking> = {}): Asking {
  const { number: _, version: __, ...rest } = aRequest({ id: anId(5000 + n) });
  return { ...rest, words: ["refund", `n${n}`], ...but };
}

export const noticeOf = ({ id, site }: HelpRequest, kind = "told"): Notice => ({
  kind,
  site,
  period: id,
  at: openedAt,
  body: {},
});
const touchedOf = ({ site, id }: HelpRequest): Touched => ({ kind: "card", site, period: id });
const told = (made: HelpRequest) => ({ notices: [noticeOf(made)], touched: [touchedOf(made)] });
const never = (): undefined => undefined;

/** Asks for what is no request that there is. */
export async function asked(store: HelpStore, asking: Asking): Promise<HelpRequest> {
  return (await store.ask(asking, later(1_000), never, () => ({}))).request;
}

function aProposal(n: number, but: Partial<Changed["answer"]> = {}): NonNullable<Changed["answer"]> {
  const { number: _, solved: __, ...rest } = aKeptAnswer({ id: anId(6000 + n) });
  return { ...rest, words: ["refund", `n${n}`], ...but };
}

/** Everything that a request can say. */
const aFullAsking = (): Asking =>
  anAsking(1, {
    urgency: "high",
    isLive: false,
    callBackAt: later(45),
    isCallBackTold: true,
    state: "waiting",
    claimer: anId(2),
    claimedAt: later(1),
    hasAnswered: true,
    waitingSince: later(2),
    firstAnswerAt: later(2),
    overAt: later(3),
    overBy: anId(2),
    note: "at: since 12",
    round: {
      number: 2,
      since: later(0.5),
      spentMin: 1.25,
      steps: 2,
      carriedMin: 4.5,
      answeredAt: later(2),
      answerLateAt: later(1.5),
      endLateAt: later(1.75),
    },
    ranMin: 5.25,
    answerLateAt: later(0.25),
    endLateAt: later(0.75),
    asked: [
      { at: later(1), step: 1, ask: "duty-lead", people: [anId(3)], instead: "team-leads" },
      { at: new Date("2026-03-09T10:01:00.123Z"), step: 0, ask: "supervisor", people: [] },
    ],
    offered: [anId(6001)],
    solvedBy: anId(6001),
    nextAt: later(7),
  });

/** What every store of help promises, in memory and on the database alike. */
export function helpStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`help store ${name}`, () => {
    /** An answer as it is kept when it was proposed from the request of the same number. */
    async function learnt(store: HelpStore, n: number, but: Partial<KeptAnswer> & { words?: readonly string[] } = {}) {
      const { solved = 0, ...rest } = but;
      const { id } = await asked(store, anAsking(n));
      const answer = aProposal(n, { request: id, ...rest });
      await store.change(id, openedAt, (request) => done({ request, answer }));
      for (let times = 0; times < solved; times += 1)
        await store.change(id, openedAt, (request) => done({ request, solvedBy: answer.id }));
      const kept = await store.answer(answer.id);
      if (kept === undefined) throw new Error(`no answer ${answer.id}`);
      return kept;
    }
    const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

    test("a request comes back as it was asked, by its id and by its number, and is announced", async () => {
      const { store, announced } = await open();
      const { words: _, ...asking } = aFullAsking();
      const made = await store.ask(aFullAsking(), openedAt, never, told);
      expect(made).toEqual({ request: { ...asking, number: made.request.number, version: 1 }, isMerged: false });
      expect(await store.request(anId(5001))).toEqual(made.request);
      expect(await store.requestNumbered(made.request.number)).toEqual(made.request);
      expect(await announced()).toEqual([`told ${anId(5001)}`, `card ${anId(5001)}`]);
      const bare = await store.ask(anAsking(2), openedAt, never, told);
      expect(await store.request(anId(5002))).toEqual(bare.request);
      expect(bare.request.number).toBeGreaterThan(made.request.number);
    });

    test("what is not there is not found", async () => {
      const { store } = await open();
      await asked(store, anAsking(1));
      for (const id of [anId(999), "no id at all"]) {
        expect(await store.request(id)).toBeUndefined();
        expect(await store.entries(id)).toEqual([]);
        expect(await store.answer(id)).toBeUndefined();
        const changed = await store.change(id, openedAt, (request) => done({ request }));
        expect(changed).toEqual({ ok: false, refusal: { why: "no-such-request" } });
        const decided = await store.changeAnswer(id, openedAt, (answer) => done({ answer }));
        expect(decided).toEqual({ ok: false, refusal: { why: "no-such-answer" } });
      }
      expect(await store.requestNumbered(999_999)).toBeUndefined();
      expect(await store.answerNumbered(999_999)).toBeUndefined();
    });

    test("what the same agent asked since an instant and is under way is asked first, the latest first", async () => {
      const { store, announced } = await open();
      await asked(store, anAsking(1, { openedAt: later(-3) }));
      await asked(store, anAsking(2, { openedAt: later(-2) }));
      await asked(store, anAsking(3, { openedAt: later(-1), state: "claimed", claimer: anId(2), words: [] }));
      await asked(store, anAsking(4, { openedAt: later(-1), state: "closed" }));
      await asked(store, anAsking(5, { openedAt: later(-1), asker: anId(2) }));
      const seen: (readonly [string, readonly string[]])[] = [];
      const merge = (request: HelpRequest, words: readonly string[]): Changed | undefined => {
        seen.push([request.id, words]);
        if (request.id !== anId(5002)) return undefined;
        const entry = { kind: "added", person: anId(1), at: openedAt, text: "Once more." } as const;
        return { request: { ...request, urgency: "high" }, entries: [entry], ...told(request) };
      };
      const merged = await store.ask(anAsking(6), later(-2), merge, () => ({ notices: [noticeOf(aRequest(), "new")] }));
      expect(seen).toEqual([
        [anId(5003), []],
        [anId(5002), ["refund", "n2"]],
      ]);
      expect(merged).toMatchObject({ request: { id: anId(5002), urgency: "high", version: 2 }, isMerged: true });
      expect(await store.request(anId(5002))).toEqual(merged.request);
      expect(await store.request(anId(5006))).toBeUndefined();
      expect(await store.entries(anId(5002))).toEqual([
        { position: 1, kind: "added", person: anId(1), at: openedAt, text: "Once more." },
      ]);
      expect(await announced()).toEqual([`told ${anId(5002)}`, `card ${anId(5002)}`]);
      expect(await store.ask(anAsking(7), later(-2), never, told)).toMatchObject({ isMerged: false });
    });

    test("a change sees what was said, adds to it in order, raises the version and is announced", async () => {
      const { store, announced } = await open();
      const made = await asked(store, anAsking(1));
      const first = { kind: "claimed", person: anId(2), at: later(1), text: "" } as const;
      const second = { kind: "closed", at: new Date("2026-03-09T10:02:00.007Z"), text: "a 'b' \"c\"\n\\d 好" } as const;
      const claimed = { ...made, state: "claimed", claimer: anId(2), claimedAt: later(1), nextAt: later(4) } as const;
      const one = await store.change(made.id, later(1), (request, entries) => {
        expect([request, entries]).toEqual([made, []]);
        return done({ request: claimed, entries: [first, second], ...told(made) });
      });
      expect(one).toEqual(done({ ...claimed, version: 2 }));
      const two = await store.change(made.id, later(2), (request, entries) => {
        expect(request).toEqual({ ...claimed, version: 2 });
        expect(entries.map(({ position }) => position)).toEqual([1, 2]);
        return done({ request: { ...made, isLive: false, category: "other" }, entries: [first] });
      });
      expect(two).toEqual(done({ ...made, isLive: false, category: "other", version: 3 }));
      expect(await store.request(made.id)).toEqual({ ...made, isLive: false, category: "other", version: 3 });
      expect(await store.entries(made.id)).toEqual([
        { ...first, position: 1 },
        { ...second, position: 2 },
        { ...first, position: 3 },
      ]);
      expect(await announced()).toEqual([`told ${made.id}`, `card ${made.id}`]);
    });

    test("nothing stays of what is refused, nor of what changes nothing", async () => {
      const { store, announced } = await open();
      const made = await asked(store, anAsking(1));
      const refused = await store.change(made.id, openedAt, () => refuse({ why: "not-now" }));
      expect(refused).toEqual({ ok: false, refusal: { why: "not-now" } });
      expect(await store.change(made.id, openedAt, (request) => done({ request, entries: [] }))).toEqual(done(made));
      expect(await store.request(made.id)).toEqual(made);
      const only = await store.change(made.id, openedAt, (request) => done({ request, touched: [touchedOf(request)] }));
      expect(only).toEqual(done({ ...made, version: 2 }));
      expect(await announced()).toEqual([`card ${made.id}`]);
    });

    test("of changes that come at once, each sees what the one before it made", async () => {
      const { store } = await open();
      const { id } = await asked(store, anAsking(1));
      const add = (n: number) =>
        store.change(id, openedAt, (request, entries) => {
          const entry = { kind: "answer", person: anId(n), at: openedAt, text: `${entries.length}` } as const;
          return done({ request: { ...request, note: `${request.note ?? ""}.` }, entries: [entry] });
        });
      await Promise.all([1, 2, 3, 4, 5, 6].map(add));
      expect(await store.request(id)).toMatchObject({ version: 7, note: "......" });
      const entries = await store.entries(id);
      expect(entries.map(({ position, text }) => `${position} after ${text}`)).toEqual(
        [1, 2, 3, 4, 5, 6].map((n) => `${n} after ${n - 1}`),
      );
    });

    test("the requests of a site are found by what is wanted of them, the latest first, a page at a time", async () => {
      const { store } = await open();
      await asked(store, anAsking(1, { words: ["refund", "退款"] }));
      await asked(store, anAsking(2, { openedAt: later(1), state: "claimed", claimer: anId(3), isLive: false }));
      await asked(store, anAsking(3, { openedAt: later(1), asker: anId(2), category: "system", words: [] }));
      await asked(store, anAsking(4, { site: "york" }));
      const found = async (but: Partial<Sought>) => {
        const { requests, all } = await store.find({ site: "leeds", from: 0, limit: 10, ...but });
        return [requests.map(({ id }) => Number(id.slice(-1))), all];
      };
      expect(await found({})).toEqual([[3, 2, 1], 3]);
      expect(await found({ from: 1, limit: 1 })).toEqual([[2], 3]);
      expect(await found({ from: 5 })).toEqual([[], 3]);
      expect(await found({ states: ["claimed", "closed"] })).toEqual([[2], 1]);
      expect(await found({ states: [] })).toEqual([[], 0]);
      expect(await found({ category: "system" })).toEqual([[3], 1]);
      expect(await found({ asker: anId(1) })).toEqual([[2, 1], 2]);
      expect(await found({ claimer: anId(3) })).toEqual([[2], 1]);
      expect(await found({ isLive: false })).toEqual([[2], 1]);
      expect(await found({ isLive: true, asker: anId(1) })).toEqual([[1], 1]);
      expect(await found({ words: ["refund"] })).toEqual([[2, 1], 2]);
      expect(await found({ words: ["退款", "refund"] })).toEqual([[1], 1]);
      expect(await found({ words: ["refund", "refun"] })).toEqual([[], 0]);
      expect(await found({ site: "york" })).toEqual([[4], 1]);
    });

    test("what was opened between two instants comes with its words, the first first", async () => {
      const { store } = await open();
      await asked(store, anAsking(1, { openedAt: later(2) }));
      await asked(store, anAsking(2, { openedAt: later(1), words: [] }));
      await asked(store, anAsking(3, { openedAt: later(3) }));
      await asked(store, anAsking(4, { openedAt: later(1), site: "york" }));
      const found = await store.openedBetween("leeds", later(1), later(3));
      expect(found.map(({ request, words }) => [request.id, words])).toEqual([
        [anId(5002), []],
        [anId(5001), ["refund", "n1"]],
      ]);
      expect(found[0]?.request).toEqual(await store.request(anId(5002)));
    });

    test("what is due is looked at, the longest due first", async () => {
      const { store } = await open();
      await asked(store, anAsking(1, { nextAt: later(2) }));
      await asked(store, anAsking(2, { nextAt: later(1) }));
      await asked(store, anAsking(3));
      await asked(store, anAsking(4, { nextAt: later(2.001), site: "york" }));
      expect(ids(await store.due(later(2), 10))).toEqual([anId(5002), anId(5001)]);
      expect(ids(await store.due(later(3), 2))).toEqual([anId(5002), anId(5001)]);
      expect(await store.due(later(0), 10)).toEqual([]);
      await store.change(anId(5002), openedAt, ({ nextAt: _, ...request }) => done({ request }));
      expect(ids(await store.due(later(3), 10))).toEqual([anId(5001), anId(5004)]);
    });

    test("an answer comes back as it was proposed, by its id and by its number", async () => {
      const { store } = await open();
      const kept = await learnt(store, 1);
      expect(kept).toEqual({ ...aKeptAnswer({ request: anId(5001) }), number: kept.number });
      expect(await store.answerNumbered(kept.number)).toEqual(kept);
      const full = await learnt(store, 2, { decidedBy: anId(3), decidedAt: later(9), reason: "No.", solved: 2 });
      expect(full).toMatchObject({ decidedBy: anId(3), decidedAt: later(9), reason: "No.", solved: 2 });
    });

    test("what was learnt from a request is at hand, changes under its id, and leaves it to the next", async () => {
      const { store } = await open();
      const first = await learnt(store, 1);
      const learn = (n: number, but: Partial<NewAnswer> = {}) =>
        store.change(anId(5001), openedAt, (request, _, before) => {
          known.push(before?.id);
          const answer = aProposal(n, { request: anId(5001), answer: `${n}`, ...but, words: ["other"] });
          return done({ request, answer });
        });
      const known: (string | undefined)[] = [];
      expect(await learn(1, { answer: "Again." })).toMatchObject({ ok: true, value: { version: 3 } });
      expect(await store.answer(first.id)).toEqual({ ...first, answer: "Again." });
      await store.changeAnswer(first.id, openedAt, (answer) => done({ answer: { ...answer, state: "approved" } }));
      expect(ids(await store.alike("leeds", ["other"], 1, 10))).toEqual([first.id]);
      await learn(7);
      const { request: _, ...rest } = first;
      expect(await store.answer(first.id)).toEqual({ ...rest, answer: "Again.", state: "approved" });
      const second = await store.answer(anId(6007));
      expect(second).toMatchObject({ request: anId(5001), answer: "7", state: "proposed" });
      expect(second?.number).toBeGreaterThan(first.number);
      await learn(7, { state: "rejected" });
      expect(await store.answer(anId(6007))).toMatchObject({ state: "rejected", number: second?.number });
      expect(known).toEqual([anId(6001), anId(6001), anId(6007)]);
    });

    test("the answers of a site are listed by their states, the latest first, a page at a time", async () => {
      const { store } = await open();
      const states = ["proposed", "approved", "approved", "retired"] as const;
      for (const [index, state] of states.entries()) await learnt(store, index + 1, { state });
      await learnt(store, 5, { site: "york" });
      const page = { from: 0, limit: 10 };
      const listed = async (...of: Parameters<HelpStore["answers"]>) => {
        const { answers, all } = await store.answers(...of);
        return [answers.map(({ id }) => Number(id.slice(-1))), all];
      };
      expect(await listed("leeds", ["approved"], page)).toEqual([[3, 2], 2]);
      expect(await listed("leeds", answerStates, page)).toEqual([[4, 3, 2, 1], 4]);
      expect(await listed("leeds", answerStates, { from: 1, limit: 2 })).toEqual([[3, 2], 4]);
      expect(await listed("leeds", [], page)).toEqual([[], 0]);
    });

    test("approved answers are found by the words they share, the most first, then the oftenest right", async () => {
      const { store } = await open();
      const approved = (n: number, words: readonly string[], solved = 0) =>
        learnt(store, n, { state: "approved", words, solved });
      await approved(1, ["refund", "card", "limit"]);
      await approved(2, ["refund", "card"], 1);
      await approved(3, ["refund", "card"]);
      await approved(4, ["refund"], 3);
      await approved(5, []);
      await learnt(store, 6, { state: "retired", words: ["refund", "card", "limit"] });
      await learnt(store, 7, { state: "approved", site: "york", words: ["refund", "card"] });
      const found = async (words: readonly string[], least: number, limit = 10) =>
        (await store.alike("leeds", words, least, limit)).map(({ id }) => Number(id.slice(-1)));
      expect(await found(["limit", "card", "refund", "退款"], 1)).toEqual([1, 2, 3, 4]);
      expect(await found(["limit", "card", "refund"], 2)).toEqual([1, 2, 3]);
      expect(await found(["card", "refund"], 2)).toEqual([2, 3, 1]);
      expect(await found(["card", "refund"], 2, 1)).toEqual([2]);
      expect(await found(["car"], 1)).toEqual([]);
      expect(await found([], 0)).toEqual([]);
    });

    test("an answer is decided with all that is said of it, and is found by other words where they changed", async () => {
      const { store, announced } = await open();
      const { id, number } = await learnt(store, 1);
      const decision = { state: "approved", decidedBy: anId(3), decidedAt: later(9), reason: "Yes." } as const;
      const text = { question: "Another?", answer: "Other.", category: "policy", solved: 4 } as const;
      const decided = await store.changeAnswer(id, later(9), (answer) =>
        done({ answer: { ...answer, ...decision, ...text }, ...told(aRequest()) }),
      );
      const whole = { ...aKeptAnswer({ request: anId(5001) }), number, ...decision, ...text };
      expect(decided).toEqual(done(whole));
      expect(await store.answer(id)).toEqual(whole);
      expect(await announced()).toEqual([`told ${anId(5001)}`, `card ${anId(5001)}`]);
      expect(ids(await store.alike("leeds", ["n1"], 1, 10))).toEqual([id]);
      await store.changeAnswer(id, later(9), (answer) => done({ answer, words: ["anew"] }));
      expect(await store.alike("leeds", ["n1"], 1, 10)).toEqual([]);
      expect(ids(await store.alike("leeds", ["anew"], 1, 10))).toEqual([id]);
      const refused = await store.changeAnswer(id, later(9), () => refuse({ why: "decided" }));
      expect(refused).toEqual({ ok: false, refusal: { why: "decided" } });
    });
  });
}
