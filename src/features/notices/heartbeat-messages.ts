import { format, type Say, say } from "../../kernel/locale.ts";

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What the heartbeat says to admins. */
export const words = {
  label: say({ en: "Heartbeat for admins", "zh-CN": "管理员运行日报" }),
  title: say({ en: "What needs a look this morning", "zh-CN": "今早需要处理的事项" }),
  wellTitle: say({ en: "All is well", "zh-CN": "一切正常" }),
  well: (sent: number) =>
    say(({ number }) => ({
      en: `${number(sent)} ${plural(sent, "message", "messages")} delivered in the last seven days, none lost. Feeds and schedules are in step.`,
      "zh-CN": `过去七天共送达 ${number(sent)} 条消息，无一遗漏；数据与定时任务均正常。`,
    })),
  dead: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} ${plural(count, "message was", "messages were")} given up since yesterday's heartbeat:`,
      "zh-CN": `自昨日以来有 ${number(count)} 条消息未能送达：`,
    })),
  deadLine: (kind: Say, name: string, reason: string) =>
    say({ en: `${kind("en")} to ${name}: ${reason}`, "zh-CN": `${kind("zh-CN")} → ${name}：${reason}` }),
  more: (count: number) =>
    say(({ number }) => ({ en: `and ${number(count)} more`, "zh-CN": `另有 ${number(count)} 条` })),
  mend: (command: string) =>
    say({
      en: `Once mended, send them again with: ${command}`,
      "zh-CN": `修复后可用以下命令重新发送：${command}`,
    }),
  overdue: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} ${plural(count, "message is", "messages are")} still being tried.`,
      "zh-CN": `还有 ${number(count)} 条消息正在重试。`,
    })),
  late: (count: number) =>
    say(({ number }) => ({
      en: `${number(count)} ${plural(count, "message", "messages")} came too late and will be told of in the next one.`,
      "zh-CN": `有 ${number(count)} 条消息已过时，将并入下一次消息说明。`,
    })),
  lost: (names: readonly string[]) =>
    say(({ allOf }) => ({ en: `Cannot be reached: ${allOf(names)}.`, "zh-CN": `无法送达：${allOf(names)}。` })),
  noFeed: say({ en: "No contacts have been imported yet.", "zh-CN": "尚未导入任何联络数据。" }),
  lateFeed: (at: Date, zone: string) => (locale: "en" | "zh-CN") => {
    const when = format(locale).dateTime(at, zone);
    return locale === "en"
      ? `The feed is late: the newest contacts are of ${when}.`
      : `数据滞后：最新联络数据截至 ${when}。`;
  },
  clock: (trouble: string | undefined) =>
    say({
      en: `The schedules are out of step${trouble === undefined ? "" : `: ${trouble}`}.`,
      "zh-CN": `定时任务异常${trouble === undefined ? "" : `：${trouble}`}。`,
    }),
};
