import { say } from "../kernel/locale.ts";

/** What `fairline deliveries` says. */
export const deliveryWords = {
  about: say({
    en: "shows what was told to whom, and tries again what failed",
    "zh-CN": "查看消息发送台账，或重新发送失败的消息",
  }),
  site: say({ en: "only of this site, by its id", "zh-CN": "仅此中心（中心编号）" }),
  state: say({ en: "only what stands so", "zh-CN": "仅此状态" }),
  kind: say({ en: "only this kind, such as daily-score", "zh-CN": "仅此类消息，如 daily-score" }),
  since: say({
    en: "only of occurrences from this day (2026-03-09) on",
    "zh-CN": "仅此日期（2026-03-09）及之后的消息",
  }),
  limit: say({ en: "at most so many, 1 to 1000", "zh-CN": "最多显示条数，1 至 1000" }),
  json: say({ en: "as JSON, for programs", "zh-CN": "以 JSON 输出，供程序使用" }),
  retry: say({
    en: "puts what could not be sent back, to be tried again",
    "zh-CN": "将发送失败的消息放回队列，重新发送",
  }),
  ids: say({ en: "their ids, as the list shows them", "zh-CN": "消息编号，见列表" }),
  dead: say({ en: "all that could not be sent", "zh-CN": "全部发送失败的消息" }),
  headings: say({
    en: "when|kind|to|platform|state|attempts|reason|id",
    "zh-CN": "时间|类型|收件方|平台|状态|尝试次数|原因|编号",
  }),
  none: say({ en: "Nothing was told to anybody yet.", "zh-CN": "还没有发送过任何消息。" }),
  noneSuch: say({ en: "There is nothing like that in the ledger.", "zh-CN": "台账中没有符合条件的消息。" }),
  newest: (count: number) =>
    say(({ number }) => ({
      en: `These are the newest ${number(count)}; --limit shows more.`,
      "zh-CN": `以上为最新的 ${number(count)} 条；可用 --limit 显示更多。`,
    })),
  totals: (totals: string) => say({ en: `In all: ${totals}.`, "zh-CN": `合计：${totals}。` }),
  totalsSince: (day: string, totals: string) =>
    say((format) => ({
      en: `In all since ${format.day(day)}: ${totals}.`,
      "zh-CN": `自${format.day(day)}起合计：${totals}。`,
    })),
  gone: say({ en: "somebody who is gone", "zh-CN": "已不在册的人员" }),
  notADay: (text: string) =>
    say({ en: `“${text}” is no day. Write it like 2026-03-09.`, "zh-CN": `“${text}”不是日期。写法如 2026-03-09。` }),
  notALimit: (text: string) =>
    say({
      en: `“${text}” is no number from 1 to 1000.`,
      "zh-CN": `“${text}”不是 1 至 1000 之间的整数。`,
    }),
  whatToRetry: say({
    en: "Say what to try again: ids from the list, or --dead for all that could not be sent; not both.",
    "zh-CN": "请指定要重新发送的消息：列表中的编号，或用 --dead 表示全部发送失败的消息；两者只能选一。",
  }),
  siteWithIds: say({
    en: "--site goes with --dead; ids are of one site anyway.",
    "zh-CN": "--site 只能与 --dead 一起使用；编号本身已确定中心。",
  }),
  notIds: (texts: readonly string[]) =>
    say(({ allOf }) => ({
      en: `Not an id as the list shows them: ${allOf(texts.map((text) => `“${text}”`))}.`,
      "zh-CN": `编号有误：${texts.map((text) => `“${text}”`).join("、")}。`,
    })),
  revived: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} put back; a running Fairline tries ${count === 1 ? "it" : "them"} again within a minute.`,
      "zh-CN": `已放回 ${number(count)} 条，运行中的 Fairline 会在一分钟内重新发送。`,
    })),
  notDead: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} left as ${count === 1 ? "it is" : "they are"}: unknown, or not dead.`,
      "zh-CN": `${number(count)} 条未变：编号不存在，或并非发送失败。`,
    })),
  nothingDead: say({
    en: "There is nothing to try again: nothing is dead.",
    "zh-CN": "没有需要重新发送的消息。",
  }),
} as const;
