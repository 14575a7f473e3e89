import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashOf, type Manifest, manifestText } from "./manifest.ts";
import { drawFrom, type Proof, verifyProof } from "./proof.ts";
import { commitmentTo, type Revealed, randomnessOf } from "./randomness.ts";
import vectors from "./vectors.json" with { type: "json" };

type Vector = Proof & { readonly name: string; readonly random: string; readonly key: string };
const all = vectors as unknown as readonly Vector[];
const proofIn = ({ manifest, manifestHash, randomness, result }: Vector): Proof => ({
  format: "fairline-draw/1",
  manifest,
  manifestHash,
  randomness,
  result,
});
const named = (name: string) => all.find((one) => one.name === name) as Vector;

const script = fileURLToPath(new URL("./verify-draw.mjs", import.meta.url));
const node = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairline-proof-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the stand-alone verifier says of a file, alone in a folder that holds nothing else. */
async function alone(text: string, ...more: string[]): Promise<{ ok: boolean; says: string }> {
  const file = join(folder, "draw.json");
  await writeFile(file, text);
  try {
    const { stdout } = await node(process.execPath, [script, file, ...more], { cwd: folder });
    return { ok: true, says: stdout };
  } catch (error) {
    return { ok: false, says: String((error as { stderr?: string }).stderr) };
  }
}

// The vectors were made by another program in another language, from the rules alone.
describe.each(all.map((one) => [one.name, one] as const))("the published vector of %s", (_, vector) => {
  test("has the canonical text and its hash", () => {
    expect(manifestText(JSON.parse(vector.manifest) as Manifest)).toBe(vector.manifest);
    expect(hashOf(vector.manifest)).toBe(vector.manifestHash);
  });

  test("comes to the same randomness and the same people", () => {
    const random = randomnessOf(JSON.parse(vector.manifest) as Manifest, vector.randomness);
    expect(random.ok && random.value.toString("hex")).toBe(vector.random);
    expect(drawFrom(vector.manifest, vector.randomness)).toEqual({ ok: true, value: proofIn(vector) });
  });

  test("holds, also for the verifier that needs only Node", async () => {
    const text = JSON.stringify(proofIn(vector));
    expect(verifyProof(text, vector.manifestHash).ok).toBe(true);
    const found = await alone(text, vector.manifestHash);
    expect(found).toMatchObject({ ok: true });
    for (const winner of vector.result.winners) expect(found.says).toContain(winner);
  });
});

const ten = named("ten entrants with a ticket each");

describe("the verifier that needs only Node says", () => {
  const file = (vector: Vector) => JSON.stringify(proofIn(vector));
  const firstLine = async (vector: Vector, ...more: string[]) =>
    (await alone(file(vector), ...more)).says.split("\n")[0];
  const lottery = named("a public number");
  const drand = named("a drand round");

  test("HOLDS where the file and the posted hash prove it, and else asks for that hash", async () => {
    const posted = ten.manifestHash;
    expect(await firstLine(ten, posted)).toBe("HOLDS");
    expect(await firstLine(ten)).toBe(`HOLDS, IF the hash posted when the draw closed is ${posted} - see the channel`);
  });

  test("HOLDS, IF a drand round has its signature, and where to look that up", async () => {
    const { round, signature } = drand.randomness as Extract<Revealed, { is: "drand" }>;
    const { source } = JSON.parse(drand.manifest) as { source: Extract<Manifest["source"], { is: "drand" }> };
    expect(await firstLine(drand, drand.manifestHash)).toBe(
      `HOLDS, IF round ${round}'s signature is ${signature} - see https://api.drand.sh/${source.chain}/public/${round}`,
    );
  });

  test("HOLDS, IF the public number is the one that came out", async () => {
    const { number } = lottery.randomness as Extract<Revealed, { is: "public" }>;
    const { source } = JSON.parse(lottery.manifest) as { source: Extract<Manifest["source"], { is: "public" }> };
    expect(await firstLine(lottery, lottery.manifestHash)).toBe(
      `HOLDS, IF the number made public first is ${number} - see ${source.what}`,
    );
  });

  test("that what only reads like a signature or a number is none", async () => {
    const { signature } = drand.randomness as Extract<Revealed, { is: "drand" }>;
    const { number } = lottery.randomness as Extract<Revealed, { is: "public" }>;
    const wrong = [
      [drand, { ...drand.randomness, signature: `${signature}00` }, "no signature of a drand round"],
      [lottery, { ...lottery.randomness, number: `${number}\u200b` }, "other digits"],
    ] as const;
    for (const [vector, randomness, why] of wrong) {
      const { says } = await alone(JSON.stringify({ ...proofIn(vector), randomness }), vector.manifestHash);
      expect(says).toContain(why);
    }
  });
});

const holds = (proof: Proof, posted?: string) => {
  const verified = verifyProof(JSON.stringify(proof), posted);
  return verified.ok ? "holds" : verified.refusal.why;
};

describe("what does not hold", () => {
  test("any change of one byte of the manifest", () => {
    fc.assert(
      fc.property(fc.nat(Buffer.byteLength(ten.manifest) - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Buffer.from(ten.manifest);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const manifest = bytes.toString("utf8");
        expect(holds({ ...proofIn(ten), manifest })).not.toBe("holds");
        // Also where the file's own hash was changed with it: it is not the hash that was posted.
        expect(holds({ ...proofIn(ten), manifest, manifestHash: hashOf(manifest) }, ten.manifestHash)).not.toBe(
          "holds",
        );
      }),
      { numRuns: 500 },
    );
  });

  test("any byte of the manifest, to the stand-alone verifier as well", async () => {
    const bytes = Buffer.from(ten.manifest);
    for (const at of [0, 40, 200, bytes.length - 2]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const manifest = changed.toString("utf8");
      expect(await alone(JSON.stringify({ ...proofIn(ten), manifest }))).toMatchObject({ ok: false });
      const rehashed = JSON.stringify({ ...proofIn(ten), manifest, manifestHash: hashOf(manifest) });
      expect(await alone(rehashed, ten.manifestHash)).toMatchObject({ ok: false });
    }
  });

  test("a ticket more, with a hash to match, comes to another draw", async () => {
    const manifest = ten.manifest.replace('"tickets":1', '"tickets":2');
    const proof = { ...proofIn(ten), manifest, manifestHash: hashOf(manifest) };
    expect(holds(proof)).toBe("other-result");
    expect(await alone(JSON.stringify(proof))).toMatchObject({ ok: false });
  });

  test("another winner, order, seed, number, round or source", async () => {
    const { winners, alternates } = ten.result;
    const drand = named("a drand round");
    const wrong: readonly [Proof, string][] = [
      [{ ...proofIn(ten), result: { winners: [...winners].reverse(), alternates } }, "other-result"],
      [{ ...proofIn(ten), result: { winners: alternates.slice(0, 2), alternates } }, "other-result"],
      [{ ...proofIn(ten), randomness: { is: "commit-reveal", seed: "00".repeat(32) } }, "other-seed"],
      [{ ...proofIn(ten), randomness: { is: "public", number: "123" } }, "other-source"],
      [{ ...proofIn(drand), randomness: { ...drand.randomness, round: 1000 } as Revealed }, "other-source"],
      [{ ...proofIn(named("a public number")), randomness: { is: "public", number: "041522334848" } }, "other-result"],
    ];
    for (const [proof, why] of wrong) {
      expect(holds(proof)).toBe(why);
      expect(await alone(JSON.stringify(proof))).toMatchObject({ ok: false });
    }
  });

  test("a drand signature that the pinned key never made", () => {
    const vector = named("a drand round");
    const { signature } = vector.randomness as Extract<Revealed, { is: "drand" }>;
    const forged = `${signature.slice(0, -1)}${signature.endsWith("0") ? "1" : "0"}`;
    expect(holds({ ...proofIn(vector), randomness: { ...vector.randomness, signature: forged } as Revealed })).toBe(
      "forged",
    );
  });

  test("a manifest in another order, with spaces, with somebody twice or in another Unicode form", () => {
    const { entrants, ...rest } = JSON.parse(ten.manifest) as Manifest;
    const texts = [
      JSON.stringify(JSON.parse(ten.manifest), null, 1),
      JSON.stringify({ entrants: [...entrants].reverse(), ...rest }),
      ten.manifest.normalize("NFD"),
      ten.manifest.replace(entrants[1]?.id ?? "", entrants[0]?.id ?? ""),
    ];
    for (const manifest of texts) {
      expect(manifest).not.toBe(ten.manifest);
      expect(holds({ ...proofIn(ten), manifest, manifestHash: hashOf(manifest) })).toBe("not-canonical");
    }
  });

  test("what is no proof at all", () => {
    for (const text of [
      "",
      "{}",
      "null",
      "[]",
      '{"format":"fairline-draw/2"}',
      JSON.stringify({ ...proofIn(ten), more: 1 }),
    ]) {
      expect(verifyProof(text)).toEqual({ ok: false, refusal: { why: "no-proof" } });
    }
  });
});

describe("commit–reveal", () => {
  const manifest = JSON.parse(ten.manifest) as Manifest;

  test("an entrant's number changes the outcome, so that nobody knew it before", () => {
    const results = new Set(
      Array.from({ length: 20 }, (_, turn) => {
        const nonces = manifest.nonces.map((one, index) => (index === 0 ? { ...one, nonce: `mine ${turn}` } : one));
        const drawn = drawFrom(manifestText({ ...manifest, nonces }), ten.randomness);
        return drawn.ok ? drawn.value.result.winners.join() : "";
      }),
    );
    expect(results.size).toBeGreaterThan(10);
  });

  test("nothing is drawn where nobody but Fairline has added anything", () => {
    const text = manifestText({ ...manifest, nonces: [] });
    expect(drawFrom(text, ten.randomness)).toEqual({ ok: false, refusal: { why: "no-nonce" } });
  });

  test("two numbers cannot be taken for others that read alike when joined", () => {
    const seed = "11".repeat(32);
    const of = (a: string, b: string) => {
      const [first, second] = manifest.nonces;
      const nonces = [
        { from: first?.from ?? "", nonce: a },
        { from: second?.from ?? "", nonce: b },
      ];
      const source = { is: "commit-reveal", commitment: commitmentTo(seed) } as const;
      const random = randomnessOf({ ...manifest, source, nonces }, { is: "commit-reveal", seed });
      return random.ok ? random.value.toString("hex") : "";
    };
    expect(of("ab", "c")).not.toBe(of("a", "bc"));
  });
});

test("a manifest refuses somebody twice, and tickets that are none", () => {
  const manifest = JSON.parse(ten.manifest) as Manifest;
  const [first] = manifest.entrants;
  if (first === undefined) throw new Error("nobody is in it");
  for (const entrants of [
    [first, first],
    [{ ...first, tickets: 0 }],
    [{ ...first, tickets: 1.5 }],
    [{ ...first, tickets: 10_000_001 }],
  ]) {
    expect(() => manifestText({ ...manifest, entrants })).toThrow(RangeError);
  }
});
