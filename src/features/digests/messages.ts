import { type Format, say } from "../../kernel/locale.ts";
import type { Changed, Moved } from "./told.ts";

/** What is told of messages that came too late. */
export const missedWords = {
  something: say({ en: "a message", "zh-CN": "其他消息" }),
  ofDays: (label: string, days: readonly string[]) =>
    say(({ shortDay, allOf }) => ({
      en: `${label} (${allOf(days.map(shortDay))})`,
      "zh-CN": `${label}（${allOf(days.map(shortDay))}）`,
    })),
  missed: (kinds: readonly string[]) =>
    say(({ allOf }) => ({
      en: `Missed while I was away: ${allOf(kinds)}.`,
      "zh-CN": `服务中断期间未送达：${allOf(kinds)}。`,
    })),
  missedIn: (channel: string, kinds: readonly string[]) =>
    say(({ allOf }) => ({
      en: `Not posted in ${channel} while I was away: ${allOf(kinds)}.`,
      "zh-CN": `服务中断期间未在 ${channel} 发布：${allOf(kinds)}。`,
    })),
};

const points = (value: number | null, { fixed }: Format, none: string) => (value === null ? none : fixed(value, 1));
const named = (moved: readonly Moved[], f: Format, none: string) =>
  moved.map(({ name, from, to }) => `${name} ${points(from, f, none)} → ${points(to, f, none)}`);

/** What a lead's digest says around its sections. */
export const digestWords = {
  label: say({ en: "Team digest", "zh-CN": "班组晨报" }),
  title: (day: string) =>
    say(({ day: shown }) => ({ en: `Team digest · ${shown(day)}`, "zh-CN": `班组晨报 · ${shown(day)}` })),
  incomplete: say({ en: "Incomplete", "zh-CN": "数据不完整" }),
  toFollow: say({
    en: ": not all of this day's data has come. This message puts itself right when the rest comes.",
    "zh-CN": "：当天的数据尚未到齐。数据补齐后，本消息会自动更正。",
  }),
  nothingYet: say({
    en: "There are no results of your team yet.",
    "zh-CN": "暂无本组的数据。",
  }),
  nothing: say({
    en: "There are no results of your team for this day.",
    "zh-CN": "当天没有本组的数据。",
  }),
  changed: ({ is, moved }: Changed) =>
    say((f) => {
      const en = f.allOf(named(moved, f, "no result"));
      const list = named(moved, f, "无成绩").join("；");
      if (is === "complete") {
        return moved.length === 0
          ? { en: "The data is complete now; the results stay as they were.", "zh-CN": "数据已完整，成绩不变。" }
          : { en: `The data is complete now: ${en}.`, "zh-CN": `数据已完整：${list}。` };
      }
      return moved.length === 0
        ? { en: "Corrected in its details; the results stay as they were.", "zh-CN": "明细已更正，成绩不变。" }
        : { en: `Corrected: ${en}.`, "zh-CN": `已更正：${list}。` };
    }),
};
