import type { Award, AwardStore, PastWin, Told } from "../features/awards/index.ts";
import type { Notice, Touched } from "../features/notices/index.ts";

/** Awards in memory that keep the same promises as the database; `outbox` is what was announced, in order. */
export function awardsInMemory(given: readonly Award[] = []) {
  const kept = new Map(given.map((award) => [award.id, award]));
  const outbox: (
    | { readonly is: "notice"; readonly notice: Notice }
    | { readonly is: "touched"; readonly touched: Touched }
  )[] = [];
  let made = Math.max(0, ...given.map(({ number }) => number));

  const announce = ({ notices = [], touched = [] }: Told) => {
    outbox.push(...notices.map((notice) => ({ is: "notice", notice }) as const));
    outbox.push(...touched.map((one) => ({ is: "touched", touched: one }) as const));
  };
  type Of = Pick<Award, "site" | "rule" | "from" | "to"> & { readonly team?: string | undefined };
  const isOf = (a: Of, b: Of) =>
    a.site === b.site && a.rule === b.rule && a.from === b.from && a.to === b.to && (a.team ?? "") === (b.team ?? "");
  const turns = (of: Of) => [...kept.values()].filter((one) => isOf(one, of)).sort((a, b) => a.turn - b.turn);
  const decidedAt = ({ decision, proposedAt }: Award) => (decision?.at ?? proposedAt).getTime();
  const winnerText = ({ of }: PastWin) => `${of.is}:${of.id}`;

  const store: AwardStore = {
    award: async (id) => kept.get(id),
    awardNumbered: async (site, number) => [...kept.values()].find((one) => one.site === site && one.number === number),
    awards: async (site, { states, decided, since, limit }) =>
      [...kept.values()]
        .filter((one) => one.site === site && states.includes(one.state))
        .filter(({ decision }) => {
          const at = decision?.at;
          return decided === undefined || (at !== undefined && decided.from <= at && at < decided.to);
        })
        .filter(({ to }) => since === undefined || to >= since)
        .sort((a, b) => decidedAt(b) - decidedAt(a) || b.number - a.number)
        .slice(0, limit),
    turns: async (of) => turns(of),
    wins: async (site, { from, to }) =>
      [...kept.values()]
        .filter((one) => one.site === site && one.state === "given" && from <= one.to && one.to <= to)
        .sort((a, b) => (a.to === b.to ? a.number - b.number : a.to < b.to ? -1 : 1))
        .flatMap((one) =>
          one.winners
            .map(({ of }): PastWin => ({ of, rule: one.rule, day: one.to }))
            .sort((a, b) => (winnerText(a) < winnerText(b) ? -1 : 1)),
        ),
    async propose(all, told) {
      return all.flatMap((one) => {
        if (turns(one).some(({ turn }) => turn === one.turn)) return [];
        made += 1;
        const award = { ...one, number: made };
        kept.set(award.id, award);
        announce(told(award));
        return [award];
      });
    },
    async change(id, decide, told) {
      const before = kept.get(id);
      if (before === undefined) return { ok: false, refusal: { why: "no-such-award" } };
      const decided = decide(before);
      if (!decided.ok) return decided;
      kept.set(id, decided.value);
      announce(told(decided.value, before));
      return decided;
    },
  };

  return {
    ...store,
    outbox: outbox as readonly (typeof outbox)[number][],
    /** All awards as they stand, the first first. */
    all: (): readonly Award[] => [...kept.values()].sort((a, b) => a.number - b.number),
  };
}
