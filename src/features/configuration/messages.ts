import { say } from "../../kernel/locale.ts";

/** A value as a difference shows it. */
export const valueText = (value: unknown): string => {
  if (value === undefined) return "—";
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** What applying a file says. */
export const configurationWords = {
  wrong: (problems: number) =>
    say(({ number }) => ({
      en: `Nothing was changed: the file has ${problems === 1 ? "a problem" : `${number(problems)} problems`}.`,
      "zh-CN": `未做任何更改：文件有 ${number(problems)} 处问题。`,
    })),
  place: (line: number, column: number) =>
    say({ en: `line ${line}, column ${column}`, "zh-CN": `第 ${line} 行第 ${column} 列` }),
  version: (version: number) => say({ en: `(version ${version})`, "zh-CN": `（第 ${version} 版）` }),
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
