import { expect, test } from "vitest";
import type { Chart } from "../chat/chart.ts";
import { aTrend } from "../testing/charts.ts";
import { remembered } from "./remember.ts";

/** Draws each chart as ten bytes, and tells what was drawn. */
function aPen() {
  const titles: string[] = [];
  const draw = async ({ title }: Chart) => {
    titles.push(title);
    await Promise.resolve();
    if (title === "broken") throw new Error("out of ink");
    return new Uint8Array(10).fill(titles.length);
  };
  return { draw, titles };
}

test("the same chart is drawn once, also when it is asked for twice at the same time", async () => {
  const { draw, titles } = aPen();
  const again = remembered(draw, 100);
  const [one, other] = await Promise.all([again(aTrend()), again(aTrend())]);
  expect(other).toBe(one);
  expect(await again(aTrend())).toBe(one);
  expect(titles).toHaveLength(1);
});

test("charts that differ in anything are drawn apart", async () => {
  const { draw, titles } = aPen();
  const again = remembered(draw, 100);
  await again(aTrend());
  await again(aTrend({ locale: "zh-CN" }));
  await again(aTrend({ unit: "count" }));
  expect(titles).toHaveLength(3);
});

test("what was longest not asked for is forgotten when there is no room", async () => {
  const { draw, titles } = aPen();
  const again = remembered(draw, 20);
  for (const title of ["a", "b", "a", "c", "a", "b"]) await again(aTrend({ title }));
  expect(titles).toEqual(["a", "b", "c", "b"]);
});

test("a chart that could not be drawn is tried again", async () => {
  const { draw, titles } = aPen();
  const again = remembered(draw, 100);
  await expect(again(aTrend({ title: "broken" }))).rejects.toThrow("out of ink");
  await expect(again(aTrend({ title: "broken" }))).rejects.toThrow("out of ink");
  expect(titles).toHaveLength(2);
});
