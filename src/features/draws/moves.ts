import { type BusinessClock, plusBusinessDays } from "../../kernel/business-time.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import { publishedAt, quicknet, roundAt } from "./beacon.ts";
import { type Cancelled, type Draw, type Entrant, type Entry, mostPutOff, type Prize, type Secret } from "./domain.ts";
import { hashOf, type Manifest, manifestText, pseudonym, type Source } from "./manifest.ts";
import { drawFrom, type Proof } from "./proof.ts";
import type { RandomnessFault, Revealed } from "./randomness.ts";
import { after, type Event, type State } from "./states.ts";

/** Why something is not done with a draw. */
export type MoveRefusal =
  | { readonly why: "not-now"; readonly state: State }
  /** The hour at which it closes has passed. */
  | { readonly why: "too-late"; readonly closedAt: Date }
  | { readonly why: "organiser" }
  | { readonly why: "not-in-it" }
  /** Whoever wants to cancel it cannot be the second person as well. */
  | { readonly why: "same-person" }
  | { readonly why: "nobody-cancels" }
  | { readonly why: "answered-already" }
  | { readonly why: "no-such-challenge" }
  | { readonly why: "own-challenge" }
  /** Whoever made a draw does not judge what is said of it. */
  | { readonly why: "own-draw" }
  /** What it comes to can be known by now. */
  | { readonly why: "knowable" }
  /** Another number than the one that was typed first. */
  | { readonly why: "other-number" }
  | { readonly why: "not-yours" }
  | { readonly why: "claimed-already" }
  | { readonly why: "forfeited"; readonly dueAt?: Date }
  | { readonly why: "randomness"; readonly fault: RandomnessFault };

type Moved = Outcome<Draw, MoveRefusal>;

const hour = 3_600_000;
const plusHours = (at: Date, hours: number) => new Date(at.getTime() + hours * hour);

/** A draw after an event, or the refusal that it cannot happen now. */
function moved(draw: Draw, event: Event, change: Partial<Draw>): Moved {
  const state = after(draw.state, event);
  return state === undefined ? refuse({ why: "not-now", state: draw.state }) : done({ ...draw, ...change, state });
}

const without = ({ nextAt: _, ...draw }: Draw): Draw => draw;

/** Opens a draft for entries. */
export const open = (draw: Draw, by: PersonId, at: Date): Moved =>
  moved(draw, "opened", { openedAt: at, openedBy: by, nextAt: draw.closesAt });

/** Whether somebody made or opened a draw: they take no part in it and judge nothing of it. */
export const isMaker = ({ organiser, openedBy }: Pick<Draw, "organiser" | "openedBy">, person: PersonId): boolean =>
  person === organiser || person === openedBy;

/** An entry, or a number added without taking part; both only while the draw is open. */
export function enter(draw: Draw, entry: Entry, at: Date): Outcome<Entry, MoveRefusal> {
  if (draw.state !== "open") return refuse({ why: "not-now", state: draw.state });
  if (at >= draw.closesAt) return refuse({ why: "too-late", closedAt: draw.closesAt });
  if (entry.entered && isMaker(draw, entry.person)) return refuse({ why: "organiser" });
  return done(entry);
}

const sourceAt = ({ source }: Draw, challengeUntil: Date): Source =>
  source.is === "drand"
    ? { is: "drand", chain: quicknet.chain, round: roundAt(plusHours(challengeUntil, 1 / 6)) }
    : source;

export type Closing = {
  readonly entrants: readonly Entrant[];
  readonly entries: readonly Entry[];
  readonly secret: Secret;
};

/** Fixes entrants and tickets: the draw with its manifest's text. */
function fixed(draw: Draw, { entrants, entries, secret }: Closing, at: Date): { draw: Draw; manifest: string } {
  const nameOf = (person: PersonId) => pseudonym(secret.salt, person);
  const revision = (draw.closed?.revision ?? 0) + 1;
  const challengeUntil = plusHours(at, draw.challengeHours);
  const source = sourceAt(draw, challengeUntil);
  const manifest: Manifest = {
    format: "fairline-draw/1",
    draw: draw.id,
    revision,
    prize: draw.prize.en,
    winners: draw.winners,
    alternates: draw.alternates,
    closedAt: at.toISOString(),
    source,
    entrants: entrants.map(({ person, tickets }) => ({ id: nameOf(person), tickets })),
    nonces:
      source.is === "commit-reveal"
        ? entries.flatMap(({ person, nonce }) => (nonce === undefined ? [] : [{ from: nameOf(person), nonce }]))
        : [],
  };
  const text = manifestText(manifest);
  const closed = {
    at,
    revision,
    manifestHash: hashOf(text),
    source,
    entrants: entrants.length,
    tickets: entrants.reduce((sum, one) => sum + one.tickets, 0),
    challengeUntil,
  };
  return { draw: { ...draw, closed, nextAt: at }, manifest: text };
}

/** What closing comes to: a manifest, another day, or a public end. */
export type CloseOutcome =
  | { readonly is: "closed"; readonly draw: Draw; readonly manifest: string }
  | { readonly is: "put-off" | "cancelled"; readonly draw: Draw };

/** Ends a draw for all to see. */
const ended = (draw: Draw, cancelled: Cancelled): Draw => ({ ...without(draw), state: "cancelled", cancelled });

/**
 * Closes an open draw at its hour. Without entrants it is cancelled in public. Without a number that somebody added
 * Fairline alone would know the outcome: it stays open for a day longer, three times, and is then cancelled.
 */
export function close(draw: Draw, closing: Closing, at: Date): Outcome<CloseOutcome, MoveRefusal> {
  if (after(draw.state, "closed") === undefined) return refuse({ why: "not-now", state: draw.state });
  if (closing.entrants.length === 0) {
    return done({ is: "cancelled", draw: ended(draw, { at, why: "no-entrants" }) });
  }
  const lacksNonce =
    draw.source.is === "commit-reveal" && !closing.entries.some(({ nonce }) => nonce !== undefined && nonce !== "");
  if (lacksNonce && draw.putOff >= mostPutOff) {
    return done({ is: "cancelled", draw: ended(draw, { at, why: "no-nonce" }) });
  }
  if (lacksNonce) {
    const closesAt = plusHours(at, 24);
    const put = moved(draw, "put-off", { closesAt, nextAt: closesAt, putOff: draw.putOff + 1 });
    return put.ok ? done({ is: "put-off", draw: put.value }) : put;
  }
  const made = fixed(draw, closing, at);
  const next = moved(made.draw, "closed", {});
  return next.ok ? done({ is: "closed", draw: next.value, manifest: made.manifest }) : next;
}

/** How long after the manifest was made its hash may be put out; later it is made anew. */
const minutesToPublish = 10;

/** Whether a drand manifest has to be made anew: its hash came out so late that its round would be known too early. */
export const isStale = ({ state, source, closed }: Draw, at: Date): boolean =>
  closed !== undefined &&
  source.is === "drand" &&
  state === "closed" &&
  at > plusHours(closed.at, minutesToPublish / 60);

/** Whether anybody may know by now what a draw comes to. */
export function isKnowable({ state, closed }: Draw, at: Date): boolean {
  if (closed?.source.is === "drand") return at >= publishedAt(closed.source.round);
  return closed?.source.is === "public" && state === "committed";
}

/** The hash is out: entrants have their hours for challenges from now on. */
export function publish(draw: Draw, at: Date): Moved {
  if (draw.closed === undefined) return refuse({ why: "not-now", state: draw.state });
  // A drand round was named for the hours that began when the manifest was made.
  const isNamed = draw.source.is === "drand";
  const challengeUntil = isNamed ? draw.closed.challengeUntil : plusHours(at, draw.challengeHours);
  return moved(draw, "published", { closed: { ...draw.closed, challengeUntil }, nextAt: challengeUntil });
}

/** Somebody who takes part, or an auditor, says what is wrong with the manifest. */
export function challenge(draw: Draw, { by, text }: { by: PersonId; text: string }, at: Date): Moved {
  const { closed, state } = draw;
  if (state !== "challenge" || closed === undefined) return refuse({ why: "not-now", state });
  if (at >= closed.challengeUntil) return refuse({ why: "too-late", closedAt: closed.challengeUntil });
  return done({ ...draw, challenges: [...draw.challenges, { by, at, text }] });
}

type Answering = { readonly index: number; readonly by: PersonId; readonly isRight: boolean; readonly reason: string };

/** Answers a challenge, with a reason for all to read; a right one needs another manifest, made by `correct`. */
export function answer(draw: Draw, { index, by, isRight, reason }: Answering, at: Date): Moved {
  const one = draw.challenges[index];
  if (draw.state !== "challenge") return refuse({ why: "not-now", state: draw.state });
  if (one === undefined) return refuse({ why: "no-such-challenge" });
  if (one.answer !== undefined) return refuse({ why: "answered-already" });
  if (one.by === by) return refuse({ why: "own-challenge" });
  if (isMaker(draw, by)) return refuse({ why: "own-draw" });
  const answered = { ...one, answer: { by, at, isRight, reason } };
  return done({ ...draw, challenges: draw.challenges.map((other, place) => (place === index ? answered : other)) });
}

/** How long a draw is open again for numbers after a challenge that was right. */
const hoursReopened = 24;

/**
 * Opens a commit–reveal draw again after a challenge that was right: Fairline knew its seed, so that there is another
 * one, and everybody adds numbers anew. Nobody can look for the list that suits them.
 */
export const reopen = (draw: Draw, commitment: string, at: Date): Moved => {
  const closesAt = plusHours(at, hoursReopened);
  return moved(draw, "reopened", {
    source: { is: "commit-reveal", commitment },
    closesAt,
    nextAt: closesAt,
    putOff: 0,
    reopened: draw.reopened + 1,
  });
};

/** Makes the manifest anew; its hash is posted and may be challenged like the first. */
export function correct(draw: Draw, closing: Closing, at: Date): Outcome<CloseOutcome, MoveRefusal> {
  if (closing.entrants.length === 0 && after(draw.state, "corrected") !== undefined) {
    return done({ is: "cancelled", draw: ended(draw, { at, why: "no-entrants" }) });
  }
  const made = fixed(draw, closing, at);
  const next = moved(made.draw, "corrected", {});
  return next.ok ? done({ is: "closed", draw: next.value, manifest: made.manifest }) : next;
}

/** The time for challenges has passed; one without an answer keeps the draw where it is, an hour at a time. */
export function commit(draw: Draw, at: Date): Moved {
  const { closed } = draw;
  if (closed === undefined || at < closed.challengeUntil) return refuse({ why: "not-now", state: draw.state });
  const isWaiting = draw.challenges.some((one) => one.answer === undefined);
  if (isWaiting && draw.state === "challenge") return done({ ...draw, nextAt: plusHours(at, 1) });
  return moved(draw, "committed", { nextAt: at });
}

/** Somebody types the public number: the first time it is kept, and another person's same digits draw by it. */
export function type(
  draw: Draw,
  { by, number }: { readonly by: PersonId; readonly number: string },
  at: Date,
): Outcome<{ readonly draw: Draw; readonly isSecond: boolean }, MoveRefusal> {
  const { source, state, typed } = draw;
  if (state !== "committed" || source.is !== "public") return refuse({ why: "not-now", state });
  if (!/^\d+$/.test(number) || number.length !== source.digits)
    return refuse({ why: "randomness", fault: "malformed" });
  // Whoever typed first may put a slip right.
  if (typed === undefined || typed.by === by)
    return done({ draw: { ...draw, typed: { by, at, number } }, isSecond: false });
  return typed.number === number ? done({ draw, isSecond: true }) : refuse({ why: "other-number" });
}

/** The business clock of the draw's site, and who stands behind each pseudonym. */
export type Drawing = { readonly clock: BusinessClock; readonly personOf: ReadonlyMap<string, PersonId> };

/** A draw that was drawn, with its places and everything by which it can be run again. */
export type Drawn = { readonly draw: Draw; readonly prizes: readonly Prize[]; readonly proof: Proof };

/** Draws by what the source revealed; the same manifest and randomness give the same result for ever. */
export function draw(
  of: Draw,
  { manifest, revealed, clock, personOf }: Drawing & { readonly manifest: string; readonly revealed: Revealed },
  at: Date,
): Outcome<Drawn, MoveRefusal> {
  if (after(of.state, "drawn") === undefined) return refuse({ why: "not-now", state: of.state });
  const made = drawFrom(manifest, revealed);
  if (!made.ok) return refuse({ why: "randomness", fault: made.refusal.why });
  const dueAt = plusBusinessDays(clock, at, of.claimDays);
  const { winners, alternates } = made.value.result;
  const prizes = [...winners, ...alternates].map((id, index): Prize => {
    const person = personOf.get(id);
    if (person === undefined) throw new Error(`nobody stands behind ${id} of draw ${of.id}`);
    const place = { rank: index + 1, person };
    return index < winners.length ? { ...place, state: "offered", dueAt } : { ...place, state: "alternate" };
  });
  const next = moved(of, "drawn", { revealed, drawnAt: at, nextAt: dueAt });
  return next.ok ? done({ draw: next.value, prizes, proof: made.value }) : next;
}

/** A draw with its places, after something happened to a prize. */
export type Settled = { readonly draw: Draw; readonly prizes: readonly Prize[] };

/** The earliest moment at which an offer runs out; the draw is over where there is none. */
function settled(draw: Draw, prizes: readonly Prize[]): Settled {
  const due = prizes.flatMap(({ state, dueAt }) => (state === "offered" && dueAt !== undefined ? [dueAt] : []));
  const nextAt = due.sort((a, b) => a.getTime() - b.getTime())[0];
  if (nextAt !== undefined) return { draw: { ...draw, nextAt }, prizes };
  const event = prizes.some(({ state }) => state === "claimed") ? "claimed" : "forfeited";
  const left = prizes.map((one): Prize => (one.state === "alternate" ? { ...one, state: "unused" } : one));
  return { draw: { ...without(draw), state: after(draw.state, event) ?? draw.state }, prizes: left };
}

/** A winner takes the prize. */
export function claim(draw: Draw, prizes: readonly Prize[], by: PersonId, at: Date): Outcome<Settled, MoveRefusal> {
  const own = prizes.find(({ person }) => person === by);
  if (own === undefined || own.state === "alternate" || own.state === "unused") return refuse({ why: "not-yours" });
  if (own.state === "claimed") return refuse({ why: "claimed-already" });
  if (own.state === "forfeited" || (own.dueAt !== undefined && at >= own.dueAt)) {
    return refuse({ why: "forfeited", ...(own.dueAt === undefined ? {} : { dueAt: own.dueAt }) });
  }
  const { dueAt: _, ...kept } = own;
  return done(
    settled(
      draw,
      prizes.map((one) => (one === own ? { ...kept, state: "claimed" } : one)),
    ),
  );
}

/**
 * Takes back what was not claimed in time or is given up, and offers it to the first alternates, who have as long as the
 * winners had. `gone` are those who have left and can claim nothing.
 */
export function forfeit(
  draw: Draw,
  prizes: readonly Prize[],
  { clock, isLost }: { readonly clock: BusinessClock; readonly isLost: (prize: Prize) => boolean },
  at: Date,
): Settled {
  const dueAt = plusBusinessDays(clock, at, draw.claimDays);
  const after = prizes.map(
    (one): Prize => (one.state === "offered" && isLost(one) ? { ...one, state: "forfeited" } : one),
  );
  let free = after.filter((one, index) => one.state === "forfeited" && prizes[index]?.state === "offered").length;
  const offered = after.map((one): Prize => {
    if (one.state !== "alternate" || free === 0 || isLost(one)) return one;
    free -= 1;
    return { ...one, state: "offered", dueAt };
  });
  return settled(draw, offered);
}

/** Somebody asks to cancel a draw, with a reason that everybody will read. */
export function askToCancel(draw: Draw, { by, reason }: { by: PersonId; reason: string }, at: Date): Moved {
  if (after(draw.state, "cancelled") === undefined) return refuse({ why: "not-now", state: draw.state });
  if (isKnowable(draw, at)) return refuse({ why: "knowable" });
  return done({ ...draw, cancelling: { by, at, reason } });
}

/** Takes one's own wish to cancel back. */
export function keep(draw: Draw, by: PersonId): Moved {
  const { cancelling, ...rest } = draw;
  if (after(draw.state, "cancelled") === undefined) return refuse({ why: "not-now", state: draw.state });
  if (cancelling === undefined) return refuse({ why: "nobody-cancels" });
  return cancelling.by === by ? done(rest) : refuse({ why: "not-yours" });
}

/** A second person agrees, and the draw is cancelled in public. */
export function second(draw: Draw, by: PersonId, at: Date): Moved {
  const { cancelling } = draw;
  if (after(draw.state, "cancelled") === undefined) return refuse({ why: "not-now", state: draw.state });
  if (isKnowable(draw, at)) return refuse({ why: "knowable" });
  if (cancelling === undefined) return refuse({ why: "nobody-cancels" });
  if (cancelling.by === by) return refuse({ why: "same-person" });
  return done(ended(draw, { at, why: "by-two", reason: cancelling.reason, by: cancelling.by, seconded: by }));
}
