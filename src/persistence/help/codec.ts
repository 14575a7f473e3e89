import type { HelpRequest, KeptAnswer } from "../../features/help/domain.ts";
import { type Instants, readJson } from "../instants.ts";

/** What of a request has a column of its own. */
const requestColumns = {
  id: undefined,
  number: undefined,
  site: undefined,
  asker: undefined,
  claimer: undefined,
  state: undefined,
  category: undefined,
  isLive: undefined,
  version: undefined,
  openedAt: undefined,
  nextAt: undefined,
} satisfies { readonly [K in keyof HelpRequest]?: undefined };

export type RequestColumns = Pick<HelpRequest, keyof typeof requestColumns>;
type RequestBody = Omit<HelpRequest, keyof RequestColumns>;

const requestInstants: Instants<RequestBody> = {
  callBackAt: true,
  claimedAt: true,
  waitingSince: true,
  firstAnswerAt: true,
  overAt: true,
  since: true,
  answeredAt: true,
  answerLateAt: true,
  endLateAt: true,
  at: true,
};

/** Everything of a request that has no column of its own, as JSON. */
export const requestBody = (request: Omit<HelpRequest, "number" | "version">): string =>
  JSON.stringify({ ...request, ...requestColumns });

/** Reads what `requestBody` wrote. */
export const requestBodyFrom = (json: string): RequestBody => readJson(json, requestInstants);

type AnswerBody = Pick<KeptAnswer, "proposedBy" | "decidedBy" | "decidedAt" | "reason">;
export type AnswerColumns = Omit<KeptAnswer, keyof AnswerBody>;

/** Everything of an answer that has no column of its own, as JSON. */
export const answerBody = ({ proposedBy, decidedBy, decidedAt, reason }: AnswerBody): string =>
  JSON.stringify({ proposedBy, decidedBy, decidedAt, reason });

/** Reads what `answerBody` wrote. */
export const answerBodyFrom = (json: string): AnswerBody => readJson(json, { decidedAt: true });
