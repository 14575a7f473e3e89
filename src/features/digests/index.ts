import type { NoticeKind } from "../notices/index.ts";
import type { DigestDeps } from "./batch.ts";
import { leadDigest } from "./lead-digest.ts";

export type { DayData, DigestDeps } from "./batch.ts";
export { type LabelOf, type Missed, missedBlocks, missedOf } from "./missed.ts";
export { isOut, morningAfter, reportedBy, reportedOn, type SiteDay, siteDay, waitsUntil } from "./morning.ts";
export type { DigestFor, DigestSection, Gathered } from "./section.ts";
export { bodyOf, type Changed, changesOf, type Figure, fingerprint, type Moved, type Told, toldOf } from "./told.ts";

/** What leads are told each morning. */
export const digests = (deps: DigestDeps): { readonly kinds: readonly NoticeKind[] } => ({ kinds: [leadDigest(deps)] });
