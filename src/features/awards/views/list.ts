import { type Block, text, type View } from "../../../chat/view.ts";
import { format, type Locale, type Localised } from "../../../kernel/locale.ts";
import { openAward } from "../addresses.ts";
import { type Award, awardName } from "../domain.ts";
import { awardWords } from "../messages/award.ts";
import { listWords as words } from "../messages/card.ts";
import type { AwardList } from "../reading.ts";
import { joined, subjectName, subjectSpan, titleOf } from "./names.ts";

function section(list: AwardList, title: string, awards: readonly Award[], locale: Locale): readonly Block[] {
  if (awards.length === 0) return [];
  return [
    { is: "heading", text: title },
    {
      is: "list",
      items: awards.map((award) => [
        `${awardName(award)} · ${titleOf(award, list, locale)}${awardWords.colon(locale)}`,
        ...joined(
          award.winners.map(({ of }) => subjectSpan(of, list, locale)),
          locale,
        ),
      ]),
    },
  ];
}

/** The longest label of an option that every platform shows whole. */
const longestLabel = 75;

const optionOf = (award: Award, list: AwardList, locale: Locale) => {
  const names = format(locale).allOf(award.winners.map(({ of }) => subjectName(of, list, locale)));
  const label = `${awardName(award)} · ${titleOf(award, list, locale)} · ${names}`;
  return { value: award.id, label: label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label };
};

/** What waits for the asker and what was given lately; without any, what comes when. */
export const listView =
  (list: AwardList): Localised<View> =>
  ({ locale }) => {
    const { waiting, others, given } = list;
    const all = [...waiting, ...others, ...given];
    const menu: Block = {
      is: "menu",
      label: words.open(locale),
      action: openAward.to({}),
      options: all.map((award) => optionOf(award, list, locale)),
    };
    return {
      title: words.title(locale),
      blocks: [
        ...(waiting.length === 0 ? [text(words.nothingWaits(locale))] : []),
        ...section(list, words.waiting(locale), waiting, locale),
        ...section(list, words.others(locale), others, locale),
        ...section(list, words.given(locale), given, locale),
        ...(given.length === 0 ? [text(words.none(locale))] : []),
        ...(all.length === 0 ? [] : [menu]),
      ],
    };
  };
