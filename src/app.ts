import { randomBytes, randomUUID } from "node:crypto";
import type { AccountRef } from "./chat/ask.ts";
import type { Draw } from "./chat/chart.ts";
import type { Platform } from "./chat/platform.ts";
import { type Registry, registry } from "./chat/registry.ts";
import { type Router, router } from "./chat/router.ts";
import type { View } from "./chat/view.ts";
import { type Imports, importCommands, imports } from "./features/imports/index.ts";
import { type Audit, type HealthLine, people, peopleCommands } from "./features/people/index.ts";
import { scoreCommands, scores, wordsOfScores } from "./features/scores/index.ts";
import { healthLines } from "./health.ts";
import type { Log } from "./kernel/log.ts";
import { withPage } from "./local-page.ts";
import { audit } from "./persistence/audit.ts";
import type { Database } from "./persistence/client.ts";
import { heard } from "./persistence/heard.ts";
import { housekeeping } from "./persistence/housekeeping.ts";
import { importStore } from "./persistence/imports/store.ts";
import { jobRuns } from "./persistence/job-runs.ts";
import { peopleStore } from "./persistence/people.ts";
import { scoreStore } from "./persistence/scores/store.ts";
import { wordsStore } from "./persistence/words.ts";
import { type Job, type Queue, queue } from "./queue/index.ts";

export type AppDeps = {
  readonly database: Database & { readonly url: string };
  readonly redisUrl?: string | undefined;
  readonly jobs: readonly Job<JobNeeds>[];
  /** The platforms that are on, by the time somebody must be told something. */
  readonly platforms: () => readonly Platform[];
  readonly draw: Draw;
  readonly log: Log;
  readonly clock: () => Date;
};

/** The house put together: every feature with its store, every command in one router, every job in one queue. */
export type App = { readonly router: Router; readonly registry: Registry; readonly queue: Queue } & Features;
type Features = {
  readonly people: ReturnType<typeof people>;
  readonly scores: ReturnType<typeof scores>;
  readonly imports: Imports;
};

/** What jobs may ask of the house. */
type JobNeeds = { readonly scores: Features["scores"]; readonly housekeeping: ReturnType<typeof housekeeping> };

/** Six characters that a person can read out to an admin. */
const reference = () => randomBytes(3).toString("hex");

/** The declarations of every feature; the only list of them. */
function declare(
  { people, scores, imports }: Features,
  { audit, draw, health }: { audit: Audit; draw: Draw; health: () => Promise<readonly HealthLine[]> },
): Registry {
  const ofScores = scoreCommands({ scores, draw });
  const ofImports = importCommands({ imports, audit });
  const ofPeople = peopleCommands({ people, health, commands: () => all.commands });
  const all = registry(
    [...ofScores.commands, ...ofImports.commands, ...ofPeople.commands],
    [...ofScores.actions, ...ofImports.actions, ...ofPeople.actions],
  );
  return all;
}

/** Puts the house together on a database; nothing runs until its platforms and its queue are started. */
export function app({ database, redisUrl, jobs, platforms, draw, log, clock }: AppDeps): App {
  const trail = audit(database);
  const roster = withPage(peopleStore(database));

  async function tell(account: AccountRef, view: View): Promise<void> {
    const platform = platforms().find(({ name }) => name === account.platform);
    if (platform !== undefined) await platform.post(await platform.direct(account), view);
  }

  const made = scores({ store: scoreStore(database), roster, audit: trail });
  const features = {
    people: people({ store: roster, audit: trail, random: randomBytes, tell, log, clock }),
    imports: imports({
      store: importStore(database),
      clock,
      newId: randomUUID,
      changed: async (site) => void (await made.recompute(clock(), site)),
      onFault: (error) => log.error({ error }, "scores were not computed again after an import; a job does it later"),
    }),
    scores: made,
  };
  const clockwork = queue({
    redisUrl,
    databaseUrl: database.url,
    jobs,
    needs: { scores: features.scores, housekeeping: housekeeping(database) },
    sites: roster.sites,
    runs: jobRuns(database),
    log,
    clock,
    reference,
  });
  const health = () => healthLines({ database, queue: clockwork, platforms: platforms(), sites: roster.sites });
  const declared = declare(features, { audit: trail, draw, health });
  return {
    ...features,
    registry: declared,
    queue: clockwork,
    router: router({
      registry: declared,
      clock,
      identify: features.people.identify,
      wayIn: features.people.wayIn,
      understand: wordsOfScores({ store: wordsStore(database) }),
      firstTime: heard(database).firstTime,
      reference,
      fault: (error, ref, ask) =>
        log.error({ error, reference: ref, ask: ask.is, place: ask.place.kind }, "an ask ended in a fault"),
    }),
  };
}
