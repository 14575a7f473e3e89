import type { Block, Fact, Span, Spans } from "../../../chat/view.ts";
import type { Reader } from "../../../kernel/locale.ts";
import { momentOf, type Person, type PersonId, type Site } from "../../people/index.ts";
import type { Span as Stretch } from "../domain.ts";
import { boardWords } from "../messages/board.ts";
import { toldWords as words } from "../messages/told.ts";
import { roleSay } from "../names.ts";

export const spanOf = ({ name, accounts }: Person): Span => ({ is: "person", name, accounts });

/** Somebody by their id, as far as they are known. */
export const spanOrWord = (people: ReadonlyMap<PersonId, Person>, id: PersonId, { locale }: Reader): Span => {
  const person = people.get(id);
  return person === undefined ? boardWords.somebody(locale) : spanOf(person);
};

/** A reader by the clock of a site. */
export const at = ({ locale }: Reader, { zone }: Site): Reader => ({ locale, zone });

/** What a duty is, from when until when on its site's clock. */
export function dutyFacts(duty: Stretch & { readonly role: string }, site: Site, reader: Reader, who?: Spans): Block {
  const there = at(reader, site);
  const { locale } = reader;
  const facts: Fact[] = [
    { label: words.role(locale), value: [roleSay(duty.role)(locale)] },
    ...(who === undefined ? [] : [{ label: words.who(locale), value: who }]),
    { label: words.from(locale), value: [momentOf(duty.from, there)] },
    { label: words.until(locale), value: [momentOf(duty.until, there)] },
  ];
  return { is: "facts", facts };
}
