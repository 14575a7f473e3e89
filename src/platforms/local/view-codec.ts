import type { View } from "../../chat/view.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Text that every store and screen can hold: no NUL and no half characters. */
export const clean = (text: string): string => Buffer.from(text.replaceAll("\u0000", "")).toString();

function encoded(value: unknown): Json {
  if (typeof value === "string") return clean(value);
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (value instanceof Date) return { $at: value.toISOString() };
  if (Array.isArray(value)) return value.map(encoded);
  if (typeof value === "object" && value !== null) {
    const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(kept.map(([key, inner]) => [key, encoded(inner)]));
  }
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== "object" || value === null) return value;
  if ("$bytes" in value) return new Uint8Array(Buffer.from(String(value.$bytes), "base64"));
  if ("$at" in value) return new Date(String(value.$at));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
}

/** A view as JSON: bytes as base64, instants as ISO 8601. */
export const encodeView = (view: View): Json => encoded(view);

/** Reads what `encodeView` wrote. */
export const decodeView = (json: unknown): View => decoded(json) as View;
