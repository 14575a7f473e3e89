import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { State } from "./states.ts";

/** What an author added later. */
export type Addition = { readonly text: string; readonly day: LocalDate };

/** One change of state; `isBack` is one that undoes the step before it. */
export type Step = {
  readonly from: State;
  readonly to: State;
  /** None where an anonymous author withdrew. */
  readonly by?: PersonId;
  readonly at: Date;
  readonly reason?: string;
  readonly isBack?: true;
};

/** An idea. Of an anonymous one nothing is kept that leads to its author: every time of theirs is the start of a day. */
export type Suggestion = {
  readonly id: string;
  /** What people call it by, as `SG-12`. */
  readonly number: number;
  readonly site: SiteId;
  /** None where it is anonymous. */
  readonly author?: PersonId;
  /** The SHA-256 of the code that the author of an anonymous one holds. */
  readonly codeHash?: string;
  /** Who looks after it. */
  readonly owner?: PersonId;
  readonly state: State;
  /** Empty once it is withdrawn. */
  readonly text: string;
  readonly additions: readonly Addition[];
  readonly steps: readonly Step[];
  /** Who wants to hear of it without voting. */
  readonly followers: readonly PersonId[];
  readonly madeAt: Date;
  /** The time of its last step, else of its making. */
  readonly changedAt: Date;
  readonly votes: number;
};

export const textLength = { min: 15, max: 2000 } as const;
export const reasonLength = { min: 5, max: 500 } as const;
export const mostAdditions = 5;

/** What people call a suggestion by. */
export const nameOf = ({ number }: Pick<Suggestion, "number">): string => `SG-${number}`;

/** The number in what somebody typed, `SG-12` or `sg12`; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const [, digits] = /^sg[-\s]?(\d{1,9})$/i.exec(text.normalize("NFKC").trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A text as texts are compared: without regard to case, width and what stands between words. */
export function folded(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? text : words;
}

/** The steps that hold, without those that were undone. */
export function standing(steps: readonly Step[]): readonly Step[] {
  const path: Step[] = [];
  for (const step of steps) {
    if (step.isBack) path.pop();
    else path.push(step);
  }
  return path;
}

/** Whether an anonymous suggestion is not shown yet: it is from the day after it was made, so that no hour tells. */
export const isHidden = ({ author, madeAt }: Suggestion, startOfToday: Date): boolean =>
  author === undefined && madeAt >= startOfToday;

/** As all but its author see it: what was added anonymously is shown from the day after, too. */
export const asShown = (one: Suggestion, today: LocalDate): Suggestion =>
  one.author === undefined ? { ...one, additions: one.additions.filter(({ day }) => day < today) } : one;

/** The last step from an instant until before another that still holds, and is not a withdrawal. */
export const movedIn = ({ steps }: Suggestion, from: Date, before: Date): Step | undefined =>
  standing(steps).findLast(({ to, at }) => to !== "withdrawn" && at >= from && at < before);
