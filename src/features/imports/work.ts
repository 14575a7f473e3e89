import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Reading } from "./reading/table.ts";
import type { ImportRefusal, ImportReport, ImportRequest } from "./request.ts";
import type { Cause, ImportSite } from "./store.ts";

/** What one import works with. */
export type Work<P> = {
  readonly request: ImportRequest;
  readonly preset: P;
  readonly site: ImportSite;
  readonly at: Date;
  readonly newId: () => string;
};

/** What source ids are unique in. */
export const sourceOf = ({ source, preset }: ImportRequest): string => source ?? preset ?? "default";

/** How the file is to be read: as its preset says, save for the encoding if the request has its own. */
export const readingOf = ({ preset, request }: Pick<Work<Reading>, "preset" | "request">): Reading =>
  request.encoding === undefined ? preset : { ...preset, encoding: request.encoding };

export const causeOf = ({ request, at }: Pick<Work<never>, "request" | "at">, batch: string): Cause => ({
  why: "import",
  batch,
  dataset: request.dataset,
  file: request.file.name,
  at,
});

/** Whether a transaction's work is kept, and what is answered in either case. */
export type Verdict = { readonly keep: boolean; readonly value: Outcome<ImportReport, ImportRefusal> };

export const keep = (report: ImportReport): Verdict => ({ keep: true, value: done(report) });
export const drop = (refusal: ImportRefusal): Verdict => ({ keep: false, value: refuse(refusal) });

/** What becomes of a report: a look changes nothing, bad rows stop everything unless the good ones are asked for. */
export function verdict(request: ImportRequest, report: ImportReport): Verdict {
  if (request.dryRun) return { keep: false, value: done(report) };
  return report.rejected > 0 && !request.partial ? drop({ why: "bad-rows", report }) : keep(report);
}
