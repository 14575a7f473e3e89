import fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "../../../kernel/locale.ts";
import { day } from "../../../kernel/time.ts";
import { type Line, type Part, whole } from "../domain.ts";
import { contributions, why } from "./explain.ts";

const lines = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 60 }), points: fc.double({ min: 0, max: 100, noNaN: true }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((all): Line[] =>
    all.map(({ weight, points }) => ({
      metric: "volume",
      weight,
      points,
      target: 1,
      value: points,
      raw: points,
      atTarget: 100,
      n: 40,
      inputs: {},
    })),
  );

function partOf(of: readonly Line[], share: number): Part {
  const weights = of.reduce((sum, line) => sum + line.weight, 0);
  const points = of.reduce((sum, line) => sum + line.weight * line.points, 0) / weights;
  const told = { points, n: 40, standing: "firm", atTarget: 100 } as const;
  const where = { from: day("2026-03-01"), to: day("2026-03-31"), scorecard: "agents", version: 1, share };
  return { ...told, lines: of, waiting: [], ...where };
}

test("what is shown of each metric adds up to the shown points to the last digit, in one part or in two", () => {
  const shown = format("en");
  fc.assert(
    fc.property(
      lines,
      lines,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.boolean(),
      (one, two, share, isOne) => {
        const score = whole(isOne ? [partOf(one, 1)] : [partOf(one, share), partOf(two, 1 - share)]);
        const sum = contributions({ score }).reduce((total, { by }) => total + Number(shown.fixed(by, 1)), 0);
        expect(shown.fixed(sum, 1)).toBe(shown.fixed(score.points, 1));
      },
    ),
  );
});

test.each([
  ["import", { file: "calls.csv" }, "import of calls.csv", "导入 calls.csv"],
  ["revert", { file: "calls.csv" }, "calls.csv was taken back", "撤销导入 calls.csv"],
  ["evaluation", { number: "E-5" }, "evaluation E-5 came out", "发布质检 E-5"],
  ["appeal", { number: "12" }, "appeal 12 upheld", "申诉 12 成立"],
] as const)("a revision that %s brought about says so in both languages", (is, more, en, zh) => {
  const revision = { reason: "data", cause: { why: is, ...more } } as const;
  expect([why(revision, { locale: "en" }), why(revision, { locale: "zh-CN" })]).toEqual([en, zh]);
});
