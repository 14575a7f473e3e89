import type { HelpRequest, KeptAnswer } from "../features/help/domain.ts";
import { anId } from "./builders.ts";

/** What person 1 of Leeds asked on Monday 9 March 2026 at 10:00 UTC with a customer on the line; nobody is at it yet. */
export const aRequest = (but: Partial<HelpRequest> = {}): HelpRequest => ({
  id: anId(5001),
  number: 1,
  site: "leeds",
  asker: anId(1),
  category: "customer",
  urgency: "normal",
  isLive: true,
  text: "The customer wants their money back today.",
  state: "open",
  openedAt: new Date("2026-03-09T10:00:00Z"),
  round: { number: 1, since: new Date("2026-03-09T10:00:00Z"), spentMin: 0, steps: 0 },
  asked: [],
  offered: [],
  version: 1,
  ...but,
});

/** An answer that person 2 proposed an hour after `aRequest`. */
export const aKeptAnswer = (but: Partial<KeptAnswer> = {}): KeptAnswer => ({
  id: anId(6001),
  number: 1,
  site: "leeds",
  category: "customer",
  state: "proposed",
  question: "Can a refund be made today?",
  answer: "Yes, up to 50 pounds, in the refund screen.",
  proposedBy: anId(2),
  solved: 0,
  at: new Date("2026-03-09T11:00:00Z"),
  ...but,
});
