import type { Touched } from "../notices/index.ts";
import type { Bulletin } from "./domain.ts";

/** The schedules of the ledger that bulletins are told by. */
export const draftName = "bulletin-draft";
export const issueName = "weekly-bulletin";

/** The messages that speak of a bulletin: the editors' drafts once they are sent, and the bulletin itself once it is. */
export const touches = ({ site, draftedOn, closedOn, publishedAt }: Bulletin): readonly Touched[] => [
  ...(draftedOn === undefined ? [] : [{ kind: draftName, site, period: draftedOn }]),
  ...(closedOn === undefined || publishedAt === undefined ? [] : [{ kind: issueName, site, period: closedOn }]),
];
