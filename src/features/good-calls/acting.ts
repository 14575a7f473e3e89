import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, startOfDay, startOfMonth } from "../../kernel/time.ts";
import { channelFor, type Person, type Site, type SiteId } from "../people/index.ts";
import {
  answeredBy,
  type DecideRefusal,
  ended,
  mayVote,
  standsInFor,
  takenBack,
  type VoteRefusal,
} from "./deciding.ts";
import type { GoodCallsDeps } from "./deps.ts";
import { type CalledContact, callName, type Draft, type GoodCall } from "./domain.ts";
import { isMeant, markOf, type NominateRefusal, nominated, type Said } from "./nominating.ts";
import { changed, voteNotice } from "./notices.ts";
import type { Who } from "./roster.ts";
import type { NoSuchCall } from "./store.ts";

/** A call that was put forward, or the contacts of one number of which one has to be chosen first. */
export type Nominated =
  | { readonly is: "nominated"; readonly call: GoodCall; readonly agent: Person }
  | { readonly is: "choose"; readonly draft: Draft; readonly contacts: readonly CalledContact[] };

/** So many calls are looked at in one sweep. */
const mostInSweep = 200;

/** What people do with good calls. */
export function acting({ store, roster, rules, audit, newId }: GoodCallsDeps) {
  async function siteOf(id: SiteId): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new Error(`no site ${id}`);
    return site;
  }

  /** Notes that somebody looked up contacts of others, whatever they are answered. */
  async function noteLookUp(who: Who, contacts: readonly CalledContact[], at: Date): Promise<void> {
    for (const { agent: subject, source, sourceId } of contacts) {
      if (subject === undefined || subject === who.person) continue;
      const detail = { source, contact: sourceId };
      await audit.record({ at, actor: who.person, action: "look up contact", subject, detail });
    }
  }

  async function putForward(
    who: Who,
    site: Site,
    { id, contact, said }: { readonly id: string; readonly contact: CalledContact; readonly said: Said },
    at: Date,
  ): Promise<Outcome<Nominated, NominateRefusal>> {
    const agent = contact.agent === undefined ? undefined : await roster.personById(contact.agent);
    const config = await rules(site.id);
    const nominator = { id: who.person, name: who.name };
    const judged = nominated({ id, site, contact, agent, nominator, said, rules: config, at });
    if (!judged.ok) return judged;
    if (agent === undefined) return refuse({ why: "agent-left" });
    const since = startOfDay(startOfMonth(dayAt(at, site.zone)), site.zone);
    const made = await store.nominate(judged.value, { since, most: config.mostPerMonth }, (call) =>
      voteNotice(call, at),
    );
    if (!made.ok) return made;
    if (agent.id !== who.person) {
      const detail = { call: callName(made.value) };
      await audit.record({ at, actor: who.person, action: "nominate call", subject: agent.id, detail });
    }
    return done({ is: "nominated", call: made.value, agent });
  }

  async function endOne(id: string, at: Date): Promise<void> {
    const call = await store.goodCall(id);
    if (call === undefined) return;
    const [site, agent, config] = await Promise.all([
      siteOf(call.site),
      roster.personById(call.agent),
      rules(call.site),
    ]);
    await store.change<never>(id, at, (now, votes) =>
      done(changed(now, ended(now, { votes, agent, site, rules: config, at }), at)),
    );
  }

  return {
    /** Puts a call of one's own site to the vote, or keeps what was said of it where several have its number. */
    async nominate(
      who: Who,
      { called: text, ...said }: Said & { readonly called: string },
      at: Date,
    ): Promise<Outcome<Nominated, NominateRefusal>> {
      const called = text.normalize("NFKC").trim().replace(/^#/, "");
      const site = await siteOf(who.site);
      if (channelFor(site, "goodCalls") === undefined) return refuse({ why: "no-channel" });
      const found = await store.contactsCalled(who.site, called);
      await noteLookUp(who, found, at);
      const contacts = found.filter((one) => isMeant(one, said));
      const [contact, ...others] = contacts;
      if (contact === undefined) return refuse({ why: "no-such-contact", text: called });
      if (others.length === 0) return putForward(who, site, { id: newId(), contact, said }, at);
      const { markS, ...rest } = said;
      const own = { id: newId(), site: site.id, nominator: who.person, called, at };
      const draft: Draft = { ...own, ...rest, ...(markS === undefined ? {} : { markS }) };
      await store.saveDraft(draft);
      return done({ is: "choose", draft, contacts });
    },

    /** Puts forward the contact that a draft was about, once however often it is chosen. */
    async choose(
      who: Who,
      { draft: id, contact: mark }: { readonly draft: string; readonly contact: string },
      at: Date,
    ): Promise<Outcome<Nominated, NominateRefusal>> {
      const draft = await store.draft(id);
      if (draft === undefined || draft.nominator !== who.person) {
        const call = await store.goodCall(id);
        const agent = call && (await roster.personById(call.agent));
        if (call?.nominator !== who.person || agent === undefined) return refuse({ why: "draft-gone" });
        return done({ is: "nominated", call, agent });
      }
      const found = await store.contactsCalled(who.site, draft.called);
      const contact = found.find((one) => markOf(one) === mark && isMeant(one, draft));
      if (contact === undefined) return refuse({ why: "draft-gone" });
      await noteLookUp(who, [contact], at);
      return putForward(who, await siteOf(draft.site), { id, contact, said: draft }, at);
    },

    /** Counts the asker's vote, in place of their earlier one. */
    vote: (who: Who, id: string, isFor: boolean, at: Date): Promise<Outcome<GoodCall, VoteRefusal | NoSuchCall>> =>
      store.vote(id, { voter: who.person, isFor, at }, (call) => mayVote(call, who, at)),

    /** The agent's answer to whether a call of theirs may enter the library. */
    answer: (who: Who, id: string, isYes: boolean, at: Date): Promise<Outcome<GoodCall, DecideRefusal | NoSuchCall>> =>
      store.change(id, at, (now) => {
        const outcome = answeredBy(now, { person: who.person, isYes, at });
        return outcome.ok ? done(changed(now, outcome.value, at)) : outcome;
      }),

    /** Takes a call back: its nominator while the vote is open; out of the library its agent, or an admin for a leaver. */
    async takeBack(who: Who, id: string, at: Date): Promise<Outcome<GoodCall, DecideRefusal | NoSuchCall>> {
      const known = await store.goodCall(id);
      if (known === undefined) return refuse({ why: "no-such-call" });
      const { person: actor, zone } = who;
      const isStandIn = standsInFor(await roster.personById(known.agent), known, who, dayAt(at, zone));
      const outcome = await store.change(id, at, (now) => {
        const back = takenBack(now, { person: actor, isStandIn });
        return back.ok ? done(changed(now, back.value, at)) : back;
      });
      if (outcome.ok && isStandIn && known.state === "accepted") {
        const detail = { call: callName(known) };
        await audit.record({ at, actor, action: "take out good call", subject: known.agent, detail });
      }
      return outcome;
    },

    /** Ends votes and waits for consent that are due; a fault in one keeps none of the others. */
    async sweep(at: Date): Promise<void> {
      const faults: unknown[] = [];
      for (const id of await store.due(at, mostInSweep)) {
        await endOne(id, at).catch((error: unknown) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}
