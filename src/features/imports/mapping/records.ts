import { done, type Outcome, refuse } from "../../../kernel/outcome.ts";
import type { FileRefusal } from "../reading/refusal.ts";
import type { Row } from "../reading/row.ts";
import type { Table } from "../reading/table.ts";
import type { Agents } from "./agents.ts";
import { type AttendanceRow, attendanceReader } from "./attendance.ts";
import { columnsOf, type FieldMap, skipper } from "./columns.ts";
import { type ComplaintRow, complaintReader } from "./complaints.ts";
import { type SurveyRow, surveyReader } from "./csat.ts";
import type { Dataset, FieldOf } from "./datasets.ts";
import { type DutyRow, dutyReader } from "./duty.ts";
import { type EvaluationRow, evaluationReader } from "./evaluations.ts";
import { type ExamRow, examReader } from "./exams.ts";
import type { Read } from "./fields.ts";
import type { Contact, Taken } from "./interactions.ts";
import { type Kit, kitOf } from "./kit.ts";
import type { PresetOf } from "./preset.ts";
import type { Problem } from "./problem.ts";
import { type TallyRow, tallyReader } from "./tallies.ts";

/** A row of each dataset, ready to be kept. */
export type Rows = {
  readonly interactions: Contact;
  readonly tallies: TallyRow;
  readonly evaluations: EvaluationRow;
  readonly attendance: AttendanceRow;
  readonly exams: ExamRow;
  readonly complaints: ComplaintRow;
  readonly csat: SurveyRow;
  readonly duty: DutyRow;
};

/** A row and the line of its file. */
export type Lined<R> = R & { readonly line: number };

/** The datasets that are read field by field, in one way. */
export type PlainDataset = Exclude<Dataset, "people" | "interactions">;

type Reader<D extends PlainDataset> = {
  /** Fields that a file cannot do without. */
  readonly required: readonly FieldOf<D>[];
  readonly read: (kit: Kit<FieldOf<D>>) => Read<Rows[D]>;
};

const readers: { readonly [D in PlainDataset]: Reader<D> } = {
  tallies: { required: ["agent", "day"], read: tallyReader },
  evaluations: { required: ["sourceId", "agent", "day", "points"], read: evaluationReader },
  attendance: { required: ["agent", "day"], read: attendanceReader },
  exams: { required: ["agent", "day", "points"], read: examReader },
  complaints: { required: ["sourceId", "agent", "day"], read: complaintReader },
  csat: { required: ["sourceId", "agent", "day", "mark"], read: surveyReader },
  duty: { required: ["employeeNo", "role", "from", "until"], read: dutyReader },
};

type Rules = { readonly zone: string; readonly at: Date; readonly agents: Agents };

/** Reads rows of a dataset by a preset; refused when the file lacks a column that it needs. */
export function recordReader<D extends PlainDataset>(
  dataset: D,
  table: Pick<Table, "found" | "columns">,
  preset: PresetOf<PlainDataset>,
  rules: Rules,
): Outcome<(row: Row) => Taken<Lined<Rows[D]>>, FileRefusal> {
  const { required, read }: Reader<D> = readers[dataset];
  const columns = columnsOf(table, preset.none);
  const negative = "negative" in preset ? preset.negative : "refuse";
  // A preset of this dataset maps its fields and no others.
  const mapped = preset as FieldMap<FieldOf<D>>;
  const take = read(kitOf<FieldOf<D>>(columns, mapped, required, { ...rules, dates: preset.dates, negative }));
  const skips = skipper(columns, preset.skip);
  const refusal = columns.refusal();
  if (refusal !== undefined) return refuse(refusal);

  return done(({ line, cells, trouble }) => {
    if (trouble !== undefined) return { is: "bad", bad: { line, problems: [trouble] } };
    if (skips(cells)) return { is: "skipped" };
    const bad: Problem[] = [];
    const row = { ...take(cells, bad), line };
    return bad.length === 0 ? { is: "row", row } : { is: "bad", bad: { line, problems: bad } };
  });
}
