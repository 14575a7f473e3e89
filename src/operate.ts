import type { Platform } from "./chat/platform.ts";
import type { Log } from "./kernel/log.ts";
import type { Meter } from "./kernel/meter.ts";
import { metrics } from "./ops/metrics.ts";
import { type Ops, ops } from "./ops/ops.ts";
import { type RecordingsDeps, recordings } from "./ops/recordings.ts";
import type { Database } from "./persistence/client.ts";
import { figures } from "./persistence/figures.ts";
import { peopleStore } from "./persistence/people.ts";
import type { Board } from "./queue/board.ts";
import type { Job } from "./queue/index.ts";

export type OperateDeps = {
  readonly database: Database & { readonly url: string };
  readonly redisUrl: string | undefined;
  readonly adminPassword: string | undefined;
  readonly jobs: readonly Job<never>[];
  readonly ready: () => Promise<boolean>;
  /** Where the link to a recording leads, by its token. */
  readonly follow: RecordingsDeps["follow"];
  readonly log: Log;
  readonly clock: () => Date;
};

/** What those who operate the house are given: pages, and a meter that the rest of the house tells. */
export type Operations = { readonly pages: Ops; readonly meter: Meter; close(): Promise<void> };

/** Puts the pages for operators together; nothing is opened before somebody looks. */
export function operate({
  database,
  redisUrl,
  adminPassword,
  jobs,
  ready,
  follow,
  log,
  clock,
}: OperateDeps): Operations {
  const { sites } = peopleStore(database);
  const trouble = (error: unknown) => log.warn({ error }, "the queue could not be looked into");
  let opening: Promise<Board> | undefined;

  function board(): Promise<Board> {
    opening ??= import("./queue/board.ts").then((queue) =>
      queue.board({ redisUrl, databaseUrl: database.url, jobs, sites, clock, trouble }),
    );
    return opening;
  }

  const read = figures(database);
  const measured = metrics({
    house: () => read(clock()),
    queue: async () => (await board()).figures(),
    fault: (error) => {
      log.warn({ error }, "a part of the metrics could not be read");
      measured.meter.faulted("metrics");
    },
  });
  const pages = ops({
    log,
    ready,
    metrics: measured,
    password: adminPassword,
    recordings: recordings({ follow, clock, log }),
    openDashboard: async (base) => {
      const { dashboard } = await import("./ops/dashboard.ts");
      return dashboard(await (await board()).queue(), base);
    },
  });
  return {
    pages,
    meter: measured.meter,
    async close() {
      await pages.close();
      await (await opening)?.close();
    },
  };
}

type Started = { readonly hears: boolean; readonly address: string; readonly platforms: readonly Platform[] };

/** What a start says when all is up. */
export function readyLine({ hears, address, platforms }: Started): string {
  if (address !== "") return `Fairline is ready: ${address}`;
  const names = platforms.map(({ name }) => name).join(" and ");
  return hears ? `Fairline is ready on ${names}.` : `Fairline works the queue and carries deliveries to ${names}.`;
}
