import { isDeepStrictEqual } from "node:util";
import { type Path, pathText } from "./problem.ts";

/** One difference between the file and what stands. */
export type Change =
  | { readonly is: "added"; readonly path: string }
  | { readonly is: "changed"; readonly path: string; readonly from: unknown; readonly to: unknown };

type Fields = Readonly<Record<string, unknown>>;
type Named = Fields & { readonly id: string };

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTable = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.some(isRecord);
const isNamed = (value: unknown): value is Named => isRecord(value) && typeof value.id === "string";

/** A list whose every row has an id of its own. */
const isNamedTable = (value: unknown): value is readonly Named[] =>
  isTable(value) && value.every(isNamed) && new Set(value.map(({ id }) => id)).size === value.length;

/** Rows are compared by their ids, so that one that comes in between moves none of the others. */
function namedDifferences(path: Path, from: readonly Named[], to: readonly Named[]): Change[] {
  const [before, after] = [from, to].map((rows) => new Map(rows.map(({ id, ...row }) => [id, row])));
  const ids = [...new Set([...from, ...to].map(({ id }) => id))];
  const changes = ids.flatMap((id): Change[] => {
    const [was, is] = [before?.get(id), after?.get(id)];
    return was === undefined ? [{ is: "added", path: pathText([...path, id]) }] : differences([...path, id], was, is);
  });
  const staying = (rows: readonly Named[]) =>
    rows.flatMap(({ id }) => (before?.has(id) && after?.has(id) ? [id] : [])).join(", ");
  const [was, is] = [staying(from), staying(to)];
  return was === is ? changes : [...changes, { is: "changed", path: pathText(path), from: was, to: is }];
}

/** The differences of two values by the innermost paths that differ. */
export function differences(path: Path, from: unknown, to: unknown): Change[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (isRecord(from) && isRecord(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
      differences([...path, key], from[key], to[key]),
    );
  }
  if (isNamedTable(from) && isNamedTable(to)) return namedDifferences(path, from, to);
  if (isTable(from) && isTable(to)) {
    const longer = from.length > to.length ? from : to;
    return longer.flatMap((_, index) => differences([...path, index], from[index], to[index]));
  }
  return [{ is: "changed", path: pathText(path), from, to }];
}
