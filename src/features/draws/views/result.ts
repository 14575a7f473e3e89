import { code, note, text, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import { drawWords } from "../messages/draw.ts";
import { postWords as words } from "../messages/posts.ts";
import type { ProofFiles } from "../reading.ts";
import { lineButton, verifyButton } from "./buttons.ts";
import { commandOf, fact, proofFiles, revealedFacts, sourceOf, titleOf } from "./common.ts";
import { type Placed, placeItems } from "./places.ts";

/** Who won by name, and everything by which anybody can check it. */
export const resultPost =
  ({ draw, prizes, people, pseudonyms }: Placed, files: ProofFiles): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const isAlternate = ({ state }: (typeof prizes)[number]) => state === "alternate" || state === "unused";
    const alternates = prizes.filter(isAlternate);
    const placed = (of: typeof prizes) =>
      placeItems({ draw, prizes: of, people, ...(pseudonyms === undefined ? {} : { pseudonyms }) }, reader);
    const hasAllWon = (draw.closed?.entrants ?? 0) <= draw.winners;
    return {
      title: words.resultTitle(titleOf(draw, locale))(locale),
      tone: "good",
      blocks: [
        { is: "heading", text: words.wonBy(locale) },
        { is: "list", items: placed(prizes.filter((one) => !isAlternate(one))) },
        ...(hasAllWon ? [note(words.allWon(locale))] : []),
        ...(alternates.length === 0
          ? []
          : [
              { is: "heading" as const, text: words.alternates(locale) },
              { is: "list" as const, items: placed(alternates) },
            ]),
        {
          is: "facts",
          facts: [
            fact(drawWords.randomness(locale), sourceOf(draw, locale)),
            ...revealedFacts(draw, locale),
            fact(drawWords.hash(locale), code(draw.closed?.manifestHash ?? "")),
          ],
        },
        text(words.checkIt(locale)),
        text(code(commandOf(draw))),
        { is: "buttons", buttons: [lineButton(draw, locale), verifyButton(draw, locale)] },
        ...proofFiles(draw, files),
      ],
    };
  };
