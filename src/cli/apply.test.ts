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

const apply = (content: string, locale: Locale, ...options: string[]) =>
  applyFile("fairline.yaml", content, locale, ...options);

async function applyFile(name: string, content: string, locale: Locale, ...options: string[]) {
  const file = join(folder, name);
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

const form = `form,form_name,section,section_name,item,name,weight,points
phone,Phone,talk,Talk,greeting,Greeting,40,5
,,,,solved,Solved,60,10
`;

test("a table of evaluation forms is applied as fairline.yaml is, and each form's version is told", async () => {
  expect(await applyFile("forms.csv", form, "en")).toEqual([
    "+ forms.phone",
    "forms.phone: version 1, ready to evaluate by",
    "1 added, 0 changed, 0 as they were.",
    "Applied.",
  ]);
  expect(await applyFile("forms.csv", form.replace("Solved", "Settled"), "zh-CN")).toEqual([
    "~ forms.phone.sections.talk.items.solved.name.en: Solved → Settled",
    "~ forms.phone.sections.talk.items.solved.name.zh-CN: Solved → Settled",
    "forms.phone：第 2 版，用于今后的评分；已发布的评分仍按原版本",
    "新增 0 项，更改 2 处，未变 0 项。",
    "已生效。",
  ]);
});

test("bad rows of a table are listed by line, and nothing is changed", async () => {
  expect(await applyFile("forms.csv", form.replace("60,10", "sixty,10"), "en")).toEqual([
    "weight: “sixty” is no number, such as 10 or 12.5 (line 3)",
    "Nothing was changed: the file has a problem.",
  ]);
  expect(await applyFile("forms.csv", form.replace("60,10", "50,10"), "zh-CN")).toEqual([
    "forms.phone.sections: 权重合计为 90，应为 100 (第 2 行)",
    "未做任何更改：文件有 1 处问题。",
  ]);
});
