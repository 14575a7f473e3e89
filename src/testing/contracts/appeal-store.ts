import { describe, expect, test } from "vitest";
import {
  type Appeal,
  type AppealConfig,
  type AppealStore,
  type Before,
  type Decided,
  type Decision,
  type FilingGround,
  type Seat,
  usualConfig,
} from "../../features/appeals/index.ts";
import { type Evaluation, type Restatement, resultOf } from "../../features/evaluations/index.ts";
import type { Notice, Touched } from "../../features/notices/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { aForm, anEvaluation } from "../appeal-builders.ts";
import { anId } from "../builders.ts";

/** A new store over evaluations of Leeds on the form `phone`, what it announced, and how an evaluation stands. */
export type Opened = {
  readonly store: AppealStore;
  readonly announced: () => Promise<{ readonly notices: readonly Notice[]; readonly touched: readonly Touched[] }>;
  readonly evaluation: (id: string) => Promise<Evaluation | undefined>;
};
export type Known = { readonly evaluations: readonly Evaluation[]; readonly config?: Partial<AppealConfig> };

/** Tuesday 10 March 2026, noon; so many hours later. */
export const hours = (after: number): Date => new Date(Date.UTC(2026, 2, 10, 12 + after, 0, 0, 123));
const span = (from = 0, long = 24) => ({ since: hours(from), due: hours(from + long), days: 1, warned: 0 as const });

/** Ana's challenge to the greeting of her evaluation, before her lead. */
export const anAppeal = (but: Partial<Appeal> = {}): Appeal => ({
  id: anId(6001),
  number: 0,
  site: "leeds",
  level: 1,
  evaluation: anId(5001),
  evaluationNumber: "E-1",
  form: "phone",
  version: 1,
  revision: 1,
  agent: anId(1),
  scorer: anId(5),
  team: "north",
  challenges: [{ item: "greeting", original: 3, proposed: 9 }],
  kind: "fact",
  reason: "I did say my name, at second 12.",
  evidence: [{ link: "https://example.com/1" }, { file: { id: anId(8000), name: "call.mp3" } }],
  state: "lead-review",
  time: span(),
  desk: anId(3),
  seats: [],
  filedAt: hours(0),
  happened: [{ is: "filed", at: hours(0), by: anId(1) }],
  ...but,
});

const seat = (name: Seat["name"], holder: number, but: Partial<Seat> = {}): Seat => ({
  name,
  holder: anId(holder),
  time: { ...span(1), warned: 50 },
  passedBy: [],
  ballots: [],
  isMissed: false,
  ...but,
});
const ballot = { item: "greeting", points: 9, code: "scorer-error" as const, reason: "Heard it.", at: hours(2) };

/** Before its panel, of which the supervisor has voted. */
export const onPanel = (but: Partial<Appeal> = {}): Appeal => {
  const { time: _, desk: _desk, ...rest } = anAppeal();
  const seats = [seat("supervisor", 4, { ballots: [ballot] }), seat("lead", 3, { passedBy: [anId(7)] }), seat("qa", 6)];
  return {
    ...rest,
    state: "panel",
    question: "Which second?",
    answer: "The twelfth.",
    statement: { text: "I heard no name.", at: hours(1) },
    seats,
    happened: [...rest.happened, { is: "seated", at: hours(1), seat: "supervisor", to: anId(4) }],
    ...but,
  };
};

const reasons = ["Name is said at second 12.", "名字报过了 Ｎａｍｅ"];
const decisionOf = (challenges: Appeal["challenges"], at: Date, more: object = {}): Decision => ({
  at,
  by: "panel",
  items: challenges.map((one) => ({
    ...one,
    decided: one.proposed,
    outcome: "upheld",
    code: "scorer-error",
    reasons,
    ...more,
  })),
});
/** Closed, everything upheld. */
export const closedAt = (appeal: Appeal, at: Date, more: object = {}): Appeal => {
  const { time: _, desk: _desk, ...rest } = appeal;
  return { ...rest, state: "closed", decision: decisionOf(appeal.challenges, at, more) };
};

export const decided = (appeal: Appeal, nextAt?: Date, but: Partial<Decided> = {}): Decided => ({
  appeal,
  ...(nextAt === undefined ? {} : { nextAt }),
  notices: [],
  touched: [],
  ...but,
});

/** What putting the greeting right makes of an evaluation. */
export function restatementOf(evaluation: Evaluation, appeal: Appeal, at: Date): Restatement {
  const marks = evaluation.marks.map((mark) => (mark.item === "greeting" ? { ...mark, points: 9 } : mark));
  const result = resultOf(aForm(), marks) ?? { points: 100, withoutAutoFail: 100, failedBy: [] };
  return { ...result, evaluation: evaluation.id, marks, appeal: appeal.id, at };
}

/** What every store of appeals promises, in memory and on the database alike. */
export function appealStoreContract(name: string, open: (known: Known) => Promise<Opened>): void {
  describe(`appeal store ${name}`, () => {
    const second = anEvaluation({ id: anId(5002), number: "E-2", interaction: "call-2" });
    const opened = (config?: Partial<AppealConfig>) =>
      open({ evaluations: [anEvaluation(), second], ...(config === undefined ? {} : { config }) });
    const file = async (store: AppealStore, appeal: Appeal, nextAt: Date = hours(12)) => {
      const filed = await store.file(
        appeal.evaluation,
        ({ number }) => done(decided({ ...appeal, number }, nextAt)),
        appeal.filedAt,
      );
      if (!filed.ok) throw new Error("it is refused");
      return filed.value;
    };
    /** Files an appeal and has it decided. */
    const settled = async (store: AppealStore, appeal: Appeal, at: Date, more: object = {}) => {
      const { id } = await file(store, appeal);
      await store.change(id, (now) => done(decided(closedAt(now.appeal, at, more))), at);
    };
    const numbers = (all: readonly Appeal[]) => all.map(({ id }) => Number(id.slice(-4)));

    test("a site has the usual rules but for what it set", async () => {
      expect(await (await opened()).store.configOf("leeds")).toEqual(usualConfig);
      expect(await (await opened({ decidedBy: "majority", recordingDays: 90 })).store.configOf("leeds")).toEqual({
        ...usualConfig,
        decidedBy: "majority",
        recordingDays: 90,
      });
    });

    test("an appeal comes back as it was, to the last instant, wherever it stands", async () => {
      const { store } = await opened();
      const full = closedAt(onPanel({ level: 2, first: anId(6000), kind: "precedent" }), hours(30));
      const correction = { at: hours(30), from: 59, to: 77, revision: 2, adjustedOn: "2026-04-02" };
      const all = [
        anAppeal(),
        onPanel({ id: anId(6002), evaluation: anId(5002), reason: "名字说过了。\n“Twice”, \\o/ 🙂" }),
        { ...full, id: anId(6003), correction },
      ];
      for (const appeal of all) {
        const filed = await file(store, appeal);
        expect(filed).toEqual({ ...appeal, number: filed.number });
        expect(await store.appeal(appeal.id)).toEqual(filed);
        expect(await store.numbered("leeds", filed.number)).toEqual(filed);
        expect(await store.numbered("york", filed.number)).toBeUndefined();
      }
      expect(await store.appeal(anId(404))).toBeUndefined();
      expect(await store.appeal("no id at all")).toBeUndefined();
    });

    test("an agent's are the latest first", async () => {
      const { store } = await opened();
      await file(store, anAppeal());
      await file(store, anAppeal({ id: anId(6002), evaluation: anId(5002), filedAt: hours(1) }));
      expect(numbers(await store.filedBy(anId(1), 10))).toEqual([6002, 6001]);
      expect(numbers(await store.filedBy(anId(1), 1))).toEqual([6002]);
      expect(await store.filedBy(anId(2), 10)).toEqual([]);
    });

    test("whoever files knows what is open on the evaluation and what was decided last", async () => {
      const { store } = await opened();
      const grounds: FilingGround[] = [];
      const look = async () => {
        await store.file(anId(5001), (ground) => refuse({ why: String(grounds.push(ground)) }), hours(9));
        return grounds.at(-1);
      };
      expect(await look()).toMatchObject({ evaluation: anEvaluation(), open: new Map(), decided: new Map() });
      const first = await file(store, anAppeal());
      expect((await look())?.open).toEqual(new Map([["greeting", first.number]]));
      const closed = closedAt(first, hours(5));
      await store.change(first.id, () => done(decided(closed)), hours(5));
      expect(await look()).toMatchObject({ open: new Map(), decided: new Map([["greeting", closed]]) });
      const again = await file(store, anAppeal({ id: anId(6002), level: 2, first: first.id, filedAt: hours(6) }));
      expect(again.number).toBeGreaterThan(first.number);
      expect((await look())?.open).toEqual(new Map([["greeting", again.number]]));
      const last = closedAt(again, hours(8));
      await store.change(again.id, () => done(decided(last)), hours(8));
      expect((await look())?.decided).toEqual(new Map([["greeting", last]]));
    });

    test("one who withdraws leaves the item free", async () => {
      const { store } = await opened();
      const { id } = await file(store, anAppeal());
      const { time: _, desk: _desk, ...rest } = anAppeal();
      await store.change(
        id,
        (now) => done(decided({ ...rest, number: now.appeal.number, state: "withdrawn" })),
        hours(1),
      );
      const grounds: FilingGround[] = [];
      await store.file(anId(5001), (found) => refuse({ why: String(grounds.push(found)) }), hours(2));
      expect(grounds).toMatchObject([{ open: new Map(), decided: new Map() }]);
    });

    test("of two who file the same item at the same instant, one hears of the other", async () => {
      const { store } = await opened();
      const filing = (id: string) =>
        store.file(
          anId(5001),
          ({ number, open }) => {
            const first = open.get("greeting");
            return first === undefined
              ? done(decided(anAppeal({ id, number }), hours(12)))
              : refuse({ why: "duplicate", first });
          },
          hours(0),
        );
      const outcomes = await Promise.all([6001, 6002, 6003, 6004].map((n) => filing(anId(n))));
      const filed = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
      expect(filed).toHaveLength(1);
      expect(outcomes.filter(({ ok }) => !ok)).toEqual(
        Array.from({ length: 3 }, () => refuse({ why: "duplicate", first: filed[0]?.number })),
      );
    });

    test("a refusal changes and announces nothing, and what is gone is said to be", async () => {
      const { store, announced } = await opened();
      const no = () => refuse({ why: "too-late" });
      expect(await store.file(anId(5001), no, hours(0))).toEqual(refuse({ why: "too-late" }));
      expect(await store.file(anId(404), no, hours(0))).toEqual(refuse({ why: "gone" }));
      expect(await store.change(anId(404), no, hours(0))).toEqual(refuse({ why: "gone" }));
      const filed = await file(store, anAppeal());
      expect(await store.change(filed.id, no, hours(0))).toEqual(refuse({ why: "too-late" }));
      expect(await store.appeal(filed.id)).toEqual(filed);
      expect(await announced()).toEqual({ notices: [], touched: [] });
    });

    test("decisions about one appeal are made one after another, each knowing the one before", async () => {
      const { store } = await opened();
      const { id } = await file(store, onPanel());
      const happen = (n: number) =>
        store.change(
          id,
          ({ appeal }) => {
            const happened = [
              ...appeal.happened,
              { is: "voted" as const, at: hours(n), seat: "qa" as const, by: anId(6) },
            ];
            return done(decided({ ...appeal, happened }, hours(12)));
          },
          hours(n),
        );
      await Promise.all(Array.from({ length: 8 }, (_, n) => happen(n)));
      expect((await store.appeal(id))?.happened).toHaveLength(10);
    });

    test("of two last votes at once, one decides", async () => {
      const { store } = await opened();
      const { id } = await file(store, onPanel());
      const vote = () =>
        store.change(
          id,
          ({ appeal, evaluation }) =>
            appeal.state !== "panel" || evaluation === undefined
              ? refuse({ why: "not-now" })
              : done(
                  decided(closedAt(appeal, hours(3)), undefined, {
                    restatement: restatementOf(evaluation, appeal, hours(3)),
                  }),
                ),
          hours(3),
        );
      const outcomes = await Promise.all([vote(), vote()]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual(refuse({ why: "not-now" }));
    });

    test("what is decided restates the evaluation, and everybody who is told is told with it", async () => {
      const { store, announced, evaluation } = await opened();
      const notice = (period: string): Notice => ({
        kind: "appeal",
        site: "leeds",
        period,
        at: hours(0),
        body: { a: 1 },
      });
      const touched = { kind: "appeal", site: "leeds", period: anId(6001) };
      await store.file(
        anId(5001),
        ({ number }) => done(decided(anAppeal({ number }), hours(12), { notices: [notice("1")], touched: [touched] })),
        hours(0),
      );
      const changed = await store.change(
        anId(6001),
        ({ appeal, evaluation: now }) =>
          now === undefined
            ? refuse({ why: "void" })
            : done(
                decided(closedAt(appeal, hours(3)), undefined, {
                  restatement: restatementOf(now, appeal, hours(3)),
                  notices: [notice("2")],
                  touched: [touched],
                }),
              ),
        hours(3),
      );
      expect(changed).toMatchObject({ ok: true, value: { state: "closed" } });
      const { points, withoutAutoFail, failedBy, marks } = restatementOf(anEvaluation(), anAppeal(), hours(3));
      expect(points).toBeGreaterThan(anEvaluation().points);
      expect(await evaluation(anId(5001))).toEqual(
        anEvaluation({ marks, points, withoutAutoFail, failedBy, revision: 2 }),
      );
      const all = await announced();
      expect(all.notices).toEqual([notice("1"), notice("2")]);
      expect(all.touched).toHaveLength(3);
      expect(all.touched).toContainEqual({ kind: "evaluation", site: "leeds", period: anId(5001) });
      expect(all.touched.filter(({ kind }) => kind === "appeal")).toEqual([touched, touched]);
    });

    test("it waits for whoever has it before them, for those who have not voted, and for the scorer's grounds", async () => {
      const { store } = await opened();
      const waiting = async (person: number) => numbers(await store.waitingFor(anId(person)));
      await file(store, anAppeal());
      await file(store, onPanel({ id: anId(6002), evaluation: anId(5002), filedAt: hours(1) }));
      expect(await Promise.all([1, 3, 4, 5, 6, 7].map(waiting))).toEqual([[], [6001, 6002], [], [6001], [6002], []]);
      await store.change(anId(6001), ({ appeal }) => done(decided(closedAt(appeal, hours(2)))), hours(2));
      expect(await Promise.all([3, 5].map(waiting))).toEqual([[6002], []]);
    });

    test("open ones are known by team and by agent", async () => {
      const { store } = await opened();
      await file(store, anAppeal());
      await file(store, anAppeal({ id: anId(6002), evaluation: anId(5002), team: "south", filedAt: hours(1) }));
      expect(numbers(await store.openOf(["north"]))).toEqual([6001]);
      expect(numbers(await store.openOf(["north", "south", "west"]))).toEqual([6001, 6002]);
      expect(await store.openOf([])).toEqual([]);
      const pending = () => store.pendingOf([anId(1), anId(2)]);
      expect([...(await pending())]).toEqual([
        [anId(1), 2],
        [anId(2), 0],
      ]);
      await store.change(anId(6001), ({ appeal }) => done(decided(closedAt(appeal, hours(2)))), hours(2));
      expect(await store.openOf(["north"])).toEqual([]);
      expect((await pending()).get(anId(1))).toBe(1);
    });

    test("a sweep looks at those whose time has come, the longest due first, and at each once", async () => {
      const { store } = await opened();
      await file(store, anAppeal(), hours(3));
      await file(store, anAppeal({ id: anId(6002), evaluation: anId(5002) }), hours(2));
      const other = { item: "solution", original: 6, proposed: 9 };
      await file(store, anAppeal({ id: anId(6003), challenges: [other] }), hours(9));
      const seen: number[][] = [];
      const sweep = (at: Date, limit = 10) =>
        store.sweep(at, limit, async (due) => {
          seen.push(numbers(due));
          return ({ appeal, evaluation }) => {
            expect(evaluation?.id).toBe(appeal.evaluation);
            return decided({ ...appeal, desk: anId(8) }, hours(20));
          };
        });
      expect(await sweep(hours(1))).toBe(0);
      expect(await sweep(hours(3), 1)).toBe(1);
      expect(await sweep(hours(3))).toBe(1);
      expect(await sweep(hours(3))).toBe(0);
      expect(seen).toEqual([[6002], [6001]]);
      expect((await store.appeal(anId(6001)))?.desk).toBe(anId(8));
      expect((await store.appeal(anId(6003)))?.desk).toBe(anId(3));
    });

    test("a sweep carries out decisions, restatements included", async () => {
      const { store, evaluation, announced } = await opened();
      await file(store, onPanel(), hours(1));
      await file(store, anAppeal({ id: anId(6002), evaluation: anId(5002) }), hours(2));
      const judge = ({ appeal, evaluation: now }: Before) =>
        appeal.state === "panel" && now !== undefined
          ? decided(closedAt(appeal, hours(3)), undefined, { restatement: restatementOf(now, appeal, hours(3)) })
          : decided({ ...appeal, desk: anId(8) }, hours(20));
      const swept = await store.sweep(hours(3), 10, async () => judge);
      expect(swept).toBe(2);
      expect((await store.appeal(anId(6001)))?.state).toBe("closed");
      expect(await evaluation(anId(5001))).toMatchObject({ revision: 2 });
      expect(await evaluation(anId(5002))).toMatchObject({ revision: 1 });
      expect((await announced()).touched).toEqual([{ kind: "evaluation", site: "leeds", period: anId(5001) }]);
      expect(await store.sweep(hours(4), 10, async () => judge)).toBe(0);
    });

    test("what somebody decided while a sweep gathered is left as they decided it", async () => {
      const { store } = await opened();
      const { id } = await file(store, anAppeal(), hours(1));
      await file(store, anAppeal({ id: anId(6002), evaluation: anId(5002) }), hours(2));
      const judged: number[] = [];
      await store.sweep(hours(3), 10, async () => {
        await store.change(id, ({ appeal }) => done(decided({ ...appeal, desk: anId(9) }, hours(30))), hours(3));
        return ({ appeal }) => {
          judged.push(...numbers([appeal]));
          return decided({ ...appeal, desk: anId(8) }, hours(20));
        };
      });
      expect(judged).toEqual([6002]);
      expect((await store.appeal(id))?.desk).toBe(anId(9));
    });

    test("precedents are found by all of some words in any spelling, the latest first", async () => {
      const { store } = await opened();
      const solution = [{ item: "solution", original: 6, proposed: 9 }];
      await settled(store, anAppeal(), hours(5));
      await settled(
        store,
        anAppeal({ id: anId(6002), evaluation: anId(5002), kind: "rule", challenges: solution }),
        hours(7),
        { reasons: ["规则不清楚 100%_sure"], code: "rule-unclear", outcome: "partly", decided: 8 },
      );
      const found = async (words: string[], limit = 10, site = "leeds") =>
        (await store.precedents(site, words, limit)).map(({ item }) => item);
      expect(await found([])).toEqual(["solution", "greeting"]);
      expect(await found([], 1)).toEqual(["solution"]);
      expect(await found(["phone"])).toEqual(["solution", "greeting"]);
      expect(await found(["name", "second"])).toEqual(["greeting"]);
      expect(await found(["名字报过"])).toEqual(["greeting"]);
      expect(await found(["规则", "solution"])).toEqual(["solution"]);
      expect(await found(["规则", "greeting"])).toEqual([]);
      expect(await found(["100%_"])).toEqual(["solution"]);
      expect(await found(["1%"])).toEqual([]);
      expect(await found([], 10, "york")).toEqual([]);
      const [one] = await store.similar("leeds", "phone", "solution", 5);
      const { number } = (await store.appeal(anId(6002))) ?? { number: 0 };
      expect(one).toEqual({
        appeal: anId(6002),
        number,
        site: "leeds",
        form: "phone",
        item: "solution",
        kind: "rule",
        outcome: "partly",
        code: "rule-unclear",
        original: 6,
        decided: 8,
        reasons: ["规则不清楚 100%_sure"],
        at: hours(7),
      });
      expect(await store.similar("leeds", "chat", "solution", 5)).toEqual([]);
    });

    test("what was decided and how long it took is known from an instant on", async () => {
      const { store } = await opened();
      await settled(store, onPanel(), hours(5));
      const {
        scorer: _,
        team: _team,
        ...bare
      } = anAppeal({ id: anId(6002), evaluation: anId(5002), filedAt: hours(1) });
      await settled(store, bare, hours(7), { outcome: "rejected", code: "no-error" });
      const row = { form: "phone", item: "greeting", agent: anId(1) };
      const first = {
        ...row,
        appeal: anId(6001),
        scorer: anId(5),
        team: "north",
        outcome: "upheld",
        code: "scorer-error",
      };
      const last = { ...row, appeal: anId(6002), outcome: "rejected", code: "no-error", decidedAt: hours(7) };
      expect(await store.outcomes("leeds", hours(0))).toEqual([{ ...first, decidedAt: hours(5) }, last]);
      expect(await store.outcomes("leeds", hours(6))).toEqual([last]);
      expect(await store.outcomes("york", hours(0))).toEqual([]);
      expect(await store.courses("leeds", hours(0))).toEqual([
        { filedAt: hours(0), panelAt: hours(1), decidedAt: hours(5), team: "north" },
        { filedAt: hours(1), decidedAt: hours(7) },
      ]);
      expect(await store.courses("leeds", hours(6))).toHaveLength(1);
    });

    test("files are kept byte by byte", async () => {
      const { store } = await opened();
      const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      const id = await store.keepFile({ name: "录音.mp3", content }, hours(0));
      expect(await store.readFile(id)).toEqual({ name: "录音.mp3", content });
      expect(await store.readFile(anId(404))).toBeUndefined();
      expect(await store.readFile("no id at all")).toBeUndefined();
    });
  });
}
