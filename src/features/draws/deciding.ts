import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { DeskDeps, DrawRefusal, Who } from "./card.ts";
import type { Desk, Next } from "./desk.ts";
import type { Draw } from "./domain.ts";
import { pseudonym } from "./manifest.ts";
import * as moves from "./moves.ts";
import { commitmentTo } from "./randomness.ts";

type Role = Who["roles"][number];
const holds = ({ roles }: Who, ...wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));

const kept = (made: Outcome<Draw, DrawRefusal>): Outcome<Next, DrawRefusal> =>
  made.ok ? done({ draw: made.value }) : made;

/** Challenges and their answers, the public number, and cancellation by two. */
export function deciding({ store, clockwork, random }: DeskDeps, { change }: Desk) {
  /** Those in the manifest may speak of it, those who entered and were left out, and all where all may be in it. */
  async function isParty({ person, site }: Who, draw: Draw): Promise<boolean> {
    if (draw.entry === "everybody") return site === draw.site;
    const [entry, manifest, { salt }] = await Promise.all([
      store.entryOf(draw.id, person),
      store.manifestOf(draw.id),
      store.secretOf(draw.id),
    ]);
    return entry?.entered === true || manifest?.includes(pseudonym(salt, person)) === true;
  }

  /** The manifest made anew in the same step. */
  async function remade(draw: Draw, at: Date): Promise<Outcome<Next, DrawRefusal>> {
    const next = await clockwork.fix(draw, at, moves.correct);
    return next === undefined ? refuse({ why: "not-now", state: draw.state }) : done(next);
  }

  /** The draw open again under another seed, without the numbers that were added. */
  async function reopened(draw: Draw, at: Date): Promise<Outcome<Next, DrawRefusal>> {
    const { salt } = await store.secretOf(draw.id);
    const secret = { salt, seed: random(32).toString("hex") };
    const next = moves.reopen(draw, commitmentTo(secret.seed), at);
    return next.ok ? done({ draw: next.value, beside: { secret } }) : next;
  }

  return {
    challenge: (who: Who, id: string, text: string, at: Date) =>
      change(who, id, at, async (draw) => {
        const made = moves.challenge(draw, { by: who.person, text }, at);
        if (!made.ok) return made;
        const waiting = draw.challenges.find((one) => one.by === who.person && one.answer === undefined);
        // The same words once more are the same challenge, heard twice.
        if (waiting !== undefined) return waiting.text === text ? done({ draw }) : refuse({ why: "challenge-waits" });
        return holds(who, "auditor") || (await isParty(who, draw)) ? kept(made) : refuse({ why: "not-in-it" });
      }),

    /**
     * Answers a challenge in public. Where it was right, or the randomness can be known by now, the list is made anew;
     * where Fairline knows the seed, it takes another one, and everybody adds numbers anew.
     */
    answer: (who: Who, id: string, given: { index: number; isRight: boolean; reason: string }, at: Date) =>
      change(who, id, at, async (draw) => {
        if (!holds(who, "admin", "auditor")) return refuse({ why: "not-open-to-you" });
        const entry = draw.entry === "by-oneself" ? await store.entryOf(id, who.person) : undefined;
        if (entry?.entered === true) return refuse({ why: "own-draw" });
        const made = moves.answer(draw, { ...given, by: who.person }, at);
        if (!made.ok) return made;
        if (given.isRight && draw.source.is === "commit-reveal") return reopened(made.value, at);
        return given.isRight || moves.isKnowable(made.value, at) ? remade(made.value, at) : kept(made);
      }),

    /** An auditor types the public number, and the draw is made when an admin or another auditor types the same. */
    reveal: (who: Who, id: string, number: string, at: Date) =>
      change(who, id, at, async (draw) => {
        const mayType = holds(who, "auditor") || (draw.typed !== undefined && holds(who, "admin"));
        if (!mayType || moves.isMaker(draw, who.person)) return refuse({ why: "not-open-to-you" });
        if (draw.source.is !== "public") return refuse({ why: "not-a-public-number" });
        const typed = moves.type(draw, { by: who.person, number }, at);
        if (!typed.ok) return typed;
        if (!typed.value.isSecond) return done({ draw: typed.value.draw });
        const next = await clockwork.drawn(draw, { is: "public", number }, at);
        return next?.beside === undefined ? refuse({ why: "randomness", fault: "malformed" }) : done(next);
      }),

    /** Asks for a draw to be cancelled, as it was when that was seen. */
    askToCancel: (who: Who, id: string, { seen, reason }: { seen: string; reason: string }, at: Date) =>
      change(who, id, at, (draw) => {
        if (!holds(who, "admin") && draw.organiser !== who.person) return refuse({ why: "not-open-to-you" });
        const made = moves.askToCancel(draw, { by: who.person, reason }, at);
        if (!made.ok) return made;
        const { cancelling } = draw;
        if (cancelling !== undefined) return refuse({ why: "asked-already", isOwn: cancelling.by === who.person });
        return draw.state === seen ? kept(made) : refuse({ why: "changed" });
      }),

    /** Agrees, as a second person, to the wish that was read. */
    second: (who: Who, id: string, wish: string, at: Date) =>
      change(who, id, at, (draw) => {
        if (!holds(who, "admin", "supervisor", "auditor")) return refuse({ why: "not-open-to-you" });
        const made = moves.second(draw, who.person, at);
        const isOther = draw.cancelling !== undefined && draw.cancelling.at.getTime() !== Number.parseInt(wish, 36);
        return made.ok && isOther ? refuse({ why: "changed" }) : kept(made);
      }),

    /** Takes one's own wish to cancel back. */
    keep: (who: Who, id: string, at: Date) => change(who, id, at, (draw) => kept(moves.keep(draw, who.person))),
  };
}
