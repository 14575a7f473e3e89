import { createHash } from "node:crypto";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { verifyRound } from "./beacon.ts";
import type { Manifest } from "./manifest.ts";

/** What came out of a source, as it is published for everybody to check. */
export type Revealed =
  | { readonly is: "commit-reveal"; readonly seed: string }
  | { readonly is: "drand"; readonly round: number; readonly signature: string }
  | { readonly is: "public"; readonly number: string };

export type RandomnessFault =
  /** It is of another source, or of another round, than the manifest names. */
  | "other-source"
  /** The seed is not the one that was committed to. */
  | "other-seed"
  /** Nobody but Fairline has added anything. */
  | "no-nonce"
  | "forged"
  | "malformed";

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const bytes = (hex: string) => Buffer.from(hex, "hex");
const isHex32 = (text: string) => /^[\da-f]{64}$/.test(text);

/** What commits to a seed: its SHA-256. */
export const commitmentTo = (seed: string): string => sha256(bytes(seed)).toString("hex");

/**
 * The 32 random bytes of a draw. Commit–reveal: SHA-256 of the seed and of the SHA-256 of each nonce, in the order of the
 * manifest; drand: SHA-256 of the round's signature, which is verified against the pinned key; a public number: SHA-256
 * of its digits. Refused where it is not what the manifest was made for.
 */
export function randomnessOf(manifest: Manifest, revealed: Revealed): Outcome<Buffer, { why: RandomnessFault }> {
  const { source, nonces } = manifest;
  if (source.is === "commit-reveal" && revealed.is === "commit-reveal") {
    if (!isHex32(revealed.seed)) return refuse({ why: "malformed" });
    if (commitmentTo(revealed.seed) !== source.commitment) return refuse({ why: "other-seed" });
    if (nonces.length === 0) return refuse({ why: "no-nonce" });
    return done(sha256(bytes(revealed.seed), ...nonces.map(({ nonce }) => sha256(nonce))));
  }
  if (source.is === "drand" && revealed.is === "drand") {
    if (revealed.round !== source.round) return refuse({ why: "other-source" });
    const verified = verifyRound(revealed);
    return verified.ok ? done(bytes(verified.value.randomness)) : verified;
  }
  if (source.is === "public" && revealed.is === "public") {
    const isWhole = /^\d+$/.test(revealed.number) && revealed.number.length === source.digits;
    return isWhole ? done(sha256(revealed.number)) : refuse({ why: "malformed" });
  }
  return refuse({ why: "other-source" });
}
