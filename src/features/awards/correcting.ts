import { done, refuse } from "../../kernel/outcome.ts";
import { addDays, dayAt } from "../../kernel/time.ts";
import type { Site, SiteId } from "../people/index.ts";
import { type Appealed, type AppealedDeps, appealedSince, isMended, isWithin } from "./appealed.ts";
import { type Award, isSame, type Judged, judgeAgain } from "./domain.ts";
import { type FindingDeps, type Found, finding, proposalOf } from "./finding.ts";
import { leastOf } from "./judging.ts";
import { judgedAgain, proposed } from "./notice.ts";
import type { AwardRoster } from "./roster.ts";
import type { AwardStore } from "./store.ts";

export type CorrectingDeps = FindingDeps &
  AppealedDeps & {
    readonly store: AwardStore;
    readonly roster: Pick<AwardRoster, "site" | "peopleById">;
    readonly newId: () => string;
  };

const dayMs = 24 * 3_600_000;
/** Awards are looked at again for so long after what they were won for, in days. */
const daysMended = 90;
/** A correction bears the moment before its inputs were read, and may be kept a good while after. */
const overlapMs = dayMs;

const since = (appealed: readonly Appealed[], moment: Date) =>
  appealed.filter(({ at }) => at.getTime() > moment.getTime() - overlapMs);

/** Those of some winners whom none of some turns has found or named. */
function newTo(turns: readonly Award[], winners: Judged["winners"]) {
  const known = turns.flatMap((one) => [...one.winners, ...one.judged.winners]);
  return winners.filter(({ of }) => !known.some((one) => isSame(one.of, of)));
}

/** Whether everybody whom the rule found at first is still compared, so that only the results can make a difference. */
const areCompared = ({ as, judged: { winners } }: Award, { field, judged }: Found): boolean =>
  winners.every(
    ({ of }) =>
      field.some((one) => isSame(one.of, of) && one.n >= leastOf(as)) &&
      !judged.passedOver.some((one) => isSame(one.of, of)),
  );

/** Who of those found now gets one more award: whose own score an appeal has changed since the first was proposed. */
function secondOf(turns: readonly Award[], found: Found, appealed: readonly Appealed[]): Judged | undefined {
  const [first] = turns;
  if (first === undefined || !areCompared(first, found)) return undefined;
  const mended = since(appealed, first.proposedAt);
  const winners = newTo(turns, found.judged.winners).filter(({ of }) => isMended(of, first, mended));
  return winners.length === 0 ? undefined : { winners, passedOver: [], among: found.judged.among };
}

/** Looks at awards again after a correction. */
export function correcting({ store, roster, standings, changes, newId }: CorrectingDeps) {
  const find = finding({ store, standings });

  /** What an award's own rule finds for its days by now. */
  async function foundNow(site: Site, { rule, as, from, to, before, team }: Award, at: Date) {
    const all = await find(site, rule, { as, days: { from, to }, before }, at);
    return all.find((one) => one.team === team);
  }

  /** A proposal that still waits says what is known by now; where nobody stands out any more, a lead sees to it. */
  async function refresh(site: Site, award: Award, appealed: readonly Appealed[], at: Date): Promise<void> {
    const found = await foundNow(site, award, at);
    if (found === undefined) return;
    const others = (await store.turns(award)).filter(({ id }) => id !== award.id);
    const isNew = newTo(others, found.judged.winners).length > 0;
    const judged = award.turn > 1 ? secondOf(others, found, appealed) : isNew ? found.judged : undefined;
    if (judged === undefined) return;
    await store.change<{ why: "same" }>(
      award.id,
      (now) => {
        const again = judgeAgain(now, judged, at);
        return again === undefined ? refuse({ why: "same" }) : done(again);
      },
      (after) => judgedAgain(after, at),
      at,
    );
  }

  /** Whoever would have won with their score as it is now gets a second award; the first stands. */
  async function second(site: Site, award: Award, appealed: readonly Appealed[], at: Date): Promise<number> {
    const [found, turns] = await Promise.all([foundNow(site, award, at), store.turns(award)]);
    const judged = found && secondOf(turns, found, appealed);
    if (judged === undefined) return 0;
    const { site: where, rule, as, from, to, before, team } = award;
    const turn = Math.max(...turns.map((one) => one.turn)) + 1;
    const more = { ...(before === undefined ? {} : { before }), ...(team === undefined ? {} : { team }) };
    const proposal = proposalOf({ id: newId(), site: where, rule, as, from, to, turn, ...more }, judged, at);
    return (await store.propose([proposal], (made) => proposed(made, at))).length;
  }

  return {
    /**
     * Judges anew what upheld appeals have touched in the last 90 days, so that whoever would have won gets a second
     * award, and what still waits to be decided; answers how many second awards are proposed. Safe to repeat.
     */
    async sweepCorrections(siteId: SiteId, at: Date): Promise<number> {
      const site = await roster.site(siteId);
      if (site === undefined) return 0;
      const first = addDays(dayAt(at, site.zone), -daysMended);
      const [awards, appealed] = await Promise.all([
        store.awards(siteId, { states: ["proposed", "given", "declined"], since: first, limit: 5_000 }),
        appealedSince({ roster, changes }, siteId, new Date(at.getTime() - daysMended * dayMs)),
      ]);
      for (const award of awards.filter(({ state }) => state === "proposed")) await refresh(site, award, appealed, at);
      let count = 0;
      for (const award of awards.filter(({ state, turn }) => state !== "proposed" && turn === 1)) {
        if (!since(appealed, award.judgedAt).some((one) => isWithin(one, award))) continue;
        count += await second(site, award, appealed, at);
        await store.change(
          award.id,
          (now) => done({ ...now, judgedAt: at }),
          () => ({}),
          at,
        );
      }
      return count;
    },
  };
}
