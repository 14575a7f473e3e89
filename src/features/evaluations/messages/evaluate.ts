import { type Say, say } from "../../../kernel/locale.ts";
import type { EvaluationKind } from "../domain.ts";

/** What an evaluation is made for, as scorers choose it. */
export const kindNames = {
  monitoring: say({ en: "Monitoring", "zh-CN": "日常监听" }),
  "test-call": say({ en: "Test call", "zh-CN": "测试通话" }),
} satisfies Partial<Record<EvaluationKind, Say>>;

/** What is said where an evaluation begins. */
export const evaluateWords = {
  summary: say({ en: "Evaluate a contact", "zh-CN": "质检评分" }),
  person: say({ en: "Agent", "zh-CN": "坐席" }),
  personHint: say({ en: "Whose contact; a name or an employee number", "zh-CN": "要评估的坐席，填姓名或工号" }),
  day: say({ en: "Day", "zh-CN": "日期" }),
  dayHint: say({ en: "The day of the contact; the last 14 days if left out", "zh-CN": "通话日期，不填为最近 14 天" }),
  contact: say({ en: "Recording", "zh-CN": "录音编号" }),
  contactHint: say({ en: "Its number in your phone system, if you know it", "zh-CN": "话务系统中的编号，可不填" }),
  kind: say({ en: "Kind", "zh-CN": "类型" }),

  startTitle: say({ en: "Evaluate a contact", "zh-CN": "质检评分" }),
  start: say({ en: "Say whose contact, for example ", "zh-CN": "请指明坐席，例如 " }),
  startEnd: say({ en: ", or choose here.", "zh-CN": "，或在此选择。" }),
  begin: say({ en: "Choose an agent", "zh-CN": "选择坐席" }),
  drafts: say({ en: "Continue a draft", "zh-CN": "继续草稿" }),
  hasDrafts: (drafts: number) =>
    say(({ number }) => ({
      en: drafts === 1 ? "You have one draft." : `You have ${number(drafts)} drafts.`,
      "zh-CN": `您有 ${number(drafts)} 份草稿。`,
    })),
  draft: (name: string, day: string, contact: string) =>
    say(({ shortDay }) => ({
      en: `${name} · ${shortDay(day)} · ${contact}`,
      "zh-CN": `${name} · ${shortDay(day)} · ${contact}`,
    })),

  contactsTitle: (name: string) => say({ en: `Contacts of ${name}`, "zh-CN": `${name}的通话` }),
  contacts: (shown: number, all: number) =>
    say(({ number }) => ({
      en:
        shown === all
          ? `${number(all)} answered ${all === 1 ? "contact" : "contacts"} can be evaluated, the latest first.`
          : `The latest ${number(shown)} of ${number(all)} answered contacts that can be evaluated. For others, name the day.`,
      "zh-CN":
        shown === all
          ? `共有 ${number(all)} 通已接通话可供评估，最近的在前。`
          : `可评估的已接通话共 ${number(all)} 通，以下为最近的 ${number(shown)} 通。其他请按日期查找。`,
    })),
  pick: say({ en: "Choose a contact", "zh-CN": "选择通话" }),
  minutes: (seconds: number) =>
    say(({ number }) => {
      const [whole, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
      return {
        en: whole === 0 ? `${number(rest)} s` : `${number(whole)} min ${number(rest)} s`,
        "zh-CN": whole === 0 ? `${number(rest)} 秒` : `${number(whole)} 分 ${number(rest)} 秒`,
      };
    }),
  chooseForm: say({ en: "Which form?", "zh-CN": "使用哪张评分表？" }),
  severalForms: say({
    en: "Several evaluation forms are meant for contacts like this one.",
    "zh-CN": "有多张评分表适用于这通电话。",
  }),
  form: say({ en: "Choose a form", "zh-CN": "选择评分表" }),
  another: say({ en: "Evaluate another contact", "zh-CN": "再评一通" }),
} as const;
