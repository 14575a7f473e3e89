import type { IncomingMessage, ServerResponse } from "node:http";
import { nearestLocale, type Say } from "../kernel/locale.ts";
import type { Log } from "../kernel/log.ts";
import type { Dashboard } from "./dashboard.ts";
import { type Entry, gate } from "./gate.ts";
import { isFromHere } from "./here.ts";
import { opsWords } from "./messages.ts";
import type { Metrics } from "./metrics.ts";

export type OpsDeps = {
  readonly log: Log;
  /** Whether the house can answer. */
  readonly ready: () => Promise<boolean>;
  readonly metrics: Pick<Metrics, "text">;
  /** Opens the queue's page, under a path of this server; throws while the queue cannot be reached. */
  readonly openDashboard: (base: string) => Promise<Dashboard>;
  /** FAIRLINE_ADMIN_PASSWORD; without one there are no admin pages. */
  readonly password: string | undefined;
  /** Answers a request for a recording; false where it is for something else. */
  readonly recordings: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly wrongMs?: number;
};

/** The pages for those who operate the house. */
export type Ops = {
  /** Whether a path is one of `/metrics`, `/admin` and `/recordings`, which another server on this machine may hand over. */
  owns(path: string): boolean;
  /** Answers one request, also for `/healthz` and `/readyz`. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
};

const recordingsPath = "/recordings";
const adminPath = "/admin";
const queuePath = "/admin/queue";
const under = (base: string, path: string) => path === base || path.startsWith(`${base}/`);

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  const type = { "content-type": "text/plain; charset=utf-8" };
  response.writeHead(status, { ...type, "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers });
  response.end(body);
}

function sendLine(request: IncomingMessage, response: ServerResponse, status: number, words: Say, headers = {}): void {
  const locale = nearestLocale(request.headers["accept-language"]) ?? "en";
  send(response, status, `${words(locale)}\n`, headers);
}

const sendJson = (response: ServerResponse, status: number, body: object) =>
  send(response, status, JSON.stringify(body), { "content-type": "application/json; charset=utf-8" });

const challenge = { "www-authenticate": 'Basic realm="Fairline", charset="UTF-8"' };

/** Metrics, the queue's page and the house's health, over HTTP. */
export function ops({ log, ready, metrics, openDashboard, password, recordings, wrongMs }: OpsDeps): Ops {
  const enter = gate({ password, log, ...(wrongMs === undefined ? {} : { wrongMs }) });
  let opening: Promise<Dashboard> | undefined;

  function dashboardNow(): Promise<Dashboard> {
    opening ??= openDashboard(queuePath).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  /** Whether somebody is let in; answers whoever is not, where no password is set with `off`. */
  function isIn(
    entry: Entry,
    off: { readonly status: number; readonly words: Say },
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    if (entry === "in") return true;
    if (entry === "off") sendLine(request, response, off.status, off.words);
    else if (entry === "too many") sendLine(request, response, 429, opsWords.tooMany, { "retry-after": "60" });
    else sendLine(request, response, 401, opsWords.signIn, challenge);
    return false;
  }

  async function admin(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isIn(await enter(request), { status: 404, words: opsWords.adminOff }, request, response)) return;
    if (path === adminPath || path === `${adminPath}/`) return send(response, 302, "", { location: queuePath });
    if (!under(queuePath, path)) return sendLine(request, response, 404, opsWords.nothing);
    let shown: Dashboard;
    try {
      shown = await dashboardNow();
    } catch (error) {
      log.warn({ error }, "the queue's page could not be opened");
      return sendLine(request, response, 503, opsWords.queueAway);
    }
    shown.answer(request, response);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await recordings(request, response)) return;
    const [path = "/"] = (request.url ?? "/").split("?");
    const isLook = request.method === "GET" || request.method === "HEAD";
    if (!isLook) return sendLine(request, response, 405, opsWords.onlyLook, { allow: "GET, HEAD" });
    if (path === "/healthz") return sendJson(response, 200, { ok: true });
    if (path === "/readyz") {
      const isReady = await ready().catch(() => false);
      return sendJson(response, isReady ? 200 : 503, { ok: isReady });
    }
    if (under(adminPath, path)) return admin(path, request, response);
    if (path !== "/metrics") return sendLine(request, response, 404, opsWords.nothing);
    const far = { status: 403, words: opsWords.metricsFar };
    if (!isFromHere(request) && !isIn(await enter(request), far, request, response)) return;
    const { type, body } = await metrics.text();
    send(response, 200, body, { "content-type": type });
  }

  return {
    owns: (path) => path === "/metrics" || under(adminPath, path) || under(recordingsPath, path),
    answer(request, response) {
      answer(request, response).catch((error: unknown) => {
        log.error({ error }, "a page for operators failed");
        if (response.headersSent) response.destroy();
        else sendLine(request, response, 500, opsWords.fault);
      });
    },
    async close() {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}
