import { createHash, randomUUID } from "node:crypto";
import type { Ask, Place } from "../../chat/ask.ts";
import { rootCommand } from "../../chat/registry.ts";
import type { LocalPerson } from "./deps.ts";
import { here } from "./directory.ts";
import { clean } from "./view-codec.ts";

const mention = /(^|[^\p{Letter}\p{Number}@])@fairline\b[:,，：]?/iu;

type Common = Pick<Ask, "key" | "by" | "place" | "locale">;

/** What every ask of a person carries; a `key` given twice is answered once. */
export const asked = (person: LocalPerson, place: Place, key: string = randomUUID()): Common => ({
  key: `local:${person.id}:${key}`,
  by: { ...here, user: person.id },
  place,
  locale: person.locale,
});

/** What a line asks of Fairline; undefined when people in a channel talk among themselves. */
export function askOf(common: Common, line: string): Ask | undefined {
  if (line.startsWith("/")) {
    const [, command = "", text = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
    return { ...common, is: "command", command: command || rootCommand, text };
  }
  if (common.place.kind === "channel" && !mention.test(line)) return undefined;
  return { ...common, is: "words", text: line.replace(mention, "$1").trim() };
}

/** A line as it was typed, without what no screen can show; a full-width slash begins a command too. */
export const tidy = (text: string): string => clean(text).trim().replace(/^／/, "/");

/** The id of the message that an event makes, so that a repeated event makes no second one. */
export function messageIdOf(key: string): string {
  const hash = createHash("sha256").update(key).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
