import { say } from "../../../kernel/locale.ts";

/** What the library of good calls says. */
export const libraryWords = {
  summary: say({ en: "Good calls to listen to", "zh-CN": "优秀录音库" }),
  words: say({ en: "Words", "zh-CN": "关键词" }),
  wordsHint: say({ en: "What you look for, or a number as GC-12", "zh-CN": "要查找的内容，或编号如 GC-12" }),
  skill: say({ en: "Skill", "zh-CN": "技能" }),
  tooLong: say({ en: "Use fewer words; one or two are enough.", "zh-CN": "关键词过长，一两个词即可。" }),

  title: say({ en: "Good calls", "zh-CN": "优秀录音" }),
  found: (all: number) =>
    say(({ number }) => ({
      en:
        all === 1 ? "One call, chosen by colleagues." : `${number(all)} calls chosen by colleagues, the newest first.`,
      "zh-CN": `共 ${number(all)} 通同事推选的录音，最新的在前。`,
    })),
  lookedFor: (what: readonly string[]) =>
    say(({ allOf }) => ({ en: `Looked for: ${allOf(what)}`, "zh-CN": `查找条件：${allOf(what)}` })),
  page: (page: number, pages: number) =>
    say(({ number }) => ({
      en: `Page ${number(page)} of ${number(pages)}`,
      "zh-CN": `第 ${number(page)} 页，共 ${number(pages)} 页`,
    })),
  filter: say({ en: "Show one skill", "zh-CN": "按技能筛选" }),
  all: say({ en: "All skills", "zh-CN": "全部技能" }),
  open: say({ en: "Open a call", "zh-CN": "查看录音" }),
  more: say({ en: "More", "zh-CN": "更多" }),
  back: say({ en: "Back", "zh-CN": "上一页" }),
  option: (call: string, name: string) => say({ en: `${call} · ${name}`, "zh-CN": `${call} · ${name}` }),
  empty: say({
    en: "The library is still empty. Put the first call forward: ",
    "zh-CN": "优秀录音库还是空的。推荐第一通：",
  }),
  nothing: say({
    en: "Nothing matches. Try other words, or see the whole library: ",
    "zh-CN": "没有找到符合条件的录音。请换个关键词，或查看全部：",
  }),

  since: say({ en: "In the library since", "zh-CN": "入库时间" }),
  state: say({ en: "State", "zh-CN": "状态" }),
  heard: (times: number, people: number) =>
    say(({ number }) => ({
      en:
        times === 0
          ? "Nobody has opened the recording yet."
          : `Opened ${times === 1 ? "once" : `${number(times)} times`} by ${people === 1 ? "one person" : `${number(people)} people`}.`,
      "zh-CN": times === 0 ? "还没有人打开过录音。" : `录音已被 ${number(people)} 人打开 ${number(times)} 次。`,
    })),
  whoHeard: say({ en: "Who opened it", "zh-CN": "收听记录" }),
  whoHeardTitle: (call: string) => say({ en: `Who opened ${call}`, "zh-CN": `${call} 的收听记录` }),
  first: say({ en: "First opened", "zh-CN": "首次打开" }),
  times: say({ en: "Times", "zh-CN": "次数" }),
  person: say({ en: "Person", "zh-CN": "人员" }),
  background: say({ en: "Who put it forward, who voted", "zh-CN": "推荐人与投票记录" }),
  backgroundTitle: (call: string) => say({ en: `Behind ${call}`, "zh-CN": `${call} 的推荐与投票` }),
  by: say({ en: "Put forward by", "zh-CN": "推荐人" }),
  nobodyVoted: say({ en: "Nobody has voted.", "zh-CN": "还没有人投票。" }),
  vote: say({ en: "Vote", "zh-CN": "投票" }),
  blindStill: say({
    en: "How each voted is shown once the vote is over.",
    "zh-CN": "每个人的投票在结束后显示。",
  }),
  noted: say({
    en: "That you looked is noted in the audit.",
    "zh-CN": "您的本次查看已记入审计。",
  }),

  linkTitle: (call: string) => say({ en: `The recording of ${call}`, "zh-CN": `${call} 的录音` }),
  linkUntil: say({ en: "This link is for you alone and works until ", "zh-CN": "此链接仅供您本人使用，有效期至 " }),
  opens: say({
    en: "Each opening is noted; its agent can see it.",
    "zh-CN": "每次打开都会记录，坐席本人可以查看。",
  }),
  notPassedOn: (most: number) =>
    say(({ number }) => ({
      en: `Do not pass it on: openings count as yours, and the agent can see them. It works ${number(most)} times.`,
      "zh-CN": `请勿转发：凡由此链接打开，均记在您名下，坐席本人可以查看。最多可打开 ${number(most)} 次。`,
    })),
  openLink: say({ en: "Open the recording", "zh-CN": "打开录音" }),
  askFor: (source: string, contact: string) =>
    say({
      en: `I cannot make a link to recordings here. Look in ${source} for contact ${contact}, or ask whoever looks after it.`,
      "zh-CN": `此处无法生成录音链接。请在 ${source} 中查找通话 ${contact}，或联系该系统的负责人。`,
    }),
} as const;
