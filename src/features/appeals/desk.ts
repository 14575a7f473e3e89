import type { Log } from "../../kernel/log.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { EvaluationForm } from "../evaluations/index.ts";
import { announced } from "./announce.ts";
import type { ActRefusal, Appeals, Card, Who } from "./card.ts";
import type { Cases } from "./cases.ts";
import { type Context, canBe, type Surroundings } from "./context.ts";
import { corrected } from "./correction.ts";
import type { Appeal, Candidates } from "./domain.ts";
import * as moves from "./moves.ts";
import { candidates, inOffice } from "./offices.ts";
import { vote } from "./panel.ts";
import type { AppealStore, Before, Decided } from "./store.ts";
import { type Reminder, tick } from "./tick.ts";

type Deps = {
  readonly store: AppealStore;
  readonly cases: Cases;
  readonly context: Context;
  /** Told whenever a decision changed what scores stand on. */
  readonly restated: (site: string) => void;
  /** Told whenever there is something to send. */
  readonly poke: () => void;
  readonly log: Log;
};

/** So many are looked at in one go. */
const atOnce = 500;

/** When one that could not be looked at is tried again. */
const pauseMs = 15 * 60_000;

/** What a decision about one appeal is made with. */
export type Making = {
  readonly around: Surroundings;
  readonly form: EvaluationForm | undefined;
  readonly at: Date;
  readonly before: readonly string[];
};

/** What is saved of a decision: carried out where it was the last, void where its evaluation is gone. */
export function concluded(
  appeal: Appeal,
  { evaluation }: Pick<Before, "evaluation">,
  { around, form, at }: Pick<Making, "around" | "form" | "at">,
  reminders: readonly Reminder[] = [],
): Decided {
  const { rules } = around;
  if (evaluation === undefined) return announced(moves.voided(appeal, at), { rules, at });
  if (appeal.state !== "decided") return announced(appeal, { rules, at, reminders });
  const { appeal: closed, restatement } = corrected(appeal, evaluation, { form, rules, at });
  return { ...announced(closed, { rules, at, reminders }), ...(restatement === undefined ? {} : { restatement }) };
}

/** Everything that somebody does to an appeal: each found, decided by the rules and saved. */
export function desk({ store, cases, context, restated, poke, log }: Deps) {
  async function makingOf(appeal: Appeal, at: Date): Promise<Making> {
    const [around, form, first] = await Promise.all([
      context.around(appeal.site, at),
      context.formOf(appeal),
      appeal.first === undefined ? undefined : store.appeal(appeal.first),
    ]);
    const before = (first?.seats ?? []).flatMap(({ holder }) => (holder === undefined ? [] : [holder]));
    return { around, form, at, before };
  }

  type Decide<R> = (now: Appeal, making: Making, may: Candidates) => Outcome<Appeal, R>;

  /** Finds an appeal, decides about it as it is by then, and shows it to whoever decided. */
  async function act<R>(who: Who, text: string, at: Date, decide: Decide<R>): Promise<Outcome<Card, R | ActRefusal>> {
    const seen = await cases.card(who, text, at);
    if (!seen.ok) return seen;
    const making = await makingOf(seen.value.appeal, at);
    let isRestated = false;
    const outcome = await store.change<R>(
      seen.value.appeal.id,
      (now) => {
        const next = decide(now.appeal, making, candidates(now.appeal, making.around.office, making.before));
        if (!next.ok) return next;
        const decided = concluded(next.value, now, making);
        isRestated = decided.restatement !== undefined;
        return done(decided);
      },
      at,
    );
    if (!outcome.ok) {
      const { refusal } = outcome;
      return refuse(isGone(refusal) ? { why: "no-such-appeal" } : (refusal as R));
    }
    if (isRestated) restated(outcome.value.site);
    poke();
    const card = await cases.cardOf(outcome.value, who.person, making.around, at);
    return card === undefined ? refuse({ why: "no-such-appeal" }) : done(card);
  }

  const by = ({ person }: Who, { around, at }: Making, may: Candidates) => ({
    by: person,
    at,
    rules: around.rules,
    candidates: may,
  });

  /** Due appeals of one site; what they stand on is looked up once for all. */
  async function ticked(due: readonly Before[], around: Surroundings, at: Date): Promise<readonly Decided[]> {
    const forms = new Map<string, EvaluationForm | undefined>();
    for (const { appeal } of due) {
      const key = `${appeal.form} ${appeal.version}`;
      if (!forms.has(key)) forms.set(key, await context.formOf(appeal));
    }
    return due.map((now) => {
      const { appeal } = now;
      try {
        const may = candidates(appeal, around.office);
        const { appeal: next, reminders } = tick(appeal, { rules: around.rules, candidates: may, at });
        return concluded(next, now, { around, form: forms.get(`${appeal.form} ${appeal.version}`), at }, reminders);
      } catch (error) {
        // One that cannot be looked at holds up no other.
        log.error({ error, appeal: appeal.id }, "an appeal could not be looked at and is tried again");
        return { appeal, nextAt: new Date(at.getTime() + pauseMs), notices: [], touched: [] };
      }
    });
  }

  const acts: Pick<Appeals, "withdraw" | "answer" | "forward" | "giveBack" | "except" | "state" | "vote"> = {
    withdraw: (who, id, at) => act(who, id, at, (now) => moves.withdraw(now, { by: who.person, at })),
    answer: (who, id, given, at) =>
      act(who, id, at, (now, making, may) => moves.answer(now, given, by(who, making, may))),
    forward: (who, id, at) => act(who, id, at, (now, making, may) => moves.forward(now, by(who, making, may))),
    giveBack: (who, id, question, at) =>
      act(who, id, at, (now, making, may) => moves.giveBack(now, question, by(who, making, may))),
    except: (who, id, granted, at) =>
      act(who, id, at, (now, making, may) => moves.except(now, granted, by(who, making, may))),
    state: (who, id, text, at) => act(who, id, at, (now) => moves.state(now, text, { by: who.person, at })),
    vote: (who, id, given, at) =>
      act(who, id, at, (now, { around, form }) =>
        vote(
          now,
          { ...given, by: who.person, at },
          { can: canBe(form), inOffice: inOffice(now, around.office), rules: around.rules },
        ),
      ),
  };

  return {
    ...acts,

    async sweep(at: Date): Promise<void> {
      for (;;) {
        const sites = new Set<string>();
        const count = await store.sweep(at, atOnce, async (due) => {
          const made: Decided[] = [];
          for (const site of new Set(due.map(({ appeal }) => appeal.site))) {
            const own = due.filter(({ appeal }) => appeal.site === site);
            made.push(...(await ticked(own, await context.around(site, at), at)));
          }
          for (const one of made) if (one.restatement !== undefined) sites.add(one.appeal.site);
          return made;
        });
        if (count > 0) poke();
        for (const site of sites) restated(site);
        if (count < atOnce) return;
      }
    },
  };
}

const isGone = (refusal: unknown): refusal is { why: "gone" } =>
  typeof refusal === "object" && refusal !== null && "why" in refusal && refusal.why === "gone";
