import { say } from "../../../kernel/locale.ts";

/** What the archive of bulletins says. */
export const archiveWords = {
  title: say({ en: "Past bulletins", "zh-CN": "往期周报" }),
  line: (week: string, items: number) =>
    say(({ day, number }) => ({
      en: `${day(week)}${items === 0 ? "" : ` · ${items === 1 ? "1 contribution" : `${number(items)} contributions`}`}`,
      "zh-CN": `${day(week)}${items === 0 ? "" : ` · 供稿 ${number(items)} 篇`}`,
    })),
  notSent: say({ en: " · could not be sent", "zh-CN": " · 未能发布" }),
  week: (week: string) => say(({ day }) => ({ en: day(week), "zh-CN": day(week) })),
  open: say({ en: "Open a bulletin", "zh-CN": "查看某一期" }),
  none: (week: string) =>
    say(({ day }) => ({
      en: `No bulletin has gone out yet. The next one is due on ${day(week)}.`,
      "zh-CN": `还没有发布过周报。下一期将于${day(week)}发布。`,
    })),
  writeFor: say({ en: "Write something for it: ", "zh-CN": "现在就可以供稿：" }),
  asItStands: say({
    en: "As it stands today, corrections included.",
    "zh-CN": "显示的是目前的内容，已包含更正。",
  }),
  readSection: say({ en: "Read one section", "zh-CN": "单独阅读栏目" }),
  correct: say({ en: "Correct it", "zh-CN": "更正" }),
  all: say({ en: "The whole bulletin", "zh-CN": "整期周报" }),
  noSuchTitle: say({ en: "There is no such bulletin", "zh-CN": "没有这一期周报" }),
  noSuch: say({
    en: "None of that week went out at your site. See those that did: ",
    "zh-CN": "您所在中心没有发布过该周的周报。查看已发布的：",
  }),
} as const;
