import type { Place } from "../../chat/ask.ts";
import type { Platform } from "../../chat/platform.ts";
import { note, spoken, type View } from "../../chat/view.ts";
import { groupBy } from "../../kernel/group.ts";
import type { Log } from "../../kernel/log.ts";
import type { Claimed, Ending, Skip } from "./delivery.ts";
import type { NoticeKind, Prepared, ToPrepare } from "./kind.ts";
import { words } from "./messages.ts";
import { type Body, recipientText } from "./notice.ts";
import { isTooLate, quietUntil, retryAt, saysLate } from "./policy.ts";
import { type Addressee, addresseesOf, type NoticeRoster } from "./readers.ts";
import type { Ledger } from "./store.ts";
import { threadsOf } from "./thread.ts";

export type PrepareDeps = {
  readonly ledger: Pick<Ledger, "settingsOf" | "late" | "at">;
  readonly kinds: readonly NoticeKind[];
  readonly roster: NoticeRoster;
  readonly log: Log;
  readonly reference: () => string;
};

/** A delivery with what it is about to say. */
export type Ready = {
  readonly of: Claimed;
  readonly to: Addressee;
  readonly view: View;
  readonly told: Body;
  readonly isProvisional: boolean;
  readonly folds: readonly string[];
  /** Sent however late it is. */
  readonly isTimeless: boolean;
  /** The thread that it goes into. */
  readonly thread?: Place;
};

/** What is to be sent of some claims, and how the others ended without that. */
export type Sorted = { readonly ready: readonly Ready[]; readonly ended: readonly Ended[] };
export type Ended = { readonly of: Claimed; readonly ending: Ending };

type Going = { readonly of: ToPrepare; readonly to: Addressee; readonly thread: Place | undefined };

/** How far back a message speaks of others that came too late. */
const spokenOfMs = 14 * 24 * 3_600_000;

/** Why a delivery is not even prepared, by the rules alone. */
function stopped(of: Claimed, to: Addressee | undefined, kind: NoticeKind | undefined, now: Date): Ending | undefined {
  const skip = (why: Skip): Ending => (of.isRevision ? { is: "left", reason: why } : { is: "skipped", why });
  if (kind === undefined) return skip("no-such-kind");
  // Whoever has lost the role meanwhile is not told what only its holders are.
  const roles = to?.person?.roles ?? [];
  if (to === undefined || (to.person && kind.roles && !kind.roles.some((role) => roles.includes(role))))
    return skip("left");
  // What may have arrived is looked for first, whatever else would be said of it.
  if (of.isRevision || of.unsureSince !== undefined) return undefined;
  if (!kind.isMandatory && to.settings.muted.includes(kind.name)) return skip("muted");
  if (!kind.isTimeless && isTooLate(of, now)) return skip("late");
  if (kind.isUrgent) return undefined;
  const until = quietUntil(to.settings, to.site.zone, now);
  return until && { is: "held", until, reason: "quiet-hours" };
}

const withLateness = (view: View, of: Claimed, { reader }: Addressee, now: Date): View =>
  saysLate(of, now)
    ? { ...view, blocks: [...view.blocks, note(words.late(of.dueAt, reader.zone)(reader.locale))] }
    : view;

/** Turns what its kind says of a delivery into something to send, or into its ending. */
function judged(
  { of, to, thread }: Going,
  made: Prepared,
  { isTimeless = false }: NoticeKind,
  now: Date,
): Ready | Ended {
  switch (made.is) {
    case "wait":
      return { of, ending: of.isRevision ? { is: "left" } : { is: "waiting", until: made.until, reason: made.why } };
    case "skip":
      return { of, ending: of.isRevision ? { is: "left" } : { is: "skipped", why: made.why } };
    case "same":
      return { of, ending: of.isRevision ? { is: "left" } : { is: "skipped", why: "nothing-to-tell" } };
    case "view":
      return {
        of,
        to,
        view: withLateness(spoken(made.view, to.reader), of, to, now),
        told: made.told,
        isProvisional: made.isProvisional ?? false,
        folds: of.isRevision ? [] : of.late.map(({ id }) => id),
        isTimeless,
        ...(thread === undefined ? {} : { thread }),
      };
  }
}

/** Asks of claims what they say; a kind that fails holds up its own alone. */
export function preparer({ ledger, kinds, roster, log, reference }: PrepareDeps) {
  async function ofKind(kind: NoticeKind, all: readonly ToPrepare[], now: Date): Promise<readonly Prepared[] | string> {
    try {
      return await kind.prepare(all, now);
    } catch (error) {
      const ref = reference();
      log.error({ error, kind: kind.name, reference: ref }, "a notice could not be prepared");
      return ref;
    }
  }

  /** A view that cannot be made is a fault of its own delivery alone. */
  function shown(going: Going, made: Prepared, kind: NoticeKind, now: Date): Ready | Ended | undefined {
    try {
      return judged(going, made, kind, now);
    } catch (error) {
      const { of } = going;
      log.error({ error, kind: of.kind, delivery: of.id }, "a notice could not be shown");
      return undefined;
    }
  }

  /** What a kind says of its own deliveries, judged; where it fails of many, of each by itself. */
  async function sortedOf(kind: NoticeKind, group: readonly Going[], now: Date): Promise<readonly (Ready | Ended)[]> {
    const made = await ofKind(
      kind,
      group.map(({ of }) => of),
      now,
    );
    if (typeof made === "string" && group.length > 1) {
      const each: (Ready | Ended)[] = [];
      for (const one of group) each.push(...(await sortedOf(kind, [one], now)));
      return each;
    }
    return group.map((going, index) => {
      const { of } = going;
      const one = typeof made === "string" ? undefined : made[index];
      const result = one === undefined ? undefined : shown(going, one, kind, now);
      if (result !== undefined) return result;
      const reason = typeof made === "string" ? `fault ${made}` : "not prepared";
      const isUnsure = of.unsureSince !== undefined;
      return { of, ending: { is: "retrying", at: retryAt(of.attempts, now), reason, isUnsure, isCounted: true } };
    });
  }

  return async (
    claimed: readonly Claimed[],
    platform: Pick<Platform, "name" | "hasThreads">,
    now: Date,
  ): Promise<Sorted> => {
    const find = await addresseesOf(claimed, { roster, ledger, now });
    const kindOf = (of: Claimed) => kinds.find(({ name }) => name === of.kind);
    const threads = await threadsOf(claimed, { ledger, kindOf, platform }, now);
    const first = claimed.map((of) => {
      const hung = threads.get(of.id);
      const ending = stopped(of, find(of), kindOf(of), now) ?? (hung && "ending" in hung ? hung.ending : undefined);
      return { of, ending, thread: hung && "place" in hung ? hung.place : undefined };
    });
    const going = first.filter(({ ending }) => ending === undefined);
    const since = new Date(now.getTime() - spokenOfMs);
    const speaks = (of: Claimed) => kindOf(of)?.speaksOfLate === true && !of.isRevision;
    const speakers = going.flatMap(({ of }) => (speaks(of) ? [of.to] : []));
    const missed = speakers.length === 0 ? [] : await ledger.late(speakers, platform.name, since);
    const lateOf = new Map(groupBy(missed, ({ to }) => recipientText(to)));
    const whole = going.flatMap(({ of, thread }): Going[] => {
      const to = find(of);
      if (to === undefined) return [];
      const key = recipientText(of.to);
      const late = speaks(of) ? (lateOf.get(key) ?? []) : [];
      // One message to a recipient speaks of it, not each.
      if (late.length > 0) lateOf.delete(key);
      return [{ of: { ...of, late }, to, thread }];
    });
    const byKind = [...groupBy(whole, ({ of }) => kindOf(of))];
    const sorted = await Promise.all(
      byKind.map(([kind, group]) => (kind === undefined ? [] : sortedOf(kind, group, now))),
    );
    const results = [...first.flatMap(({ of, ending }) => (ending ? [{ of, ending }] : [])), ...sorted.flat()];
    return {
      ready: results.flatMap((one) => ("ending" in one ? [] : [one])),
      ended: results.flatMap((one) => ("ending" in one ? [one] : [])),
    };
  };
}
