import type { IncomingHttpHeaders } from "node:http";
import { type Refusal, refusals } from "./refusals.ts";

type Incoming = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders };

/** The names under which the page answers; any other is another site's name that was pointed at this machine. */
const hostsOf = (port: number): readonly string[] =>
  ["127.0.0.1", "localhost", "[::1]"].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);

/** Somebody followed a link to the page from elsewhere, which only shows it to them. */
const isVisit = ({ method, url, headers }: Incoming) =>
  method === "GET" &&
  !url.startsWith("/api/") &&
  headers["sec-fetch-mode"] === "navigate" &&
  headers["sec-fetch-dest"] === "document";

/** Why a request may not come in: only this machine's own page and programs without a page may call. */
export function refusalOf(request: Incoming, port: number): Refusal | undefined {
  const { host = "", origin, "sec-fetch-site": site = "none" } = request.headers;
  const hosts = hostsOf(port);
  if (!hosts.includes(host.toLowerCase())) return refusals.foreignHost;
  if (origin !== undefined && !hosts.some((name) => origin.toLowerCase() === `http://${name}`)) {
    return refusals.foreignOrigin;
  }
  const foreign = site !== "same-origin" && site !== "none";
  return foreign && !isVisit(request) ? refusals.foreignOrigin : undefined;
}

/** What every answer tells the browser: nothing from elsewhere, nothing inline, no frames, no guessing of types. */
export const safeHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;
