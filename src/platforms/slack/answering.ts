import pLimit from "p-limit";

/** The answers under way. */
export type Answering = {
  /**
   * Does the work when the acknowledgement is out and nothing more comes in: while it does, acknowledging goes first,
   * for 200 ms at most.
   */
  readonly later: (work: () => Promise<void>) => void;
  /** Does a part of that work when its turn has come, a few at a time. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  /** Resolves when nothing is under way or waiting. */
  readonly idle: () => Promise<void>;
};

const lullMs = 4;
const mostMs = 200;

/** `failed` hears of work that throws; at most `atOnce` pieces of work in turn run together. */
export function answering(atOnce: number, failed: (error: unknown) => void): Answering {
  const limit = pLimit(atOnce);
  const underWay = new Set<Promise<void>>();
  const waiting: { readonly heardAt: number; readonly begin: () => void }[] = [];
  let lastHeardAt = 0;
  let isLooking = false;

  function release() {
    const now = performance.now();
    const isLull = now - lastHeardAt >= lullMs;
    const keep = waiting.findIndex(({ heardAt }) => !isLull && heardAt + mostMs > now);
    for (const { begin } of waiting.splice(0, keep === -1 ? waiting.length : keep)) begin();
    isLooking = waiting.length > 0;
    if (isLooking) setTimeout(release, lullMs);
  }

  return {
    later(work) {
      lastHeardAt = performance.now();
      const begun = new Promise<void>((begin) => waiting.push({ heardAt: lastHeardAt, begin }));
      if (!isLooking) setTimeout(release, lullMs);
      isLooking = true;
      const done: Promise<void> = begun
        .then(work)
        .catch(failed)
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    inTurn: (work) => limit(work),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
