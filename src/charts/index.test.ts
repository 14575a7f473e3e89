import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Chart } from "../chat/chart.ts";
import { aDistribution, aStrip, aTrend } from "../testing/charts.ts";
import { charts } from "./index.ts";

const kinds: readonly Chart[] = [aTrend(), aStrip(), aDistribution()];
const inChinese = kinds.map((chart): Chart => ({ ...chart, locale: "zh-CN", title: "坐席得分" }));

test("every kind is drawn as a PNG, the same by everybody who draws it", async ({ onTestFinished }) => {
  const [one, other] = [charts(), charts()];
  onTestFinished(one.close);
  onTestFinished(other.close);
  for (const chart of [...kinds, ...inChinese]) {
    const png = Buffer.from(await one.draw(chart));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 500]);
    expect(png.equals(await other.draw(chart))).toBe(true);
  }
});

test("a program elsewhere draws a chart, and ends by itself without closing", async () => {
  const program = `
    import { charts } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)};
    const png = await charts().draw(${JSON.stringify(aTrend())});
    console.log(png.length);`;
  const tsx = import.meta.resolve("tsx");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", tsx, "--input-type=module", "--eval", program],
    { cwd: tmpdir() },
  );
  expect(Number(stdout)).toBeGreaterThan(10_000);
});
