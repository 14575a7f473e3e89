import { charts } from "../charts/index.ts";
import { family, size } from "../charts/look.ts";
import { pngOf } from "../charts/png.ts";
import type { Chart } from "../chat/chart.ts";
import { type Figure, percentile } from "./figure.ts";

const warmUps = 20;
const draws = 50;

/** A month of scores with its gaps, its intervals and a target, unlike any other. */
function trend(serial: number): Chart {
  const points = Array.from({ length: 31 }, (_, i) => {
    const value = 85 + 9 * Math.sin((i + serial) / 4) + serial / 100;
    return { label: `3月${i + 1}日`, ...(i % 7 !== 5 && { value, low: value - 3, high: value + 3 }) };
  });
  const target = { label: "目标", value: 85 };
  return {
    is: "trend",
    locale: "zh-CN",
    title: `绩效得分 ${serial}`,
    unit: "points",
    interval: "95% 置信区间",
    points,
    target,
  };
}

/** The least there is to draw: a box and a line of words on a sheet as large. */
const plain = (serial: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect x="24" y="80" width="600" height="200" fill="#0072b2"/><text x="24" y="50" font-family="${family}" font-size="27">绩效得分 ${serial}</text></svg>`;

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Making a chart, first and later, beside turning the plainest picture of its size into pixels. */
export async function measureChart(): Promise<Figure[]> {
  const { draw, close } = charts();
  const seen = { ours: [] as number[], plain: [] as number[] };
  try {
    const first = await timed(() => draw(trend(-1)));
    // In turn, so that both meet the machine in the same moods.
    for (let serial = 0; serial < warmUps + draws; serial += 1) {
      seen.plain.push(await timed(() => pngOf(plain(serial))));
      seen.ours.push(await timed(() => draw(trend(serial))));
    }
    const p95 = (times: readonly number[]) => percentile(times.slice(warmUps), 0.95);
    return [
      { what: "first chart, worker and all", unit: "ms", ours: first },
      { what: "chart made, p95", unit: "ms", ours: p95(seen.ours), goal: 300 },
      { what: "chart beside a plain picture, p95", unit: "ms", ours: p95(seen.ours), baseline: p95(seen.plain) },
    ];
  } finally {
    await close();
  }
}
