import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import {
  bytesSource,
  type Dataset,
  datasets,
  type ImportReport,
  type ImportRequest,
  type RecordDataset,
} from "./index.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;
const bring = (dataset: Dataset, content: string, but: Partial<ImportRequest> = {}) =>
  house.bring(content, { dataset, file: bytesSource(`${dataset}.csv`, Buffer.from(content)), ...but });
async function brought(...args: Parameters<typeof bring>): Promise<ImportReport> {
  const outcome = await bring(...args);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

const written = ["interaction", "tally_record", "survey", "evaluation", "attendance", "exam", "complaint"];
const derived = ["tally", "queue_hour", "person_day"];
/** Every row of the tables that imports write, save for what only says that an import was. */
async function standing() {
  const tables: Record<string, readonly string[]> = {};
  for (const table of [...written, ...derived, "record_before", "person", "assignment"]) {
    tables[table] = await house.rows(`SELECT to_jsonb(t) - 'id' AS row FROM ${table} t ORDER BY 1`);
  }
  return tables;
}

type Case = {
  readonly dataset: RecordDataset;
  readonly header: string;
  /** Three rows, the first once more with other values, and a fourth row. */
  readonly rows: readonly [string, string, string];
  readonly other: string;
  readonly fourth: string;
  readonly derived: string;
  readonly sums: readonly [first: readonly string[], second: readonly string[]];
};

const cases: readonly Case[] = [
  {
    dataset: "tallies",
    header:
      "agent,day,hour,queue,project,handled,abandoned,answeredInTime,complaints,wait,talk,hold,wrap,handleSquares,csatAnswers,csatTop,known,repeated",
    rows: [
      "1001,2026-03-09,8,sales,main,10,0,9,1,100,1:00:00,0,10:00,1900000,4,3,8,2",
      "ext-17,2026-03-09,9,sales,main,5,0,5,0,10,900,0,0,,0,0,0,0",
      ",2026-03-09,8,sales,main,0,3,0,0,60,0,0,0,,0,0,0,0",
    ],
    other: "1001,2026-03-09,8,sales,main,12,0,9,1,100,1:00:00,0,10:00,1900000,4,3,8,2",
    fourth: "Ben Okri,2026-03-10,0,,,1,0,1,0,0,1,0,0,1,1,1,1,1",
    derived: `SELECT p.name, t.day, hour, handled, abandoned, answered_in_time, talk_s, handle_s2, csat_top, known, repeated,
      (SELECT (answered, abandoned, answered_in_time) FROM queue_hour q WHERE q.day = t.day AND q.hour = t.hour) AS queue
      FROM tally t LEFT JOIN person p ON p.id = person_id ORDER BY t.day, hour, name`,
    sums: [
      [
        '("Ana Diaz",2026-03-09,8,10,0,9,3600,1900000,3,8,2,"(10,3,9)")',
        '(,2026-03-09,8,0,3,0,0,0,0,0,0,"(10,3,9)")',
        '("Ana Diaz",2026-03-09,9,5,0,5,900,NaN,0,0,0,"(5,0,5)")',
      ],
      [
        '("Ana Diaz",2026-03-09,8,12,0,9,3600,1900000,3,8,2,"(12,3,9)")',
        '(,2026-03-09,8,0,3,0,0,0,0,0,0,"(12,3,9)")',
        '("Ana Diaz",2026-03-09,9,5,0,5,900,NaN,0,0,0,"(5,0,5)")',
        '("Ben Okri",2026-03-10,0,1,0,1,1,1,1,1,1,"(1,0,1)")',
      ],
    ],
  },
  {
    dataset: "csat",
    header: "sourceId,agent,day,hour,queue,project,mark",
    rows: ["s1,1001,2026-03-09,8,sales,main,5", "s2,1001,2026-03-09,8,sales,main,3", "s3,1002,2026-03-09,,,,4"],
    other: "s1,1001,2026-03-09,8,sales,main,2",
    fourth: "s4,1001,2026-03-10,8,sales,main,4",
    derived: `SELECT p.name, day, hour, queue, handled, csat_answers, csat_top
      FROM tally JOIN person p ON p.id = person_id ORDER BY day, hour, name`,
    sums: [
      ['("Ben Okri",2026-03-09,0,"",0,1,1)', '("Ana Diaz",2026-03-09,8,sales,0,2,1)'],
      [
        '("Ben Okri",2026-03-09,0,"",0,1,1)',
        '("Ana Diaz",2026-03-09,8,sales,0,2,0)',
        '("Ana Diaz",2026-03-10,8,sales,0,1,1)',
      ],
    ],
  },
  {
    dataset: "evaluations",
    header: "sourceId,agent,scorer,day,kind,points,reference,interaction,form,overturned",
    rows: [
      "e1,1001,1002,2026-03-09,,80.1,,c1,calls,",
      "e2,1001,1002,2026-03-09,monitoring,70.2,,,calls,yes",
      "e3,1001,1002,2026-03-09,calibration,90,84.5,,calls,",
    ],
    other: "e1,1001,1002,2026-03-09,test-call,80.1,,c1,calls,",
    fourth: "e4,1001,,2026-03-10,Test-Call,100,,,,no",
    derived: `SELECT p.name, day, monitored, monitored_points, round(monitored_squares::numeric, 3), test_calls, test_points,
      scored, overturned, calibrated, gap_points, gap_squares
      FROM person_day JOIN person p ON p.id = person_id ORDER BY day, name`,
    sums: [
      [
        '("Ana Diaz",2026-03-09,2,150.3,11344.050,0,0,0,0,0,0,0)',
        '("Ben Okri",2026-03-09,0,0,0.000,0,0,2,1,1,5.5,30.25)',
      ],
      [
        '("Ana Diaz",2026-03-09,1,70.2,4928.040,1,80.1,0,0,0,0,0)',
        '("Ben Okri",2026-03-09,0,0,0.000,0,0,2,1,1,5.5,30.25)',
        '("Ana Diaz",2026-03-10,0,0,0.000,1,100,0,0,0,0,0)',
      ],
    ],
  },
  {
    dataset: "attendance",
    header: "agent,day,scheduled,inService,off,staffed,late,earlyLeave,absences,conduct,leave",
    rows: [
      "1001,2026-03-09,8:00:00,7:00:00,0:45:00,7:30:00,yes,0,,2,no",
      "1001,2026-03-10,0,,,,,,,,是",
      "1002,2026-03-09,28800,28800,0,28000,,,,,",
    ],
    other: "1001,2026-03-09,8:00:00,6:00:00,0:45:00,7:30:00,否,1,1,0,no",
    fourth: "1002,2026-03-11,28800,0,0,0,,,1,,",
    derived: `SELECT p.name, day, scheduled_days, scheduled_s, in_service_s, off_s, staffed_s, late, early_leave, absences,
      conduct, leave_days FROM person_day JOIN person p ON p.id = person_id ORDER BY day, name`,
    sums: [
      [
        '("Ana Diaz",2026-03-09,1,28800,25200,2700,27000,1,0,0,2,0)',
        '("Ben Okri",2026-03-09,1,28800,28800,0,28000,0,0,0,0,0)',
        '("Ana Diaz",2026-03-10,0,0,0,0,0,0,0,0,0,1)',
      ],
      [
        '("Ana Diaz",2026-03-09,1,28800,21600,2700,27000,0,1,1,0,0)',
        '("Ben Okri",2026-03-09,1,28800,28800,0,28000,0,0,0,0,0)',
        '("Ana Diaz",2026-03-10,0,0,0,0,0,0,0,0,0,1)',
        '("Ben Okri",2026-03-11,1,28800,0,0,0,0,0,1,0,0)',
      ],
    ],
  },
  {
    dataset: "exams",
    header: "agent,day,name,points,absent",
    rows: ["1001,2026-03-09,march,88.5,", "1001,2026-03-09,resit,,yes", "1002,2026-03-09,march,100,no"],
    other: "1001,2026-03-09,march,90,",
    fourth: "1002,2026-04-01,,60,",
    derived: `SELECT p.name, day, exams, exam_points, exam_squares, exam_absences
      FROM person_day JOIN person p ON p.id = person_id ORDER BY day, name`,
    sums: [
      ['("Ana Diaz",2026-03-09,1,88.5,7832.25,1)', '("Ben Okri",2026-03-09,1,100,10000,0)'],
      [
        '("Ana Diaz",2026-03-09,1,90,8100,1)',
        '("Ben Okri",2026-03-09,1,100,10000,0)',
        '("Ben Okri",2026-04-01,1,60,3600,0)',
      ],
    ],
  },
  {
    dataset: "complaints",
    header: "sourceId,agent,day,about,interaction,upheld",
    rows: ["k1,1001,2026-03-09,rude,c1,", "k2,1001,2026-03-09,,,yes", "k3,1002,2026-03-09,slow,,no"],
    other: "k1,1001,2026-03-09,rude,c1,no",
    fourth: "k4,1002,2026-03-10,,,",
    derived:
      "SELECT p.name, day, complaints_about FROM person_day JOIN person p ON p.id = person_id ORDER BY day, name",
    sums: [['("Ana Diaz",2026-03-09,2)'], ['("Ana Diaz",2026-03-09,1)', '("Ben Okri",2026-03-10,1)']],
  },
];

describe.each(cases)("$dataset", ({ dataset, header, rows, other, fourth, derived: query, sums }) => {
  const first = csv(header, ...rows);

  test("come in, add up, and once more change nothing", async () => {
    expect(await brought(dataset, first)).toMatchObject({ dataset, rows: 3, added: 3, from: "2026-03-09" });
    expect(await house.rows(query)).toEqual(sums[0]);
    const before = await standing();
    expect(await brought(dataset, first)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect(await standing()).toEqual(before);
  });

  test("that differ take the place of the earlier, and a revert returns exactly to before", async () => {
    const nothing = await standing();
    const { batch: one = "" } = await brought(dataset, first);
    const before = await standing();
    const report = await brought(dataset, csv(header, other, ...rows.slice(1), fourth));
    expect(report).toMatchObject({ added: 1, changed: 1, unchanged: 2 });
    expect(await house.rows(query)).toEqual(sums[1]);
    const { batch: two = "" } = report;
    expect(await house.imports.revert(one)).toMatchObject({ ok: false, refusal: { why: "overwritten", by: two } });
    expect(await house.imports.revert(two)).toMatchObject({ ok: true, value: { removed: 1, restored: 1, dataset } });
    expect(await standing()).toEqual(before);
    expect(await house.imports.revert(one)).toMatchObject({ ok: true, value: { removed: 3, restored: 0 } });
    expect(await standing()).toEqual(nothing);
  });

  test("only looked at leave no trace, not even a score that is due", async () => {
    const before = await standing();
    expect(await brought(dataset, first, { dryRun: true })).toMatchObject({ added: 3 });
    expect(await standing()).toEqual(before);
    expect(await house.rows("SELECT * FROM score_due")).toEqual([]);
    expect(await house.imports.latest(9)).toEqual([]);
  });

  test("are read by a preset with other columns, words and dates", async () => {
    const names = header.split(",");
    const body = {
      dataset,
      columns: Object.fromEntries(names.map((name) => [name, `their ${name}`])),
      values: { agent: { Anna: "1001" } },
      dates: "dd/mm/yyyy",
      none: { "their agent": ["NOBODY"] },
      skip: [{ column: "their day", is: "never" }],
    };
    await house.database.pool.query("INSERT INTO preset (name, body) VALUES ('theirs', $1)", [body]);
    const theirs = rows
      .map((row) => row.replace(/(2026)-(\d\d)-(\d\d)/, "$3/$2/$1").replace(/(^|,)1001,/, "$1Anna,"))
      .map((row) => row.replace(/^,/, "NOBODY,"));
    const skipped = names.map((name) => (name === "day" ? "never" : "x")).join(",");
    const content = csv(names.map((name) => `their ${name}`).join(","), ...theirs, skipped);
    expect(await brought(dataset, content, { preset: "theirs" })).toMatchObject({ added: 3, skipped: 1 });
    expect(await house.rows(query)).toEqual(sums[0]);
  });

  test("stand on the roster: who is named in them stays", async () => {
    const people = "employeeNo,name,aliases\n1009,Zoe Zander,zz\n";
    const file = bytesSource("people.csv", Buffer.from(people));
    const outcome = await house.bring("", { dataset: "people", file });
    const batch = outcome.ok ? (outcome.value.batch ?? "") : "";
    await brought(dataset, csv(header, (rows[2].startsWith(",") ? rows[0] : rows[2]).replace(/100[12]/, "zz")));
    expect(await house.imports.revert(batch)).toMatchObject({ ok: true, value: { removed: 0, kept: ["Zoe Zander"] } });
  });
});

test("natural keys tell apart what their parts tell apart", async () => {
  const content = csv("agent,day,queue,project,abandoned", ",2026-03-09,a|b,c,1", ",2026-03-09,a,b|c,1");
  expect(await brought("tallies", content)).toMatchObject({ added: 2, rejected: 0 });
});

test("tallies of a source and its contacts and surveys are added together", async () => {
  const contact =
    "sourceId,agent,startedAt,talk,outcome,queue,csat\nc1,1001,2026-03-09T08:05:00Z,10,answered,sales,5\n";
  await brought("interactions", contact);
  await brought("tallies", csv("agent,day,hour,queue,handled,talk,handleSquares", "1001,2026-03-09,8,sales,2,30,500"));
  await brought("csat", csv("sourceId,agent,day,hour,queue,mark", "s1,1001,2026-03-09,8,sales,2"));
  const tallies = "SELECT handled, talk_s, handle_s2, csat_answers, csat_top FROM tally";
  expect(await house.rows(tallies)).toEqual(["(3,40,600,2,1)"]);
  const [survey, sums] = await house.imports.latest(2);
  await house.imports.revert(sums?.id ?? "");
  expect(await house.rows(tallies)).toEqual(["(1,10,100,2,1)"]);
  await house.imports.revert(survey?.id ?? "");
  expect(await house.rows(tallies)).toEqual(["(1,10,100,1,1)"]);
});

test("contacts that went out count for their agents and not for the queues, whatever else stands there", async () => {
  const header = "sourceId,agent,startedAt,wait,talk,outcome,queue,direction";
  const at = "2026-03-09T08:05:00Z";
  const out = [`o1,1001,${at},0,10,answered,sales,out`, `o2,,${at},9,0,abandoned,sales,out`];
  const queues = "SELECT hour, answered, abandoned, answered_in_time, abandoned_in_time FROM queue_hour ORDER BY hour";
  await brought("interactions", csv(header, `i1,1002,${at},30,10,answered,sales,in`, ...out));
  expect(await house.rows(queues)).toEqual(["(8,1,0,0,0)"]);
  expect(await house.rows("SELECT sum(handled), sum(abandoned), sum(talk_s) FROM tally")).toEqual(["(2,1,20)"]);
  await brought("tallies", csv("agent,day,hour,queue,handled,answeredInTime,talk", "1001,2026-03-09,8,sales,2,1,30"));
  expect(await house.rows(queues)).toEqual(["(8,3,0,1,0)"]);
  await brought("interactions", csv(header, `o1,1001,${at},0,10,answered,sales,in`));
  expect(await house.rows(queues)).toEqual(["(8,4,0,2,0)"]);
});

test.each([
  ["in winter", "2026-03-09,8", "2026-03-09T09:00:00Z"],
  ["in summer", "2026-05-04,8", "2026-05-04T08:00:00Z"],
  ["at the end of a day", "2026-05-04,23", "2026-05-04T23:00:00Z"],
  ["before an hour that happens twice", "2025-10-26,0", "2025-10-26T00:00:00Z"],
  ["in an hour that happens twice", "2025-10-26,1", "2025-10-26T02:00:00Z"],
])("tallies and surveys tell of what happened until their latest hour's end %s", async (_, latest, end) => {
  const dataAsOf = new Date(end);
  await brought("tallies", csv("agent,day,hour,abandoned", ",2025-10-25,9,1", `,${latest},1`, ",2025-10-24,23,1"));
  await brought("csat", csv("sourceId,agent,day,hour,mark", `s1,1001,${latest},5`, "s2,1001,2025-10-25,23,5"));
  expect(await house.imports.latest(2)).toMatchObject([
    { dataset: "csat", dataAsOf },
    { dataset: "tallies", dataAsOf },
  ]);
  await brought("exams", csv("agent,day,points", `1001,${latest.slice(0, 10)},90`));
  expect((await house.imports.latest(1))[0]).not.toHaveProperty("dataAsOf");
});

test("surveys of Chengdu end their hours on its own clock", async () => {
  await brought("csat", csv("sourceId,agent,day,hour,mark", "s1,2001,2026-03-09,8,5"), { site: "chengdu" });
  expect(await house.imports.latest(1)).toMatchObject([{ dataAsOf: new Date("2026-03-09T01:00:00Z") }]);
});

test("the examples of the guide come in as they stand there", async () => {
  const guide = readFileSync(new URL("../../../docs/data.md", import.meta.url), "utf8");
  const examples = guide.split(/^## /m).flatMap((section) => {
    const dataset = datasets.find((one) => one === section.split("\n", 1)[0]?.toLowerCase());
    const [, example] = /```csv\n([\s\S]*?)```/.exec(section) ?? [];
    return dataset === undefined || dataset === "people" || example === undefined ? [] : [{ dataset, example }];
  });
  expect(examples.map(({ dataset }) => dataset).sort()).toEqual(
    [...cases.map(({ dataset }) => dataset), "duty"].sort(),
  );
  for (const { dataset, example } of examples) {
    expect(await brought(dataset, example)).toMatchObject({
      rejected: 0,
      added: example.trim().split("\n").length - 1,
    });
  }
});
