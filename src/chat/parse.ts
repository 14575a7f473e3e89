import type { Say } from "../kernel/locale.ts";
import { done, type Outcome, refuse } from "../kernel/outcome.ts";
import type { Given } from "./ask.ts";
import { words } from "./messages.ts";
import type { Param, Params, Scope } from "./param.ts";

/** What is wrong with the values of a declaration: by parameter, or (`rest`) with text that belongs to none. */
export type Wrong = { readonly by: Readonly<Record<string, Say>>; readonly rest: readonly Say[] };

type Token = { readonly text: string; readonly at: number; readonly end: number };

/** Words and quoted stretches of a line, with where each begins and ends. */
function tokens(line: string): Token[] {
  const found = line.matchAll(/([^\s"“”:：=]+[:：=])?["“]([^"“”]*)["”]|\S+/g);
  return [...found].map((hit) => ({
    text: hit[2] === undefined ? hit[0] : `${hit[1] ?? ""}${hit[2]}`,
    at: hit.index,
    end: hit.index + hit[0].length,
  }));
}

/** No parameter knows more words than these at once. */
const longestKnown = 6;

/** Takes out of a line the longest stretches that parameters know for their own: `Blue Team | last week | aht`. */
function takeKnown(params: Params, names: readonly string[], line: string) {
  const all = tokens(line);
  const given: Record<string, string> = {};
  const rest: string[] = [];
  let next = 0;
  const ownerOf = (text: string) => names.find((name) => given[name] === undefined && params[name]?.knows?.(text));
  while (next < all.length) {
    const start = all[next] as Token;
    const near = all.slice(next, next + longestKnown);
    const last = next + near.findLastIndex((token) => ownerOf(line.slice(start.at, token.end)));
    const end = all[Math.max(last, next)]?.end ?? start.end;
    const stretch = line.slice(start.at, end);
    const owner = ownerOf(stretch);
    if (owner === undefined) rest.push(stretch);
    else given[owner] = stretch;
    next = Math.max(last, next) + 1;
  }
  return { given, rest: rest.join(" ") };
}

/**
 * Reads `/command one two name:three the rest` into values by name: `name:value` (or `=`) where the name is known, then
 * what a parameter knows for its own wherever it stands, else in the order of the declaration; the last text parameter
 * takes the rest of the line as it stands.
 */
export function readLine(params: Params, line: string): Outcome<Given, Wrong> {
  const names = Object.keys(params).filter((name) => params[name]?.field("en") !== undefined);
  if (!names.some((name) => params[name]?.knows)) return readTokens(params, names, line);
  const { given, rest } = takeKnown(params, names, line);
  const open = names.filter((name) => given[name] === undefined);
  const free = open.filter((name) => params[name]?.knows === undefined);
  const before = readTokens(params, free.length > 0 ? free : open, rest, names);
  return before.ok ? done({ ...given, ...before.value }) : before;
}

function readTokens(
  params: Params,
  names: readonly string[],
  line: string,
  named: readonly string[] = names,
): Outcome<Given, Wrong> {
  const given: Record<string, string> = {};
  const all = tokens(line);
  for (const [index, token] of all.entries()) {
    const [, name, value] = /^([^\s:：=]+)[:：=]([\s\S]*)$/.exec(token.text) ?? [];
    if (name !== undefined && value !== undefined && named.includes(name)) {
      given[name] = value;
      continue;
    }
    const next = names.find((candidate) => given[candidate] === undefined);
    if (next === undefined) return refuse({ by: {}, rest: [words.tooMany(token.text)] });
    const kind = params[next]?.field("en")?.is;
    if (next === names.at(-1) && (kind === "line" || kind === "paragraph") && index < all.length - 1) {
      given[next] = line.slice(token.at).trim();
      return done(given);
    }
    given[next] = token.text;
  }
  return done(given);
}

const blank = (raw: Given[string] | undefined) => raw === undefined || (typeof raw === "string" && raw.trim() === "");

/** The names of required parameters that were not given. */
export const missing = (params: Params, given: Given): string[] =>
  Object.entries(params).flatMap(([name, param]) => (param.required && blank(given[name]) ? [name] : []));

/** Parses every value by its declaration; refuses with all that is wrong at once. */
export function readValues(params: Params, given: Given, scope: Scope): Outcome<Record<string, unknown>, Wrong> {
  const values: Record<string, unknown> = {};
  const by: Record<string, Say> = {};
  for (const [name, param] of Object.entries(params) as [string, Param][]) {
    const raw = given[name];
    if (raw === undefined || blank(raw)) {
      if (param.required) by[name] = words.missing;
      continue;
    }
    const outcome = param.parse(raw, scope);
    if (outcome.ok) values[name] = outcome.value;
    else by[name] = outcome.refusal.say;
  }
  const rest = Object.keys(given).flatMap((name) => (Object.hasOwn(params, name) ? [] : [words.unknownParam(name)]));
  return Object.keys(by).length + rest.length > 0 ? refuse({ by, rest }) : done(values);
}
