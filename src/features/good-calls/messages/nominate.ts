import { say } from "../../../kernel/locale.ts";

/** What `/nominate` says. */
export const nominateWords = {
  summary: say({ en: "Put forward a good call", "zh-CN": "推荐优秀录音" }),
  contact: say({ en: "Contact number", "zh-CN": "通话编号" }),
  contactHint: say({
    en: "As your phone system or an evaluation shows it; your own call or another's",
    "zh-CN": "话务系统或质检评分中显示的编号，本人或同事的通话均可",
  }),
  skill: say({ en: "Skill", "zh-CN": "技能" }),
  skillHint: say({ en: "What it is a good example of", "zh-CN": "这通电话体现了哪项技能" }),
  also: say({ en: "Another skill", "zh-CN": "另一项技能" }),
  alsoHint: say({ en: "In a command with a plus: +language", "zh-CN": "在命令中写作“+语言表达”" }),
  where: say({ en: "Where", "zh-CN": "位置" }),
  whereHint: say({
    en: "Minute and second of the best moment, as 3:20; in a command @3:20",
    "zh-CN": "精彩片段的分秒，例如 3:20；在命令中写作 @3:20",
  }),
  highlight: say({ en: "What was good", "zh-CN": "亮点" }),
  highlightHint: say({
    en: "15 to 500 characters. Leave out names and customer data: colleagues vote without knowing whose call it is.",
    "zh-CN": "15 至 500 个字符。请勿写姓名和客户资料：投票为匿名进行。",
  }),
  notAMark: say({
    en: "Write minute and second, for example 3:20.",
    "zh-CN": "请填写分钟和秒，例如 3:20。",
  }),
  notSkills: (names: readonly string[]) =>
    say(({ anyOf }) => ({
      en: `Choose ${anyOf(names)}; several with commas between.`,
      "zh-CN": `请从以下技能中选择：${anyOf(names)}；多项用逗号分隔。`,
    })),

  done: (call: string) => say({ en: `${call} is put forward`, "zh-CN": `${call} 已提交投票` }),
  ownCall: say({ en: "Your call", "zh-CN": "您本人的通话" }),
  callOf: say({ en: "A call taken by ", "zh-CN": "坐席：" }),
  until: say({ en: "Colleagues vote until ", "zh-CN": "投票截止：" }),
  anonymous: say({
    en: "They see what was good, but neither whose call it is nor who put it forward. If enough are for it, its agent is asked before anything else happens.",
    "zh-CN": "投票人只看到亮点，看不到坐席和推荐人。票数足够后，须征得坐席同意才会入库。",
  }),
  masked: say({
    en: "I took out what would tell too much: long numbers, the contact's number or your name.",
    "zh-CN": "已隐去可能泄露信息的内容：长串数字、通话编号或您的姓名。",
  }),
  wrongOne: say({ en: "Not the call you meant? Take it back.", "zh-CN": "如果选错了通话，可以撤回。" }),
  takeBack: say({ en: "Take it back", "zh-CN": "撤回推荐" }),

  choose: (text: string) => say({ en: `Which contact ${text}?`, "zh-CN": `哪一通 ${text}？` }),
  several: say({
    en: "Several systems have a contact with this number. Choose yours; what you wrote is kept.",
    "zh-CN": "多个系统中都有此编号。请选择其中一通，您填写的内容已保留。",
  }),

  mine: say({ en: "My nominations", "zh-CN": "我的推荐" }),
  none: say({
    en: "You have not put any call forward yet. When you hear a good one: ",
    "zh-CN": "您还没有推荐过录音。听到好的通话时，可以使用：",
  }),
  begin: say({ en: "Put one forward", "zh-CN": "推荐一通" }),
  column: {
    number: say({ en: "Number", "zh-CN": "编号" }),
    on: say({ en: "Put forward", "zh-CN": "推荐日期" }),
    state: say({ en: "State", "zh-CN": "状态" }),
  },
  open: say({ en: "Open one", "zh-CN": "查看其中一通" }),
} as const;
