import type { Asker } from "../../chat/asker.ts";
import type { Who as Called } from "../../chat/param.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { channelFor, isHere, type Person, type PersonId, type SiteId } from "../people/index.ts";
import { channelName, type Kudos } from "./domain.ts";
import { type Given, type GiveRefusal, give, leftOf, lookedAt } from "./giving.ts";
import { kudosKinds } from "./kinds.ts";
import { ringFrom } from "./ring.ts";
import type { Find, KudosRoster, NotFound, RulesOf } from "./roster.ts";
import { type KudosConfig, type KudosValues, valueMeant } from "./rules.ts";
import type { KudosStore, Own } from "./store.ts";
import { type TakeBackRefusal, takeBack, takeBackUntil } from "./taking-back.ts";

export type KudosDeps = {
  readonly store: KudosStore;
  readonly roster: KudosRoster;
  readonly find: Find;
  readonly rules: RulesOf;
  readonly newId: () => string;
};

type Who = Pick<Asker, "person" | "site" | "zone">;

/** A thank-you as its giver sees it once it is sent. */
export type Sent = Given & {
  readonly receiver: Person;
  readonly rules: KudosConfig;
  /** Where everybody sees it, if the site has a channel. */
  readonly channel?: string;
  /** Until when it can be taken back; undefined once that is over. */
  readonly until?: Date;
};

/** Why one was not sent or not taken back. */
export type Refusal =
  | NotFound
  | GiveRefusal
  | TakeBackRefusal
  | { readonly why: "yourself" }
  | { readonly why: "left"; readonly name: string }
  | { readonly why: "no-such-person" };

/** What somebody asked for whose value is none of their site's. */
export type Unvalued = {
  readonly why: "no-such-value";
  readonly text: string;
  readonly receiver: Person;
  readonly values: KudosValues;
};

/** A refusal with the name of whoever was to be thanked, where that is known. */
export type Refused = { readonly refusal: Refusal; readonly name?: string };

/** What somebody gave and received lately, with whom, and how many they may still send this month. */
export type Mine = Own & {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly rules: KudosConfig;
  readonly left: number;
  readonly today: LocalDate;
};

/** How many of each are shown. */
const mostShown = 5;

/** Everything that is asked of thank-yous, and the kinds of notices that they are told by. */
export function kudos({ store, roster, find, rules: rulesOf, newId }: KudosDeps) {
  /** Why somebody cannot be thanked; undefined where they can. */
  function hindrance(who: Who, receiver: Person | undefined, at: Date): Refusal | undefined {
    if (receiver === undefined || receiver.site !== who.site) return { why: "no-such-person" };
    if (receiver.id === who.person) return { why: "yourself" };
    return isHere(receiver, dayAt(at, who.zone)) ? undefined : { why: "left", name: receiver.name };
  }

  async function send(
    who: Who,
    { receiver, value, reason }: { readonly receiver: Person; readonly value: string; readonly reason: string },
    at: Date,
  ): Promise<Outcome<Sent, Refused>> {
    const { site, person: giver } = who;
    const [rules, place] = await Promise.all([rulesOf(site), roster.site(site)]);
    const day = dayAt(at, who.zone);
    const asked: Kudos = { id: newId(), site, giver, receiver: receiver.id, value, reason, at, day };
    const outcome = await store.give({ site, giver, ...lookedAt(day, rules) }, (now) => give(asked, now, rules));
    if (!outcome.ok) return refuse({ refusal: outcome.refusal, name: receiver.name });
    const until = takeBackUntil(outcome.value.kudos, rules);
    const channel = place && channelFor(place, channelName);
    return done({
      ...outcome.value,
      receiver,
      rules,
      ...(channel === undefined ? {} : { channel }),
      ...(until > at ? { until } : {}),
    });
  }

  async function leftFor(who: Who, rules: KudosConfig, at: Date): Promise<number> {
    const today = dayAt(at, who.zone);
    return leftOf(await store.sentBy(who.person, lookedAt(today, rules).sentFrom), today, rules);
  }

  return {
    /** Thanks somebody who is meant by a name, a number or an account, for a value that is meant by a text. */
    async give(
      who: Who,
      asked: { readonly who: Called; readonly value: string; readonly reason: string },
      at: Date,
    ): Promise<Outcome<Sent, Refused | Unvalued>> {
      const found = await find(who.site, asked.who);
      if (!found.ok) return refuse({ refusal: found.refusal });
      const hindered = hindrance(who, found.value, at);
      if (hindered !== undefined) return refuse({ refusal: hindered });
      const { values } = await rulesOf(who.site);
      const value = valueMeant(values, asked.value);
      if (value === undefined)
        return refuse({ why: "no-such-value", text: asked.value, receiver: found.value, values } as const);
      return send(who, { receiver: found.value, value, reason: asked.reason }, at);
    },

    /** Thanks somebody by their id for a value by its id, as buttons carry them. */
    async giveTo(
      who: Who,
      asked: { readonly receiver: string; readonly value: string; readonly reason: string },
      at: Date,
    ): Promise<Outcome<Sent, Refused | Unvalued>> {
      const receiver = await roster.personById(asked.receiver);
      const hindered = hindrance(who, receiver, at);
      if (receiver === undefined || hindered !== undefined)
        return refuse({ refusal: hindered ?? ({ why: "no-such-person" } as const) });
      const { values } = await rulesOf(who.site);
      if (!Object.hasOwn(values, asked.value))
        return refuse({ why: "no-such-value", text: asked.value, receiver, values } as const);
      return send(who, { ...asked, receiver }, at);
    },

    /** Takes one of the asker's back; answers how many they may send now. */
    async takeBack(who: Who, id: string, at: Date): Promise<Outcome<{ readonly left: number }, Refused>> {
      const rules = await rulesOf(who.site);
      const known = await store.kudos(id);
      if (known === undefined) return refuse({ refusal: { why: "gone" } });
      const outcome = await store.takeBack(id, ringFrom(known.day, rules.ringDays), (now, standing) =>
        takeBack(now, { by: who.person, at, standing }, rules),
      );
      if (!outcome.ok) return refuse({ refusal: outcome.refusal });
      return done({ left: await leftFor(who, rules, at) });
    },

    /** What the asker gave and received lately. */
    async mine(who: Who, at: Date): Promise<Mine> {
      const rules = await rulesOf(who.site);
      const [own, left] = await Promise.all([store.own(who.person, mostShown), leftFor(who, rules, at)]);
      const ids = [...own.received.map(({ giver }) => giver), ...own.given.map(({ receiver }) => receiver)];
      const people = ids.length === 0 ? [] : await roster.peopleById([...new Set(ids)]);
      return {
        ...own,
        people: new Map(people.map((person) => [person.id, person])),
        rules,
        left,
        today: dayAt(at, who.zone),
      };
    },

    /** How many thank-yous that count each person of a site received from one day to another; none are left out. */
    countsOf: (site: SiteId, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<PersonId, number>> =>
      store.countsOf(site, from, to),

    kinds: kudosKinds({ store, roster, rules: rulesOf }),
  };
}
export type KudosDoor = ReturnType<typeof kudos>;
