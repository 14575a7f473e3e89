import { say } from "../../../kernel/locale.ts";
import type { ItemState } from "../domain.ts";

/** What a single item says to its author and its editors. */
export const itemWords = {
  title: (section: string, title: string) => say({ en: `${section} · ${title}`, "zh-CN": `${section} · ${title}` }),
  putForward: say({ en: "Thank you, the editors have it", "zh-CN": "感谢供稿，编辑已收到" }),
  next: (week: string) =>
    say(({ day }) => ({
      en: `What happens next: the editors look at it before the bulletin goes out. If they approve it, it stands in the bulletin of ${day(week)} with your name. You can change it until they decide, and take it back until it is out.`,
      "zh-CN": `接下来：编辑会在发布前审核。通过后将刊登在${day(week)}的周报上，并署您的姓名。审核前您可以修改，发布前可以撤回。`,
    })),
  by: say({ en: "From ", "zh-CN": "供稿：" }),
  at: say({ en: ", ", "zh-CN": "，" }),
  editedBy: say({ en: ". Edited by ", "zh-CN": "。编辑：" }),
  place: (week: string, place: number, of: number) =>
    say(({ day, number }) => ({
      en: `For the bulletin of ${day(week)}, ${number(place)} of ${number(of)} in its section.`,
      "zh-CN": `拟刊登于${day(week)}的周报，本栏目第 ${number(place)} 篇，共 ${number(of)} 篇。`,
    })),
  state: {
    submitted: say({ en: "Waiting for approval.", "zh-CN": "待审核。" }),
    approved: say({ en: "Approved.", "zh-CN": "已通过。" }),
    dropped: say({ en: "Dropped: it stays out of the bulletin.", "zh-CN": "已撤下，不会刊登。" }),
  } satisfies Record<ItemState, unknown>,
  isOut: say({
    en: "The bulletin is out: a change here is corrected where it was posted.",
    "zh-CN": "周报已发布：在此所做的更改会更新到已发布的消息。",
  }),
  neverOut: say({
    en: "That bulletin never went out. It can be moved to the coming one.",
    "zh-CN": "该期周报未能发布，可将此稿件移到下一期。",
  }),
  approve: say({ en: "Approve", "zh-CN": "通过" }),
  edit: say({ en: "Edit", "zh-CN": "编辑" }),
  change: say({ en: "Change", "zh-CN": "修改" }),
  drop: say({ en: "Drop", "zh-CN": "撤下" }),
  putBack: say({ en: "Put back", "zh-CN": "恢复" }),
  up: say({ en: "Up", "zh-CN": "上移" }),
  down: say({ en: "Down", "zh-CN": "下移" }),
  carry: say({ en: "Move to the coming bulletin", "zh-CN": "移到下一期" }),
  back: say({ en: "To the draft", "zh-CN": "返回草稿" }),
  takeBack: say({ en: "Take it back", "zh-CN": "撤回" }),
  sureTakeBack: say({ en: "Take it back? It will be gone.", "zh-CN": "确定撤回吗？稿件将被删除。" }),
  sureDropOut: say({
    en: "Take it out of the bulletin that is out?",
    "zh-CN": "确定从已发布的周报中撤下吗？",
  }),
  takenBack: say({ en: "Taken back", "zh-CN": "已撤回" }),
  takenBackText: (title: string) =>
    say({ en: `“${title}” will not be in the bulletin.`, "zh-CN": `“${title}”不会再刊登。` }),
  sectionPlace: (place: number, of: number) =>
    say(({ number }) => ({
      en: `${number(place)} of ${number(of)} sections.`,
      "zh-CN": `第 ${number(place)} 个栏目，共 ${number(of)} 个。`,
    })),
  sectionDropped: say({ en: "Dropped: readers do not see it.", "zh-CN": "已撤下，读者看不到。" }),
  sectionEmpty: say({
    en: "There is nothing in it, so it is left out as long as that is so.",
    "zh-CN": "暂无内容，没有内容时不会刊登。",
  }),
} as const;
