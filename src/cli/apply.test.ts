import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Locale } from "../kernel/locale.ts";
import { type ImportHouse, importHouse } from "../testing/import-house.ts";
import { applyCommand } from "./apply.ts";

let house: ImportHouse;
let folder: string;
beforeEach(async () => {
  house = await importHouse();
  folder = await mkdtemp(join(tmpdir(), "fairline-apply-"));
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function apply(content: string, locale: Locale, ...options: string[]): Promise<readonly string[]> {
  const file = join(folder, "fairline.yaml");
  await writeFile(file, content);
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const { signal } = new AbortController();
  const program = new Command();
  const cli = { env: { DATABASE_URL: house.url }, locale, out: say, err: say, signal, clock: () => 0 };
  applyCommand(program, cli, () => undefined);
  await program.parseAsync(["apply", file, ...options], { from: "user" });
  return lines;
}

const agents = `scorecards:
  agents:
    name: { en: Agents, zh-CN: 坐席 }
    for: { role: agent }
    from: 2026-01-01
    components: [{ metric: csat, weight: 100, target: 90 }]
`;

test("each new version is told with the day from which it counts, in the reader's language", async () => {
  expect(await apply(agents, "en", "--dry-run")).toEqual([
    "+ scorecards.agents",
    "scorecards.agents: version 1, counts from Thu, 1 Jan 2026",
    "1 added, 0 changed, 0 as they were.",
    "This was only a look: nothing was changed.",
  ]);
  expect(await apply(agents, "zh-CN")).toEqual([
    "+ scorecards.agents",
    "scorecards.agents：第 1 版，自 2026年1月1日周四起计分",
    "新增 1 项，更改 0 处，未变 0 项。",
    "已生效。",
  ]);
  const trial = agents.replace("from: 2026-01-01", "state: shadow\n    from: 2026-01-01").replace("90", "95");
  expect(await apply(trial, "en", "--dry-run")).toContain(
    "scorecards.agents: version 2, a trial, which counts for nothing",
  );
  const back = agents.replace("2026-01-01", "2025-12-01");
  expect(await apply(back, "en", "--dry-run")).toContain(
    "scorecards.agents: version 2, counts from Mon, 1 Dec 2025, which restates scores already published since then",
  );
  expect(await apply(back, "zh-CN")).toContain(
    "scorecards.agents：第 2 版，自 2025年12月1日周一起计分，此后已公布的得分将重新计算",
  );
});
