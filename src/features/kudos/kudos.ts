import type { Asker } from "../../chat/asker.ts";
import type { Who as Called } from "../../chat/param.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { channelFor, isHere, type Person, type PersonId, type SiteId } from "../people/index.ts";
import { channelName, type Kudos } from "./domain.ts";
import { type Given, type GiveRefusal, give, leftOf, lookedAt } from "./giving.ts";
import { kudosKinds } from "./kinds.ts";
import { ringFrom } from "./ring.ts";
import type { Find, KudosRoster, NotFound, RulesOf } from "./roster.ts";
import { type KudosConfig, type KudosValues, reasonLength, valueMeant } from "./rules.ts";
import type { KudosStore, Own } from "./store.ts";
import { type TakeBackRefusal, takeBack, takeBackUntil } from "./taking-back.ts";
import { namedIn, valueAt } from "./typed.ts";

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
  /** Numbers of cards, phones and the like in the reason became dots. */
  readonly isMasked: boolean;
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
  | { readonly why: "no-such-person" }
  | { readonly why: "whom" }
  | { readonly why: "length"; readonly min: number; readonly max: number; readonly length: number };

/** What somebody wrote that was not sent, as it would be kept. */
type Unsent = { readonly written?: string };

/** What somebody asked for without a value of their site; `text` is what stood for one, where that is known. */
export type Unvalued = Unsent & {
  readonly why: "no-such-value";
  readonly text?: string | undefined;
  readonly receiver: Person;
  readonly values: KudosValues;
};

/** A refusal with the name of whoever was to be thanked, and for what where only the reason is amiss. */
export type Refused = Unsent & {
  readonly refusal: Refusal;
  readonly name?: string;
  readonly again?: { readonly receiver: PersonId; readonly value: string };
};

/** What somebody asks for: by name as a form or typed options say it, else as a line without `value`. */
export type Asked = {
  readonly who?: Called | undefined;
  readonly value?: string | undefined;
  readonly reason?: string | undefined;
};

/** The whole of a typed line: whoever is in it by name is read from it. */
const lineOf = ({ who, reason = "" }: Asked): string => {
  if (who === undefined || "account" in who) return reason;
  return `${/\s/.test(who.text) ? `"${who.text}"` : who.text} ${reason}`.trim();
};

/** Masked as it would be kept; nothing where nothing was written. */
const unsent = (written: string): Unsent => (written === "" ? {} : { written: withoutNumbers(written) });

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
    { receiver, value, written }: { readonly receiver: Person; readonly value: string; readonly written: string },
    at: Date,
  ): Promise<Outcome<Sent, Refused>> {
    const { site, person: giver } = who;
    const { name } = receiver;
    const reason = withoutNumbers(written);
    const { length } = reason;
    if (length < reasonLength.min || length > reasonLength.max) {
      const again = { receiver: receiver.id, value };
      return refuse({ refusal: { why: "length", ...reasonLength, length }, name, again, ...unsent(written) });
    }
    const [rules, place] = await Promise.all([rulesOf(site), roster.site(site)]);
    const day = dayAt(at, who.zone);
    const asked: Kudos = { id: newId(), site, giver, receiver: receiver.id, value, reason, at, day };
    const outcome = await store.give({ site, giver, ...lookedAt(day, rules) }, (now) => give(asked, now, rules));
    if (!outcome.ok) return refuse({ refusal: outcome.refusal, name, ...unsent(written) });
    const until = takeBackUntil(outcome.value.kudos, rules);
    const channel = place && channelFor(place, channelName);
    return done({
      ...outcome.value,
      receiver,
      rules,
      isMasked: reason !== written,
      ...(channel === undefined ? {} : { channel }),
      ...(until > at ? { until } : {}),
    });
  }

  async function leftFor(who: Who, rules: KudosConfig, at: Date): Promise<number> {
    const today = dayAt(at, who.zone);
    return leftOf(await store.sentBy(who.person, lookedAt(today, rules).sentFrom), today, rules);
  }

  /** Whom somebody means, and what they wrote beside that. */
  async function meant(site: SiteId, asked: Asked, values: KudosValues) {
    const { who, value, reason: rest = "" } = asked;
    if (value === undefined && (who === undefined || "text" in who))
      return namedIn(lineOf(asked), values, (text) => find(site, { text }));
    return { found: who === undefined ? refuse({ why: "whom" } as const) : await find(site, who), rest };
  }

  return {
    /** Thanks somebody who is meant by a name, a number or an account, for a value that is meant by a text. */
    async give(who: Who, asked: Asked, at: Date): Promise<Outcome<Sent, Refused | Unvalued>> {
      const { values } = await rulesOf(who.site);
      const { found, rest } = await meant(who.site, asked, values);
      const line = unsent(asked.value === undefined ? lineOf(asked) : rest);
      if (!found.ok) return refuse({ refusal: found.refusal, ...line });
      const receiver = found.value;
      const hindered = hindrance(who, receiver, at);
      if (hindered !== undefined) return refuse({ refusal: hindered, ...line });
      const text = asked.value;
      const told = text === undefined ? valueAt(values, rest) : { value: valueMeant(values, text), reason: rest };
      if (told?.value === undefined)
        return refuse({ why: "no-such-value", text, receiver, values, ...unsent(rest) } as const);
      return send(who, { receiver, value: told.value, written: told.reason }, at);
    },

    /** Thanks somebody by their id for a value by its id, as buttons carry them. */
    async giveTo(
      who: Who,
      asked: { readonly receiver: string; readonly value: string; readonly reason: string },
      at: Date,
    ): Promise<Outcome<Sent, Refused | Unvalued>> {
      const receiver = await roster.personById(asked.receiver);
      const hindered = hindrance(who, receiver, at);
      const written = unsent(asked.reason);
      if (receiver === undefined || hindered !== undefined)
        return refuse({ refusal: hindered ?? ({ why: "no-such-person" } as const), ...written });
      const { values } = await rulesOf(who.site);
      if (!Object.hasOwn(values, asked.value))
        return refuse({ why: "no-such-value", text: asked.value, receiver, values, ...written } as const);
      return send(who, { receiver, value: asked.value, written: asked.reason }, at);
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
