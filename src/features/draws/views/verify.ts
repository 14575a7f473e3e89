import { type Block, code, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import { drawWords } from "../messages/draw.ts";
import { verifyWords as words } from "../messages/verify.ts";
import type { ProofFiles, Verification } from "../reading.ts";
import { lineButton } from "./buttons.ts";
import { commandOf, fact, manifestFile, momentOf, proofFiles, revealedFacts, sourceOf } from "./common.ts";

/** What can be checked while there is no list yet. */
function before({ draw }: Verification, { locale }: Reader): readonly Block[] {
  if (draw.state === "cancelled") return [text(words.cancelled(locale))];
  if (draw.source.is !== "commit-reveal") return [text(words.openedOther(locale))];
  return [
    text(words.opened(locale)),
    { is: "facts", facts: [fact(drawWords.seedHash(locale), code(draw.source.commitment))] },
  ];
}

/** What can be checked of a list before it is drawn from. */
function listed({ draw, manifest, isPosted }: Verification, reader: Reader): readonly Block[] {
  const { locale } = reader;
  if (draw.closed === undefined || manifest === undefined) return before({ draw, isPosted, holds: false }, reader);
  return [
    text((draw.state === "cancelled" ? words.cancelled : isPosted ? words.listed : words.otherList)(locale)),
    {
      is: "facts",
      facts: [
        fact(drawWords.hash(locale), code(draw.closed.manifestHash)),
        fact(drawWords.entrants(locale), drawWords.number(draw.closed.entrants)(locale)),
        fact(drawWords.tickets(locale), drawWords.number(draw.closed.tickets)(locale)),
        fact(drawWords.challengeUntil(locale), momentOf(draw.closed.challengeUntil, reader)),
        fact(drawWords.randomness(locale), sourceOf(draw, locale)),
      ],
    },
    { is: "buttons", buttons: [lineButton(draw, locale)] },
    manifestFile(draw, manifest),
  ];
}

function drawn({ draw, holds }: Verification, files: ProofFiles, { locale }: Reader): readonly Block[] {
  const { winners } = files.proof.result;
  return [
    text((holds ? words.holds : words.fails)(locale)),
    {
      is: "facts",
      facts: [
        fact(drawWords.hash(locale), code(draw.closed?.manifestHash ?? "")),
        fact(drawWords.randomness(locale), sourceOf(draw, locale)),
        ...revealedFacts(draw, locale),
        fact(words.winners(locale), code(winners.join(" "))),
      ],
    },
    text(words.run(locale)),
    text(code(commandOf(draw))),
    ...(draw.source.is === "drand"
      ? [note(words.drandNote(locale), code(`fairline verify draw draw-${draw.number}.json`))]
      : []),
    { is: "buttons", buttons: [lineButton(draw, locale)] },
    ...proofFiles(draw, files),
  ];
}

/** The inputs of a draw and the one command that runs it again; before it is drawn, what can be checked already. */
export const verifyView =
  (of: Verification): Localised<View> =>
  (reader) => {
    const isBad = of.files === undefined ? of.manifest !== undefined && !of.isPosted : !of.holds;
    return {
      title: words.title(of.draw.number)(reader.locale),
      ...(isBad ? { tone: "bad" as const } : {}),
      blocks: of.files === undefined ? listed(of, reader) : drawn(of, of.files, reader),
    };
  };

export const nothingToVerifyView: Localised<View> = ({ locale }) => ({
  title: words.choose(locale),
  blocks: [text(words.none(locale), typed("draw list"))],
});
