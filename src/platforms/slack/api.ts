import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@slack/bolt";
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from "@slack/web-api";
import { NotDelivered } from "../../chat/platform.ts";
import type { Log } from "../../kernel/log.ts";
import { notDelivered } from "./faults.ts";

/** A response URL that Slack no longer takes answers at. */
class Unanswerable extends Error {
  override readonly name = "Unanswerable";
  readonly reason: string;
  constructor(reason: string) {
    super(`the response URL was refused: ${reason}`);
    this.reason = reason;
  }
}

const mostAttempts = 5;
const usualTimeoutMs = 10_000;

/** Slack's own code for what went wrong (`channel_not_found`, `used_url`, …), or the kind of failure. */
export function codeOf(error: unknown): string {
  if (error instanceof NotDelivered) return error.code;
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof Unanswerable) return error.reason;
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIRateLimitedError) return "ratelimited";
  return error instanceof Error ? error.name : "unknown";
}

/** Slack's Web API as this platform uses it. */
export type SlackApi = {
  /** Calls one method; told to slow down, it waits as long as Slack says and tries again, five times at most. */
  readonly call: <T>(does: (client: WebClient) => Promise<T>) => Promise<T>;
  /** Calls one method, once; throws `NotDelivered`. */
  readonly once: <T>(does: (client: WebClient) => Promise<T>) => Promise<T>;
  /** Posts to a response URL; throws when Slack no longer takes it. */
  readonly respond: (url: string, message: object) => Promise<void>;
  /** Reads a file that somebody sent, with the bot's token. */
  readonly download: (url: string) => Promise<Uint8Array>;
  /** Sends a file's bytes to the address that Slack gave for them. */
  readonly upload: (url: string, bytes: Uint8Array) => Promise<void>;
};

export type ApiDeps = {
  readonly botToken: string;
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
  readonly log: Log;
  readonly logger: Logger;
};

/** The client makes nothing of a 429 that does not say in whole seconds when to come back. */
async function fetched(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (response.status !== 429 || /^\d/.test(response.headers.get("retry-after") ?? "")) return response;
  throw new WebAPIRateLimitedError(1);
}

/**
 * Nothing is sent again but what Slack says it did not take (429): after a timeout a message may have arrived, and a
 * second one would be worse than none.
 */
export function slackApi({ botToken, apiUrl, timeoutMs = usualTimeoutMs, log, logger }: ApiDeps): SlackApi {
  const client = new WebClient(botToken, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    fetch: fetched,
    logger,
  });

  async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof WebAPIRateLimitedError) || tried >= mostAttempts) throw error;
        log.warn({ seconds: error.retryAfter }, "Slack asks to slow down");
        await wait(error.retryAfter * 1000);
      }
    }
  }

  async function request(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    if (response.status === 429) throw new WebAPIRateLimitedError(Number(response.headers.get("retry-after") ?? 1));
    return response;
  }

  async function respondOnce(url: string, message: object) {
    const headers = { "content-type": "application/json" };
    const response = await request(url, { method: "POST", headers, body: JSON.stringify(message) });
    const body = await response.text();
    const reason = /"error"\s*:\s*"([^"]+)"/.exec(body)?.[1];
    if (!response.ok || reason !== undefined) throw new Unanswerable(reason ?? `http_${response.status}`);
  }

  return {
    call: (does) => patiently(() => does(client)),
    async once(does) {
      try {
        return await does(client);
      } catch (error) {
        throw notDelivered(error);
      }
    },
    respond: (url, message) => patiently(() => respondOnce(url, message)),
    async download(url) {
      const response = await patiently(() => request(url, { headers: { authorization: `Bearer ${botToken}` } }));
      if (!response.ok) throw new Error(`the file could not be read from Slack: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async upload(url, bytes) {
      const body = new Uint8Array(bytes);
      const response = await patiently(() => request(url, { method: "POST", body }));
      if (!response.ok) throw new Error(`the file could not be sent to Slack: ${response.status}`);
    },
  };
}
