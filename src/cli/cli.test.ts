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

  const datasets: Readonly<Record<string, string>> = {
    tallies: "agent,day,handled,talk\n1001,2026-03-09,2,100\n",
    evaluations: "sourceId,agent,scorer,day,points\ne1,1001,1002,2026-03-09,88.5\n",
    attendance: "agent,day,scheduled,inService\n1001,2026-03-09,8:00:00,7:30:00\n",
    exams: "agent,day,points\n1001,2026-03-09,\n",
    complaints: "sourceId,agent,day,about\nk1,1001,2026-03-09,rude\n",
    csat: "sourceId,agent,day,mark\ns1,1001,2026-03-09,5\n",
  };
  test.each(Object.entries(datasets))("takes %s in and out, and speaks of no contacts", async (dataset, content) => {
    await save(`${dataset}.csv`, content);
    const done = await says(`import ${dataset} @${dataset}.csv --site leeds`);
    expect(done).toMatchObject({
      code: 0,
      err: "",
      out: `1 rows: 1 good, 0 bad, 0 left out by the preset.
1 added, 0 changed, 0 as they were.
Days: Mon, 9 Mar 2026 to Mon, 9 Mar 2026.
To take it back: fairline import revert BATCH`,
    });
    expect((await says("import list")).out).toContain(` UTC · leeds · ${dataset} · ${dataset}.csv\n`);
    const reverted = await says(`import revert ${done.batch}`, "zh_CN.UTF-8");
    expect(reverted).toMatchObject({ code: 0, out: "批次 BATCH 已撤销：移除 1 条，恢复原样 0 条。" });
  });

  const wrong: readonly [string, string, string, string][] = [
    [
      "tallies",
      "agent,day,hour,handled,abandoned,answeredInTime,talk,handleSquares\n1001,2026-03-09,24,3,x,0,50001:00:00,0\n1001,2026-03-09,8,3,0,5,30,10\n,2026-03-09,8,1,0,0,0,\n",
      `  line 2  hour: “24” should be a number from 0 to 23. abandoned: “x” should be a whole number from 0 to 1,000,000. talk: “50001:00:00” is longer than 50,000 hours.
  line 3  answeredInTime: 5 is more than handled, which is 3. handleSquares: 10 is too small: so many contacts of so much time have at least 300. It is the sum of each handle time squared.
  line 4  agent: 1 contacts were handled, and nobody is named. Only abandoned ones may be nobody's.`,
      `  第 2 行  hour: “24”应为 0 到 23 的数字。 abandoned: “x”应为 0 到 1,000,000 的整数。 talk: “50001:00:00”超过 50,000 小时。
  第 3 行  answeredInTime: 5 大于 handled（3）。 handleSquares: 10 过小：按接起量和处理时长至少为 300。此项是每次处理时长的平方之和。
  第 4 行  agent: 接起 1 个联络，却没有写坐席。只有放弃的联络才可不写坐席。`,
    ],
    [
      "evaluations",
      "sourceId,agent,scorer,day,kind,points,reference\ne1,1001,,2026-03-09,calibration,80,\ne2,1001,,2026-03-09,,80,75\n",
      `  line 2  reference: A calibration needs this. scorer: A calibration needs this.
  line 3  reference: Only a calibration has a reference (“75”).`,
      `  第 2 行  reference: 校准评分必须填写此项。 scorer: 校准评分必须填写此项。
  第 3 行  reference: 只有校准评分才有参考分（“75”）。`,
    ],
    [
      "attendance",
      "agent,day,scheduled,inService,leave\n1001,2026-03-09,100,200,yes\n",
      `  line 2  inService: In service and off together (200 s) are more than was scheduled. leave: A day of leave has nothing scheduled, but 100 s are. Say no leave, or schedule 0.`,
      `  第 2 行  inService: 在岗与休息合计 200 秒，超过了排班时长。 leave: 休假当天不应有排班，却排了 100 秒。请取消休假标记，或把排班写为 0。`,
    ],
    [
      "exams",
      "agent,day,points,absent\n1001,2026-03-09,80,yes\n1002,2026-03-09,,no\n",
      `  line 2  points: 80 points, and yet absent: one of them is wrong.
  line 3  points: Neither points nor absent.`,
      `  第 2 行  points: 有成绩 80 分，却标为缺考，两者矛盾。
  第 3 行  points: 既没有成绩，也没有标为缺考。`,
    ],
  ];
  test.each(wrong)("tells what is wrong with %s in either language", async (dataset, content, en, zh) => {
    await save("wrong.csv", content);
    const line = `import ${dataset} @wrong.csv --site leeds`;
    expect(await says(line)).toMatchObject({ code: 1, err: expect.stringContaining(`Bad rows:\n${en}\n`) });
    expect(await says(line, "zh_CN")).toMatchObject({ code: 1, err: expect.stringContaining(`有误的行：\n${zh}\n`) });
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
