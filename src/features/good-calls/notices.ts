import type { Notice, Touched } from "../notices/index.ts";
import type { GoodCall } from "./domain.ts";
import type { State } from "./states.ts";
import type { Changed } from "./store.ts";

/** The schedules of the ledger that good calls are told by; the period of each is the call. */
export const voteName = "good-call-vote";
export const consentName = "good-call-consent";
export const praiseName = "good-call-praise";
export const leadersName = "good-call-leaders";
/** Bulletins that are out name what entered the library in their week. */
const bulletinName = "weekly-bulletin";

type Told = { readonly notices: readonly string[]; readonly touched: readonly string[] };

/** Who hears of a call that has come into a state, and which messages say something else from then on. */
const toldOf: { readonly [S in State]: Told } = {
  voting: { notices: [voteName], touched: [] },
  consent: { notices: [consentName], touched: [voteName] },
  accepted: { notices: [praiseName, leadersName], touched: [voteName, consentName] },
  // What everybody sees stays as it was, so that nobody reads a no from it.
  declined: { notices: [], touched: [consentName] },
  "not-chosen": { notices: [], touched: [voteName] },
  withdrawn: { notices: [], touched: [voteName, consentName, praiseName, leadersName] },
};

const noticeOf = ({ id, site }: GoodCall, kind: string, at: Date): Notice => ({ kind, site, period: id, at, body: {} });

/** Lets the colleagues of a site vote on a call that was put forward. */
export const voteNotice = (call: GoodCall, at: Date): Notice => noticeOf(call, voteName, at);

/** A call as it has become, with what is told of it; nothing where its state is the same. */
export function changed(before: GoodCall, call: GoodCall, at: Date): Changed {
  if (before.state === call.state) return { call };
  const { id, site, state } = call;
  const { notices, touched } = toldOf[state];
  const wasOut = before.state === "accepted";
  return {
    call,
    notices: notices.map((kind) => noticeOf(call, kind, at)),
    touched: [
      ...touched.map((kind): Touched => ({ kind, site, period: id })),
      ...(wasOut ? [{ kind: bulletinName, site }] : []),
    ],
  };
}
