import { type Say, say } from "../kernel/locale.ts";
import type { Role } from "./asker.ts";

/** What the language of commands itself says: refusals of values, the router's answers, cuts made to fit. */
export const words = {
  missing: say({ en: "This is needed.", "zh-CN": "此项必填。" }),
  notText: say({ en: "Write this as text.", "zh-CN": "请用文字填写。" }),
  notADay: say({
    en: "Write a day as year-month-day, for example 2026-03-09.",
    "zh-CN": "请按“年-月-日”填写日期，例如 2026-03-09。",
  }),
  notAFile: say({ en: "Attach a file.", "zh-CN": "请附上文件。" }),
  fileTooLarge: (max: number, size: number) =>
    say(({ megabytes }) => ({
      en: `The file is ${megabytes(size)}; at most ${megabytes(max)} can be sent here.`,
      "zh-CN": `文件为 ${megabytes(size)}，此处最多 ${megabytes(max)}。`,
    })),
  tooShort: (min: number, length: number) =>
    say(({ number }) => ({
      en: `At least ${number(min)} characters are needed; this has ${number(length)}.`,
      "zh-CN": `至少需要 ${number(min)} 个字符，目前为 ${number(length)} 个。`,
    })),
  tooLong: (max: number, length: number) =>
    say(({ number }) => ({
      en: `At most ${number(max)} characters fit; this has ${number(length)}.`,
      "zh-CN": `最多 ${number(max)} 个字符，目前为 ${number(length)} 个。`,
    })),
  notOneOf: (options: readonly Say[]): Say => {
    return (locale) =>
      say(({ anyOf }) => {
        const shown = anyOf(options.map((option) => option(locale)));
        return { en: `Choose ${shown}.`, "zh-CN": `请选择${shown}。` };
      })(locale);
  },
  unknownParam: (name: string) =>
    say({ en: `There is no field “${name}” here.`, "zh-CN": `这里没有“${name}”这一项。` }),
  tooMany: (extra: string) => say({ en: `“${extra}” was not expected.`, "zh-CN": `多出了“${extra}”。` }),
  submit: say({ en: "Send", "zh-CN": "提交" }),

  notUnderstoodTitle: say({ en: "I did not catch that", "zh-CN": "没听明白" }),
  unknownCommand: (name: string) => say({ en: `There is no command “${name}”.`, "zh-CN": `没有“${name}”这个命令。` }),
  didYouMean: say({ en: "Perhaps you want one of these:", "zh-CN": "您可能想用：" }),
  allCommands: say({ en: "Everything you can do here: ", "zh-CN": "查看您能用的全部命令：" }),
  wrongValuesTitle: say({ en: "Something in that command is off", "zh-CN": "命令中有误" }),
  usage: say({ en: "Write it like this: ", "zh-CN": "正确写法：" }),
  notAllowedTitle: say({ en: "That is not open to you", "zh-CN": "您没有此权限" }),
  notAllowed: (holders: readonly Role[]): Say => {
    return (locale) =>
      say(({ anyOf }) => {
        const shown = anyOf(holders.map((role) => words.role[role](locale)));
        return {
          en: `This is for ${shown}. If you should have it, ask an admin of your site for the role.`,
          "zh-CN": `此功能仅限${shown}。如需使用，请联系本中心管理员开通角色。`,
        };
      })(locale);
  },
  goneTitle: say({ en: "This button has expired", "zh-CN": "该按钮已失效" }),
  gone: say({
    en: "It came with an older version of Fairline. Nothing was changed. Ask again to get a fresh one: ",
    "zh-CN": "它来自旧版本的 Fairline，未做任何更改。请重新查询：",
  }),
  faultTitle: say({ en: "That went wrong on our side", "zh-CN": "我们这边出错了" }),
  fault: (reference: string) =>
    say({
      en: `Please try again. If it happens again, give an admin this reference: ${reference}`,
      "zh-CN": `请再试一次。若仍然出错，请把此编号告诉管理员：${reference}`,
    }),

  role: {
    agent: say({ en: "agents", "zh-CN": "坐席" }),
    lead: say({ en: "team leads", "zh-CN": "班组长" }),
    supervisor: say({ en: "supervisors", "zh-CN": "主管" }),
    qa: say({ en: "quality staff", "zh-CN": "质检" }),
    trainer: say({ en: "trainers", "zh-CN": "培训师" }),
    hr: say({ en: "HR", "zh-CN": "人事" }),
    admin: say({ en: "admins", "zh-CN": "管理员" }),
    auditor: say({ en: "auditors", "zh-CN": "审计" }),
  } satisfies Record<Role, Say>,

  moreItems: (left: number) =>
    say(({ number }) => ({ en: `${number(left)} more…`, "zh-CN": `还有 ${number(left)} 项…` })),
  moreColumns: (left: number) =>
    say(({ number }) => ({ en: `${number(left)} more columns…`, "zh-CN": `还有 ${number(left)} 列…` })),
  moreText: (left: number) =>
    say(({ number }) => ({
      en: `… (${number(left)} more characters)`,
      "zh-CN": `…（还有 ${number(left)} 个字符）`,
    })),
} as const;
