import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { lastOf, readWhen } from "../../kernel/when.ts";
import type { LocalDeps } from "./deps.ts";
import { type Refusal, refusals } from "./refusals.ts";

/** Reads a time, or a day of which the last occurrence is meant: without an offset on the wall of a zone. */
function instantOf(text: string, zone: string): Outcome<Date, Refusal> {
  const when = readWhen(text, zone);
  return when.ok ? done(lastOf(when.value, zone)) : refuse(refusals.wrongTime);
}

type Run = { readonly name: string; readonly site: string; readonly at?: string | undefined };

/** Runs the occurrence of a job that stands for a time, or for now; `ran` is false when it had run before. */
export async function runJob(
  { jobs, sites, clock }: Pick<LocalDeps, "jobs" | "sites" | "clock">,
  { name, site: siteId, at }: Run,
): Promise<Outcome<{ readonly ok: true; readonly ran: boolean; readonly at: Date }, Refusal>> {
  if (jobs === undefined || !jobs.declared.some((job) => job.name === name)) return refuse(refusals.unknownJob(name));
  const site = (await sites()).find((known) => known.id === siteId);
  if (site === undefined) return refuse(refusals.unknownSite(siteId));
  const instant = at === undefined ? done(clock()) : instantOf(at, site.zone);
  if (!instant.ok) return instant;
  const outcome = await jobs.run(name, site.id, instant.value);
  if (!outcome.ok) return refuse(refusals.jobRefused(outcome.refusal.say));
  return done({ ok: true, ran: outcome.value.ran === "now", at: instant.value });
}
