import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "./kernel/log.ts";

/** Something that was opened and must be closed. */
export type Opened = { readonly name: string; readonly close: () => Promise<void> };

type Closing = {
  readonly log: Log;
  /** Until all must be closed, in milliseconds. */
  readonly withinMs: number;
  /** Aborted when somebody grows impatient. */
  readonly hurry: AbortSignal;
};

/** What those that are still to be closed are sure of, however slow the ones before them are. */
const reserveMs = 3_000;
const hurriedMs = 2_500;

/** Resolves after a time, or when `cut` is aborted. */
const pause = (ms: number, cut?: AbortSignal) =>
  wait(ms, undefined, { ref: false, ...(cut && { signal: cut }) }).catch(() => undefined);

/**
 * Closes everything, the last opened first, and resolves in time even if something hangs; gives whether all went well.
 * One that fails or hangs is logged and does not keep the others from being closed.
 */
export async function closeAll(opened: readonly Opened[], { log, withinMs, hurry }: Closing): Promise<boolean> {
  let endsAt = performance.now() + withinMs;
  const shorten = () => {
    endsAt = Math.min(endsAt, performance.now() + hurriedMs);
  };
  if (hurry.aborted) shorten();
  hurry.addEventListener("abort", shorten);

  /** One of `left` that are still to be closed. */
  async function closeOne({ name, close }: Opened, left: number): Promise<boolean> {
    let ended: "well" | "badly" | undefined;
    const closing = Promise.resolve()
      .then(close)
      .then(
        () => {
          ended = "well";
        },
        (error: unknown) => {
          ended = "badly";
          log.error({ error, name }, "could not be closed");
        },
      );
    const budget = () => {
      const ms = endsAt - performance.now();
      return Math.max(0, left === 1 ? ms : Math.max(ms - reserveMs, ms / left));
    };
    await Promise.race([closing, pause(budget(), hurry)]);
    if (ended === undefined && hurry.aborted) await Promise.race([closing, pause(budget())]);
    if (ended === undefined) log.warn({ name }, "did not close in time");
    return ended === "well";
  }

  let all = true;
  for (let left = opened.length; left > 0; left -= 1) {
    const next = opened[left - 1];
    if (next !== undefined && !(await closeOne(next, left))) all = false;
  }
  hurry.removeEventListener("abort", shorten);
  return all;
}
