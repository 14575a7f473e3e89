import { say } from "../../../kernel/locale.ts";

/** What imports say in chat. */
export const chatWords = {
  summary: say({ en: "Bring in a file", "zh-CN": "导入文件" }),
  dataset: say({ en: "What is in it", "zh-CN": "内容" }),
  datasets: {
    interactions: say({ en: "Interactions", "zh-CN": "联络记录" }),
    tallies: say({ en: "Tallies: sums of contacts", "zh-CN": "话务汇总" }),
    csat: say({ en: "CSAT: answers to surveys", "zh-CN": "满意度评价" }),
    evaluations: say({ en: "Evaluations", "zh-CN": "质检评分" }),
    attendance: say({ en: "Attendance", "zh-CN": "考勤" }),
    exams: say({ en: "Exams", "zh-CN": "考试成绩" }),
    complaints: say({ en: "Complaints about agents", "zh-CN": "投诉" }),
    duty: say({ en: "Duty: who is on duty when", "zh-CN": "值班表" }),
    people: say({ en: "People", "zh-CN": "人员" }),
  },
  file: say({ en: "File", "zh-CN": "文件" }),
  fileHint: say({ en: "CSV, TSV, JSON or XLSX", "zh-CN": "CSV、TSV、JSON 或 XLSX" }),
  how: say({ en: "How", "zh-CN": "方式" }),
  howHint: say({ en: "Import, unless you say otherwise", "zh-CN": "默认为直接导入" }),
  import: say({ en: "Import", "zh-CN": "导入" }),
  preview: say({ en: "Only look", "zh-CN": "仅预览" }),
  partial: say({ en: "Import the good rows", "zh-CN": "只导入无误的行" }),
  preset: say({ en: "Preset", "zh-CN": "预设" }),
  presetHint: say({
    en: "How the file is written, by its name in fairline.yaml; may be left out",
    "zh-CN": "fairline.yaml 中的预设名，可不填",
  }),
  imported: (file: string) => say({ en: `${file} is imported`, "zh-CN": `已导入 ${file}` }),
  looked: (file: string) => say({ en: `${file}, only looked at`, "zh-CN": `预览 ${file}` }),
  refused: (file: string) => say({ en: `${file} was not imported`, "zh-CN": `未导入 ${file}` }),
  tryAgain: say({
    en: "Mend the file and send it again. Nothing was changed.",
    "zh-CN": "请修正文件后重新导入。未做任何更改。",
  }),
  roster: say({
    en: "The roster is brought in by admins, because it says who may do what. Ask an admin of your site.",
    "zh-CN": "花名册决定每个人的权限，只能由管理员导入，请联系本中心管理员。",
  }),
  judgements: say({
    en: "Evaluations, attendance, exams and complaints are brought in by admins, because they judge single people, a lead's own team among them. Ask an admin of your site.",
    "zh-CN":
      "质检评分、考勤、考试成绩和投诉直接关系到个人（也包括班长自己的组员），只能由管理员导入，请联系本中心管理员。",
  }),
  duties: say({
    en: "The rota is brought in by admins, because it says who is asked for help and when. Ask an admin of your site, or set somebody with /oncall set.",
    "zh-CN": "值班表决定何时由谁处理求助，只能由管理员导入，请联系本中心管理员，或用 /oncall set 安排值班。",
  }),
  takeBack: say({ en: "Take it back", "zh-CN": "撤销导入" }),
  sure: say({
    en: "Take back everything that this file brought?",
    "zh-CN": "撤销此文件带来的全部内容？",
  }),
  takenBack: say({ en: "Taken back", "zh-CN": "已撤销" }),
  notTakenBack: say({ en: "That cannot be taken back", "zh-CN": "无法撤销" }),
} as const;
