import { type Say, say } from "../../../kernel/locale.ts";
import type { DecideRefusal, VoteRefusal } from "../deciding.ts";
import { callName } from "../domain.ts";
import type { ListenRefusal } from "../listening.ts";
import type { NominateRefusal } from "../nominating.ts";
import type { ReadRefusal } from "../reading.ts";
import { toldWords } from "./told.ts";

export type Refusal = NominateRefusal | VoteRefusal | DecideRefusal | ReadRefusal | ListenRefusal;
type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;

/** What is said above a refusal. */
export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });

/** Why something about a good call was not done, and what to do instead. */
const refusals: { readonly [W in Why]: (refusal: Of<W>) => Say } = {
  "no-channel": () =>
    say({
      en: "Your site has no channel in which colleagues could vote. Ask an admin to bind one for good calls in fairline.yaml.",
      "zh-CN": "本中心没有可供投票的频道。请管理员在 fairline.yaml 中为优秀录音指定频道。",
    }),
  "no-such-contact": ({ text }) =>
    say({
      en: `No answered contact of your site fits “${text}”. Check its number, as your phone system and its evaluation (/evaluations) show it, and if you gave a moment, that the call took so long. A call of today may not have been imported yet.`,
      "zh-CN": `本中心没有与“${text}”相符的已接通话。请核对话务系统或质检评分（/evaluations）中的编号；如填写了位置，请确认未超出通话时长。当天的通话可能尚未导入。`,
    }),
  "agent-left": () =>
    say({
      en: "Whoever took that call has left and cannot agree to sharing it. Put forward a call of somebody who is here.",
      "zh-CN": "该通话的坐席已离职，无法征得其同意。请推荐在职坐席的通话。",
    }),
  // Before a call is in the library, its number would lead from the blind vote to its agent, and its state tell a no.
  "put-forward": ({ call }) =>
    call.state === "accepted"
      ? say({
          en: `That call is in the library already: ${callName(call)}. See it with /goodcalls ${callName(call)}.`,
          "zh-CN": `这通电话已在优秀录音库中：${callName(call)}。可用 /goodcalls ${callName(call)} 查看。`,
        })
      : say({
          en: "That call was put forward before. If it enters the library, you find it with /goodcalls. Put forward another one.",
          "zh-CN": "这通电话此前已有人推荐。如果入库，可用 /goodcalls 查看。请推荐其他通话。",
        }),
  "too-many": ({ most }) =>
    say(({ number }) => ({
      en: `You have put forward ${number(most)} ${most === 1 ? "call" : "calls"} this month, which is as many as one person may. Keep the number for next month.`,
      "zh-CN": `您本月已推荐 ${number(most)} 通，达到每人上限。请记下编号，下个月再推荐。`,
    })),
  "draft-gone": () =>
    say({
      en: "What you wrote there is not kept any more. Put the call forward once more with /nominate.",
      "zh-CN": "您填写的内容已不再保留。请用 /nominate 重新推荐。",
    }),

  "own-nomination": () =>
    say({
      en: "You put this one forward, so the others decide. You hear of it under “My nominations” in /goodcalls.",
      "zh-CN": "这通是您推荐的，由其他同事投票。结果可在 /goodcalls 的“我的推荐”中查看。",
    }),
  "own-call": () =>
    say({
      en: "This call is yours, so the others decide. If they choose it, you are asked before anybody learns whose it is.",
      "zh-CN": "这是您本人的通话，由其他同事投票。如果入选，公开前会先征求您的意见。",
    }),
  "reads-only": () =>
    say({
      en: "Auditors can see who put a call forward, so they do not vote. Open it with /goodcalls and its number.",
      "zh-CN": "审计人员可以查看推荐人，因此不参与投票。可用 /goodcalls 加编号查看详情。",
    }),
  "other-site": () =>
    say({
      en: "Colleagues of that site vote on its calls. Those of your own are put to the vote in your channel.",
      "zh-CN": "该通话由其所在中心的同事投票。本中心的投票会发布在您的频道中。",
    }),
  "vote-over": ({ number }) =>
    say({
      en: `The vote on ${callName({ number })} is over, so yours was not counted. What is in the library you find with /goodcalls.`,
      "zh-CN": `${callName({ number })} 的投票已结束，您的投票未计入。入库的录音可用 /goodcalls 查看。`,
    }),

  "not-your-call": () =>
    say({
      en: "Only the agent whose call it is decides whether it is shared.",
      "zh-CN": "是否入库只能由该通话的坐席本人决定。",
    }),
  "not-asked": ({ number, state }) =>
    state === "accepted"
      ? say({
          en: `You agreed to share ${callName({ number })} before. To take that back, press “${toldWords.takeOut("en")}”.`,
          "zh-CN": `您此前已同意 ${callName({ number })} 入库。如需移出，请按“${toldWords.takeOut("zh-CN")}”。`,
        })
      : say({
          en: `The time to answer for ${callName({ number })} is over, so it stays out of the library. You can put it forward yourself with /nominate.`,
          "zh-CN": `${callName({ number })} 的答复时间已过，因此未入库。如有需要，您本人可用 /nominate 重新推荐。`,
        }),
  "not-yours-to-take-back": () =>
    say({
      en: "A call is taken back by who put it forward while the vote is open, and once it is in the library by its agent. An admin does it for an agent who has left.",
      "zh-CN": "投票期间只能由推荐人撤回，入库后只能由坐席本人移出；坐席已离职的，由管理员移出。",
    }),
  "in-the-library": ({ number }) =>
    say({
      en: `${callName({ number })} is in the library now, and its agent alone can take it out; if they have left, ask an admin.`,
      "zh-CN": `${callName({ number })} 已入库，只能由坐席本人移出；坐席已离职的，请联系管理员。`,
    }),
  "over-already": ({ number }) =>
    say({
      en: `The vote on ${callName({ number })} is over. A call is taken back while the vote on it is open.`,
      "zh-CN": `${callName({ number })} 的投票已结束，仅投票期间可以撤回。`,
    }),

  "no-such-call": () =>
    say({
      en: "There is no such good call. See those that there are with /goodcalls.",
      "zh-CN": "没有这通录音。可用 /goodcalls 查看现有录音。",
    }),
  "not-in-library": ({ number }) =>
    say({
      en: `${callName({ number })} is not in the library of your site. Calls enter it after a vote and with their agent's consent; see those that did with /goodcalls.`,
      "zh-CN": `${callName({ number })} 不在本中心的优秀录音库中。录音须经投票并征得坐席同意后入库，可用 /goodcalls 查看已入库的录音。`,
    }),
  "not-yours-to-see": () =>
    say({
      en: "That is shown to auditors, and who opened a recording also to its agent. Ask an auditor.",
      "zh-CN": "此内容仅审计人员可见，收听记录坐席本人也可查看。请联系审计人员。",
    }),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal) => Say)(refusal);
