import type { Manifest, ProofFault } from "../features/draws/index.ts";
import { type Say, say } from "../kernel/locale.ts";

/** Why a draw does not hold, and what that may mean. */
const fault: { readonly [W in ProofFault]: Say } = {
  "no-proof": say({
    en: "This is no file of a draw. Save the file draw-….json that was posted with the result, and try again.",
    "zh-CN": "这不是抽奖结果文件。请保存随结果发布的 draw-….json 后重试。",
  }),
  "other-manifest": say({
    en: "DOES NOT HOLD: entrants and tickets are not those whose hash was posted.",
    "zh-CN": "核验不通过：参加名单与公布的哈希值不符。",
  }),
  "not-canonical": say({
    en: "DOES NOT HOLD: the list of entrants is not written in the canonical way, so its hash proves nothing.",
    "zh-CN": "核验不通过：参加名单不是规范写法，其哈希值不能作为依据。",
  }),
  "other-result": say({
    en: "DOES NOT HOLD: run again, the draw comes to other winners.",
    "zh-CN": "核验不通过：重新计算得到的中奖者不同。",
  }),
  "other-source": say({
    en: "DOES NOT HOLD: the randomness is not of the source that was named before.",
    "zh-CN": "核验不通过：随机数并非来自事先指定的来源。",
  }),
  "other-seed": say({
    en: "DOES NOT HOLD: the seed is not the one that was committed to when the draw was opened.",
    "zh-CN": "核验不通过：种子与开放时承诺的不符。",
  }),
  "no-nonce": say({
    en: "DOES NOT HOLD: nobody but Fairline has added a number, so Fairline alone knew the outcome.",
    "zh-CN": "核验不通过：没有任何参加者加入自选数，结果可被系统预知。",
  }),
  forged: say({
    en: "DOES NOT HOLD: drand never signed this round.",
    "zh-CN": "核验不通过：drand 从未签署这一轮随机数。",
  }),
  malformed: say({
    en: "DOES NOT HOLD: the randomness is not written in the way of its source.",
    "zh-CN": "核验不通过：随机数的格式有误。",
  }),
};

/** What `fairline verify` says. */
export const verifyWords = {
  verify: say({ en: "runs again what anybody may check", "zh-CN": "重新计算可公开核验的结果" }),
  draw: say({ en: "runs a draw again from its file", "zh-CN": "根据文件重新计算一次抽奖" }),
  file: say({ en: "the draw-….json that was posted with the result", "zh-CN": "随结果发布的 draw-….json" }),
  posted: say({ en: "the manifest's hash, as it was posted when the draw closed", "zh-CN": "截止时公布的名单哈希值" }),
  unreadable: (path: string, code: string) =>
    say({ en: `${path} cannot be read (${code}).`, "zh-CN": `无法读取 ${path}（${code}）。` }),
  fault,
  holds: say({ en: "HOLDS: the draw came to its winners by the rules.", "zh-CN": "核验通过：中奖者由规则得出。" }),
  of: ({ prize, entrants }: Manifest) =>
    say(({ number }) => {
      const tickets = entrants.reduce((sum, one) => sum + one.tickets, 0);
      return {
        en: `Prize: ${prize}. ${number(entrants.length)} entrants, ${number(tickets)} tickets.`,
        "zh-CN": `奖品：${prize}。共 ${number(entrants.length)} 人参加，${number(tickets)} 张奖券。`,
      };
    }),
  hash: (hash: string, isPosted: boolean) =>
    say({
      en: isPosted
        ? `Manifest: ${hash}, as posted.`
        : `Manifest: ${hash}. Compare it with the hash that was posted when the draw closed.`,
      "zh-CN": isPosted ? `名单哈希值：${hash}，与公布的一致。` : `名单哈希值：${hash}。请与截止时公布的哈希值核对。`,
    }),
  source: {
    "commit-reveal": say({
      en: "Randomness: a seed committed to before, mixed with numbers of entrants. Winners:",
      "zh-CN": "随机数：事先承诺的种子与参加者自选数混合。中奖者：",
    }),
    drand: say({
      en: "Randomness: a round of drand, its signature checked against the pinned key. Winners:",
      "zh-CN": "随机数：drand 公共随机数，签名已用内置公钥核验。中奖者：",
    }),
    public: say({
      en: "Randomness: a public number. Compare it with what was published. Winners:",
      "zh-CN": "随机数：公开号码，请与公布的号码核对。中奖者：",
    }),
  },
  alternates: (count: number) =>
    say({ en: count === 1 ? "Alternate:" : "Alternates, in order:", "zh-CN": "候补（按顺序）：" }),
} as const;
