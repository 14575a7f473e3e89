import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Meter } from "../kernel/meter.ts";
import { gauges, type Readings } from "./gauges.ts";

export type MetricsDeps = Readings & { readonly fault: (error: unknown) => void };

export type Metrics = {
  readonly meter: Meter;
  /** Everything, in the text format of Prometheus; a part that cannot be reached is left out and said to be away. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
};

/** Seconds, from an answer out of memory to one that Slack has long given up on. */
const answerSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];
/** Seconds, from a look around to a night's work. */
const runSeconds = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600];

/** How the house does, for Prometheus: what was counted in this process, and how things stand at the moment of asking. */
export function metrics(deps: MetricsDeps): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const runs = new Counter({
    name: "fairline_job_runs_total",
    help: "Runs of jobs in this process.",
    labelNames: ["job", "outcome"],
    registers,
  });
  const runTime = new Histogram({
    name: "fairline_job_run_seconds",
    help: "How long runs of jobs took.",
    labelNames: ["job"],
    buckets: runSeconds,
    registers,
  });
  const answers = new Counter({
    name: "fairline_asks_total",
    help: "Asks that this process answered, by the platform that they came from, their kind and what came of them.",
    labelNames: ["platform", "kind", "outcome"],
    registers,
  });
  const answerTime = new Histogram({
    name: "fairline_answer_seconds",
    help: "How long answers took, from the ask to the reply being handed to the platform.",
    labelNames: ["platform", "kind"],
    buckets: answerSeconds,
    registers,
  });
  const faults = new Counter({
    name: "fairline_faults_total",
    help: "Faults that this process caught and lived through, by where.",
    labelNames: ["place"],
    registers,
  });
  const standing = gauges((one) => new Gauge({ ...one, labelNames: [...one.labelNames], registers }), deps);
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    await standing();
    return register.metrics();
  }

  return {
    meter: {
      ran({ job, outcome, seconds }) {
        runs.inc({ job, outcome });
        runTime.observe({ job }, Math.max(0, seconds));
      },
      answered({ platform, kind, outcome, seconds }) {
        answers.inc({ platform, kind, outcome });
        answerTime.observe({ platform, kind }, Math.max(0, seconds));
      },
      faulted: (place) => faults.inc({ place }),
    },
    async text() {
      reading ??= read().finally(() => {
        reading = undefined;
      });
      return { type: register.contentType, body: await reading };
    },
  };
}
