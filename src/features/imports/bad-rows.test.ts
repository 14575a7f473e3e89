import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { bytesSource, type ImportReport, type ImportRequest, type RecordDataset } from "./index.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;
const bring = (dataset: RecordDataset, content: string, but: Partial<ImportRequest> = {}) =>
  house.bring(content, { dataset, file: bytesSource(`${dataset}.csv`, Buffer.from(content)), ...but });
async function brought(...args: Parameters<typeof bring>): Promise<ImportReport> {
  const outcome = await bring(...args);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

describe("bad rows", () => {
  const told = async (dataset: RecordDataset, ...lines: string[]) => {
    const outcome = await bring(dataset, csv(...lines));
    if (outcome.ok || outcome.refusal.why !== "bad-rows") throw new Error(`not refused: ${JSON.stringify(outcome)}`);
    return outcome.refusal.report.bad.map(({ line, problems }) => [
      line,
      ...problems.map((problem) => `${"field" in problem ? problem.field : ""} ${problem.why}`),
    ]);
  };

  test("of tallies are told by field and reason", async () => {
    const header =
      "agent,day,hour,handled,abandoned,answeredInTime,abandonedInTime,complaints,csatAnswers,csatTop,known,repeated,talk,handleSquares";
    const found = await told(
      "tallies",
      header,
      "1001,2026-03-09,24,-1,1.5,x,0,0,0,0,0,0,-5,-1",
      "1001,2026-03-09,8,1,1,2,2,2,1,2,2,3,0,0",
      "Ana Dias,2026-03-09,8,1,0,0,0,0,0,0,0,0,0,",
      ",2026-03-09,8,1,0,0,0,0,0,0,0,0,0,",
      "1001,2026-06-03,8,1,0,0,0,0,0,0,0,0,0,",
      "1001,2026-06-02,8,2,0,0,0,0,0,0,0,0,200,10000",
      "1001,2026-06-02,9,1,0,0,0,0,0,0,0,0,0,",
      "ext-17,2026-06-02,9,1,0,0,0,0,0,0,0,0,0,",
      "1001,1969-12-31,8,1,0,0,0,0,0,0,0,0,0,",
      "1001,09.03.2026,8,1000001,0,0,0,0,0,0,0,0,0,",
    );
    expect(found).toEqual([
      [
        2,
        "hour out-of-range",
        "handled not-a-count",
        "abandoned not-a-count",
        "answeredInTime not-a-count",
        "talk negative-duration",
        "handleSquares out-of-range",
      ],
      [
        3,
        "answeredInTime more-than",
        "abandonedInTime more-than",
        "complaints more-than",
        "csatTop more-than",
        "repeated more-than",
        "known more-than",
      ],
      [4, "agent unknown-agent"],
      [5, "agent handled-by-nobody"],
      [6, "day out-of-time"],
      [7, "handleSquares too-small-squares"],
      [10, "day out-of-time"],
      [11, "day not-a-day", "handled not-a-count"],
      [9, "sourceId repeated"],
    ]);
  });

  test("of evaluations", async () => {
    const found = await told(
      "evaluations",
      "sourceId,agent,scorer,day,kind,points,reference,overturned",
      ",,,,,,,",
      "e2,1001,Nobody,2026-03-09,review,100.1,,perhaps",
      "e3,1001,,2026-03-09,calibration,90,,",
      "e4,1001,1002,2026-03-09,monitoring,90,90,",
      "e5,1001,1002,2026-03-09,monitoring,90,,",
      "e5,1001,1002,2026-03-09,monitoring,90,,",
    );
    expect(found).toEqual([
      [2, "points missing", "sourceId missing", "agent missing", "day missing"],
      [3, "points out-of-range", "scorer unknown-agent", "kind not-one-of", "overturned not-one-of"],
      [4, "reference needed-for-calibration", "scorer needed-for-calibration"],
      [5, "reference only-for-calibration"],
      [7, "sourceId repeated"],
    ]);
  });

  test("of attendance", async () => {
    const found = await told(
      "attendance",
      "agent,day,scheduled,inService,off,staffed,late,leave",
      "1001,2026-03-09,8:00:00,7:00:00,1:00:01,0,,",
      "1001,2026-03-09,8:00:00,0,0,0,,yes",
      "1001,2026-03-09,25:00:01,0,0,0,often,",
      ",2026-03-09,8:00:00,0,0,0,2,",
      "1002,2026-03-09,8:00:00,7:00:00,1:00:00,0,2,",
      "Ben Okri,2026-03-09,8:00:00,7:00:00,1:00:00,0,,",
    );
    expect(found).toEqual([
      [2, "inService more-than-scheduled"],
      [3, "leave scheduled-on-leave"],
      [4, "scheduled too-long-a-duration", "late not-a-count"],
      [5, "agent missing"],
      [7, "sourceId repeated"],
    ]);
  });

  test("of exams: an absence is said, or is a blank where no column says it", async () => {
    const found = await told(
      "exams",
      "agent,day,points,absent",
      "1001,2026-03-09,80,yes",
      "1001,2026-03-09,,no",
      "1001,2026-03-09,,",
      "1001,2026-03-09,101,",
    );
    expect(found).toEqual([
      [2, "points points-of-absent"],
      [3, "points neither-points-nor-absent"],
      [4, "points neither-points-nor-absent"],
      [5, "points out-of-range"],
    ]);
    expect(await brought("exams", csv("agent,day,points", "1001,2026-03-09,"))).toMatchObject({ added: 1 });
    const json = bytesSource("exams.json", Buffer.from('[{"agent":"1002","day":"2026-03-09","points":null}]'));
    expect(await brought("exams", "", { file: json })).toMatchObject({ added: 1 });
    expect(await house.rows("SELECT exams, exam_absences FROM person_day")).toEqual(["(0,1)", "(0,1)"]);
  });

  test("of complaints and surveys", async () => {
    expect(
      await told("complaints", "sourceId,agent,day,about,upheld", `k1,1001,2026-03-09,${"x".repeat(501)},?`),
    ).toEqual([[2, "about too-long", "upheld not-one-of"]]);
    expect(
      await told("csat", "sourceId,agent,day,mark", "s1,1001,2026-03-09,6", "s2,1001,2026-03-09,", "s3,,2026-03-09,5"),
    ).toEqual([
      [2, "mark not-one-of"],
      [3, "mark missing"],
      [4, "agent missing"],
    ]);
  });

  test("of interactions: a customer whose name is too long", async () => {
    const line = (customer: string) => `c1,1001,2026-03-09T08:05:00Z,answered,${customer}`;
    const header = "sourceId,agent,startedAt,outcome,customer";
    expect(await told("interactions", header, line("x".repeat(201)))).toEqual([[2, "customer too-long"]]);
    await brought("interactions", csv(header, line("+44 20\t7946")));
    expect(await house.rows("SELECT customer FROM interaction")).toEqual(['("+44 20\t7946")']);
  });

  test("stay out while the good ones come in, if that is asked for", async () => {
    const content = csv("sourceId,agent,day,mark", "s1,1001,2026-03-09,6", "s2,1001,2026-03-09,5");
    expect(await brought("csat", content, { partial: true })).toMatchObject({ added: 1, rejected: 1 });
  });
});

test("a file without the columns that a dataset needs is refused, and names them", async () => {
  expect(await bring("evaluations", csv("sourceId,agent,date", "e1,1001,2026-03-09"))).toMatchObject({
    ok: false,
    refusal: { why: "missing-columns", missing: [{ column: "day" }, { column: "points" }] },
  });
});
