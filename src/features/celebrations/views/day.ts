import { type Block, type Spans, text, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import { signCard } from "../addresses.ts";
import type { Greeting } from "../greeted.ts";
import { colon } from "../messages/days.ts";
import { postWords as words } from "../messages/posts.ts";
import type { Anniversary, Milestone } from "../milestones.ts";
import { byName, spanOf } from "./names.ts";

/** A card that can be signed, by whom it is for. */
export type Cards = Readonly<Record<string, string>>;

/** As many buttons stand beside one another; more are a menu. */
const mostButtons = 3;

function signing(all: readonly Greeting[], cards: Cards, locale: Locale): readonly Block[] {
  const known = all.flatMap(({ person }) => {
    const card = cards[person.id];
    return card === undefined ? [] : [{ name: person.name, card }];
  });
  if (known.length === 0) return [];
  if (known.length <= mostButtons) {
    const buttons = known.map(({ name, card }) => ({
      label: words.sign(name)(locale),
      action: signCard.to({ card }),
    }));
    return [{ is: "buttons", buttons }];
  }
  const options = known.map(({ name, card }) => ({ value: card, label: name }));
  return [{ is: "menu", label: words.signOne(locale), action: signCard.to({}), options }];
}

/** One post for everybody whose birthday is greeted on a day; never how old they are. */
export const birthdaysView =
  (all: readonly Greeting[], cards: Cards, day: LocalDate): Localised<View> =>
  ({ locale }) => {
    const ordered = [...all].sort(byName(locale));
    return {
      title: words.birthdaysTitle(locale),
      blocks: [
        text(words.many(locale)),
        {
          is: "list",
          items: ordered.map(({ person, on }) => [spanOf(person), ...(on === day ? [] : [words.trueDay(on)(locale)])]),
        },
        ...signing(ordered, cards, locale),
      ],
    };
  };

/** One post for everybody who has an anniversary. */
export const anniversariesView =
  (all: readonly Anniversary[], day: LocalDate): Localised<View> =>
  ({ locale }) => ({
    title: words.anniversariesTitle(locale),
    blocks: [
      {
        is: "list",
        items: [...all]
          .sort((a, b) => b.years - a.years || byName(locale)(a, b))
          .map(({ person, on, years }) => [
            spanOf(person),
            colon(locale),
            words.years(years)(locale),
            ...(on === day ? [] : [words.anniversaryOn(on)(locale)]),
          ]),
      },
      text(words.thanks(locale)),
    ],
  });

const milestoneSpans = ({ person, team, on }: Milestone, day: LocalDate, locale: Locale): Spans => [
  spanOf(person),
  ...(team === undefined ? [] : [words.inTeam(team)(locale)]),
  ...(on === day ? [] : [words.since(on)(locale)]),
];

/** One post for everybody who begins, or who is through with training. */
export const milestonesView =
  (all: readonly Milestone[], day: LocalDate, which: "joiners" | "graduations"): Localised<View> =>
  ({ locale }) => ({
    title: (which === "joiners" ? words.joinersTitle : words.graduationsTitle)(locale),
    blocks: [
      { is: "list", items: [...all].sort(byName(locale)).map((one) => milestoneSpans(one, day, locale)) },
      text((which === "joiners" ? words.welcome : words.wellDone)(locale)),
    ],
  });
