import {
  type EvaluationForm,
  type FormItem,
  itemsOf,
  type Mark,
  mostOf,
} from "../../src/features/evaluations/index.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { type Chance, pick } from "./chance.ts";
import { besideItem } from "./remarks.ts";

/** How often an item that may not apply does not. */
const isBeside = { identity: 0.12, authority: 0.3 } as const;
const usuallyBeside = 0.6;

/** How often an item is failed by which the whole contact is. */
const slips = 0.01;

/** The points that an item can have, from the most down to where nobody but the careless falls. */
function stepsOf(item: FormItem): readonly number[] {
  const all = item.scale?.map(({ points }) => points) ?? Array.from({ length: mostOf(item) + 1 }, (_, at) => at);
  return all.filter((points) => !(item.autoFail && points === 0) && points >= 0.2 * mostOf(item)).reverse();
}

/** What is marked whatever chance says. */
export type Planted = Readonly<Record<string, number>>;

/**
 * Marks by which a contact comes to about so many points: what is missing is lost here and there, each loss with a word
 * of the scorer's.
 */
export function marksFor(
  form: EvaluationForm,
  aim: number,
  { random, locale, planted = {} }: { readonly random: Chance; readonly locale: Locale; readonly planted?: Planted },
): Mark[] {
  const items = itemsOf(form);
  const applies = (item: FormItem) => {
    const share = item.na ? ((isBeside as Record<string, number>)[item.id] ?? usuallyBeside) : 0;
    return random() >= share || planted[item.id] !== undefined;
  };
  const applying = items.filter(applies);
  const weights = applying.reduce((sum, { weight }) => sum + weight, 0);
  const worth = (item: FormItem, points: number) => (100 * item.weight * points) / (weights * mostOf(item));

  const marks = new Map(applying.map((item) => [item.id, planted[item.id] ?? mostOf(item)]));
  const lost = (item: FormItem) => (item.autoFail ? 0 : worth(item, mostOf(item) - (marks.get(item.id) ?? 0)));
  let left = 100 - aim - applying.reduce((sum, item) => sum + lost(item), 0);
  for (let tries = 0; tries < 60 && left > 0.7; tries += 1) {
    const item = pick(applying, random());
    const now = marks.get(item.id) ?? 0;
    const next = stepsOf(item).find((points) => points < now);
    if (next === undefined || planted[item.id] !== undefined || worth(item, now - next) > left + 1) continue;
    marks.set(item.id, next);
    left -= worth(item, now - next);
  }
  for (const item of applying.filter(({ id, autoFail }) => autoFail && planted[id] === undefined)) {
    if (random() < slips) marks.set(item.id, 0);
  }
  return items.map((item): Mark => {
    const points = marks.get(item.id);
    if (points === undefined) return { item: item.id, points: "na" };
    const remarks = besideItem(locale, item.id);
    return points === mostOf(item) || remarks.length === 0
      ? { item: item.id, points }
      : { item: item.id, points, comment: pick(remarks, random()) };
  });
}
