import { type Say, say } from "../../../kernel/locale.ts";
import type { State } from "../states.ts";

/** What is said of draws everywhere. */
export const drawWords = {
  title: (number: number, prize: Readonly<Record<"en" | "zh-CN", string>>): Say =>
    say({ en: `Draw ${number}: ${prize.en}`, "zh-CN": `抽奖 ${number}：${prize["zh-CN"]}` }),
  states: {
    draft: say({ en: "draft", "zh-CN": "草稿" }),
    open: say({ en: "open", "zh-CN": "报名中" }),
    closed: say({ en: "closed", "zh-CN": "已截止" }),
    challenge: say({ en: "open to challenges", "zh-CN": "异议期" }),
    committed: say({ en: "waiting for its randomness", "zh-CN": "待开奖" }),
    drawn: say({ en: "drawn", "zh-CN": "已开奖" }),
    claimed: say({ en: "drawn, all settled", "zh-CN": "已开奖，奖品已落实" }),
    forfeited: say({ en: "drawn, nobody claimed", "zh-CN": "已开奖，无人领取" }),
    cancelled: say({ en: "cancelled", "zh-CN": "已取消" }),
  } satisfies Record<State, Say>,
  state: say({ en: "State", "zh-CN": "状态" }),
  prize: say({ en: "Prize", "zh-CN": "奖品" }),
  winners: say({ en: "Winners", "zh-CN": "中奖人数" }),
  winnersOf: (winners: number, alternates: number) =>
    say(({ number }) => ({
      en: `${number(winners)}, and ${number(alternates)} alternates in their order`,
      "zh-CN": `${number(winners)} 人，另抽候补 ${number(alternates)} 人（按顺序递补）`,
    })),
  who: say({ en: "Who may take part", "zh-CN": "参加条件" }),
  tickets: say({ en: "Tickets", "zh-CN": "抽奖券" }),
  closes: say({ en: "Closes", "zh-CN": "截止时间" }),
  you: say({ en: "You", "zh-CN": "您" }),
  entrants: say({ en: "Entrants", "zh-CN": "参加人数" }),
  hash: say({ en: "SHA-256 of the list", "zh-CN": "名单的 SHA-256" }),
  challengeUntil: say({ en: "Challenge until", "zh-CN": "异议截止" }),
  randomness: say({ en: "Randomness", "zh-CN": "随机数来源" }),
  somebody: say({ en: "somebody", "zh-CN": "某人" }),
  number: (value: number) => say(({ number }) => ({ en: number(value), "zh-CN": number(value) })),

  seed: say({ en: "Fairline's seed", "zh-CN": "Fairline 的种子" }),
  seedHash: say({ en: "SHA-256 of the seed", "zh-CN": "种子的 SHA-256" }),
  round: say({ en: "drand round", "zh-CN": "drand 轮次" }),
  publicNumber: say({ en: "Public number", "zh-CN": "公开号码" }),
  commitReveal: say({
    en: "a secret seed that Fairline fixed before the first entry, mixed with numbers that entrants and auditors add",
    "zh-CN": "Fairline 在报名前锁定的秘密种子，与参加者和审计人员加入的号码混合",
  }),
  drand: say({
    en: "a round of drand's quicknet, a public beacon that nobody controls; the round is named with the list, before it exists",
    "zh-CN": "drand quicknet 公共随机信标（无人可操控）；公布名单时指定一个尚未产生的轮次",
  }),
  drandRound: (round: number) =>
    say({
      en: `round ${round} of drand's quicknet, which did not exist yet when the list was fixed`,
      "zh-CN": `drand quicknet 第 ${round} 轮（名单确定时尚未产生）`,
    }),
  publicSource: (what: string) =>
    say({ en: `a public number, typed by an auditor: ${what}`, "zh-CN": `公开号码（由审计人员录入）：${what}` }),

  enter: say({ en: "Enter", "zh-CN": "参加" }),
  leave: say({ en: "Leave", "zh-CN": "退出" }),
  addNumber: say({ en: "Add my number", "zh-CN": "加入我的号码" }),
  how: say({ en: "How it works", "zh-CN": "抽奖规则" }),
  line: say({ en: "My line", "zh-CN": "我的记录" }),
  challenge: say({ en: "Challenge", "zh-CN": "提出异议" }),
  answer: (index: number) => say({ en: `Answer challenge ${index}`, "zh-CN": `答复异议 ${index}` }),
  typeNumber: say({ en: "Type the public number", "zh-CN": "录入公开号码" }),
  verify: say({ en: "Check it", "zh-CN": "核验" }),
  cancel: say({ en: "Cancel the draw", "zh-CN": "取消抽奖" }),
  second: say({ en: "Second it", "zh-CN": "同意取消" }),
  keep: say({ en: "Take it back", "zh-CN": "撤回取消" }),
  claim: say({ en: "Claim", "zh-CN": "领取" }),
  giveUp: say({ en: "Give it up", "zh-CN": "放弃" }),
  giveUpConfirm: say({
    en: "Give the prize up? It goes to the first alternate and cannot be had back.",
    "zh-CN": "确定放弃奖品？奖品将转给第一候补，放弃后无法撤销。",
  }),
} as const;
