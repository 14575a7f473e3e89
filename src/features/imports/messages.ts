import { type Say, say } from "../../kernel/locale.ts";
import type { Problem } from "./mapping/problem.ts";
import { datasetAbout, datasetNames } from "./messages/datasets.ts";
import { fileWords } from "./messages/file.ts";
import { problemWords } from "./messages/problem.ts";
import { refusalWords, revertWords } from "./messages/refusal.ts";
import { shown } from "./messages/shown.ts";
import type { ImportRefusal, ImportReport, RevertRefusal } from "./request.ts";

/** Each refusal in words: what is wrong and what to do about it. */
type Worded<R extends { readonly why: string }> = {
  readonly [W in R["why"]]: (refusal: Extract<R, { why: W }>) => Say;
};

const refusals: Worded<ImportRefusal> = { ...fileWords, ...refusalWords };
const reverts: Worded<RevertRefusal> = revertWords;
const problems: Worded<Problem> = problemWords;

function worded<R extends { readonly why: string }>(words: Worded<R>) {
  // The table has a wording for each `why`, for a refusal of just that kind.
  return (refusal: R): Say => (words[refusal.why as R["why"]] as (refusal: R) => Say)(refusal);
}

/** What imports say. */
export const importWords = {
  refusal: worded(refusals),
  revertRefusal: worded(reverts),
  problem: worded(problems),
  /** A text out of a file on one line. */
  shown,
  field: (problem: Problem): string | undefined => ("field" in problem ? problem.field : undefined),
  line: (line: number) => say({ en: `line ${line}`, "zh-CN": `第 ${line} 行` }),
  dataset: datasetNames,
  about: datasetAbout,
  read: (rows: number, skipped: number, rejected: number) =>
    say(({ number }) => ({
      en: `${number(rows)} rows: ${number(rows - skipped - rejected)} good, ${number(rejected)} bad, ${number(skipped)} left out by the preset.`,
      "zh-CN": `共 ${number(rows)} 行：有效 ${number(rows - skipped - rejected)} 行，有误 ${number(rejected)} 行，按预设略过 ${number(skipped)} 行。`,
    })),
  did: (added: number, changed: number, unchanged: number) =>
    say(({ number }) => ({
      en: `${number(added)} added, ${number(changed)} changed, ${number(unchanged)} as they were.`,
      "zh-CN": `新增 ${number(added)} 条，更改 ${number(changed)} 条，未变 ${number(unchanged)} 条。`,
    })),
  would: (added: number, changed: number, unchanged: number) =>
    say(({ number }) => ({
      en: `${number(added)} would be added, ${number(changed)} changed, ${number(unchanged)} left as they are.`,
      "zh-CN": `将新增 ${number(added)} 条，更改 ${number(changed)} 条，保持不变 ${number(unchanged)} 条。`,
    })),
  counts: ({ rows, added, changed, rejected }: Pick<ImportReport, "rows" | "added" | "changed" | "rejected">) =>
    say(({ number }) => ({
      en: `${number(rows)} rows: ${number(added)} added, ${number(changed)} changed, ${number(rejected)} bad`,
      "zh-CN": `${number(rows)} 行：新增 ${number(added)}，更改 ${number(changed)}，有误 ${number(rejected)}`,
    })),
  days: (from: string, to: string) =>
    say(({ day }) => ({ en: `Days: ${day(from)} to ${day(to)}.`, "zh-CN": `日期：${day(from)} 至 ${day(to)}。` })),
  newAgents: (names: readonly string[], rest: number, isDone: boolean) =>
    say(({ allOf, number }) => {
      const more = rest > 0;
      const en = allOf(more ? [...names.map(shown), `${number(rest)} more`] : names.map(shown));
      const zh = allOf(more ? [...names.map(shown), `另外 ${number(rest)} 人`] : names.map(shown));
      return {
        en: isDone ? `New on the roster: ${en}.` : `Would be new on the roster: ${en}.`,
        "zh-CN": isDone ? `新加入花名册：${zh}。` : `将新加入花名册：${zh}。`,
      };
    }),
  reasons: say({ en: "Bad rows by reason:", "zh-CN": "有误的行（按原因）：" }),
  rowsOf: (rows: number) =>
    say(({ number }) => ({ en: rows === 1 ? "1 row" : `${number(rows)} rows`, "zh-CN": `${number(rows)} 行` })),
  firstBad: (shown: number, all: number) =>
    say(({ number }) => ({
      en: shown === all ? "Bad rows:" : `The first ${number(shown)} of ${number(all)} bad rows:`,
      "zh-CN": shown === all ? "有误的行：" : `前 ${number(shown)} 条有误的行（共 ${number(all)} 条）：`,
    })),
  leftOut: (rows: number) =>
    say(({ number }) => ({
      en: `${number(rows)} bad rows were left out, as you asked.`,
      "zh-CN": `已按要求略过 ${number(rows)} 条有误的行。`,
    })),
  dryRun: say({ en: "This was only a look: nothing was changed.", "zh-CN": "仅为预览，未做任何更改。" }),
  batch: (batch: string) => say({ en: `Batch ${batch}`, "zh-CN": `批次 ${batch}` }),
  undo: (batch: string) =>
    say({
      en: `To take it back: fairline import revert ${batch}`,
      "zh-CN": `如需撤销：fairline import revert ${batch}`,
    }),
  reverted: (batch: string, removed: number, restored: number) =>
    say(({ number }) => ({
      en: `Batch ${batch} is taken back: ${number(removed)} removed, ${number(restored)} put back as they were.`,
      "zh-CN": `批次 ${batch} 已撤销：移除 ${number(removed)} 条，恢复原样 ${number(restored)} 条。`,
    })),
  keptPeople: (names: readonly string[], rest: number) =>
    say(({ allOf, number }) => ({
      en: `Still on the roster, because something stands on them: ${allOf(rest > 0 ? [...names.map(shown), `${number(rest)} more`] : names.map(shown))}.`,
      "zh-CN": `以下人员仍有其他数据，故保留在花名册：${allOf(rest > 0 ? [...names.map(shown), `另外 ${number(rest)} 人`] : names.map(shown))}。`,
    })),
  waiting: say({
    en: "Another import of this site is at work; this one begins when it ends.",
    "zh-CN": "该中心正在进行另一次导入，结束后将自动开始。",
  }),
  reading: (rows: number, bad: number) =>
    say(({ number }) => ({
      en: `${number(rows)} rows read${bad > 0 ? `, ${number(bad)} bad` : ""}`,
      "zh-CN": `已读取 ${number(rows)} 行${bad > 0 ? `，有误 ${number(bad)} 行` : ""}`,
    })),
  checking: say({ en: "comparing with what is there…", "zh-CN": "正在与现有数据比对……" }),
  merging: say({ en: "taking the rows over and adding up the days…", "zh-CN": "正在写入并汇总……" }),
  none: say({ en: "Nothing was imported yet.", "zh-CN": "还没有导入过。" }),
  revertedOn: (at: string) => say({ en: `taken back ${at}`, "zh-CN": `已于 ${at} 撤销` }),
} as const;
