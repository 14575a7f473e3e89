import { z } from "zod";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { drawLots, keyOf, type Result } from "./lots.ts";
import { hashOf, type Manifest, manifestText } from "./manifest.ts";
import { type RandomnessFault, type Revealed, randomnessOf } from "./randomness.ts";

/** Everything by which anybody can run a draw again; what `fairline verify draw` and the stand-alone verifier read. */
export type Proof = {
  readonly format: "fairline-draw/1";
  /** The canonical text of the manifest. */
  readonly manifest: string;
  readonly manifestHash: string;
  readonly randomness: Revealed;
  readonly result: Result;
};

/** Draws from a manifest's text with what its source revealed. */
export function drawFrom(text: string, revealed: Revealed): Outcome<Proof, { readonly why: RandomnessFault }> {
  const manifest = JSON.parse(text) as Manifest;
  const randomness = randomnessOf(manifest, revealed);
  if (!randomness.ok) return randomness;
  const manifestHash = hashOf(text);
  const key = keyOf(randomness.value, manifest.draw, manifestHash);
  return done({
    format: "fairline-draw/1",
    manifest: text,
    manifestHash,
    randomness: revealed,
    result: drawLots(manifest.entrants, manifest, key),
  });
}

const id = z.string().regex(/^[\da-f]{24}$/);
const hash = z.string().regex(/^[\da-f]{64}$/);
const count = z.number().int().min(0).max(1_000_000);
const ids = z.array(id);

const proofShape = z.strictObject({
  format: z.literal("fairline-draw/1"),
  manifest: z.string(),
  manifestHash: hash,
  randomness: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("commit-reveal"), seed: z.string() }),
    z.strictObject({ is: z.literal("drand"), round: z.number().int().positive(), signature: z.string() }),
    z.strictObject({ is: z.literal("public"), number: z.string() }),
  ]),
  result: z.strictObject({ winners: ids, alternates: ids }),
});

const manifestShape = z.strictObject({
  format: z.literal("fairline-draw/1"),
  draw: z.uuid(),
  revision: z.number().int().positive(),
  prize: z.string(),
  winners: count,
  alternates: count,
  closedAt: z.iso.datetime(),
  source: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("commit-reveal"), commitment: hash }),
    z.strictObject({ is: z.literal("drand"), chain: hash, round: z.number().int().positive() }),
    z.strictObject({ is: z.literal("public"), what: z.string(), digits: z.number().int().min(3).max(64) }),
  ]),
  entrants: z.array(z.strictObject({ id, tickets: z.number().int().positive() })),
  nonces: z.array(z.strictObject({ from: id, nonce: z.string() })),
});

/** Why a proof does not hold. */
export type ProofFault =
  | RandomnessFault
  /** No proof at all, or a text that is no manifest. */
  | "no-proof"
  /** Its text is not that of its hash, or of the hash that was posted. */
  | "other-manifest"
  /** Its text is not the canonical one. */
  | "not-canonical"
  /** The draw comes to others than it says. */
  | "other-result";

/** A proof that holds: what was drawn, from what. */
export type Verified = { readonly manifest: Manifest; readonly proof: Proof };

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function parsed<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the text of a draw's file and runs the draw again; with `posted`, against the hash that was posted at close. */
export function verifyProof(text: string, posted?: string): Outcome<Verified, { readonly why: ProofFault }> {
  const proof = parsed<Proof>(proofShape, text);
  const manifest = proof && parsed<Manifest>(manifestShape, proof.manifest);
  if (proof === undefined || manifest === undefined) return refuse({ why: "no-proof" });
  const hash = hashOf(proof.manifest);
  if (hash !== proof.manifestHash || (posted !== undefined && hash !== posted.toLowerCase())) {
    return refuse({ why: "other-manifest" });
  }
  if (!isCanonical(manifest, proof.manifest)) return refuse({ why: "not-canonical" });
  const again = drawFrom(proof.manifest, proof.randomness);
  if (!again.ok) return again;
  const { winners, alternates } = again.value.result;
  const isSame = sameIds(winners, proof.result.winners) && sameIds(alternates, proof.result.alternates);
  return isSame ? done({ manifest, proof }) : refuse({ why: "other-result" });
}

function isCanonical(manifest: Manifest, text: string): boolean {
  try {
    return manifestText(manifest) === text;
  } catch {
    return false;
  }
}
