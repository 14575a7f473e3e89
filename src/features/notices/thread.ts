import type { Place } from "../../chat/ask.ts";
import type { Platform } from "../../chat/platform.ts";
import type { Claimed, Delivery, Ending, Slot } from "./delivery.ts";
import type { NoticeKind } from "./kind.ts";
import type { Ledger } from "./store.ts";

/** How long after a delivery was due it waits for an earlier one that is not under way, and how often it looks. */
const patienceMs = 5 * 60_000;
const shortlyMs = 5_000;

/** Where a delivery goes, or how it ends for now without that. */
type Hung = { readonly place: Place } | { readonly ending: Ending };

type Deps = {
  readonly ledger: Pick<Ledger, "at">;
  readonly kindOf: (of: Claimed) => NoticeKind | undefined;
  readonly platform: Pick<Platform, "hasThreads">;
};

const none: Hung = { ending: { is: "skipped", why: "no-thread" } };

/** The thread under a message that stands in a channel; threads have none of their own. */
function threadUnder({ place, message }: Delivery): Place | undefined {
  if (place?.kind !== "channel" || message === undefined) return undefined;
  return { ...place, thread: place.thread ?? message };
}

function hungOn(parent: Delivery | undefined, of: Claimed, now: Date): Hung {
  if (parent?.state === "sent") {
    const place = threadUnder(parent);
    return place === undefined ? none : { place };
  }
  if (parent?.state === "dead" || parent?.state === "skipped") return none;
  // After a standstill both are late, and the earlier one goes out this very moment.
  const isUnderWay = parent?.state === "planned" || parent?.state === "sending";
  if (!isUnderWay && now.getTime() - of.dueAt.getTime() > patienceMs) return none;
  const at = new Date(now.getTime() + shortlyMs);
  const isUnsure = of.unsureSince !== undefined;
  return { ending: { is: "retrying", at, reason: "no-thread-yet", isUnsure, isCounted: false } };
}

/** Where deliveries go that hang under an earlier one; those that stand by themselves, or stand already, are missing. */
export async function threadsOf(
  claimed: readonly Claimed[],
  { ledger, kindOf, platform }: Deps,
  now: Date,
): Promise<ReadonlyMap<string, Hung>> {
  const hanging = claimed.flatMap((of) => {
    const under = of.isRevision ? undefined : kindOf(of)?.under?.(of);
    return under === undefined ? [] : [{ of, slot: { ...slotOf(of), ...under } }];
  });
  if (hanging.length === 0) return new Map();
  if (!platform.hasThreads) return new Map(hanging.map(({ of }) => [of.id, none]));
  const parents = await ledger.at(hanging.map(({ slot }) => slot));
  return new Map(hanging.map(({ of }, index) => [of.id, hungOn(parents[index], of, now)]));
}

const slotOf = ({ kind, site, period, to, platform }: Claimed): Slot => ({ kind, site, period, to, platform });
