import type { Computed, KeptRevision, Revision, ScoreStore, Stretch } from "../features/scores/index.ts";
import type { DueDays } from "./score-store.ts";

type Kept = Stretch & KeptRevision & { readonly shared: boolean };

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A score as it is written down: to six decimals. */
const written = (score: Computed["score"]): Computed["score"] =>
  JSON.parse(
    JSON.stringify(score, (_, value) =>
      typeof value === "number" && !Number.isInteger(value) ? Number(value.toFixed(6)) : value,
    ),
  );

/** A person and period; keys sort as these do. */
const keyOf = ({ person, from, to }: Stretch) => `${person} ${from} ${to}`;
const byKey = (a: Stretch, b: Stretch) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)));

/** What is announced of a corrected score. */
export type Corrected = Stretch & { readonly is: "score-corrected"; readonly site: string };

export type KeptScores = Pick<
  ScoreStore,
  "keep" | "latest" | "revisions" | "changes" | "due" | "settle" | "sitesDue"
> & {
  /** Every correction that was announced, the first first. */
  readonly corrected: readonly Corrected[];
  readonly touch: (days: DueDays) => void;
};

/** Kept scores in memory, and what is due: the half of a score store that writes. */
export function keptScores(of: {
  readonly siteOf: (person: string) => string | undefined;
  readonly due: readonly DueDays[];
}): KeptScores {
  const kept = new Map<string, Kept[]>();
  const corrected: Corrected[] = [];
  let made = 0;
  const withId = (days: DueDays) => {
    made += 1;
    return { ...days, id: String(made) };
  };
  let open = of.due.map(withId);

  function keepOne({ cause, score, dataAsOf: _, ...one }: Computed, at: Date): Revision {
    const all = kept.get(keyOf(one)) ?? [];
    const latest = all.at(-1);
    const isSameCard = latest?.scorecard === one.scorecard && latest.version === one.version;
    const now = written(score);
    if (latest && (latest.at > at || (isSameCard && canonical(latest.score) === canonical(now)))) return latest;
    const revision = (latest?.revision ?? 0) + 1;
    const reason = latest === undefined ? "first" : isSameCard ? "data" : "scorecard";
    const next: Kept = { ...one, score: now, revision, reason, at, cause: latest === undefined ? {} : (cause ?? {}) };
    kept.set(keyOf(one), [...all, next]);
    const { person, from, to } = one;
    if (revision > 1) corrected.push({ is: "score-corrected", site: of.siteOf(person) ?? "", person, from, to });
    return next;
  }

  const revisionOf = ({ from: _from, to: _to, shared: _shared, ...revision }: Kept): KeptRevision => revision;

  return {
    corrected,
    touch: (days) => {
      open.push(withId(days));
    },
    keep: async (computed, at) =>
      computed
        .map((one) => keepOne(one, at))
        .map(({ person, revision, reason, at: when }) => ({ person, revision, reason, at: when })),
    latest: async (asked) =>
      asked.map((stretch) => {
        const last = kept.get(keyOf(stretch))?.at(-1);
        return last && revisionOf(last);
      }),
    revisions: async (stretch) => (kept.get(keyOf(stretch)) ?? []).map(revisionOf),
    changes: async (site, since, batch) =>
      [...kept.values()]
        .flatMap((all) =>
          all.slice(1).map(({ person, from, to, revision, reason, cause, at, score }, index) => {
            const before = all[index]?.score.points ?? Number.NaN;
            return { person, from, to, revision, reason, cause, at, before, after: score.points };
          }),
        )
        .filter(({ person }) => of.siteOf(person) === site)
        .filter(({ at, cause }) => at > since && (batch === undefined || cause.batch === batch))
        .sort((a, b) => b.at.getTime() - a.at.getTime() || byKey(a, b) || b.revision - a.revision),
    due: async (site) => {
      const here = open.filter((one) => one.site === site);
      const stale = [...kept.values()].flatMap((all) => {
        const [one] = all;
        if (one === undefined || of.siteOf(one.person) !== site) return [];
        const { person, from, to } = one;
        const over = here.filter((days) => days.from <= to && from <= days.to);
        const own = over.findLast((days) => days.person === person);
        const cause = (own ?? (all.some(({ shared }) => shared) ? over.at(-1) : undefined))?.cause;
        return cause === undefined ? [] : [{ person, from, to, cause }];
      });
      return { due: here.map(({ id, cause }) => ({ id, cause })), stale: stale.sort(byKey) };
    },
    settle: async (due) => {
      const done = new Set(due.map(({ id }) => id));
      open = open.filter(({ id }) => !done.has(id));
    },
    sitesDue: async () => [...new Set(open.map(({ site }) => site))].sort(),
  };
}
