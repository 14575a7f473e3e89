import type { Say } from "../../kernel/locale.ts";

export type Path = readonly (string | number)[];

/** A place in a file: the line and column, or the line of a table; nothing where it is in no one place. */
export type Place = { readonly line?: number; readonly column?: number };

/** What is wrong in a file, and where: the path, and the place in the file if there is one. */
export type ConfigProblem = Place & {
  readonly path: string;
  readonly message: Say;
};

/** A path as people write it: `sites.harbour.weekend[1]`. */
export const pathText = (path: Path): string =>
  path.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`)).join("");
