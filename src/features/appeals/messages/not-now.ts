import { type Say, say } from "../../../kernel/locale.ts";
import type { Move } from "../card.ts";
import { after, type Event, type State, states } from "../states.ts";
import { stateNames } from "./case.ts";

/** What somebody may try before its time or after it. */
export type Act = Exclude<Move, "again">;

/** What tells, by being possible, that the time for an act is there. */
const told: Readonly<Record<Act, Event>> = {
  withdraw: "withdrawn",
  answer: "answered",
  forward: "forwarded",
  return: "returned",
  grant: "granted",
  deny: "denied",
  state: "withdrawn",
  vote: "decided",
};

const isEarly = (act: Act, state: State): boolean =>
  states.indexOf(state) < states.findIndex((one) => after(one, told[act]) !== undefined);

/** What to do instead while the time for an act is still to come. */
const early: Readonly<Partial<Record<Act, Say>>> = {
  answer: say({
    en: "If the lead needs something from you, you get a message with a button to answer. If you would rather add to it now, take the appeal back and file it again, while the days to file last.",
    "zh-CN": "班组长如需补充，会向您发送带按钮的消息。若现在就想补充，可在申诉期限内撤回后重新提交。",
  }),
  forward: say({
    en: "A supervisor first says whether it is heard. If it is, the lead gets a message with a button to pass it on.",
    "zh-CN": "须先由主管决定是否受理。受理后，班组长会收到带转交按钮的消息。",
  }),
  return: say({
    en: "A supervisor first says whether it is heard. If it is, the lead gets a message with a button to ask the agent.",
    "zh-CN": "须先由主管决定是否受理。受理后，班组长会收到可请坐席补充的消息。",
  }),
  vote: say({
    en: "Whoever sits on its panel gets a message with a button for each item as soon as it is their turn. Until then there is nothing to score.",
    "zh-CN": "进入评审后，各位评审会收到带评分按钮的消息，在此之前无需评分。",
  }),
};

const soon = say({ en: "Please look at it again in a moment.", "zh-CN": "请稍后再查看。" });
const heard = say({
  en: "It is heard, so no word about an exception is needed any more.",
  "zh-CN": "该申诉已受理，不再需要决定是否例外。",
});

/** What there is instead once the time for an act is over. */
const late: Readonly<Record<Act, Say>> = {
  withdraw: say({
    en: "It is decided. An appeal never lowers a score, so it has cost nothing.",
    "zh-CN": "申诉已裁定。申诉不会降低分数，因此不会有任何损失。",
  }),
  answer: say({
    en: "It is decided on what is there. New evidence can be put forward once more after a first decision.",
    "zh-CN": "将以现有材料裁定。首次裁定后如有新的证据，可再申诉一次。",
  }),
  forward: say({
    en: "It has left the lead and goes on by itself, so nothing more is needed.",
    "zh-CN": "申诉已离开班组长环节，后续自动进行，无需再操作。",
  }),
  return: say({
    en: "It has left the lead and is decided on what is there, so nothing more is needed.",
    "zh-CN": "申诉已离开班组长环节，将以现有材料裁定，无需再操作。",
  }),
  grant: heard,
  deny: heard,
  state: say({
    en: "It is decided. Should it be heard a second time, the scorer is asked again.",
    "zh-CN": "申诉已裁定。如进行第二次申诉，会再次请评分人说明依据。",
  }),
  vote: say({
    en: "The panel is done with it, so no vote is needed any more.",
    "zh-CN": "评审组已评审完毕，无需再评分。",
  }),
};

/** What is left to do where it has ended without a decision. */
const ended: Readonly<Partial<Record<State, Say>>> = {
  withdrawn: say({
    en: "The agent has taken it back, and may file it again while the days to file last.",
    "zh-CN": "坐席已撤回，在申诉期限内可重新提交。",
  }),
  expired: say({
    en: "It came late and was not heard. Whoever thinks that the score is wrong all the same can talk to the lead or a supervisor.",
    "zh-CN": "该申诉逾期提交，未获受理。如仍认为分数有误，可与班组长或主管沟通。",
  }),
  void: say({
    en: "There is nothing left to decide, and nothing to do.",
    "zh-CN": "已没有需要裁定的内容，无需再操作。",
  }),
};

const below = say({ en: "Below is how it stands.", "zh-CN": "目前的情况如下。" });

/** That an act has its time before or after this state, and what to do instead. */
export function notNow(state: State, act: Act | undefined): Say {
  const stands = stateNames[state];
  const isYet = act !== undefined && isEarly(act, state);
  const instead = isYet ? (early[act] ?? soon) : (ended[state] ?? (act === undefined ? below : late[act]));
  const [en, zh] = [stands("en").toLowerCase(), stands("zh-CN")];
  return isYet
    ? say({
        en: `It is too early for that: the appeal is not there yet (${en}). ${instead("en")}`,
        "zh-CN": `现在还不能执行此操作：申诉尚未到这一步（${zh}）。${instead("zh-CN")}`,
      })
    : say({
        en: `The appeal has moved on (${en}), so this cannot be done any more. ${instead("en")}`,
        "zh-CN": `申诉已不在这一步（${zh}），无法再执行此操作。${instead("zh-CN")}`,
      });
}
