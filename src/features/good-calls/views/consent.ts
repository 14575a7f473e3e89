import { note, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import { callName, type GoodCall } from "../domain.ts";
import { toldWords as words } from "../messages/told.ts";
import {
  blindFacts,
  consentButtons,
  highlightBlock,
  listenButton,
  momentOf,
  openButton,
  takeOutButton,
  whenFact,
  withdrawnView,
} from "./common.ts";

function asking(call: GoodCall, reader: Reader): View {
  const { locale } = reader;
  const { contact, nextAt, result } = call;
  const isOwn = call.agent === call.nominator;
  const number = { label: words.contact(locale), value: [contact.sourceId] };
  return {
    title: words.yours(callName(call))(locale),
    tone: "good",
    blocks: [
      text((isOwn ? words.youChose : words.othersChose)(locale)),
      ...(result === undefined ? [] : [text(words.counted(result)(locale))]),
      highlightBlock(call.highlight, locale),
      { is: "facts", facts: [whenFact(call, reader), number, ...blindFacts(call, locale)] },
      text(words.ask(locale)),
      { is: "buttons", buttons: [...consentButtons(call, locale), listenButton(call, locale)] },
      ...(nextAt === undefined ? [] : [note(words.answerBy(locale), momentOf(nextAt, reader), words.end(locale))]),
    ],
  };
}

/** What an agent is asked of a call of theirs, and what became of it; never who put it forward. */
export const consentView =
  (call: GoodCall): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (call.state === "withdrawn") return withdrawnView(call)(reader);
    if (call.state === "declined") {
      return { title: words.keptOut(callName(call))(locale), blocks: [text(words.keptOutMore(locale))] };
    }
    if (call.state !== "accepted") return asking(call, reader);
    return {
      title: words.thanks(callName(call))(locale),
      tone: "good",
      blocks: [
        highlightBlock(call.highlight, locale),
        text(words.thanksMore(locale)),
        { is: "buttons", buttons: [openButton(call, locale), takeOutButton(call, locale)] },
      ],
    };
  };
