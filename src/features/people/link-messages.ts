import { type Say, say } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { gap } from "./spans.ts";
import type { LinkedBy } from "./store.ts";

/** What is said about accounts, codes and who somebody is. */
export const words = {
  strangerTitle: say({ en: "We have not met yet", "zh-CN": "初次见面" }),
  stranger: say({
    en: "I do not know whose account this is. Link it once, and your score, your team and your settings are here. There are two ways:",
    "zh-CN": "我还不知道这是谁的账号。只需关联一次，就能在这里查看您的成绩、班组和设置。有两种办法：",
  }),
  wayByApp: say({
    en: `You already use Fairline in another app: write ${gap} there and press “Get a code”.`,
    "zh-CN": `您已在别的应用里用过 Fairline：在那里输入 ${gap}，再点“获取关联码”。`,
  }),
  wayByPerson: say({
    en: "You are new: ask your team lead, HR or an admin for a code.",
    "zh-CN": "您是第一次使用：请向班组长、人事或管理员要一个关联码。",
  }),
  thenEnter: say({
    en: `With the code in hand, press the button or write ${gap}.`,
    "zh-CN": `拿到关联码后，点下面的按钮，或输入 ${gap}。`,
  }),
  linkLine: say({ en: "link CODE", "zh-CN": "link 关联码" }),
  enterCode: say({ en: "Enter a code", "zh-CN": "输入关联码" }),
  unknownEmail: (email: string) =>
    say({
      en: `This app gives your address as ${email}, which is not on the roster. If it should be, please tell HR.`,
      "zh-CN": `此应用提供的邮箱是 ${email}，花名册中没有。如应登记，请告诉人事。`,
    }),

  leftTitle: say({ en: "This account is no longer active", "zh-CN": "此账号已停用" }),
  left: (name: string, on: LocalDate) =>
    say(({ day }) => ({
      en: `${name}, the roster gives ${day(on)} as your last day, so Fairline no longer answers here. If that is wrong, please ask HR to correct it. Thank you for your work.`,
      "zh-CN": `${name}，花名册上您的最后工作日是${day(on)}，因此 Fairline 不再在这里提供服务。如有误，请联系人事更正。感谢您的付出。`,
    })),

  accountsTitle: say({ en: "Your linked accounts", "zh-CN": "您关联的账号" }),
  welcomeTitle: (name: string) => say({ en: `Welcome, ${name}`, "zh-CN": `${name}，欢迎您` }),
  welcomeByEmail: say({
    en: "Your e-mail address is on the roster, so this account is now linked to you.",
    "zh-CN": "您的邮箱在花名册中，此账号已自动与您关联。",
  }),
  welcomeByCode: say({ en: "This account is now linked to you.", "zh-CN": "此账号已与您关联。" }),
  belongedTo: (name: string) => say({ en: `Until now it was linked to ${name}.`, "zh-CN": `此前它关联的是${name}。` }),
  whatNext: say({ en: `To see what you can do here, write ${gap}.`, "zh-CN": `想知道在这里能做什么，请输入 ${gap}。` }),
  thisOne: say({ en: " (this one)", "zh-CN": "（当前账号）" }),
  linkedSince: (how: LinkedBy, on: LocalDate): Say => {
    return say(({ day }) => ({
      en: `, ${words.how[how]("en")} on ${day(on)}`,
      "zh-CN": `，${day(on)}${words.how[how]("zh-CN")}`,
    }));
  },
  how: {
    email: say({ en: "linked by e-mail", "zh-CN": "通过邮箱关联" }),
    code: say({ en: "linked with a code", "zh-CN": "通过关联码关联" }),
    seed: say({ en: "set up for you", "zh-CN": "由系统预设" }),
  } satisfies Record<LinkedBy, Say>,
  getCode: say({ en: "Get a code for another app", "zh-CN": "获取关联码" }),

  codeTitle: say({ en: "A code for another app", "zh-CN": "您的关联码" }),
  codeForTitle: (name: string) => say({ en: `A code for ${name}`, "zh-CN": `给${name}的关联码` }),
  yourCode: say({ en: "Your code is ", "zh-CN": "您的关联码是 " }),
  theirCode: (name: string) =>
    say({ en: `Give this code to ${name} and to nobody else: `, "zh-CN": `请只交给${name}本人：` }),
  enterThere: say({ en: `In the other app, write ${gap}.`, "zh-CN": `在另一个应用里输入 ${gap}。` }),
  theyEnter: say({ en: `In their app, they write ${gap}.`, "zh-CN": `请对方在自己的应用里输入 ${gap}。` }),
  codeLife: say({
    en: `It works once, until ${gap}. Whoever enters it acts as you here.`,
    "zh-CN": `仅能使用一次，有效期至 ${gap}。谁输入它，谁就以您的身份使用 Fairline，请勿外传。`,
  }),
  theirCodeLife: say({
    en: `It works once, until ${gap}. That you made it is on record.`,
    "zh-CN": `仅能使用一次，有效期至 ${gap}。此次发放已记录在案。`,
  }),

  linkSummary: say({ en: "Link this chat account to you", "zh-CN": "把聊天账号与您关联" }),
  newCodeSummary: say({ en: "Get a code for another app", "zh-CN": "获取关联码" }),
  unlinkSummary: say({ en: "Unlink an account", "zh-CN": "解除账号关联" }),
  code: say({ en: "Code", "zh-CN": "关联码" }),
  codeHint: say({ en: "Eight letters and digits, like K7QD-3M9X", "zh-CN": "八位字母和数字，例如 K7QD-3M9X" }),
  person: say({ en: "Person", "zh-CN": "人员" }),
  personHint: say({ en: "Whom you make a code for: a name or employee number", "zh-CN": "为谁生成关联码：姓名或工号" }),
  badCode: say({
    en: "A code is eight letters and digits, like K7QD-3M9X. Please check it and try again.",
    "zh-CN": "关联码是八位字母和数字，例如 K7QD-3M9X。请检查后再试。",
  }),
  maybePerson: say({
    en: `To get a code for somebody else, write ${gap}.`,
    "zh-CN": `若要给别人发关联码，请输入 ${gap}。`,
  }),
  personLine: say({ en: "link person:NUMBER", "zh-CN": "link person:工号" }),
  codeRefusedTitle: say({ en: "That code did not work", "zh-CN": "关联未成功" }),

  noHandOverTitle: say({ en: "No code was made", "zh-CN": "未生成关联码" }),

  linkedElsewhereTitle: say({ en: "A new account was linked to you", "zh-CN": "您关联了新账号" }),
  linkedElsewhere: (account: string) =>
    say({
      en: `${account} was linked to you on ${gap} and can now use Fairline as you.`,
      "zh-CN": `${account} 已于 ${gap} 与您关联，可以用您的身份使用 Fairline。`,
    }),
  notYou: say({
    en: "Was it not you? Unlink it, then tell an admin.",
    "zh-CN": "不是您本人操作？请解除关联，并告知管理员。",
  }),
  unlinkIt: say({ en: "Not me: unlink it", "zh-CN": "不是我，解除关联" }),
  takenTitle: say({ en: "An account is no longer yours", "zh-CN": "您的一个账号已转走" }),
  taken: (account: string) =>
    say({
      en: `A code for somebody else was entered on ${account}, so that account is no longer linked to you. If that is wrong, tell an admin, and link it again with a code of your own.`,
      "zh-CN": `有人在 ${account} 上输入了他人的关联码，该账号已不再与您关联。如有误，请告知管理员，并用您自己的关联码重新关联。`,
    }),

  unlink: (account: string) => say({ en: `Unlink ${account}`, "zh-CN": `解除 ${account}` }),
  confirmUnlink: (account: string) =>
    say({
      en: `${account} will no longer show your scores or get your messages. You can link it again at any time.`,
      "zh-CN": `${account} 将不再显示您的成绩，也不再收到您的消息。您可以随时重新关联。`,
    }),
  unlinkedTitle: say({ en: "Unlinked", "zh-CN": "已解除关联" }),
  unlinked: (account: string) =>
    say({
      en: `${account} is no longer linked to you. To link it again, write ${gap} there.`,
      "zh-CN": `${account} 已解除关联。如需恢复，请在那里输入 ${gap}。`,
    }),
  partedTitle: say({ en: "This account was unlinked", "zh-CN": "此账号已解除关联" }),
  parted: (name: string) =>
    say({
      en: `${name} unlinked it from another account. To link it again, write ${gap}. If that was not you, tell an admin.`,
      "zh-CN": `${name} 在另一个账号上解除了与此账号的关联。如需恢复，请输入 ${gap}。如非您本人操作，请告知管理员。`,
    }),
  notLinkedTitle: say({ en: "Nothing to unlink", "zh-CN": "无需解除" }),
  notLinked: (account: string) =>
    say({
      en: `${account} is not linked to you, so nothing was changed.`,
      "zh-CN": `${account} 目前没有与您关联，未做任何更改。`,
    }),

  nobodyCalled: (text: string) =>
    say({
      en: `Nobody at your site is called “${text}”. Try the full name or the employee number.`,
      "zh-CN": `本中心没有名为“${text}”的人。请输入全名或工号。`,
    }),
  severalCalled: (text: string, people: readonly Say[]): Say => {
    return (locale) =>
      say(({ allOf }) => {
        const named = allOf(people.map((person) => person(locale)));
        return {
          en: `Several people are called “${text}”: ${named}. Please use the employee number.`,
          "zh-CN": `有多人叫“${text}”：${named}。请改用工号。`,
        };
      })(locale);
  },
  accountOfNobody: say({
    en: "That account is not linked to anybody at your site. Try the name or the employee number.",
    "zh-CN": "该账号没有关联本中心的任何人。请输入姓名或工号。",
  }),
  numbered: (name: string, number: string) => say({ en: `${name} (${number})`, "zh-CN": `${name}（${number}）` }),
} as const;
