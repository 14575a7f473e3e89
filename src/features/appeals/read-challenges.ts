import type { ParamRefusal } from "../../chat/param.ts";
import { locales } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { itemsOf } from "../evaluations/index.ts";
import type { FilingForm, Ground } from "./card.ts";
import { formWords } from "./messages/form.ts";

/** Points that somebody proposes, for an item as they called it; for none where they gave points alone. */
export type Wanted = { readonly item?: string; readonly points: number };

/** Points alone are of no item where an evaluation has several. */
export type ReadRefusal = { readonly why: "which-item" };

/** No form has more items than these. */
const mostWanted = 40;
const longest = 2_000;

const part = /\s*(?:([^=]*?)\s*=\s*)?(\d{1,4}(?:\.\d{1,2})?)\s*(?:[,;、\n]\s*|$)/y;

/** Reads `greeting=10, closing=5` or `95`; full-width signs and a colon for the equals sign are taken as well. */
export function readPoints(text: string): Outcome<readonly Wanted[], ParamRefusal> {
  const plain = text.normalize("NFKC").trim();
  if (plain.length > longest) return refuse({ say: formWords.notPoints });
  const line = plain.includes("=") ? plain : plain.replace(/:/g, "=");
  const wanted: Wanted[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < line.length) {
    const [, item, points] = part.exec(line) ?? [];
    if (points === undefined || item === "") return refuse({ say: formWords.notPoints });
    wanted.push({ ...(item === undefined ? {} : { item }), points: Number(points) });
    if (wanted.length > mostWanted) return refuse({ say: formWords.notPoints });
  }
  return wanted.length === 0 ? refuse({ say: formWords.notPoints }) : done(wanted);
}

const plainly = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** The item of an evaluation that a text means: its id, its name in either language, its place, or how its name begins. */
export function itemMeant(text: string, { items, form }: Pick<Ground, "items" | "form">): string | undefined {
  const wanted = plainly(text);
  const named = new Map(form === undefined ? [] : itemsOf(form).map(({ id, name }) => [id, name]));
  const callings = items.map(({ item }) => ({
    item,
    names: [item, ...locales.flatMap((locale) => named.get(item)?.[locale] ?? [])].map(plainly),
  }));
  const exact = callings.find(({ names }) => names.includes(wanted));
  const place = /^\d{1,2}$/.test(wanted) ? items[Number(wanted) - 1] : undefined;
  const begun = callings.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  return exact?.item ?? place?.item ?? (begun.length === 1 ? begun[0]?.item : undefined);
}

/** What is challenged of an evaluation; an item that it does not have is left as it was called, for the rules to say. */
export function challengesOf(
  wanted: readonly Wanted[],
  ground: Pick<Ground, "items" | "form">,
): Outcome<FilingForm["challenges"], ReadRefusal> {
  const [only, ...more] = ground.items;
  const alone = more.length === 0 ? only?.item : undefined;
  const challenges = wanted.flatMap(({ item: called, points }) => {
    const item = called === undefined ? alone : (itemMeant(called, ground) ?? called);
    return item === undefined ? [] : [{ item, proposed: points }];
  });
  return challenges.length < wanted.length ? refuse({ why: "which-item" }) : done(challenges);
}

/** Points as they are written in the form. */
export const pointsText = (wanted: readonly Wanted[]): string =>
  wanted.map(({ item, points }) => (item === undefined ? `${points}` : `${item}=${points}`)).join(", ");
