import { strong, text, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import type { Person, PersonId } from "../../people/index.ts";
import { writeAnswer } from "../addresses.ts";
import type { Challenge, Draw } from "../domain.ts";
import { waitingWords as words } from "../messages/waiting.ts";
import type { Waiting } from "../told.ts";
import { typeButton, verifyButton } from "./buttons.ts";
import { personOf } from "./common.ts";

type Said = {
  readonly said: Challenge;
  readonly index: number;
  readonly people: ReadonlyMap<PersonId, Person>;
};

/** A challenge, to those who may answer it. */
export const challengeWaitsView =
  (draw: Draw, { said, index, people }: Said): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const action = writeAnswer.to({ draw: draw.id, index: String(index) });
    return {
      title: words.challenge(draw.number)(locale),
      tone: "attention",
      blocks: [
        text(personOf(said.by, people, reader), words.says(locale), said.text),
        text(words.whatToDo(locale)),
        {
          is: "buttons",
          buttons: [{ label: words.answer(locale), action, style: "primary" }, verifyButton(draw, locale)],
        },
      ],
    };
  };

/** A public number that is due, to those who may type it. */
export const numberWaitsView =
  (draw: Draw, people: ReadonlyMap<PersonId, Person>): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { source, typed } = draw;
    const [what, digits] = source.is === "public" ? [source.what, source.digits] : ["", 0];
    return {
      title: (typed === undefined ? words.number : words.second)(draw.number)(locale),
      tone: "attention",
      blocks: [
        text(words.named(locale), strong(what)),
        ...(typed === undefined ? [] : [text(personOf(typed.by, people, reader), words.typedIt(locale))]),
        text(words.typeIt(digits)(locale)),
        { is: "buttons", buttons: [typeButton(draw, locale)] },
      ],
    };
  };

/** What stands where something was waited for. */
export const settledView =
  (draw: Draw, { is }: Waiting): Localised<View> =>
  ({ locale }) => ({
    title: (is === "challenge" ? words.settledChallenge : words.settledNumber)(draw.number)(locale),
    blocks: [text(words.settledWhy(locale))],
  });
