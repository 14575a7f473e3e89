import type { Place } from "../../chat/ask.ts";
import { type Body, type Claimed, type Delivery, recipientOf, type State } from "../../features/notices/index.ts";

/** A row of `delivery` as it is read. */
export type Row = {
  readonly id: string;
  readonly schedule: string;
  readonly site_id: string;
  readonly period: string;
  readonly recipient: string;
  readonly platform: string;
  readonly occurs_at: Date;
  readonly due_at: Date;
  readonly body: Body;
  readonly state: State;
  readonly attempts: number;
  readonly reason: string | null;
  readonly place: Place | null;
  readonly message: string | null;
  readonly account: string | null;
  readonly told: Body | null;
  readonly provisional: boolean;
  readonly sent_at: Date | null;
};

export type ClaimedRow = Row & {
  readonly claim: string;
  readonly next_at: Date;
  readonly unsure: boolean;
  readonly tried_at: Date | null;
  readonly known_place: Place | null;
  readonly known_account: string | null;
};

export const deliveryFrom = (row: Row): Delivery => ({
  id: row.id,
  kind: row.schedule,
  site: row.site_id,
  period: row.period,
  to: recipientOf(row.recipient),
  platform: row.platform,
  occursAt: row.occurs_at,
  dueAt: row.due_at,
  body: row.body,
  state: row.state,
  attempts: row.attempts,
  isProvisional: row.provisional,
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.place === null ? {} : { place: row.place }),
  ...(row.message === null ? {} : { message: row.message }),
  ...(row.account === null ? {} : { account: row.account }),
  ...(row.told === null ? {} : { told: row.told }),
  ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
});

export const claimedFrom = (row: ClaimedRow): Claimed => ({
  ...deliveryFrom(row),
  claim: row.claim,
  until: row.next_at,
  isRevision: row.state === "sent",
  ...(row.unsure && row.tried_at !== null ? { unsureSince: row.tried_at } : {}),
  ...(row.known_place === null || row.known_account === null
    ? {}
    : { known: { place: row.known_place, account: row.known_account } }),
});
