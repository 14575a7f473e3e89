import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import vectors from "../features/draws/vectors.json" with { type: "json" };
import { localeOf } from "./cli.ts";
import { run } from "./index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairline-verify-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The file of a published vector. */
function fileOf(name: string) {
  const found = vectors.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no vector of ${name}`);
  const { manifest, manifestHash, randomness, result } = found;
  return { format: "fairline-draw/1", manifest, manifestHash, randomness, result };
}

/** What `fairline verify draw` answers about a file. */
async function says(file: unknown, lang: string, hash?: string) {
  const lines: string[] = [];
  const path = join(folder, "draw.json");
  await writeFile(path, JSON.stringify(file));
  const env = { LANG: lang };
  const write = (line: string) => void lines.push(line);
  const { signal } = new AbortController();
  const args = ["verify", "draw", path, ...(hash === undefined ? [] : [hash])];
  const code = await run(args, { env, locale: localeOf(env), out: write, err: write, signal, clock: () => 0 });
  return { code, says: lines.join("\n").replaceAll(folder, "@") };
}

describe("fairline verify draw", () => {
  test("says who won from what, in both languages", async () => {
    const file = fileOf("a drand round");
    const [english, chinese] = [await says(file, "en_GB.UTF-8", file.manifestHash), await says(file, "zh_CN.UTF-8")];
    expect(english).toMatchInlineSnapshot(`
      {
        "code": 0,
        "says": "HOLDS: the draw came to its winners by the rules.
      Prize: Headphones. 40 entrants, 79 tickets.
      Manifest: d5bddcc6b18024621594a03979dd43b223fd32a724c25f8e96440f1e6013c3e3, as posted.
      Randomness: a round of drand, its signature checked against the pinned key. Winners:
        80e778ffbf69dbb585a20414
        419306a8fd315350dfd4c759
        d51e2f95355a0a6f0938fe0e
      Alternates, in order:
        d03756ba9bb748dadf760a17
        d74824f047eab942d5ef521b
        ce0ea0ac5cdfb70584b43663",
      }
    `);
    expect(chinese).toMatchInlineSnapshot(`
      {
        "code": 0,
        "says": "核验通过：中奖者由规则得出。
      奖品：Headphones。共 40 人参加，79 张奖券。
      名单哈希值：d5bddcc6b18024621594a03979dd43b223fd32a724c25f8e96440f1e6013c3e3。请与截止时公布的哈希值核对。
      随机数：drand 公共随机数，签名已用内置公钥核验。中奖者：
        80e778ffbf69dbb585a20414
        419306a8fd315350dfd4c759
        d51e2f95355a0a6f0938fe0e
      候补（按顺序）：
        d03756ba9bb748dadf760a17
        d74824f047eab942d5ef521b
        ce0ea0ac5cdfb70584b43663",
      }
    `);
  });

  test("says of a public number what it cannot know, in both languages", async () => {
    const file = fileOf("a public number");
    expect(await says(file, "en_GB.UTF-8")).toMatchObject({
      code: 0,
      says: expect.stringContaining("Randomness: a public number. Compare it with what was published."),
    });
    expect((await says(file, "zh_CN.UTF-8")).says).toContain("随机数：公开号码，请与公布的号码核对。");
  });

  test("says why a draw does not hold", async () => {
    const file = fileOf("a public number");
    const other = { ...file, result: { ...file.result, winners: file.result.alternates.slice(0, 1) } };
    expect(await says(other, "en_GB.UTF-8")).toEqual({
      code: 1,
      says: "DOES NOT HOLD: run again, the draw comes to other winners.",
    });
    expect(await says(file, "zh_CN.UTF-8", "00".repeat(32))).toEqual({
      code: 1,
      says: "核验不通过：参加名单与公布的哈希值不符。",
    });
    expect(await says({}, "en_GB.UTF-8")).toMatchObject({ code: 1 });
  });

  test("says that a file cannot be read, and how it is used", async () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const { signal } = new AbortController();
    const cli = { env: {}, locale: "en", out: write, err: write, signal, clock: () => 0 } as const;
    expect(await run(["verify", "draw", join(folder, "none.json")], cli)).toBe(1);
    expect(lines.join("\n")).toContain("cannot be read (ENOENT)");
    expect(await run(["verify", "draw"], cli)).toBe(2);
  });
});
