import { type Say, say } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import type { CardRefusal } from "../cards.ts";
import { dayOfWeek } from "./days.ts";

const dated =
  (words: (day: string) => { readonly en: string; readonly "zh-CN": string }) =>
  (on: LocalDate): Say =>
  (locale) =>
    words(dayOfWeek(on, locale))[locale];

const refusals: Readonly<Record<CardRefusal["why"], Say>> = {
  gone: say({
    en: "There is no card here for you to sign. It may have been taken away; there is nothing that you need to do.",
    "zh-CN": "没有您可以签名的这张贺卡，它可能已被取消。您无需处理。",
  }),
  "own-card": say({
    en: "This card is for you, so others sign it. Look into your direct messages to read it.",
    "zh-CN": "这是给您的贺卡，由同事签名。请在私信中查看。",
  }),
  over: say({
    en: "The day is over and the card stays as it was handed over. Tell your wishes in person: they are welcome late as well.",
    "zh-CN": "生日祝福已结束，贺卡不再更改。您可以当面送上祝福，晚一点也没关系。",
  }),
  "not-opener": say({
    en: "Somebody else writes the words that this card begins with. You can sign it.",
    "zh-CN": "这张贺卡的开场寄语由其他人来写，您可以签名。",
  }),
  "not-signed": say({
    en: "There is nothing of yours on this card. You can sign it as long as the day lasts.",
    "zh-CN": "这张贺卡上没有您写的内容。当天结束前您都可以签名。",
  }),
};

/** What is said about cards. */
export const cardWords = {
  words: say({ en: "Your words", "zh-CN": "您的祝福" }),
  wordsHint: say({ en: "Up to 300 characters", "zh-CN": "最多 300 字" }),
  signSummary: say({ en: "Sign the card", "zh-CN": "给贺卡签名" }),
  openSummary: say({ en: "Write the words that the card begins with", "zh-CN": "写贺卡的开场寄语" }),
  takeBackSummary: say({ en: "Take back what you wrote", "zh-CN": "撤回您写的内容" }),

  label: say({ en: "Birthday cards to sign", "zh-CN": "待签名的生日贺卡" }),
  askTitle: (name: string) => say({ en: `A card for ${name}`, "zh-CN": `给${name}的贺卡` }),
  birthdayOn: (name: string, on: LocalDate): Say => {
    return dated((day) => ({ en: `${name} has a birthday on ${day}.`, "zh-CN": `${name}的生日是${day}。` }))(on);
  },
  handedOver: dated((day) => ({ en: ` The card is handed over on ${day}.`, "zh-CN": `贺卡将于${day}送出。` })),
  secret: say({
    en: "Until then they do not see it, so please keep the secret.",
    "zh-CN": "在此之前本人看不到，请保密。",
  }),
  youOpen: say({
    en: "You are asked for the words that it begins with.",
    "zh-CN": "请您写一段开场寄语。",
  }),
  unclear: (name: string) =>
    say({
      en: `Your site's executive (“${name}”) is nobody or several people here, so you are asked. An admin can put it right in fairline.yaml.`,
      "zh-CN": `贵中心配置的 executive（“${name}”）查无此人或对应多人，因此请您来写。管理员可在 fairline.yaml 中更正。`,
    }),
  yours: say({ en: "You wrote: ", "zh-CN": "您写道：" }),
  open: say({ en: "Write the opening", "zh-CN": "写开场寄语" }),
  sign: say({ en: "Sign the card", "zh-CN": "签名" }),
  change: say({ en: "Change my words", "zh-CN": "修改" }),
  takeBack: say({ en: "Take it back", "zh-CN": "撤回" }),
  noCard: say({ en: "There is no card any more. Thank you all the same.", "zh-CN": "这张贺卡已取消，谢谢您的心意。" }),

  masked: say({
    en: "I masked a number: card, account, identity and phone numbers do not belong here.",
    "zh-CN": "已隐去其中的号码：请勿填写银行卡号、账号、证件号、电话等信息。",
  }),
  written: say({ en: "Thank you, it is on the card", "zh-CN": "谢谢，已写入贺卡" }),
  until: dated((day) => ({
    en: `You can change it or take it back until ${day} is over.`,
    "zh-CN": `在${day}结束之前，您可以修改或撤回。`,
  })),
  takenBack: say({ en: "It is off the card", "zh-CN": "已从贺卡撤回" }),
  signAgain: say({
    en: "You can write something else as long as there is time.",
    "zh-CN": "在截止之前，您可以重新填写。",
  }),
  refused: say({ en: "That was not done", "zh-CN": "未执行" }),
  refusals,

  cardLabel: say({ en: "Your birthday card", "zh-CN": "您的生日贺卡" }),
  cardTitle: (name: string) => say({ en: `🎂 Happy birthday, ${name}!`, "zh-CN": `🎂 ${name}，生日快乐！` }),
  trueDay: dated((day) => ({
    en: `Your birthday is on ${day}, and this comes on the working day.`,
    "zh-CN": `您的生日是${day}，祝福在工作日送到。`,
  })),
  from: (name: string) => say({ en: ` — ${name}`, "zh-CN": `——${name}` }),
  quoted: (words: string) => say({ en: `“${words}”`, "zh-CN": `“${words}”` }),
  signatures: say({ en: "From your colleagues", "zh-CN": "来自同事的祝福" }),
  fromAll: (site: string) =>
    say({
      en: `All of us at ${site} wish you a good day and a good year.`,
      "zh-CN": `${site}全体同事祝您今天开心，新的一岁一切顺利。`,
    }),
  somebody: say({ en: "somebody who has left", "zh-CN": "已离职的同事" }),
} as const;
