import { addDays, startOfWeek } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import { channelName, type Kudos, thanksName } from "./domain.ts";

const names = [channelName, thanksName] as const;
/** The schedule of the ledger that bulletins are told by; each tells of the week before its Monday. */
const bulletinName = "weekly-bulletin";

/** Tells of a thank-you that was sent: everybody in the channel, and its receiver. */
export const kudosNotices = ({ id, site, at }: Kudos): readonly Notice[] =>
  names.map((kind) => ({ kind, site, period: id, at, body: {} }));

/** What tells of a thank-you that was taken back: its own messages, and the bulletin of its week. */
export const kudosTouched = ({ id, site, day }: Kudos): readonly Touched[] => [
  ...names.map((kind) => ({ kind, site, period: id })),
  { kind: bulletinName, site, period: startOfWeek(addDays(day, 7)) },
];
