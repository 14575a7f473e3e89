import { createHmac } from "node:crypto";
import type { Line } from "./manifest.ts";

/** Who won, and who follows where a prize is not claimed, in their order; pseudonyms. */
export type Result = { readonly winners: readonly string[]; readonly alternates: readonly string[] };

/** HMAC-SHA256(randomness, draw id ‖ manifest hash): the id in UTF-8, both others in bytes (product rules §6). */
export const keyOf = (randomness: Buffer, draw: string, manifestHash: string): Buffer =>
  createHmac("sha256", randomness).update(draw, "utf8").update(Buffer.from(manifestHash, "hex")).digest();

/** Numbers of 32 bits, big-endian, out of the blocks HMAC-SHA256(key, counter) with counters of 64 bits from 0 on. */
function wordsOf(key: Buffer): () => number {
  const counter = Buffer.alloc(8);
  let [block, used, count] = [Buffer.alloc(0), 0, 0n];
  return () => {
    if (used === block.length) {
      counter.writeBigUInt64BE(count);
      [block, used, count] = [createHmac("sha256", key).update(counter).digest(), 0, count + 1n];
    }
    used += 4;
    return block.readUInt32BE(used - 4);
  };
}

/** A source of whole numbers from 0 to below n, each as likely: words beyond the last multiple of n are thrown away. */
export function uniform(next: () => number): (n: number) => number {
  return (n) => {
    const end = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const word = next();
      if (word < end) return word % n;
    }
  };
}

/**
 * Draws tickets one by one from a shuffled box (Fisher & Yates, Durstenfeld 1964) until enough different entrants came
 * out: the first ones win, those after them are alternates. Everybody wins where they are no more than prizes.
 */
export function drawLots(
  entrants: readonly Line[],
  counts: { winners: number; alternates: number },
  key: Buffer,
): Result {
  const total = entrants.reduce((sum, { tickets }) => sum + tickets, 0);
  const box = new Uint32Array(total);
  let filled = 0;
  for (const [index, { tickets }] of entrants.entries()) {
    box.fill(index, filled, filled + tickets);
    filled += tickets;
  }
  const below = uniform(wordsOf(key));
  const placed = new Set<number>();
  const wanted = Math.min(entrants.length, counts.winners + counts.alternates);
  for (let at = 0; placed.size < wanted; at += 1) {
    const other = at + below(total - at);
    const ticket = box[other] as number;
    box[other] = box[at] as number;
    placed.add(ticket);
  }
  const ids = [...placed].map((index) => (entrants[index] as Line).id);
  return { winners: ids.slice(0, counts.winners), alternates: ids.slice(counts.winners) };
}
