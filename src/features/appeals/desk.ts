import type { Log } from "../../kernel/log.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { EvaluationForm } from "../evaluations/index.ts";
import { announced } from "./announce.ts";
import type { ActRefusal, Appeals, Card, Who } from "./card.ts";
import type { Cases, Opened } from "./cases.ts";
import { type Context, canBe, type Surroundings } from "./context.ts";
import { corrected } from "./correction.ts";
import type { Appeal } from "./domain.ts";
import { isPurged } from "./filing.ts";
import * as moves from "./moves.ts";
import { candidates, deskmatesOf, inOffice } from "./offices.ts";
import { vote } from "./panel.ts";
import type { AppealStore, Before, Decided } from "./store.ts";
import { type Reminder, type Ticked, tick } from "./tick.ts";

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
  /** Who sat on its first hearing. */
  readonly before: readonly string[];
  /** Whether its agent is still with the site. */
  readonly isHere: boolean;
};

/**
 * What is saved of a decision: carried out where it was the last; void, as it was before, where its evaluation is gone or
 * somebody else's now, or its agent has left.
 */
export function concluded(
  next: Appeal,
  { appeal: before, evaluation }: Before,
  { around, form, at, isHere }: Pick<Making, "around" | "form" | "at" | "isHere">,
  reminders: readonly Reminder[] = [],
): Decided {
  const { rules } = around;
  if (evaluation?.agent !== before.agent || !isHere) return announced(moves.voided(before, at), { rules, at });
  if (next.state !== "decided") return announced(next, { rules, at, reminders });
  const { appeal: closed, restatement } = corrected(next, evaluation, { form, rules, at });
  return { ...announced(closed, { rules, at, reminders }), ...(restatement === undefined ? {} : { restatement }) };
}

/** What time alone made of an appeal by now; the rest is judged on that. */
function upToNow(now: Before, making: Making): Ticked {
  const { around, at, before } = making;
  return tick(now.appeal, {
    rules: around.rules,
    candidates: candidates(now.appeal, around.office, before),
    at,
    isPurged: isGoneFor(now, making),
  });
}

/** Whether nobody can hear its recording any more. */
const isGoneFor = ({ evaluation }: Before, { around, at }: Making): boolean =>
  evaluation !== undefined && isPurged(evaluation, around.rules, at);

/** Everything that somebody does to an appeal: each found, decided by the rules and saved. */
export function desk({ store, cases, context, restated, poke, log }: Deps) {
  async function makingOf({ card, around }: Opened, at: Date): Promise<Making> {
    const { appeal, form, people } = card;
    const first = appeal.first === undefined ? undefined : await store.appeal(appeal.first);
    const isHere = context.isStillHere(people.get(appeal.agent), around);
    return { around, form, at, before: seatedOn(first), isHere };
  }

  type Decide<R> = (now: Appeal, making: Making & { readonly isPurged: boolean }) => Outcome<Appeal, R>;

  /** Finds an appeal, decides about it as it is by then, and shows it to whoever decided. */
  async function act<R>(who: Who, text: string, at: Date, decide: Decide<R>): Promise<Outcome<Card, R | ActRefusal>> {
    const seen = await cases.open(who, text, at);
    if (!seen.ok) return seen;
    const { card: before } = seen.value;
    const making = await makingOf(seen.value, at);
    let isRestated = false;
    const outcome = await store.change<R>(
      before.appeal.id,
      (now) => {
        const { appeal, reminders } = upToNow(now, making);
        const next = decide(appeal, { ...making, isPurged: isGoneFor(now, making) });
        if (!next.ok) return next;
        const decided = concluded(next.value, now, making, reminders);
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
    const card = await cases.cardOf(outcome.value, who.person, making.around, at, before.part);
    return card === undefined ? refuse({ why: "no-such-appeal" }) : done(card);
  }

  const by = ({ person }: Who, now: Appeal, { around, at, before }: Making) => ({
    by: person,
    at,
    rules: around.rules,
    candidates: candidates(now, around.office, before),
    deskmates: deskmatesOf(now, around.office),
  });

  /** What due appeals are judged by, each site and form looked up once; a site that cannot be holds up no other. */
  async function gathered(due: readonly Appeal[], at: Date): Promise<(appeal: Appeal) => Making | undefined> {
    const around = new Map<string, Surroundings>();
    for (const site of new Set(due.map((appeal) => appeal.site))) {
      try {
        around.set(site, await context.around(site, at));
      } catch (error) {
        log.error({ error, site }, "the appeals of a site could not be looked at and are tried again");
      }
    }
    const forms = new Map<string, EvaluationForm | undefined>();
    for (const appeal of due) {
      const key = formKey(appeal);
      if (!forms.has(key)) forms.set(key, await context.formOf(appeal));
    }
    const firsts = new Map<string, readonly string[]>();
    for (const { id, first } of due) {
      if (first !== undefined) firsts.set(id, seatedOn(await store.appeal(first)));
    }
    const agents = await context.agentsOf(due);
    return (appeal) => {
      const own = around.get(appeal.site);
      return (
        own && {
          around: own,
          form: forms.get(formKey(appeal)),
          at,
          before: firsts.get(appeal.id) ?? [],
          isHere: context.isStillHere(agents.get(appeal.agent), own),
        }
      );
    };
  }

  /** What time has made of one that is due; one that cannot be looked at is put off. */
  function judged(now: Before, making: Making | undefined, at: Date): Decided {
    const { appeal } = now;
    const later = { appeal, nextAt: new Date(at.getTime() + pauseMs), notices: [], touched: [] };
    if (making === undefined) return later;
    try {
      const { appeal: next, reminders } = upToNow(now, making);
      return concluded(next, now, making, reminders);
    } catch (error) {
      log.error({ error, appeal: appeal.id }, "an appeal could not be looked at and is tried again");
      return later;
    }
  }

  const acts: Pick<Appeals, "withdraw" | "answer" | "forward" | "giveBack" | "except" | "state" | "vote"> = {
    withdraw: (who, id, at) => act(who, id, at, (now) => moves.withdraw(now, { by: who.person, at })),
    answer: (who, id, given, at) => act(who, id, at, (now, making) => moves.answer(now, given, by(who, now, making))),
    forward: (who, id, at) => act(who, id, at, (now, making) => moves.forward(now, by(who, now, making))),
    giveBack: (who, id, question, at) =>
      act(who, id, at, (now, making) => moves.giveBack(now, question, by(who, now, making))),
    except: (who, id, granted, at) =>
      act(who, id, at, (now, making) =>
        moves.except(now, granted, { ...by(who, now, making), isPurged: making.isPurged }),
      ),
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
        try {
          const count = await store.sweep(at, atOnce, async (due) => {
            const makingFor = await gathered(due, at);
            return (now) => {
              const decided = judged(now, makingFor(now.appeal), at);
              if (decided.restatement !== undefined) sites.add(now.appeal.site);
              return decided;
            };
          });
          if (count < atOnce) return;
        } finally {
          // Also where one of them met a fault, the others are decided.
          poke();
          for (const site of sites) restated(site);
        }
      }
    },
  };
}

/** Who sat on an appeal. */
export const seatedOn = (appeal: Appeal | undefined): readonly string[] =>
  (appeal?.seats ?? []).flatMap(({ holder }) => (holder === undefined ? [] : [holder]));

const formKey = ({ form, version }: Appeal) => `${form} ${version}`;

const isGone = (refusal: unknown): refusal is { why: "gone" } =>
  typeof refusal === "object" && refusal !== null && "why" in refusal && refusal.why === "gone";
