import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { TeamId } from "../people/index.ts";
import { type Interval, type Ranked, rank } from "../scores/index.ts";
import { isSame, type Judged, type PassedOver, type Subject, type Winner } from "./domain.ts";
import type { Days } from "./periods.ts";
import type { AwardRule } from "./rules.ts";

/** Somebody who may win. */
export type Candidate = {
  readonly of: Subject;
  /** The team that a person sat in at the end of the period. */
  readonly team?: TeamId;
  /** What the rule goes by, as it is told. */
  readonly figure: number;
  /** What is ranked: points, or points risen. */
  readonly points: number;
  readonly n: number;
  readonly interval?: Interval;
};

/** An award won before: the last day of what it was won for. */
export type PastWin = { readonly of: Subject; readonly rule: string; readonly day: LocalDate };

/** Fewer than these are not compared: being told the best of two is being told the worse. */
const fewest = { agents: 3, teams: 2 } as const;

/** How many results it takes to be compared: to be the best 10 at least (product rules §2). */
export const leastOf = ({ goesTo, minimumN }: AwardRule): number =>
  goesTo === "best" ? Math.max(minimumN, 10) : minimumN;

const winnerOf = ({ of, figure, n, interval }: Candidate): Winner => ({
  of,
  figure,
  n,
  ...(interval === undefined ? {} : { interval }),
});

/** How often a candidate won the rule within the days before a period that its rule counts. */
function winsOf({ repeats }: AwardRule, { of }: Candidate, past: readonly PastWin[], { from, to }: Days): number {
  if (repeats === "any") return 0;
  return past.filter((win) => isSame(win.of, of) && addDays(to, -repeats.days) < win.day && win.day < from).length;
}

/** By how much the last winner is above the next, in the figures that are told. */
function aheadOf(winners: readonly Candidate[], next: Candidate | undefined): { readonly ahead?: number } {
  const gap = next && Math.min(...winners.map(({ figure }) => figure)) - next.figure;
  return gap !== undefined && gap > 0 ? { ahead: gap } : {};
}

function best(rule: AwardRule, field: readonly Candidate[], reaches: (one: Candidate) => boolean) {
  const ranked = rank(field as readonly (Candidate & Ranked)[]);
  const first = ranked.filter(({ place }) => place === 1);
  const isTieOfAll = first.length === ranked.length || first.length > rule.most;
  const winners = ranked.length < fewest[rule.of] || isTieOfAll ? [] : first.filter(reaches);
  return { winners, next: ranked[first.length], worst: winners.at(-1) };
}

/**
 * Who wins a rule: of those with enough results the first place by `rank`, shared where intervals overlap, or everybody
 * who reaches it. Who won too often lately stands aside, and is named where they would have won. Undefined where nobody
 * stands out.
 */
export function judge(
  rule: AwardRule,
  candidates: readonly Candidate[],
  past: readonly PastWin[],
  days: Days,
): Judged | undefined {
  const firm = candidates.filter(({ n }) => n >= leastOf(rule));
  const reaches = ({ figure }: Candidate) =>
    (rule.atLeast === undefined || figure >= rule.atLeast) && (rule.by !== "improvement" || figure > 0);
  const { repeats } = rule;
  const wins = new Map(firm.map((one) => [one, winsOf(rule, one, past, days)]));
  const isAside = (one: Candidate) => repeats !== "any" && (wins.get(one) ?? 0) >= repeats.wins;
  const field = firm.filter((one) => !isAside(one));
  const named = (aside: readonly Candidate[]): readonly PassedOver[] =>
    repeats === "any" ? [] : aside.map((one) => ({ of: one.of, wins: wins.get(one) ?? 0, days: repeats.days }));

  if (rule.goesTo === "everybody") {
    const winners = field.filter(reaches).map(winnerOf);
    const passedOver = named(firm.filter((one) => isAside(one) && reaches(one)));
    return winners.length === 0 ? undefined : { winners, passedOver, among: firm.length };
  }
  const { winners, next, worst } = best(rule, field, reaches);
  if (worst === undefined) return undefined;
  // Those aside who would have been before the last winner, or beside them.
  const all = rank(firm as readonly (Candidate & Ranked)[]);
  const until = Math.max(...winners.map((one) => all.findIndex(({ of }) => isSame(of, one.of))));
  const before = all.filter(({ place }, index) => index < until || place === 1).map(({ of }) => of);
  const aside = firm.filter((one) => isAside(one) && reaches(one) && before.some((of) => isSame(of, one.of)));
  return {
    winners: winners.map(winnerOf),
    passedOver: named(aside),
    among: firm.length,
    ...aheadOf(winners, next),
  };
}
