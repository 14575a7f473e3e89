import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { undone } from "./people.ts";
import type { RevertRefusal, RevertReport } from "./request.ts";
import { dueBySeats } from "./seats.ts";
import type { Batch, Cause, ImportSite, ImportUnit } from "./store.ts";

/** Puts people back as they were before a batch; those it added go, unless something stands on them. */
async function revertPeople(unit: ImportUnit, batch: Batch, today: LocalDate, cause: Cause) {
  const touched = (await unit.touched(batch)).filter((person) => person.is === "here");
  const mine = touched.filter(({ before }) => before === undefined);
  const unused = mine.filter(({ used }) => !used);
  const restored = touched.flatMap(({ id, before, after, now }) =>
    before === undefined ? [] : [{ id, now, state: undone(now, before, after) }],
  );
  await unit.restorePeople(restored.map(({ id, state }) => ({ id, state })));
  const seated = restored.map(({ id, now, state }) => ({ id, before: now.assignments, after: state.assignments }));
  await unit.addDue(dueBySeats(seated, today), cause);
  await unit.removePeople(unused.map(({ id }) => id));
  const kept = mine.filter(({ used }) => used).map(({ name }) => name);
  return { removed: unused.length, restored: restored.length, kept };
}

/** Puts the rows of a batch back; undefined where it is of people. */
function revertRows(unit: ImportUnit, batch: Batch, cause: Cause) {
  if (batch.dataset === "people") return undefined;
  return batch.dataset === "duty" ? unit.revertDuties(batch) : unit.revertRecords(batch.dataset, batch, cause);
}

/** Takes a batch back; refused when it was before, or when a later one stands on its rows. */
export async function revertBatch(
  unit: ImportUnit,
  batch: Batch,
  { site, at }: { readonly site: ImportSite; readonly at: Date },
): Promise<{ keep: boolean; value: Outcome<RevertReport, RevertRefusal> }> {
  if (batch.revertedAt !== undefined) {
    const value = refuse({ why: "already-reverted", batch: batch.id, at: batch.revertedAt });
    return { keep: false, value };
  }
  const by = await unit.overwrittenBy(batch);
  if (by !== undefined) return { keep: false, value: refuse({ why: "overwritten", batch: batch.id, by }) };
  const { dataset, file } = batch;
  const cause: Cause = { why: "revert", batch: batch.id, dataset, file, at };
  const records = await revertRows(unit, batch, cause);
  const people = await revertPeople(unit, batch, dayAt(at, site.zone), cause);
  await unit.markReverted(batch, at);
  const counts = records ?? people;
  const report = { removed: counts.removed, restored: counts.restored, kept: people.kept };
  return { keep: true, value: done({ batch: batch.id, site: site.id, dataset, ...report }) };
}
