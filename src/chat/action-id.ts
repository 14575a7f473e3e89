import type { ActionId } from "./view.ts";

/** Discord's limit on a button's id, the tightest of all platforms. */
export const maxActionBytes = 100;

const escaped = (part: string) => part.replace(/[%|]/g, (mark) => (mark === "%" ? "%25" : "%7C"));
const unescaped = (part: string) => part.replace(/%7C/g, "|").replace(/%25/g, "%");

/** Writes an action and its arguments as one id of at most 100 bytes; throws when they do not fit: carry ids, not text. */
export function encodeAction(name: string, args: readonly string[]): ActionId {
  const id = [name, ...args].map(escaped).join("|");
  const bytes = Buffer.byteLength(id);
  if (bytes > maxActionBytes) throw new RangeError(`action id of ${bytes} bytes: ${id.slice(0, 40)}…`);
  return id as ActionId;
}

/** Reads what `encodeAction` wrote; foreign text gives a name that no action has. */
export function decodeAction(id: string): { readonly name: string; readonly args: readonly string[] } {
  const [name = "", ...args] = id.split("|").map(unescaped);
  return { name, args };
}
