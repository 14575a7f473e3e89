import { address } from "../../chat/command.ts";
import { choice, id, optional, type Param, parsed, person, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { reasonLength, textLength } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { decisions, type State, states } from "./states.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unseen = { label: say({ en: "…", "zh-CN": "…" }) };
const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });
const yesNo = carried(choice({ ...unseen, of: { yes: unseen.label, no: unseen.label } }));
const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,5}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }))),
);

/** What a menu calls all that are open. */
export const anyState = "-";
/** A state, or none where all that are open are meant. */
const state = carried(
  parsed<State | undefined>(unseen, (value) => {
    if (value === anyState) return done(undefined);
    const known = states.find((one) => one === value);
    return known === undefined ? refuse({ say: unknown }) : done(known);
  }),
);
const decision = carried(
  parsed(unseen, (value) => {
    const known = decisions.find((one) => one === value);
    return known === undefined ? refuse({ say: unknown }) : done(known);
  }),
);

const reason = text({ label: words.reason, hint: words.reasonHint, ...reasonLength, paragraph: true });
const idea = text({ label: words.text, hint: words.textHint, ...textLength, paragraph: true });
const addition = text({ label: words.addText, hint: words.addHint, ...textLength, paragraph: true });

/** What is typed after `/suggest`: an idea for the form, or what is looked for. */
export const suggestParams = {
  idea: optional(text({ label: words.line, hint: words.lineHint, max: textLength.max })),
};

export const write = address("suggest.write", {
  text: idea,
  as: choice({
    label: words.as,
    hint: words.asHint,
    of: { signed: words.signed, anonymous: words.anonymous },
  }),
});
export const vote = address("suggest.vote", { as: yesNo, suggestion: id() });
export const follow = address("suggest.follow", { as: yesNo, suggestion: id() });
export const open = address("suggest.open", { suggestion: id() });
export const list = address("suggest.list", { page: count, state: optional(state) });
export const mine = address("suggest.mine", {});
/** Their author by who they are, or by a code. */
export const add = address("suggest.add", { suggestion: id(), code: optional(id()), text: addition });
export const withdraw = address("suggest.withdraw", { suggestion: id(), code: optional(id()) });
export const take = address("suggest.take", { suggestion: id() });
export const give = address("suggest.give", {
  suggestion: id(),
  to: person({ label: words.giveTo, hint: words.giveHint }),
});
/** Asks for the reason of a decision, which some need and others may have. */
export const begin = address("suggest.begin", { to: decision, suggestion: id() });
export const move = address("suggest.move", { to: decision, suggestion: id(), reason: optional(reason) });
export const end = address("suggest.end", { to: decision, suggestion: id(), reason });
export const undo = address("suggest.undo", { suggestion: id(), reason });
