import { say } from "../../../kernel/locale.ts";

/** What an evaluation says to its scorer while they make it. */
export const draftWords = {
  title: (name: string) => say({ en: `Evaluation of ${name} · draft`, "zh-CN": `${name}的质检评分 · 草稿` }),
  form: (name: string, version: number) =>
    say(({ number }) => ({
      en: `Form: ${name}, version ${number(version)}`,
      "zh-CN": `评分表：${name}（第 ${number(version)} 版）`,
    })),
  soFar: (points: number, marked: number, items: number) =>
    say(({ number }) => ({
      en:
        marked === items
          ? `${number(points, 2)} points, all ${number(items)} marked`
          : `${number(points, 2)} so far, ${number(marked)} of ${number(items)} marked`,
      "zh-CN":
        marked === items
          ? `得分 ${number(points, 2)}，${number(items)} 项均已评分`
          : `目前 ${number(points, 2)} 分，已评 ${number(marked)} 项，共 ${number(items)} 项`,
    })),
  nothingSoFar: (marked: number, items: number) =>
    say(({ number }) => ({
      en: `No points yet, ${number(marked)} of ${number(items)} marked`,
      "zh-CN": `尚无得分，已评 ${number(marked)} 项，共 ${number(items)} 项`,
    })),
  page: (page: number, pages: number) =>
    say(({ number }) => ({
      en: `Page ${number(page)} of ${number(pages)}. Every choice is saved at once; you can go on later with `,
      "zh-CN": `第 ${number(page)} 页，共 ${number(pages)} 页。每次选择都会立即保存，之后可继续：`,
    })),
  end: say({ en: ".", "zh-CN": "" }),
  weight: (weight: number) =>
    say(({ number }) => ({ en: ` · weight ${number(weight, 2)}`, "zh-CN": ` · 权重 ${number(weight, 2)}` })),
  canFail: say({ en: " · no points here fail all of it", "zh-CN": " · 此项得零分则整单不合格" }),
  unmarked: say({ en: "not marked yet", "zh-CN": "未评分" }),
  previous: say({ en: "Previous", "zh-CN": "上一页" }),
  next: say({ en: "Next", "zh-CN": "下一页" }),
  publish: say({ en: "Publish", "zh-CN": "发布" }),
  surePublish: (name: string, points: number) =>
    say(({ number }) => ({
      en: `Publish it with ${number(points, 2)} points? ${name} is told at once, and it cannot be changed any more.`,
      "zh-CN": `确定以 ${number(points, 2)} 分发布吗？将立即通知${name}，发布后不能再修改。`,
    })),
  drop: say({ en: "Throw away", "zh-CN": "丢弃" }),
  sureDrop: say({ en: "Throw this draft away? Its marks are lost.", "zh-CN": "确定丢弃草稿吗？已评的分数将丢失。" }),
  dropped: say({ en: "Thrown away", "zh-CN": "已丢弃" }),
  droppedText: (contact: string) =>
    say({
      en: `The draft of contact ${contact} is gone; nobody was told of it. You can begin anew with `,
      "zh-CN": `通话 ${contact} 的草稿已丢弃，未通知任何人。可重新开始：`,
    }),
  comment: say({ en: "Comment", "zh-CN": "评语" }),
  commentHint: say({
    en: "The agent reads it. At most 1,000 characters; left empty, there is none.",
    "zh-CN": "坐席可以看到。最多 1,000 个字符，留空则不写评语。",
  }),
  writeComment: say({ en: "Write a comment", "zh-CN": "撰写评语" }),
  commentOn: say({ en: "Comment on…", "zh-CN": "写评语…" }),
  all: say({ en: "all of it", "zh-CN": "整体评价" }),
  aboutAll: say({ en: "About all of it: ", "zh-CN": "整体评语：" }),

  published: (number: string) => say({ en: `Published: ${number}`, "zh-CN": `已发布：${number}` }),
  publishedNext: (name: string) =>
    say({
      en: `${name} is told privately, and can acknowledge it or appeal. It cannot be changed any more, except by an appeal.`,
      "zh-CN": `将私下通知${name}，本人可以确认或申诉。除申诉改判外不能再更改。`,
    }),
} as const;
