import { createHmac, randomUUID } from "node:crypto";
import { stringify } from "node:querystring";
import type { WebSocket } from "ws";
import type { StandIn } from "./server.ts";

export const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";

/** Something that happened in the workspace, as Slack tells an app of it. */
export type Event = {
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What the app answered at once: over HTTP with a status, over the WebSocket always 200. */
export type Acknowledged = { readonly status: number; readonly body: unknown };

export type Wire = (event: Event, retry?: number) => Promise<Acknowledged>;

/** The time within which Slack wants its acknowledgement. */
const patienceMs = 3000;

const parsed = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

/** A request as Slack signs it. */
export function signed(body: string, type: string, at = Date.now(), secret = signingSecret): RequestInit {
  const seconds = Math.floor(at / 1000);
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;
  const headers = {
    "content-type": type,
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": signature,
  };
  return { method: "POST", headers, body };
}

const form = "application/x-www-form-urlencoded";

/** An event as the body of a request. */
export function written({ type, payload }: Event): { readonly body: string; readonly type: string } {
  if (type === "events_api") return { body: JSON.stringify(payload), type: "application/json" };
  if (type === "interactive") return { body: stringify({ payload: JSON.stringify(payload) }), type: form };
  return { body: stringify(payload as Record<string, string>), type: form };
}

/** Delivers events as signed requests. */
export const overHttp =
  (url: () => string): Wire =>
  async (event, retry) => {
    const { body, type } = written(event);
    const request = signed(body, type);
    const again =
      retry === undefined ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" };
    const response = await fetch(url(), {
      ...request,
      headers: { ...(request.headers as Record<string, string>), ...again },
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: Error) => {
      const isRefused = error.cause instanceof Error && "code" in error.cause && error.cause.code === "ECONNREFUSED";
      throw isRefused ? new Error("nobody listens", { cause: error }) : error;
    });
    return { status: response.status, body: parsed(await response.text()) };
  };

/** Delivers events in envelopes over the open WebSocket. */
export const overSocket =
  (stand: StandIn): Wire =>
  async ({ type, payload }, retry) => {
    const socket = stand.socket();
    if (socket === undefined) throw new Error("nobody listens");
    const envelope_id = randomUUID();
    const again = retry === undefined ? {} : { retry_attempt: retry, retry_reason: "timeout" };
    const acknowledged = acknowledgement(socket, envelope_id);
    socket.send(
      JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type !== "events_api", ...again }),
    );
    return { status: 200, body: await acknowledged };
  };

const acknowledgement = (socket: WebSocket, id: string) =>
  new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("not acknowledged within 3 s")), patienceMs);
    const listener = (data: { toString(): string }) => {
      const answer = parsed(data.toString()) as { envelope_id?: string; payload?: unknown };
      if (answer.envelope_id !== id) return;
      clearTimeout(late);
      socket.off("message", listener);
      resolve(answer.payload);
    };
    socket.on("message", listener);
  });
