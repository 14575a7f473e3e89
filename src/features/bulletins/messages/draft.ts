import { say } from "../../../kernel/locale.ts";
import type { ItemState } from "../domain.ts";

const counted = (all: Readonly<Record<ItemState, number>>) =>
  say(({ number }) => {
    const { approved, submitted, dropped } = all;
    const told = [
      { en: `${number(approved)} approved`, "zh-CN": `已通过 ${number(approved)} 篇` },
      ...(submitted > 0 ? [{ en: `${number(submitted)} waiting`, "zh-CN": `待审核 ${number(submitted)} 篇` }] : []),
      ...(dropped > 0 ? [{ en: `${number(dropped)} dropped`, "zh-CN": `已撤下 ${number(dropped)} 篇` }] : []),
    ];
    return { en: told.map((one) => one.en).join(" · "), "zh-CN": told.map((one) => one["zh-CN"]).join(" · ") };
  });

/** What the editors' draft says. */
export const draftWords = {
  title: (issue: string) => say({ en: `Draft · ${issue}`, "zh-CN": `草稿 · ${issue}` }),
  outTitle: (issue: string) => say({ en: `Correct · ${issue}`, "zh-CN": `更正 · ${issue}` }),
  goesOut: (on: string) =>
    say(({ day }) => ({
      en: `It goes out on ${day(on)} with what is approved by then; the rest stays out.`,
      "zh-CN": `将于${day(on)}发布，届时只刊登已通过的稿件。`,
    })),
  isOut: say({
    en: "This bulletin is out. What you change here is corrected where it was posted, and says so.",
    "zh-CN": "本期已发布。在此所做的更改会更新到已发布的消息，并注明“已更正”。",
  }),
  neverOut: say({
    en: "This bulletin never went out. Move what is still worth telling to the coming one.",
    "zh-CN": "本期未能发布。仍有价值的稿件可移到下一期。",
  }),
  counts: counted,
  noItems: say({ en: "Nobody has put anything forward yet.", "zh-CN": "目前还没有人供稿。" }),
  approvedBy: say({ en: "Approved as a whole by ", "zh-CN": "整份草稿审核人：" }),
  approvedAt: say({ en: " on ", "zh-CN": "，审核时间：" }),
  empty: (names: readonly string[]) =>
    say(({ allOf }) => ({
      en: `Nothing to tell yet, so left out: ${allOf(names)}.`,
      "zh-CN": `暂无内容、不会刊登的栏目：${allOf(names)}。`,
    })),
  pictures: say({ en: "Pictures are shown in the preview.", "zh-CN": "图片请在预览中查看。" }),
  state: {
    submitted: say({ en: "waiting", "zh-CN": "待审核" }),
    approved: say({ en: "approved", "zh-CN": "已通过" }),
    dropped: say({ en: "dropped", "zh-CN": "已撤下" }),
  },
  droppedSection: say({ en: " (dropped)", "zh-CN": "（已撤下）" }),
  emptySection: say({ en: " (empty)", "zh-CN": "（暂无内容）" }),
  leftOver: say({ en: "Left over from earlier bulletins", "zh-CN": "往期未刊登的稿件" }),
  pickSection: say({ en: "Open a section", "zh-CN": "选择栏目" }),
  pickItem: (from: number, to: number, isOnly: boolean) =>
    say({
      en: isOnly ? "Open an item" : `Open an item (${from}–${to})`,
      "zh-CN": isOnly ? "选择稿件" : `选择稿件（${from}–${to}）`,
    }),
  approveAll: (count: number) =>
    say(({ number }) => ({ en: `Approve all ${number(count)}`, "zh-CN": `全部通过（${number(count)} 篇）` })),
  approveOne: say({ en: "Approve it", "zh-CN": "通过" }),
  preview: say({ en: "Preview", "zh-CN": "预览" }),
  approved: (count: number) =>
    say(({ number }) => ({
      en:
        count === 0
          ? "Nothing was waiting: the draft is approved as it stands."
          : `Approved: ${count === 1 ? "1 item" : `${number(count)} items`}.`,
      "zh-CN": count === 0 ? "没有待审核的稿件，草稿按现状通过。" : `已通过 ${number(count)} 篇稿件。`,
    })),
  stillWaiting: (count: number) =>
    say(({ number }) => ({
      en: `${count === 1 ? "1 item" : `${number(count)} items`} came or changed after you looked and still ${count === 1 ? "waits" : "wait"}.`,
      "zh-CN": `有 ${number(count)} 篇稿件在您查看之后提交或改动，仍待审核。`,
    })),
} as const;
