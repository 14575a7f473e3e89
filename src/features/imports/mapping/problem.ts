import type { RowTrouble } from "../reading/row.ts";
import type { Field } from "./datasets.ts";

/** What is wrong with one row, or with one of its fields. */
export type Problem =
  | RowTrouble
  | { readonly why: "repeated"; readonly field: Field; readonly value: string; readonly firstLine: number }
  | { readonly why: "missing"; readonly field: Field }
  | { readonly why: "not-one-of"; readonly field: Field; readonly value: string; readonly allowed: readonly string[] }
  | { readonly why: "not-a-duration"; readonly field: Field; readonly value: string }
  | { readonly why: "negative-duration"; readonly field: Field; readonly value: string }
  | { readonly why: "too-long-a-duration"; readonly field: Field; readonly value: string; readonly hours: number }
  | { readonly why: "not-a-count"; readonly field: Field; readonly value: string; readonly max: number }
  | OutOfRange
  | {
      readonly why: "more-than";
      readonly field: Field;
      readonly value: string;
      readonly than: Field;
      readonly most: number;
    }
  | { readonly why: "handled-by-nobody"; readonly field: Field; readonly value: string }
  | { readonly why: "too-small-squares"; readonly field: Field; readonly value: string; readonly least: number }
  | { readonly why: "needed-for-calibration"; readonly field: Field }
  | { readonly why: "only-for-calibration"; readonly field: Field; readonly value: string }
  | { readonly why: "more-than-scheduled"; readonly field: Field; readonly value: string }
  | { readonly why: "scheduled-on-leave"; readonly field: Field; readonly value: string }
  | { readonly why: "points-of-absent"; readonly field: Field; readonly value: string }
  | { readonly why: "neither-points-nor-absent"; readonly field: Field }
  | { readonly why: "not-a-day"; readonly field: Field; readonly value: string; readonly format: string }
  | { readonly why: "not-a-time"; readonly field: Field; readonly value: string }
  | { readonly why: "no-such-time"; readonly field: Field; readonly value: string; readonly zone: string }
  | { readonly why: "out-of-time"; readonly field: Field; readonly value: string }
  | { readonly why: "unknown-agent"; readonly field: Field; readonly value: string; readonly nearest?: string }
  | { readonly why: "ambiguous-agent"; readonly field: Field; readonly value: string }
  | { readonly why: "too-long"; readonly field: Field; readonly max: number }
  | { readonly why: "unknown-team"; readonly field: Field; readonly value: string; readonly nearest?: string }
  | { readonly why: "not-an-email"; readonly field: Field; readonly value: string }
  | { readonly why: "taken"; readonly field: Field; readonly value: string; readonly by: string }
  | { readonly why: "seat-without-team"; readonly field: Field; readonly value: string }
  | { readonly why: "left-before-hired"; readonly field: Field; readonly value: string }
  | { readonly why: "until-before-from"; readonly field: Field }
  | { readonly why: "not-a-birthday"; readonly field: Field; readonly value: string };

type OutOfRange = {
  readonly why: "out-of-range";
  readonly field: Field;
  readonly value: string;
  readonly min: number;
  readonly max: number;
};

/** A row that was not taken, and everything that is wrong with it. */
export type BadRow = { readonly line: number; readonly problems: readonly Problem[] };

/** A kind of problem, with its first example and the number of rows that have it. */
export type Reason = { readonly example: Problem; readonly rows: number };

const shownRows = 20;

/** Collects bad rows: counts them by reason and keeps the first few. */
export function rejects() {
  const first: BadRow[] = [];
  const reasons = new Map<string, { example: Problem; rows: number }>();
  let rows = 0;
  return {
    add(bad: BadRow): void {
      rows += 1;
      if (first.length < shownRows) first.push(bad);
      for (const problem of bad.problems) {
        const key = `${problem.why}:${"field" in problem ? problem.field : ""}`;
        const reason = reasons.get(key) ?? { example: problem, rows: 0 };
        reason.rows += 1;
        reasons.set(key, reason);
      }
    },
    rows: () => rows,
    first: (): readonly BadRow[] => first,
    reasons: (): readonly Reason[] => [...reasons.values()].sort((a, b) => b.rows - a.rows),
  };
}
export type Rejects = ReturnType<typeof rejects>;
