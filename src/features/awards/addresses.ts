import { address } from "../../chat/command.ts";
import { id, optional, type Param, parsed, person, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { reasonLength } from "./domain.ts";
import { formWords as words } from "./messages/forms.ts";
import { longestPrize } from "./rules.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });

/** The revision of a proposal that a button was shown with. */
const seen = carried(
  parsed<number>({ label: say({ en: "…", "zh-CN": "…" }) }, (value) =>
    /^\d{1,6}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }),
  ),
);

const reason = (hint: typeof words.postedHint) => text({ label: words.reason, hint, ...reasonLength, paragraph: true });
const gift = (label: typeof words.prize, hint: typeof words.prizeHint) =>
  optional(text({ label, hint, max: longestPrize }));

export const awardParams = {
  award: optional(text({ label: words.number, hint: words.numberHint, max: 20 })),
};

export const openAward = address("award.open", { award: id() });
export const confirmAward = address("award.confirm", { award: id(), seen });
/** Both open a form: who, in whose place where several share it, and why. */
export const changeAward = address("award.change", {
  award: id(),
  seen,
  person: person({ label: words.person, hint: words.personHint }),
  instead: optional(person({ label: words.instead, hint: words.insteadHint })),
  reason: reason(words.postedHint),
});
export const changeTeam = address("award.team", {
  award: id(),
  seen,
  team: text({ label: words.team, hint: words.teamHint, max: 100 }),
  instead: optional(text({ label: words.instead, hint: words.insteadHint, max: 100 })),
  reason: reason(words.postedHint),
});
/** Opens a form: why nobody gets it. */
export const declineAward = address("award.decline", { award: id(), seen, reason: reason(words.keptHint) });
/** Opens the form of the prize as it is. */
export const editPrize = address("award.prize", { award: id() });
export const savePrize = address("award.attach", {
  award: id(),
  seen,
  prize: gift(words.prize, words.prizeHint),
  coupon: gift(words.coupon, words.couponHint),
});
export const takeBackAward = address("award.undo", { award: id() });
