import type { Asker } from "../../chat/asker.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Audit, BirthdayPrivacy, Person, Site } from "../people/index.ts";
import type { Almanac } from "./almanac.ts";
import type { YearDay } from "./days.ts";
import { whose } from "./public-days.ts";

/** A birthday as HR reads it. */
export type Listed = {
  readonly person: Person;
  readonly on: YearDay;
  readonly privacy: BirthdayPrivacy;
  /** They did not choose it: it is what is usual at their site. */
  readonly isUsual: boolean;
};

/** The birthdays of a month (1 to 12), in the order of the calendar. */
export type MonthList = { readonly site: Site; readonly month: number; readonly all: readonly Listed[] };

type Deps = { readonly almanac: Almanac; readonly audit: Audit };

/** Birthdays as those read them who keep the roster. */
export const monthLists = ({ almanac: { roster, rules }, audit }: Deps) => ({
  /** All birthdays of a month at the reader's site, whoever else may hear of them; the reading leaves one audit row. */
  async birthdaysIn(who: Pick<Asker, "person" | "site">, month: number, at: Date): Promise<MonthList> {
    const [site, usual] = await Promise.all([roster.site(who.site), rules(who.site)]);
    if (site === undefined) throw new RangeError(`no site ${who.site}`);
    const known = await roster.birthdaysOf(site.id, dayAt(at, site.zone));
    const found = await whose(
      { roster },
      known.filter((one) => one.month === month),
    );
    const all = found.map(({ person, birthday }): Listed => {
      const { birthdayPrivacy: chosen } = person;
      const on = { month, day: birthday.day };
      return { person, on, privacy: chosen ?? usual.birthdayPrivacy, isUsual: chosen === undefined };
    });
    const detail = { month, people: all.length };
    await audit.record({ at, actor: who.person, action: "read birthdays", subject: `site:${site.id}`, detail });
    return { site, month, all };
  },
});
