import { createHash } from "node:crypto";

/** Digits and letters without those that are taken for one another (Crockford's base 32). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The bytes that a code is made of: 80 bits, 16 letters. */
export const codeBytes = 10;

/** A code as it is shown, in groups of four. */
export function codeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const all = bits.match(/.{5}/g)?.map((five) => letters[Number.parseInt(five, 2)]) ?? [];
  return all.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** The code in what somebody typed, as it was shown; undefined where it cannot be one. */
export function codeIn(text: string): string | undefined {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (plain.length !== 16 || [...plain].some((letter) => !letters.includes(letter))) return undefined;
  return plain.replace(/(.{4})(?=.)/g, "$1-");
}

/** What is kept of a code. */
export const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");
