import type { Outcome } from "../../kernel/outcome.ts";
import { type Intake, intakeReport, takeRows } from "./intake.ts";
import type { Agents } from "./mapping/agents.ts";
import type { RecordDataset } from "./mapping/datasets.ts";
import type { Taken } from "./mapping/interactions.ts";
import type { Lined, Rows } from "./mapping/records.ts";
import type { FileRefusal } from "./reading/refusal.ts";
import type { Row } from "./reading/row.ts";
import type { Table } from "./reading/table.ts";
import type { ImportReport, ImportRequest } from "./request.ts";
import type { ImportUnit, Staged } from "./store.ts";
import { causeOf, drop, keep, sourceOf, type Verdict, verdict, type Work } from "./work.ts";

/** A file opened from its start, with how its rows are read and the agents whom they may name. */
export type Opened<D extends RecordDataset> = {
  readonly table: Table;
  readonly read: (row: Row) => Taken<Lined<Rows[D]>>;
  readonly roster: Agents;
};
export type Open<D extends RecordDataset> = () => Promise<Outcome<Opened<D>, FileRefusal>>;

type Found = Pick<ImportReport, "added" | "changed" | "unchanged" | "from" | "to" | "dataAsOf">;

export const reportOf = (
  dataset: RecordDataset,
  intake: Intake,
  roster: Agents,
  { added, changed, unchanged, from, to, dataAsOf }: Found,
): ImportReport => ({
  dataset,
  ...intakeReport(intake),
  added,
  changed,
  unchanged,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(dataAsOf === undefined ? {} : { dataAsOf }),
  newAgents: roster.added().map(({ name }) => name),
});

const repeatsAtOnce = 10_000;

/** Takes out the rows whose source id an earlier line has, and counts them among the bad ones. */
async function rejectRepeats(staged: Staged, { rejects }: Intake, request: ImportRequest): Promise<void> {
  const count = await staged.takeRepeats();
  for (let from = 0; from < count; from += repeatsAtOnce) {
    const bad = (await staged.repeats(from, repeatsAtOnce)).map(({ line, sourceId: value, firstLine }) => ({
      line,
      problems: [{ why: "repeated", field: "sourceId", value, firstLine } as const],
    }));
    for (const one of bad) rejects.add(one);
    await request.onBad?.(bad);
  }
}

/** The way that any file may go: into staging, compared there with what is kept, and merged. */
export async function byStaging<D extends RecordDataset>(
  unit: ImportUnit,
  dataset: D,
  work: Pick<Work<never>, "request" | "newId" | "at">,
  open: Open<D>,
): Promise<Verdict> {
  const { request, newId } = work;
  const opened = await open();
  if (!opened.ok) return drop(opened.refusal);
  const { table, read, roster } = opened.value;
  const staging = await unit.stage(dataset);
  const intake = await takeRows(table, read, { request, take: staging.add, flush: staging.flush });
  const staged = await staging.end();
  if (!intake.ok) return drop(intake.refusal);

  request.onProgress?.({ is: "checking", rows: intake.value.rows });
  await rejectRepeats(staged, intake.value, request);
  const source = sourceOf(request);
  const comparison = await staged.compare(source);
  const found = reportOf(dataset, intake.value, roster, comparison);
  const decided = verdict(request, found);
  if (!decided.keep) return decided;
  request.signal?.throwIfAborted();

  request.onProgress?.({ is: "merging", rows: intake.value.rows });
  const batch = newId();
  await unit.addAgents(batch, roster.added());
  await staged.merge(source, causeOf(work, batch), comparison);
  return keep({ ...found, batch });
}
