import { type Say, say } from "../kernel/locale.ts";
import type { LocalDate } from "../kernel/time.ts";

/** Why an occurrence is not run by hand. */
export type RunRefusal =
  | { readonly why: "unknown-job"; readonly name: string; readonly nearest: readonly string[] }
  | { readonly why: "unknown-site"; readonly site: string; readonly nearest: readonly string[] }
  | { readonly why: "not-a-workday"; readonly day: LocalDate; readonly nearest: readonly LocalDate[] }
  | { readonly why: "under-way" };

type Why = RunRefusal["why"];
type Words = { readonly [W in Why]: (refusal: Extract<RunRefusal, { why: W }>) => Say };

const words: Words = {
  "unknown-job": ({ name, nearest }) =>
    say(({ anyOf }) => ({
      en: `There is no job called “${name}”. Try ${anyOf(nearest)}.`,
      "zh-CN": `没有名为“${name}”的任务，可用：${anyOf(nearest)}。`,
    })),
  "unknown-site": ({ site, nearest }) =>
    say(({ anyOf }) => {
      if (nearest.length === 0) return { en: "There is no site yet.", "zh-CN": "还没有任何中心。" };
      const sites = anyOf(nearest);
      if (site === "") return { en: `Say for which site: ${sites}.`, "zh-CN": `请指定中心：${sites}。` };
      return { en: `There is no site “${site}”. Try ${sites}.`, "zh-CN": `没有中心“${site}”，可用：${sites}。` };
    }),
  "not-a-workday": ({ day, nearest }) =>
    say((format) => {
      const days = format.anyOf(nearest.map(format.day));
      const hint = nearest.length > 0 ? { en: ` Try ${days}.`, "zh-CN": `可选${days}。` } : { en: "", "zh-CN": "" };
      return {
        en: `${format.day(day)} is not a workday of this site, and this job runs on workdays only.${hint.en}`,
        "zh-CN": `${format.day(day)}不是该中心的工作日，此任务只在工作日运行。${hint["zh-CN"]}`,
      };
    }),
  "under-way": () =>
    say({
      en: "This is being run right now. Ask again in a minute.",
      "zh-CN": "此任务正在运行，请一分钟后再试。",
    }),
};

/** What a refused run says to whoever asked for it. */
export const whyNotRun = (refusal: RunRefusal): Say => (words[refusal.why] as (refusal: RunRefusal) => Say)(refusal);
