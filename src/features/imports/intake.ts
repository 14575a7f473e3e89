import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Taken } from "./mapping/interactions.ts";
import { type BadRow, type Rejects, rejects } from "./mapping/problem.ts";
import type { FileRefusal } from "./reading/refusal.ts";
import type { Row } from "./reading/row.ts";
import type { Table } from "./reading/table.ts";
import type { ImportRequest } from "./request.ts";

/** The rows of a table as they were taken: how many there were, and the bad ones. */
export type Intake = { readonly rows: number; readonly skipped: number; readonly rejects: Rejects };

/** Where rows go: `take` is given each good one, `flush` is waited for now and then. */
type Way<T> = {
  readonly request: ImportRequest;
  readonly take: (row: T) => void;
  readonly flush?: () => Promise<void>;
  /** Asked before any bad row is told of; the table is left when it says so. */
  readonly isOver?: (bad: number) => boolean;
};

type Read<T> = (row: Row) => Taken<T>;
type Taking = Outcome<Intake, FileRefusal>;

/** Reads a table to its end; undefined when its way was over before. */
export function takeRows<T>(table: Table, read: Read<T>, way: Omit<Way<T>, "isOver">): Promise<Taking>;
export function takeRows<T>(table: Table, read: Read<T>, way: Way<T>): Promise<Taking | undefined>;
export async function takeRows<T>(
  table: Table,
  read: Read<T>,
  { request, take, flush, isOver }: Way<T>,
): Promise<Taking | undefined> {
  const bad = rejects();
  let rows = 0;
  let skipped = 0;
  for await (const part of table.rows) {
    request.signal?.throwIfAborted();
    if (!part.ok) return refuse(part.refusal);
    const wrong: BadRow[] = [];
    for (const row of part.value) {
      const taken = read(row);
      rows += 1;
      if (taken.is === "row") take(taken.row);
      else if (taken.is === "bad") wrong.push(taken.bad);
      else skipped += 1;
    }
    for (const one of wrong) bad.add(one);
    if (isOver?.(bad.rows())) return undefined;
    if (wrong.length > 0) await request.onBad?.(wrong);
    await flush?.();
    const { bytes } = request.file;
    request.onProgress?.({ is: "reading", bytes: table.bytesRead(), of: bytes, rows, bad: bad.rows() });
  }
  return rows === 0 ? refuse({ why: "no-rows" }) : done({ rows, skipped, rejects: bad });
}

/** The part of a report that the rows themselves tell. */
export const intakeReport = ({ rows, skipped, rejects: bad }: Intake) => ({
  rows,
  skipped,
  rejected: bad.rows(),
  bad: bad.first(),
  reasons: bad.reasons(),
});
