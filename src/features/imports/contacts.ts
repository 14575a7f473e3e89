import { done } from "../../kernel/outcome.ts";
import { takeRows } from "./intake.ts";
import { agents } from "./mapping/agents.ts";
import { contactReader } from "./mapping/interactions.ts";
import { columnsAsked, type InteractionsPreset } from "./mapping/preset.ts";
import { openTable } from "./reading/table.ts";
import { byStaging, type Open, reportOf } from "./staged.ts";
import type { ImportUnit } from "./store.ts";
import { causeOf, drop, keep, readingOf, sourceOf, type Verdict, type Work } from "./work.ts";

/** Opens the file from its start, with agents as the roster knows them. */
const opening =
  (unit: ImportUnit, work: Work<InteractionsPreset>): Open<"interactions"> =>
  async () => {
    const { request, preset, site, at, newId } = work;
    const roster = agents(await unit.roster(), preset.unknownAgents, newId);
    const table = await openTable(request.file, readingOf(work), columnsAsked(preset));
    if (!table.ok) return table;
    const read = contactReader(table.value, preset, { zone: site.zone, at, agents: roster });
    if (!read.ok) {
      await table.value.close();
      return read;
    }
    return done({ table: table.value, read: read.value, roster });
  };

/** The way of a source's first file, to where its contacts stay; undefined when a row is bad or comes twice. */
async function straight(
  unit: ImportUnit,
  work: Work<InteractionsPreset>,
  open: Open<"interactions">,
): Promise<Verdict | undefined> {
  const { request, newId } = work;
  const opened = await open();
  if (!opened.ok) return drop(opened.refusal);
  const { table, read, roster } = opened.value;
  const batch = newId();
  const way = await unit.straightIn(sourceOf(request), batch);
  const isOver = (bad: number) => bad > 0 || way.isOff();
  const intake = await takeRows(table, read, { request, take: way.add, flush: way.flush, isOver });
  if (intake === undefined) {
    await way.undo();
    return undefined;
  }
  const arrived = await way.end();
  if (!intake.ok) return drop(intake.refusal);
  if (arrived === undefined) return undefined;
  request.signal?.throwIfAborted();

  request.onProgress?.({ is: "merging", rows: intake.value.rows });
  const { rows, days, dataAsOf } = arrived;
  await unit.addAgents(batch, roster.added());
  await unit.addUp(days, causeOf(work, batch));
  const [from, to] = [days[0], days.at(-1)];
  const span = from === undefined || to === undefined ? {} : { from, to, dataAsOf: new Date(dataAsOf * 1000) };
  const found = { added: rows, changed: 0, unchanged: 0, ...span };
  return keep({ ...reportOf("interactions", intake.value, roster, found), batch });
}

/** Brings contacts in. A source's first file is hoped to be good and goes straight in; if it is not, it starts again. */
export async function bringContacts(unit: ImportUnit, work: Work<InteractionsPreset>): Promise<Verdict> {
  const { request, preset, site } = work;
  const rule = preset.unknownAgents;
  if (rule !== "refuse" && !(await unit.teams()).some(({ id }) => id === rule.add.team)) {
    return drop({ why: "no-team", team: rule.add.team, site: site.id });
  }
  const open = opening(unit, work);
  const isFirst = !request.dryRun && (await unit.isFirst(sourceOf(request)));
  return (isFirst ? await straight(unit, work, open) : undefined) ?? byStaging(unit, "interactions", work, open);
}
