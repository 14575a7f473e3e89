import { say } from "../../../kernel/locale.ts";

const noPoints = { en: "no score", "zh-CN": "无得分" } as const;

/** What the daily score says around the score itself. */
export const dailyWords = {
  label: say({ en: "Daily score", "zh-CN": "每日得分" }),
  incomplete: say({ en: "Incomplete", "zh-CN": "数据不完整" }),
  asOf: say({ en: ": data as of ", "zh-CN": "：目前截至 " }),
  noneYet: say({ en: ": no data has come yet", "zh-CN": "：尚未收到数据" }),
  toFollow: say({
    en: ". This message puts itself right when the data comes.",
    "zh-CN": "。数据补齐后，本消息会自动更正。",
  }),
  notHereYet: say({
    en: "There are no results of yours for this day yet. If you were off, nothing is missing.",
    "zh-CN": "暂无您当天的数据。若当天休息，则无需理会。",
  }),
  /** A correction in short, then what it came to: points as they are shown, null where there are none. */
  complete: say({ en: "The data is complete now", "zh-CN": "数据已完整" }),
  corrected: say({ en: "Corrected", "zh-CN": "已更正" }),
  moved: (from: number | null, to: number | null, because: string | undefined) =>
    say(({ fixed }) => {
      const shown = (value: number | null, none: string) => (value === null ? none : fixed(value, 1));
      return {
        en: `: ${shown(from, noPoints.en)} → ${shown(to, noPoints.en)}${because === undefined ? "." : ` (${because}).`}`,
        "zh-CN": `：${shown(from, noPoints["zh-CN"])} → ${shown(to, noPoints["zh-CN"])}${because === undefined ? "。" : `（${because}）。`}`,
      };
    }),
  unmoved: (because: string | undefined) =>
    say({
      en: `${because === undefined ? "" : ` (${because})`}; your points stay the same.`,
      "zh-CN": `${because === undefined ? "" : `（${because}）`}，得分不变。`,
    }),
  over: say({ en: ".", "zh-CN": "。" }),
  missed: say({ en: "Missed while I was away:", "zh-CN": "服务中断期间未送达：" }),
  missedDay: (on: string, points: number) =>
    say(({ day, fixed }) => ({
      en: `${day(on)}: ${fixed(points, 1)} points`,
      "zh-CN": `${day(on)}：${fixed(points, 1)} 分`,
    })),
  open: (on: string) => say(({ shortDay }) => ({ en: `Open ${shortDay(on)}`, "zh-CN": `查看${shortDay(on)}` })),
} as const;
