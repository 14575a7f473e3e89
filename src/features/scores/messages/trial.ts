import { say } from "../../../kernel/locale.ts";

/** What scorecards and their trials say. */
export const trialWords = {
  title: say({ en: "Scorecards", "zh-CN": "计分卡" }),
  none: say({
    en: "No scorecard counts today. An admin adds one to fairline.yaml and applies it.",
    "zh-CN": "目前没有生效的计分卡。请管理员在 fairline.yaml 中添加并应用。",
  }),
  version: (name: string, version: number) =>
    say({ en: `${name}, version ${version}`, "zh-CN": `${name}，第 ${version} 版` }),
  since: (from: string) => say(({ day }) => ({ en: `counts from ${day(from)}`, "zh-CN": `自${day(from)}起生效` })),
  trial: say({ en: "trial: computed, counts for nothing", "zh-CN": "试算：只计算，不计分" }),
  forRole: (role: string) => say({ en: `for ${role}`, "zh-CN": `适用于${role}` }),
  forTeam: (team: string) => say({ en: `for ${team}`, "zh-CN": `适用于${team}` }),
  forProject: (project: string) =>
    say({
      en: `for those with most contacts in project ${project}`,
      "zh-CN": `适用于主要联络属于项目 ${project} 的人员`,
    }),
  rule: say({ en: "Points", "zh-CN": "计分方式" }),
  asIs: say({ en: "as it is", "zh-CN": "直接计分" }),
  asIsLower: say({ en: "100 − result", "zh-CN": "100 − 实际" }),
  byTarget: say({ en: "result ÷ target", "zh-CN": "实际 ÷ 目标" }),
  byTargetLower: say({ en: "target ÷ result", "zh-CN": "目标 ÷ 实际" }),
  per: {
    day: (target: string) => say({ en: `${target} a day`, "zh-CN": `每天 ${target}` }),
    month: (target: string) => say({ en: `${target} a month`, "zh-CN": `每月 ${target}` }),
  },
  least: say({ en: "Least n", "zh-CN": "最少样本" }),
  compare: (name: string) => say({ en: `Compare: ${name}`, "zh-CN": `对比试算：${name}` }),
  reportTitle: (name: string, period: string) =>
    say({ en: `Trial of ${name} · ${period}`, "zh-CN": `${name}试算 · ${period}` }),
  moved: (people: number, of: number, points: number) =>
    say(({ number }) => ({
      en: `${people === 1 ? "1 person" : `${number(people)} people`} of ${number(of)} would move by more than ${number(points)} points.`,
      "zh-CN": `${number(of)} 人中有 ${number(people)} 人的得分变动将超过 ${number(points)} 分。`,
    })),
  mean: (by: number) =>
    say(({ fixed }) => ({
      en: `On average the trial gives ${fixed(Math.abs(by), 1)} points ${by < 0 ? "less" : "more"}.`,
      "zh-CN": `试算平均${by < 0 ? "少" : "多"} ${fixed(Math.abs(by), 1)} 分。`,
    })),
  why: (metric: string, people: number) =>
    say(({ number }) => ({
      en: `Mostly because of ${metric}: ${people === 1 ? "1 person" : `${number(people)} people`}`,
      "zh-CN": `主要原因是${metric}：${number(people)} 人`,
    })),
  because: (metric: string, by: number) =>
    say(({ fixed }) => ({
      en: `${metric} ${by < 0 ? "−" : "+"}${fixed(Math.abs(by), 1)}`,
      "zh-CN": `${metric} ${by < 0 ? "−" : "+"}${fixed(Math.abs(by), 1)}`,
    })),
  live: say({ en: "Now", "zh-CN": "现行" }),
  tried: say({ en: "Trial", "zh-CN": "试算" }),
  mostly: say({ en: "Mostly because of", "zh-CN": "主要原因" }),
  unnamed: say({
    en: "Names are shown to supervisors, quality staff and auditors only.",
    "zh-CN": "姓名仅对主管、质检和审计显示。",
  }),
  counts: say({
    en: "The trial counts for nothing until its state is set to live and applied.",
    "zh-CN": "试算不计入成绩；将其状态改为 live 并应用后才会生效。",
  }),
  refusal: {
    "no-trial": say({
      en: "There is no such trial. Give a scorecard the state “shadow” in fairline.yaml and apply it.",
      "zh-CN": "没有该试算。请在 fairline.yaml 中将计分卡状态设为 shadow 并应用。",
    }),
    "nothing-to-compare": say({
      en: "Nobody at your site has results in this period whom this trial would be for. Ask for another period.",
      "zh-CN": "本中心在该时段没有适用此试算的人员数据，请换个时段。",
    }),
  },
} as const;
