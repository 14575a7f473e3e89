import type { Who as Called } from "../../chat/param.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import { changed, changedByTime, type Telling } from "./announce.ts";
import type { Now } from "./clocks.ts";
import type { HelpDeps } from "./deps.ts";
import type { HelpRequest, KeptAnswer } from "./domain.ts";
import { numberIn } from "./domain.ts";
import { type Around, aroundOf, finderOf, isAuditor, whoOf } from "./finder.ts";
import { answerTouched, proposedNotice } from "./learning.ts";
import * as moves from "./moves.ts";
import type { Refusal } from "./refusals.ts";
import type { Asking } from "./roster.ts";
import { noteLength, textLength } from "./rules.ts";
import type { Changed, NoSuchRequest } from "./store.ts";
import { clean } from "./texts.ts";
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
  /** Whether whoever had it when it was found may help no more. */
  readonly mayNotHelp: (claimer: PersonId) => boolean;
  /** What was learnt from it before. */
  readonly learnt: KeptAnswer | undefined;
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
    const { claimer = who.person } = known;
    const [around, people] = await Promise.all([
      aroundOf(deps, known, at),
      roster.peopleById([...new Set([who.person, claimer])]),
    ]);
    const person = people.find(({ id }) => id === who.person);
    if (person === undefined) return refuse({ why: "not-a-helper" });
    const gone = people.filter((one) => !whoOf(around, one).isHelper).map(({ id }) => id);
    const { rules, site } = around;
    const [me, clock] = [whoOf(around, person), { at, rules, site }];
    const tells = tellsOf(around);
    const outcome = await store.change<moves.Refusal | Refusal>(known.id, at, (now, entries, learnt) => {
      const moved = decide({ now, me, clock, around, mayNotHelp: (one) => gone.includes(one), learnt });
      if (!moved.ok) return moved;
      const { answer, solvedBy, ...move } = moved.value;
      const telling: Telling = { now: clock, lines: entries.length, tells, isFromThread };
      const kept = changed(now, move, telling);
      const proposed = answer?.state === "proposed" ? [proposedNotice(answer)] : [];
      return done({
        ...kept,
        notices: [...(kept.notices ?? []), ...proposed],
        ...(answer === undefined ? {} : { touched: [...(kept.touched ?? []), ...answerTouched(answer)] }),
        ...(answer === undefined ? {} : { answer }),
        ...(solvedBy === undefined ? {} : { solvedBy }),
      });
    });
    if (!outcome.ok) return refuse(await named(outcome.refusal));
    return done({ request: outcome.value, isMasked: withoutNumbers(written) !== written });
  }

  /** What was learnt is proposed in place of what nobody decided about, else as an answer of its own. */
  function proposed(
    request: HelpRequest,
    before: KeptAnswer | undefined,
    { by, note, at }: { readonly by: PersonId; readonly note: string; readonly at: Date },
  ): Pick<Changed, "answer"> {
    if (note.length < noteLength.min || (before?.decidedBy !== undefined && before.answer === note)) return {};
    const { id, site, category, text: question } = request;
    return {
      answer: {
        id: before === undefined || before.decidedBy !== undefined ? newId() : before.id,
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

  /** What nobody decided about is proposed no more where it did not settle the request. */
  function withdrawn(before: KeptAnswer | undefined): Pick<Changed, "answer"> {
    if (before?.state !== "proposed") return {};
    const { number: _, solved: __, ...answer } = before;
    return { answer: { ...answer, state: "rejected", words: wordsOf(answer.question) } };
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
      act(who, called, at, ({ now, me, clock, mayNotHelp }) => moves.claimed(now, me, clock, mayNotHelp)),

    /** Answers the agent, or asks something of them, which makes the clocks wait. */
    answer: (
      who: Asking,
      called: string,
      { text: said, needsReply }: { readonly text: string; readonly needsReply: boolean },
      at: Date,
    ) => {
      const written = clean(said);
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
    async resolve(who: Asking, called: string, said: string, at: Date): Promise<Outcome<Done, Refusal>> {
      const written = clean(said);
      const note = withoutNumbers(written);
      const { length } = note;
      if (length > noteLength.max) return refuse({ why: "length", ...noteLength, length });
      const decide: Decide = ({ now, me, clock, learnt }) => {
        const moved = moves.resolved(now, me, note, clock);
        return moved.ok ? done({ ...moved.value, ...proposed(now, learnt, { by: me.person, note, at }) }) : moved;
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
    sayMore: (who: Asking, called: string, said: string, at: Date) => {
      const written = clean(said);
      const text = withoutNumbers(written);
      return act(who, called, at, ({ now, me, clock }) => moves.replied(now, me, text, clock), { written });
    },

    cancel: (who: Asking, called: string, at: Date) =>
      act(who, called, at, ({ now, me, clock }) => moves.cancelled(now, me, clock)),

    reopen: (who: Asking, called: string, said: string, at: Date) => {
      const written = clean(said);
      const text = withoutNumbers(written);
      const decide: Decide = ({ now, me, clock, learnt }) => {
        const moved = moves.reopened(now, me, text, clock);
        return moved.ok ? done({ ...moved.value, ...withdrawn(learnt) }) : moved;
      };
      return act(who, called, at, decide, { written });
    },

    /** Takes what was said in the thread under a card: of the agent as more, of who is at it as an answer, else as a remark. */
    async saidInThread(who: Asking, called: string, said: string, at: Date): Promise<Outcome<Done, Refusal>> {
      const written = clean(said);
      const { length } = written;
      if (length > textLength.max) return refuse({ why: "length", ...textLength, length });
      const text = withoutNumbers(written);
      const decide: Decide = ({ now, me, clock }) => {
        if (now.asker === me.person) return moves.replied(now, me, text, clock);
        return now.claimer === me.person
          ? moves.answered(now, me, { text, needsReply: false }, clock)
          : moves.remarked(now, me, text, clock);
      };
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
