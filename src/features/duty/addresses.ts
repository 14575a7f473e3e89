import { address } from "../../chat/command.ts";
import { choice, id, optional, parsed, person, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { usualRoles } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { type Moment, readMoment } from "./moment.ts";
import { roleMeant } from "./names.ts";

/** A day and a time on the site's clock, wherever it stands on a line. */
const moment = (worded: Pick<Parameters<typeof text>[0], "label" | "hint">) =>
  parsed<Moment>({ ...worded, knows: (value) => readMoment(value) !== undefined }, (value) => {
    const read = readMoment(value);
    return read === undefined ? refuse({ say: words.notAMoment }) : done(read);
  });

const role = text({ label: words.role, hint: words.roleHint, max: 40 });
const who = person({ label: words.who, hint: words.whoHint });
const from = moment({ label: words.from, hint: words.momentHint });
const until = moment({ label: words.until, hint: words.untilHint });
const reason = text({ label: words.reason, max: 300 });

/** What setting somebody asks for. */
export const setParams = { role, who, from, until, reason: optional(reason) };

/** What offering a duty asks for. */
const swapParams = {
  who: person({ label: words.to, hint: words.toHint }),
  from: moment({ label: words.swapFrom, hint: words.swapFromHint }),
};

/** `/oncall` with all that may follow it; usual roles, days and times are known wherever they stand on a line. */
export const oncallParams = {
  what: optional(text({ label: words.what, hint: words.whatHint, max: 60 })),
  role: optional({ ...role, knows: (value) => roleMeant(usualRoles, value) !== undefined }),
  who: optional(who),
  from: optional(from),
  until: optional(until),
  reason: optional(reason),
};

export const showSite = address("oncall.site", { site: id() });
export const showWeek = address("oncall.week", { site: id(), day: id() });
export const setDuty = address("oncall.set", setParams);
/** Opens the form, empty. */
export const beginSetting = address("oncall.begin-set", {});
export const beginSwap = address("oncall.begin-swap", {});
export const unsetDuty = address("oncall.unset", { shift: id() });
export const listSet = address("oncall.list-set", {});
export const swapDuty = address("oncall.swap", swapParams);

const unseen = { label: say({ en: "…", "zh-CN": "…" }) };
/** The answer to an offer, or its end by whoever made it. */
export const settleSwap = address("oncall.settle", {
  as: {
    ...choice({ ...unseen, of: { accepted: unseen.label, declined: unseen.label, "taken-back": unseen.label } }),
    field: () => undefined,
  },
  swap: id(),
});
