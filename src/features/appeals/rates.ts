import { type BusinessClock, businessDaysBetween } from "../../kernel/business-time.ts";
import { groupBy } from "../../kernel/group.ts";
import type { PersonId } from "../people/index.ts";
import { type Interval, wilson } from "../scores/index.ts";
import type { Course, OutcomeRow } from "./store.ts";

/** A share with its 95 % Wilson interval. */
export type Rate = { readonly hits: number; readonly n: number; readonly interval: Interval };

/** Below so many decided items nothing is said of anybody. */
const leastDecided = 5;

const rate = (rows: readonly OutcomeRow[], isHit: (row: OutcomeRow) => boolean): Rate | undefined => {
  const n = rows.length;
  const hits = rows.filter(isHit).length;
  return n < leastDecided ? undefined : { hits, n, interval: wilson(hits, n) };
};

const isOverturned = ({ outcome }: OutcomeRow) => outcome !== "rejected";

const ratesBy = <K extends string>(rows: readonly OutcomeRow[], keyOf: (row: OutcomeRow) => K | undefined) =>
  [...groupBy(rows, keyOf)].flatMap(([key, own]) => {
    const found = key === undefined ? undefined : rate(own, isOverturned);
    return key === undefined || found === undefined ? [] : [{ key, rate: found }];
  });

/** How often what each scorer marked was raised, of the items that were decided. */
export const overturnRates = (
  rows: readonly OutcomeRow[],
): readonly { readonly key: PersonId; readonly rate: Rate }[] => ratesBy(rows, ({ scorer }) => scorer);

/** How often what each appellant asked for was granted, in part at least. */
export const upholdRates = (rows: readonly OutcomeRow[]): readonly { readonly key: PersonId; readonly rate: Rate }[] =>
  ratesBy(rows, ({ agent }) => agent);

/** An item that may be worth a look: often overturned, or marked by a rule that is not clear. */
export type ItemToMend = {
  readonly form: string;
  readonly item: string;
  readonly overturned?: Rate | undefined;
  /** The appeals in which the panel found the rule unclear. */
  readonly unclear: readonly string[];
};

/** Half of what was decided of an item was raised, or its rule was found unclear; what was found unclear most first. */
export function itemsToMend(rows: readonly OutcomeRow[]): readonly ItemToMend[] {
  const items = [...groupBy(rows, ({ form, item }) => `${form}\u0000${item}`)].flatMap(([, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const unclear = own.filter(({ code }) => code === "rule-unclear").map(({ appeal }) => appeal);
    const overturned = rate(own, isOverturned);
    const isOften = overturned !== undefined && overturned.hits * 2 >= overturned.n;
    if (unclear.length === 0 && !isOften) return [];
    return [{ form: first.form, item: first.item, overturned, unclear: [...new Set(unclear)] }];
  });
  return items.sort(
    (a, b) => b.unclear.length - a.unclear.length || (b.overturned?.hits ?? 0) - (a.overturned?.hits ?? 0),
  );
}

/** How many business days stages took in the mean, over closed appeals; a mean of fewer than five is not told. */
export type MeanDays = { readonly n: number; readonly review: number; readonly panel: number };

export function meanDays(courses: readonly Course[], clock: BusinessClock): MeanDays | undefined {
  const heard = courses.flatMap(({ filedAt, panelAt, decidedAt }) =>
    panelAt === undefined ? [] : [{ filedAt, panelAt, decidedAt }],
  );
  if (heard.length < leastDecided) return undefined;
  const mean = (days: readonly number[]) => days.reduce((sum, one) => sum + one, 0) / days.length;
  return {
    n: heard.length,
    review: mean(heard.map(({ filedAt, panelAt }) => businessDaysBetween(clock, filedAt, panelAt))),
    panel: mean(heard.map(({ panelAt, decidedAt }) => businessDaysBetween(clock, panelAt, decidedAt))),
  };
}
