import { done } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import { intakeReport, takeRows } from "./intake.ts";
import { personReader } from "./mapping/people.ts";
import { columnsAsked, type PeoplePreset } from "./mapping/preset.ts";
import type { BadRow } from "./mapping/problem.ts";
import { type PersonRow, planPeople } from "./people.ts";
import { openTable } from "./reading/table.ts";
import { dueBySeats } from "./seats.ts";
import type { ImportUnit } from "./store.ts";
import { causeOf, drop, readingOf, type Verdict, verdict, type Work } from "./work.ts";

/** Takes a person's first row and says of a later one that it repeats it. */
function onceEach() {
  const lines = new Map<string, number>();
  const rows: PersonRow[] = [];
  const repeats: BadRow[] = [];
  return {
    rows,
    repeats,
    take(row: PersonRow): void {
      const { line, employeeNo: value } = row;
      const firstLine = lines.get(value);
      if (firstLine === undefined) {
        lines.set(value, line);
        rows.push(row);
      } else repeats.push({ line, problems: [{ why: "repeated", field: "employeeNo", value, firstLine }] });
    },
  };
}

/** Brings people in: everybody in the file is added or becomes as it says. */
export async function bringPeople(unit: ImportUnit, work: Work<PeoplePreset>): Promise<Verdict> {
  const { request, preset, site, at, newId } = work;
  const table = await openTable(request.file, readingOf(work), columnsAsked(preset));
  if (!table.ok) return drop(table.refusal);
  const read = personReader(table.value, preset, await unit.teams());
  if (!read.ok) {
    await table.value.close();
    return drop(read.refusal);
  }
  const once = onceEach();
  const intake = await takeRows(table.value, read.value, { request, take: once.take });
  if (!intake.ok) return drop(intake.refusal);

  const known = await unit.people();
  const elsewhere = await unit.emailsElsewhere(once.rows.flatMap(({ email }) => email ?? []));
  const today = dayAt(at, site.zone);
  const plan = planPeople(once.rows, { known, elsewhere }, { today, newId });
  const bad = [...once.repeats, ...plan.bad];
  for (const one of bad) intake.value.rejects.add(one);
  if (bad.length > 0) await request.onBad?.(bad);

  const { added, changed, unchanged } = plan;
  const report = {
    dataset: "people" as const,
    ...intakeReport(intake.value),
    added,
    changed,
    unchanged,
    newAgents: [],
  };
  const decided = verdict(request, report);
  if (!decided.keep) return decided;
  request.signal?.throwIfAborted();
  const batch = newId();
  await unit.savePeople(batch, plan.changes);
  const seated = plan.changes.map(({ id, before, after }) => ({
    id,
    before: before?.assignments,
    after: after.assignments,
  }));
  await unit.addDue(dueBySeats(seated, today), causeOf(work, batch));
  return { keep: true, value: done({ ...report, batch }) };
}
