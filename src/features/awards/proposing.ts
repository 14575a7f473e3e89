import { dayAt } from "../../kernel/time.ts";
import type { Site, SiteId } from "../people/index.ts";
import { type AppealedDeps, appealedSince, isMended } from "./appealed.ts";
import type { Award } from "./domain.ts";
import { type FindingDeps, finding, proposalOf } from "./finding.ts";
import { proposed } from "./notice.ts";
import { type Days, lastPeriods, overPeriodOf, periodBefore } from "./periods.ts";
import type { AwardRoster } from "./roster.ts";
import type { AwardRule, AwardsConfig } from "./rules.ts";
import type { AwardStore, Proposal } from "./store.ts";

export type ProposingDeps = FindingDeps &
  AppealedDeps & {
    readonly store: AwardStore;
    readonly roster: Pick<AwardRoster, "site" | "teams" | "peopleById">;
    readonly rules: (site: SiteId) => Promise<AwardsConfig>;
    readonly newId: () => string;
  };

/** For so long after an appeal has changed a score its periods without an award are judged again, in milliseconds. */
const appealMs = 7 * 24 * 3_600_000;

/** A rule and days that it is to be judged for. */
type Due = { readonly rule: string; readonly as: AwardRule; readonly days: Days };

const keyOf = (rule: string, { from, to }: Days, team = ""): string => [rule, from, to, team].join(" ");

/** Proposes awards by a site's rules. */
export function proposing({ store, roster, rules, standings, changes, newId }: ProposingDeps) {
  const find = finding({ store, standings });

  async function judgedFor(site: Site, { rule, as, days }: Due, at: Date): Promise<readonly Proposal[]> {
    const before = as.by === "improvement" ? periodBefore(as.period, site, days.from) : undefined;
    return (await find(site, rule, { as, days, before }, at)).map(({ team, judged }) => {
      const more = { ...(before === undefined ? {} : { before }), ...(team === undefined ? {} : { team }) };
      return proposalOf({ id: newId(), site: site.id, rule, as, ...days, turn: 1, ...more }, judged, at);
    });
  }

  const rulesOn = async (site: SiteId) => Object.entries((await rules(site)).rules).filter(([, { isOn }]) => isOn);

  const keep = async (made: readonly Proposal[], at: Date): Promise<number> =>
    (await store.propose(made, (award) => proposed(award, at))).length;

  /** Those of what is due for which there is no award yet, or not in every team. */
  async function missing<D extends Due>(site: Site, due: readonly D[]): Promise<readonly D[]> {
    const [earliest] = due.map(({ days }) => days.to).sort();
    if (earliest === undefined) return [];
    const states: readonly Award["state"][] = ["proposed", "given", "declined"];
    const [awards, teams] = await Promise.all([
      store.awards(site.id, { states, since: earliest, limit: 5_000 }),
      roster.teams(),
    ]);
    const known = new Set(awards.map((one) => keyOf(one.rule, one, one.team)));
    const within = teams.filter((team) => team.site === site.id).map(({ id }) => id);
    return due.filter(({ rule, as, days }) =>
      as.in === "site" ? !known.has(keyOf(rule, days)) : within.some((team) => !known.has(keyOf(rule, days, team))),
    );
  }

  return {
    /**
     * Proposes what is won at a site for the last workday, week or month before a moment; answers how many proposals are
     * new. Safe to repeat.
     */
    async propose(siteId: SiteId, kind: AwardRule["period"], at: Date): Promise<number> {
      const site = await roster.site(siteId);
      if (site === undefined) return 0;
      const days = periodBefore(kind, site, dayAt(at, site.zone));
      const made: Proposal[] = [];
      for (const [rule, as] of await rulesOn(siteId)) {
        if (as.period === kind) made.push(...(await judgedFor(site, { rule, as, days }, at)));
      }
      return keep(made, at);
    },

    /**
     * Proposes what is won at a site for the last five workdays, the last week and the last month before a moment, where
     * nobody stood out as yet; of earlier days what an upheld appeal has lately brought about. Answers how many proposals
     * are new. Safe to repeat.
     */
    async proposeMissing(siteId: SiteId, at: Date): Promise<number> {
      const site = await roster.site(siteId);
      if (site === undefined) return 0;
      const today = dayAt(at, site.zone);
      const [on, appealed] = await Promise.all([
        rulesOn(siteId),
        appealedSince({ roster, changes }, siteId, new Date(at.getTime() - appealMs)),
      ]);
      const due = on.flatMap(([rule, as]) => {
        const last = lastPeriods(as.period, site, today);
        const touched = appealed.flatMap((days) => overPeriodOf(as.period, site, days, today) ?? []);
        const all = new Map([...touched, ...last].map((days) => [days.from, days]));
        return [...all.values()].map((days) => ({ rule, as, days, isLast: last.includes(days) }));
      });
      const made: Proposal[] = [];
      for (const one of await missing(site, due)) {
        const judged = await judgedFor(site, one, at);
        const isByAppeal = ({ winners }: Proposal) => winners.some(({ of }) => isMended(of, one.days, appealed));
        made.push(...(one.isLast ? judged : judged.filter(isByAppeal)));
      }
      return keep(made, at);
    },
  };
}
