import { type Block, type Button, type Fact, note, type Span, text, typed } from "../../../chat/view.ts";
import { format, type Locale, type Reader } from "../../../kernel/locale.ts";
import { dayAt } from "../../../kernel/time.ts";
import type { Person, PersonId } from "../../people/index.ts";
import { follow, list, mine, open, vote } from "../addresses.ts";
import { nameOf, type Suggestion, standing } from "../domain.ts";
import { formWords } from "../messages/form.ts";
import { stateNames } from "../messages/names.ts";
import { toldWords as words } from "../messages/told.ts";
import type { People } from "../reading.ts";

/** So much of an idea stands where several do, in characters. */
const mostShown = 160;

export function shortened(whole: string): string {
  const characters = [...whole];
  if (characters.length <= mostShown) return whole;
  const start = characters.slice(0, mostShown - 1).join("");
  return `${start.trimEnd()}…`;
}

const spanOf = (person: Person | undefined, locale: Locale): Span =>
  person === undefined ? words.gone(locale) : { is: "person", name: person.name, accounts: person.accounts };

const personOf = (people: People, id: PersonId, locale: Locale): Span => spanOf(people.get(id), locale);

/** Who wrote it, by name or as nobody in particular. */
export const authorSpan = ({ author }: Suggestion, people: People, locale: Locale): Span =>
  author === undefined ? words.somebody(locale) : personOf(people, author, locale);

/** Why it stands as it does, if anybody said. */
const reasonOf = ({ steps }: Suggestion): string | undefined => standing(steps).at(-1)?.reason;

/** The idea and what was added to it. */
export const ideaBlocks = ({ text: idea, additions }: Suggestion, locale: Locale): readonly Block[] => [
  text(words.quoted(idea)(locale)),
  ...additions.map(({ day, text: more }) => text(words.addition(day, more)(locale))),
];

/** Who wrote it, how it stands, and who looks after it; of an anonymous one neither team nor hour. */
export function facts(suggestion: Suggestion, people: People, locale: Locale): Block {
  const { author, owner, state, votes } = suggestion;
  const reason = reasonOf(suggestion);
  const from = author === undefined ? words.anonymous(locale) : personOf(people, author, locale);
  const all: Fact[] = [
    { label: words.from(locale), value: [from] },
    { label: words.state(locale), value: [stateNames[state](locale)] },
    { label: words.votes(locale), value: [words.count(votes)(locale)] },
    {
      label: words.owner(locale),
      value: [owner === undefined ? words.noOwner(locale) : personOf(people, owner, locale)],
    },
  ];
  if (reason !== undefined) all.push({ label: words.reason(locale), value: [reason] });
  return { is: "facts", facts: all };
}

export const voteButton = ({ id }: Suggestion, isFor: boolean, locale: Locale): Button => ({
  label: (isFor ? formWords.vote : formWords.unvote)(locale),
  action: vote.to({ as: isFor ? "yes" : "no", suggestion: id }),
  ...(isFor ? { style: "primary" } : {}),
});

export const followButton = ({ id }: Suggestion, isOn: boolean, locale: Locale): Button => ({
  label: (isOn ? formWords.follow : formWords.unfollow)(locale),
  action: follow.to({ as: isOn ? "yes" : "no", suggestion: id }),
});

export const openButton = ({ id }: Suggestion, locale: Locale): Button => ({
  label: formWords.open(locale),
  action: open.to({ suggestion: id }),
});

export const mineButton = (locale: Locale): Button => ({ label: formWords.mine(locale), action: mine.to({}) });
export const listButton = (locale: Locale): Button => ({
  label: formWords.list(locale),
  action: list.to({ page: "0" }),
});

export const buttons = (all: readonly Button[]): readonly Block[] =>
  all.length === 0 ? [] : [{ is: "buttons", buttons: all }];

/** One line of several: its name, how it stands, its votes and the day, above the beginning of the idea. */
export const lineBlock = (suggestion: Suggestion, people: People, { locale, zone }: Reader): Block => {
  const { state, text: idea, votes, madeAt } = suggestion;
  const day = format(locale).shortDay(dayAt(madeAt, zone));
  const rest = [stateNames[state](locale), words.count(votes)(locale), day].join(" · ");
  const quote = idea === "" ? [] : [`\n${words.quoted(shortened(idea))(locale)}`];
  return text(
    { is: "strong", text: nameOf(suggestion) },
    " · ",
    authorSpan(suggestion, people, locale),
    ` · ${rest}`,
    ...quote,
  );
};

export const inviteNote = (locale: Locale): Block => note(words.own(locale), typed("suggest"));
