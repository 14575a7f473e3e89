import { setMaxListeners } from "node:events";
import type { Platform } from "../../chat/platform.ts";
import type { Log } from "../../kernel/log.ts";
import { onceMore } from "../../kernel/once-more.ts";
import type { Claimed, Ending } from "./delivery.ts";
import { mostAttempts, mostDeaths, mostRevisions, outageRetryAt } from "./policy.ts";
import { type Ended, type PrepareDeps, preparer, type Ready, type Sorted } from "./prepare.ts";
import { type SendDeps, sender } from "./send.ts";
import type { Ledger } from "./store.ts";

export type CourierDeps = PrepareDeps &
  Omit<SendDeps, "signal"> & {
    readonly ledger: Ledger;
    readonly log: Log;
    readonly clock: () => Date;
  };

/** How many are taken at a time, and how many such lots are on their way at once. */
const lot = 200;
const lanes = 3;

/** Endings are written down together, those of so many or of so short a time. */
const together = { most: 125, ms: 25 };

type Note = (of: Claimed, ending: Ending) => void;

/** Gathers endings and writes many of them down at once. */
function scribe(ledger: Pick<Ledger, "settle">, clock: () => Date) {
  let gathered: Ended[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const some = gathered;
    gathered = [];
    if (some.length === 0) return;
    const before = writing;
    writing = Promise.all([before, ledger.settle(some, clock())]).then(() => {});
    // Whoever waits for all hears of it; until then nobody does.
    writing.catch(() => {});
  }

  return {
    note(of: Claimed, ending: Ending): void {
      gathered.push({ of, ending });
      if (gathered.length >= together.most) write();
      else timer ??= setTimeout(write, together.ms);
    },
    /** Resolves when all is written; throws what kept any of it from that. */
    async done(): Promise<void> {
      write();
      await writing;
    },
  };
}

/** Carries deliveries to one platform, as fast as it allows. */
export function courier(platform: Platform, deps: CourierDeps) {
  const { ledger, log, clock, leaseMs } = deps;
  const stopping = new AbortController();
  // Each message that waits for its turn listens.
  setMaxListeners(0, stopping.signal);
  const prepare = preparer(deps);
  const send = sender(platform, { ...deps, signal: stopping.signal });
  const limit = send.atOnce(lot);

  /** What kills or fails whoever takes it, every time, is given up; it may stand there all the same. */
  function givenUp({ attempts, isRevision, unsureSince, reason = "attempts" }: Claimed): Ending | undefined {
    const isUnsure = unsureSince !== undefined;
    if (isRevision) return attempts > mostRevisions ? { is: "left", reason } : undefined;
    if (attempts <= (isUnsure ? mostDeaths : mostAttempts)) return undefined;
    return { is: "dead", reason, isUnreachable: false, isUnsure };
  }

  /** Keeps others off while something takes its time. */
  async function holding<T>(claimed: readonly Claimed[], work: () => Promise<T>): Promise<T> {
    const hold = () =>
      void ledger
        .hold(claimed, clock(), leaseMs)
        .catch((error: unknown) => log.warn({ error }, "claims were not held"));
    const timer = setInterval(hold, leaseMs / 3);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Sends what is ready when its turn has come; answers false, and gives it back, where others have all turns. */
  async function carry(ready: readonly Ready[], note: Note): Promise<boolean> {
    if (ready.length === 0) return true;
    const first = await send.firstTurn(ready.length);
    const now = clock();
    if (first === undefined) {
      for (const { of } of ready) note(of, { is: "returned", at: now, isUnsure: of.unsureSince !== undefined });
      return false;
    }
    const held = await ledger.trying(
      ready.map(({ of }) => of),
      now,
      leaseMs,
    );
    const going = ready.flatMap((one) => {
      const until = held.get(one.of.id);
      return until === undefined ? [] : [{ ...one, of: { ...one.of, until } }];
    });
    await send.all(going, first, note);
    return true;
  }

  /** A lot that met a fault of ours is given back, for a while and uncounted. */
  async function giveBack(claimed: readonly Claimed[], error: unknown): Promise<void> {
    const now = clock();
    const ended = claimed.map((of): Ended => {
      const isUnsure = of.unsureSince !== undefined;
      return {
        of,
        ending: { is: "retrying", at: outageRetryAt(of, now), reason: "fault", isUnsure, isCounted: false },
      };
    });
    log.error({ error, platform: platform.name, deliveries: claimed.length }, "deliveries could not be prepared");
    await ledger.settle(ended, now);
  }

  /** Takes one lot and sees it through; answers whether there may be more to do. */
  async function round(): Promise<boolean> {
    const claimed = await ledger.claim({ platform: platform.name, limit, now: clock(), leaseMs });
    if (claimed.length === 0) return false;
    const endings = scribe(ledger, clock);
    const taken = claimed.filter((of) => {
      const ending = givenUp(of);
      if (ending !== undefined) endings.note(of, ending);
      return ending === undefined;
    });
    let sorted: Sorted;
    try {
      sorted = await holding(taken, () => prepare(taken, platform, clock()));
    } catch (error) {
      await giveBack(taken, error);
      await endings.done();
      return true;
    }
    for (const { of, ending } of sorted.ended) endings.note(of, ending);
    const isOurTurn = await carry(sorted.ready, endings.note);
    await endings.done();
    return isOurTurn;
  }

  async function lane(): Promise<void> {
    while (!stopping.signal.aborted && (await round()));
  }

  async function drain(): Promise<void> {
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) {
      if (end.status === "rejected") log.error({ error: end.reason, platform: platform.name }, "deliveries stumbled");
    }
  }

  const drained = onceMore(drain);

  return {
    /** Sends all that is due. */
    drain: drained,
    /** Takes no more, and waits for what is on its way. */
    async stop(): Promise<void> {
      stopping.abort();
      await drained();
    },
  };
}
