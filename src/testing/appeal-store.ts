import type { Appeal, AppealConfig, AppealStore, Before, Decided, Precedent } from "../features/appeals/index.ts";
import { isOver, usualConfig } from "../features/appeals/index.ts";
import type { Evaluation, Restatement } from "../features/evaluations/index.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import { anId } from "./builders.ts";

/** The evaluations that appeals are about: how they stand, and what putting one right does. */
export type Shelf = { all(): readonly Evaluation[]; restate(restatement: Restatement): void };

type Kept = { readonly appeal: Appeal; readonly nextAt?: Date | undefined };

const precedentsOf = (appeal: Appeal): readonly Precedent[] =>
  (appeal.decision?.items ?? []).map(({ item, outcome, code, original, decided, reasons }) => ({
    appeal: appeal.id,
    number: appeal.number,
    site: appeal.site,
    form: appeal.form,
    item,
    kind: appeal.kind,
    outcome,
    code,
    original,
    decided,
    reasons,
    at: appeal.decision?.at ?? appeal.filedAt,
  }));

const wordsOf = ({ item, form, kind, reasons }: Precedent): string =>
  [item, form, kind, ...reasons].join(" ").normalize("NFKC").toLowerCase();

/** Appeals in memory that keep the same promises as the database; `notices` and `touched` are what was announced. */
export function appealsInMemory(shelf: Shelf, config: Partial<AppealConfig> = {}) {
  const kept = new Map<string, Kept>();
  const files = new Map<string, { readonly name: string; readonly content: Uint8Array }>();
  const notices: Notice[] = [];
  const touched: Touched[] = [];
  let made = 0;

  const all = () => [...kept.values()].map(({ appeal }) => appeal);
  const latestFirst = (a: Appeal, b: Appeal) => b.filedAt.getTime() - a.filedAt.getTime() || b.number - a.number;
  const evaluationOf = (id: string) => shelf.all().find((one) => one.id === id);
  const before = (appeal: Appeal): Before => ({ appeal, evaluation: evaluationOf(appeal.evaluation) });
  const of = (evaluation: string) => all().filter((one) => one.evaluation === evaluation);

  function save({ appeal, nextAt, restatement, ...told }: Decided): Appeal {
    kept.set(appeal.id, { appeal, nextAt });
    if (restatement !== undefined) {
      shelf.restate(restatement);
      touched.push({ kind: "evaluation", site: appeal.site, period: appeal.evaluation });
    }
    notices.push(...told.notices);
    touched.push(...told.touched);
    return appeal;
  }

  const precedents = () =>
    all()
      .flatMap(precedentsOf)
      .sort((a, b) => b.at.getTime() - a.at.getTime());

  const store: AppealStore = {
    configOf: async () => ({ ...usualConfig, ...config }),
    appeal: async (id) => kept.get(id)?.appeal,
    numbered: async (site, number) => all().find((one) => one.site === site && one.number === number),
    filedBy: async (agent, limit) =>
      all()
        .filter((one) => one.agent === agent)
        .sort(latestFirst)
        .slice(0, limit),
    waitingFor: async (person) =>
      all()
        .filter((one) => !isOver(one.state))
        .filter((one) => waits(one, person))
        .sort((a, b) => latestFirst(b, a)),
    openOf: async (teams) =>
      all().filter(({ state, team }) => !isOver(state) && team !== undefined && teams.includes(team)),
    pendingOf: async (agents) =>
      new Map(
        agents.map(
          (agent) => [agent, all().filter((one) => one.agent === agent && !isOver(one.state)).length] as const,
        ),
      ),
    async file(id, decide) {
      const evaluation = evaluationOf(id);
      if (evaluation === undefined) return { ok: false, refusal: { why: "gone" } };
      const own = of(id);
      const open = own
        .filter(({ state }) => !isOver(state))
        .flatMap(({ challenges, number }) => challenges.map(({ item }) => [item, number] as const));
      const decided = own
        .filter(({ decision }) => decision !== undefined)
        .sort((a, b) => latestFirst(b, a))
        .flatMap((one) => one.challenges.map(({ item }) => [item, one] as const));
      const outcome = decide({ number: made + 1, evaluation, open: new Map(open), decided: new Map(decided) });
      if (!outcome.ok) return outcome;
      made += 1;
      return { ok: true, value: save(outcome.value) };
    },
    async change(id, decide) {
      const now = kept.get(id);
      if (now === undefined) return { ok: false, refusal: { why: "gone" } };
      const outcome = decide(before(now.appeal));
      return outcome.ok ? { ok: true, value: save(outcome.value) } : outcome;
    },
    async sweep(now, limit, gather) {
      const isDue = ({ nextAt }: Kept) => nextAt !== undefined && nextAt <= now;
      const due = [...kept.values()]
        .filter(isDue)
        .sort((a, b) => (a.nextAt?.getTime() ?? 0) - (b.nextAt?.getTime() ?? 0))
        .slice(0, limit);
      if (due.length === 0) return 0;
      const judge = await gather(due.map(({ appeal }) => appeal));
      for (const { appeal } of due) {
        const still = kept.get(appeal.id);
        if (still !== undefined && isDue(still)) save(judge(before(still.appeal)));
      }
      return due.length;
    },
    precedents: async (site, words, limit) =>
      precedents()
        .filter((one) => one.site === site && words.every((word) => wordsOf(one).includes(word)))
        .slice(0, limit),
    similar: async (site, form, item, limit) =>
      precedents()
        .filter((one) => one.site === site && one.form === form && one.item === item)
        .slice(0, limit),
    outcomes: async (site, since) =>
      all().flatMap((appeal) =>
        precedentsOf(appeal)
          .filter((one) => one.site === site && one.at >= since)
          .map(({ item, form, outcome, code, at }) => ({
            appeal: appeal.id,
            agent: appeal.agent,
            ...(appeal.scorer === undefined ? {} : { scorer: appeal.scorer }),
            ...(appeal.team === undefined ? {} : { team: appeal.team }),
            form,
            item,
            outcome,
            code,
            decidedAt: at,
          })),
      ),
    courses: async (site, since) =>
      all().flatMap(({ filedAt, team, decision, seats, site: of }) =>
        of !== site || decision === undefined || decision.at < since
          ? []
          : [
              {
                filedAt,
                decidedAt: decision.at,
                ...(team === undefined ? {} : { team }),
                ...(seats[0] === undefined ? {} : { panelAt: panelAt(seats) }),
              },
            ],
      ),
    async keepFile(file) {
      const id = anId(8000 + files.size);
      files.set(id, file);
      return id;
    },
    readFile: async (id) => files.get(id),
  };
  return { ...store, notices, touched, all };
}

/** Whether an appeal waits for somebody: at their desk, for their vote, or for their grounds. */
function waits({ desk, seats, state, scorer, statement, challenges }: Appeal, person: string): boolean {
  const isPanel = state === "panel";
  const votes = seats.some(
    ({ holder, isMissed, ballots }) => holder === person && !isMissed && ballots.length < challenges.length,
  );
  return (isPanel ? votes : desk === person) || (scorer === person && statement === undefined);
}

const panelAt = (seats: Appeal["seats"]): Date => new Date(Math.min(...seats.map(({ time }) => time.since.getTime())));
