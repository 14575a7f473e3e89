import { type Format, format, type Locale, type Say, say } from "../../../kernel/locale.ts";
import type { Line } from "../domain.ts";
import { units } from "../metrics/index.ts";
import type { Component, Metric, Of } from "../scorecard.ts";
import type { SumName } from "../sums.ts";
import { clock, inUnit, metricNames } from "./names.ts";

/** The numbers of one line, as its formula puts them in. */
type Numbers<M extends Metric> = {
  readonly component: Of<M>;
  readonly line: Line;
  readonly of: (name: SumName) => number;
  readonly f: Format;
};
type Formula<M extends Metric> = (numbers: Numbers<M>) => Readonly<Record<Locale, string>>;

const counted = (n: number, one: string, many: string, f: Format) => `${f.number(n)} ${n === 1 ? one : many}`;
const meanOf = (sum: number, n: number, f: Format) => f.fixed(n === 0 ? 0 : sum / n, 1);

/** What is summed over a team is told of one person in its middle. */
const perPerson = (of: (name: SumName) => number, f: Format) => {
  const people = of("staff");
  return people > 1
    ? { en: ` ÷ ${f.number(people)} people`, "zh-CN": ` ÷ ${f.number(people)} 人` }
    : { en: "", "zh-CN": "" };
};

/** Days of leave, which no target is held against. */
const onLeave = (of: (name: SumName) => number, f: Format) => {
  const days = of("leaveDays");
  return days > 0
    ? { en: ` less ${counted(days, "day", "days", f)} of leave`, "zh-CN": `，扣除请假 ${f.number(days)} 天` }
    : { en: "", "zh-CN": "" };
};

const complaintSigns = { subtract: "−", neutral: "", credit: "+" } as const;

/** Each metric's formula in words with its numbers put in, up to its value (product rules §2). */
const formulas: { readonly [M in Metric]: Formula<M> } = {
  volume: ({ component: { complaintMode, per, target }, line, of, f }) => {
    const sign = complaintSigns[complaintMode];
    const complaints =
      sign === ""
        ? ["", ""]
        : [
            ` ${sign} ${counted(of("complaints"), "complaint", "complaints", f)}`,
            ` ${sign} 投诉 ${f.number(of("complaints"))}`,
          ];
    const whole =
      per === "day"
        ? [
            ` (${f.number(target, 1)} a day × ${f.number(of("daysWorked"))} worked)`,
            `（每天 ${f.number(target, 1)} × 出勤 ${f.number(of("daysWorked"))} 天）`,
          ]
        : [
            ` (${f.number(target, 1)} a month${perPerson(of, f).en.replace("÷", "×")}, over the workdays${onLeave(of, f).en})`,
            `（每月 ${f.number(target, 1)}${perPerson(of, f)["zh-CN"].replace("÷", "×")}，按工作日折算${onLeave(of, f)["zh-CN"]}）`,
          ];
    return {
      en: `${f.number(of("handled"))} handled${sign === "" ? "" : `${complaints[0]} = ${f.number(line.value, 1)}`}, against ${f.number(line.target, 1)}${whole[0]}`,
      "zh-CN": `处理 ${f.number(of("handled"))}${sign === "" ? "" : `${complaints[1]} = ${f.number(line.value, 1)}`}，目标 ${f.number(line.target, 1)}${whole[1]}`,
    };
  },
  "handle-time": ({ line, of, f }) => ({
    en: `(talk ${clock(of("talkS"))} + hold ${clock(of("holdS"))} + wrap-up ${clock(of("wrapS"))}) ÷ ${f.number(of("handled"))} handled = ${clock(line.value)} each, target ${clock(line.target)}`,
    "zh-CN": `（通话 ${clock(of("talkS"))} + 保持 ${clock(of("holdS"))} + 话后 ${clock(of("wrapS"))}）÷ 处理 ${f.number(of("handled"))} = 平均 ${clock(line.value)}，目标 ${clock(line.target)}`,
  }),
  quality: ({ component: { coefficient }, line, of, f }) => {
    const monitoring = meanOf(of("monitoredPoints"), of("monitored"), f);
    const test = meanOf(of("testPoints"), of("testCalls"), f);
    const [m, t] = [f.number(of("monitored")), f.number(of("testCalls"))];
    const mean = {
      en:
        line.flag === "no-test-call"
          ? `monitoring mean ${monitoring} (n = ${m}; no test call, so it counts alone)`
          : line.flag === "no-monitoring"
            ? `test-call mean ${test} (n = ${t}; no monitoring, so it counts alone)`
            : `(monitoring mean ${monitoring} (n = ${m}) + test-call mean ${test} (n = ${t})) ÷ 2`,
      "zh-CN":
        line.flag === "no-test-call"
          ? `监听均分 ${monitoring}（${m} 次；无拨测，单独计算）`
          : line.flag === "no-monitoring"
            ? `拨测均分 ${test}（${t} 次；无监听，单独计算）`
            : `（监听均分 ${monitoring}（${m} 次）+ 拨测均分 ${test}（${t} 次））÷ 2`,
    };
    const complaints = counted(of("complaintsAbout"), "complaint", "complaints", f);
    return {
      en: `${mean.en} − ${complaints} × ${f.number(coefficient, 2)}${perPerson(of, f).en} = ${f.fixed(line.value, 1)}`,
      "zh-CN": `${mean["zh-CN"]} − 投诉 ${f.number(of("complaintsAbout"))} 次 × ${f.number(coefficient, 2)}${perPerson(of, f)["zh-CN"]} = ${f.fixed(line.value, 1)}`,
    };
  },
  training: ({ component: { coefficient }, line, of, f }) => {
    const mean = meanOf(of("examPoints"), of("exams"), f);
    const [n, away] = [f.number(of("exams")), f.number(of("examAbsences"))];
    return {
      en: `mean exam score ${mean} (n = ${n}) − ${counted(of("examAbsences"), "absence", "absences", f)} × ${f.number(coefficient, 2)}${perPerson(of, f).en} = ${f.fixed(line.value, 1)}`,
      "zh-CN": `考试均分 ${mean}（${n} 次）− 缺席 ${away} 次 × ${f.number(coefficient, 2)}${perPerson(of, f)["zh-CN"]} = ${f.fixed(line.value, 1)}`,
    };
  },
  attendance: ({ component: { mode, deductions }, line, of, f }) => {
    if (mode === "adherence") {
      return {
        en: `(in service as scheduled ${clock(of("inServiceS"))} + off as scheduled ${clock(of("offS"))}) ÷ scheduled ${clock(of("scheduledS"))} = ${f.percent(line.value / 100, 1)}`,
        "zh-CN": `（按班在岗 ${clock(of("inServiceS"))} + 按班休息 ${clock(of("offS"))}）÷ 排班 ${clock(of("scheduledS"))} = ${f.percent(line.value / 100, 1)}`,
      };
    }
    const less = (words: string, n: SumName, points: number) =>
      `${words} ${f.number(of(n))} × ${f.number(points, 2)}${of("staff") > 1 ? ` ÷ ${f.number(of("staff"))}` : ""}`;
    return {
      en: `100 − ${less("late", "late", deductions.late)} − ${less("left early", "earlyLeave", deductions.earlyLeave)} − ${less("absent", "absences", deductions.absence)} − ${less("conduct", "conduct", deductions.conduct)} = ${f.fixed(line.value, 1)}`,
      "zh-CN": `100 − ${less("迟到", "late", deductions.late)} − ${less("早退", "earlyLeave", deductions.earlyLeave)} − ${less("缺勤", "absences", deductions.absence)} − ${less("现场违规", "conduct", deductions.conduct)} = ${f.fixed(line.value, 1)}`,
    };
  },
  csat: ({ line, of, f }) => ({
    en: `${counted(of("csatTop"), "answer", "answers", f)} of 4 or 5 ÷ ${counted(of("csatAnswers"), "answer", "answers", f)} = ${f.percent(line.value / 100, 1)}`,
    "zh-CN": `4、5 分评价 ${f.number(of("csatTop"))} ÷ 全部评价 ${f.number(of("csatAnswers"))} = ${f.percent(line.value / 100, 1)}`,
  }),
  "first-contact-resolution": ({ line, of, f }) => ({
    en: `(${counted(of("known"), "contact", "contacts", f)} with a known customer − ${f.number(of("repeated"))} followed by another within the window) ÷ ${f.number(of("known"))} = ${f.percent(line.value / 100, 1)}`,
    "zh-CN": `（已识别客户的联络 ${f.number(of("known"))} − 窗口期内再次来电 ${f.number(of("repeated"))}）÷ ${f.number(of("known"))} = ${f.percent(line.value / 100, 1)}`,
  }),
  "service-level": ({ line, of, f }) => ({
    en: `${f.number(of("queueAnsweredInTime"))} answered in time ÷ (${f.number(of("queueAnswered"))} answered + ${f.number(of("queueAbandoned") - of("queueAbandonedInTime"))} abandoned after the threshold) = ${f.percent(line.value / 100, 1)}, over the queues that were served`,
    "zh-CN": `及时接起 ${f.number(of("queueAnsweredInTime"))} ÷（接起 ${f.number(of("queueAnswered"))} + 超时后放弃 ${f.number(of("queueAbandoned") - of("queueAbandonedInTime"))}）= ${f.percent(line.value / 100, 1)}，按所服务的队列计算`,
  }),
  occupancy: ({ line, of, f }) => ({
    en: `handling ${clock(of("talkS") + of("holdS") + of("wrapS"))} ÷ signed in ${clock(of("staffedS"))} = ${f.percent(line.value / 100, 1)}`,
    "zh-CN": `处理时长 ${clock(of("talkS") + of("holdS") + of("wrapS"))} ÷ 签入时长 ${clock(of("staffedS"))} = ${f.percent(line.value / 100, 1)}`,
  }),
  "abandon-rate": ({ line, of, f }) => ({
    en: `${f.number(of("queueAbandoned"))} abandoned ÷ (${f.number(of("queueAnswered"))} answered + ${f.number(of("queueAbandoned"))} abandoned) = ${f.percent(line.value / 100, 1)}, over the queues that were served`,
    "zh-CN": `放弃 ${f.number(of("queueAbandoned"))} ÷（接起 ${f.number(of("queueAnswered"))} + 放弃 ${f.number(of("queueAbandoned"))}）= ${f.percent(line.value / 100, 1)}，按所服务的队列计算`,
  }),
  "team-result": ({ line, f }) => ({
    en: `the points of the team's own result: ${f.fixed(line.value, 1)}`,
    "zh-CN": `班组自身成绩的得分：${f.fixed(line.value, 1)}`,
  }),
  evaluations: ({ component: { per, target }, line, of, f }) => ({
    en: `${counted(of("scored"), "evaluation", "evaluations", f)} made, against ${f.number(line.target, 1)} (${f.number(target, 1)} a ${per}, over the workdays${onLeave(of, f).en})`,
    "zh-CN": `完成质检 ${f.number(of("scored"))} 次，目标 ${f.number(line.target, 1)}（每${per === "day" ? "个工作日" : "月"} ${f.number(target, 1)}，按工作日折算${onLeave(of, f)["zh-CN"]}）`,
  }),
  agreement: ({ line, of, f }) => ({
    en: `100 − mean distance ${meanOf(of("gapPoints"), of("calibrated"), f)} from the group over ${counted(of("calibrated"), "calibration", "calibrations", f)} = ${f.fixed(line.value, 1)}`,
    "zh-CN": `100 − 校准 ${f.number(of("calibrated"))} 次与小组的平均分差 ${meanOf(of("gapPoints"), of("calibrated"), f)} = ${f.fixed(line.value, 1)}`,
  }),
  overturns: ({ line, of, f }) => ({
    en: `${f.number(of("overturned"))} overturned ÷ ${counted(of("scored"), "evaluation", "evaluations", f)} made = ${f.percent(line.value / 100, 1)}`,
    "zh-CN": `被改判 ${f.number(of("overturned"))} ÷ 完成质检 ${f.number(of("scored"))} = ${f.percent(line.value / 100, 1)}`,
  }),
};

/** A line's formula in words with its numbers put in. */
export const formulaWords =
  (component: Component, line: Line): Say =>
  (locale) => {
    const words = formulas[component.metric] as Formula<Metric>;
    const numbers = { component, line, of: (name: SumName) => line.inputs[name] ?? 0, f: format(locale) };
    return words(numbers as Numbers<Metric>)[locale];
  };

/** How a value became points. */
export const pointsWords =
  ({ metric, points, direction, cap, floor }: Component, line: Line): Say =>
  (locale) => {
    const f = format(locale);
    // Rounded seconds of a minute would not show why the ratio is what it is.
    const exact = (of: number) =>
      units[metric] === "seconds" ? `${f.number(of, 1)} ${locale === "en" ? "s" : "秒"}` : inUnit(metric, of, locale);
    const [value, target] = [exact(line.value), exact(line.target)];
    const raw = f.fixed(line.raw, 1);
    const ratio =
      points === "as-is"
        ? direction === "higher"
          ? raw
          : `100 − ${f.number(line.value, 1)} = ${raw}`
        : direction === "higher"
          ? `${value} ÷ ${target} × 100 = ${raw}`
          : `${target} ÷ ${value} × 100 = ${raw}`;
    const limit =
      line.raw > cap
        ? say({ en: `, at most ${f.number(cap)}`, "zh-CN": `，封顶 ${f.number(cap)}` })
        : line.raw < floor
          ? say({ en: `, at least ${f.number(floor)}`, "zh-CN": `，保底 ${f.number(floor)}` })
          : undefined;
    const words = say({ en: `Points: ${ratio}`, "zh-CN": `得分：${ratio}` });
    return `${words(locale)}${limit?.(locale) ?? ""}`;
  };

/** What the explanation of a score says. */
export const explainWords = {
  title: (name: string | undefined, period: string) =>
    say({
      en: `How ${name === undefined ? "your" : `${name}'s`} score came to be · ${period}`,
      "zh-CN": `${name ?? "您"}的得分如何得出 · ${period}`,
    }),
  sum: (parts: readonly number[], points: number) =>
    say(({ fixed }) => {
      const shown = `${parts.map((part) => fixed(part, 1)).join(" + ")} = ${fixed(points, 1)}`;
      return { en: `${shown} points`, "zh-CN": `${shown} 分` };
    }),
  line: (formula: string, points: string, weight: string) =>
    say({ en: `: ${formula}. ${points}. ${weight}`, "zh-CN": `：${formula}。${points}。${weight}` }),
  contributes: (weight: number, weights: number, points: number, share: number, by: number) =>
    say(({ fixed, number, percent }) => {
      const part = share < 1 ? ` × ${percent(share, 1)}` : "";
      const shown = `${number(weight, 2)} ÷ ${number(weights, 2)} × ${fixed(points, 1)}${part} = ${fixed(by, 1)}`;
      return { en: `Weight ${shown}`, "zh-CN": `权重 ${shown}` };
    }),
  name: (metric: Metric) => metricNames[metric],
  card: (card: string, version: number, from: string) =>
    say(({ day }) => ({
      en: `Scorecard “${card}”, version ${version}, counting from ${day(from)}.`,
      "zh-CN": `计分卡“${card}”第 ${version} 版，自${day(from)}起生效。`,
    })),
  sample: (n: number, interval: string | undefined, atTarget: number) =>
    say(({ number, fixed }) => ({
      en: `Sample: ${number(n)}.${interval === undefined ? "" : ` 95% interval: ${interval}.`} If every target were just met, it would be ${fixed(atTarget, 1)}.`,
      "zh-CN": `样本：${number(n)}。${interval === undefined ? "" : `95% 区间：${interval}。`}若各项恰好达标，得分为 ${fixed(atTarget, 1)}。`,
    })),
  corrections: say({ en: "Corrections since", "zh-CN": "此后的更正" }),
  noCorrections: say({ en: "It has not been corrected since it was first computed.", "zh-CN": "首次计算后没有更正。" }),
  correction: (revision: number, at: string, before: number, after: number, why: string) =>
    say(({ fixed }) => ({
      en: `Revision ${revision}, ${at}: ${fixed(before, 1)} → ${fixed(after, 1)} (${why})`,
      "zh-CN": `第 ${revision} 版，${at}：${fixed(before, 1)} → ${fixed(after, 1)}（${why}）`,
    })),
  because: {
    data: say({ en: "new data", "zh-CN": "数据有更新" }),
    scorecard: say({ en: "another scorecard or version", "zh-CN": "计分卡变更" }),
    site: say({ en: "the site's clock or thresholds changed", "zh-CN": "中心的时区或阈值变更" }),
    import: (file: string) => say({ en: `import of ${file}`, "zh-CN": `导入 ${file}` }),
    revert: (file: string) => say({ en: `${file} was taken back`, "zh-CN": `撤销导入 ${file}` }),
    evaluation: (number: string) => say({ en: `evaluation ${number} came out`, "zh-CN": `发布质检 ${number}` }),
    appeal: (number: string) => say({ en: `appeal ${number} upheld`, "zh-CN": `申诉 ${number} 成立` }),
  },
  wrongNumber: say({
    en: "A number that looks wrong? A quality mark can be appealed with /appeal new; with anything else ask your lead or quality staff. Whatever is put right is computed again and listed here.",
    "zh-CN": "数据有误？质检评分可用 /appeal new 申诉，其他数据请联系班组长或质检。更正后会自动重算，并列在此处。",
  }),
} as const;
