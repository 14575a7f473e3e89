import type { Site } from "../people/index.ts";
import { aroundOf, type DutyCalendar } from "./calendar.ts";
import type { DutyDeps } from "./deps.ts";
import { minuteMs, type OnDuty } from "./domain.ts";
import { reminderNotice } from "./notice.ts";

/** So long before it begins whoever goes on duty is told. */
const remindMs = 60 * minuteMs;

type Deps = Pick<DutyDeps, "store" | "rules"> & { readonly calendar: DutyCalendar };

/** Tells whoever goes on duty an hour before, at sites that want it; the ledger sees to it that each hears it once. */
export function reminding({ store, rules, calendar }: Deps) {
  // What this process has announced already is not announced again every round.
  let announced: ReadonlySet<string> = new Set();
  const keyOf = (site: Site, { role, person, from }: OnDuty) => `${site.id} ${role} ${person} ${from.toISOString()}`;

  return async (sites: readonly Site[], at: Date): Promise<void> => {
    const soon = new Date(at.getTime() + remindMs);
    const coming = new Set<string>();
    for (const site of sites) {
      if (!(await rules(site.id)).remind) continue;
      const spans = (await calendar.spansIn(site, aroundOf(at))).filter(({ from }) => from > at && from <= soon);
      for (const span of spans) coming.add(keyOf(site, span));
      const notices = spans
        .filter((span) => !announced.has(keyOf(site, span)))
        .map((span) => reminderNotice(site.id, span, at));
      if (notices.length > 0) await store.announce({ notices }, at);
    }
    announced = coming;
  };
}
