import { createHash } from "node:crypto";
import type { Draw } from "../chat/chart.ts";

/** The same, but a chart that was lately drawn, or is being drawn, is not drawn again; keeps at most so many bytes. */
export function remembered(draw: Draw, bytes: number): Draw {
  const made = new Map<string, Uint8Array>();
  const drawing = new Map<string, Promise<Uint8Array>>();
  let held = 0;

  function keep(key: string, png: Uint8Array) {
    made.set(key, png);
    held += png.byteLength;
    for (const [oldest, old] of made) {
      if (held <= bytes) break;
      made.delete(oldest);
      held -= old.byteLength;
    }
  }

  async function drawNow(key: string, chart: Parameters<Draw>[0]) {
    try {
      const png = await draw(chart);
      keep(key, png);
      return png;
    } finally {
      drawing.delete(key);
    }
  }

  return async (chart) => {
    const key = createHash("sha256").update(JSON.stringify(chart)).digest("base64");
    const known = made.get(key);
    if (known !== undefined) {
      made.delete(key);
      made.set(key, known);
      return known;
    }
    const underWay = drawing.get(key) ?? drawNow(key, chart);
    if (!drawing.has(key)) drawing.set(key, underWay);
    return underWay;
  };
}
