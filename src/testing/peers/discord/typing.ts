import type { CommandJson, OptionJson } from "./command-rules.ts";
import type { World } from "./world.ts";

type Registered = CommandJson & { readonly id: string };
type Filled = { readonly name: string; readonly type: number; readonly value: string };
type Sub = { readonly name: string; readonly type: 1; readonly options: readonly Filled[] };

/** A slash command as the client sends it. */
export type Typed = { readonly id: string; readonly name: string; readonly options: readonly (Filled | Sub)[] };

const longest = 6_000;

/** What the client makes of one typed value: the user's id, the choice's value, text as far as it fits the box. */
function typedValue(option: OptionJson, text: string, of: World): string {
  if (option.type === 6) {
    const wanted = text.replace(/^<@!?(\d+)>$|^@/, "$1");
    const user = of.people.find(({ id, name }) => id === wanted || name === wanted);
    if (user === undefined) throw new Error(`no member ${text} to pick for ${option.name}`);
    return user.id;
  }
  if (option.type === 11) throw new Error(`a file cannot be typed: ${option.name}`);
  if (option.choices === undefined) return text.slice(0, option.max_length ?? longest);
  const choice = option.choices.find(({ name, value }) => [name, value].includes(text));
  if (choice === undefined) throw new Error(`the client offers no choice ${text} for ${option.name}`);
  return choice.value;
}

/** Fills options from a line as a person does, `name:value` or in order; the last text takes the rest. */
function fill(options: readonly OptionJson[], line: string, of: World): Filled[] {
  const typable = options.filter(({ type }) => type !== 11);
  const filled = new Map<OptionJson, string>();
  let rest = line.trim();
  while (rest !== "") {
    const named = typable.find(({ name }) => rest.startsWith(`${name}:`));
    const option = named ?? typable.find((candidate) => !filled.has(candidate));
    if (option === undefined) throw new Error(`the client has no option for: ${rest.slice(0, 60)}`);
    const text = named === undefined ? rest : rest.slice(named.name.length + 1);
    const takesAll = option === typable.at(-1) && option.type === 3 && option.choices === undefined;
    const word = takesAll ? text : (/^\S*/.exec(text)?.[0] ?? "");
    filled.set(option, typedValue(option, word, of));
    rest = text.slice(word.length).trim();
  }
  return [...filled].map(([{ name, type }, value]) => ({ name, type, value }));
}

/**
 * What the client sends for `/name …`. A name that is registered nowhere is sent as an old client does that still has
 * it from before.
 */
export function typed(line: string, registered: readonly Registered[], of: World): Typed {
  const [, name = "", rest = ""] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  const command = registered.find((one) => one.name === name);
  if (command === undefined) return { id: of.id(), name, options: [] };
  const { id, options = [] } = command;
  const plain = options.flatMap((option) => (option.type === 1 ? [] : [option]));
  if (plain.length === options.length) return { id, name, options: fill(plain, rest, of) };
  const [, second = "", tail = ""] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  const sub = options.find((option) => option.type === 1 && option.name === second);
  if (sub?.type !== 1) throw new Error(`the client offers no /${name} ${second}`);
  return { id, name, options: [{ name: second, type: 1, options: fill(sub.options ?? [], tail, of) }] };
}
