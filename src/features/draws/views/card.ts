import { type Block, code, type Fact, note, type Spans, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader, Say } from "../../../kernel/locale.ts";
import type { DrawCard } from "../card.ts";
import { drawWords as words } from "../messages/draw.ts";
import { partWords } from "../messages/part.ts";
import { postWords } from "../messages/posts.ts";
import { ruleWords } from "../messages/rule.ts";
import { buttonsOf } from "./buttons.ts";
import { cancelledBlocks } from "./cancelling.ts";
import { challengeBlocks } from "./challenges.ts";
import { fact, momentOf, personOf, termsOf, titleOf, whyNot } from "./common.ts";
import { draftView } from "./draft.ts";
import { placeItems } from "./places.ts";

/** How the reader stands to a draw that is not drawn yet. */
export function standingOf({ draw, own }: DrawCard, locale: Locale): Spans {
  const { chance, entry } = own;
  const number = entry?.nonce === undefined ? "" : partWords.withNumber(entry.nonce)(locale);
  if (!("tickets" in chance)) {
    const why = whyNot(chance, locale);
    return [(entry?.entered === true ? partWords.inItBut(why) : partWords.not(why))(locale), number];
  }
  const isIn = entry?.entered === true || draw.entry === "everybody";
  return [(isIn ? partWords.inIt : partWords.eligible)(chance.tickets)(locale), number];
}

const closedFacts = ({ closed }: DrawCard["draw"], reader: Reader): readonly Fact[] =>
  closed === undefined
    ? []
    : [
        fact(words.hash(reader.locale), code(closed.manifestHash)),
        fact(words.entrants(reader.locale), words.number(closed.entrants)(reader.locale)),
        fact(words.challengeUntil(reader.locale), momentOf(closed.challengeUntil, reader)),
      ];

/** What there is to know of a draw while it is not drawn: its terms, and how the reader stands to it. */
export function runningBlocks(card: DrawCard, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const { draw } = card;
  const isStanding = draw.state === "open";
  return [
    {
      is: "facts",
      facts: [
        ...termsOf(draw, reader),
        ...closedFacts(draw, reader),
        ...(isStanding ? [fact(words.you(locale), ...standingOf(card, locale))] : []),
        ...(isStanding ? [] : [fact(words.state(locale), words.states[draw.state](locale))]),
      ],
    },
    ...challengeBlocks(draw, card.people, locale),
    ...(draw.cancelling === undefined
      ? []
      : [
          text(personOf(draw.cancelling.by, card.people, reader), postWords.wants(locale), draw.cancelling.reason),
          note(postWords.needsSecond(locale)),
        ]),
  ];
}

function endedBlocks({ draw, prizes, people }: DrawCard, reader: Reader): readonly Block[] {
  return draw.cancelled === undefined
    ? [{ is: "list", items: placeItems({ draw, prizes, people }, reader) }]
    : cancelledBlocks(draw, people, reader);
}

/** A draw as it stands, with all that its reader can do; `said` is what has just been done. */
export const cardView =
  (card: DrawCard, said?: Say): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { draw } = card;
    if (draw.state === "draft") return draftView(card)(reader);
    const isRunning = draw.drawnAt === undefined && draw.cancelled === undefined;
    return {
      title: titleOf(draw, locale),
      blocks: [
        ...(said === undefined ? [] : [text(said(locale))]),
        ...(isRunning ? runningBlocks(card, reader) : endedBlocks(card, reader)),
        ...buttonsOf(card, locale),
        ...(draw.state === "open" ? [note(ruleWords.never(locale))] : []),
      ],
    };
  };

/** How a draw works, in steps. */
export const howView =
  ({ draw }: DrawCard): Localised<View> =>
  ({ locale }) => {
    const { how } = partWords;
    return {
      title: partWords.howTitle(locale),
      blocks: [
        {
          is: "list",
          items: [
            ...(draw.source.is === "commit-reveal" ? [[postWords.addOne(locale)]] : []),
            [how.list(locale)],
            [how.challenge(draw.challengeHours)(locale)],
            [how.draw(locale)],
            [how.claim(draw.claimDays)(locale)],
            [how.check(locale), typed(`draw verify ${draw.number}`)],
          ],
        },
        note(ruleWords.never(locale)),
      ],
    };
  };
