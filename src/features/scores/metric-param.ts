import { optional, parsed } from "../../chat/param.ts";
import { format, type Locale, locales, say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { metricCalls, metricNames } from "./messages/names.ts";
import { type Metric, metrics } from "./scorecard.ts";

/** The metric that a text names: its id, its name in either language, or what people call it. */
function metricCalled(text: string): Metric | undefined {
  const wanted = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return metrics.find((metric) =>
    [metric, ...locales.map((locale) => metricNames[metric](locale)), ...metricCalls[metric]].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
}

const all = (locale: Locale) => format(locale).anyOf(metrics.map((metric) => metricNames[metric](locale)));
const notAMetric = (locale: Locale) =>
  say({ en: `There is no such metric. Ask for ${all("en")}.`, "zh-CN": `没有这个指标。可查询${all("zh-CN")}。` })(
    locale,
  );

/** A metric as a command takes it; what is left out means the whole score. */
export const metricParam = () =>
  optional(
    parsed<Metric>(
      {
        label: say({ en: "Metric", "zh-CN": "指标" }),
        hint: say({ en: "handle time, quality, satisfaction, …", "zh-CN": "平均处理时长、质检、满意度……" }),
        knows: (text) => metricCalled(text) !== undefined,
      },
      (text) => {
        const metric = metricCalled(text);
        return metric === undefined ? refuse({ say: notAMetric }) : done(metric);
      },
    ),
  );
