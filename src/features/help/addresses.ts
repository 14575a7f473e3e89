import { address } from "../../chat/command.ts";
import { choice, id, optional, type Param, type Params, parsed, person, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import type { urgencies } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { urgencyNames } from "./messages/names.ts";
import { noteLength, textLength } from "./rules.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });
const unseen = { label: say({ en: "…", "zh-CN": "…" }) };
const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });
const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,5}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }))),
);

const yesNo = { yes: words.yes, no: words.no };
const longText = { max: textLength.max, paragraph: true } as const;

/** A whole line: a request, or something about those that there are. */
export const lineParams = {
  text: optional(text({ label: words.line, hint: words.lineHint, ...longText })),
};

/** The form of a request. */
export const askForHelp = address("help.ask", {
  text: text({ label: words.text, hint: words.textHint, min: textLength.min, ...longText }),
  live: choice({ label: words.live, of: yesNo }),
  category: optional(text({ label: words.category, hint: words.categoryHint, max: 60 })),
  urgency: optional(choice<(typeof urgencies)[number]>({ label: words.urgency, of: urgencyNames })),
  callBack: optional(text({ label: words.callBack, hint: words.callBackHint, max: 30 })),
});
export const beginAsking = address("help.begin", {});

/**
 * The same act from a card of one's own, which shows at once what became of it; from the card on the floor, where whoever
 * pressed is told alone; and from what was said once, in whose place stands what became of it, in few words.
 */
const placed = <const P extends Params>(name: string, params: P) => ({
  own: address(`help.${name}`, params),
  channel: address(`help.${name}-floor`, params),
  line: address(`help.${name}-line`, params),
});
export type Place = keyof ReturnType<typeof placed>;

export const claim = placed("claim", { request: id() });
export const answer = placed("answer", {
  request: id(),
  text: text({ label: words.answerText, hint: words.textHint, ...longText }),
  needs: optional(choice({ label: words.needs, of: { yes: words.needsYes, no: words.needsNo } })),
});
export const handOver = placed("hand-over", {
  request: id(),
  who: person({ label: words.whom, hint: words.whomHint }),
});
/** The note may be left empty where the site asks for none. */
export const resolve = placed("resolve", {
  request: id(),
  note: optional(text({ label: words.note, hint: words.noteHint, max: noteLength.max, paragraph: true })),
});
/** Opens the form. */
export const beginResolving = placed("begin-resolve", { request: id() });
export const reopen = placed("reopen", { request: id() });

export const solve = placed("solve", { request: id(), answer: optional(id()) });
export const sayMore = placed("more", {
  request: id(),
  text: text({ label: words.moreText, hint: words.textHint, ...longText }),
});
export const cancel = address("help.cancel", { request: id() });
/** The customer is on the line after all. */
export const customerWaits = address("help.customer-waits", { request: id() });
export const openRequest = address("help.open", { request: id() });
/** A page of requests; the filter is as it would be typed. */
export const turnList = address("help.list", { page: count, filter: optional(id()) });
