import { note, strong, text, typed, type View } from "../../../chat/view.ts";
import { groupBy } from "../../../kernel/group.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { yearDayText } from "../days.ts";
import { colon, yearDayName } from "../messages/days.ts";
import { listWords as words } from "../messages/list.ts";
import { privacyNames } from "../messages/own.ts";
import type { Listed, MonthList } from "../month-list.ts";
import { byName } from "./names.ts";

const said = ({ person, privacy, isUsual }: Listed, locale: Locale): string => {
  const hears = `${privacyNames[privacy](locale)}${isUsual ? words.usual(locale) : ""}`;
  return words.one(person.name, person.employeeNo, hears)(locale);
};

/** A month's birthdays with who hears of each, a line for each day. */
export const monthListView =
  ({ site, month, all }: MonthList): Localised<View> =>
  ({ locale }) => {
    const title = words.title(month, site.name)(locale);
    if (all.length === 0) {
      const blocks = [text(words.none(month)(locale), typed("birthday set"), words.noneElse(locale))];
      return { title, blocks };
    }
    const items = [...groupBy(all, ({ on }) => yearDayText(on)).values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const people = [...group].sort(byName(locale)).map((one) => said(one, locale));
      return [[strong(yearDayName(first.on, locale)), colon(locale), people.join(words.between(locale))]];
    });
    return { title, blocks: [{ is: "list", items }, note(words.privately(locale))] };
  };
