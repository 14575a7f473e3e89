import type {
  Ballot,
  CalledContact,
  Draft,
  GoodCall,
  GoodCallStore,
  Nomination,
  Opening,
} from "../features/good-calls/index.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import type { SiteId } from "../features/people/index.ts";
import { done, refuse } from "../kernel/outcome.ts";

/** Contacts that a store of good calls knows; of Leeds unless they say otherwise. */
export type KnownContact = CalledContact & { readonly site?: SiteId };

const isOpen = ({ state }: GoodCall) => state === "voting" || state === "consent" || state === "accepted";
const time = (at: Date | undefined) => at?.getTime() ?? 0;
const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** Good calls in memory that keep the same promises as the database; `outbox` is what was announced. */
export function goodCallsInMemory({ contacts = [] }: { readonly contacts?: readonly KnownContact[] } = {}) {
  const calls = new Map<string, GoodCall>();
  const words = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  const ballots = new Map<string, Map<string, Ballot>>();
  const openings = new Map<string, Opening>();
  const outbox: (
    | { readonly is: "notice"; readonly notice: Notice }
    | { readonly is: "touched"; readonly touched: Touched }
  )[] = [];
  let made = 0;

  const all = () => [...calls.values()];
  const votesOn = (id: string) =>
    [...(ballots.get(id)?.values() ?? [])].sort((a, b) => time(a.at) - time(b.at) || byText(a.voter, b.voter));
  function inTheWay({ site, contact, nominator }: Nomination) {
    const same = all().filter(
      (one) => one.site === site && one.contact.source === contact.source && one.contact.sourceId === contact.sourceId,
    );
    return same.find(isOpen) ?? same.find(({ state, agent }) => state === "declined" && agent !== nominator);
  }
  function dropDraftsOf(person: string) {
    for (const { id, nominator } of drafts.values()) if (nominator === person) drafts.delete(id);
  }

  const store: GoodCallStore = {
    contactsCalled: async (site, text) =>
      contacts
        .filter((one) => (one.site ?? "leeds") === site)
        .filter(({ sourceId }) => [text, text.toUpperCase(), text.toLowerCase()].includes(sourceId))
        .map(({ site: _, ...contact }) => contact)
        .sort((a, b) => byText(a.source, b.source) || byText(a.sourceId, b.sourceId)),

    async saveDraft(draft) {
      dropDraftsOf(draft.nominator);
      drafts.set(draft.id, draft);
    },
    draft: async (id) => drafts.get(id),
    async nominate(nomination, { since, most }, told) {
      const { words: own, ...rest } = nomination;
      const known = inTheWay(nomination);
      if (known !== undefined) return refuse({ why: "put-forward", call: known });
      const recent = all().filter((one) => one.nominator === rest.nominator && one.nominatedAt >= since);
      if (recent.length >= most) return refuse({ why: "too-many", most });
      made += 1;
      const call: GoodCall = { ...rest, number: made };
      dropDraftsOf(call.nominator);
      calls.set(call.id, call);
      words.set(call.id, own);
      outbox.push({ is: "notice", notice: told(call) });
      return done(call);
    },

    goodCall: async (id) => calls.get(id),
    goodCallNumbered: async (number) => all().find((one) => one.number === number),
    nominationsOf: async (person, limit) =>
      all()
        .filter(({ nominator }) => nominator === person)
        .sort((a, b) => time(b.nominatedAt) - time(a.nominatedAt) || b.number - a.number)
        .slice(0, limit),

    due: async (at, limit) =>
      all()
        .filter(({ nextAt }) => nextAt !== undefined && nextAt <= at)
        .sort((a, b) => time(a.nextAt) - time(b.nextAt) || a.number - b.number)
        .slice(0, limit)
        .map(({ id }) => id),
    async change(id, _, decide) {
      const now = calls.get(id);
      if (now === undefined) return refuse({ why: "no-such-call" });
      const decided = decide(now, votesOn(id));
      if (!decided.ok) return decided;
      const { call, notices = [], touched = [] } = decided.value;
      calls.set(id, call);
      outbox.push(...notices.map((notice) => ({ is: "notice", notice }) as const));
      outbox.push(...touched.map((one) => ({ is: "touched", touched: one }) as const));
      return done(call);
    },
    async vote(id, ballot, judge) {
      const now = calls.get(id);
      if (now === undefined) return refuse({ why: "no-such-call" });
      const judged = judge(now);
      if (!judged.ok) return judged;
      const cast = ballots.get(id) ?? new Map<string, Ballot>();
      if (cast.get(ballot.voter)?.isFor !== ballot.isFor) cast.set(ballot.voter, ballot);
      ballots.set(id, cast);
      return done(now);
    },
    votes: async (id) => votesOn(id),

    async library({ site, terms, skill, from, limit }) {
      const found = all()
        .filter((one) => one.site === site && one.state === "accepted")
        .filter((one) => skill === undefined || one.skills.includes(skill))
        .filter(({ id }) => terms.every((term) => words.get(id)?.includes(term)))
        .sort((a, b) => time(b.acceptedAt) - time(a.acceptedAt) || b.number - a.number);
      return { calls: found.slice(from, from + limit), all: found.length };
    },
    acceptedBetween: async (site, from, before) =>
      all()
        .filter((one) => one.site === site && one.state === "accepted")
        .filter(({ acceptedAt }) => acceptedAt !== undefined && acceptedAt >= from && acceptedAt < before)
        .sort((a, b) => time(a.acceptedAt) - time(b.acceptedAt) || a.number - b.number),

    async addOpening(opening) {
      openings.set(opening.hash, opening);
    },
    opening: async (hash) => openings.get(hash),
    async countOpening(hash, at, most) {
      const known = openings.get(hash);
      if (known === undefined || known.times >= most) return false;
      openings.set(hash, { openedAt: at, ...known, times: known.times + 1 });
      return true;
    },
    async heard(id, limit) {
      const opened = [...openings.values()].filter(({ call, times }) => call === id && times > 0);
      const latest = opened
        .sort((a, b) => time(b.openedAt) - time(a.openedAt) || byText(a.hash, b.hash))
        .slice(0, limit)
        .flatMap(({ person, openedAt, times }) => (openedAt === undefined ? [] : [{ person, openedAt, times }]));
      const times = opened.reduce((sum, one) => sum + one.times, 0);
      return { times, people: new Set(opened.map(({ person }) => person)).size, latest };
    },
  };

  return { ...store, outbox, all, openings: () => [...openings.values()] };
}
