import { format, type Reader, type Say, say } from "../../../kernel/locale.ts";
import type { Refusal } from "../refusals.ts";
import type { State } from "../states.ts";
import { cardWords } from "./card.ts";
import { stateNames } from "./names.ts";

type Why = Refusal["why"];
type Of<W extends Why> = Extract<Refusal, { why: W }>;

export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });
/** Above what somebody wrote that was not kept. */
export const written = say({
  en: "What you wrote, so that it is not lost:",
  "zh-CN": "您刚才填写的内容（以免丢失）：",
});

const listed = (categories: Of<"no-such-category">["categories"], { locale }: Reader): string =>
  format(locale).anyOf(Object.values(categories).map((names) => names[locale]));

const notSeen = say({
  en: "That is open to whoever asked and to those who may help: people on duty, leads, supervisors and others whom your site names. Your own are under /helpme list.",
  "zh-CN": "仅求助人和可协助的人员（当值人员、班组长、主管等）可以查看。您本人的求助请用 /helpme list 查看。",
});

/** What a state leaves to do: what is over is reopened, but what was cancelled is asked anew. */
function notNow(state: State): Say {
  const [en, zh] = [`This request is ${stateNames[state]("en").toLowerCase()}`, stateNames[state]("zh-CN")];
  if (state === "resolved" || state === "closed") {
    return say({
      en: `${en}. Not settled after all? Press “${cardWords.reopen("en")}” on its card, or /helpme reopen and its number, such as H-12.`,
      "zh-CN": `该求助${zh}。如问题仍未解决，请在求助卡片上按“${cardWords.reopen("zh-CN")}”，或输入 /helpme reopen 加编号（如 H-12）。`,
    });
  }
  if (state === "cancelled") {
    return say({
      en: `${en}. If you need help with it after all, ask anew: /helpme`,
      "zh-CN": `该求助${zh}。如仍需帮助，请重新求助：/helpme`,
    });
  }
  return say({
    en: `${en}, so that cannot be done with it. What is open is under /helpme list.`,
    "zh-CN": `该求助目前为“${zh}”，无法执行此操作。可用 /helpme list 查看其他求助。`,
  });
}

/** Why something about help was not done, and what to do instead. */
const refusals: { readonly [W in Why]: (refusal: Of<W>, reader: Reader) => Say } = {
  nobody: ({ say: why }) => why,
  several: ({ say: why }) => why,
  "not-linked": ({ say: why }) => why,
  "not-now": ({ state }) => notNow(state),
  "not-a-helper": () =>
    say({
      en: "Helping is for people on duty now, leads and deputies, supervisors, and other roles that your site names. If you should be on duty, ask your lead; to ask for help yourself: /helpme",
      "zh-CN": "仅当值人员、班组长及副职、主管等可以处理求助。如您应当值班，请联系班组长；需要求助请输入 /helpme。",
    }),
  "own-request": () =>
    say({
      en: `This is your own request, so somebody else answers it. If you need no help any more, press “${cardWords.cancel("en")}” or “${cardWords.solved("en")}” in our direct messages.`,
      "zh-CN": `这是您本人的求助，应由他人处理。如不再需要帮助，请在私信中按“${cardWords.cancel("zh-CN")}”或“${cardWords.solved("zh-CN")}”。`,
    }),
  "not-the-asker": () =>
    say({
      en: "Only whoever asked can do that. If you help with it, answer or resolve it.",
      "zh-CN": "仅求助人本人可以执行此操作。如您在协助处理，请回复或解决。",
    }),
  claimed: ({ name }) =>
    say({
      en: `${name ?? "Somebody else"} is at it already. You can still answer; the duty lead, the agent's lead or a supervisor can hand it over.`,
      "zh-CN": `${name ?? "其他同事"}已在处理。您仍可回复；如需转交，请联系值班长、坐席的班组长或主管。`,
    }),
  "not-a-helper-to": () =>
    say({
      en: "They may not help at this site now: neither on duty nor a lead, nor in a role that helps. See who is on duty with /oncall and hand it over to one of them.",
      "zh-CN": "对方目前不能处理求助（未在岗，也不是班组长等可协助的角色）。请用 /oncall 查看当值人员后再转交。",
    }),
  "hand-over-to-asker": () =>
    say({
      en: `That is whoever asked. If you need something of them, press “${cardWords.answer("en")}” and say so there.`,
      "zh-CN": `对方就是求助人。如需其补充信息，请按“${cardWords.answer("zh-CN")}”并选择“需要坐席补充”。`,
    }),
  "note-needed": ({ least }) =>
    say(({ number }) => ({
      en: `Please leave a note of ${number(least)} or more characters on how it was resolved, so that the next agent is helped at once: press “${cardWords.resolve("en")}”, or /helpme resolve H-12 NOTE with its number.`,
      "zh-CN": `请填写解决方法（至少 ${number(least)} 个字符），方便下一位坐席直接参考：按“${cardWords.resolve("zh-CN")}”，或输入 /helpme resolve H-12 说明（H-12 换成编号）。`,
    })),
  "too-late-to-reopen": ({ until }, { locale, zone }) =>
    say({
      en: `It could be reopened until ${format(locale).dateTime(until, zone)}. Ask anew with /helpme and name its number.`,
      "zh-CN": `重新打开的期限（${format(locale).dateTime(until, zone)}）已过。请用 /helpme 重新求助，并注明原编号。`,
    }),

  "no-such-request": () =>
    say({
      en: "There is no such request. See those that there are with /helpme list.",
      "zh-CN": "没有这条求助。可用 /helpme list 查看现有求助。",
    }),
  "no-such-offer": () =>
    say({
      en: `That answer was not offered for this request. Press “${cardWords.solved("en")}” in our direct messages.`,
      "zh-CN": `该答案并非为这条求助推荐。请在私信中按“${cardWords.solved("zh-CN")}”。`,
    }),
  "other-site": () =>
    say({
      en: "That request is of another site, whose people look after it. Those of yours are under /helpme list.",
      "zh-CN": "该求助属于其他中心，由该中心的人员处理。本中心的求助请用 /helpme list 查看。",
    }),
  "reads-only": () =>
    say({
      en: "Auditors read everything and change nothing. Leave it to people on duty: /oncall",
      "zh-CN": "审计人员只能查看，不能操作。请由当值人员处理，可用 /oncall 查看。",
    }),
  "not-yours-to-see": () => notSeen,
  length: ({ min, max, length }) =>
    say(({ number }) => ({
      en: `Write ${number(min)} to ${number(max)} characters; this has ${number(length)}.`,
      "zh-CN": `请填写 ${number(min)} 至 ${number(max)} 个字符，当前为 ${number(length)} 个。`,
    })),
  "no-such-category": ({ text, categories }, reader) =>
    say({
      en: `“${text}” is no category of your site. Write ${listed(categories, reader)}, or leave it empty.`,
      "zh-CN": `本中心没有“${text}”这个类别。请填写${listed(categories, reader)}，或留空。`,
    }),
  "no-such-filter": ({ text, categories }, reader) =>
    say({
      en: `“${text}” is nothing that a list can be narrowed down by. Take mine, open, claimed, waiting, over, live, or a category: ${listed(categories, reader)}.`,
      "zh-CN": `无法按“${text}”筛选。可用：我的、待接手、处理中、待回复、已结束、在线，或类别：${listed(categories, reader)}。`,
    }),
  "not-a-time": ({ text }) =>
    say({
      en: `“${text}” is no time for a call-back. Write 14:30 for today, or 2026-03-10 14:30.`,
      "zh-CN": `“${text}”不是有效的回电时间。今天请写 14:30，其他日期请写 2026-03-10 14:30。`,
    }),
  "call-back-past": ({ at }, { locale, zone }) =>
    say({
      en: `A call-back cannot be in the past: ${format(locale).dateTime(at, zone)}. For another day write it with the date, as 2026-03-09 14:30.`,
      "zh-CN": `回电时间不能早于现在：${format(locale).dateTime(at, zone)}。其他日期请写明日期，例如 2026-03-09 14:30。`,
    }),
  which: ({ verb }) =>
    say({
      en: `Which one? Write its number, as /helpme ${verb} H-12. The numbers are under /helpme list.`,
      "zh-CN": `请写明编号，例如 /helpme ${verb} H-12。编号可用 /helpme list 查看。`,
    }),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal, reader: Reader): string =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: Refusal, reader: Reader) => Say)(refusal, reader)(reader.locale);
