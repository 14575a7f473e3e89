import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "../../chat/ask.ts";
import { NotDelivered, type Platform } from "../../chat/platform.ts";
import type { Log } from "../../kernel/log.ts";
import type { Claimed, Ending } from "./delivery.ts";
import { isTooLate, lateMs, outageRetryAt, retryAt } from "./policy.ts";
import type { Ready } from "./prepare.ts";
import type { Ledger } from "./store.ts";

export type SendDeps = {
  readonly ledger: Pick<Ledger, "reserve" | "pause">;
  readonly log: Log;
  readonly clock: () => Date;
  /** How long nobody else gets what was taken, in milliseconds. */
  readonly leaseMs: number;
  /** Ends every waiting, for a stop. */
  readonly signal: AbortSignal;
};

/** Nobody is asked again sooner, whatever they said. */
const shortestWaitMs = 1_000;

/** A little slower than allowed, so that clocks and networks that are not even do not provoke refusals. */
const shareOfPace = 0.97;

/** The window in which a platform counts. */
const windowMs = 1_000;

/** A claim that is given back before anything was done to its message. */
class Returned extends Error {}

type Target = { readonly place: Place; readonly account?: string };

/**
 * How a refusal by the platform ends an attempt. What may have arrived in an earlier attempt (`wasUnsure`) still may, as
 * long as the platform has not said that it is not there. An outage counts no attempts: it ends, or the message is late.
 */
function endingOf(error: NotDelivered, of: Claimed, wasUnsure: boolean, now: Date): Ending {
  const { code: reason, why } = error;
  const isUnsure = wasUnsure || why === "unsure";
  if (why === "unreachable" || why === "refused") {
    if (of.isRevision) return { is: "left", reason };
    return { is: "dead", reason, isUnreachable: why === "unreachable", isUnsure: wasUnsure };
  }
  if (why === "slow-down") {
    const at = new Date(now.getTime() + Math.max(shortestWaitMs, error.afterMs));
    return { is: "retrying", at, reason, isUnsure, isCounted: false };
  }
  if (of.isRevision) return { is: "retrying", at: retryAt(of.attempts, now), reason, isUnsure: false, isCounted: true };
  if (isUnsure && now.getTime() - of.dueAt.getTime() > lateMs) {
    return { is: "dead", reason, isUnreachable: false, isUnsure };
  }
  return { is: "retrying", at: outageRetryAt(of, now), reason, isUnsure, isCounted: false };
}

/** Sends what is ready on one platform, no faster than it allows, and says how each ended; it never throws. */
export function sender(platform: Platform, { ledger, log, clock, leaseMs, signal }: SendDeps) {
  // A claim with less left than this is not sent any more: whoever takes it next could send it as well.
  const safeMs = leaseMs / 2;
  const perSecond = platform.pace.perSecond * shareOfPace;
  // Turns further ahead than this are left to those who have them.
  const aheadMs = leaseMs / 4;
  const lastAt = new Map<string, number>();
  const starts: number[] = [];

  /** Waits for a moment, or throws that it is given back where a stop comes first. */
  const until = async (at: number) => {
    const ms = at - clock().getTime();
    if (signal.aborted) throw new Returned();
    if (ms > 0) {
      await wait(ms, undefined, { signal }).catch(() => {
        throw new Returned();
      });
    }
  };

  /** Turns that came late, as after a stall, do not all come at once: never more in a second than the platform allows. */
  async function evenly(): Promise<void> {
    const most = Math.floor(perSecond);
    if (!Number.isFinite(perSecond) || most < 1) return;
    const at = Math.max(clock().getTime(), (starts[starts.length - most] ?? 0) + windowMs);
    starts.push(at);
    if (starts.length > 2 * most) starts.splice(0, starts.length - most);
    await until(at);
  }

  /** Nothing is done to a message by who may not hold it any more. */
  function mustHold({ until: end }: Claimed): void {
    if (end.getTime() - clock().getTime() < safeMs) throw new Returned();
  }

  /** Where a message goes, and to whose account: never to one that was the person's before. */
  async function targetOf({ of, to, thread }: Ready): Promise<Target> {
    if (of.to.is === "channel") {
      const place = of.place ?? thread ?? (await platform.channel(of.to.site, of.to.name));
      if (place === undefined) throw new NotDelivered("unreachable", "no-such-channel");
      return { place };
    }
    const found = to.person && platform.accountOf(to.person);
    if (found === undefined) throw new NotDelivered("unreachable", "no-account");
    const account = `${found.workspace}/${found.user}`;
    if (of.isRevision && of.account !== account) throw new NotDelivered("refused", "other-account");
    const known = of.isRevision ? of.place : of.known?.account === account ? of.known.place : undefined;
    return { place: known ?? (await platform.direct(found)), account };
  }

  /** Waits until a place may be written to again; a channel's turn is shared with all other workers. */
  async function turnAt(place: Place): Promise<void> {
    const { perPlaceMs } = platform.pace;
    if (perPlaceMs === 0) return;
    const now = clock();
    const mine = Math.max(now.getTime(), (lastAt.get(place.id) ?? 0) + perPlaceMs);
    const turn =
      place.kind === "channel"
        ? await ledger.reserve(`${platform.name} ${place.id}`, 1, 1000 / perPlaceMs, now, aheadMs)
        : new Date(mine);
    if (turn === undefined) throw new Returned();
    const shared = turn.getTime();
    if (lastAt.size > 10_000) lastAt.clear();
    lastAt.set(place.id, Math.max(mine, shared));
    await until(Math.max(mine, shared));
  }

  async function revise({ of, view, told, isProvisional }: Ready, place: Place): Promise<Ending> {
    await platform.revise({ place, message: of.message ?? "" }, view);
    return { is: "revised", told, isProvisional };
  }

  /** What an earlier attempt left behind; it may have said something else, so it is made to say this. */
  async function earlier(ready: Ready, { place, account }: Target): Promise<Ending | undefined> {
    const { of, view, told, isProvisional, folds } = ready;
    if (of.unsureSince === undefined) return undefined;
    const found = await platform.find(place, of.id, of.unsureSince);
    if (found === undefined) return undefined;
    await platform.revise(found, view);
    return { is: "sent", ...found, account, told, isProvisional, folds };
  }

  async function attempt(ready: Ready, notBefore: number, sure: () => void): Promise<Ending> {
    const { of, view, told, isProvisional, folds } = ready;
    await until(notBefore);
    await evenly();
    const target = await targetOf(ready);
    const { place, account } = target;
    mustHold(of);
    if (of.isRevision) return revise(ready, place);
    const standing = await earlier(ready, target);
    if (standing !== undefined) return standing;
    sure();
    if (!ready.isTimeless && isTooLate(of, clock())) return { is: "skipped", why: "late" };
    await turnAt(place);
    mustHold(of);
    const receipt = await platform.post(place, view, of.id);
    return { is: "sent", ...receipt, account, told, isProvisional, folds };
  }

  /** Everybody waits for as long as the platform asks one to. */
  async function slowDown(afterMs: number): Promise<void> {
    await ledger.pause(platform.name, new Date(clock().getTime() + afterMs)).catch((error: unknown) => {
      log.warn({ error }, "a pause was not written down");
    });
  }

  async function send(ready: Ready, notBefore: number): Promise<Ending> {
    let wasUnsure = ready.of.unsureSince !== undefined;
    try {
      return await attempt(ready, notBefore, () => {
        wasUnsure = false;
      });
    } catch (error) {
      if (error instanceof Returned) return { is: "returned", at: clock(), isUnsure: wasUnsure };
      const fault = error instanceof NotDelivered ? error : new NotDelivered("unsure", "fault", { cause: error });
      const context = { platform: platform.name, delivery: ready.of.id, code: fault.code, why: fault.why };
      if (fault === error) log.warn(context, "a message was not delivered");
      else log.error({ ...context, error }, "a message met a fault on its way");
      if (fault.why === "slow-down") await slowDown(fault.afterMs);
      return endingOf(fault, ready.of, wasUnsure, clock());
    }
  }

  return {
    /** How many to take at a time: what can be sent in a second, so that making them ready delays no others. */
    atOnce: (most: number) => Math.max(1, Math.min(most, Math.floor(perSecond))),

    /**
     * When the first of so many may be sent, the others following at the platform's pace; nothing where so many turns
     * are taken by others that it would be long.
     */
    async firstTurn(turns: number): Promise<Date | undefined> {
      const now = clock();
      return Number.isFinite(perSecond) ? ledger.reserve(platform.name, turns, perSecond, now, aheadMs) : now;
    },

    async all(ready: readonly Ready[], first: Date, told: (of: Claimed, ending: Ending) => void): Promise<void> {
      const stepMs = Number.isFinite(perSecond) ? 1000 / perSecond : 0;
      await Promise.all(
        ready.map(async (one, index) => told(one.of, await send(one, first.getTime() + index * stepMs))),
      );
    },
  };
}
