import { say } from "../kernel/locale.ts";

/** What the command line itself says. */
export const cliWords = {
  scoresLater: (fault: string) =>
    say({
      en: `The file is in. The scores that stand on it could not be computed again now (${fault}); a running Fairline does it within the hour.`,
      "zh-CN": `文件已导入，但相关得分暂未重算（${fault}）；Fairline 运行时会在一小时内自动重算。`,
    }),
  about: say({
    en: "The fair scoreboard of a contact centre.",
    "zh-CN": "联络中心的公平记分牌。",
  }),
  import: say({ en: "brings files in, and takes them out again", "zh-CN": "导入文件，或撤销导入" }),
  file: say({ en: "a CSV, TSV, JSON or XLSX file", "zh-CN": "CSV、TSV、JSON 或 XLSX 文件" }),
  site: say({ en: "the site that the file is of", "zh-CN": "文件所属的中心" }),
  preset: say({ en: "how the file is written, by its name in fairline.yaml", "zh-CN": "fairline.yaml 中的预设名" }),
  dryRun: say({ en: "only show what would be done", "zh-CN": "仅预览，不做更改" }),
  partial: say({ en: "take the good rows although there are bad ones", "zh-CN": "有误行时仍导入其余的行" }),
  encoding: say({ en: "how the file's text is encoded, such as gb18030", "zh-CN": "文件编码，如 gb18030" }),
  errors: say({ en: "write every bad row into this CSV file", "zh-CN": "把所有有误的行写入此 CSV 文件" }),
  source: say({
    en: "what source ids are unique in (the preset's name unless said)",
    "zh-CN": "来源编号在何处唯一（默认为预设名）",
  }),
  revert: say({ en: "takes one import back", "zh-CN": "撤销一次导入" }),
  batch: say({ en: "the batch that the import was given", "zh-CN": "导入时给出的批次" }),
  list: say({ en: "shows the latest imports", "zh-CN": "查看最近的导入" }),
  apply: say({
    en: "makes sites, teams, scorecards, evaluation forms and presets be as a file says",
    "zh-CN": "按文件设定中心、班组、计分卡、评分表与预设",
  }),
  yaml: say({
    en: "a fairline.yaml, or a table of evaluation forms (CSV, TSV or XLSX)",
    "zh-CN": "fairline.yaml 文件，或评分表的表格（CSV、TSV 或 XLSX）",
  }),
  manifests: say({
    en: "writes what Slack's and Discord's consoles are given",
    "zh-CN": "生成 Slack 与 Discord 控制台所需的清单",
  }),
  prefix: say({ en: "goes before every Slack command's name, such as fl-", "zh-CN": "Slack 命令名的前缀，如 fl-" }),
  url: say({
    en: "where Slack is to send its requests, for HTTP instead of Socket Mode",
    "zh-CN": "Slack 请求的接收地址（使用 HTTP 而非 Socket Mode 时）",
  }),
  folder: say({ en: "the folder to write to", "zh-CN": "写入的文件夹" }),
  cannotWrite: (file: string, code: string) =>
    say({ en: `${file} cannot be written (${code}).`, "zh-CN": `无法写入 ${file}（${code}）。` }),
  wrongSetup: say({ en: "Fairline is not set up rightly:", "zh-CN": "Fairline 的配置有误：" }),
  stopped: say({ en: "Stopped. Nothing was changed.", "zh-CN": "已停止，未做任何更改。" }),
  failed: (message: string) => say({ en: `fairline failed: ${message}`, "zh-CN": `fairline 出错：${message}` }),
} as const;
