import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export type PageFile = { readonly type: string; readonly content: Buffer };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The files of the page by the path they are served at. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const folder = fileURLToPath(new URL("./page/", import.meta.url));
  const files = readdirSync(folder).flatMap((name) => {
    const type = types[extname(name)];
    if (type === undefined) return [];
    const path = name === "index.html" ? "/" : `/page/${name}`;
    return [[path, { type, content: readFileSync(`${folder}${name}`) }] as const];
  });
  return new Map(files);
}
