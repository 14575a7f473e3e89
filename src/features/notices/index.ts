export type { Claimed, Delivery, Ending, Skip, State } from "./delivery.ts";
export { states } from "./delivery.ts";
export { heartbeat } from "./heartbeat.ts";
export type { Change, NoticeKind, Prepared, ToPrepare, Touched } from "./kind.ts";
export type { Body, Notice, Recipient } from "./notice.ts";
export { recipientOf, recipientText } from "./notice.ts";
export { type Notices, type NoticesDeps, notices } from "./notices.ts";
export type { Announced, Ledger, NoticeSettings, Planned, Sought } from "./store.ts";
