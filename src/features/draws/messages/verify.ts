import { say } from "../../../kernel/locale.ts";

/** What `/draw verify` says. */
export const verifyWords = {
  title: (number: number) => say({ en: `Check draw ${number} yourself`, "zh-CN": `自行核验抽奖 ${number}` }),
  holds: say({
    en: "Fairline's own check holds: run again from the posted list, the draw comes to the same people in the same order. Do not take its word for it:",
    "zh-CN": "Fairline 自检通过：按公布的名单重新运算，运算得到的人员和顺序与公布结果一致。您也可以自行核验：",
  }),
  fails: say({
    en: "Fairline's own check does NOT hold. Tell an auditor now, and keep the files below.",
    "zh-CN": "Fairline 自检未通过！请立即告知审计人员，并保存下列文件。",
  }),
  winners: say({ en: "Winners' pseudonyms", "zh-CN": "中奖者化名" }),
  run: say({
    en: "Save both files into one folder and run this; it needs only Node and no network:",
    "zh-CN": "把两个文件存到同一文件夹并运行下列命令，只需 Node，无需联网：",
  }),
  drandNote: say({
    en: "The script cannot check drand's signature: it says HOLDS, IF, and where to look the round up. This checks it against the pinned key: ",
    "zh-CN":
      "该脚本无法核验 drand 签名，只会给出有条件的结论（HOLDS, IF）及查询该轮次的地址；可用以下命令按固定公钥核验：",
  }),
  opened: say({
    en: "It is still open. What can be checked already is that Fairline cannot change its seed: note its hash, and compare it with the seed once that is told.",
    "zh-CN": "仍在报名。现在就能核验的是：Fairline 无法更换种子。请记下其哈希值，待种子公布后比对。",
  }),
  openedOther: say({
    en: "It is still open, and there is nothing to check yet. At the close the list is posted with its hash.",
    "zh-CN": "仍在报名，暂无可核验内容。截止时会公布名单及其哈希值。",
  }),
  listed: say({
    en: "Its list is fixed. Save the file and compute its SHA-256: it has to be the one that was posted in the channel. Look up your own line as well.",
    "zh-CN": "名单已确定。请保存文件并计算 SHA-256，应与频道公布的一致。也请查看您自己的记录。",
  }),
  otherList: say({
    en: "The kept list is NOT that of the posted hash. Tell an auditor now.",
    "zh-CN": "保存的名单与公布的哈希值不符！请立即告知审计人员。",
  }),
  cancelled: say({
    en: "It was cancelled before it was drawn, so there is no result to check.",
    "zh-CN": "该抽奖在开奖前已取消，没有结果可核验。",
  }),
  choose: say({ en: "Which draw do you want to check?", "zh-CN": "核验哪一个抽奖？" }),
  none: say({
    en: "There is no draw to check yet. See what is coming: ",
    "zh-CN": "暂无可核验的抽奖。查看抽奖：",
  }),
} as const;
