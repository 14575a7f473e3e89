import { type Block, note, type Spans, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { listWords, groundWords as words } from "../messages/ground.ts";
import { codeNames, outcomeNames } from "../messages/names.ts";
import type { Precedent } from "../store.ts";
import { beginning } from "./common.ts";

/** So many are shown of what was found. */
const mostShown = 8;
/** So much of a reason is shown. */
const room = 220;

/** One decided item without anybody's name: `Appeal 12: 3 → 8, rule unclear: …`. */
function precedentLine(one: Precedent, item: string | undefined, locale: Locale): Spans {
  const { number, original, decided, outcome, code, reasons } = one;
  const change = (decided === original ? words.stays(original) : words.change(original, decided))(locale);
  const [reason] = reasons;
  return [
    strong(words.precedent(number)(locale)),
    ...(item === undefined ? [] : [` · ${item}`]),
    words.colon(locale),
    change,
    words.comma(locale),
    outcomeNames[outcome](locale),
    words.comma(locale),
    codeNames[code](locale).toLowerCase(),
    ...(reason === undefined ? [] : [words.colon(locale), beginning(reason, words.ellipsis, locale, room)]),
  ];
}

/** What was decided of the same item before, or that nothing was. */
export const similarBlocks = (found: readonly Precedent[], locale: Locale): readonly Block[] =>
  found.length === 0
    ? [note(words.noneBefore(locale))]
    : [
        text(strong(words.before(locale))),
        { is: "list", items: found.map((one) => precedentLine(one, undefined, locale)) },
      ];

/** Decided items in which some words occur; of no words, the latest. */
export const precedentsView =
  (
    found: readonly Precedent[],
    searched: string,
    nameOf: (one: Precedent, locale: Locale) => string,
  ): Localised<View> =>
  ({ locale }) => {
    const shown = found.slice(0, mostShown);
    const left = found.length - shown.length;
    const none = searched === "" ? words.noPrecedentsYet : words.noPrecedents;
    return {
      title: (searched === "" ? words.precedentsTitle : words.precedentsOf(searched))(locale),
      blocks: [
        ...(shown.length === 0
          ? [text(none(locale))]
          : [{ is: "list", items: shown.map((one) => precedentLine(one, nameOf(one, locale), locale)) } as const]),
        ...(left > 0 ? [note(listWords.morePrecedents(left)(locale))] : []),
        note(words.anonymous(locale), typed("appeal precedents")),
      ],
    };
  };
