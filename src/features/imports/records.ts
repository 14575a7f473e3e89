import { done } from "../../kernel/outcome.ts";
import { agents } from "./mapping/agents.ts";
import type { RecordDataset } from "./mapping/datasets.ts";
import { columnsAsked, type PresetOf } from "./mapping/preset.ts";
import { recordReader } from "./mapping/records.ts";
import { openTable } from "./reading/table.ts";
import { byStaging } from "./staged.ts";
import type { ImportUnit } from "./store.ts";
import { readingOf, type Verdict, type Work } from "./work.ts";

/** Brings in rows of a dataset whose agents are all on the roster. */
export function bringRecords(
  unit: ImportUnit,
  work: Work<PresetOf<Exclude<RecordDataset, "interactions">>>,
): Promise<Verdict> {
  const { request, preset, site, at, newId } = work;
  const { dataset } = preset;
  return byStaging(unit, dataset, work, async () => {
    const roster = agents(await unit.roster(), "refuse", newId);
    const table = await openTable(request.file, readingOf(work), columnsAsked(preset));
    if (!table.ok) return table;
    const read = recordReader(dataset, table.value, preset, { zone: site.zone, at, agents: roster });
    if (!read.ok) {
      await table.value.close();
      return read;
    }
    return done({ table: table.value, read: read.value, roster });
  });
}
