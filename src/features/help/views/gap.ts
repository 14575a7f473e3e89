import { text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import type { Substitute } from "../domain.ts";
import { cardWords } from "../messages/card.ts";
import { substituteNames } from "../messages/names.ts";
import { toldWords as words } from "../messages/told.ts";
import { personSpans } from "./common.ts";

/** Nobody had a duty that was to be asked: who was asked instead, and how an admin mends it. */
export const gapView =
  ({
    role,
    people,
    instead,
  }: {
    readonly role: Say;
    readonly people: readonly Person[];
    readonly instead: Substitute;
  }): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const shown = { people: new Map(people.map((person) => [person.id, person])) };
    const asked = text(
      words.gapAsked(substituteNames[instead](locale))(locale),
      ...personSpans([...shown.people.keys()], shown, reader),
      cardWords.end(locale),
    );
    return {
      title: words.gap(role(locale))(locale),
      tone: "attention",
      blocks: [
        instead === "nobody" ? text(words.gapNobody(locale)) : asked,
        text(words.gapMend(locale), typed("oncall")),
      ],
    };
  };
