import type { Outcome } from "../../kernel/outcome.ts";
import type { Person } from "../people/index.ts";
import type { NotFound } from "./roster.ts";
import { folded, type KudosValues, valueMeant } from "./rules.ts";

/** The beginning of a line, with what comes after it. */
type Head = { readonly text: string; readonly rest: string };

/** A Chinese character, or what begins with another letter or a digit and goes on to a blank or a mark that parts. */
const unit = /\p{Script=Han}|[\p{L}\p{N}][^\s\p{Script=Han},，、:：;；]*/gu;
const quoted = /^(?:"([^"]*)"|[“”]([^“”]*)[“”]|「([^」]*)」)/u;
const parting = /^[\s,，、:：;；]+/u;

/** No name takes more words or Chinese characters than these, and neither does a value. */
const longestName = 8;
const longestValue = 40;

const after = (line: string, end: number): string => line.slice(end).replace(parting, "");

function quotedHead(line: string): Head | undefined {
  const hit = quoted.exec(line);
  return hit === null
    ? undefined
    : { text: (hit[1] ?? hit[2] ?? hit[3] ?? "").trim(), rest: after(line, hit[0].length) };
}

/** What may be a name at the beginning of a line, the longest first: what is in quotes alone, else so many units. */
function headsOf(line: string, most: number): readonly Head[] {
  const inQuotes = quotedHead(line);
  if (inQuotes !== undefined) return [inQuotes];
  const ends = [...line.matchAll(unit)].slice(0, most).map(({ index, 0: hit }) => index + hit.length);
  return ends.reverse().map((end) => ({ text: line.slice(0, end), rest: after(line, end) }));
}

/** A reason without the quotes around the whole of it. */
function reasonIn(line: string): string {
  const inQuotes = quotedHead(line);
  return inQuotes?.rest === "" ? inQuotes.text : line;
}

type Valued = { readonly value: string; readonly reason: string };

/** The value that a line begins with, and the rest: the longest whole name, or in quotes a part of just one. */
export function valueAt(values: KudosValues, line: string): Valued | undefined {
  const inQuotes = quotedHead(line);
  if (inQuotes !== undefined) {
    const value = valueMeant(values, inQuotes.text);
    return value === undefined ? undefined : { value, reason: reasonIn(inQuotes.rest) };
  }
  const called = Object.entries(values).map(([id, names]) => ({
    id,
    names: [id, ...Object.values(names)].map(folded),
  }));
  for (const head of headsOf(line, longestValue)) {
    const [one, ...others] = called.filter(({ names }) => names.includes(folded(head.text)));
    if (one !== undefined) return others.length === 0 ? { value: one.id, reason: reasonIn(head.rest) } : undefined;
  }
  return undefined;
}

type Found = Outcome<Person, NotFound>;

/** Whom a line names: by the longest name that it begins with, rather one with a value after it. */
export async function namedIn(
  line: string,
  values: KudosValues,
  find: (name: string) => Promise<Found>,
): Promise<{ readonly found: Found; readonly rest: string }> {
  const heads = headsOf(line, longestName);
  const withValue = heads.filter(({ rest }) => valueAt(values, rest) !== undefined);
  const others = heads.filter((head) => !withValue.includes(head));
  for (const { text, rest } of [...withValue, ...others]) {
    const found = await find(text);
    if (found.ok || found.refusal.why !== "nobody") return { found, rest };
  }
  const { text, rest } = withValue.at(-1) ?? { text: line.split(/\s/, 1)[0] ?? "", rest: "" };
  return { found: await find(text), rest };
}
