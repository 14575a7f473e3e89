import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../testing/import-house.ts";
import { localeOf } from "./cli.ts";
import { run } from "./index.ts";

let house: ImportHouse;
let folder: string;
beforeAll(async () => {
  house = await importHouse();
  folder = await mkdtemp(join(tmpdir(), "fairline-cli-"));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

/** What a command line answers, as somebody with this LANG sees it; ids of batches are all one. */
async function says(line: string, lang = "en_GB.UTF-8") {
  const out: string[] = [];
  const err: string[] = [];
  const env = { DATABASE_URL: house.url, LANG: lang };
  const { signal } = new AbortController();
  const sink = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const args = line.split(" ").map((arg) => arg.replace(/^@/, `${folder}/`));
  const code = await run(args, { env, locale: localeOf(env), signal, clock: () => 0, ...sink });
  const shown = (lines: string[]) =>
    lines
      .join("\n")
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "BATCH")
      .replaceAll(folder, "@");
  return { code, out: shown(out), err: shown(err), batch: /revert (\S+)/.exec(out.join("\n"))?.[1] ?? "" };
}
const save = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

const calls = [
  "sourceId,agent,startedAt,wait,talk,outcome",
  "c1,1001,2026-03-09T08:05:00Z,10,100,answered",
  "c2,ext-17,2026-03-09T09:05:00Z,10,100,answered",
].join("\n");

describe("fairline import", () => {
  test("shows what it did, and how to take it back", async () => {
    await save("calls.csv", calls);
    expect(await says("import interactions @calls.csv --site leeds --dry-run")).toMatchObject({
      code: 0,
      err: "",
      out: `2 rows: 2 good, 0 bad, 0 left out by the preset.
2 would be added, 0 changed, 0 left as they are.
Days: Mon, 9 Mar 2026 to Mon, 9 Mar 2026.
This was only a look: nothing was changed.`,
    });
    const done = await says("import interactions @calls.csv --site leeds");
    expect(done).toMatchObject({
      code: 0,
      out: `2 rows: 2 good, 0 bad, 0 left out by the preset.
2 added, 0 changed, 0 as they were.
Days: Mon, 9 Mar 2026 to Mon, 9 Mar 2026.
To take it back: fairline import revert BATCH`,
    });
    expect((await says("import list")).out).toMatch(
      /^BATCH\n {2}.* UTC · leeds · interactions · calls\.csv\n {2}2 rows: 2 added, 0 changed, 0 bad$/,
    );
    expect(await says(`import revert ${done.batch}`)).toMatchObject({
      code: 0,
      out: "Batch BATCH is taken back: 2 removed, 0 put back as they were.",
    });
    expect(await says(`import revert ${done.batch}`)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Batch BATCH was taken back already, on .* UTC\.$/),
    });
  });

  test("speaks Chinese where the environment does", async () => {
    expect(await says("import interactions @calls.csv --site leeds --dry-run", "zh_CN.UTF-8")).toMatchObject({
      code: 0,
      out: `共 2 行：有效 2 行，有误 0 行，按预设略过 0 行。
将新增 2 条，更改 0 条，保持不变 0 条。
日期：2026年3月9日周一 至 2026年3月9日周一。
仅为预览，未做任何更改。`,
    });
  });

  const bad = `${calls}\nc3,1O01,2026-03-29 01:30,-1,x,answered\n=c4,Ben Okri,2026-03-09T08:05:00Z,1\n`;
  const told = `Bad rows by reason:
  1 row  startedAt: 2026-03-29 01:30 does not exist in Europe/London: the clocks skip it.
  1 row  wait: “-1” is below zero.
  1 row  talk: “x” is no duration: write seconds, mm:ss or hh:mm:ss.
  1 row  agent: “1O01” is nobody on the roster. Perhaps “1001”?
  1 row  4 cells instead of 6.
Bad rows:
  line 4  startedAt: 2026-03-29 01:30 does not exist in Europe/London: the clocks skip it. wait: “-1” is below zero. talk: “x” is no duration: write seconds, mm:ss or hh:mm:ss. agent: “1O01” is nobody on the roster. Perhaps “1001”?
  line 5  4 cells instead of 6.`;

  test("tells bad rows by reason and line, and writes all of them into a file", async () => {
    await save("bad.csv", bad);
    expect(await says("import interactions @bad.csv --site leeds --errors @errors.csv")).toMatchObject({
      code: 1,
      out: "",
      err: `${told}
Nothing was imported, because 2 of 4 rows are bad. Mend them, or add --partial to import the good ones.`,
    });
    const errors = await readFile(join(folder, "errors.csv"), "utf8");
    expect(errors.split("\n").slice(0, 3)).toEqual([
      "\uFEFFline,field,value,reason",
      "4,startedAt,2026-03-29 01:30,2026-03-29 01:30 does not exist in Europe/London: the clocks skip it.",
      "4,wait,'-1,“-1” is below zero.",
    ]);
  });

  test("takes the good rows when it is asked to", async () => {
    expect(await says("import interactions @bad.csv --site leeds --partial", "zh_CN.UTF-8")).toMatchObject({
      code: 0,
      out: `共 4 行：有效 2 行，有误 2 行，按预设略过 0 行。
新增 2 条，更改 0 条，未变 0 条。
日期：2026年3月9日周一 至 2026年3月9日周一。
已按要求略过 2 条有误的行。
如需撤销：fairline import revert BATCH`,
    });
  });

  test("reads a spreadsheet of people", async () => {
    const rows = [
      ["employeeNo", "name", "hiredOn", "team"],
      [1003, "李雷", new Date("2026-05-04T00:00:00Z"), "North"],
    ];
    await save("people.xlsx", await writeXlsx({ sheets: [{ name: "People", rows }] }));
    expect(await says("import people @people.xlsx --site leeds")).toMatchObject({ code: 0, err: "" });
    expect(await house.rows("SELECT employee_no, name, hired_on FROM person WHERE name = '李雷'")).toEqual([
      "(1003,李雷,2026-05-04)",
    ]);
  });

  const gbk = Buffer.concat([
    Buffer.from(`${calls}\nc3,`),
    Buffer.from("cdf5b7bc", "hex"),
    Buffer.from(",2026-03-09T08:05:00Z,1,1,answered\n"),
  ]);
  test.each([
    [
      "gbk.csv",
      gbk,
      "The file is not written in utf-8: line 4, byte 140 is no text in it. It may be gb18030: try --encoding gb18030, or put “encoding: gb18030” into the preset.",
    ],
    [
      "semicolons.csv",
      calls.replaceAll(",", ";"),
      'The header has one column when it is cut at a comma; it seems to be cut at a semicolon. Say so in the preset: separator: ";"',
    ],
    ["empty.csv", "", "The file is empty."],
    ["header.csv", "sourceId,agent,startedAt,outcome\n", "The file has no rows below its header."],
    ["twice.csv", `agent,${calls}`, "The header has “agent” more than once. Give each column a name of its own."],
    [
      "columns.csv",
      "sourceID,agent,outcome\n",
      "The file lacks the columns “sourceId” (perhaps “sourceID”?) and “startedAt”. It has: sourceID, agent, outcome. Name its own columns in a preset.",
    ],
    ["quote.csv", `${calls}\n"c9,1001`, "The quotation mark that opens on line 4 is never closed."],
    [
      "zip.csv",
      "PK\u0003\u0004",
      "The file should be CSV, and seems to be XLSX. Give it the name or the preset of its own format.",
    ],
    [
      "cut.xlsx",
      "PK\u0003\u0004",
      "The spreadsheet is damaged or was not copied whole (its end is missing). Save it again, or export it as CSV.",
    ],
  ])("refuses %s", async (name, content, words) => {
    await save(name, content);
    expect(await says(`import interactions @${name} --site leeds`)).toMatchObject({ code: 1, out: "", err: words });
  });

  test.each([
    ["import interactions @nope.csv --site leeds", 1, "@/nope.csv: There is no such file."],
    ["import interactions @calls.csv --site lids", 1, "There is no site “lids”. There are: chengdu, leeds."],
    [
      "import interactions @calls.csv --site leeds --errors @no/where.csv",
      1,
      "@/no/where.csv cannot be written (ENOENT).",
    ],
    ["import revert nonsense", 1, "There is no batch “nonsense”. fairline import list shows the latest."],
  ])("%s ends with %d", async (line, code, words) => {
    expect(await says(line)).toMatchObject({ code, err: words });
  });

  test.each(["", "imprt", "import interactions @calls.csv", "import interactions --site leeds", "apply --no-such @x"])(
    "wrong usage (%s) ends with 2 and shows how to write it",
    async (line) => {
      expect(await says(line)).toMatchObject({ code: 2, err: expect.stringContaining("Usage: fairline") });
    },
  );
});

describe("fairline apply", () => {
  const file = `sites:
  leeds: { zone: Europe/Dublin, answerWithin: 30 }
teams:
  west: { site: leeds, name: West }
`;

  test("shows the difference, applies it, and has nothing to do then", async () => {
    await save("fairline.yaml", file);
    const difference = `~ sites.leeds.zone: Europe/London → Europe/Dublin
~ sites.leeds.answerWithin: 20 → 30
+ teams.west
The days and hours of what is kept for leeds are told anew in the new zone.
1 added, 2 changed, 0 as they were.`;
    expect(await says("apply @fairline.yaml --dry-run")).toMatchObject({
      code: 0,
      out: `${difference}\nThis was only a look: nothing was changed.`,
    });
    expect(await says("apply @fairline.yaml")).toMatchObject({ code: 0, out: `${difference}\nApplied.` });
    expect(await says("apply @fairline.yaml", "zh_CN")).toMatchObject({ code: 0, out: "无需更改：现状与文件一致。" });
  });

  test("says what is wrong by path and place", async () => {
    await save("wrong.yaml", file.replace("Europe/Dublin", "Europe/Dubln").replace("site: leeds", "site: lids"));
    expect(await says("apply @wrong.yaml")).toMatchObject({
      code: 1,
      err: `sites.leeds.zone: not an IANA time zone, such as Europe/London (line 2, column 12)
Nothing was changed: the file has a problem.`,
    });
  });

  test("takes the bank's file", async () => {
    const bank = fileURLToPath(new URL("../../docs/bank/fairline.yaml", import.meta.url));
    expect(await says(`apply ${bank}`)).toMatchObject({ code: 0, err: "" });
    expect(await says(`apply ${bank}`)).toMatchObject({ code: 0, out: "Nothing to change: all is as the file says." });
  });
});
