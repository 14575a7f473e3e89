import { connect } from "../persistence/client.ts";
import { jobRuns } from "../persistence/job-runs.ts";
import { type Job, queue } from "../queue/index.ts";

/** A process of its own with a queue, for tests that kill it or watch it end. Its environment says what and where. */
const { databaseUrl, redisUrl, prefix, jobs, hang } = JSON.parse(process.env.QUEUE_PROCESS ?? "{}") as {
  databaseUrl: string;
  redisUrl?: string;
  prefix: string;
  jobs: readonly { name: string; cron: string }[];
  hang: boolean;
};

const tell = (what: string) => process.stdout.write(`${what}\n`);
const { pool, close } = connect(databaseUrl);
const forever = () => new Promise<void>(() => {});
const calendar = { weekend: [], holidays: [], workdays: [] };
const clock = queue({
  redisUrl,
  databaseUrl,
  prefix,
  jobs: jobs.map(
    (one): Job<object> => ({
      ...one,
      per: "site",
      on: "every day",
      attempts: 3,
      run: (_, { at }) => {
        tell(`begun ${at.toISOString()}`);
        return hang ? forever() : Promise.resolve();
      },
    }),
  ),
  needs: {},
  sites: async () => [{ id: "a-site", zone: "Asia/Shanghai", calendar }],
  runs: jobRuns({ pool }),
  log: {
    info: () => {},
    warn: (_, message) => tell(`warn ${message}`),
    error: (_, message) => tell(`error ${message}`),
  },
  clock: () => new Date(),
  reference: () => "ref",
  pace: { leaseMs: 1_500, stallMs: 1_000, graceMs: 1_000 },
});

clock.start();
process.once("SIGTERM", async () => {
  await clock.stop();
  await close();
  tell("stopped");
});
