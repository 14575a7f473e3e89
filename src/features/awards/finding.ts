import { addDays, dayAt } from "../../kernel/time.ts";
import type { Site, TeamId } from "../people/index.ts";
import type { Standings } from "../scores/index.ts";
import { type Applied, candidatesOf } from "./candidates.ts";
import type { Judged } from "./domain.ts";
import { type Candidate, judge } from "./judging.ts";
import type { AwardStore, Proposal } from "./store.ts";

export type FindingDeps = { readonly store: Pick<AwardStore, "wins">; readonly standings: Standings };

/** What a rule found at a site, or within one of its teams, and who could have won there. */
export type Found = { readonly team?: TeamId; readonly judged: Judged; readonly field: readonly Candidate[] };

/** What a rule finds for some days, at the site or within each team; only where somebody stands out. */
export const finding =
  ({ store, standings }: FindingDeps) =>
  async (site: Site, rule: string, applied: Applied, at: Date): Promise<readonly Found[]> => {
    const { as, days } = applied;
    const candidates = await candidatesOf(standings, site, applied, dayAt(at, site.zone));
    const since = as.repeats === "any" ? days.to : addDays(days.to, -as.repeats.days);
    const past = (await store.wins(site.id, { from: since, to: days.to })).filter((win) => win.rule === rule);
    const teams: readonly (TeamId | undefined)[] =
      as.in === "site"
        ? [undefined]
        : [...new Set(candidates.flatMap(({ team }) => (team === undefined ? [] : [team])))];
    return teams.flatMap((team) => {
      const field = team === undefined ? candidates : candidates.filter((one) => one.team === team);
      const judged = judge(as, field, past, days);
      return judged === undefined ? [] : [{ ...(team === undefined ? {} : { team }), judged, field }];
    });
  };

/** An award as it is proposed first. */
export const proposalOf = (
  of: Pick<Proposal, "id" | "site" | "rule" | "as" | "from" | "to" | "before" | "team" | "turn">,
  judged: Judged,
  at: Date,
): Proposal => ({
  ...of,
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
