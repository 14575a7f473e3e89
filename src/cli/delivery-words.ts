import type { Delivery, Skip, State } from "../features/notices/index.ts";
import { states } from "../features/notices/index.ts";
import { type Say, say } from "../kernel/locale.ts";

/** How a delivery stands, in a word. */
export const stateWords: { readonly [S in State]: Say } = {
  planned: say({ en: "planned", "zh-CN": "待发送" }),
  waiting: say({ en: "waiting for data", "zh-CN": "等待数据" }),
  sending: say({ en: "sending", "zh-CN": "发送中" }),
  sent: say({ en: "sent", "zh-CN": "已发送" }),
  retrying: say({ en: "retrying", "zh-CN": "重试中" }),
  dead: say({ en: "dead", "zh-CN": "发送失败" }),
  skipped: say({ en: "skipped", "zh-CN": "已略过" }),
};

const skipWords: { readonly [S in Skip]: Say } = {
  late: say({ en: "too late", "zh-CN": "已过时效" }),
  muted: say({ en: "muted by the reader", "zh-CN": "本人已屏蔽" }),
  "on-leave": say({ en: "on leave", "zh-CN": "休假中" }),
  "nothing-to-tell": say({ en: "nothing to tell", "zh-CN": "无内容" }),
  left: say({ en: "has left", "zh-CN": "已离职" }),
  "no-account": say({ en: "no linked account", "zh-CN": "未关联账号" }),
  "no-thread": say({ en: "no thread to put it in", "zh-CN": "没有可跟帖的原消息" }),
  "no-such-kind": say({ en: "no such notice any more", "zh-CN": "此类消息已取消" }),
};

const otherWords: Readonly<Record<string, Say>> = {
  ...skipWords,
  "quiet-hours": say({ en: "quiet hours", "zh-CN": "免打扰时段" }),
  "no-thread-yet": say({ en: "the message above it is not sent yet", "zh-CN": "原消息尚未发出" }),
  "no-such-channel": say({ en: "no such channel", "zh-CN": "频道不存在" }),
};

/** Why a delivery stands as it does; a platform's own code is shown as it is. */
export const reasonWords = (reason: string): Say =>
  (Object.hasOwn(otherWords, reason) ? otherWords[reason] : undefined) ?? (() => reason);

/** How many there are of each state that there are any of. */
export const totalsLine = (counts: ReadonlyMap<State, number>): Say => {
  const line = say(({ allOf, number }) => {
    const each = (locale: "en" | "zh-CN") =>
      states.flatMap((state) => {
        const count = counts.get(state) ?? 0;
        if (count === 0) return [];
        return [
          locale === "en"
            ? `${number(count)} ${stateWords[state]("en")}`
            : `${stateWords[state](locale)} ${number(count)}`,
        ];
      });
    return { en: allOf(each("en")), "zh-CN": each("zh-CN").join("，") };
  });
  return line;
};

/** The same of some deliveries. */
export function countsLine(deliveries: readonly Pick<Delivery, "state">[]): Say {
  const counts = new Map<State, number>();
  for (const { state } of deliveries) counts.set(state, (counts.get(state) ?? 0) + 1);
  return totalsLine(counts);
}
