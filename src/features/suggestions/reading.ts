import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, startOfDay } from "../../kernel/time.ts";
import type { Person, PersonId } from "../people/index.ts";
import { codeIn, hashOf } from "./codes.ts";
import { canUndo, canWithdraw, decides, isAuthor, mayGive, mayTake, mayVote } from "./deciding.ts";
import type { SuggestionsDeps } from "./deps.ts";
import { asShown, isHidden, mostAdditions, numberIn, type Suggestion } from "./domain.ts";
import type { Who } from "./roster.ts";
import { type Decision, decisionsFrom, isOpen, openStates, type State } from "./states.ts";
import type { NoSuchSuggestion } from "./store.ts";

/** People by id. */
export type People = ReadonlyMap<PersonId, Person>;

/** A suggestion as its reader may see it, and what they may do with it. */
export type Card = {
  readonly suggestion: Suggestion;
  readonly people: People;
  /** The code that its author came with. */
  readonly code?: string;
  readonly isAuthor: boolean;
  readonly hasVoted: boolean;
  readonly follows: boolean;
  readonly may: {
    readonly vote: boolean;
    readonly follow: boolean;
    readonly add: boolean;
    readonly withdraw: boolean;
    readonly take: boolean;
    readonly give: boolean;
    readonly decide: readonly Decision[];
    readonly undo: boolean;
  };
};

/** A page of a site's list, as it was asked for. */
export type ListPage = {
  /** One state alone; all that are open where there is none. */
  readonly state?: State | undefined;
  readonly page: number;
  readonly pages: number;
  readonly all: number;
  readonly suggestions: readonly Suggestion[];
  readonly people: People;
};

const onPage = 5;
const mostMine = 25;

const idsOf = ({ author, owner }: Suggestion) => [author, owner].filter((id) => id !== undefined);

/** Those who wrote and look after suggestions. */
export async function peopleOf(
  { roster }: Pick<SuggestionsDeps, "roster">,
  all: readonly Suggestion[],
): Promise<People> {
  const ids = [...new Set(all.flatMap(idsOf))];
  const people = ids.length === 0 ? [] : await roster.peopleById(ids);
  return new Map(people.map((person) => [person.id, person]));
}

/** What is asked of suggestions by those who read them. */
export function reading({ store, roster }: Pick<SuggestionsDeps, "store" | "roster">) {
  const hiddenFrom = ({ zone }: Who, at: Date): Date => startOfDay(dayAt(at, zone), zone);

  /**
   * Opened by a code it is its author's alone: it is shown before its day, and whatever would keep who pressed it is not
   * for them.
   */
  async function cardOf(
    who: Who,
    known: Suggestion | undefined,
    at: Date,
    code?: string,
  ): Promise<Outcome<Card, NoSuchSuggestion>> {
    if (known === undefined || known.site !== who.site) return refuse({ why: "no-such-suggestion" });
    const isOpenly = code === undefined;
    if (isOpenly && isHidden(known, hiddenFrom(who, at))) return refuse({ why: "no-such-suggestion" });
    const suggestion = isOpenly ? asShown(known, dayAt(at, who.zone)) : known;
    const [people, voters] = await Promise.all([peopleOf({ roster }, [suggestion]), store.voters(suggestion.id)]);
    const claim = { person: who.person, ...(isOpenly ? {} : { hash: hashOf(code) }) };
    const isTheirs = isAuthor(suggestion, claim);
    const hasVoted = voters.includes(who.person);
    const follows = suggestion.followers.includes(who.person);
    const mayDecide = isOpenly && decides(suggestion, who);
    return done({
      suggestion,
      people,
      ...(isOpenly ? {} : { code }),
      isAuthor: isTheirs,
      hasVoted,
      follows,
      may: {
        vote: isOpenly && mayVote(suggestion, who).ok,
        follow: isOpenly && (follows || isOpen(suggestion)),
        add: isTheirs && isOpen(suggestion) && suggestion.additions.length < mostAdditions,
        withdraw: isTheirs && canWithdraw(suggestion),
        take: isOpenly && suggestion.owner !== who.person && mayTake(suggestion, who).ok,
        give: isOpenly && mayGive(suggestion, who),
        decide: mayDecide ? decisionsFrom(suggestion.state) : [],
        undo: mayDecide && canUndo(suggestion, at),
      },
    });
  }

  return {
    card: async (who: Who, id: string, at: Date) => cardOf(who, await store.suggestion(id), at),

    /** The suggestion that a text names by its number, or by the code of its author. */
    async cardCalled(who: Who, text: string, at: Date): Promise<Outcome<Card, NoSuchSuggestion>> {
      const number = numberIn(text);
      if (number !== undefined) return cardOf(who, await store.numbered(number), at);
      const code = codeIn(text);
      return code === undefined
        ? refuse({ why: "no-such-suggestion" })
        : cardOf(who, await store.withCode(hashOf(code)), at, code);
    },

    /** A page of the list of the asker's site, the first being 0. */
    async list(who: Who, { state, page }: Pick<ListPage, "state" | "page">, at: Date): Promise<ListPage> {
      const found = await store.list({
        site: who.site,
        states: state === undefined ? openStates : [state],
        hiddenFrom: hiddenFrom(who, at),
        from: page * onPage,
        limit: onPage,
      });
      const people = await peopleOf({ roster }, found.suggestions);
      return { state, page, pages: Math.ceil(found.all / onPage), ...found, people };
    },

    /** What the asker signed, the latest first. */
    mine: (who: Who): Promise<readonly Suggestion[]> => store.madeBy(who.person, mostMine),
  };
}
