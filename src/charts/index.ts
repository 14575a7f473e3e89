import { Worker } from "node:worker_threads";
import type { Draw } from "../chat/chart.ts";
import { easel } from "./easel.ts";
import { remembered } from "./remember.ts";

const rememberedBytes = 8_000_000;
const restAfterMs = 300_000;

/** A worker that inherits nothing of how this process was started. */
const worker = () => new Worker(new URL("worker.js", import.meta.url), { execArgv: [] });

/** Draws charts beside the main thread, which it leaves free; fails with a cause, and always after `close`. */
export function charts(): { readonly draw: Draw; readonly close: () => Promise<void> } {
  const { draw, close } = easel(worker, { restAfterMs });
  return { draw: remembered(draw, rememberedBytes), close };
}
