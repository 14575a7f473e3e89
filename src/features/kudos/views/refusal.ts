import { type Block, note, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { writeKudos } from "../addresses.ts";
import type { Refused, Unvalued } from "../kudos.ts";
import { formWords } from "../messages/form.ts";
import { chooseTitle, noSuchValue, refusalWords, refusedTitle, written } from "../messages/refusal.ts";
import { mineButton } from "./common.ts";

const kept = (reason: string | undefined, locale: Locale): Block[] =>
  reason === undefined ? [] : [note(written(locale)), text(reason)];

/** Why something was not done, with what its writer would otherwise lose. */
export const refusalView =
  ({ refusal, name }: Refused, reason?: string): Localised<View> =>
  ({ locale }) => ({
    title: refusedTitle(locale),
    tone: "attention",
    blocks: [
      text(refusalWords(refusal, name)(locale)),
      ...kept(reason, locale),
      { is: "buttons", buttons: [mineButton(locale)] },
    ],
  });

/** The values of a site, to choose the one that was meant. */
export const chooseView =
  ({ text: asked, receiver, values }: Unvalued, reason: string): Localised<View> =>
  ({ locale }) => ({
    title: chooseTitle(locale),
    tone: "attention",
    blocks: [
      text(noSuchValue(asked)(locale)),
      ...kept(reason, locale),
      {
        is: "menu",
        label: formWords.choose(locale),
        action: writeKudos.to({ receiver: receiver.id }),
        options: Object.entries(values).map(([value, name]) => ({ value, label: name[locale] })),
      },
    ],
  });
