import { createHash } from "node:crypto";
import { plainView } from "../../chat/plain.ts";
import type { Block } from "../../chat/view.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Body, ToPrepare } from "../notices/index.ts";
import type { Missed } from "./missed.ts";

/** A number whose correction is told old → new; null where there is none. */
export type Figure = { readonly id: string; readonly name: string; readonly value: number | null };

/** A figure that changed; `from` or `to` is null where there was none or is none any more. */
export type Moved = { readonly name: string; readonly from: number | null; readonly to: number | null };

/** What became of a message after it was sent. `because` is its maker's own. */
export type Changed = {
  readonly is: "complete" | "corrected";
  readonly moved: readonly Moved[];
  readonly because?: Body;
};

/** What is kept of a message that puts itself right. */
export type Told = {
  readonly day: LocalDate;
  /** The fingerprint of what it says. */
  readonly says: string;
  readonly figures: readonly Figure[];
  readonly changes: readonly Changed[];
  readonly missed: readonly Missed[];
};

/** More changes of one message than these are not told any more. */
const mostChanges = 3;

const isSmallPrint = ({ is }: Block) => is === "note" || is === "image" || is === "buttons" || is === "menu";

/** What blocks say, in short: the same for the same words, whatever their small print. */
export function fingerprint(blocks: readonly Block[]): string {
  const text = plainView({ title: "", blocks: blocks.filter((block) => !isSmallPrint(block)) });
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

export const bodyOf = (told: Told): Body => told;

/** What was kept with a delivery when it was told last; undefined where nothing readable was. */
export const toldOf = ({ told }: Pick<ToPrepare, "told">): Told | undefined =>
  typeof told?.says === "string" && Array.isArray(told.figures) ? (told as unknown as Told) : undefined;

const shown = (value: number | null) => value?.toFixed(1);

/** The figures that read otherwise than before. */
export function movedBetween(before: readonly Figure[], now: readonly Figure[]): readonly Moved[] {
  const [was, is] = [before, now].map((all) => new Map(all.map((one) => [one.id, one]))) as [
    Map<string, Figure>,
    Map<string, Figure>,
  ];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Moved[] => {
    const [from, to] = [was.get(id)?.value ?? null, is.get(id)?.value ?? null];
    const name = is.get(id)?.name ?? was.get(id)?.name ?? id;
    return shown(from) === shown(to) ? [] : [{ name, from, to }];
  });
}

/** What a message says now, and whether all of its data is there. */
export type Saying = Pick<Told, "says" | "figures"> & { readonly isComplete: boolean; readonly because?: Body };

/**
 * What a message has to say of the changes since it was sent; undefined when it reads as it did. While its data is
 * still coming it only tells what there is.
 */
export function changesOf(of: ToPrepare, { says, figures, isComplete, because }: Saying): Told["changes"] | undefined {
  const told = of.isRevision ? toldOf(of) : undefined;
  if (told === undefined) return [];
  const isNowComplete = of.isProvisional && isComplete;
  if (told.says === says && !isNowComplete) return undefined;
  if (of.isProvisional && !isComplete) return told.changes;
  const change: Changed = {
    is: isNowComplete ? "complete" : "corrected",
    moved: movedBetween(told.figures, figures),
    ...(because && !isNowComplete ? { because } : {}),
  };
  return [...told.changes, change].slice(-mostChanges);
}
