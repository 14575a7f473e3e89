import type { Who as Called } from "../../chat/param.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import { changed, changedByTime, type Telling } from "./announce.ts";
import type { Now } from "./clocks.ts";
import type { HelpDeps } from "./deps.ts";
import type { HelpRequest } from "./domain.ts";
import { numberIn } from "./domain.ts";
import { type Around, aroundOf, finderOf, isAuditor, whoOf } from "./finder.ts";
import { proposedNotice } from "./learning.ts";
import * as moves from "./moves.ts";
import type { Refusal } from "./refusals.ts";
import type { Asking } from "./roster.ts";
import { noteLength, textLength } from "./rules.ts";
import type { Changed, NoSuchRequest } from "./store.ts";
import { ticked } from "./tick.ts";
import { wordsOf } from "./words.ts";

/** A request after somebody did something about it; `isMasked` where numbers in what they wrote became dots. */
export type Done = { readonly request: HelpRequest; readonly isMasked: boolean };

/** So many requests are looked at in one sweep. */
const mostInSweep = 200;

type Decision = {
  readonly now: HelpRequest;
  readonly me: moves.Who;
  readonly clock: Now;
  readonly around: Around;
};
type Decide = (on: Decision) => Outcome<moves.Moved & Pick<Changed, "answer" | "solvedBy">, moves.Refusal | Refusal>;

/** The people who are told of every request of a site. */
export const tellsOf = (around: Around): readonly PersonId[] => [
  ...new Set(around.rules.tells.flatMap((ask) => finderOf(around)(ask).people)),
];

/** What people do about help, and what time does. */
export function acting(deps: HelpDeps) {
  const { store, roster, find, newId } = deps;

  const requestCalled = (called: string): Promise<HelpRequest | undefined> => {
    const number = numberIn(called);
    return number === undefined ? store.request(called) : store.requestNumbered(number);
  };

  async function named(refusal: Refusal | moves.Refusal | NoSuchRequest): Promise<Refusal> {
    if (refusal.why !== "claimed") return refusal;
    const person = "claimer" in refusal ? await roster.personById(refusal.claimer) : undefined;
    return person === undefined ? { why: "claimed" } : { why: "claimed", name: person.name };
  }

  /** Finds a request, lets a rule decide about it as it is then, and keeps what comes of it. */
  async function act(
    who: Asking,
    called: string,
    at: Date,
    decide: Decide,
    { written = "", isFromThread = false }: { readonly written?: string; readonly isFromThread?: boolean } = {},
  ): Promise<Outcome<Done, Refusal>> {
    const known = await requestCalled(called);
    if (known === undefined) return refuse({ why: "no-such-request" });
    if (known.site !== who.site && !isAuditor(who)) return refuse({ why: "other-site" });
    if (isAuditor(who) && known.asker !== who.person) return refuse({ why: "reads-only" });
    const [around, person] = await Promise.all([aroundOf(deps, known, at), roster.personById(who.person)]);
    if (person === undefined) return refuse({ why: "not-a-helper" });
    const { rules, site } = around;
    const [me, clock] = [whoOf(around, person), { at, rules, site }];
    const tells = tellsOf(around);
    const outcome = await store.change<moves.Refusal | Refusal>(known.id, at, (now, entries) => {
      const moved = decide({ now, me, clock, around });
      if (!moved.ok) return moved;
      const { answer, solvedBy, ...move } = moved.value;
      const telling: Telling = { now: clock, lines: entries.length, tells, isFromThread };
      const kept = changed(now, move, telling);
      const proposed = answer === undefined ? [] : [proposedNotice(answer)];
      return done({
        ...kept,
        notices: [...(kept.notices ?? []), ...proposed],
        ...(answer === undefined ? {} : { answer }),
        ...(solvedBy === undefined ? {} : { solvedBy }),
      });
    });
    if (!outcome.ok) return refuse(await named(outcome.refusal));
    return done({ request: outcome.value, isMasked: withoutNumbers(written) !== written });
  }

  /** What was learnt is proposed as an answer to what was asked. */
  function learnt(request: HelpRequest, by: PersonId, note: string, at: Date): Pick<Changed, "answer"> {
    if (note.length < noteLength.min) return {};
    const { id, site, category, text: question } = request;
    return {
      answer: {
        id: newId(),
        site,
        request: id,
        category,
        state: "proposed",
        question,
        answer: note,
        proposedBy: by,
        at,
        words: wordsOf(question),
      },
    };
  }

  async function tickOne(known: HelpRequest, at: Date): Promise<void> {
    const around = await aroundOf(deps, known, at);
    const { rules, site, on } = around;
    const clock = { at, rules, site };
    await store.change<never>(known.id, at, (now, entries) => {
      if (now.nextAt === undefined || now.nextAt > at) return done({ request: now });
      const telling: Telling = { now: clock, lines: entries.length, tells: tellsOf(around) };
      return done(changedByTime(now, ticked(now, clock, finderOf(around)), on, telling));
    });
  }

  return {
    claim: (who: Asking, called: string, at: Date) =>
      act(who, called, at, ({ now, me, clock }) => moves.claimed(now, me, clock)),

    /** Answers the agent, or asks something of them, which makes the clocks wait. */
    answer: (
      who: Asking,
      called: string,
      { text: written, needsReply }: { readonly text: string; readonly needsReply: boolean },
      at: Date,
    ) => {
      const text = withoutNumbers(written);
      const decide: Decide = ({ now, me, clock }) => moves.answered(now, me, { text, needsReply }, clock);
      return act(who, called, at, decide, { written });
    },

    /** Gives a request to somebody who is meant by a name, a number or an account. */
    async handOver(who: Asking, called: string, to: Called, at: Date): Promise<Outcome<Done, Refusal>> {
      const found = await find(who.site, to);
      if (!found.ok) return found;
      return act(who, called, at, ({ now, me, clock, around }) =>
        moves.handedOver(now, me, whoOf(around, found.value), clock),
      );
    },

    /** Resolves a request; a note on how is proposed as an answer to the like. */
    async resolve(who: Asking, called: string, written: string, at: Date): Promise<Outcome<Done, Refusal>> {
      const note = withoutNumbers(written.trim());
      const { length } = note;
      if (length > noteLength.max) return refuse({ why: "length", ...noteLength, length });
      const decide: Decide = ({ now, me, clock }) => {
        const moved = moves.resolved(now, me, note, clock);
        return moved.ok ? done({ ...moved.value, ...learnt(now, me.person, note, at) }) : moved;
      };
      return act(who, called, at, decide, { written });
    },

    /** The agent says that it is settled, perhaps by an answer that they were offered. */
    solve: (who: Asking, called: string, answer: string | undefined, at: Date) =>
      act(who, called, at, ({ now, me, clock }) => {
        if (answer !== undefined && !now.offered.includes(answer)) return refuse({ why: "no-such-offer" });
        const moved = moves.solved(now, me, answer, clock);
        return moved.ok ? done({ ...moved.value, ...(answer === undefined ? {} : { solvedBy: answer }) }) : moved;
      }),

    /** The agent says more. */
    sayMore: (who: Asking, called: string, written: string, at: Date) => {
      const text = withoutNumbers(written);
      return act(who, called, at, ({ now, me, clock }) => moves.replied(now, me, text, clock), { written });
    },

    cancel: (who: Asking, called: string, at: Date) =>
      act(who, called, at, ({ now, me, clock }) => moves.cancelled(now, me, clock)),

    reopen: (who: Asking, called: string, written: string, at: Date) => {
      const text = withoutNumbers(written.trim());
      return act(who, called, at, ({ now, me, clock }) => moves.reopened(now, me, text, clock), { written });
    },

    /** Takes what was said in the thread under a card: of the agent as more, of whoever may help as an answer. */
    async saidInThread(who: Asking, called: string, said: string, at: Date): Promise<Outcome<Done, Refusal>> {
      const written = said.trim();
      const { length } = written;
      if (length > textLength.max) return refuse({ why: "length", ...textLength, length });
      const text = withoutNumbers(written);
      const decide: Decide = ({ now, me, clock }) =>
        now.asker === me.person
          ? moves.replied(now, me, text, clock)
          : moves.answered(now, me, { text, needsReply: false }, clock);
      return act(who, called, at, decide, { written, isFromThread: true });
    },

    /** Does to all requests that are due what time does; a fault in one keeps none of the others. */
    async sweep(at: Date): Promise<void> {
      const faults: unknown[] = [];
      for (const request of await store.due(at, mostInSweep)) {
        await tickOne(request, at).catch((error: unknown) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}
