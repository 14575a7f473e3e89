import { address } from "../../chat/command.ts";
import { choice, id, optional, type Param, parsed } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import type { Skill } from "./domain.ts";
import { skillNames } from "./messages/names.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unseen = { label: say({ en: "…", "zh-CN": "…" }) };
const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });

const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,5}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }))),
);
const isSkill = (value: string): value is Skill => Object.hasOwn(skillNames, value);
/** What a menu calls all skills. */
export const anySkill = "-";
/** A skill, or none where all are meant. */
const skill = carried(
  parsed<Skill | undefined>(unseen, (value) => {
    if (value !== anySkill && !isSkill(value)) return refuse({ say: unknown });
    return done(value === anySkill ? undefined : value);
  }),
);

/** Of several contacts with one number, the one that a draft is about. */
export const chooseContact = address("goodcall.choose", { draft: id(), contact: id() });
/** A vote, for a call or not. */
export const vote = address("goodcall.vote", {
  as: carried(choice({ ...unseen, of: { for: unseen.label, not: unseen.label } })),
  call: id(),
});
/** The answer of its agent. */
export const answerConsent = address("goodcall.consent", {
  as: carried(choice({ ...unseen, of: { yes: unseen.label, no: unseen.label } })),
  call: id(),
});
export const openCall = address("goodcall.open", { call: id() });
export const listenTo = address("goodcall.listen", { call: id() });
export const takeBack = address("goodcall.withdraw", { call: id() });
export const seeBackground = address("goodcall.who", { call: id() });
export const seeListeners = address("goodcall.heard", { call: id() });
export const seeNominations = address("goodcall.mine", {});
export const beginNomination = address("goodcall.nominate", {});
/** Whether words that are looked for fit into a button, which takes three bytes for each of its own marks. */
export const fitsButton = (words: string): boolean => Buffer.byteLength(words.replace(/[%|]/g, "%25")) <= 60;
/** A page of a library; the words that are looked for are short enough to be carried. */
export const turnLibrary = address("goodcalls.find", {
  page: count,
  words: optional(
    carried(parsed<string>(unseen, (value) => (fitsButton(value) ? done(value) : refuse({ say: unknown })))),
  ),
  skill: optional(skill),
});
