import { address } from "../../chat/command.ts";
import { id, person, text } from "../../chat/param.ts";
import { formWords as words } from "./messages/form.ts";
import { reasonLength } from "./rules.ts";

const reason = text({ label: words.reason, hint: words.reasonHint, ...reasonLength, paragraph: true });

/** What `/kudos` asks for; the value is any text, as each site has values of its own. */
export const kudosParams = {
  who: person({ label: words.who, hint: words.whoHint }),
  value: text({ label: words.value, hint: words.valueHint, max: 60 }),
  reason,
};

/** Opens the form of a thank-you for a value that was chosen. */
export const writeKudos = address("kudos.write", { receiver: id(), value: id() });
export const sendKudos = address("kudos.send", { receiver: id(), value: id(), reason });
export const takeKudosBack = address("kudos.take-back", { kudos: id() });
export const showMine = address("kudos.mine", {});
