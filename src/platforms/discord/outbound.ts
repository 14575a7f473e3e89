import { REST, type RESTOptions } from "discord.js";
import { z } from "zod";
import { notDelivered } from "./faults.ts";
import { request } from "./request.ts";

/** Sends one request of its own accord, once; throws `NotDelivered`. */
export type Send = (ask: (rest: REST) => Promise<unknown>) => Promise<unknown>;

type Deps = { readonly token: string; readonly api?: string; readonly timeoutMs?: number };

const usualTimeoutMs = 15_000;
/** For so long nothing is sent after Discord did not take the token: it shuts out whoever goes on. */
const tokenRestMs = 60_000;

const limited = z.object({ retry_after: z.number() });

/** The library reads from a header alone when to come back; Discord says it more exactly in the body. */
const telling = (async (...given: Parameters<typeof request>) => {
  const response = await request(...given);
  if (response.status !== 429) return response;
  const body: unknown = await response.json().catch(() => undefined);
  const seconds = limited.safeParse(body).data?.retry_after ?? (Number(response.headers.get("retry-after")) || 1);
  const headers = new Headers([...response.headers]);
  headers.set("retry-after", String(seconds));
  return new Response(null, { status: 429, headers });
}) as unknown as RESTOptions["makeRequest"];

/**
 * A second way to Discord's REST interface beside the client's, for what the house posts of its own accord. The client
 * waits at a limit and tries again after a failure; here a limit is told at once, and nothing is sent a second time.
 */
export function outbound({ token, api, timeoutMs = usualTimeoutMs }: Deps) {
  const rest = new REST({
    makeRequest: telling,
    retries: 0,
    offset: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    ...(api === undefined ? {} : { api }),
  }).setToken(token);

  const send: Send = async (ask) => {
    try {
      return await ask(rest);
    } catch (error) {
      const fault = notDelivered(error);
      if (fault.code === "401") setTimeout(() => rest.setToken(token), tokenRestMs).unref();
      throw fault;
    }
  };

  return {
    send,
    close(): void {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
