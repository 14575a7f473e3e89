import type { Notice, Touched } from "../notices/index.ts";
import { channelName, type Kudos, thanksName } from "./domain.ts";

const names = [channelName, thanksName] as const;

/** Tells of a thank-you that was sent: everybody in the channel, and its receiver. */
export const kudosNotices = ({ id, site, at }: Kudos): readonly Notice[] =>
  names.map((kind) => ({ kind, site, period: id, at, body: {} }));

/** What was told of a thank-you that was taken back. */
export const kudosTouched = ({ id, site }: Kudos): readonly Touched[] =>
  names.map((kind) => ({ kind, site, period: id }));
