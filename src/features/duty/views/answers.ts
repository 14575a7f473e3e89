import { type Block, note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import { momentOf, type Person, type PersonId, type Site } from "../../people/index.ts";
import { settleSwap, unsetDuty } from "../addresses.ts";
import type { DutyShift } from "../domain.ts";
import { boardWords } from "../messages/board.ts";
import { formWords } from "../messages/form.ts";
import { type Refusal, refusalWords, refusedTitle } from "../messages/refusal.ts";
import { toldWords as words } from "../messages/told.ts";
import { roleSay } from "../names.ts";
import type { Placed } from "../setting.ts";
import type { Offer } from "../swapping.ts";
import { at, dutyFacts, spanOf, spanOrWord } from "./common.ts";

/** Who was set, for whoever set them. */
export const setView =
  ({ shift, person, site, isNew }: Placed): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { reason } = shift;
    return {
      title: words.setTitle(person.name)(locale),
      tone: "good",
      blocks: [
        ...(isNew ? [] : [text(words.setAlready(locale))]),
        dutyFacts(shift, site, reader, [spanOf(person)]),
        ...(reason === undefined ? [] : [text(words.why(reason)(locale))]),
        {
          is: "buttons",
          buttons: [{ label: formWords.takeBack(locale), action: unsetDuty.to({ shift: shift.id }) }],
        },
        ...(isNew ? [note(words.setTold(locale))] : []),
      ],
    };
  };

export const unsetView =
  ({ shift, person, site }: Placed): Localised<View> =>
  (reader) => ({
    title: words.unsetTitle(reader.locale),
    blocks: [dutyFacts(shift, site, reader), text(words.unsetText(person.name)(reader.locale))],
  });

/** What was set and swapped, each with a way to take it back. */
export const listView =
  (shifts: readonly DutyShift[], people: ReadonlyMap<PersonId, Person>, site: Site): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const there = at(reader, site);
    const rows = shifts.flatMap((shift): Block[] => [
      text(
        strong(roleSay(shift.role)(locale)),
        boardWords.colon(locale),
        spanOrWord(people, shift.person, reader),
        " · ",
        momentOf(shift.from, there),
        " – ",
        momentOf(shift.until, there),
      ),
      {
        is: "buttons",
        buttons: [{ label: formWords.takeBack(locale), action: unsetDuty.to({ shift: shift.id }) }],
      },
    ]);
    return { title: words.listTitle(locale), blocks: rows.length === 0 ? [text(words.listNone(locale))] : rows };
  };

/** An offer as whoever made it sees it. */
export const offeredView =
  ({ swap, other, site }: Offer): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    return {
      title: words.offered(other.name)(locale),
      blocks: [
        dutyFacts(swap, site, reader),
        text(words.offeredText(other.name)(locale)),
        {
          is: "buttons",
          buttons: [{ label: formWords.retract(locale), action: settleSwap.to({ as: "taken-back", swap: swap.id }) }],
        },
      ],
    };
  };

/** What somebody is answered who took their offer back. */
export const retractedView =
  ({ swap, site }: Offer): Localised<View> =>
  (reader) => ({
    title: words.retracted(reader.locale),
    blocks: [dutyFacts(swap, site, reader), text(words.retractedText(reader.locale))],
  });

/** Why something was not done; of somebody's own duties, when they are. */
export const refusalView =
  (refusal: Refusal): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const mine = refusal.why === "no-duty" ? refusal.mine : [];
    return {
      title: refusedTitle(locale),
      tone: "attention",
      blocks: [
        text(refusalWords(refusal)(locale)),
        ...(mine.length === 0
          ? []
          : [
              {
                is: "list" as const,
                items: mine.map((one) => [momentOf(one.from, reader), ` · ${roleSay(one.role)(locale)}`]),
              },
            ]),
        note(typed("oncall")),
      ],
    };
  };
