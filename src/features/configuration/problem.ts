import type { Say } from "../../kernel/locale.ts";

export type Path = readonly (string | number)[];

/** What is wrong in a file, and where: the path, and the line and column if the place is in the file. */
export type ConfigProblem = {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: Say;
};

/** A path as people write it: `sites.harbour.weekend[1]`. */
export const pathText = (path: Path): string =>
  path.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`)).join("");
