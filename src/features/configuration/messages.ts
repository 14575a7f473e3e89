import { type Say, say } from "../../kernel/locale.ts";
import type { FormVersion } from "./store.ts";
import type { NewVersion } from "./versions.ts";

/** A value as a difference shows it. */
export const valueText = (value: unknown): string => {
  if (value === undefined) return "—";
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** From when a new version counts, and for what. */
function standing({ config: { state, to }, countsFrom, restates }: NewVersion): Say {
  if (state === "draft") return say({ en: "a draft, which counts for nothing", "zh-CN": "草稿，不计分" });
  if (state === "shadow") return say({ en: "a trial, which counts for nothing", "zh-CN": "试算，不计入成绩" });
  if (state === "retired") {
    return say(({ day }) => ({ en: `retired from ${day(countsFrom)}`, "zh-CN": `自 ${day(countsFrom)}起停用` }));
  }
  if (to !== undefined && to < countsFrom) {
    return say(({ day }) => ({
      en: `over since ${day(to)}; from ${day(countsFrom)} nothing is scored by it`,
      "zh-CN": `已于 ${day(to)}结束，自 ${day(countsFrom)}起不再按它计分`,
    }));
  }
  return say(({ day }) => ({
    en: `counts from ${day(countsFrom)}${restates ? ", which restates scores already published since then" : ""}`,
    "zh-CN": `自 ${day(countsFrom)}起计分${restates ? "，此后已公布的得分将重新计算" : ""}`,
  }));
}

/** What applying a file says. */
export const configurationWords = {
  wrong: (problems: number) =>
    say(({ number }) => ({
      en: `Nothing was changed: the file has ${problems === 1 ? "a problem" : `${number(problems)} problems`}.`,
      "zh-CN": `未做任何更改：文件有 ${number(problems)} 处问题。`,
    })),
  place: (line: number, column: number | undefined) =>
    column === undefined
      ? say({ en: `line ${line}`, "zh-CN": `第 ${line} 行` })
      : say({ en: `line ${line}, column ${column}`, "zh-CN": `第 ${line} 行第 ${column} 列` }),
  version: (id: string, made: NewVersion): Say => {
    const how = standing(made);
    return (locale) =>
      say({
        en: `scorecards.${id}: version ${made.version}, ${how(locale)}`,
        "zh-CN": `scorecards.${id}：第 ${made.version} 版，${how(locale)}`,
      })(locale);
  },
  formVersion: (id: string, { version }: FormVersion): Say =>
    version === 1
      ? say({ en: `forms.${id}: version 1, ready to evaluate by`, "zh-CN": `forms.${id}：第 1 版，即可用于评分` })
      : say({
          en: `forms.${id}: version ${version}, for evaluations from now on; those that are out keep theirs`,
          "zh-CN": `forms.${id}：第 ${version} 版，用于今后的评分；已发布的评分仍按原版本`,
        }),
  rezoned: (sites: string) =>
    say({
      en: `The days and hours of what is kept for ${sites} are told anew in the new zone.`,
      "zh-CN": `将按新时区重新计算 ${sites} 已有数据的日期与小时。`,
    }),
  summary: (added: number, changed: number, unchanged: number) =>
    say(({ number }) => ({
      en: `${number(added)} added, ${number(changed)} changed, ${number(unchanged)} as they were.`,
      "zh-CN": `新增 ${number(added)} 项，更改 ${number(changed)} 处，未变 ${number(unchanged)} 项。`,
    })),
  nothing: say({ en: "Nothing to change: all is as the file says.", "zh-CN": "无需更改：现状与文件一致。" }),
  dryRun: say({ en: "This was only a look: nothing was changed.", "zh-CN": "仅为预览，未做任何更改。" }),
  applied: say({ en: "Applied.", "zh-CN": "已生效。" }),
  unreadable: (file: string, code: string) =>
    say({ en: `${file} cannot be read (${code}).`, "zh-CN": `无法读取 ${file}（${code}）。` }),
} as const;
