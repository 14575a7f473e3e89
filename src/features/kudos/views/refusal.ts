import { type Block, note, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { writeKudos } from "../addresses.ts";
import type { Refused, Unvalued } from "../kudos.ts";
import { formWords } from "../messages/form.ts";
import { chooseTitle, noSuchValue, noValue, refusalWords, refusedTitle, written } from "../messages/refusal.ts";
import { mineButton } from "./common.ts";

const kept = (unsent: string | undefined, locale: Locale): Block[] =>
  unsent === undefined ? [] : [note(written(locale)), text(unsent)];

/** Why something was not done, with what its writer would otherwise lose. */
export const refusalView =
  ({ refusal, name, again, written: unsent }: Refused): Localised<View> =>
  ({ locale }) => ({
    title: refusedTitle(locale),
    tone: "attention",
    blocks: [
      text(refusalWords(refusal, name)(locale)),
      ...kept(unsent, locale),
      {
        is: "buttons",
        buttons: [
          ...(again === undefined ? [] : [{ label: formWords.write(locale), action: writeKudos.to(again) }]),
          mineButton(locale),
        ],
      },
    ],
  });

/** The values of a site, to choose the one that was meant. */
export const chooseView =
  ({ text: asked, receiver, values, written: unsent }: Unvalued): Localised<View> =>
  ({ locale }) => ({
    title: chooseTitle(receiver.name)(locale),
    tone: "attention",
    blocks: [
      text((asked === undefined ? noValue : noSuchValue(asked))(locale)),
      ...kept(unsent, locale),
      {
        is: "menu",
        label: formWords.choose(locale),
        action: writeKudos.to({ receiver: receiver.id }),
        options: Object.entries(values).map(([value, name]) => ({ value, label: name[locale] })),
      },
    ],
  });
