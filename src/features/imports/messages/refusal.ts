import { type Say, say } from "../../../kernel/locale.ts";
import type { FileRefusal } from "../reading/refusal.ts";
import type { ImportRefusal, RevertRefusal } from "../request.ts";
import { datasetNames } from "./datasets.ts";

type Own = Exclude<ImportRefusal, FileRefusal>;
type Words<R extends { readonly why: string }> = { readonly [W in R["why"]]: (refusal: Extract<R, { why: W }>) => Say };

const list = (names: readonly string[]) => names.join(", ");

const troubles = {
  "disk-full": () =>
    say({
      en: "The database's disk is full. Nothing was changed. Make room and try again.",
      "zh-CN": "数据库所在磁盘已满，未做任何更改。请腾出空间后重试。",
    }),
  "connection-lost": () =>
    say({
      en: "The connection to the database was lost. Nothing was changed. Try again when it is back.",
      "zh-CN": "与数据库的连接中断，未做任何更改。请在恢复后重试。",
    }),
} as const;

/** Why an import is refused, in words. */
export const refusalWords: Words<Own> = {
  ...troubles,
  "unknown-site": ({ site, known }) =>
    known.length === 0
      ? say({
          en: `There is no site “${site}”, nor any other: describe your sites in a fairline.yaml and run fairline apply.`,
          "zh-CN": `没有名为“${site}”的中心，也没有任何中心：请在 fairline.yaml 中写明，再运行 fairline apply。`,
        })
      : say({
          en: `There is no site “${site}”. There are: ${list(known)}.`,
          "zh-CN": `没有名为“${site}”的中心。现有：${list(known)}。`,
        }),
  "own-source": ({ source }) =>
    say({
      en: `Evaluations of the source “${source}” are made in Fairline itself. Choose another name for the source of this file.`,
      "zh-CN": `来源“${source}”的质检评分由 Fairline 自身产生。请为此文件换一个来源名称。`,
    }),
  "unknown-preset": ({ preset, known }) =>
    known.length === 0
      ? say({
          en: `There is no preset “${preset}”, nor any other: describe it in a fairline.yaml and run fairline apply.`,
          "zh-CN": `没有名为“${preset}”的预设，也没有任何预设：请在 fairline.yaml 中写明，再运行 fairline apply。`,
        })
      : say({
          en: `There is no preset “${preset}”. There are: ${list(known)}.`,
          "zh-CN": `没有名为“${preset}”的预设。现有：${list(known)}。`,
        }),
  "other-dataset": ({ preset, dataset }) =>
    say({ en: `The preset “${preset}” is for ${dataset}.`, "zh-CN": `预设“${preset}”用于 ${dataset}。` }),
  "bad-preset": ({ preset, detail }) =>
    say({
      en: `The preset “${preset}” was saved by another version of Fairline and cannot be read (${detail}). Apply its fairline.yaml again.`,
      "zh-CN": `预设“${preset}”由其他版本保存，无法读取（${detail}）。请重新运行 fairline apply。`,
    }),
  "no-team": ({ team, site }) =>
    say({
      en: `The preset adds unknown agents to the team “${team}”, which the site “${site}” does not have.`,
      "zh-CN": `预设会把未知坐席加入班组“${team}”，但中心“${site}”没有该班组。`,
    }),
  "bad-rows": ({ report }) =>
    say(({ number }) => ({
      en: `Nothing was imported, because ${number(report.rejected)} of ${number(report.rows)} rows are bad. Mend them, or add --partial to import the good ones.`,
      "zh-CN": `${number(report.rows)} 行中有 ${number(report.rejected)} 行有误，因此未导入任何内容。请改正，或加 --partial 只导入有效的行。`,
    })),
};

/** Why a batch is not taken back, in words. */
export const revertWords: Words<RevertRefusal> = {
  ...troubles,
  "unknown-batch": ({ batch }) =>
    say({
      en: `There is no batch “${batch}”. fairline import list shows the latest.`,
      "zh-CN": `没有批次“${batch}”。可用 fairline import list 查看最近的批次。`,
    }),
  "not-yours": ({ batch, dataset }) => {
    return (locale) => {
      const name = datasetNames[dataset](locale);
      return say({
        en: `Batch ${batch} brought ${name}, which admins bring in and take back. Ask an admin of your site.`,
        "zh-CN": `批次 ${batch} 导入的是${name}，只能由管理员导入和撤销，请联系本中心管理员。`,
      })(locale);
    };
  },
  "already-reverted": ({ batch, at }) =>
    say(({ dateTime }) => ({
      en: `Batch ${batch} was taken back already, on ${dateTime(at, "UTC")} UTC.`,
      "zh-CN": `批次 ${batch} 已于 ${dateTime(at, "UTC")}（UTC）撤销。`,
    })),
  overwritten: ({ batch, by }) =>
    say({
      en: `Batch ${batch} cannot be taken back, because the later batch ${by} changed some of the same rows. Take that one back first: fairline import revert ${by}`,
      "zh-CN": `无法撤销批次 ${batch}，因为之后的批次 ${by} 更改了其中一些记录。请先撤销它：fairline import revert ${by}`,
    }),
};
