import type { Platform } from "../../chat/platform.ts";
import type { Log } from "../../kernel/log.ts";
import { onceMore } from "../../kernel/once-more.ts";
import type { Claimed, Ending } from "./delivery.ts";
import { mostAttempts } from "./policy.ts";
import { type Ended, type PrepareDeps, preparer } from "./prepare.ts";
import { type SendDeps, sender } from "./send.ts";
import type { Ledger } from "./store.ts";

export type CourierDeps = PrepareDeps &
  SendDeps & {
    readonly ledger: Ledger;
    readonly log: Log;
    readonly clock: () => Date;
  };

/** How many are taken at a time, and how many such lots are on their way at once. */
const lot = 100;
const lanes = 2;

/** Endings are written down together, those of so many or of so short a time. */
const together = { most: 50, ms: 15 };

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
  const prepare = preparer(deps);
  const send = sender(platform, deps);
  const limit = send.atOnce(lot);
  let stopped = false;

  /** A message whose sender dies every time is given up like one that fails every time. */
  const givenUp = ({ attempts, isRevision, unsureSince }: Claimed) =>
    attempts > mostAttempts && !isRevision && unsureSince === undefined;

  /** Takes one lot and sees it through; answers how many there were. */
  async function round(): Promise<number> {
    const claimed = await ledger.claim({ platform: platform.name, limit, now: clock(), leaseMs });
    if (claimed.length === 0) return 0;
    const endings = scribe(ledger, clock);
    for (const of of claimed.filter(givenUp)) {
      endings.note(of, { is: "dead", reason: of.reason ?? "attempts", isUnreachable: false });
    }
    const { ready, ended } = await prepare(
      claimed.filter((of) => !givenUp(of)),
      platform,
      clock(),
    );
    for (const { of, ending } of ended) endings.note(of, ending);
    const now = clock();
    const claims = ready.map(({ of }) => of);
    const held = claims.length === 0 ? new Set<string>() : await ledger.trying(claims, now, leaseMs);
    const until = new Date(now.getTime() + leaseMs);
    const going = ready.filter(({ of }) => held.has(of.id)).map((one) => ({ ...one, of: { ...one.of, until } }));
    await send.all(going, (of, ending) => endings.note(of, ending));
    await endings.done();
    return claimed.length;
  }

  async function lane(): Promise<void> {
    while (!stopped && (await round()) > 0);
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
      stopped = true;
      await drained();
    },
  };
}
