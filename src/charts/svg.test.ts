import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chart, TrendPoint } from "../chat/chart.ts";
import { aDistribution, aStrip, aTrend } from "../testing/charts.ts";
import { colours, letters, size } from "./look.ts";
import { pngOf } from "./png.ts";
import { svgOf } from "./svg.ts";
import { widthOf } from "./words.ts";

const plain = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
/** What a picture says. */
const saidIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => plain(text ?? ""));
const said = (chart: Chart) => saidIn(svgOf(chart));
/** What every object has by mistake. */
const inherited = () => {
  const names: string[] = [];
  for (const name in {}) names.push(name);
  return names;
};
const dashed = /stroke-dasharray="9,6"/gu;
const filled = (svg: string, fill: string) => svg.match(new RegExp(`fill="${fill}"`, "gu"))?.length ?? 0;
const shaded = (svg: string) => svg.match(/fill-opacity="0.26"/gu)?.length ?? 0;
const point = (i: number, value?: number): TrendPoint => ({ label: `d${i}`, ...(value !== undefined && { value }) });

describe("a trend", () => {
  test("says its title, its labels, each of its few values, and its scale", () => {
    const words = said(aTrend());
    expect(words).toEqual(expect.arrayContaining(["Score, last 7 days", "95% interval", "3 Mar", "9 Mar"]));
    expect(words).toEqual(expect.arrayContaining(["82.0", "86.9", "90.5", "89.1", "88.2", "85.6", "79.9"]));
    expect(words).toEqual(expect.arrayContaining(["70", "80", "90", "100"]));
  });

  test("of many values says the first, the last and the extremes", () => {
    const values = Array.from({ length: 31 }, (_, i) => 80 + 9 * Math.sin(i / 4));
    const words = said(aTrend({ points: values.map((value, i) => point(i, value)) })).filter((word) =>
      word.includes("."),
    );
    const [first, last] = [values[0], values[30]].map((value) => value?.toFixed(1));
    expect(words.sort()).toEqual([first, last, Math.max(...values).toFixed(1), Math.min(...values).toFixed(1)].sort());
  });

  test("draws the interval only where there is one", () => {
    const bare = svgOf(aTrend({ points: [point(0, 80), point(1, 90)] }));
    expect(shaded(bare)).toBe(0);
    expect(saidIn(bare)).not.toContain("95% interval");
    const banded = (i: number) => ({ ...point(i, 80), low: 75, high: 85 });
    const broken = svgOf(
      aTrend({ points: [banded(0), banded(1), point(2), banded(3), point(4, 80), banded(5), banded(6)] }),
    );
    const inLegend = 1;
    expect(shaded(broken)).toBe(3 + inLegend);
  });

  test("leaves a gap where there is no value", () => {
    const line = /<path d="([^"]*)"[^>]*stroke="#0072b2" stroke-width="3.5"/u;
    const pieces = (points: readonly TrendPoint[]) => line.exec(svgOf(aTrend({ points })))?.[1]?.match(/M/gu);
    expect(pieces([point(0, 80), point(1, 82), point(2, 81)])).toHaveLength(1);
    expect(pieces([point(0, 80), point(1, 82), point(2), point(3, 81), point(4, 82)])).toHaveLength(2);
  });

  test("draws the target dashed, and names it with its value", () => {
    const inLegend = 1;
    expect(svgOf(aTrend()).match(dashed)).toBeNull();
    const svg = svgOf(aTrend({ unit: "seconds", target: { label: "Target", value: 85 } }));
    expect(svg.match(dashed)).toHaveLength(1 + inLegend);
    expect(saidIn(svg)).toContain("Target 1:25");
  });

  test("shows as many labels as there is room for, the last among them", () => {
    const words = said(
      aTrend({ points: Array.from({ length: 31 }, (_, i) => ({ label: `3月${i + 1}日`, value: 80 })) }),
    );
    const shown = words.filter((word) => word.endsWith("日"));
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.length).toBeLessThan(11);
    expect(shown).toContain("3月31日");
  });

  test("of a score never shows an interval beyond 0 and 100", () => {
    const words = said(aTrend({ points: [{ label: "d", value: 99, low: 90, high: 108 }] }));
    expect(words).toContain("100");
    expect(words).not.toContain("110");
  });

  test.each([
    ["no point", []],
    ["no value", [point(0), point(1)]],
    ["no sound value", [point(0, Number.NaN), point(1, Infinity)]],
  ])("with %s says so in its reader's language", (_, points) => {
    expect(said(aTrend({ points, target: { label: "Target", value: 85 } }))).toContain("No data");
    expect(said(aTrend({ points, locale: "zh-CN" }))).toContain("暂无数据");
  });
});

describe("a strip", () => {
  test("writes each hour's name, value and count, and what colours and counts mean", () => {
    const words = said(aStrip());
    expect(words).toEqual(expect.arrayContaining(["8:00", "19:00", "72.5", "97.5", "100", "111"]));
    expect(words).toEqual(expect.arrayContaining(["70.0", "97.5", "Target 85.0", "n = contacts", "n"]));
  });

  test("hatches an hour without contacts and writes a dash", () => {
    const full = svgOf(aStrip());
    const { hours } = aStrip();
    const gap = svgOf(aStrip({ hours: hours.with(3, { label: "11:00", n: 0 }) }));
    expect(filled(full, colours.empty)).toBe(0);
    expect(filled(gap, colours.empty)).toBe(1);
    expect(saidIn(gap).filter((word) => word === "–")).toHaveLength(1);
  });

  test.each([1, 12, 13, 24, 25, 100])("of %i hours says all of them", (hours) => {
    const labels = Array.from({ length: hours }, (_, i) => `h${i}`);
    const words = said(aStrip({ hours: labels.map((label, i) => ({ label, value: 60 + (i % 30), n: i })) }));
    if (hours <= 25) expect(words).toEqual(expect.arrayContaining(labels));
    expect(words).toContain("n = contacts");
  });

  test("rounds crowded shares instead of setting them too small", () => {
    const hours = Array.from({ length: 24 }, (_, i) => ({ label: `${i}`, value: 70.4 + i, n: 1 }));
    expect(said(aStrip({ unit: "percent", hours }))).toContain("70%");
    expect(said(aStrip({ unit: "percent", hours: hours.slice(0, 6) }))).toContain("70.4%");
  });

  test("without any value is all hatched", () => {
    const svg = svgOf(
      aStrip({
        hours: [
          { label: "9:00", n: 0 },
          { label: "10:00", n: 0 },
        ],
      }),
    );
    expect(filled(svg, colours.empty)).toBe(2);
  });
});

describe("a distribution", () => {
  test("writes each band's name and count, and what it counts", () => {
    const words = said(aDistribution());
    expect(words).toEqual(expect.arrayContaining(["60–70", "90–100", "18", "37", "41", "12", "agents"]));
  });

  test("outlines the band with the median and names it", () => {
    const outlined = new RegExp(`stroke="${colours.ink}" stroke-width="3"`, "gu");
    const marked = svgOf(aDistribution());
    expect(saidIn(marked)).toContain("▲ Median");
    expect(marked.match(outlined)).toHaveLength(1);
    const bands = aDistribution().bands.map(({ label, people }) => ({ label, people }));
    const unmarked = svgOf(aDistribution({ bands }));
    expect(saidIn(unmarked)).not.toContain("▲ Median");
    expect(unmarked.match(outlined)).toBeNull();
  });

  test.each([[[]], [[{ label: "0–50", people: 0 }]]])("of nobody says so", (bands) => {
    expect(said(aDistribution({ bands }))).toContain("No data");
  });
});

describe("words of any kind", () => {
  const full = (text: string): readonly Chart[] => [
    aTrend({
      title: text,
      interval: text,
      target: { label: text, value: 80 },
      points: [{ label: text, value: 80, low: 70, high: 90 }],
    }),
    aStrip({
      title: text,
      counts: text,
      target: { label: text, value: 80 },
      hours: [
        { label: text, value: 80, n: 1 },
        { label: text, n: 0 },
      ],
    }),
    aDistribution({ title: text, people: text, mark: text, bands: [{ label: text, people: 3, mark: true }] }),
  ];

  test("are written as they are, not as markup", () => {
    for (const chart of full(`<b>&amp;"'</b>`)) {
      expect(svgOf(chart)).not.toContain("<b>");
      expect(said(chart)).toContain(`<b>&amp;"'</b>`);
    }
  });

  test.each(["{a|b}", "{value}", "{b}: {c}", "%s"])("are no template: %s", (text) => {
    for (const chart of full(text)) expect(said(chart)).toContain(text);
  });

  test("are cut visibly where they are too long, and stay inside the picture", () => {
    for (const text of ["word ".repeat(100), "质检".repeat(250), "w".repeat(500)])
      for (const chart of full(text))
        for (const words of said(chart)) expect(widthOf(words, letters.least)).toBeLessThan(size.width);
    expect(said(aTrend({ title: "质检".repeat(250) })).filter((words) => words.endsWith("…"))).toHaveLength(1);
  });

  test("of two lines are not cut", () => {
    const title = "上海职场 2025 年第 12 周坐席绩效得分分布（含试用期员工与外包团队）";
    expect(said(aTrend({ title })).join("")).toContain(title);
  });

  test("leave the picture sound", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        for (const chart of full(text)) expect(pngOf(svgOf(chart)).length).toBeGreaterThan(1000);
        expect(inherited()).toEqual([]);
      }),
      {
        numRuns: 10,
        examples: [["\u0000\ud800]]><!--"], ["שלום \u202e عربي"], ["__proto__"], ["__pro\u200bto__ __proto__"]],
      },
    );
  });
});

test("numbers of any size leave the picture sound", () => {
  const aNumber = fc.oneof(fc.double(), fc.double({ min: -50, max: 150 }));
  const aPoint = fc.record(
    { label: fc.constant("d"), value: aNumber, low: aNumber, high: aNumber },
    { requiredKeys: ["label"] },
  );
  const unit = fc.constantFrom("points", "seconds", "percent", "count");
  fc.assert(
    fc.property(unit, fc.array(aPoint, { maxLength: 40 }), aNumber, (unit, points, value) => {
      const target = { label: "Target", value };
      const hours = points.map(({ low, high, ...hour }) => ({ ...hour, n: 1 }));
      for (const chart of [aTrend({ unit, points, target }), aStrip({ unit, hours, target })])
        expect(svgOf(chart)).not.toMatch(/NaN|Infinity|undefined/u);
    }),
  );
});
