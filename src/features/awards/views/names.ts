import type { Span, Spans } from "../../../chat/view.ts";
import { format, type Locale } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import type { Award, Subject } from "../domain.ts";
import { titleWords, awardWords as words } from "../messages/award.ts";
import type { Named } from "../reading.ts";

export const personSpan = (person: Pick<Person, "name" | "accounts"> | undefined, locale: Locale): Span =>
  person === undefined ? words.somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };

/** A person or a team by name, or words for who is no longer known. */
export const subjectSpan = (of: Subject, { people, teams }: Named, locale: Locale): Span =>
  of.is === "person"
    ? personSpan(people.get(of.id), locale)
    : { is: "strong", text: teams.get(of.id)?.name ?? words.someTeam(locale) };

/** The same as plain text. */
export const subjectName = (of: Subject, { people, teams }: Named, locale: Locale): string =>
  of.is === "person"
    ? (people.get(of.id)?.name ?? words.somebody(locale))
    : (teams.get(of.id)?.name ?? words.someTeam(locale));

/** Several in one line, joined as the language joins names. */
export function joined(spans: readonly Span[], locale: Locale): Spans {
  const mark = "\uFFFC";
  const [first = "", ...after] = format(locale)
    .allOf(spans.map(() => mark))
    .split(mark);
  return [first, ...spans.flatMap((span, index) => [span, after[index] ?? ""])].filter((span) => span !== "");
}

/** What an award is called. */
export const titleOf = (award: Award, { teams }: Pick<Named, "teams">, locale: Locale): string =>
  titleWords(award, award.team === undefined ? undefined : (teams.get(award.team)?.name ?? award.team))(locale);
