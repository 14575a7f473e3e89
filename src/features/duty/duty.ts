import type { Say } from "../../kernel/locale.ts";
import type { Site } from "../people/index.ts";
import { aroundOf, dutyCalendar, momentOf } from "./calendar.ts";
import type { DutyDeps } from "./deps.ts";
import type { DutyRole, OnDuty } from "./domain.ts";
import { dutyKinds } from "./kinds.ts";
import { roleSay } from "./names.ts";
import { reading } from "./reading.ts";
import { reminding } from "./reminding.ts";
import { setting } from "./setting.ts";
import { type Offer, swapping } from "./swapping.ts";

/** Everything that is asked of duties, and the kinds of notices that they are told by. */
export function duty(deps: DutyDeps) {
  const { store, roster, rules } = deps;
  const calendar = dutyCalendar(deps);
  const within = { ...deps, calendar };
  const swaps = swapping(within);
  const remind = reminding(within);

  return {
    ...reading({ roster, calendar }),
    ...setting(within),
    offer: swaps.offer,
    settle: swaps.settle,

    /** Who is on duty at a moment, in all roles or in one: people who are still here and not on leave that day. */
    async onDuty(site: Site, at: Date, role?: DutyRole): Promise<readonly OnDuty[]> {
      const now = calendar.nowIn(await calendar.spansIn(site, momentOf(at)), at);
      return role === undefined ? now : now.filter((one) => one.role === role);
    },

    /** Who has the first duty of a role that begins after a moment, within 14 days. */
    async next(site: Site, at: Date, role: DutyRole): Promise<readonly OnDuty[]> {
      return calendar.nextIn(await calendar.spansIn(site, aroundOf(at)), at, role);
    },

    /** An offer with the two whom it is between, as it stands. */
    async offerCalled(id: string): Promise<Offer | undefined> {
      const swap = await store.swap(id);
      return swap && swaps.offerOf(swap);
    },

    /** The roles that a site's rota knows, the usual ones first. */
    roles: (site: Site, at: Date): Promise<readonly DutyRole[]> => calendar.rolesOf(site, at),

    /** What a role is called at a site. */
    roleName: (_site: Site, role: DutyRole): Say => roleSay(role),

    /** Reminds who goes on duty within the hour and ends offers whose duties have begun. */
    async sweep(at: Date): Promise<void> {
      const sites = await roster.sites();
      for (const site of sites) await swaps.expire(site, at);
      await remind(sites, at);
    },

    kinds: dutyKinds({ store, roster, calendar, rules, offerOf: swaps.offerOf }),
  };
}
export type Duty = ReturnType<typeof duty>;
