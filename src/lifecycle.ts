import { closeAll, type Opened } from "./close-all.ts";
import { isCannotStart } from "./kernel/cannot-start.ts";
import type { Log } from "./kernel/log.ts";

/** What a start may do. */
export type House = {
  /** Opens something that must be closed again; the last opened is closed first. Throws once a stop was asked for. */
  open<T>(name: string, open: (signal: AbortSignal) => Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  /** Stops everything because of a fault; the process is to end with 1. */
  fail(error: unknown): void;
};

type Listener = (given: unknown) => void;

/** The part of Node's `process` that a life needs. */
type Host = { on(event: string, listener: Listener): unknown; off(event: string, listener: Listener): unknown };

export type LifeDeps = {
  readonly log: Log;
  /** Shows a line to whoever started the process. */
  readonly tell: (line: string) => void;
  readonly host: Host;
  /** From a stop being asked for until everything must be closed, in milliseconds. */
  readonly graceMs?: number;
};

/** npm and a terminal both hand on one Ctrl-C; only what comes later than this is a second one. */
const sameSignalMs = 500;

const ignored = () => undefined;

/** Hears who wants the process to end, and how urgently. */
function listen({ host, log }: LifeDeps) {
  const stop = new AbortController();
  const hurry = new AbortController();
  let failed = false;
  let mayHurry = false;
  let timer: NodeJS.Timeout | undefined;

  function onSignal(signal: unknown) {
    if (mayHurry) return hurry.abort();
    log.info({ signal }, "stopping");
    timer ??= setTimeout(() => {
      mayHurry = true;
    }, sameSignalMs);
    timer.unref();
    stop.abort();
  }
  function fail(error: unknown) {
    log.error({ error }, "stopping because of a fault");
    failed = true;
    stop.abort();
  }
  const heard = { SIGTERM: onSignal, SIGINT: onSignal, uncaughtException: fail, unhandledRejection: fail };
  for (const [event, listener] of Object.entries(heard)) host.on(event, listener);
  /** A signal that comes on the heels of the one that was heard does not end by itself what ends already. */
  function deafen() {
    clearTimeout(timer);
    for (const event of ["SIGTERM", "SIGINT"]) if (stop.signal.aborted) host.on(event, ignored);
    for (const [event, listener] of Object.entries(heard)) host.off(event, listener);
  }
  return { stop: stop.signal, hurry: hurry.signal, fail, hasFailed: () => failed, deafen };
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });

function reportStart(error: unknown, { log, tell }: LifeDeps): void {
  if (!isCannotStart(error)) log.error({ error }, "could not start");
  tell(error instanceof Error ? error.message : String(error));
}

/**
 * Runs until SIGTERM, SIGINT or a fault, then closes what was opened, in time even if something hangs. Gives the
 * process's exit code and never throws: 0 after a clean stop, 1 when the start or anything later failed.
 */
export async function runUntilStopped(start: (house: House) => Promise<void>, deps: LifeDeps): Promise<0 | 1> {
  const heard = listen(deps);
  const opened: Opened[] = [];
  let isClosed = false;
  // A promise alone does not keep Node alive.
  const alive = setInterval(() => undefined, 60_000);

  const house: House = {
    async open(name, open, close) {
      heard.stop.throwIfAborted();
      const resource = await open(heard.stop);
      if (isClosed) await close(resource);
      else opened.push({ name, close: () => close(resource) });
      heard.stop.throwIfAborted();
      return resource;
    },
    fail: heard.fail,
  };

  let started = true;
  const starting = start(house).catch((error: unknown) => {
    started = heard.stop.aborted;
    if (!started) reportStart(error, deps);
  });
  await Promise.race([starting, aborted(heard.stop)]);
  if (started) await aborted(heard.stop);
  const graceMs = deps.graceMs ?? 9_000;
  const endsAt = performance.now() + graceMs;
  // A start under way gives up at the signal, or is left behind.
  await Promise.race([starting, new Promise((resolve) => setTimeout(resolve, graceMs / 3).unref())]);
  isClosed = true;
  const isClean = await closeAll(opened, { log: deps.log, withinMs: endsAt - performance.now(), hurry: heard.hurry });
  clearInterval(alive);
  heard.deafen();
  return started && isClean && !heard.hasFailed() ? 0 : 1;
}
