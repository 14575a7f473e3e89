import type { Action, Command } from "./command.ts";

/** Every command and action that the features declare. */
export type Registry = {
  readonly commands: readonly Command[];
  /** The command that a line begins with, with what follows its name; two-word names are tried first. */
  find(line: string): { readonly command: Command; readonly rest: string } | undefined;
  /** A command or action by its full name. */
  named(name: string): Command | Action | undefined;
};

/** The command that stands in for all others where a platform's command names are shared: `/fairline myscore`. */
export const rootCommand = "fairline";

/** Gathers the declarations; throws on two of one name and on a name that some platform would refuse. */
export function registry(commands: readonly Command[], actions: readonly Action[]): Registry {
  const byName = new Map<string, Command | Action>();
  for (const declared of [...commands, ...actions]) {
    if (byName.has(declared.name)) throw new Error(`declared twice: ${declared.name}`);
    byName.set(declared.name, declared);
  }
  for (const { name } of commands) {
    if (!/^[a-z][a-z-]{0,30}( [a-z][a-z-]{0,30})?$/.test(name)) throw new Error(`not a command name: ${name}`);
    const [head = "", tail] = name.split(" ");
    if (tail !== undefined && byName.has(head)) throw new Error(`${head} cannot be a command beside ${name}`);
  }
  const isCommand = new Map(commands.map((command) => [command.name, command]));
  return {
    commands,
    find(line) {
      const words = line.trim().match(/\S+/g) ?? [];
      for (const count of [2, 1]) {
        if (words.length < count) continue;
        const found = isCommand.get(words.slice(0, count).join(" ").toLowerCase());
        if (!found) continue;
        const head = new RegExp(`^\\s*(\\S+\\s*){${count}}`).exec(line)?.[0] ?? "";
        return { command: found, rest: line.slice(head.length) };
      }
      return undefined;
    },
    named: (name) => byName.get(name),
  };
}
