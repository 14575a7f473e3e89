import type { EChartsCoreOption } from "echarts/core";
import { init } from "echarts/dist/echarts.esm.min";
import type { Chart } from "../chat/chart.ts";
import { distributionOption } from "./distribution.ts";
import { colours, size } from "./look.ts";
import { stripOption } from "./strip.ts";
import { tidy } from "./tidy.ts";
import { trendOption } from "./trend.ts";

function optionOf(chart: Chart): EChartsCoreOption {
  switch (chart.is) {
    case "trend":
      return trendOption(chart);
    case "strip":
      return stripOption(chart);
    case "distribution":
      return distributionOption(chart);
  }
}

/** The picture as SVG, its words as text; words of any kind and length leave it sound. */
export function svgOf(chart: Chart): string {
  const sheet = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    sheet.setOption({ animation: false, backgroundColor: colours.paper, ...optionOf(tidy(chart)) });
    return sheet.renderToSVGString();
  } finally {
    sheet.dispose();
  }
}
