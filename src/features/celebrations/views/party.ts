import { type Block, type Button, note, strong, text, type View } from "../../../chat/view.ts";
import { groupBy } from "../../../kernel/group.ts";
import type { Locale, Localised, Say } from "../../../kernel/locale.ts";
import { organise, planParty, stepBack } from "../addresses.ts";
import { colon, dayOfWeek } from "../messages/days.ts";
import { partyRefused, partyWords as words } from "../messages/party.ts";
import type { PartyRefusal, WhichParty } from "../parties.ts";
import type { Planned } from "../party-kind.ts";
import type { BirthdayOn } from "../public-days.ts";
import { byName, listed, spanOf } from "./names.ts";

/** People by the day that is theirs, a line for each day. */
export const byDay = (all: readonly BirthdayOn[], locale: Locale): Block => ({
  is: "list",
  items: [...groupBy(all, ({ on }) => on)].map(([on, group]) => [
    strong(dayOfWeek(on, locale)),
    colon(locale),
    ...listed(
      [...group].sort(byName(locale)).map(({ person }) => person),
      locale,
    ),
  ]),
});

const ownButtons = (of: WhichParty, locale: Locale): readonly Button[] => [
  { label: words.writePlan(locale), action: planParty.to(of) },
  { label: words.back(locale), action: stepBack.to(of) },
];

function organiserBlocks({ organiser, plan }: Planned, of: WhichParty, locale: Locale): readonly Block[] {
  if (organiser === undefined) {
    const take: Button = { label: words.organise(locale), action: organise.to(of), style: "primary" };
    return [text(words.nobody(locale)), { is: "buttons", buttons: [take] }];
  }
  return [
    text(words.organiser(locale), spanOf(organiser)),
    text(...(plan === undefined ? [words.noPlan(locale)] : [words.planIs(locale), plan])),
    { is: "buttons", buttons: ownButtons(of, locale) },
  ];
}

/** The birthdays of a month and who organises their party. */
export const partyView =
  (all: readonly BirthdayOn[], planned: Planned, of: WhichParty): Localised<View> =>
  ({ locale }) => ({
    title: words.title(of.month)(locale),
    blocks: [byDay(all, locale), ...organiserBlocks(planned, of, locale)],
  });

/** What somebody sees who took the party, planned it or stepped back. */
export const partySaidView =
  (
    said: "yours" | "planned" | "steppedBack",
    of: WhichParty,
    { plan = "", isMasked = false }: { readonly plan?: string; readonly isMasked?: boolean } = {},
  ): Localised<View> =>
  ({ locale }) => {
    const next: Readonly<Record<typeof said, readonly Block[]>> = {
      yours: [text(words.yoursNext(locale))],
      planned: [text(words.planIs(locale), plan), ...(isMasked ? [note(words.masked(locale))] : [])],
      steppedBack: [text(words.steppedBackNext(locale))],
    };
    const buttons: readonly Button[] =
      said === "steppedBack" ? [{ label: words.organise(locale), action: organise.to(of) }] : ownButtons(of, locale);
    return {
      title: (words[said] satisfies Say)(locale),
      tone: "good",
      blocks: [...next[said], { is: "buttons", buttons }],
    };
  };

/** Why something about a party was not done. */
export const partyRefusalView =
  (refusal: PartyRefusal): Localised<View> =>
  ({ locale }) => ({
    title: words.refused(locale),
    tone: "attention",
    blocks: [text(partyRefused(refusal)(locale))],
  });
