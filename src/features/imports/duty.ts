import { intakeReport, takeRows } from "./intake.ts";
import { agents } from "./mapping/agents.ts";
import type { DutyRow } from "./mapping/duty.ts";
import { columnsAsked, type PresetOf } from "./mapping/preset.ts";
import type { BadRow } from "./mapping/problem.ts";
import { type Lined, recordReader } from "./mapping/records.ts";
import { openTable } from "./reading/table.ts";
import type { ImportReport } from "./request.ts";
import type { ImportUnit } from "./store.ts";
import { drop, keep, readingOf, type Verdict, verdict, type Work } from "./work.ts";

const keyOf = ({ person, role, from }: DutyRow): string => `${person} ${from} ${role}`;

/** The rows that are the first of their person, role and beginning, and those that are not. */
function apart(rows: readonly Lined<DutyRow>[]): {
  readonly good: readonly DutyRow[];
  readonly bad: readonly BadRow[];
} {
  const first = new Map<string, number>();
  const bad: BadRow[] = [];
  const good = rows.filter((row) => {
    const firstLine = first.get(keyOf(row));
    if (firstLine === undefined) first.set(keyOf(row), row.line);
    else {
      const value = new Date(row.from * 1000).toISOString();
      bad.push({ line: row.line, problems: [{ why: "repeated", field: "from", value, firstLine }] });
    }
    return firstLine === undefined;
  });
  return { good, bad };
}

/** Brings in a rota: each row is known by its person, its role and when it begins. */
export async function bringDuty(unit: ImportUnit, work: Work<PresetOf<"duty">>): Promise<Verdict> {
  const { request, preset, site, at, newId } = work;
  const roster = agents(await unit.roster(), "refuse", newId);
  const table = await openTable(request.file, readingOf(work), columnsAsked(preset));
  if (!table.ok) return drop(table.refusal);
  const read = recordReader("duty", table.value, preset, { zone: site.zone, at, agents: roster });
  if (!read.ok) {
    await table.value.close();
    return drop(read.refusal);
  }
  const rows: Lined<DutyRow>[] = [];
  const intake = await takeRows(table.value, read.value, { request, take: (row) => void rows.push(row) });
  if (!intake.ok) return drop(intake.refusal);
  const { good, bad } = apart(rows);
  for (const one of bad) intake.value.rejects.add(one);
  if (bad.length > 0) await request.onBad?.(bad);

  request.onProgress?.({ is: "checking", rows: good.length });
  const { added, changed, unchanged, from, to } = await unit.compareDuties(good);
  const report: ImportReport = {
    dataset: "duty",
    ...intakeReport(intake.value),
    added,
    changed,
    unchanged,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    newAgents: [],
  };
  const decided = verdict(request, report);
  if (!decided.keep) return decided;
  request.signal?.throwIfAborted();
  request.onProgress?.({ is: "merging", rows: good.length });
  const batch = newId();
  await unit.mergeDuties(good, batch, at);
  return keep({ ...report, batch });
}
