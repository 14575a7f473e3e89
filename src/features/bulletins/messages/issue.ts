import { say } from "../../../kernel/locale.ts";

/** What a bulletin itself says. */
export const issueWords = {
  title: (site: string, week: string) =>
    say(({ day }) => ({ en: `${site} weekly bulletin · ${day(week)}`, "zh-CN": `${site}周报 · ${day(week)}` })),
  preview: (title: string) => say({ en: `Preview · ${title}`, "zh-CN": `预览 · ${title}` }),
  lead: (past: readonly [string, string], coming: readonly [string, string]) =>
    say(({ shortDay }) => ({
      en: `Looking back at ${shortDay(past[0])} – ${shortDay(past[1])}, and ahead to ${shortDay(coming[0])} – ${shortDay(coming[1])}.`,
      "zh-CN": `回顾上周（${shortDay(past[0])}–${shortDay(past[1])}），预告本周（${shortDay(coming[0])}–${shortDay(coming[1])}）。`,
    })),
  long: say({
    en: "A long one: to read it section by section, type ",
    "zh-CN": "本期内容较长，可按栏目逐一阅读：",
  }),
  corrected: say({ en: "Corrected on ", "zh-CN": "已更正，更正时间：" }),
  end: { en: ".", "zh-CN": "。" } as const,
  late: (weeks: readonly string[]) =>
    say(({ shortDay, allOf }) => ({
      en: `The bulletin of ${allOf(weeks.map(shortDay))} could not be sent in time. Read it with `,
      "zh-CN": `${allOf(weeks.map(shortDay))}的周报未能按时发出，可用以下命令查看：`,
    })),
  lateOthers: (count: number) =>
    say(({ number }) => ({
      en:
        count === 1
          ? "An earlier notice came too late to be sent."
          : `${number(count)} earlier notices came too late to be sent.`,
      "zh-CN": `另有 ${number(count)} 条较早的通知因过期未发出。`,
    })),
  wrote: say({ en: "— ", "zh-CN": "—— " }),
  somebody: say({ en: "a former colleague", "zh-CN": "已离职同事" }),
  edited: say({ en: ", edited", "zh-CN": "（经编辑）" }),
  share: say({ en: "Something to share? ", "zh-CN": "有内容想分享？" }),
  earlier: say({ en: " · Earlier bulletins: ", "zh-CN": " · 往期周报：" }),
  emptied: say({
    en: "Everything that stood here was taken out by the editors.",
    "zh-CN": "本期内容已由编辑全部撤下。",
  }),
  nothingYet: say({
    en: "There is nothing to tell yet. If it stays so, no bulletin goes out.",
    "zh-CN": "目前还没有内容。若一直如此，本期将不会发布。",
  }),
  noChannelTitle: (site: string) =>
    say({ en: `The weekly bulletin of ${site} has no channel`, "zh-CN": `${site}的周报没有可发布的频道` }),
  noChannel: (site: string) =>
    say({
      en: `It was due today and could not be posted. In fairline.yaml, name a channel under sites → ${site} → channels, for example:`,
      "zh-CN": `今天应发布的周报未能发出。请在 fairline.yaml 的 sites → ${site} → channels 下指定频道，例如：`,
    }),
  noChannelThen: say({
    en: "Then apply the file. What was approved is kept and can be moved to the next bulletin: ",
    "zh-CN": "然后应用该文件。已通过的内容会保留，可移到下一期：",
  }),
} as const;
