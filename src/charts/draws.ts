import { parentPort } from "node:worker_threads";
import type { Answer, Order } from "./easel.ts";
import { pngOf } from "./png.ts";
import { svgOf } from "./svg.ts";

parentPort?.on("message", ({ id, chart }: Order) => {
  try {
    const png = pngOf(svgOf(chart));
    parentPort?.postMessage({ id, png } satisfies Answer, [png.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ id, error } satisfies Answer);
  }
});
