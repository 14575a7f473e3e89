import type { Meter } from "../../kernel/meter.ts";
import { onceMore } from "../../kernel/once-more.ts";
import { type CourierDeps, courier } from "./courier.ts";
import type { State } from "./delivery.ts";
import type { NoticeKind } from "./kind.ts";
import type { Notice } from "./notice.ts";
import { type OutboxDeps, outbox } from "./outbox.ts";
import type { Ledger } from "./store.ts";
import { undeliverable } from "./undeliverable.ts";

export type NoticesDeps = Omit<CourierDeps & OutboxDeps, "leaseMs" | "kinds"> & {
  readonly kinds: () => readonly NoticeKind[];
  readonly ledger: Ledger;
  readonly leaseMs?: number;
  readonly meter?: Pick<Meter, "faulted"> | undefined;
};

/** What is told to people and channels without their asking: each once, in time, and on the record. */
export type Notices = {
  /** Puts up for the next sweep that those whom a kind of notice is for are told, each once. */
  announce(notice: Notice): Promise<void>;
  /** Carries out what was announced and sends what is due; safe to call at any time, by any number of workers. */
  sweep(): Promise<void>;
  /** The same, and answers how the deliveries of occurrences after a moment stand. */
  flush(since: Date): Promise<Readonly<Partial<Record<State, number>>>>;
  /** Takes no more, and waits for what is on its way. */
  stop(): Promise<void>;
  readonly kinds: () => readonly NoticeKind[];
} & Pick<Ledger, "find" | "counts" | "revive" | "settingsOf" | "saveSettings">;

const usualLeaseMs = 60_000;

/** Notices on a ledger. */
export function notices(deps: NoticesDeps): Notices {
  const { ledger, platforms, roster, log, leaseMs = usualLeaseMs } = deps;
  const own = undeliverable({ roster });
  const kinds = () => [...deps.kinds(), own];
  const couriers = new Map<string, ReturnType<typeof courier>>();
  const empty = onceMore(() => outbox({ ...deps, kinds: kinds() }, () => void drained()).empty());
  let stopped = false;
  let emptying: Promise<void> = Promise.resolve();

  function couriersNow() {
    return platforms().map((platform) => {
      const known = couriers.get(platform.name) ?? courier(platform, { ...deps, kinds: kinds(), leaseMs });
      couriers.set(platform.name, known);
      return known;
    });
  }

  async function drained(): Promise<void> {
    if (!stopped) await Promise.all(couriersNow().map((one) => one.drain()));
  }

  async function sweep(): Promise<void> {
    if (stopped) return;
    try {
      emptying = empty();
      await emptying;
    } catch (error) {
      deps.meter?.faulted("courier");
      log.error({ error }, "the outbox was not emptied");
    }
    await drained();
  }

  return {
    kinds,
    sweep,
    announce: ledger.announce,
    async flush(since) {
      await sweep();
      return Object.fromEntries(await ledger.counts(since));
    },
    async stop() {
      stopped = true;
      await emptying.catch(() => {});
      await Promise.all([...couriers.values()].map((one) => one.stop()));
    },
    find: ledger.find,
    counts: ledger.counts,
    revive: ledger.revive,
    settingsOf: ledger.settingsOf,
    saveSettings: ledger.saveSettings,
  };
}
