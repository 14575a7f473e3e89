import { createHash } from "node:crypto";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedAt, quicknet, roundAt, verifyRound } from "./beacon.ts";
import recorded from "./beacon-rounds.json" with { type: "json" };

const bytesOf = (hex: string) => Buffer.from(hex, "hex");
const genesis = quicknet.genesisAt.getTime();
const refused = (why: string) => ({ ok: false, refusal: { why } });

/** The signature with one bit turned over, counted from the first. */
function flipped(signature: string, bit: number): string {
  const bytes = bytesOf(signature);
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (0x80 >> (bit & 7)), bit >> 3);
  return bytes.toString("hex");
}

/** The same point written with x + p for x, which fits into 381 bits when x is small. */
function writtenTwice(signature: string): string {
  const flags = BigInt(bytesOf(signature).readUInt8(0) & 0xe0) << 376n;
  const x = BigInt(`0x${signature}`) - flags;
  return (flags + x + bls12_381.fields.Fp.ORDER).toString(16);
}

function roundCalled(round: number) {
  const found = recorded.rounds.find((one) => one.round === round);
  if (!found) throw new Error(`round ${round} was not recorded`);
  return found;
}

describe("the pinned chain", () => {
  test("is the one whose hash names this period, this genesis and this key", () => {
    const times = Buffer.alloc(12);
    times.writeUInt32BE(quicknet.periodS, 0);
    times.writeBigInt64BE(BigInt(genesis / 1000), 4);
    const parts = [times, bytesOf(quicknet.publicKey), bytesOf(recorded.groupHash), Buffer.from("quicknet")];
    expect(createHash("sha256").update(Buffer.concat(parts)).digest("hex")).toBe(quicknet.chain);
    expect(genesis).toBe(1_692_803_367_000);
  });
});

describe("a recorded round", () => {
  test.each(recorded.rounds)(
    "$round is quicknet's, and its randomness the published one",
    ({ randomness, ...told }) => {
      expect(verifyRound(told)).toEqual({ ok: true, value: { randomness } });
    },
  );

  test("is the same in capital letters", () => {
    const { round, signature, randomness } = roundCalled(1000);
    expect(verifyRound({ round, signature: signature.toUpperCase() })).toEqual({ ok: true, value: { randomness } });
  });

  test("gives the randomness of its signature, whatever a relay says it is", () => {
    const { round, signature, randomness } = roundCalled(1000);
    const told = { round, signature, randomness: "00".repeat(32) };
    expect(verifyRound(told)).toEqual({ ok: true, value: { randomness } });
  });
});

describe("a forged round", () => {
  const { round, signature } = roundCalled(13335);

  test("with any bit of its signature turned over", () => {
    for (let bit = 0; bit < 384; bit += 1)
      expect(verifyRound({ round, signature: flipped(signature, bit) }), `bit ${bit}`).toEqual(refused("forged"));
  });

  test.each([
    ["the round before", round - 1],
    ["the round after", round + 1],
    ["a round far away", 1000],
    ["the last round a number can name", Number.MAX_SAFE_INTEGER],
  ])("with a true signature under %s", (_, other) => {
    expect(verifyRound({ round: other, signature })).toEqual(refused("forged"));
  });

  test("with a true signature of another chain", () => {
    const { publicKey, ...other } = recorded.otherChain;
    const message = Buffer.alloc(8);
    message.writeBigUInt64BE(BigInt(other.round));
    const { hash, verify } = bls12_381.shortSignatures;
    const domain = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
    const hashed = hash(createHash("sha256").update(message).digest(), domain);
    expect(verify(bytesOf(other.signature), hashed, bytesOf(publicKey))).toBe(true);
    expect(verifyRound(other)).toEqual(refused("forged"));
  });

  test.each([
    ["the point at infinity", `c0${"00".repeat(47)}`],
    ["the point at infinity with a sign", `e0${"00".repeat(47)}`],
    ["nothing but zeros", "00".repeat(48)],
    ["nothing but ones", "ff".repeat(48)],
    ["a point of order three", `80${"00".repeat(47)}`],
    ["the generator", bls12_381.G1.Point.BASE.toHex(true)],
    ["a second spelling of the true point", writtenTwice(signature)],
  ])("with %s for a signature", (_, other) => {
    expect(other).toHaveLength(96);
    expect(verifyRound({ round, signature: other })).toEqual(refused("forged"));
  });
});

describe("what is no round at all", () => {
  const { round, signature } = roundCalled(1000);
  const uncompressed = bls12_381.G1.Point.fromHex(signature).toHex(false);

  test.each([
    ["no signature", { round, signature: "" }],
    ["a byte too few", { round, signature: signature.slice(2) }],
    ["half a byte too few", { round, signature: signature.slice(1) }],
    ["a byte too many", { round, signature: `${signature}00` }],
    ["an uncompressed point", { round, signature: uncompressed }],
    ["a prefix", { round, signature: `0x${signature.slice(2)}` }],
    ["a letter that is no hex", { round, signature: `g${signature.slice(1)}` }],
    ["a line break", { round, signature: `${signature}\n` }],
    ["round 0", { round: 0, signature }],
    ["a negative round", { round: -1000, signature }],
    ["a broken round", { round: 1000.5, signature }],
    ["a round no number can hold", { round: 2 ** 53, signature }],
    ["not a number", { round: Number.NaN, signature }],
  ])("%s", (_, told) => {
    expect(verifyRound(told)).toEqual(refused("malformed"));
  });
});

describe("the first round after an instant", () => {
  test.each([
    ["long before the genesis", -1_000_000, 1],
    ["just before the genesis", -1, 1],
    ["at the genesis, when round 1 is known", 0, 2],
    ["just before round 2", 2999, 2],
    ["at round 2, which is known", 3000, 3],
    ["just after round 2", 3001, 3],
    ["just before round 1000", 999 * 3000 - 1, 1000],
  ])("%s", (_, ms, round) => {
    expect(roundAt(new Date(genesis + ms))).toBe(round);
  });

  test("round 1000 was published 49 minutes and 57 seconds after the genesis", () => {
    expect(publishedAt(1)).toEqual(quicknet.genesisAt);
    expect(publishedAt(1000)).toEqual(new Date("2023-08-23T15:59:24Z"));
  });

  test("is still secret then, and the one before it is not", () => {
    fc.assert(
      fc.property(fc.date({ min: quicknet.genesisAt, max: new Date("2200-01-01"), noInvalidDate: true }), (at) => {
        const round = roundAt(at);
        expect(publishedAt(round).getTime()).toBeGreaterThan(at.getTime());
        expect(publishedAt(round - 1).getTime()).toBeLessThanOrEqual(at.getTime());
      }),
    );
  });
});
