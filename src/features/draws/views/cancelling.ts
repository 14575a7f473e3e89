import { type Block, note, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import type { Draw } from "../domain.ts";
import { postWords as words } from "../messages/posts.ts";
import { after } from "../states.ts";
import { keepButton, secondButton } from "./buttons.ts";
import { fact, personOf, titleOf } from "./common.ts";

type People = ReadonlyMap<PersonId, Person>;

/** Somebody's wish to cancel a draw, and what became of it. */
export const cancellingPost =
  (draw: Draw, people: People, count: number): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const title = words.cancelling(draw.number)(locale);
    const { cancelling } = draw;
    if (cancelling === undefined || cancelling.at.getTime() !== count) {
      return { title, blocks: [text(words.takenBack(locale))] };
    }
    const asked = text(personOf(cancelling.by, people, reader), words.wants(locale), cancelling.reason);
    if (draw.state === "cancelled") {
      return { title: words.cancelled(draw.number)(locale), blocks: [asked, ...cancelledBlocks(draw, people, reader)] };
    }
    if (after(draw.state, "cancelled") === undefined) return { title, blocks: [asked, text(words.tooLate(locale))] };
    return {
      title,
      tone: "attention",
      blocks: [
        asked,
        text(words.needsSecond(locale)),
        { is: "buttons", buttons: [...secondButton(draw, locale), keepButton(draw, locale)] },
      ],
    };
  };

/** Why a draw was cancelled, and by whom. */
export function cancelledBlocks({ cancelled }: Draw, people: People, reader: Reader): readonly Block[] {
  const { locale } = reader;
  if (cancelled === undefined) return [];
  if (cancelled.why !== "by-two") {
    return [text((cancelled.why === "no-entrants" ? words.noEntrants : words.noNonce)(locale))];
  }
  return [
    {
      is: "facts",
      facts: [
        fact(words.cancelledReason(locale), cancelled.reason),
        fact(words.askedBy(locale), personOf(cancelled.by, people, reader)),
        fact(words.secondedBy(locale), personOf(cancelled.seconded, people, reader)),
      ],
    },
  ];
}

export const cancelledPost =
  (draw: Draw, people: People): Localised<View> =>
  (reader) => ({
    title: words.cancelled(draw.number)(reader.locale),
    tone: "attention",
    blocks: [note(titleOf(draw, reader.locale)), ...cancelledBlocks(draw, people, reader)],
  });
