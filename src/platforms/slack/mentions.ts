import type { AccountRef, Given } from "../../chat/ask.ts";
import type { Command } from "../../chat/command.ts";
import { readLine } from "../../chat/parse.ts";
import { registry, rootCommand } from "../../chat/registry.ts";
import { unescaped } from "./text.ts";

/** Marks of our own around an account's id, so that typed text cannot look like a mention. */
const open = "\uE000";
const close = "\uE001";
const marks = new RegExp(`[${open}${close}]`, "g");
const mention = new RegExp(`${open}(\\w+)\\|?([^${close}]*)${close}`, "g");
const onlyMention = new RegExp(`^${open}(\\w+)\\|?[^${close}]*${close}$`);

/** A label of a mention without spaces, so that it stays one word of the line. */
const oneWord = (label: string) => label.replace(/\s+/g, "\u00A0");

/** Text as Slack delivers it, with escapes and links undone and mentions of people marked. */
function marked(raw: string): string {
  const linked = raw
    .replace(marks, "")
    .replace(/<@([UW]\w+)(?:\|([^>]*))?>/g, (_, id: string, label = "") => `${open}${id}|${oneWord(label)}${close}`)
    .replace(/<!subteam\^\w+\|@?([^>]*)>/g, "@$1")
    .replace(/<!(\w+)(?:\|[^>]*)?>/g, "@$1")
    .replace(/<#\w+\|([^>]*)>/g, "#$1")
    .replace(/<((?:https?|mailto):[^|>]*)(?:\|([^>]*))?>/g, (_, url: string) => url.replace(/^mailto:/, ""));
  return unescaped(linked);
}

const named = (text: string) => text.replace(mention, (_, id: string, label: string) => `@${label || id}`);

/** What was typed, in words: `text`; and, where people were mentioned, the command with the values they fill. */
export type Typed = { readonly text: string; readonly filled?: { readonly command: string; readonly given: Given } };

type Reading = { readonly commands: readonly Command[]; readonly account: (user: string) => AccountRef };

/** The command and its values by name, mentions standing for people where a person is asked for. */
function fill(line: string, { commands, account }: Reading): Typed["filled"] {
  const found = registry(commands, []).find(line);
  if (found === undefined) return undefined;
  if (found.command.name === rootCommand && found.rest.trim() !== "") {
    const inner = fill(found.rest, { commands, account });
    if (inner) return inner;
  }
  const read = readLine(found.command.params, found.rest);
  if (!read.ok) return undefined;
  const given = Object.entries(read.value).map(([name, raw]) => {
    if (typeof raw !== "string") return [name, raw] as const;
    const user = onlyMention.exec(raw.trim())?.[1];
    const asksPerson = found.command.params[name]?.field("en")?.is === "person";
    return [name, user !== undefined && asksPerson ? { account: account(user) } : named(raw)] as const;
  });
  return { command: found.command.name, given: Object.fromEntries(given) };
}

/** Reads a line as Slack delivers it; `command` is the slash command it follows, if any. */
export function readTyped(raw: string, reading: Reading, command?: string): Typed {
  const text = marked(raw);
  if (!text.includes(open)) return { text };
  const filled = fill(command === undefined ? text : `${command} ${text}`, reading);
  return { text: named(text), ...(filled ? { filled } : {}) };
}
