import { say } from "../kernel/locale.ts";

type Ran = {
  readonly job: string;
  /** Undefined for a job of the company. */
  readonly site: string | undefined;
  readonly day: string;
  readonly at: Date;
  readonly zone: string;
};

/** What `fairline run` says. */
export const runWords = {
  about: say({
    en: "runs one occurrence of a job now; a second time has no effect",
    "zh-CN": "立即运行某个任务的一次；重复运行不会产生第二次效果",
  }),
  job: say({ en: "the job's name", "zh-CN": "任务名" }),
  site: say({ en: "the site to run it for, by its id", "zh-CN": "为哪个中心运行（中心编号）" }),
  at: say({
    en: "the occurrence of this day (2026-03-09) or moment (2026-03-09T09:00), by the site's clock; now unless said",
    "zh-CN": "所代表的日期（2026-03-09）或时刻（2026-03-09T09:00），按该中心的当地时间；默认为现在",
  }),
  notATime: (text: string) =>
    say({
      en: `“${text}” is no day and no moment. Write it like 2026-03-09, 2026-03-09T09:00 or 2026-03-09T09:00:00Z.`,
      "zh-CN": `“${text}”不是日期或时刻。写法如 2026-03-09、2026-03-09T09:00 或 2026-03-09T09:00:00Z。`,
    }),
  skippedTime: (text: string, zone: string) =>
    say({
      en: `${text} does not exist in ${zone}: the clocks skip it.`,
      "zh-CN": `${text} 在 ${zone} 并不存在：时钟调整时跳过了这一刻。`,
    }),
  running: (job: string, seconds: number) =>
    say(({ number }) => ({
      en: `Running ${job}: ${number(seconds)} s…`,
      "zh-CN": `正在运行 ${job}：${number(seconds)} 秒……`,
    })),
  sending: (seconds: number) =>
    say(({ number }) => ({
      en: `Sending what is due: ${number(seconds)} s…`,
      "zh-CN": `正在发送到期消息：${number(seconds)} 秒……`,
    })),
  ran: ({ job, site, day, at, zone }: Ran) =>
    say((format) => ({
      en: `${job} ran${site === undefined ? "" : ` for ${site}`}: the occurrence of ${format.day(day)}, ${format.time(at, zone)}.`,
      "zh-CN": `已运行 ${job}${site === undefined ? "" : `（${site}）`}：${format.day(day)} ${format.time(at, zone)}。`,
    })),
  ranBefore: ({ job, site, day, at, zone }: Ran) =>
    say((format) => ({
      en: `Already done: ${job} had run${site === undefined ? "" : ` for ${site}`} for ${format.day(day)}, ${format.time(at, zone)}. It was not run again.`,
      "zh-CN": `此前已运行过 ${job}${site === undefined ? "" : `（${site}）`}：${format.day(day)} ${format.time(at, zone)}，本次未重复执行。`,
    })),
  told: (counts: string) => say({ en: `What it told people: ${counts}.`, "zh-CN": `由此产生的消息：${counts}。` }),
  toldNobody: say({ en: "There was nothing to tell anybody.", "zh-CN": "没有需要发送的消息。" }),
  seeDead: say({
    en: "What could not be sent: fairline deliveries --state dead",
    "zh-CN": "查看发送失败的消息：fairline deliveries --state dead",
  }),
  broke: (job: string, why: string) =>
    say({
      en: `${job} failed: ${why}. It can be run again at once.`,
      "zh-CN": `${job} 运行失败：${why}。可立即重新运行。`,
    }),
  stopping: say({
    en: "Stopping when this run is over; once more to end at once.",
    "zh-CN": "将在本次运行结束后停止；再按一次立即终止。",
  }),
} as const;
