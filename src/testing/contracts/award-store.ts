import { describe, expect, test } from "vitest";
import type { Award, AwardStore, Told } from "../../features/awards/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { day } from "../../kernel/time.ts";
import { aProposal } from "../award-builders.ts";
import { anId } from "../builders.ts";

/** A new, empty store at Leeds and York, whose people 1 to 9 are, and what it announced. */
export type Opened = { readonly store: AwardStore; readonly announced: () => Promise<readonly unknown[]> };

const at = new Date("2026-03-09T10:00:00.456Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const told = ({ id, site, revision }: Award): Told => ({
  notices: [{ kind: "award-proposal", site, period: id, at, body: { revision } }],
  touched: [{ kind: "award", site, period: id }],
});
const silent = (): Told => ({});
const of = (id: number) => ({ of: { is: "person", id: anId(id) } }) as const;
const team = { of: { is: "team", id: "north" } } as const;

/** The award as it is given by somebody at a moment. */
const givenAt = (when: Date) => (now: Award) =>
  done<Award>({
    ...now,
    state: "given",
    decision: { is: "changed", by: anId(3), at: when, reason: "She helped out on two queues." },
    times: now.times + 1,
    revision: now.revision + 1,
  });

/** What every store of awards promises, in memory and on the database alike. */
export function awardStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`award store ${name}`, () => {
    const proposed = async (store: AwardStore, ...all: Parameters<typeof aProposal>[0][]) =>
      store.propose(all.map(aProposal), silent);

    test("a proposal comes back as it was, with a number, and is announced with it", async () => {
      const { store, announced } = await open();
      const full = aProposal({
        team: "north",
        before: { from: day("2026-03-05"), to: day("2026-03-05") },
        prize: { en: "Coffee", "zh-CN": "咖啡" },
        coupon: "C-1",
      });
      const [made] = await store.propose([full], told);
      if (made === undefined) throw new Error("nothing was proposed");
      expect(made).toEqual({ ...full, number: made.number });
      expect(await store.award(made.id)).toEqual(made);
      expect(await store.awardNumbered("leeds", made.number)).toEqual(made);
      expect(await store.awardNumbered("york", made.number)).toBeUndefined();
      expect(await store.award(anId(404))).toBeUndefined();
      expect(await store.award("no id at all")).toBeUndefined();
      expect(await announced()).toEqual([...(told(made).notices ?? []), ...(told(made).touched ?? [])]);
    });

    test("each is proposed once for its rule, days, team and turn, however often it is tried", async () => {
      const { store, announced } = await open();
      const [first] = await store.propose([aProposal()], told);
      const variants = [
        aProposal({ id: anId(801) }),
        aProposal({ id: anId(802), turn: 2 }),
        aProposal({ id: anId(803), team: "north" }),
        aProposal({ id: anId(804), rule: "monthly-best" }),
        aProposal({ id: anId(805), to: day("2026-03-08") }),
        aProposal({ id: anId(806), site: "york" }),
      ];
      const made = await store.propose(variants, silent);
      expect(made.map(({ id }) => id)).toEqual([802, 803, 804, 805, 806].map(anId));
      expect(new Set([first, ...made].map((one) => one?.number)).size).toBe(6);
      expect(await store.propose(variants, told)).toEqual([]);
      expect(await announced()).toHaveLength(2);
      expect((await store.turns(aProposal())).map(({ id, turn }) => [id, turn])).toEqual([
        [anId(800), 1],
        [anId(802), 2],
      ]);
      expect((await store.turns(aProposal({ team: "north" }))).map(({ id }) => id)).toEqual([anId(803)]);
    });

    test("of two who propose the same at once, one does", async () => {
      const { store, announced } = await open();
      const both = await Promise.all([810, 811].map((id) => store.propose([aProposal({ id: anId(id) })], told)));
      expect(both.flat()).toHaveLength(1);
      expect(await announced()).toHaveLength(2);
      expect(await store.turns(aProposal())).toHaveLength(1);
    });

    test("a change is kept and announced, with what was there before", async () => {
      const { store, announced } = await open();
      await proposed(store, {});
      const seen: number[][] = [];
      const outcome = await store.change(
        anId(800),
        givenAt(at),
        (after, before) => {
          seen.push([before.revision, after.revision]);
          return told(after);
        },
        at,
      );
      if (!outcome.ok) throw new Error("it is refused");
      expect(seen).toEqual([[1, 2]]);
      expect(await store.award(anId(800))).toEqual(outcome.value);
      expect(await announced()).toEqual([
        ...(told(outcome.value).notices ?? []),
        ...(told(outcome.value).touched ?? []),
      ]);
      const { decision: _, ...open_ } = outcome.value;
      await store.change(anId(800), () => done({ ...open_, state: "proposed" }), silent, at);
      expect(await store.award(anId(800))).not.toHaveProperty("decision");
    });

    test("a refusal changes and announces nothing", async () => {
      const { store, announced } = await open();
      const [made] = await proposed(store, {});
      expect(await store.change(anId(800), () => refuse({ why: "decided" }), told, at)).toEqual(
        refuse({ why: "decided" }),
      );
      for (const id of [anId(404), "no id at all"]) {
        expect(await store.change(id, givenAt(at), told, at)).toEqual(refuse({ why: "no-such-award" }));
      }
      expect(await store.award(anId(800))).toEqual(made);
      expect(await announced()).toEqual([]);
    });

    test("of some who decide at once, one does, and the others see that it is decided", async () => {
      const { store, announced } = await open();
      await proposed(store, {});
      const decide = (now: Award) => (now.state === "proposed" ? givenAt(at)(now) : refuse({ why: "decided" }));
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => store.change(anId(800), decide, told, at)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.filter(({ ok }) => !ok)).toEqual([1, 2, 3].map(() => refuse({ why: "decided" })));
      expect(await announced()).toHaveLength(2);
      expect(await store.award(anId(800))).toMatchObject({ state: "given", times: 1, revision: 2 });
    });

    test("they are found by site, state, decision and days, the latest first", async () => {
      const { store } = await open();
      await proposed(
        store,
        {},
        { id: anId(801), turn: 2, proposedAt: later(-600) },
        { id: anId(802), turn: 3, from: day("2026-02-27"), to: day("2026-02-27") },
        { id: anId(803), site: "york" },
      );
      await store.change(anId(800), givenAt(later(5)), silent, at);
      await store.change(anId(801), givenAt(at), silent, at);
      const found = async (sought: Partial<Parameters<AwardStore["awards"]>[1]>) =>
        (await store.awards("leeds", { states: ["proposed", "given", "declined"], limit: 10, ...sought })).map(
          ({ id }) => Number(id.slice(-3)),
        );
      expect(await found({})).toEqual([800, 801, 802]);
      expect(await found({ limit: 1 })).toEqual([800]);
      expect(await found({ states: ["proposed"] })).toEqual([802]);
      expect(await found({ states: ["declined"] })).toEqual([]);
      expect(await found({ decided: { from: at, to: later(5) } })).toEqual([801]);
      expect(await found({ decided: { from: at, to: new Date(later(5).getTime() + 1) } })).toEqual([800, 801]);
      expect(await found({ since: day("2026-03-06") })).toEqual([800, 801]);
      expect(await found({ since: day("2026-03-07") })).toEqual([]);
    });

    test("wins are those of what is given, by the last day; neither what waits nor what is declined counts", async () => {
      const { store } = await open();
      await proposed(
        store,
        { winners: [of(2), of(1)] },
        { id: anId(801), rule: "weekly-best-team", from: day("2026-03-02"), to: day("2026-03-08"), winners: [team] },
        { id: anId(802), turn: 2, winners: [of(3)] },
        { id: anId(803), turn: 3, winners: [of(4)] },
        { id: anId(804), site: "york", winners: [of(5)] },
      );
      for (const id of [800, 801, 804]) await store.change(anId(id), givenAt(at), silent, at);
      await store.change(anId(803), (now) => done<Award>({ ...now, state: "declined" }), silent, at);
      const wins = async (from: string, to: string) => store.wins("leeds", { from: day(from), to: day(to) });
      const one = { ...of(1), rule: "daily-best", day: day("2026-03-06") };
      const two = { ...of(2), rule: "daily-best", day: day("2026-03-06") };
      const week = { ...team, rule: "weekly-best-team", day: day("2026-03-08") };
      expect(await wins("2026-03-06", "2026-03-08")).toEqual([one, two, week]);
      expect(await wins("2026-03-06", "2026-03-07")).toEqual([one, two]);
      expect(await wins("2026-03-07", "2026-03-08")).toEqual([week]);
      await store.change(anId(800), (now) => done({ ...now, winners: [of(6)] }), silent, at);
      expect(await wins("2026-03-06", "2026-03-06")).toEqual([{ ...one, ...of(6) }]);
    });
  });
}
