import type { Notice, Touched } from "../features/notices/index.ts";
import { folded, openStates, type Suggestion, type SuggestionStore } from "../features/suggestions/index.ts";
import { done, refuse } from "../kernel/outcome.ts";

const byLatest = (a: Suggestion, b: Suggestion) => b.madeAt.getTime() - a.madeAt.getTime() || b.number - a.number;
const isShown = ({ author, madeAt }: Suggestion, hiddenFrom: Date) => author !== undefined || madeAt < hiddenFrom;
const isIn = (at: Date, from: Date, before: Date) => at >= from && at < before;

/** What was announced; with `tellAt` it is brought up to date from then on only. */
export type Announced = Notice | (Touched & { readonly tellAt?: Date });

/** Suggestions in memory that keep the same promises as the database; `outbox` is what was announced. */
export function suggestionsInMemory() {
  const kept = new Map<string, Omit<Suggestion, "votes">>();
  const votes = new Map<string, Map<string, Date>>();
  const outbox: Announced[] = [];
  let signed = 0;
  let drawn = 100_000;

  const votesOf = (id: string) => votes.get(id) ?? new Map<string, Date>();
  const full = (one: Omit<Suggestion, "votes">): Suggestion => ({ ...one, votes: votesOf(one.id).size });
  const find = (id: string) => {
    const one = kept.get(id);
    return one && full(one);
  };
  const all = () => [...kept.values()].map(full);

  const store: SuggestionStore = {
    async make(making, { since, most, hiddenFrom }, told) {
      const same = all()
        .filter(({ site, state }) => site === making.site && openStates.includes(state))
        .filter((one) => isShown(one, hiddenFrom))
        .sort((a, b) => a.number - b.number)
        .find(({ text }) => folded(text) === folded(making.text));
      if (same !== undefined) return refuse({ why: "same", suggestion: same });
      const isSigned = making.author !== undefined;
      const own = all().filter(({ author, madeAt }) => isSigned && author === making.author && madeAt >= since);
      if (own.length >= most) return refuse({ why: "too-many", most });
      if (isSigned) signed += 1;
      else drawn += 1;
      kept.set(making.id, { ...making, number: isSigned ? signed : drawn });
      const made = full({ ...making, number: isSigned ? signed : drawn });
      outbox.push(told(made));
      return done(made);
    },
    suggestion: async (id) => find(id),
    numbered: async (number) => all().find((one) => one.number === number),
    withCode: async (hash) => all().find(({ codeHash }) => codeHash === hash),
    madeBy: async (person, limit) =>
      all()
        .filter(({ author }) => author === person)
        .sort(byLatest)
        .slice(0, limit),
    async change(id, _, decide) {
      const now = find(id);
      if (now === undefined) return refuse({ why: "no-such-suggestion" });
      const decided = decide(now);
      if (!decided.ok) return decided;
      const { suggestion, notices = [], touched = [], tellAt } = decided.value;
      kept.set(id, suggestion);
      outbox.push(...notices, ...touched.map((one) => (tellAt === undefined ? one : { ...one, tellAt })));
      return done(suggestion);
    },
    async vote(id, { voter, isFor, at }, judge) {
      const now = find(id);
      if (now === undefined) return refuse({ why: "no-such-suggestion" });
      const judged = judge(now);
      if (!judged.ok) return judged;
      const cast = votesOf(id);
      if (cast.has(voter) === isFor) return done(now);
      if (isFor) cast.set(voter, at);
      else cast.delete(voter);
      votes.set(id, cast);
      outbox.push(...judged.value);
      return done({ ...now, votes: cast.size });
    },
    voters: async (id) =>
      [...votesOf(id)]
        .sort(([a, one], [b, two]) => one.getTime() - two.getTime() || (a < b ? -1 : 1))
        .map(([person]) => person),
    async list({ site, states, hiddenFrom, from, limit }) {
      const found = all()
        .filter((one) => one.site === site && states.includes(one.state))
        .filter((one) => isShown(one, hiddenFrom))
        .sort(byLatest);
      return { suggestions: found.slice(from, from + limit), all: found.length };
    },
    async madeBetween(site, from, before) {
      const votesThen = ({ id }: Suggestion) => [...votesOf(id).values()].filter((at) => at < before).length;
      return all()
        .filter((one) => one.site === site && isIn(one.madeAt, from, before) && one.state !== "withdrawn")
        .sort((a, b) => votesThen(b) - votesThen(a) || a.madeAt.getTime() - b.madeAt.getTime() || a.number - b.number);
    },
    movedBetween: async (site, from, before) =>
      all()
        .filter((one) => one.site === site && one.state !== "withdrawn")
        .filter(({ steps }) => steps.some(({ at }) => isIn(at, from, before))),
  };
  return { ...store, outbox: outbox as readonly Announced[], all };
}
