import { address } from "../../chat/command.ts";
import { id, optional, person, text } from "../../chat/param.ts";
import { formWords as words } from "./messages/form.ts";
import { reasonLength } from "./rules.ts";

const reason = text({ label: words.reason, hint: words.reasonHint, ...reasonLength, paragraph: true });

const who = person({ label: words.who, hint: words.whoHint });
/** Any text, as each site has values of its own. */
const value = text({ label: words.value, hint: words.valueHint, max: 60 });

/**
 * What `/kudos` takes. Where names end in a typed line only the site can tell: but for its first word, or a mention, the
 * line comes whole as the reason.
 */
export const kudosParams = {
  who: optional(who),
  value: optional({ ...value, knows: () => false }),
  reason: optional(text({ label: words.reason, hint: words.reasonHint, max: 2 * reasonLength.max, paragraph: true })),
};

/** Opens the form of a thank-you. */
export const newKudos = address("kudos.new", { who, value, reason });

/** Opens the form of a thank-you for a value that was chosen. */
export const writeKudos = address("kudos.write", { receiver: id(), value: id() });
export const sendKudos = address("kudos.send", { receiver: id(), value: id(), reason });
export const takeKudosBack = address("kudos.take-back", { kudos: id() });
export const showMine = address("kudos.mine", {});
