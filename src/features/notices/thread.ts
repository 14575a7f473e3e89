import type { Place } from "../../chat/ask.ts";
import type { Platform } from "../../chat/platform.ts";
import type { Claimed, Delivery, Ending, Slot } from "./delivery.ts";
import type { NoticeKind } from "./kind.ts";
import type { Ledger } from "./store.ts";

/** How long after a delivery was due it waits for an earlier one that is not even planned. */
const patienceMs = 5 * 60_000;
/** How often it looks: where the earlier one goes out any moment or the wait is young, and where an outage lasts. */
const shortlyMs = 5_000;
const seldomMs = 60_000;

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
  const isUnsure = of.unsureSince !== undefined;
  // Given up as its parent was, so that whoever has all that died sent anew gets both.
  if (parent?.state === "dead") return { ending: { is: "dead", reason: "no-thread", isUnreachable: false, isUnsure } };
  if (parent?.state === "skipped") return none;
  const isLate = now.getTime() - of.dueAt.getTime() > patienceMs;
  if (parent === undefined && isLate) return none;
  const isImminent = parent?.state === "planned" || parent?.state === "sending";
  const at = new Date(now.getTime() + (isLate && !isImminent ? seldomMs : shortlyMs));
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
