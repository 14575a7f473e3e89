import { type Button, type Fact, note, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Say } from "../../../kernel/locale.ts";
import { format } from "../../../kernel/locale.ts";
import { birthdayPrivacies, leapDays } from "../../people/index.ts";
import { clearBirthday, keptText, restoreBirthday, setLeapDay, setPrivacy } from "../addresses.ts";
import { isLeapDay, yearDayText } from "../days.ts";
import { leapDayOf } from "../greeted.ts";
import { leapDayName, yearDayName } from "../messages/days.ts";
import { ownWords as words } from "../messages/own.ts";
import type { OwnCard } from "../own.ts";
import type { OwnBirthday } from "../store.ts";

function hears({ own, usual, site, teams }: OwnCard, locale: Locale): string {
  const privacy = own.privacy ?? usual.birthdayPrivacy;
  const said = {
    public: () => words.hears.public(site.name),
    team: () =>
      teams.length === 0 ? words.hears.noTeam : words.hears.team(format(locale).allOf(teams.map(({ name }) => name))),
    none: () => words.hears.none,
  }[privacy]();
  return `${said(locale)}${own.privacy === undefined ? words.usual(locale) : ""}`;
}

const isLeap = ({ birthday }: OwnBirthday): boolean => birthday !== undefined && isLeapDay(birthday);

function facts(card: OwnCard, locale: Locale): readonly Fact[] {
  const { own, usual, next } = card;
  const { birthday } = own;
  return [
    {
      label: words.birthday(locale),
      value: [birthday === undefined ? words.notKept(locale) : yearDayName(birthday, locale)],
    },
    ...(isLeap(own) ? [{ label: words.otherYears(locale), value: [leapDayName(leapDayOf(own, usual), locale)] }] : []),
    { label: words.who(locale), value: [hears(card, locale)] },
    ...(next === undefined ? [] : [{ label: words.next(locale), value: [words.nextOn(next)(locale)] }]),
  ];
}

function buttons({ own, usual }: OwnCard, locale: Locale): readonly Button[] {
  const { birthday } = own;
  const privacy = own.privacy ?? usual.birthdayPrivacy;
  const leap = isLeap(own) ? leapDays : [];
  return [
    // Whoever has not chosen yet is asked, whatever is usual.
    ...leap
      .filter((one) => own.leapDay !== one)
      .map((one) => ({ label: words.leapButton(one)(locale), action: setLeapDay.to({ leap: one }) })),
    ...birthdayPrivacies
      .filter((one) => one !== privacy)
      .map((one) => ({ label: words.tellButton[one](locale), action: setPrivacy.to({ who: one }) })),
    ...(birthday === undefined ? [] : [{ label: words.clear(locale), action: clearBirthday.to({}) }]),
  ];
}

/** What is kept of somebody's birthday and who hears of it, as they alone see it. */
export const ownView =
  (card: OwnCard, said?: Say): Localised<View> =>
  ({ locale }) => ({
    title: words.title(locale),
    ...(said === undefined ? {} : { tone: "good" }),
    blocks: [
      ...(said === undefined ? [] : [text(said(locale))]),
      { is: "facts", facts: facts(card, locale) },
      ...(card.own.birthday === undefined ? [text(words.toSet(locale), typed("birthday set"))] : []),
      ...(isLeap(card.own) && card.own.leapDay === undefined ? [text(words.whichDay(locale))] : []),
      { is: "buttons", buttons: buttons(card, locale) },
      note(words.noYear(locale)),
    ],
  });

/** What somebody sees whose birthday was forgotten, with the way back. */
export const clearedView =
  ({ birthday, leapDay, privacy }: OwnBirthday): Localised<View> =>
  ({ locale }) => ({
    title: words.title(locale),
    tone: "good",
    blocks: [
      text(words.cleared(locale)),
      ...(birthday === undefined
        ? []
        : [
            {
              is: "buttons" as const,
              buttons: [
                {
                  label: words.undo(locale),
                  action: restoreBirthday.to({
                    day: yearDayText(birthday),
                    leap: keptText(leapDay),
                    who: keptText(privacy),
                  }),
                },
              ],
            },
          ]),
    ],
  });
