import { type Block, note, type Spans, strong } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import type { Person, PersonId } from "../people/index.ts";
import type { Kudos } from "./domain.ts";
import { toldWords, bulletinWords as words } from "./messages/told.ts";
import type { KudosRoster, RulesOf } from "./roster.ts";
import { type KudosValues, valueName } from "./rules.ts";
import type { KudosStore } from "./store.ts";
import { spanOf } from "./views/common.ts";

type Deps = {
  readonly store: Pick<KudosStore, "counted">;
  readonly roster: Pick<KudosRoster, "peopleById">;
  readonly rules: RulesOf;
};

/** So many are quoted, none longer than so many characters. */
const quotedMost = 3;
const longestQuoted = 140;

/** How many there were for each value, the most frequent first. */
function byValue(all: readonly Kudos[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { value } of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Short ones to quote, the latest of each receiver. */
function quotable(all: readonly Kudos[], people: ReadonlyMap<PersonId, Person>): readonly Kudos[] {
  const seen = new Set<PersonId>();
  const fit = all.filter(({ reason, giver, receiver }) => {
    const isKnown = people.has(giver) && people.has(receiver);
    if (!isKnown || seen.has(receiver) || reason.length > longestQuoted) return false;
    seen.add(receiver);
    return true;
  });
  return fit.slice(0, quotedMost);
}

type Week = { readonly all: readonly Kudos[]; readonly people: ReadonlyMap<PersonId, Person> };

function blocks({ all, people }: Week, values: KudosValues, locale: Locale): readonly Block[] {
  const counts = byValue(all).map(([id, count]) => words.byValue(valueName(values, id)(locale), count)(locale));
  const quote = ({ giver, receiver, value, reason }: Kudos): Spans[] => {
    const [from, to] = [people.get(giver), people.get(receiver)];
    if (from === undefined || to === undefined) return [];
    const what = strong(valueName(values, value)(locale));
    const said = `\n${toldWords.quoted(reason)(locale)}`;
    return [[spanOf(from), toldWords.thanks(locale), spanOf(to), toldWords.forValue(locale), what, said]];
  };
  const quotes = quotable(all, people).flatMap(quote);
  return [
    { is: "text", spans: [words.count(all.length)(locale), counts.join(words.between(locale)), words.end(locale)] },
    ...(quotes.length === 0 ? [] : [{ is: "list", items: quotes } as const]),
    note(toldWords.own(locale), { is: "command", text: "kudos" }),
  ];
}

/** How colleagues thanked one another in the past week: what counts by value, and a few of their words. */
export const kudosInBulletin = ({ store, roster, rules }: Deps): readonly BulletinSection[] => [
  {
    name: "kudos",
    title: words.title,
    async gather({ site, past }) {
      const all = await store.counted(site.id, past.from, past.to);
      if (all.length === 0) return undefined;
      const ids = [...new Set(all.flatMap(({ giver, receiver }) => [giver, receiver]))];
      const [people, { values }] = await Promise.all([roster.peopleById(ids), rules(site.id)]);
      const week = { all, people: new Map(people.map((person) => [person.id, person])) };
      return ({ locale }) => blocks(week, values, locale);
    },
  },
];
