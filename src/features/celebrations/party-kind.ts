import { dayAt, endOfMonth } from "../../kernel/time.ts";
import type { NoticeKind } from "../notices/index.ts";
import type { Person } from "../people/index.ts";
import type { Almanac } from "./almanac.ts";
import { dayPost } from "./day-post.ts";
import { partyWords as words } from "./messages/party.ts";
import { names } from "./names.ts";
import { mayOrganise } from "./parties.ts";
import { celebrationsChannel } from "./places.ts";
import { type BirthdayOn, publicBirthdays } from "./public-days.ts";
import type { CelebrationStore } from "./store.ts";
import { partyView } from "./views/party.ts";

type Deps = { readonly almanac: Almanac; readonly store: Pick<CelebrationStore, "party"> };

/** Who organises the party, if somebody does who is still here, and what they plan. */
export type Planned = { readonly organiser?: Person; readonly plan?: string };

/** The birthdays of a month that everybody may hear of, with who organises their party. */
export function partyKind({ almanac, store }: Deps): NoticeKind {
  const { roster } = almanac;
  return dayPost<BirthdayOn, Planned>(
    {
      name: names.party,
      label: words.label,
      lastDay: endOfMonth,
      async posts(site, month) {
        const to = celebrationsChannel(site);
        return to === undefined
          ? []
          : [{ to, entries: await publicBirthdays(almanac, site, { from: month, to: endOfMonth(month) }) }];
      },
      async extra(site, month, now) {
        const { organiser: id, plan } = await store.party(site.id, month);
        const organiser = id === undefined ? undefined : await roster.personById(id);
        if (organiser === undefined || !mayOrganise(organiser, site.id, dayAt(now, site.zone))) return {};
        return { organiser, ...(plan === undefined ? {} : { plan }) };
      },
      state: ({ organiser, plan }) => ({ organiser: organiser?.id ?? null, plan: plan ?? null }),
      view: ({ entries }, planned, { id: site }, month) => partyView(entries, planned, { site, month }),
    },
    roster,
  );
}
