import { type Block, code, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader, Say } from "../../../kernel/locale.ts";
import { momentOf } from "../../people/index.ts";
import type { Made } from "../acting.ts";
import { nameOf, type Suggestion } from "../domain.ts";
import { answerWords as words } from "../messages/answer.ts";
import { type Refusal, refusalWords, refusedTitle, written } from "../messages/refusal.ts";
import { toldWords } from "../messages/told.ts";
import { buttons, ideaBlocks, listButton, mineButton, openButton, voteButton } from "./common.ts";

const maskedNote = ({ text: kept }: Suggestion, typedText: string, { locale }: Reader): Block[] =>
  kept === typedText ? [] : [note(words.masked(locale))];

/** A suggestion as its author sees it once it is made; that of an anonymous one is the only place of its code. */
export const madeView =
  (made: Made, typedText: string): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { suggestion, channel } = made;
    const idea = [...ideaBlocks(suggestion, locale), ...maskedNote(suggestion, typedText, reader)];
    const title = words.made(nameOf(suggestion))(locale);
    if (made.is === "signed") {
      const where = channel === undefined ? words.noChannel : words.inChannel(channel);
      const more = [openButton(suggestion, locale), mineButton(locale)];
      return { title, tone: "good", blocks: [...idea, text(where(locale)), ...buttons(more)] };
    }
    const where = channel === undefined ? words.shownInList : words.shownInChannel(channel);
    return {
      title,
      tone: "good",
      blocks: [
        ...idea,
        { is: "facts", facts: [{ label: words.code(locale), value: [code(made.code)] }] },
        text(words.keepCode(locale)),
        text(words.useCode(locale), typed(`suggest status ${made.code}`)),
        text(where(locale), momentOf(made.shownAt, reader)),
        note(words.notKept(locale)),
      ],
    };
  };

/** Somebody suggested the same; offers a vote for that. */
export const sameView =
  (suggestion: Suggestion): Localised<View> =>
  ({ locale }) => ({
    title: words.same(nameOf(suggestion))(locale),
    blocks: [
      ...ideaBlocks(suggestion, locale),
      text(toldWords.count(suggestion.votes)(locale)),
      text(words.sameMore(locale)),
      ...buttons([voteButton(suggestion, true, locale), openButton(suggestion, locale)]),
    ],
  });

/** Why something was not done, with what its writer would otherwise lose. */
export const refusalView =
  (refusal: Refusal, typedText?: string): Localised<View> =>
  ({ locale }) => ({
    title: refusedTitle(locale),
    tone: "attention",
    blocks: [
      text(refusalWords(refusal)(locale)),
      ...(typedText === undefined ? [] : [note(written(locale)), text(typedText)]),
      ...buttons([listButton(locale)]),
    ],
  });

/** What its author did with an anonymous suggestion; it offers nothing that would keep who pressed it. */
export const anonymousView =
  (title: Say, more: Say): Localised<View> =>
  ({ locale }) => ({ title: title(locale), blocks: [text(more(locale))] });

/** What was done with a suggestion, in a title of its own and a few words. */
export const doneView =
  (suggestion: Suggestion, title: Say, ...more: readonly Say[]): Localised<View> =>
  ({ locale }) => ({
    title: title(locale),
    blocks: [
      ...more.map((say) => text(say(locale))),
      ...(suggestion.state === "withdrawn"
        ? []
        : [text(toldWords.count(suggestion.votes)(locale)), ...buttons([openButton(suggestion, locale)])]),
    ],
  });
