import type { Say } from "../kernel/locale.ts";
import { done, type Outcome, refuse } from "../kernel/outcome.ts";
import type { Given } from "./ask.ts";
import { words } from "./messages.ts";
import type { Param, Params, Scope } from "./param.ts";

/** What is wrong with the values of a declaration: by parameter, or (`rest`) with text that belongs to none. */
export type Wrong = { readonly by: Readonly<Record<string, Say>>; readonly rest: readonly Say[] };

type Token = { readonly text: string; readonly at: number };

/** Words and quoted stretches of a line, with where each begins. */
function tokens(line: string): Token[] {
  const found = line.matchAll(/([^\s"“”:：=]+[:：=])?["“]([^"“”]*)["”]|\S+/g);
  return [...found].map((hit) => ({
    text: hit[2] === undefined ? hit[0] : `${hit[1] ?? ""}${hit[2]}`,
    at: hit.index,
  }));
}

/** The end of a line that a declaration's last parameter knows for its own: `Blue Team | last week`. */
function splitKnown(params: Params, names: readonly string[], line: string) {
  const last = names.at(-1) ?? "";
  const start = tokens(line).find((token) => params[last]?.knows?.(line.slice(token.at)));
  return start === undefined ? undefined : { name: last, value: line.slice(start.at), before: line.slice(0, start.at) };
}

/**
 * Reads `/command one two name:three the rest` into values by name: `name:value` (or `=`) where the name is known, else
 * in the order of the declaration; the last text parameter takes the rest of the line as it stands.
 */
export function readLine(params: Params, line: string): Outcome<Given, Wrong> {
  const names = Object.keys(params).filter((name) => params[name]?.field("en") !== undefined);
  const known = splitKnown(params, names, line);
  if (known === undefined) return readTokens(params, names, line);
  const before = readTokens(params, names.slice(0, -1), known.before);
  return before.ok ? done({ ...before.value, [known.name]: known.value }) : before;
}

function readTokens(params: Params, names: readonly string[], line: string): Outcome<Given, Wrong> {
  const given: Record<string, string> = {};
  const all = tokens(line);
  for (const [index, token] of all.entries()) {
    const [, name, value] = /^([^\s:：=]+)[:：=]([\s\S]*)$/.exec(token.text) ?? [];
    if (name !== undefined && value !== undefined && names.includes(name)) {
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
