import { note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import type { Kudos } from "../domain.ts";
import { toldWords as words } from "../messages/told.ts";
import { mineButton, spanOf } from "./common.ts";

/** A thank-you with everything that is told of it. */
export type Shown = {
  readonly kudos: Kudos;
  readonly giver: Person;
  readonly receiver: Person;
  /** The name of its value. */
  readonly value: Say;
};

/** A thank-you for everybody in the channel. */
export const channelView =
  ({ kudos, giver, receiver, value }: Shown): Localised<View> =>
  ({ locale }) => ({
    title: words.title(receiver.name)(locale),
    blocks: [
      text(spanOf(giver), words.thanks(locale), spanOf(receiver), words.forValue(locale), strong(value(locale))),
      text(words.quoted(kudos.reason)(locale)),
      { is: "buttons", buttons: [mineButton(locale)] },
      note(words.own(locale), typed("kudos")),
    ],
  });

/** A thank-you for whoever was thanked. */
export const thanksView =
  ({ kudos, giver, value }: Shown): Localised<View> =>
  ({ locale }) => ({
    title: words.toYou(giver.name)(locale),
    tone: "good",
    blocks: [
      text(strong(value(locale))),
      text(words.quoted(kudos.reason)(locale)),
      { is: "buttons", buttons: [mineButton(locale)] },
      note(words.mute(locale), typed("settings")),
    ],
  });

/** What is said where a thank-you stood that was taken back. */
export const takenBackView: Localised<View> = ({ locale }) => ({
  title: words.takenBackTitle(locale),
  blocks: [text(words.takenBack(locale))],
});
