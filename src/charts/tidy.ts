import type { Chart } from "../chat/chart.ts";
import { clean } from "./words.ts";

type Numbers<K extends string> = { readonly [key in K]?: number };
type Target = { readonly label: string; readonly value: number };

/** Whether a number can be drawn: neither infinite nor absurd. */
const sound = (value: number | undefined): value is number => value !== undefined && Math.abs(value) < 1e15;
const some = (value: number) => (sound(value) ? Math.max(0, value) : 0);

/** Of these numbers the sound ones. */
const soundOf = <K extends string>(numbers: Numbers<K>): Numbers<K> =>
  Object.fromEntries(Object.entries<number | undefined>(numbers).filter(([, value]) => sound(value))) as Numbers<K>;

const targetOf = (target: Target | undefined): { target?: Target } =>
  sound(target?.value) ? { target: { label: clean(target?.label ?? ""), value: target.value } } : {};

/** The chart with only what can be drawn: its words on one line each, and none but sound numbers. */
export function tidy(chart: Chart): Chart {
  const { locale, title } = chart;
  const titled = { locale, title: clean(title) };
  switch (chart.is) {
    case "trend": {
      const points = chart.points.map(({ label, ...numbers }) => ({ label: clean(label), ...soundOf(numbers) }));
      const { is, unit, interval } = chart;
      return { ...titled, is, unit, points, interval: clean(interval), ...targetOf(chart.target) };
    }
    case "strip": {
      const hours = chart.hours.map(({ label, n, ...value }) => ({
        label: clean(label),
        n: some(n),
        ...soundOf(value),
      }));
      const { is, unit, counts } = chart;
      return { ...titled, is, unit, hours, counts: clean(counts), ...targetOf(chart.target) };
    }
    case "distribution": {
      const bands = chart.bands.map(({ label, people, ...rest }) => ({
        ...rest,
        label: clean(label),
        people: some(people),
      }));
      return { ...titled, is: chart.is, bands, people: clean(chart.people), mark: clean(chart.mark) };
    }
  }
}
