import { type Block, code, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import { type Draw, mostPutOff } from "../domain.ts";
import { drawWords } from "../messages/draw.ts";
import { postWords as words } from "../messages/posts.ts";
import { ruleWords } from "../messages/rule.ts";
import {
  answerButtons,
  challengeButton,
  enterButton,
  howButton,
  lineButton,
  numberButton,
  typeButton,
  verifyButton,
} from "./buttons.ts";
import { challengeBlocks } from "./challenges.ts";
import { fact, manifestFile, momentOf, sourceOf, termsOf, titleOf } from "./common.ts";

type People = ReadonlyMap<PersonId, Person>;

/** What commits to the seed stays to be read for as long as the post does. */
function seedBlocks({ source, state }: Draw, { locale }: Reader): readonly Block[] {
  if (source.is !== "commit-reveal") return [];
  const committed = text(words.seedOf(locale), code(source.commitment));
  return state === "open" ? [committed, text(words.addOne(locale))] : [committed];
}

/** A draw that takes entries; once it has gone on, nothing that invites to enter it. */
export const openPost =
  (draw: Draw): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const isOpen = draw.state === "open";
    const isOneself = draw.entry === "by-oneself";
    const way = isOneself
      ? text(words.enterHow(locale), typed(`draw enter ${draw.number}`))
      : text(words.everybodyIn(locale));
    const isAgain = draw.reopened > 0;
    return {
      title: isAgain ? words.openAgain(draw.number)(locale) : titleOf(draw, locale),
      ...(isAgain ? { tone: "attention" as const } : {}),
      blocks: [
        ...(isAgain ? [text(words.openAgainWhy(locale))] : []),
        { is: "facts", facts: termsOf(draw, reader) },
        isOpen ? way : text(words.noLongerOpen(locale)),
        ...seedBlocks(draw, reader),
        {
          is: "buttons",
          buttons: [
            ...(isOpen && isOneself ? [enterButton(draw, locale)] : []),
            ...(isOpen && draw.source.is === "commit-reveal" ? [numberButton(draw, locale)] : []),
            howButton(draw, locale),
          ],
        },
        note(ruleWords.never(locale)),
      ],
    };
  };

/** A post of a draw that was opened again since, with what had committed to its seed. */
export const openReplacedPost =
  (draw: Draw, commitment: string): Localised<View> =>
  ({ locale }) => ({
    title: words.openReplaced(draw.number)(locale),
    blocks: [text(words.openReplacedWhy(locale), code(commitment))],
  });

/** Why a draw stays open; `until` is what it said when it was posted, as another delay has another post. */
export const putOffPost =
  (draw: Draw, count: number, until: Date): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const isNow = draw.state === "open" && draw.putOff === count;
    return {
      title: words.putOff(draw.number)(locale),
      tone: "attention",
      blocks: [
        text(words.putOffWhy(locale), momentOf(until, reader)),
        note(words.putOffTimes(count, mostPutOff)(locale)),
        ...(isNow ? [{ is: "buttons" as const, buttons: [numberButton(draw, locale)] }] : []),
      ],
    };
  };

/** The list as it was fixed, with its hash and every challenge to it. */
export const closedPost =
  (draw: Draw, people: People, manifest: string | undefined): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { closed } = draw;
    if (closed === undefined) throw new Error(`draw ${draw.number} has no list`);
    const isWaiting = draw.state === "committed" && draw.source.is === "public";
    return {
      title: words.closed(draw.number)(locale),
      blocks: [
        text(words.closedWhy(locale)),
        ...(closed.revision > 1 ? [text(words.revision(closed.revision)(locale))] : []),
        {
          is: "facts",
          facts: [
            fact(drawWords.hash(locale), code(closed.manifestHash)),
            fact(drawWords.entrants(locale), drawWords.number(closed.entrants)(locale)),
            fact(drawWords.tickets(locale), drawWords.number(closed.tickets)(locale)),
            fact(drawWords.challengeUntil(locale), momentOf(closed.challengeUntil, reader)),
            fact(drawWords.randomness(locale), sourceOf(draw, locale)),
          ],
        },
        ...(draw.challenges.length === 0 ? [note(words.noChallenges(locale))] : challengeBlocks(draw, people, locale)),
        ...(isWaiting ? [text(words.waitsForNumber(locale))] : []),
        {
          is: "buttons",
          buttons: [
            lineButton(draw, locale),
            ...(draw.state === "closed" || draw.state === "challenge" ? [challengeButton(draw, locale)] : []),
            ...answerButtons(draw, locale),
            ...(isWaiting ? [typeButton(draw, locale)] : []),
            verifyButton(draw, locale),
          ],
        },
        ...(manifest === undefined ? [] : [manifestFile(draw, manifest)]),
      ],
    };
  };

/** A list in whose place there is another; what was posted of it stays readable. */
export const replacedPost =
  (draw: Draw, people: People, { revision, hash }: { revision: number; hash: string }): Localised<View> =>
  ({ locale }) => ({
    title: words.replaced(draw.number, revision)(locale),
    tone: "attention",
    blocks: [text(words.replacedWhy(locale), code(hash)), ...challengeBlocks(draw, people, locale)],
  });
