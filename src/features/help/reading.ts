import { words as chatWords } from "../../chat/messages.ts";
import type { Say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Person, PersonId, Site, Team, TeamId } from "../people/index.ts";
import type { HelpDeps } from "./deps.ts";
import { type Entry, type HelpRequest, type KeptAnswer, numberIn } from "./domain.ts";
import { isAuditor, isRole, standingOf, whoOf } from "./finder.ts";
import type { Refusal } from "./refusals.ts";
import type { Asking } from "./roster.ts";
import type { HelpConfig } from "./rules.ts";
import { isUnderWay, type State, states } from "./states.ts";
import { type Filter, readFilter } from "./typed.ts";

/** A request with all that is shown of it. */
export type Shown = {
  readonly request: HelpRequest;
  readonly entries: readonly Entry[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly teams: ReadonlyMap<TeamId, Team>;
  /** The answers that were offered, as far as they are there. */
  readonly offers: readonly KeptAnswer[];
  readonly rules: HelpConfig;
  readonly roleName: (ask: string) => Say;
};

/** With whose eyes somebody looks at a request: of its agent, of who may help, or of who only reads. */
export type Eyes = "asker" | "helper" | "reader";
export type Seen = { readonly shown: Shown; readonly eyes: Eyes };

/** A page of requests, as it was asked for. */
export type Page = {
  readonly filter: Filter;
  /** Whose: the asker's own, those that a helper is at, or all of the site. */
  readonly of: "own" | "at-it" | "site";
  readonly page: number;
  readonly pages: number;
  readonly all: number;
  readonly requests: readonly HelpRequest[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly rules: HelpConfig;
};

const requestsOnPage = 8;

const overStates = states.filter((state) => !isUnderWay(state));
const underWay = states.filter(isUnderWay);

/** The states that a filter means; what is under way where a helper says nothing, all of one's own. */
function statesOf({ state }: Filter, of: Page["of"]): { readonly states?: readonly State[] } {
  if (state === "over") return { states: overStates };
  if (state !== undefined) return { states: [state] };
  return of === "own" ? {} : { states: underWay };
}

/** What is asked of help by those who read. */
export function reading(deps: HelpDeps) {
  const { store, roster, duty, rules: rulesOf } = deps;

  const peopleOf = async (ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>> =>
    new Map((await roster.peopleById([...new Set(ids)])).map((person) => [person.id, person]));

  /** What a duty or role is called. */
  const roleName =
    (site: Site) =>
    (ask: string): Say =>
      isRole(ask) ? chatWords.role[ask] : duty.roleName(site, ask);

  /** What is shown of some requests, in their order; what many have in common is looked up once. */
  async function shownOfAll(requests: readonly HelpRequest[]): Promise<readonly Shown[]> {
    const sites = [...new Set(requests.map(({ site }) => site))];
    const offered = [...new Set(requests.flatMap((one) => one.offered))];
    const [teams, homes, all, answers] = await Promise.all([
      roster.teams(),
      Promise.all(sites.map(async (id) => [id, { site: await roster.site(id), rules: await rulesOf(id) }] as const)),
      Promise.all(requests.map(({ id }) => store.entries(id))),
      Promise.all(offered.map((one) => store.answer(one))),
    ]);
    const home = new Map(homes);
    const named = requests.flatMap(({ asker, claimer, asked, overBy }, index) => [
      asker,
      claimer,
      overBy,
      ...asked.flatMap(({ people }) => people),
      ...(all[index] ?? []).flatMap(({ person, kind, text }) => [person, kind === "handed-over" ? text : undefined]),
    ]);
    const people = await peopleOf(named.flatMap((one) => (one === undefined ? [] : [one])));
    return requests.map((request, index) => {
      const { site, rules } = home.get(request.site) ?? {};
      if (site === undefined || rules === undefined) throw new Error(`no site ${request.site}`);
      return {
        request,
        entries: all[index] ?? [],
        people,
        teams: new Map(teams.map((team) => [team.id, team])),
        offers: request.offered.flatMap((id) => answers.find((one) => one?.id === id) ?? []),
        rules,
        roleName: roleName(site),
      };
    });
  }

  async function shownOf(request: HelpRequest): Promise<Shown> {
    const [shown] = await shownOfAll([request]);
    if (shown === undefined) throw new Error(`nothing is shown of ${request.id}`);
    return shown;
  }

  /** Whether somebody may help at their own site now. */
  async function isHelper(who: Asking, at: Date): Promise<boolean> {
    const [standing, person] = await Promise.all([
      standingOf(deps, { site: who.site, asker: who.person }, at),
      roster.personById(who.person),
    ]);
    return person !== undefined && whoOf(standing, person).isHelper;
  }

  return {
    shownOfAll,
    /** A request as whoever just did something about it sees it. */
    seenAfter: async (who: Asking, request: HelpRequest): Promise<Seen> => ({
      shown: await shownOf(request),
      eyes: request.asker === who.person ? "asker" : "helper",
    }),
    roleNameAt: async (id: string): Promise<(ask: string) => Say> => {
      const site = await roster.site(id);
      return site === undefined ? (ask) => () => ask : roleName(site);
    },
    peopleOf,

    /** A request by its number or id: for its agent, whoever is at it, those of its site who may help, and auditors. */
    async open(who: Asking, called: string, at: Date): Promise<Outcome<Seen, Refusal>> {
      const number = numberIn(called);
      const request = await (number === undefined ? store.request(called) : store.requestNumbered(number));
      if (request === undefined) return refuse({ why: "no-such-request" });
      if (request.asker === who.person) return done({ shown: await shownOf(request), eyes: "asker" });
      if (isAuditor(who)) return done({ shown: await shownOf(request), eyes: "reader" });
      if (request.site !== who.site) return refuse({ why: "other-site" });
      if (request.claimer !== who.person && !(await isHelper(who, at))) return refuse({ why: "not-yours-to-see" });
      return done({ shown: await shownOf(request), eyes: "helper" });
    },

    /** The asker's own requests; those of the site for who may help or only reads. The latest first, the first page 0. */
    async list(
      who: Asking,
      { filter: text, page }: { readonly filter: string; readonly page: number },
      at: Date,
    ): Promise<Outcome<Page, Refusal>> {
      const rules = await rulesOf(who.site);
      const filter = readFilter(text, rules);
      if ("unknown" in filter) {
        return refuse({ why: "no-such-filter", text: filter.unknown, categories: rules.categories });
      }
      const seesAll = isAuditor(who) || (await isHelper(who, at));
      const of = seesAll ? (filter.isMine ? "at-it" : "site") : "own";
      const { category, isLive } = filter;
      const found = await store.find({
        site: who.site,
        ...statesOf(filter, of),
        ...(category === undefined ? {} : { category }),
        ...(isLive === undefined ? {} : { isLive }),
        ...(of === "own" ? { asker: who.person } : {}),
        ...(of === "at-it" ? { claimer: who.person } : {}),
        from: page * requestsOnPage,
        limit: requestsOnPage,
      });
      const ids = found.requests.flatMap(({ asker, claimer }) => (claimer === undefined ? [asker] : [asker, claimer]));
      const pages = Math.ceil(found.all / requestsOnPage);
      return done({ filter, of, page, pages, ...found, people: await peopleOf(ids), rules });
    },
  };
}
