import type { Asker } from "../../chat/asker.ts";
import { action, address, command, view } from "../../chat/command.ts";
import { choice, file, id, optional, text as textParam } from "../../chat/param.ts";
import { type Block, note, text, type View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import type { Audit } from "../people/index.ts";
import type { Imports } from "./imports.ts";
import { type Dataset, datasets } from "./mapping/datasets.ts";
import { chatWords as words } from "./messages/chat.ts";
import { importWords } from "./messages.ts";
import { bytesSource } from "./reading/source.ts";
import { badSections, reportLines } from "./report.ts";
import type { ImportRefusal, ImportReport, RevertRefusal, RevertReport } from "./request.ts";

const mostBytes = 25_000_000;

/** Who brings in and takes back what: leads too, or only admins for a reason. Leads bring what machines count. */
const who: Readonly<Record<Dataset, "leads" | Say>> = {
  interactions: "leads",
  tallies: "leads",
  csat: "leads",
  evaluations: words.judgements,
  attendance: words.judgements,
  exams: words.judgements,
  complaints: words.judgements,
  people: words.roster,
  duty: words.duties,
};
const refusalFor = (asker: Asker, dataset: Dataset): Say | undefined => {
  const rule = who[dataset];
  return rule === "leads" || asker.roles.includes("admin") ? undefined : rule;
};

/** Where the button leads that takes an import back. */
export const takeBack = address("import.revert", { batch: id() });

const sections = (report: ImportReport | undefined, locale: Parameters<typeof badSections>[1]): Block[] =>
  (report === undefined ? [] : badSections(report, locale)).flatMap(({ heading, lines }) => [
    { is: "heading", text: heading },
    { is: "list", items: lines.map((line) => [line]) },
  ]);

const reportView =
  (name: string, report: ImportReport): Localised<View> =>
  ({ locale }) => {
    const { batch, added, changed } = report;
    const kept = batch !== undefined && added + changed > 0;
    const undo = { label: words.takeBack(locale), confirm: words.sure(locale), style: "danger" } as const;
    return {
      title: (batch === undefined ? words.looked(name) : words.imported(name))(locale),
      ...(batch === undefined ? {} : { tone: "good" }),
      blocks: [
        { is: "list", items: reportLines(report, locale, batch !== undefined).map((line) => [line]) },
        ...sections(report, locale),
        ...(batch === undefined ? [note(importWords.dryRun(locale))] : [note(importWords.batch(batch)(locale))]),
        ...(kept ? [{ is: "buttons", buttons: [{ ...undo, action: takeBack.to({ batch }) }] } as const] : []),
      ],
    };
  };

const refusalView =
  (name: string, refusal: ImportRefusal): Localised<View> =>
  ({ locale }) => ({
    title: words.refused(name)(locale),
    tone: "attention",
    blocks: [
      text(importWords.refusal(refusal)(locale)),
      ...sections(refusal.why === "bad-rows" ? refusal.report : undefined, locale),
      note(words.tryAgain(locale)),
    ],
  });

const notForView =
  (name: string, why: Say): Localised<View> =>
  ({ locale }) => ({ title: words.refused(name)(locale), tone: "attention", blocks: [text(why(locale))] });

const revertedView =
  ({ batch, removed, restored, kept }: RevertReport): Localised<View> =>
  ({ locale }) => ({
    title: words.takenBack(locale),
    blocks: [
      text(importWords.reverted(batch, removed, restored)(locale)),
      ...(kept.length > 0
        ? [text(importWords.keptPeople(kept.slice(0, 20), Math.max(0, kept.length - 20))(locale))]
        : []),
    ],
  });

const notRevertedView =
  (refusal: RevertRefusal): Localised<View> =>
  ({ locale }) => ({
    title: words.notTakenBack(locale),
    tone: "attention",
    blocks: [text(importWords.revertRefusal(refusal)(locale))],
  });

type Deps = { readonly imports: Imports; readonly audit: Audit };

/** `/import` and the button that takes an import back; both are for the asker's own site and leave audit rows. */
export function importCommands({ imports, audit }: Deps) {
  const record = (asker: Asker, at: Date, what: string, detail: Record<string, unknown>) =>
    audit.record({ at, actor: asker.person, action: what, subject: `site:${asker.site}`, detail });

  const bring = command({
    name: "import",
    summary: words.summary,
    params: {
      dataset: choice({ label: words.dataset, of: words.datasets }),
      file: file({ label: words.file, hint: words.fileHint, maxBytes: mostBytes }),
      how: optional(
        choice({
          label: words.how,
          hint: words.howHint,
          of: { import: words.import, preview: words.preview, partial: words.partial },
        }),
      ),
      preset: optional(textParam({ label: words.preset, hint: words.presetHint, max: 100 })),
    },
    audience: "asker",
    allow: ["admin", "lead"],
    run: async ({ asker, values, at }) => {
      const { dataset, file: sent, how = "import", preset } = values;
      const notFor = refusalFor(asker, dataset);
      if (notFor !== undefined) return view(notForView(sent.name, notFor));
      const outcome = await imports.bring({
        site: asker.site,
        dataset,
        file: bytesSource(sent.name, await sent.read()),
        ...(preset === undefined ? {} : { preset }),
        dryRun: how === "preview",
        partial: how === "partial",
      });
      if (!outcome.ok) return view(refusalView(sent.name, outcome.refusal));
      const { batch, rows } = outcome.value;
      if (batch !== undefined) await record(asker, at, `import ${dataset}`, { batch, rows, file: sent.name });
      return view(reportView(sent.name, outcome.value));
    },
  });

  const revert = action({
    ...takeBack,
    summary: words.takeBack,
    audience: "asker",
    allow: ["admin", "lead"],
    run: async ({ asker, values, at }) => {
      const outcome = await imports.revert(values.batch, {
        site: asker.site,
        datasets: datasets.filter((dataset) => refusalFor(asker, dataset) === undefined),
      });
      if (!outcome.ok) return view(notRevertedView(outcome.refusal));
      await record(asker, at, "revert import", { batch: values.batch });
      return view(revertedView(outcome.value));
    },
  });

  return { commands: [bring], actions: [revert] };
}
