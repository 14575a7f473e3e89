import { type Say, say } from "../../../kernel/locale.ts";
import type { Dataset } from "../mapping/datasets.ts";

/** What each dataset is called. */
export const datasetNames: Readonly<Record<Dataset, Say>> = {
  people: say({ en: "people", "zh-CN": "人员" }),
  interactions: say({ en: "interactions", "zh-CN": "联络记录" }),
  tallies: say({ en: "tallies", "zh-CN": "话务汇总" }),
  evaluations: say({ en: "evaluations", "zh-CN": "质检评分" }),
  attendance: say({ en: "attendance", "zh-CN": "考勤" }),
  exams: say({ en: "exams", "zh-CN": "考试成绩" }),
  complaints: say({ en: "complaints", "zh-CN": "投诉" }),
  csat: say({ en: "csat", "zh-CN": "满意度评价" }),
  duty: say({ en: "duty", "zh-CN": "值班表" }),
};

/** What is in a file of each dataset. */
export const datasetAbout: Readonly<Record<Dataset, Say>> = {
  people: say({ en: "people: the roster, with teams, roles and aliases", "zh-CN": "人员：花名册，含班组、角色与别名" }),
  interactions: say({ en: "interactions: calls and other contacts", "zh-CN": "联络记录：通话及其他联络" }),
  tallies: say({
    en: "tallies: sums of contacts by agent, day and hour, where there are no single contacts",
    "zh-CN": "话务汇总：没有逐条联络记录时，按坐席、日期、小时的合计",
  }),
  evaluations: say({
    en: "evaluations: quality reviews, test calls and calibrations",
    "zh-CN": "质检评分：录音质检、拨测与校准",
  }),
  attendance: say({ en: "attendance: schedules and what became of them", "zh-CN": "考勤：排班及出勤情况" }),
  exams: say({ en: "exams: points and absences", "zh-CN": "考试成绩：得分与缺考" }),
  complaints: say({ en: "complaints: those about agents", "zh-CN": "投诉：针对坐席的投诉" }),
  csat: say({ en: "csat: answers to surveys, apart from their contacts", "zh-CN": "满意度评价：与联络记录分开的评价" }),
  duty: say({ en: "duty: who is on duty, from when until when", "zh-CN": "值班表：值班人及起止时间" }),
};
