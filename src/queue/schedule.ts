import { createHash } from "node:crypto";
import type { Job } from "./job.ts";
import { type ClockSite, type Scope, scopesOf } from "./occurrence.ts";

/** One entry of the shared clock: a job at one site in that site's zone. */
export type Schedule<Needs = never> = { readonly id: string; readonly job: Job<Needs>; readonly scope: Scope };

/**
 * The name of a schedule. It holds the cron line, the zone and the attempts, so that a change of one is a new schedule
 * and the old one is stale. No colons: the queue keeps those for itself.
 */
function scheduleId({ name, cron, attempts }: Pick<Job, "name" | "cron" | "attempts">, { site, zone }: Scope): string {
  const terms = createHash("sha256")
    .update(JSON.stringify([cron, zone, attempts]))
    .digest("hex")
    .slice(0, 12);
  return `${name}@${encodeURIComponent(site)}@${terms}`;
}

/** Every schedule that there should be, by its id. */
export function schedulesOf<Needs>(
  jobs: readonly Job<Needs>[],
  sites: readonly ClockSite[],
): ReadonlyMap<string, Schedule<Needs>> {
  const all = jobs.flatMap((job) => scopesOf(job, sites).map((scope) => ({ id: scheduleId(job, scope), job, scope })));
  return new Map(all.map((schedule) => [schedule.id, schedule]));
}
