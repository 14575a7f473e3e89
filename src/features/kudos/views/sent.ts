import { note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import { momentOf } from "../../people/index.ts";
import { takeKudosBack } from "../addresses.ts";
import type { Sent } from "../kudos.ts";
import { formWords } from "../messages/form.ts";
import { leftWords, sentWords as words } from "../messages/sent.ts";
import { toldWords } from "../messages/told.ts";
import { valueName } from "../rules.ts";
import { mineButton } from "./common.ts";

/** A thank-you as its giver sees it once it is sent. */
export const sentView =
  ({ kudos, receiver, isNew, isMasked, left, channel, until, rules }: Sent): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const where = channel === undefined ? words.noChannel(receiver.name) : words.inChannel(channel, receiver.name);
    const takeBack = { label: formWords.takeBack(locale), action: takeKudosBack.to({ kudos: kudos.id }) };
    return {
      title: words.title(receiver.name)(locale),
      tone: "good",
      blocks: [
        ...(isNew ? [] : [text(words.already(locale))]),
        text(strong(valueName(rules.values, kudos.value)(locale))),
        text(toldWords.quoted(kudos.reason)(locale)),
        ...(isMasked ? [note(words.masked(locale))] : []),
        text(where(locale)),
        ...(kudos.uncounted === "ring" ? [text(words.ring(rules.ringDays)(locale))] : []),
        text(leftWords(left, kudos.day)(locale)),
        { is: "buttons", buttons: [...(until === undefined ? [] : [takeBack]), mineButton(locale)] },
        ...(until === undefined ? [] : [note(words.until(locale), momentOf(until, reader))]),
      ],
    };
  };

/** What a giver sees once a thank-you is taken back. */
export const takenBackAnswer =
  (left: number): Localised<View> =>
  ({ locale }) => ({
    title: words.takenBackTitle(locale),
    blocks: [text(words.takenBack(left)(locale)), note(words.again(locale), typed("kudos"))],
  });
