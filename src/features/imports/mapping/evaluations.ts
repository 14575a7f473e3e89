import type { FieldOf } from "./datasets.ts";
import type { DayNumber } from "./dates.ts";
import type { Read } from "./fields.ts";
import type { Kit } from "./kit.ts";
import type { Problem } from "./problem.ts";

const kinds = ["monitoring", "test-call", "calibration"] as const;

/** One quality review; in a calibration, `scorer` is who is compared with the `reference` of the group. */
export type EvaluationRow = {
  readonly sourceId: string;
  readonly person: string;
  readonly scorer: string | undefined;
  readonly day: DayNumber;
  readonly kind: (typeof kinds)[number];
  readonly points: number;
  readonly reference: number | undefined;
  readonly interaction: string | undefined;
  readonly form: string;
  readonly overturned: boolean;
};

export function evaluationReader(kit: Kit<FieldOf<"evaluations">>): Read<EvaluationRow> {
  const [sourceId, agent, scorer] = [kit.text("sourceId", 200), kit.agent("agent"), kit.person("scorer")];
  const [day, kind] = [kit.day("day"), kit.choice("kind", kinds, "monitoring")];
  const [points, reference] = [kit.points("points"), kit.points("reference")];
  const [interaction, form] = [kit.optional("interaction", 200), kit.text("form", 200, "")];
  const overturned = kit.yes("overturned");

  function calibration(row: EvaluationRow, bad: Problem[]): void {
    if (row.kind !== "calibration") {
      if (row.reference !== undefined) {
        bad.push({ why: "only-for-calibration", field: "reference", value: String(row.reference) });
      }
      return;
    }
    if (row.reference === undefined) bad.push({ why: "needed-for-calibration", field: "reference" });
    if (row.scorer === undefined) bad.push({ why: "needed-for-calibration", field: "scorer" });
  }

  return (cells, bad) => {
    const before = bad.length;
    const given = points(cells, bad);
    if (given === undefined) bad.push({ why: "missing", field: "points" });
    const row: EvaluationRow = {
      sourceId: sourceId(cells, bad),
      person: agent(cells, bad),
      scorer: scorer(cells, bad),
      day: day(cells, bad),
      kind: kind(cells, bad),
      points: given ?? 0,
      reference: reference(cells, bad),
      interaction: interaction(cells, bad),
      form: form(cells, bad),
      overturned: overturned(cells, bad),
    };
    if (bad.length === before) calibration(row, bad);
    return row;
  };
}
