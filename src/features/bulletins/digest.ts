import { createHash } from "node:crypto";
import type { View } from "../../chat/view.ts";

/** What a reader would notice: words and names; not the time of the data, a picture's bytes, or what can be pressed. */
function noticed(key: string, value: unknown): unknown {
  if (key === "accounts" || key === "png") return undefined;
  if (typeof value !== "object" || value === null || !("is" in value)) return value;
  return value.is === "instant" || value.is === "buttons" || value.is === "menu" ? undefined : value;
}

/** A short stand-in for what a view says, to tell later whether it says something else. */
export const digestOf = ({ title, blocks }: View): string =>
  createHash("sha256")
    .update(JSON.stringify([title, blocks], noticed))
    .digest("base64url")
    .slice(0, 22);
