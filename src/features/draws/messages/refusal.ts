import { type Say, say } from "../../../kernel/locale.ts";
import type { DrawRefusal } from "../card.ts";
import type { RandomnessFault } from "../randomness.ts";
import { prizeRefusal } from "../rules.ts";
import { drawWords } from "./draw.ts";
import { ruleWords } from "./rule.ts";

type Why = DrawRefusal["why"];
type Of<W extends Why> = Extract<DrawRefusal, { why: W }>;

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });

const faults: { readonly [F in RandomnessFault]: Say } = {
  "other-source": say({ en: "it is of another source than was promised", "zh-CN": "来源与承诺不符" }),
  "other-seed": say({ en: "it is not the seed that was committed to", "zh-CN": "不是承诺的种子" }),
  "no-nonce": say({ en: "nobody has added a number", "zh-CN": "无人加入号码" }),
  forged: say({ en: "its signature is not drand's", "zh-CN": "签名并非来自 drand" }),
  malformed: say({ en: "it is not written as it should be", "zh-CN": "格式不正确" }),
};

/** A reason of the rule as a whole sentence with what to do next. */
const ruled = (why: Say): Say =>
  say({
    en: `You cannot take part: ${why("en")}. See the others with /draw list.`,
    "zh-CN": `您不能参加：${why("zh-CN")}。可用 /draw list 查看其他抽奖。`,
  });

/** Why something was not done with a draw, and what to do instead. */
const refusals: { readonly [W in Why]: (refusal: Of<W>) => Say } = {
  "not-now": ({ state }) =>
    say({
      en: `The draw is ${drawWords.states[state]("en")} by now, so that cannot be done any more, or not yet. /draw list shows how it stands.`,
      "zh-CN": `该抽奖目前${drawWords.states[state]("zh-CN")}，无法执行此操作。可用 /draw list 查看状态。`,
    }),
  "too-late": () =>
    say({
      en: "The hour for that has passed: it closed a moment ago or earlier. /draw list shows what is open now.",
      "zh-CN": "已过截止时间。可用 /draw list 查看正在报名的抽奖。",
    }),
  organiser: () =>
    say({
      en: "You made this draw, and whoever makes one never takes part in it.",
      "zh-CN": "您是本次抽奖的发起人，不能参加自己发起的抽奖。",
    }),
  "not-in-it": () =>
    say({
      en: "You are not in this draw. /draw list shows which ones you can enter.",
      "zh-CN": "您没有参加该抽奖。可用 /draw list 查看可参加的抽奖。",
    }),
  "same-person": () =>
    say({
      en: "You asked for it yourself, so a second person has to agree: another admin, a supervisor or an auditor. If you changed your mind, take it back.",
      "zh-CN": "取消由您提议，须由另一位管理员、主管或审计人员同意。如改变主意，可撤回提议。",
    }),
  "nobody-cancels": () =>
    say({
      en: "Nobody asks to cancel it any more: that was taken back. The draw goes on.",
      "zh-CN": "取消提议已撤回，抽奖照常进行。",
    }),
  "answered-already": () =>
    say({
      en: "That challenge was answered already; nothing was changed. The answer stands in the channel.",
      "zh-CN": "该异议已有答复，未做更改。答复见频道。",
    }),
  "no-such-challenge": () =>
    say({
      en: "There is no such challenge. Look at the draw with /draw list.",
      "zh-CN": "没有这条异议。可用 /draw list 查看抽奖。",
    }),
  "own-challenge": () =>
    say({
      en: "That challenge is your own. Another admin or an auditor has to answer it.",
      "zh-CN": "这是您自己提出的异议，须由其他管理员或审计人员答复。",
    }),
  "no-channel": () =>
    say({
      en: "Your site has no channel in fairline.yaml (`channels`), and a draw lives in public: its list and result have to be posted where everybody reads them.",
      "zh-CN": "本中心尚未在 fairline.yaml 的 channels 中设置频道。抽奖须公开进行，名单和结果要发布在所有人可见之处。",
    }),
  "own-draw": () =>
    say({
      en: "You made, opened or entered this draw, so somebody else has to do that: an admin or an auditor who did not.",
      "zh-CN": "您发起、开放或参加了本次抽奖，须由其他管理员或审计人员处理。",
    }),
  knowable: () =>
    say({
      en: "What the draw comes to can be known by now, so it is not cancelled any more. Whoever wins may give the prize up.",
      "zh-CN": "开奖结果已可推知，不能再取消。中奖者可以放弃奖品。",
    }),
  "other-number": () =>
    say({
      en: "That is not the number that was typed first. Compare both with what was published; whoever typed first can put a slip right by typing again.",
      "zh-CN": "与首次录入的号码不一致。请与公布内容核对；首次录入者可重新录入以更正。",
    }),
  "not-yours": () =>
    say({
      en: "That is not yours to do here: no prize of this draw is offered to you, or the wish is somebody else's. Whatever waits for you is in /draw list.",
      "zh-CN": "您无法执行此操作：该抽奖没有待您领取的奖品，或提议人不是您。可用 /draw list 查看。",
    }),
  "claimed-already": () =>
    say({
      en: "You have claimed it already. It is yours; nothing more to do.",
      "zh-CN": "您已领取过，无需再次操作。",
    }),
  forfeited: () =>
    say({
      en: "The time to claim it has passed or it was given up, so it goes to the next in line. If that is a mistake, ask an admin of your site.",
      "zh-CN": "已超过领取期限或已放弃，奖品转给候补。如有疑问，请联系本中心管理员。",
    }),
  randomness: ({ fault }) =>
    say({
      en: `That randomness was not taken: ${faults[fault]("en")}. Nothing was drawn; check it and try again.`,
      "zh-CN": `随机数未被采用：${faults[fault]("zh-CN")}。未开奖，请核对后重试。`,
    }),
  "not-here": () => ruled(ruleWords.notHere),
  auditor: () => ruled(ruleWords.auditor),
  "won-lately": ({ days }) => ruled(ruleWords.wonLately(days)),
  "no-award": ({ awards }) => ruled(ruleWords.noAward(awards)),
  condition: ({ condition, value }) => ruled(ruleWords.missed(condition, value)),
  "no-such-draw": ({ number }) =>
    say({
      en: `There is no ${number === undefined ? "such draw" : `draw ${number}`} at your site. /draw list shows all of them.`,
      "zh-CN": `本中心没有${number === undefined ? "这个抽奖" : `抽奖 ${number}`}。可用 /draw list 查看全部。`,
    }),
  "not-open-to-you": () =>
    say({
      en: "Your roles do not allow that. Admins make and cancel draws, auditors check them; ask one of them.",
      "zh-CN": "您的角色没有此权限。抽奖由管理员发起和取消、审计人员核验，请联系他们。",
    }),
  "in-it-already": () => say({ en: "You are in it already. Nothing was changed.", "zh-CN": "您已参加，未做更改。" }),
  "takes-everybody": () =>
    say({
      en: "Nobody enters or leaves this draw: whoever fulfils its rule at the close is in it. You can add a number of your own.",
      "zh-CN": "该抽奖无需报名或退出：截止时符合条件者自动参加。您可以加入自己的号码。",
    }),
  "needs-no-number": () =>
    say({
      en: "This draw takes its randomness from outside, so nobody adds numbers to it. Nothing is missing.",
      "zh-CN": "该抽奖的随机数来自外部，无需加入号码。",
    }),
  "enter-first": () =>
    say({
      en: "Numbers come from those who take part and from auditors. Enter first, then add yours.",
      "zh-CN": "只有参加者和审计人员可加入号码。请先参加，再加入号码。",
    }),
  changed: () =>
    say({
      en: "It has changed since you saw it, so nothing was done. Look at it again with /draw list and decide then.",
      "zh-CN": "内容在您查看之后已变化，未执行任何操作。请用 /draw list 重新查看后再决定。",
    }),
  "asked-already": ({ isOwn }) =>
    isOwn
      ? say({
          en: "You asked for that already; it waits for a second person. Nothing was changed.",
          "zh-CN": "您已提议取消，正等待第二人同意。未做更改。",
        })
      : say({
          en: "Somebody asks for that already. If you agree, second it instead.",
          "zh-CN": "已有人提议取消。如同意，请点击“同意取消”。",
        }),
  "challenge-waits": () =>
    say({
      en: "Your earlier challenge still waits for its answer, and the draw waits with it. Once it is answered you can send another.",
      "zh-CN": "您之前的异议尚待答复，抽奖会等待答复。答复后可再次提出。",
    }),
  forgives: () => prizeRefusal,
  "closes-too-soon": () =>
    say({
      en: "It would close within the hour, and nobody could enter. Choose a later day; it closes at 17:00 on it.",
      "zh-CN": "不到一小时就会截止，来不及报名。请选择更晚的日期（当日 17:00 截止）。",
    }),
  "closes-too-late": ({ days }) =>
    say(({ number }) => ({
      en: `A draw is open for at most ${number(days)} days. Choose an earlier day.`,
      "zh-CN": `报名最长 ${number(days)} 天，请选择更早的日期。`,
    })),
  "not-a-public-number": () =>
    say({
      en: "This draw does not go by a public number, so there is none to type.",
      "zh-CN": "该抽奖不采用公开号码，无需录入。",
    }),
};

/** Why something was not done with a draw. */
export const refusalWords = <W extends Why>(refusal: Of<W>): Say =>
  (refusals[refusal.why as W] as (refusal: Of<W>) => Say)(refusal);
