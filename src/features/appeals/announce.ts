import type { Notice, Touched } from "../notices/index.ts";
import type { Appeal } from "./domain.ts";
import type { AppealRules } from "./rules.ts";
import type { Decided } from "./store.ts";
import type { Reminder } from "./tick.ts";
import { nextTick } from "./time.ts";

/** The schedules of the ledger that appeals are told by. */
export const caseName = "appeal";
export const reminderName = "appeal-reminder";

/** The one message that each party has about an appeal; who joins later gets theirs then. */
const caseNotice = ({ id, site }: Appeal, at: Date): Notice => ({ kind: caseName, site, period: id, at, body: {} });
const caseTouched = ({ id, site }: Appeal): Touched => ({ kind: caseName, site, period: id });

const reminderNotice = ({ id, site }: Appeal, { to, percent, due }: Reminder, at: Date): Notice => ({
  kind: reminderName,
  site,
  period: `${id} ${due.toISOString()} ${percent} ${to}`,
  at,
  body: { appeal: id, to, percent, due: due.toISOString() },
});

/** What is saved of an appeal as it was decided, with everybody who is told. */
export const announced = (
  appeal: Appeal,
  { rules, at, reminders = [] }: { rules: AppealRules; at: Date; reminders?: readonly Reminder[] },
): Decided => ({
  appeal,
  nextAt: nextTick(appeal, rules),
  notices: [caseNotice(appeal, at), ...reminders.map((one) => reminderNotice(appeal, one, at))],
  touched: [caseTouched(appeal)],
});
