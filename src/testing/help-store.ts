import type { Entry, HelpRequest, KeptAnswer } from "../features/help/domain.ts";
import { numbered } from "../features/help/moves.ts";
import { isUnderWay } from "../features/help/states.ts";
import type { Changed, HelpStore, NewAnswer } from "../features/help/store.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import { done, refuse } from "../kernel/outcome.ts";

type Kept = { readonly request: HelpRequest; readonly words: readonly string[]; readonly entries: readonly Entry[] };
type Learnt = { readonly answer: KeptAnswer; readonly words: readonly string[] };
type Told = Pick<Changed, "notices" | "touched">;

const time = (at: Date | undefined) => at?.getTime() ?? 0;
const byLatest = (a: HelpRequest, b: HelpRequest) => time(b.openedAt) - time(a.openedAt) || b.number - a.number;
const isAnyOf = <T>(wanted: T | undefined, one: T | undefined) => wanted === undefined || wanted === one;

/** Help requests in memory that keep the same promises as the database; `outbox` is what was announced. */
export function helpInMemory() {
  const requests = new Map<string, Kept>();
  const answers = new Map<string, Learnt>();
  const outbox: (
    | { readonly is: "notice"; readonly notice: Notice }
    | { readonly is: "touched"; readonly touched: Touched }
  )[] = [];
  let asked = 0;
  let learnt = 0;

  const all = () => [...requests.values()].map(({ request }) => request);
  const allAnswers = () => [...answers.values()].map(({ answer }) => answer);

  function announce({ notices = [], touched = [] }: Told) {
    outbox.push(...notices.map((notice) => ({ is: "notice", notice }) as const));
    outbox.push(...touched.map((one) => ({ is: "touched", touched: one }) as const));
  }

  const learntFrom = (id: string) => allAnswers().find(({ request }) => request === id);

  function propose({ words, ...made }: NewAnswer & { readonly words: readonly string[] }) {
    const other = made.request === undefined ? undefined : learntFrom(made.request);
    const known = other && other.id !== made.id ? answers.get(other.id) : undefined;
    if (known !== undefined) {
      const { request: _, ...answer } = known.answer;
      answers.set(answer.id, { ...known, answer });
    }
    const before = answers.get(made.id)?.answer;
    if (before === undefined) learnt += 1;
    const { number = learnt, solved = 0 } = before ?? {};
    answers.set(made.id, { answer: { ...made, number, solved }, words });
  }

  function count(id: string) {
    const known = answers.get(id);
    if (known === undefined) return;
    answers.set(id, { ...known, answer: { ...known.answer, solved: known.answer.solved + 1 } });
  }

  function keep(kept: Kept, changed: Changed): HelpRequest {
    const { request, entries = [], notices = [], touched = [], answer, solvedBy } = changed;
    const isSaid =
      entries.length + notices.length + touched.length > 0 || answer !== undefined || solvedBy !== undefined;
    if (request === kept.request && !isSaid) return request;
    const next = { ...request, version: kept.request.version + 1 };
    const said = [...kept.entries, ...numbered(entries, kept.entries.length)];
    requests.set(next.id, { ...kept, request: next, entries: said });
    if (answer !== undefined) propose(answer);
    if (solvedBy !== undefined) count(solvedBy);
    announce(changed);
    return next;
  }

  const store: HelpStore = {
    async ask({ words, ...asking }, since, merge, told) {
      const open = [...requests.values()]
        .filter(({ request }) => request.asker === asking.asker && request.openedAt >= since)
        .filter(({ request }) => isUnderWay(request.state))
        .sort((a, b) => byLatest(a.request, b.request));
      for (const kept of open) {
        const merged = merge(kept.request, kept.words);
        if (merged !== undefined) return { request: keep(kept, merged), isMerged: true };
      }
      asked += 1;
      const request: HelpRequest = { ...asking, number: asked, version: 1 };
      requests.set(request.id, { request, words, entries: [] });
      announce(told(request));
      return { request, isMerged: false };
    },

    request: async (id) => requests.get(id)?.request,
    requestNumbered: async (number) => all().find((one) => one.number === number),
    entries: async (id) => requests.get(id)?.entries ?? [],
    async find({ site, states, category, asker, claimer, isLive, words = [], from, limit }) {
      const found = all()
        .filter((one) => one.site === site && (states?.includes(one.state) ?? true))
        .filter((one) => isAnyOf(category, one.category) && isAnyOf(isLive, one.isLive))
        .filter((one) => isAnyOf(asker, one.asker) && isAnyOf(claimer, one.claimer))
        .filter(({ id }) => words.every((word) => requests.get(id)?.words.includes(word)))
        .sort(byLatest);
      return { requests: found.slice(from, from + limit), all: found.length };
    },
    openedBetween: async (site, from, before) =>
      [...requests.values()]
        .filter(({ request }) => request.site === site && request.openedAt >= from && request.openedAt < before)
        .sort((a, b) => byLatest(b.request, a.request))
        .map(({ request, words }) => ({ request, words })),

    due: async (at, limit) =>
      all()
        .filter(({ nextAt }) => nextAt !== undefined && nextAt <= at)
        .sort((a, b) => time(a.nextAt) - time(b.nextAt) || a.number - b.number)
        .slice(0, limit),
    async change(id, _, decide) {
      const kept = requests.get(id);
      if (kept === undefined) return refuse({ why: "no-such-request" });
      const decided = decide(kept.request, kept.entries, learntFrom(id));
      return decided.ok ? done(keep(kept, decided.value)) : decided;
    },

    answer: async (id) => answers.get(id)?.answer,
    answerNumbered: async (number) => allAnswers().find((one) => one.number === number),
    async answers(site, states, { from, limit }) {
      const found = allAnswers()
        .filter((one) => one.site === site && states.includes(one.state))
        .sort((a, b) => b.number - a.number);
      return { answers: found.slice(from, from + limit), all: found.length };
    },
    alike: async (site, words, least, limit) =>
      [...answers.values()]
        .filter(({ answer }) => answer.site === site && answer.state === "approved")
        .map(({ answer, words: own }) => ({ answer, shared: own.filter((word) => words.includes(word)).length }))
        .filter(({ shared }) => shared >= Math.max(1, least))
        .sort((a, b) => b.shared - a.shared || b.answer.solved - a.answer.solved || b.answer.number - a.answer.number)
        .slice(0, limit)
        .map(({ answer }) => answer),
    async changeAnswer(id, _, decide) {
      const known = answers.get(id);
      if (known === undefined) return refuse({ why: "no-such-answer" });
      const decided = decide(known.answer);
      if (!decided.ok) return decided;
      const { answer, words = known.words, ...told } = decided.value;
      answers.set(id, { answer, words });
      announce(told);
      return done(answer);
    },
  };

  return { ...store, outbox, all };
}
