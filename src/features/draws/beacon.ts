import { createHash } from "node:crypto";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";

/** drand's quicknet, pinned: its chain hash commits to the period, the genesis and the public key (a G2 point in hex). */
export const quicknet = {
  chain: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  genesisAt: new Date("2023-08-23T15:09:27Z"),
  periodS: 3,
} as const;

/** One round as a relay tells it, not yet believed; the signature is 48 bytes in hex. */
export interface BeaconRound {
  readonly round: number;
  readonly signature: string;
}

/** `malformed` has not the form of a round; `forged` has, but quicknet never signed it. */
export interface BeaconRefusal {
  readonly why: "forged" | "malformed";
}

const periodMs = quicknet.periodS * 1000;

/** The first round published strictly after an instant, so one still secret then if the clock is right. */
export function roundAt(at: Date): number {
  return Math.max(1, Math.floor((at.getTime() - quicknet.genesisAt.getTime()) / periodMs) + 2);
}

/** When a round is due to be published; round 1 is at the genesis. */
export function publishedAt(round: number): Date {
  return new Date(quicknet.genesisAt.getTime() + (round - 1) * periodMs);
}

/**
 * The randomness of a round (SHA-256 of its signature, 32 bytes in lower-case hex), once quicknet's signature on it is
 * proven by the pinned key; scheme `bls-unchained-g1-rfc9380` of https://pkg.go.dev/github.com/drand/drand/v2/crypto.
 */
export function verifyRound({
  round,
  signature,
}: BeaconRound): Outcome<{ readonly randomness: string }, BeaconRefusal> {
  if (!Number.isSafeInteger(round) || round < 1 || !/^[0-9a-f]{96}$/i.test(signature))
    return refuse({ why: "malformed" });
  const bytes = Buffer.from(signature, "hex");
  return isSigned(round, bytes) ? done({ randomness: sha256(bytes).toString("hex") }) : refuse({ why: "forged" });
}

function isSigned(round: number, signature: Uint8Array): boolean {
  const point = pointOf(signature);
  if (!point) return false;
  const { hash, verify } = bls12_381.shortSignatures;
  return verify(point, hash(messageOf(round), domain), Buffer.from(quicknet.publicKey, "hex"));
}

const domain = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/** The signature's point, where the bytes are the one canonical encoding of a point of G1's prime-order subgroup. */
function pointOf(signature: Uint8Array) {
  try {
    return bls12_381.shortSignatures.Signature.fromBytes(signature);
  } catch {
    return undefined;
  }
}

function messageOf(round: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(round));
  return sha256(bytes);
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
