import type { Locale } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { forgives } from "../../kernel/prize.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId, TeamId } from "../people/index.ts";
import type { Interval } from "../scores/index.ts";
import type { AwardRule } from "./rules.ts";

/** Who can win. */
export type Subject = { readonly is: "person"; readonly id: PersonId } | { readonly is: "team"; readonly id: TeamId };

export const isSame = (a: Subject, b: Subject): boolean => a.is === b.is && a.id === b.id;

/** A winner; without a figure where somebody was chosen against the rule. */
export type Winner = {
  readonly of: Subject;
  /** Points of a score, points risen, or the metric in its own unit. */
  readonly figure?: number;
  readonly n?: number;
  /** Of the points, 95 %. */
  readonly interval?: Interval;
};

/** Who would have won but had won this rule so often lately. */
export type PassedOver = { readonly of: Subject; readonly wins: number; readonly days: number };

/** What a rule found, so that everybody can be told why. */
export type Judged = {
  readonly winners: readonly Winner[];
  readonly passedOver: readonly PassedOver[];
  /** How many had enough results to be compared. */
  readonly among: number;
  /** By how much the figure of the last winner is above that of the next, where it is. */
  readonly ahead?: number;
};

export type Decision = {
  readonly is: "confirmed" | "changed" | "declined";
  readonly by: PersonId;
  readonly at: Date;
  readonly reason?: string;
};

/** One award from its proposal on. */
export type Award = {
  readonly id: string;
  /** What people call it: AW-12. */
  readonly number: number;
  readonly site: SiteId;
  readonly rule: string;
  /** The rule as it was when it was proposed. */
  readonly as: AwardRule;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The days that a rise is held against. */
  readonly before?: { readonly from: LocalDate; readonly to: LocalDate };
  /** The team within which it is won, where each team has one. */
  readonly team?: TeamId;
  /** 2 and more where a correction gave it once more. */
  readonly turn: number;
  readonly state: "proposed" | "given" | "declined";
  readonly judged: Judged;
  /** As they stand: those whom the rule found, or whom a lead chose. */
  readonly winners: readonly Winner[];
  readonly prize?: Readonly<Record<Locale, string>>;
  readonly coupon?: string;
  /** A coupon was told with it and became void when it was taken back. */
  readonly isCouponVoid?: true;
  readonly proposedAt: Date;
  readonly judgedAt: Date;
  readonly decision?: Decision;
  /** How often it was given: 2 where it was taken back once. */
  readonly times: number;
  /** Rises with every change. */
  readonly revision: number;
};

/** What people call an award. */
export const awardName = ({ number }: Pick<Award, "number">): string => `AW-${number}`;

/** A slip can be taken back for so long, in milliseconds. */
const undoMs = 10 * 60_000;

export const reasonLength = { min: 20, max: 500 } as const;

export type MoveRefusal =
  | { readonly why: "no-such-award" }
  /** Somebody was first. */
  | { readonly why: "decided" }
  | { readonly why: "changed" }
  | { readonly why: "own" }
  | { readonly why: "not-yours" }
  | { readonly why: "not-decided" }
  | { readonly why: "not-your-decision" }
  | { readonly why: "too-late" }
  | { readonly why: "not-a-winner" }
  | { readonly why: "wins-already" }
  | { readonly why: "forgives" };

type Moved = Outcome<Award, MoveRefusal>;

const next = (award: Award, but: Partial<Award>): Award => ({ ...award, ...but, revision: award.revision + 1 });

/** Only a proposal that stands as it was seen is decided. */
function open(award: Award, seen: number): Moved {
  if (award.state !== "proposed") return refuse({ why: "decided" });
  return award.revision === seen ? done(award) : refuse({ why: "changed" });
}

type By = { readonly by: PersonId; readonly at: Date; readonly seen: number };

/** The winners whom the rule found get it. */
export function confirm(award: Award, { by, at, seen }: By): Moved {
  const known = open(award, seen);
  if (!known.ok) return known;
  const decision: Decision = { is: "confirmed", by, at };
  return done(next(award, { state: "given", decision, times: award.times + 1 }));
}

/**
 * Somebody else gets it, for a reason that is posted with it: in the place of one of the winners, or of the only one
 * where none is named; where several share it and none is named, beside them.
 */
export function change(
  award: Award,
  { by, at, seen, to, instead, reason }: By & { to: Subject; instead?: Subject | undefined; reason: string },
): Moved {
  const known = open(award, seen);
  if (!known.ok) return known;
  const { winners } = award;
  const has = (all: readonly Winner[], one: Subject) => all.some(({ of }) => isSame(of, one));
  if (instead !== undefined && !has(winners, instead)) return refuse({ why: "not-a-winner" });
  if (has(winners, to) && isSame(instead ?? to, to)) return refuse({ why: "wins-already" });
  const left = winners.length === 1 ? winners[0]?.of : instead;
  const stay = winners.filter(({ of }) => left === undefined || !isSame(of, left));
  const decision: Decision = { is: "changed", by, at, reason };
  const after = has(stay, to) ? stay : [...stay, { of: to }];
  return done(next(award, { state: "given", decision, winners: after, times: award.times + 1 }));
}

/** Nobody gets it. */
export function decline(award: Award, { by, at, seen, reason }: By & { reason: string }): Moved {
  const known = open(award, seen);
  if (!known.ok) return known;
  return done(next(award, { state: "declined", decision: { is: "declined", by, at, reason } }));
}

/** Whether a decision can be taken back by somebody at a moment. */
export const canTakeBack = ({ decision }: Award, by: PersonId, at: Date): boolean =>
  decision?.by === by && at.getTime() <= decision.at.getTime() + undoMs;

/**
 * The decision is undone by who made it, within ten minutes: it waits again as the rule found it, without a coupon that
 * was told already.
 */
export function takeBack(award: Award, { by, at }: Pick<By, "by" | "at">): Moved {
  if (award.decision === undefined) return refuse({ why: "not-decided" });
  if (award.decision.by !== by) return refuse({ why: "not-your-decision" });
  if (!canTakeBack(award, by, at)) return refuse({ why: "too-late" });
  const { decision: _, coupon, isCouponVoid: __, ...rest } = award;
  const kept = coupon === undefined ? {} : award.state === "given" ? { isCouponVoid: true as const } : { coupon };
  return done(next({ ...rest, ...kept }, { state: "proposed", winners: award.judged.winners }));
}

/** What is won with it; a text that is left out takes away what there was. No prize forgives a score. */
export function attach(award: Award, given: { seen: number; prize?: string; coupon?: string }): Moved {
  const known = open(award, given.seen);
  if (!known.ok) return known;
  if ([given.prize, given.coupon].some((text) => text !== undefined && forgives(text))) {
    return refuse({ why: "forgives" });
  }
  const { prize: was, coupon: _, ...rest } = award;
  const isKept = was !== undefined && Object.values(was).includes(given.prize ?? "");
  const { prize, coupon } = given;
  const named = prize === undefined ? {} : { prize: isKept ? was : { en: prize, "zh-CN": prize } };
  return done(next(rest, { ...named, ...(coupon === undefined ? {} : { coupon }) }));
}

/** All that is told of what a rule found, to the two decimals that anybody sees. */
const asTold = ({ winners, passedOver, among }: Judged): string =>
  JSON.stringify([
    winners.map(({ of, figure, n }) => [of.is, of.id, figure?.toFixed(2), n]),
    passedOver.map(({ of, wins }) => [of.is, of.id, wins]),
    among,
  ]);

/** A proposal that waits says what the rule finds now; nothing where that is what it says. */
export function judgeAgain(award: Award, judged: Judged, at: Date): Award | undefined {
  if (award.state !== "proposed" || asTold(judged) === asTold(award.judged)) return undefined;
  return next(award, { judged, winners: judged.winners, judgedAt: at });
}
