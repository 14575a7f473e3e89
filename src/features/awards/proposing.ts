import { done, refuse } from "../../kernel/outcome.ts";
import { addDays, dayAt } from "../../kernel/time.ts";
import type { Site, SiteId, TeamId } from "../people/index.ts";
import type { ScoreChange, Standings } from "../scores/index.ts";
import { type Applied, candidatesOf } from "./candidates.ts";
import { type Award, isSame, type Judged, judgeAgain } from "./domain.ts";
import { judge } from "./judging.ts";
import { judgedAgain, proposed } from "./notice.ts";
import { periodBefore } from "./periods.ts";
import type { AwardRoster } from "./roster.ts";
import type { AwardRule, AwardsConfig } from "./rules.ts";
import type { AwardStore, Proposal } from "./store.ts";

export type ProposingDeps = {
  readonly store: AwardStore;
  readonly roster: Pick<AwardRoster, "site">;
  readonly rules: (site: SiteId) => Promise<AwardsConfig>;
  readonly standings: Standings;
  /** The corrections of a site's scores after a moment. */
  readonly changes: (site: SiteId, since: Date) => Promise<readonly ScoreChange[]>;
  readonly newId: () => string;
};

/** Awards are looked at again for so long after what they were won for, in days. */
const daysMended = 90;
/** A correction bears the moment before its inputs were read, and may be kept a good while after. */
const overlapMs = 24 * 3_600_000;

/** What is found of a second award: nobody was passed over for it, and nobody is behind. */
const secondOf = ({ among }: Judged, winners: Judged["winners"]): Judged => ({ winners, passedOver: [], among });

/** Proposes awards by a site's rules, and looks at them again after a correction. */
export function proposing({ store, roster, rules, standings, changes, newId }: ProposingDeps) {
  /** What a rule finds for some days, at the site or within each team. */
  async function judgeAll(site: Site, rule: string, applied: Applied, at: Date) {
    const { as, days } = applied;
    const candidates = await candidatesOf(standings, site, applied, dayAt(at, site.zone));
    const since = as.repeats === "any" ? days.to : addDays(days.to, -as.repeats.days);
    const past = (await store.wins(site.id, { from: since, to: days.to }, { withProposed: true })).filter(
      (win) => win.rule === rule,
    );
    const teams: readonly (TeamId | undefined)[] =
      as.in === "site"
        ? [undefined]
        : [...new Set(candidates.flatMap(({ team }) => (team === undefined ? [] : [team])))];
    return teams.flatMap((team) => {
      const field = team === undefined ? candidates : candidates.filter((one) => one.team === team);
      const judged = judge(as, field, past, days);
      return judged === undefined ? [] : [{ ...(team === undefined ? {} : { team }), judged }];
    });
  }

  const proposalOf = (
    of: Pick<Award, "site" | "rule" | "as" | "from" | "to" | "before" | "team" | "turn">,
    judged: Judged,
    at: Date,
  ): Proposal => ({
    ...of,
    id: newId(),
    state: "proposed",
    judged,
    winners: judged.winners,
    ...(of.as.prize === undefined ? {} : { prize: of.as.prize }),
    ...(of.as.coupon === undefined ? {} : { coupon: of.as.coupon }),
    proposedAt: at,
    judgedAt: at,
    times: 0,
    revision: 1,
  });

  /** What an award's own rule finds for its days by now. */
  async function judgedNow(site: Site, { rule, as, from, to, before, team }: Award, at: Date) {
    const all = await judgeAll(site, rule, { as, days: { from, to }, before }, at);
    return all.find((one) => one.team === team)?.judged;
  }

  /** Those of some winners whom no turn but, it may be, one has found or named. */
  const newTo = (turns: readonly Award[], winners: Judged["winners"]) => {
    const known = turns.flatMap((one) => [...one.winners, ...one.judged.winners]);
    return winners.filter(({ of }) => !known.some((one) => isSame(one.of, of)));
  };

  /** A proposal that still waits says what is known by now; where nobody stands out any more, a lead sees to it. */
  async function refresh(site: Site, award: Award, at: Date): Promise<void> {
    const judged = await judgedNow(site, award, at);
    if (judged === undefined) return;
    const others = (await store.turns(award)).filter(({ id }) => id !== award.id);
    const winners = newTo(others, judged.winners);
    if (winners.length === 0) return;
    const found = award.turn === 1 ? judged : secondOf(judged, winners);
    await store.change<{ why: "same" }>(
      award.id,
      (now) => {
        const again = judgeAgain(now, found, at);
        return again === undefined ? refuse({ why: "same" }) : done(again);
      },
      (after) => judgedAgain(after, at),
      at,
    );
  }

  /** Whoever would have won by now and did not gets a second award; the first stands. */
  async function second(site: Site, award: Award, at: Date): Promise<number> {
    const [judged, turns] = await Promise.all([judgedNow(site, award, at), store.turns(award)]);
    const winners = judged === undefined ? [] : newTo(turns, judged.winners);
    if (judged === undefined || winners.length === 0) return 0;
    const { site: where, rule, as, from, to, before, team } = award;
    const turn = Math.max(...turns.map((one) => one.turn)) + 1;
    const more = { ...(before === undefined ? {} : { before }), ...(team === undefined ? {} : { team }) };
    const proposal = proposalOf({ site: where, rule, as, from, to, turn, ...more }, secondOf(judged, winners), at);
    return (await store.propose([proposal], (made) => proposed(made, at))).length;
  }

  /** Whether a correction came since an award was judged, and is of days that it stands on. */
  const isTouched = ({ from, to, before, judgedAt }: Award, change: ScoreChange) =>
    change.at.getTime() > judgedAt.getTime() - overlapMs &&
    [{ from, to }, ...(before === undefined ? [] : [before])].some(
      (days) => change.from <= days.to && days.from <= change.to,
    );

  return {
    /**
     * Proposes what is won at a site for the last workday, week or month before a moment; answers how many proposals are
     * new. Safe to repeat.
     */
    async propose(siteId: SiteId, kind: AwardRule["period"], at: Date): Promise<number> {
      const site = await roster.site(siteId);
      if (site === undefined) return 0;
      const days = periodBefore(kind, site, dayAt(at, site.zone));
      const applying = Object.entries((await rules(siteId)).rules).filter(
        ([, { isOn, period }]) => isOn && period === kind,
      );
      const made: Proposal[] = [];
      for (const [rule, as] of applying) {
        const before = as.by === "improvement" ? periodBefore(kind, site, days.from) : undefined;
        for (const { team, judged } of await judgeAll(site, rule, { as, days, before }, at)) {
          const of = { site: siteId, rule, as, ...days, turn: 1 };
          const more = { ...(before === undefined ? {} : { before }), ...(team === undefined ? {} : { team }) };
          made.push(proposalOf({ ...of, ...more }, judged, at));
        }
      }
      return (await store.propose(made, (award) => proposed(award, at))).length;
    },

    /**
     * Judges anew what upheld appeals have touched in the last 90 days, so that whoever would have won gets a second
     * award, and what still waits to be decided; answers how many second awards are proposed. Safe to repeat.
     */
    async sweepCorrections(siteId: SiteId, at: Date): Promise<number> {
      const site = await roster.site(siteId);
      if (site === undefined) return 0;
      const since = addDays(dayAt(at, site.zone), -daysMended);
      const awards = await store.awards(siteId, { states: ["proposed", "given", "declined"], since, limit: 5_000 });
      for (const award of awards.filter(({ state }) => state === "proposed")) await refresh(site, award, at);
      const mended = (await changes(siteId, new Date(at.getTime() - daysMended * 24 * 3_600_000))).filter(
        ({ cause }) => cause.why === "appeal",
      );
      let count = 0;
      for (const award of awards.filter(({ state, turn }) => state !== "proposed" && turn === 1)) {
        if (!mended.some((change) => isTouched(award, change))) continue;
        count += await second(site, award, at);
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
