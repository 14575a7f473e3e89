import type { Who as Called } from "../../chat/param.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addMonths, dayAt, type LocalDate, startOfDay, startOfMonth } from "../../kernel/time.ts";
import { channelFor, isHere, type Person, type Site, type SiteId } from "../people/index.ts";
import { codeBytes, codeIn, codeOf, hashOf } from "./codes.ts";
import {
  type AuthorRefusal,
  added,
  type Claim,
  type DecideRefusal,
  decided,
  followedBy,
  mayVote,
  type OwnRefusal,
  owned,
  undone,
  type VoteRefusal,
  withdrawn,
} from "./deciding.ts";
import type { SuggestionsDeps } from "./deps.ts";
import { asShown, isHidden, type Suggestion } from "./domain.ts";
import { limiter } from "./limiting.ts";
import { changed, postNotice, postTouched, shownFrom } from "./notices.ts";
import type { NotFound, Who } from "./roster.ts";
import type { Decision } from "./states.ts";
import type { Changed, Making, NoSuchSuggestion, NotMade } from "./store.ts";

/** A suggestion as its author sees it once it is made; the code of an anonymous one is told here and never again. */
export type Made = {
  readonly suggestion: Suggestion;
  /** Where everybody sees it, if the site has a channel. */
  readonly channel?: string;
} & ({ readonly is: "signed" } | { readonly is: "anonymous"; readonly code: string; readonly shownAt: Date });

export type MakeRefusal =
  | Extract<NotMade, { readonly why: "same" }>
  | { readonly why: "too-many-signed"; readonly most: number; readonly from: LocalDate }
  | { readonly why: "too-many-anonymous"; readonly most: number };

type Reasoned = { readonly suggestion: string; readonly reason?: string | undefined };
type Coded = { readonly suggestion: string; readonly code?: string | undefined };

const claimOf = ({ person }: Who, code: string | undefined): Claim => {
  const right = code === undefined ? undefined : codeIn(code);
  return right === undefined ? { person } : { person, hash: hashOf(right) };
};

/** What people do with suggestions. */
export function acting({ store, roster, find, rules, newId, random }: SuggestionsDeps) {
  const anonymous = limiter(random);

  async function siteOf(id: SiteId): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new Error(`no site ${id}`);
    return site;
  }

  /** What somebody may do with a suggestion that is shown to them; one that is hidden still is not there. */
  const ifShown =
    <T, R>({ zone }: Who, at: Date, judge: (now: Suggestion) => Outcome<T, R>) =>
    (now: Suggestion): Outcome<T, R | NoSuchSuggestion> =>
      isHidden(now, startOfDay(dayAt(at, zone), zone)) ? refuse({ why: "no-such-suggestion" }) : judge(now);

  const change = <R>(
    who: Who,
    id: string,
    at: Date,
    decide: (now: Suggestion) => Outcome<Suggestion, R>,
  ): Promise<Outcome<Suggestion, R | NoSuchSuggestion>> =>
    store.change(
      id,
      at,
      ifShown(who, at, (now) => {
        const outcome = decide(now);
        return outcome.ok ? done(changed(now, outcome.value, { at, by: who.person, zone: who.zone })) : outcome;
      }),
    );

  /** Its author changes it. Of an anonymous one's hour nothing is kept: its time is the day, and it is told the next morning. */
  async function byAuthor(
    id: string,
    at: Date,
    does: (now: Suggestion, at: Date, today: LocalDate) => Outcome<Suggestion, AuthorRefusal>,
  ): Promise<Outcome<Suggestion, AuthorRefusal | NoSuchSuggestion>> {
    const known = await store.suggestion(id);
    if (known === undefined) return refuse({ why: "no-such-suggestion" });
    const { zone } = await siteOf(known.site);
    const today = dayAt(at, zone);
    const isAnonymous = known.author === undefined;
    const time = isAnonymous ? startOfDay(today, zone) : at;
    const tellAt = isAnonymous ? shownFrom(today, zone) : undefined;
    return store.change(id, time, (now) => {
      const outcome = does(now, time, today);
      return outcome.ok ? done(changed(now, outcome.value, { at: time, zone, tellAt })) : outcome;
    });
  }

  return {
    /** Makes a suggestion, signed by the asker or anonymous: then nothing that is kept leads to them. */
    async make(
      who: Who,
      { text, isSigned }: { readonly text: string; readonly isSigned: boolean },
      at: Date,
    ): Promise<Outcome<Made, MakeRefusal>> {
      const [site, { signedPerMonth, anonymousPerDay }] = await Promise.all([siteOf(who.site), rules(who.site)]);
      const today = dayAt(at, site.zone);
      const code = codeOf(random(codeBytes));
      const madeAt = isSigned ? at : startOfDay(today, site.zone);
      const making: Making = {
        id: newId(),
        site: site.id,
        ...(isSigned ? { author: who.person } : { codeHash: hashOf(code) }),
        state: "new",
        text: withoutNumbers(text),
        additions: [],
        steps: [],
        followers: [],
        madeAt,
        changedAt: madeAt,
      };
      const since = startOfDay(startOfMonth(today), site.zone);
      const limit = { since, most: signedPerMonth, hiddenFrom: startOfDay(today, site.zone) };
      const make = () => store.make(making, limit, (one) => postNotice(one, today, site));
      const made = await (isSigned
        ? make()
        : anonymous.within({ person: who.person, on: today, most: anonymousPerDay }, make));
      if (!made.ok) {
        const { refusal } = made;
        if (refusal.why === "same") return refuse({ ...refusal, suggestion: asShown(refusal.suggestion, today) });
        if (refusal.why === "too-many-anonymous") return refuse(refusal);
        return refuse({ why: "too-many-signed", most: signedPerMonth, from: addMonths(startOfMonth(today), 1) });
      }
      const suggestion = made.value;
      const channel = channelFor(site, "suggestions");
      const where = channel === undefined ? {} : { channel };
      if (isSigned) return done({ is: "signed", suggestion, ...where });
      return done({ is: "anonymous", suggestion, code, shownAt: shownFrom(today, site.zone), ...where });
    },

    /** Gives the asker's vote or takes it back; giving it twice is giving it once. */
    vote: (
      who: Who,
      id: string,
      isFor: boolean,
      at: Date,
    ): Promise<Outcome<Suggestion, VoteRefusal | NoSuchSuggestion>> =>
      store.vote(
        id,
        { voter: who.person, isFor, at },
        ifShown(who, at, (now) => {
          const may = mayVote(now, who);
          return may.ok ? done([postTouched(now)]) : may;
        }),
      ),

    /** Has the asker told of a suggestion without a vote, or no longer. */
    follow: (
      who: Who,
      id: string,
      isOn: boolean,
      at: Date,
    ): Promise<Outcome<Suggestion, VoteRefusal | NoSuchSuggestion>> =>
      store.change(
        id,
        at,
        ifShown(who, at, (now): Outcome<Changed, VoteRefusal> => {
          const followed = followedBy(now, who, isOn);
          return followed.ok ? done({ suggestion: followed.value }) : followed;
        }),
      ),

    /** Makes the asker its owner. */
    async take(who: Who, id: string, at: Date): Promise<Outcome<Suggestion, OwnRefusal | NoSuchSuggestion>> {
      const [self] = await roster.peopleById([who.person]);
      if (self === undefined) throw new Error("nobody takes a suggestion");
      return change(who, id, at, (now) => owned(now, { by: who, to: self, isHere: true }));
    },

    /** Gives it an owner who is meant by a name, a number or an account. */
    async give(
      who: Who,
      { suggestion, to: called }: { readonly suggestion: string; readonly to: Called },
      at: Date,
    ): Promise<
      Outcome<{ readonly suggestion: Suggestion; readonly owner: Person }, OwnRefusal | NoSuchSuggestion | NotFound>
    > {
      const found = await find(who.site, called);
      if (!found.ok) return found;
      const owner = found.value;
      const here = isHere(owner, dayAt(at, who.zone));
      const outcome = await change(who, suggestion, at, (now) => owned(now, { by: who, to: owner, isHere: here }));
      return outcome.ok ? done({ suggestion: outcome.value, owner }) : outcome;
    },

    /** Moves a suggestion on, with a reason. */
    decide: (
      who: Who,
      { suggestion, to, reason }: Reasoned & { readonly to: Decision },
      at: Date,
    ): Promise<Outcome<Suggestion, DecideRefusal | NoSuchSuggestion>> =>
      change(who, suggestion, at, (now) => decided(now, { to, by: who, reason: reason && withoutNumbers(reason), at })),

    /** Takes the last step back. */
    undo: (
      who: Who,
      { suggestion, reason }: Reasoned,
      at: Date,
    ): Promise<Outcome<Suggestion, DecideRefusal | NoSuchSuggestion>> =>
      change(who, suggestion, at, (now) => undone(now, { by: who, reason: reason && withoutNumbers(reason), at })),

    /** Adds words of its author. */
    add: (who: Who, { suggestion, code, text }: Coded & { readonly text: string }, at: Date) =>
      byAuthor(suggestion, at, (now, _, today) =>
        added(now, { claim: claimOf(who, code), text: withoutNumbers(text), day: today }),
      ),

    /** Withdraws it for its author. */
    withdraw: (who: Who, { suggestion, code }: Coded, at: Date) =>
      byAuthor(suggestion, at, (now, time) => withdrawn(now, { claim: claimOf(who, code), at: time })),
  };
}
