import { distance } from "fastest-levenshtein";
import { done, type Outcome, refuse } from "../kernel/outcome.ts";
import { addDays, dayAt, type LocalDate, startOfDay } from "../kernel/time.ts";
import { lastUntil, onceADay } from "./cron.ts";
import type { Job } from "./job.ts";
import type { RunRefusal } from "./messages.ts";
import { type Scope, scopesOf, takesPlace } from "./occurrence.ts";
import { perform } from "./perform.ts";
import type { RunnerDeps } from "./runner.ts";

/** `site` is left out for a job of the company; `at` is any moment that the occurrence speaks for, and now if unsaid. */
export type RunRequest = { readonly job: string; readonly site?: string | undefined; readonly at?: Date | undefined };
export type RanNow = { readonly is: "done" | "already done"; readonly at: Date; readonly day: LocalDate };

const nearest = (to: string, names: readonly string[]) =>
  [...names].sort((a, b) => distance(to, a) - distance(to, b)).slice(0, 3);

/**
 * The occurrence that a moment belongs to: for a job of one time a day the latest one up to the end of the moment's
 * local day, so that a day alone can be asked for; for any other the latest one up to the moment.
 */
function occurrenceAt(job: Job<never>, { zone }: Scope, at: Date): Date {
  if (!onceADay(job.cron)) return lastUntil(job.cron, zone, at);
  const tomorrow = startOfDay(addDays(dayAt(at, zone), 1), zone);
  return lastUntil(job.cron, zone, new Date(tomorrow.getTime() - 1));
}

/** The days around an occurrence, the earlier first, on which the job does take place. */
function workdaysAround(job: Job<never>, scope: Scope, on: LocalDate): LocalDate[] {
  const takes = (day: LocalDate) => takesPlace(job, scope, startOfDay(day, scope.zone));
  const days = Array.from({ length: 31 }, (_, i) => i + 1);
  const before = days.map((back) => addDays(on, -back)).find(takes);
  const after = days.map((ahead) => addDays(on, ahead)).find(takes);
  return [before, after].filter((day) => day !== undefined);
}

/** Runs one occurrence by hand, here and at once. What was run before, by hand or by the clock, is not run again. */
export async function runNow<Needs>(
  request: RunRequest,
  deps: RunnerDeps<Needs>,
): Promise<Outcome<RanNow, RunRefusal>> {
  const names = deps.jobs.map(({ name }) => name);
  const job = deps.jobs.find(({ name }) => name === request.job);
  if (job === undefined) return refuse({ why: "unknown-job", name: request.job, nearest: nearest(request.job, names) });
  const scopes = scopesOf(job, await deps.sites());
  const site = job.per === "company" ? "" : (request.site ?? "");
  const scope = scopes.find((known) => known.site === site);
  if (scope === undefined) {
    return refuse({
      why: "unknown-site",
      site,
      nearest: nearest(
        site,
        scopes.map((known) => known.site),
      ),
    });
  }
  const at = occurrenceAt(job, scope, request.at ?? deps.clock());
  const day = dayAt(at, scope.zone);
  if (!takesPlace(job, scope, at)) {
    return refuse({ why: "not-a-workday", day, nearest: workdaysAround(job, scope, day) });
  }
  const performed = await perform(job, scope, at, deps, true);
  if (performed.is === "taken") return refuse({ why: "under-way" });
  return done({ is: performed.is === "done" ? "done" : "already done", at, day });
}
