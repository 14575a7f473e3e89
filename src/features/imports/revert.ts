import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { undone } from "./people.ts";
import type { RevertRefusal, RevertReport } from "./request.ts";
import type { Batch, ImportUnit } from "./store.ts";

/** Puts people back as they were before a batch; those it added go, unless something stands on them. */
async function revertPeople(unit: ImportUnit, batch: Batch) {
  const touched = (await unit.touched(batch)).filter((person) => person.is === "here");
  const mine = touched.filter(({ before }) => before === undefined);
  const unused = mine.filter(({ used }) => !used);
  const restored = touched.flatMap(({ id, before, after, now }) =>
    before === undefined ? [] : [{ id, state: undone(now, before, after) }],
  );
  await unit.restorePeople(restored);
  await unit.removePeople(unused.map(({ id }) => id));
  const kept = mine.filter(({ used }) => used).map(({ name }) => name);
  return { removed: unused.length, restored: restored.length, kept };
}

/** Takes a batch back; refused when it was before, or when a later one stands on its rows. */
export async function revertBatch(
  unit: ImportUnit,
  batch: Batch,
  at: Date,
): Promise<{ keep: boolean; value: Outcome<RevertReport, RevertRefusal> }> {
  if (batch.revertedAt !== undefined) {
    const value = refuse({ why: "already-reverted", batch: batch.id, at: batch.revertedAt });
    return { keep: false, value };
  }
  const by = await unit.overwrittenBy(batch);
  if (by !== undefined) return { keep: false, value: refuse({ why: "overwritten", batch: batch.id, by }) };
  const contacts = batch.dataset === "interactions" ? await unit.revertContacts(batch) : undefined;
  const people = await revertPeople(unit, batch);
  await unit.markReverted(batch, at);
  const counts = contacts ?? people;
  const report = { removed: counts.removed, restored: counts.restored, kept: people.kept };
  return { keep: true, value: done({ batch: batch.id, dataset: batch.dataset, ...report }) };
}
