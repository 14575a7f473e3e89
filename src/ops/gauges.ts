import { setTimeout as wait } from "node:timers/promises";

/** What is read anew whenever somebody asks; each may throw or hang. */
export type Readings = {
  readonly house: () => Promise<{
    readonly deliveries: readonly {
      readonly kind: string;
      readonly state: string;
      readonly platform: string;
      readonly count: number;
    }[];
    readonly overdueSeconds: number;
    readonly outbox: number;
    readonly batches: readonly { readonly dataset: string; readonly state: string; readonly count: number }[];
  }>;
  readonly queue: () => Promise<{ readonly depth: Readonly<Record<string, number>>; readonly outOfStep: number }>;
  /** Told why a part was away. */
  readonly fault: (error: unknown) => void;
  /** How long a part may take, in milliseconds. */
  readonly patienceMs?: number;
};

type Shape = { readonly name: string; readonly help: string; readonly labelNames: readonly string[] };
type Dial = { set(labels: Record<string, string>, value: number): void; reset(): void };

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = wait(ms, undefined, { signal: stop.signal, ref: false }).then((): never => {
    throw new Error(`no answer in ${ms} ms`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => stop.abort());
}

/** Makes the dials of how things stand, and gives what sets them all. */
export function gauges(make: (shape: Shape) => Dial, readings: Readings): () => Promise<void> {
  const { house, queue, fault, patienceMs = 3_000 } = readings;
  const dial = (name: string, help: string, ...labelNames: string[]) =>
    make({ name: `fairline_${name}`, help, labelNames });
  const deliveries = dial(
    "deliveries",
    "Deliveries of occurrences of the last seven days, by what they are, how they stand and where they go.",
    "kind",
    "state",
    "platform",
  );
  const overdue = dial(
    "delivery_overdue_seconds",
    "How long ago the oldest delivery that is still to be sent should have been.",
  );
  const outbox = dial("outbox_length", "Announcements that are still to be carried out.");
  const batches = dial(
    "import_batches",
    "Imports, by what they brought and whether they still stand.",
    "dataset",
    "state",
  );
  const depth = dial("queue_runs", "Runs in the queue, by how they stand.", "state");
  const outOfStep = dial("schedules_out_of_step", "Schedules that are missing, stale, or let lie.");
  const reachable = dial("reachable", "Whether a part of the house could be read just now.", "part");
  const all = [deliveries, overdue, outbox, batches, depth, outOfStep, reachable];

  async function part(name: string, read: () => Promise<void>): Promise<void> {
    const error = await read().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (error !== undefined) fault(error.error);
    reachable.set({ part: name }, error === undefined ? 1 : 0);
  }

  async function readHouse() {
    const now = await within(patienceMs, house());
    for (const { count, ...labels } of now.deliveries) deliveries.set(labels, count);
    for (const { count, ...labels } of now.batches) batches.set(labels, count);
    overdue.set({}, now.overdueSeconds);
    outbox.set({}, now.outbox);
  }

  async function readQueue() {
    const now = await within(patienceMs, queue());
    for (const [state, count] of Object.entries(now.depth)) depth.set({ state }, count);
    outOfStep.set({}, now.outOfStep);
  }

  return async () => {
    for (const one of all) one.reset();
    // Nobody is to take what could not be read for nothing at all.
    for (const one of [overdue, outbox, outOfStep]) one.set({}, Number.NaN);
    await Promise.all([part("database", readHouse), part("queue", readQueue)]);
  };
}
