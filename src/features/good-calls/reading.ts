import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Person, PersonId } from "../people/index.ts";
import { standsInFor } from "./deciding.ts";
import type { GoodCallsDeps } from "./deps.ts";
import { type Ballot, callName, type GoodCall, type Heard, numberIn, type Skill, termsOf } from "./domain.ts";
import type { Who } from "./roster.ts";

/** With whose eyes somebody looks at a call. */
export type Eyes = "auditor" | "agent" | "nominator" | "everyone";

export type ReadRefusal =
  | { readonly why: "no-such-call" }
  | { readonly why: "not-in-library"; readonly number: number }
  | { readonly why: "not-yours-to-see" };

/** A call as its reader may see it; who heard it is for its agent and for auditors. */
export type CallCard = {
  readonly call: GoodCall;
  readonly agent: Person | undefined;
  readonly eyes: Eyes;
  readonly isNominator: boolean;
  /** An admin who may take it out of the library for its agent, who has left. */
  readonly isStandIn: boolean;
  readonly heard?: Heard;
};

/** A page of a library, as it was asked for. */
export type LibraryPage = {
  readonly words?: string | undefined;
  readonly skill?: Skill | undefined;
  readonly page: number;
  readonly pages: number;
  readonly all: number;
  readonly calls: readonly GoodCall[];
  readonly people: ReadonlyMap<PersonId, Person>;
};

/** What is behind a call: who put it forward, and who voted how. */
export type Background = {
  readonly call: GoodCall;
  readonly ballots: readonly Ballot[];
  readonly people: ReadonlyMap<PersonId, Person>;
};

export type Listeners = {
  readonly call: GoodCall;
  readonly heard: Heard;
  readonly people: ReadonlyMap<PersonId, Person>;
};

const callsOnPage = 5;
const mostNominations = 25;
const mostListeners = 25;

/** With whose eyes somebody may look at a call; undefined where they may not. */
function eyesOf(call: GoodCall, { person, site, roles }: Pick<Who, "person" | "site" | "roles">) {
  // Its agent hears of a call once it was chosen, and not before.
  if (call.agent === person && (call.result !== undefined || call.nominator === person)) {
    if (call.state !== "not-chosen" || call.nominator === person) return "agent";
  }
  if (roles.includes("auditor")) return "auditor";
  if (call.nominator === person) return "nominator";
  return call.state === "accepted" && call.site === site ? "everyone" : undefined;
}

/** What is asked of good calls by those who read them. */
export function reading({ store, roster, audit }: GoodCallsDeps) {
  const peopleOf = async (ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>> =>
    new Map((await roster.peopleById([...new Set(ids)])).map((person) => [person.id, person]));

  const note = (who: Who, { agent: subject, ...call }: GoodCall, action: string, at: Date): Promise<void> =>
    subject === who.person
      ? Promise.resolve()
      : audit.record({ at, actor: who.person, action, subject, detail: { call: callName(call) } });

  async function cardOf(who: Who, call: GoodCall | undefined, at: Date): Promise<Outcome<CallCard, ReadRefusal>> {
    if (call === undefined) return refuse({ why: "no-such-call" });
    const eyes = eyesOf(call, who);
    if (eyes === undefined) return refuse({ why: "not-in-library", number: call.number });
    if (eyes === "auditor" && call.state !== "accepted") await note(who, call, "read good call", at);
    const agent = await roster.personById(call.agent);
    const isNominator = call.nominator === who.person;
    const isStandIn = standsInFor(agent, call, who, dayAt(at, who.zone));
    const heard = eyes === "agent" || eyes === "auditor" ? { heard: await store.heard(call.id, 1) } : {};
    return done({ call, agent, eyes, isNominator, isStandIn, ...heard });
  }

  return {
    card: async (who: Who, id: string, at: Date) => cardOf(who, await store.goodCall(id), at),

    /** The call that a text names by its number; undefined where it names none. */
    async cardCalled(who: Who, text: string, at: Date): Promise<Outcome<CallCard, ReadRefusal> | undefined> {
      const number = numberIn(text);
      return number === undefined ? undefined : cardOf(who, await store.goodCallNumbered(number), at);
    },

    /** A page of the library of the asker's site, the first being 0. */
    async library(
      who: Who,
      { words, skill, page }: Pick<LibraryPage, "words" | "skill" | "page">,
    ): Promise<LibraryPage> {
      const found = await store.library({
        site: who.site,
        terms: termsOf(words),
        skill,
        from: page * callsOnPage,
        limit: callsOnPage,
      });
      const people = await peopleOf(found.calls.map(({ agent }) => agent));
      return { words, skill, page, pages: Math.ceil(found.all / callsOnPage), ...found, people };
    },

    /** What the asker put forward, the latest first. */
    nominations: (who: Who): Promise<readonly GoodCall[]> => store.nominationsOf(who.person, mostNominations),

    /** Who put a call forward and who voted how, for auditors; how each voted is told once the vote is over. */
    async background(who: Who, id: string, at: Date): Promise<Outcome<Background, ReadRefusal>> {
      if (!who.roles.includes("auditor")) return refuse({ why: "not-yours-to-see" });
      const call = await store.goodCall(id);
      if (call === undefined) return refuse({ why: "no-such-call" });
      const detail = { call: callName(call) };
      await audit.record({ at, actor: who.person, action: "read nomination", subject: call.nominator, detail });
      const ballots = await store.votes(id);
      return done({ call, ballots, people: await peopleOf([call.nominator, ...ballots.map(({ voter }) => voter)]) });
    },

    /** Who opened the recording of a call, for its agent and for auditors. */
    async listeners(who: Who, id: string, at: Date): Promise<Outcome<Listeners, ReadRefusal>> {
      const call = await store.goodCall(id);
      if (call === undefined) return refuse({ why: "no-such-call" });
      const eyes = eyesOf(call, who);
      if (eyes !== "agent" && eyes !== "auditor") return refuse({ why: "not-yours-to-see" });
      await note(who, call, "read openings of good call", at);
      const heard = await store.heard(id, mostListeners);
      return done({ call, heard, people: await peopleOf(heard.latest.map(({ person }) => person)) });
    },
  };
}
