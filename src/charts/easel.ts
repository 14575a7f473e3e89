import type { Worker } from "node:worker_threads";
import type { Chart, Draw } from "../chat/chart.ts";

/** What a worker is sent, and what it answers. */
export type Order = { readonly id: number; readonly chart: Chart };
export type Answer =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: unknown };

type Waiting = { readonly resolve: (png: Uint8Array) => void; readonly reject: (error: Error) => void };
type Hired = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** How long an idle worker is kept, in milliseconds: it holds some 150 MB. */
type Rest = { readonly restAfterMs: number };

export type Easel = { readonly draw: Draw; readonly close: () => Promise<void> };

/**
 * Draws in a worker, hired at the first chart, and again at the next one after it was lost with what it was drawing.
 * An idle worker keeps no process alive, and is let go after a while. After `close` every draw fails.
 */
export function easel(hire: () => Worker, { restAfterMs }: Rest): Easel {
  let hired: Hired | undefined;
  let isClosed = false;
  let last = 0;
  let rest: NodeJS.Timeout | undefined;

  function letGo(one: Hired) {
    if (hired === one) hired = undefined;
    void one.worker.terminate();
  }

  function lose(lost: Hired, cause: unknown) {
    letGo(lost);
    for (const { reject } of lost.waiting.values()) reject(new Error("the chart's worker was lost", { cause }));
    lost.waiting.clear();
  }

  function answer(by: Hired, given: Answer) {
    const one = by.waiting.get(given.id);
    by.waiting.delete(given.id);
    if (by.waiting.size === 0) {
      by.worker.unref();
      rest = setTimeout(letGo, restAfterMs, by).unref();
    }
    if ("png" in given) one?.resolve(given.png);
    else one?.reject(new Error("the chart could not be drawn", { cause: given.error }));
  }

  function start(): Hired {
    const worker = hire();
    worker.unref();
    const one: Hired = { worker, waiting: new Map() };
    worker.on("message", (given: Answer) => answer(one, given));
    worker.on("messageerror", (error) => lose(one, error));
    worker.on("error", (error) => lose(one, error));
    worker.on("exit", (code) => lose(one, new Error(`it ended with ${code}`)));
    return one;
  }

  return {
    async draw(chart) {
      if (isClosed) throw new Error("the charts are closed");
      clearTimeout(rest);
      hired ??= start();
      const { worker, waiting } = hired;
      last += 1;
      const id = last;
      worker.postMessage({ id, chart } satisfies Order);
      worker.ref();
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    async close() {
      isClosed = true;
      clearTimeout(rest);
      await hired?.worker.terminate();
    },
  };
}
