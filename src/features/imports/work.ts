import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { ImportRefusal, ImportReport, ImportRequest } from "./request.ts";
import type { ImportSite } from "./store.ts";

/** What one import works with. */
export type Work<P> = {
  readonly request: ImportRequest;
  readonly preset: P;
  readonly site: ImportSite;
  readonly at: Date;
  readonly newId: () => string;
};

/** Whether a transaction's work is kept, and what is answered in either case. */
export type Verdict = { readonly keep: boolean; readonly value: Outcome<ImportReport, ImportRefusal> };

export const keep = (report: ImportReport): Verdict => ({ keep: true, value: done(report) });
export const drop = (refusal: ImportRefusal): Verdict => ({ keep: false, value: refuse(refusal) });

/** What becomes of a report: a look changes nothing, bad rows stop everything unless the good ones are asked for. */
export function verdict(request: ImportRequest, report: ImportReport): Verdict {
  if (request.dryRun) return { keep: false, value: done(report) };
  return report.rejected > 0 && !request.partial ? drop({ why: "bad-rows", report }) : keep(report);
}
