import { done, type Outcome } from "../../kernel/outcome.ts";
import { type Intake, intakeReport, takeRows } from "./intake.ts";
import { type Agents, agents } from "./mapping/agents.ts";
import { type Contact, contactReader, type Taken } from "./mapping/interactions.ts";
import { columnsAsked, type InteractionsPreset } from "./mapping/preset.ts";
import type { FileRefusal } from "./reading/refusal.ts";
import type { Row } from "./reading/row.ts";
import { openTable, type Table } from "./reading/table.ts";
import type { ImportReport, ImportRequest } from "./request.ts";
import type { ImportUnit } from "./store.ts";
import { drop, keep, type Verdict, verdict, type Work } from "./work.ts";

type Opened = { readonly table: Table; readonly read: (row: Row) => Taken<Contact>; readonly roster: Agents };

/** Opens the file from its start, with agents as the roster knows them. */
async function openContacts(unit: ImportUnit, work: Work<InteractionsPreset>): Promise<Outcome<Opened, FileRefusal>> {
  const { request, preset, site, at, newId } = work;
  const roster = agents(await unit.roster(), preset.unknownAgents, newId);
  const reading = request.encoding === undefined ? preset : { ...preset, encoding: request.encoding };
  const table = await openTable(request.file, reading, columnsAsked(preset));
  if (!table.ok) return table;
  const read = contactReader(table.value, preset, { zone: site.zone, at, agents: roster });
  if (!read.ok) {
    await table.value.close();
    return read;
  }
  return done({ table: table.value, read: read.value, roster });
}

const report = (intake: Intake, roster: Agents, found: Pick<ImportReport, "added" | "changed" | "unchanged">) => ({
  dataset: "interactions" as const,
  ...intakeReport(intake),
  ...found,
  newAgents: roster.added().map(({ name }) => name),
});

const repeatsAtOnce = 10_000;

/** Takes out the rows whose source id an earlier line has, and counts them among the bad ones. */
async function rejectRepeats(unit: ImportUnit, { rejects }: Intake, request: ImportRequest): Promise<void> {
  const count = await unit.takeRepeats();
  for (let from = 0; from < count; from += repeatsAtOnce) {
    const bad = (await unit.repeats(from, repeatsAtOnce)).map(({ line, sourceId: value, firstLine }) => ({
      line,
      problems: [{ why: "repeated", field: "sourceId", value, firstLine } as const],
    }));
    for (const one of bad) rejects.add(one);
    await request.onBad?.(bad);
  }
}

/** The way that any file may go: into staging, compared there with what is kept, and merged. */
async function byStaging(unit: ImportUnit, work: Work<InteractionsPreset>, source: string): Promise<Verdict> {
  const { request, newId } = work;
  const opened = await openContacts(unit, work);
  if (!opened.ok) return drop(opened.refusal);
  const { table, read, roster } = opened.value;
  const staging = unit.stage();
  const intake = await takeRows(table, read, { request, take: staging.add, flush: staging.flush });
  await staging.end();
  if (!intake.ok) return drop(intake.refusal);

  request.onProgress?.({ is: "checking", rows: intake.value.rows });
  await rejectRepeats(unit, intake.value, request);
  const comparison = await unit.compare(source);
  const found = report(intake.value, roster, comparison);
  const decided = verdict(request, found);
  if (!decided.keep) return decided;
  request.signal?.throwIfAborted();

  request.onProgress?.({ is: "merging", rows: intake.value.rows });
  const batch = newId();
  await unit.addAgents(batch, roster.added());
  await unit.merge(source, batch, comparison);
  return keep({ ...found, batch });
}

/** The way of a source's first file, to where its contacts stay; undefined when a row is bad or comes twice. */
async function straight(
  unit: ImportUnit,
  work: Work<InteractionsPreset>,
  source: string,
): Promise<Verdict | undefined> {
  const { request, newId } = work;
  const opened = await openContacts(unit, work);
  if (!opened.ok) return drop(opened.refusal);
  const { table, read, roster } = opened.value;
  const batch = newId();
  const way = await unit.straightIn(source, batch);
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
  await unit.tally(days);
  const [from, to] = [days[0], days.at(-1)];
  const span = from === undefined || to === undefined ? {} : { from, to, dataAsOf: new Date(dataAsOf * 1000) };
  return keep({ ...report(intake.value, roster, { added: rows, changed: 0, unchanged: 0 }), ...span, batch });
}

/** Brings contacts in. A source's first file is hoped to be good and goes straight in; if it is not, it starts again. */
export async function bringContacts(unit: ImportUnit, work: Work<InteractionsPreset>): Promise<Verdict> {
  const { request, preset, site } = work;
  const rule = preset.unknownAgents;
  if (rule !== "refuse" && !(await unit.teams()).some(({ id }) => id === rule.add.team)) {
    return drop({ why: "no-team", team: rule.add.team, site: site.id });
  }
  const source = request.source ?? request.preset ?? "default";
  const isFirst = !request.dryRun && (await unit.isFirst(source));
  return (isFirst ? await straight(unit, work, source) : undefined) ?? byStaging(unit, work, source);
}
