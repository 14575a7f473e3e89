import { type Block, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import type { Person, PersonId, Site } from "../../people/index.ts";
import type { Greeting } from "../greeted.ts";
import { cardWords as words } from "../messages/cards.ts";
import { colon } from "../messages/days.ts";
import type { Card } from "../store.ts";

type Handed = {
  readonly card: Card;
  readonly greeting: Greeting;
  readonly site: Site;
  readonly people: ReadonlyMap<PersonId, Person>;
};

function signatures({ card, people }: Handed, locale: Locale): readonly Block[] {
  if (card.signatures.length === 0) return [];
  const items = card.signatures.map(({ by, words: said }): Spans => {
    const name = people.get(by)?.name ?? words.somebody(locale);
    return [strong(name), colon(locale), said];
  });
  return [
    { is: "heading", text: words.signatures(locale) },
    { is: "list", items },
  ];
}

/** The card as its person reads it: the opening words, then everybody who signed. */
export const cardView =
  (handed: Handed): Localised<View> =>
  ({ locale }) => {
    const { card, greeting, site, people } = handed;
    const { opening, day } = card;
    return {
      title: words.cardTitle(greeting.person.name)(locale),
      tone: "good",
      blocks: [
        opening === undefined
          ? text(words.fromAll(site.name)(locale))
          : text(
              words.quoted(opening.words)(locale),
              words.from(people.get(opening.by)?.name ?? words.somebody(locale))(locale),
            ),
        ...signatures(handed, locale),
        ...(greeting.on === day ? [] : [note(words.trueDay(greeting.on)(locale))]),
      ],
    };
  };
