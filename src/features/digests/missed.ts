import { type Block, text } from "../../chat/view.ts";
import { groupBy } from "../../kernel/group.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import type { Delivery } from "../notices/index.ts";
import { missedWords as words } from "./messages.ts";

/** Something that came too late to be told by itself: a kind of notice, its day, and the channel it was for, if any. */
export type Missed = { readonly kind: string; readonly on: LocalDate; readonly channel?: string };

/** What the kinds of notices are called. */
export type LabelOf = (kind: string) => Say | undefined;

export const missedOf = (late: readonly Delivery[], zone: string): readonly Missed[] =>
  late.map(({ kind, occursAt, to }) => ({
    kind,
    on: dayAt(occursAt, zone),
    ...(to.is === "channel" ? { channel: to.name } : {}),
  }));

/** A line on what a reader missed, and one on each channel that did. */
export const missedBlocks =
  (missed: readonly Missed[], labelOf: LabelOf | undefined): Localised<readonly Block[]> =>
  ({ locale }) =>
    [...groupBy(missed, ({ channel }) => channel)].map(([channel, all]) => {
      const kinds = [...groupBy(all, ({ kind }) => kind)].map(([kind, some]) => {
        const label = (labelOf?.(kind) ?? words.something)(locale);
        return words.ofDays(label, [...new Set(some.map(({ on }) => on))])(locale);
      });
      return text((channel === undefined ? words.missed(kinds) : words.missedIn(channel, kinds))(locale));
    });
