import type { Notice, Touched } from "../notices/index.ts";
import type { Draw, Prize } from "./domain.ts";
import type { Told } from "./store.ts";

/** The schedules of the ledger by which draws are told. */
export const kindNames = { post: "draw", line: "draw-line", prize: "draw-prize", waiting: "draw-waiting" } as const;

/** What is posted in the site's channel, each by itself, so that nothing that was promised is overwritten. */
export type Stage = "open" | "put-off" | "closed" | "cancelling" | "result" | "cancelled";

/** What a post of a draw is about; `count` tells those of one stage apart: revisions, delays, wishes. */
export type Post = { readonly draw: string; readonly stage: Stage; readonly count: number };

const postPeriod = ({ draw, stage, count }: Post) => `${draw}:${stage}:${count}`;

/** The notice by which the manifest that stands is posted. */
export const listPost = ({ id, site, closed }: Draw) => ({
  kind: kindNames.post,
  site,
  period: postPeriod({ draw: id, stage: "closed", count: closed?.revision ?? 0 }),
});

/** Reads what `announced` wrote as the period of a notice. */
export function readPost(period: string): Post {
  const [draw = "", stage = "", count = ""] = period.split(":");
  return { draw, stage: stage as Stage, count: Number(count) };
}

/** A DM about one's line in a manifest, or about one's place in the result. */
export function readPersonal(period: string): {
  readonly draw: string;
  readonly count: number;
  readonly isReminder: boolean;
} {
  const [draw = "", count = "", more] = period.split(":");
  return { draw, count: Number(count), isReminder: more === "reminder" };
}

const notice = ({ site }: Draw, kind: string, period: string, at: Date): Notice => ({
  kind,
  site,
  period,
  at,
  body: {},
});

const post = (draw: Draw, stage: Stage, count: number, at: Date): Notice =>
  notice(draw, kindNames.post, postPeriod({ draw: draw.id, stage, count }), at);

const touch = ({ id, site }: Draw, stage: Stage, count = 0): Touched => ({
  kind: kindNames.post,
  site,
  period: postPeriod({ draw: id, stage, count }),
});

/**
 * What a draw waits for: an answer to a challenge, by its place; the public number of a manifest, by its revision; or
 * somebody else who types the same number.
 */
export type Waiting = { readonly draw: string; readonly is: "challenge" | "number" | "second"; readonly count: number };

const waitingPeriod = ({ draw, is, count }: Waiting) => `${draw}:${is}:${count}`;

/** Reads what a notice of the kind `waiting` is about. */
export function readWaiting(period: string): Waiting {
  const [draw = "", is = "", count = ""] = period.split(":");
  return { draw, is: is as Waiting["is"], count: Number(count) };
}

/** Those who answer challenges or type numbers are told what a draw waits for, and that it does no more. */
function waited(before: Draw | undefined, draw: Draw, at: Date): Told {
  const of = (is: Waiting["is"], count: number) => waitingPeriod({ draw: draw.id, is, count });
  const known = before?.challenges ?? [];
  const fresh = draw.challenges.flatMap((_, index) => (index < known.length ? [] : [of("challenge", index)]));
  const isAnswered = (index: number) =>
    known[index]?.answer === undefined && draw.challenges[index]?.answer !== undefined;
  const answered = known.flatMap((_, index) => (isAnswered(index) ? [of("challenge", index)] : []));
  const isPublic = draw.source.is === "public";
  const number = of("number", draw.closed?.revision ?? 0);
  const wasCommitted = before?.state === "committed";
  const isCommitted = draw.state === "committed";
  const asked = isPublic && isCommitted && !wasCommitted ? [number] : [];
  const second = of("second", draw.closed?.revision ?? 0);
  const confirmed = isCommitted && draw.typed !== undefined && before?.typed === undefined ? [second] : [];
  const over = isPublic && wasCommitted && !isCommitted ? [number, second] : [];
  return {
    notices: [...fresh, ...asked, ...confirmed].map((period) => notice(draw, kindNames.waiting, period, at)),
    touched: [...answered, ...over].map((period) => ({ kind: kindNames.waiting, site: draw.site, period })),
  };
}

/** What everybody is told when a draw goes on from one state to another, and what is asked of those who carry it on. */
export function announced(before: Draw | undefined, draw: Draw, at: Date): Told {
  const [all, some] = [toldToAll(before, draw, at), waited(before, draw, at)];
  return {
    notices: [...(all.notices ?? []), ...(some.notices ?? [])],
    touched: [...(all.touched ?? []), ...(some.touched ?? [])],
  };
}

/** What everybody is told when a draw goes on from one state to another. */
function toldToAll(before: Draw | undefined, draw: Draw, at: Date): Told {
  const told = (stage: Stage, count = 0): Told => ({
    notices: [post(draw, stage, count, at)],
    touched: [touch(draw, "open", draw.reopened)],
  });
  // Nobody has seen a draft.
  if (draw.openedAt === undefined) return {};
  if (draw.state === "cancelled") {
    const { notices = [], touched = [] } = told("cancelled");
    const asked = draw.cancelling === undefined ? [] : [touch(draw, "cancelling", draw.cancelling.at.getTime())];
    return { notices, touched: [...touched, touch(draw, "closed", draw.closed?.revision ?? 0), ...asked] };
  }
  if (draw.state === "open" && before?.state !== "open") {
    const { reopened, closed } = draw;
    const replaced =
      reopened === 0 ? [] : [touch(draw, "open", reopened - 1), touch(draw, "closed", closed?.revision ?? 0)];
    return { notices: [post(draw, "open", reopened, at)], touched: replaced };
  }
  if (draw.putOff !== before?.putOff) return told("put-off", draw.putOff);
  const revision = draw.closed?.revision ?? 0;
  if (draw.state === "closed" && revision !== before?.closed?.revision) {
    const lines = notice(draw, kindNames.line, `${draw.id}:${revision}`, at);
    const { notices = [], touched = [] } = told("closed", revision);
    const before = { kind: kindNames.line, site: draw.site, period: `${draw.id}:${revision - 1}` };
    return { notices: [...notices, lines], touched: [...touched, touch(draw, "closed", revision - 1), before] };
  }
  if (draw.state === "drawn" && before?.state !== "drawn") return told("result");
  if (draw.cancelling !== before?.cancelling) {
    const count = (draw.cancelling ?? before?.cancelling)?.at.getTime() ?? 0;
    return draw.cancelling === undefined ? { touched: [touch(draw, "cancelling", count)] } : told("cancelling", count);
  }
  return { touched: [touch(draw, "open", draw.reopened), touch(draw, "closed", revision), touch(draw, "result")] };
}

const offerPeriod = ({ id }: Draw, { rank }: Prize) => `${id}:${rank}`;
const reminderPeriod = (draw: Draw, prize: Prize) => `${offerPeriod(draw, prize)}:reminder`;

/** The share of its time after which a winner is reminded of an offer. */
const reminded = 0.8;

/** Reminds a winner before their offer runs out. */
function reminder(draw: Draw, prize: Prize, at: Date): Notice {
  const { dueAt = draw.closesAt } = prize;
  const remindAt = new Date(at.getTime() + reminded * (dueAt.getTime() - at.getTime()));
  return { ...notice(draw, kindNames.prize, reminderPeriod(draw, prize), remindAt), dueAt: remindAt };
}

/** Tells those who are offered a prize now and were not before, and puts the result right. */
export function offered(draw: Draw, before: readonly Prize[], prizes: readonly Prize[], at: Date): Told {
  const isNew = ({ rank, state }: Prize) =>
    state === "offered" && !before.some((one) => one.rank === rank && one.state === "offered");
  const changed = prizes.filter(({ rank, state }) => before.some((one) => one.rank === rank && one.state !== state));
  return {
    notices: prizes
      .filter(isNew)
      .flatMap((one) => [notice(draw, kindNames.prize, offerPeriod(draw, one), at), reminder(draw, one, at)]),
    touched: [
      touch(draw, "result"),
      ...changed
        .flatMap((one) => [offerPeriod(draw, one), reminderPeriod(draw, one)])
        .map((period) => ({ kind: kindNames.prize, site: draw.site, period })),
    ],
  };
}
