import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cannotStart } from "../kernel/cannot-start.ts";
import type { Log } from "../kernel/log.ts";
import type { Ops } from "./ops.ts";

export type ApartDeps = {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Somebody named the port, so that there is no going on without it. */
  readonly isPortAsked: boolean;
  readonly log: Log;
  /** Shows a line to whoever starts the house. */
  readonly tell: (line: string) => void;
};

type Served = { readonly url?: string; readonly close: () => Promise<void> };

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program; set PORT to a free one",
  EACCES: "may not be opened by this user; set PORT to another",
  EADDRNOTAVAIL: "is on no address of this machine; set HOST to one that is",
  ENOTFOUND: "is on a host that nobody knows; set HOST to an address of this machine",
};

const address = (host: string, { port }: AddressInfo) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/**
 * Serves health, metrics and the admin pages where no platform does. A port that cannot be opened is thrown in words if
 * somebody asked for it; else the house goes on without.
 */
export async function serveApart(pages: Pick<Ops, "answer">, deps: ApartDeps): Promise<Served> {
  const { host, port, isPortAsked, log, tell } = deps;
  const server = createServer(pages.answer);
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const why = `Port ${port} on ${host} ${reasons[code] ?? `cannot be opened (${message})`}.`;
    if (isPortAsked || code !== "EADDRINUSE") throw cannotStart(`Health and metrics cannot be served. ${why}`, error);
    log.warn({ port, host }, "health and metrics are not served: the port is taken, and PORT is not set");
    tell(`Health and metrics are not served. ${why}`);
    return { close: async () => undefined };
  }
  const url = address(host, server.address() as AddressInfo);
  tell(`Health and metrics: ${url}/healthz, ${url}/metrics`);
  return {
    url,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), 1_000);
      await closed;
      clearTimeout(late);
    },
  };
}
