import { describe, expect, test } from "vitest";
import type { Readings } from "./gauges.ts";
import { metrics } from "./metrics.ts";

const standing: Pick<Readings, "house" | "queue"> = {
  house: async () => ({
    deliveries: [
      { kind: "daily-score", state: "sent", platform: "slack", count: 120 },
      { kind: "daily-score", state: "dead", platform: "discord", count: 2 },
    ],
    overdueSeconds: 61.5,
    outbox: 3,
    batches: [{ dataset: "people", state: "standing", count: 4 }],
  }),
  queue: async () => ({ depth: { waiting: 1, delayed: 14 }, outOfStep: 2 }),
};

function aHouse(but: Partial<Readings> = {}) {
  const faults: unknown[] = [];
  return { faults, ...metrics({ ...standing, fault: (error) => faults.push(error), ...but }) };
}

/** Every sample of a text as `name{labels}` → value; throws at a line that Prometheus could not read. */
function samplesOf(body: string): ReadonlyMap<string, string> {
  const line =
    /^([a-zA-Z_:][\w:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})?) (-?[\d.]+(?:e[+-]?\d+)?|Nan|[+-]Inf)$/i;
  return new Map(
    body
      .split("\n")
      .filter((one) => one !== "" && !one.startsWith("# "))
      .map((one) => {
        const [, name = "", value = ""] = line.exec(one) ?? [];
        if (name === "") throw new Error(`not a sample: ${one}`);
        return [name, value] as const;
      }),
  );
}

describe("metrics", () => {
  test("tell how the house stands, beside the process itself", async () => {
    const { type, body } = await aHouse().text();
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const samples = samplesOf(body);
    expect(samples.has("process_start_time_seconds")).toBe(true);
    expect(Object.fromEntries([...samples].filter(([name]) => name.startsWith("fairline_")))).toMatchObject({
      'fairline_deliveries{kind="daily-score",state="sent",platform="slack"}': "120",
      'fairline_deliveries{kind="daily-score",state="dead",platform="discord"}': "2",
      fairline_delivery_overdue_seconds: "61.5",
      fairline_outbox_length: "3",
      'fairline_import_batches{dataset="people",state="standing"}': "4",
      'fairline_queue_runs{state="waiting"}': "1",
      'fairline_queue_runs{state="delayed"}': "14",
      fairline_schedules_out_of_step: "2",
      'fairline_reachable{part="database"}': "1",
      'fairline_reachable{part="queue"}': "1",
    });
  });

  test("count what happens in this process, and how long it takes", async () => {
    const { meter, text } = aHouse();
    meter.ran({ job: "daily-score", outcome: "done", seconds: 4 });
    meter.ran({ job: "daily-score", outcome: "failed", seconds: 70 });
    meter.answered({ platform: "slack", kind: "command", outcome: "view", seconds: 0.04 });
    meter.answered({ platform: "slack", kind: "command", outcome: "fault", seconds: -1 });
    meter.faulted("router");
    expect(Object.fromEntries(samplesOf((await text()).body))).toMatchObject({
      'fairline_job_runs_total{job="daily-score",outcome="done"}': "1",
      'fairline_job_runs_total{job="daily-score",outcome="failed"}': "1",
      'fairline_job_run_seconds_bucket{le="5",job="daily-score"}': "1",
      'fairline_job_run_seconds_count{job="daily-score"}': "2",
      'fairline_job_run_seconds_sum{job="daily-score"}': "74",
      'fairline_asks_total{platform="slack",kind="command",outcome="view"}': "1",
      'fairline_asks_total{platform="slack",kind="command",outcome="fault"}': "1",
      'fairline_answer_seconds_bucket{le="0.05",platform="slack",kind="command"}': "2",
      'fairline_answer_seconds_sum{platform="slack",kind="command"}': "0.04",
      'fairline_faults_total{place="router"}': "1",
    });
  });

  test("forget what is no longer so", async () => {
    let kind = "daily-score";
    const { text } = aHouse({
      house: async () => {
        const now = await standing.house();
        return { ...now, deliveries: [{ kind, state: "sent", platform: "slack", count: 1 }] };
      },
    });
    await text();
    kind = "lead-digest";
    const names = [...samplesOf((await text()).body).keys()].filter((name) => name.startsWith("fairline_deliveries"));
    expect(names).toEqual(['fairline_deliveries{kind="lead-digest",state="sent",platform="slack"}']);
  });

  test("are given also while a part is away, which they say, and take nothing for zero", async () => {
    const { text, faults } = aHouse({
      house: async () => {
        throw new Error("no database");
      },
      queue: () => new Promise(() => {}),
      patienceMs: 50,
    });
    const samples = samplesOf((await text()).body);
    expect(samples.get('fairline_reachable{part="database"}')).toBe("0");
    expect(samples.get('fairline_reachable{part="queue"}')).toBe("0");
    for (const name of ["outbox_length", "delivery_overdue_seconds", "schedules_out_of_step"]) {
      expect(samples.get(`fairline_${name}`)).toMatch(/nan/i);
    }
    expect([...samples.keys()].filter((name) => name.startsWith("fairline_deliveries"))).toEqual([]);
    expect(faults.map(String).sort()).toEqual(["Error: no answer in 50 ms", "Error: no database"]);
    expect([...samples.keys()]).toContain("process_start_time_seconds");
  });

  test("are read once for all who ask at the same time", async () => {
    let reads = 0;
    const { text } = aHouse({
      house: () => {
        reads += 1;
        return standing.house();
      },
    });
    await Promise.all([text(), text(), text()]);
    expect(reads).toBe(1);
    await text();
    expect(reads).toBe(2);
  });
});
