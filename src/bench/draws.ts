import { createHash } from "node:crypto";
import { hashOf, type Line, type Manifest, manifestText } from "../features/draws/manifest.ts";
import { drawFrom, type Proof, verifyProof } from "../features/draws/proof.ts";
import { commitmentTo } from "../features/draws/randomness.ts";
import type { Figure } from "./figure.ts";

const entrants = 100_000;
const ticketsEach = 10;
const seed = "5e".repeat(32);

const idOf = (index: number) => createHash("sha256").update(`entrant ${index}`).digest("hex").slice(0, 24);

/** A manifest of 1,000,000 tickets of 100,000 entrants, in no order, with a thousand numbers of their own. */
function large(): Manifest {
  const lines = Array.from({ length: entrants }, (_, index): Line => ({ id: idOf(index), tickets: ticketsEach }));
  return {
    format: "fairline-draw/1",
    draw: "00000000-0000-4000-8000-000000000001",
    revision: 1,
    prize: "A bicycle",
    winners: 100,
    alternates: 100,
    closedAt: "2026-11-30T10:00:00.000Z",
    source: { is: "commit-reveal", commitment: commitmentTo(seed) },
    entrants: lines,
    nonces: lines.slice(0, 1_000).map(({ id }) => ({ from: id, nonce: `number of ${id}` })),
  };
}

/** How long something takes, in seconds, and what it comes to. */
function timed<T>(work: () => T): { readonly took: number; readonly value: T } {
  const begun = performance.now();
  const value = work();
  return { took: (performance.now() - begun) / 1_000, value };
}

/** What is least to do with so many lines: write them as JSON as they are, hash the text, and read it again. */
function plain(manifest: Manifest): number {
  const { took, value } = timed(() => JSON.parse(JSON.stringify(manifest)) as Manifest);
  return took + timed(() => hashOf(JSON.stringify(value))).took;
}

/** A draw of a million tickets: its manifest, the draw itself, and checking it from the file. */
export async function measureDraws(): Promise<Figure[]> {
  const manifest = large();
  const baseline = plain(manifest);
  const made = timed(() => {
    const text = manifestText(manifest);
    return { text, hash: hashOf(text) };
  });
  const drawn = timed(() => drawFrom(made.value.text, { is: "commit-reveal", seed }));
  if (!drawn.value.ok) throw new Error(`refused: ${drawn.value.refusal.why}`);
  const file = JSON.stringify(drawn.value.value satisfies Proof);
  const checked = timed(() => verifyProof(file, made.value.hash));
  if (!checked.value.ok) throw new Error(`does not hold: ${checked.value.refusal.why}`);
  const figure = (what: string, took: number): Figure[] => [
    { what: `${what}: 1,000,000 tickets of 100,000 entrants`, unit: "s", ours: took, goal: 3 },
    { what: `${what}, beside writing, reading and hashing its lines as plain JSON`, unit: "s", ours: took, baseline },
  ];
  return [
    ...figure("manifest of a draw with its hash", made.took),
    ...figure("draw of 100 winners and 100 alternates", drawn.took),
    ...figure("verification of its file", checked.took),
  ];
}
