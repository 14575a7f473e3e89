import { type Block, type Button, note, strong, text, typed, type View } from "../../../chat/view.ts";
import { format, type Locale, type Localised, type Reader } from "../../../kernel/locale.ts";
import { dayAt } from "../../../kernel/time.ts";
import { anySkill, beginNomination, openCall, seeNominations, turnLibrary } from "../addresses.ts";
import { callName, type GoodCall } from "../domain.ts";
import { libraryWords as words } from "../messages/library.ts";
import { skillNames } from "../messages/names.ts";
import { nominateWords } from "../messages/nominate.ts";
import type { LibraryPage } from "../reading.ts";
import { personSpan, skillList } from "./common.ts";

/** So much of a highlight stands in the list, in characters. */
const mostShown = 120;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= mostShown
    ? text
    : `${characters
        .slice(0, mostShown - 1)
        .join("")
        .trimEnd()}…`;
};

function callBlock(call: GoodCall, { people }: LibraryPage, reader: Reader): Block {
  const { locale, zone } = reader;
  const day = call.acceptedAt === undefined ? [] : [format(locale).shortDay(dayAt(call.acceptedAt, zone))];
  return text(
    strong(callName(call)),
    " · ",
    personSpan(people.get(call.agent), reader),
    ` · ${[skillList(call, locale), call.contact.queue, ...day].join(" · ")}\n“${shortened(call.highlight)}”`,
  );
}

/** Another page of the same search. */
const pageButton = ({ words: looked, skill }: LibraryPage, page: number, label: string): Button => ({
  label,
  action: turnLibrary.to({
    page: String(page),
    ...(looked === undefined ? {} : { words: looked }),
    ...(skill === undefined ? {} : { skill }),
  }),
});

const filterMenu = ({ words: looked = "" }: LibraryPage, locale: Locale): Block => ({
  is: "menu",
  label: words.filter(locale),
  action: turnLibrary.to({ page: "0", words: looked }),
  options: [
    { value: anySkill, label: words.all(locale) },
    ...Object.entries(skillNames).map(([value, name]) => ({ value, label: name(locale) })),
  ],
});

function emptyBlocks(page: LibraryPage, locale: Locale): readonly Block[] {
  const isSearch = page.words !== undefined || page.skill !== undefined;
  return isSearch
    ? [text(words.nothing(locale), typed("goodcalls")), filterMenu(page, locale)]
    : [text(words.empty(locale), typed("nominate"))];
}

function callBlocks(page: LibraryPage, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const nameOf = ({ agent }: GoodCall) => page.people.get(agent)?.name ?? "…";
  const turns = [
    ...(page.page === 0 ? [] : [pageButton(page, page.page - 1, words.back(locale))]),
    ...(page.page + 1 < page.pages ? [pageButton(page, page.page + 1, words.more(locale))] : []),
  ];
  return [
    text(words.found(page.all)(locale)),
    ...page.calls.map((call) => callBlock(call, page, reader)),
    {
      is: "menu",
      label: words.open(locale),
      action: openCall.to({}),
      options: page.calls.map((call) => ({
        value: call.id,
        label: words.option(callName(call), nameOf(call))(locale),
      })),
    },
    filterMenu(page, locale),
    ...(turns.length === 0 ? [] : [{ is: "buttons", buttons: turns } as const]),
    ...(page.pages < 2 ? [] : [note(words.page(page.page + 1, page.pages)(locale))]),
  ];
}

/** A page of the library, the newest first, with ways to narrow it down. */
export const libraryView =
  (page: LibraryPage): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const looked = [
      ...(page.words === undefined ? [] : [`“${page.words}”`]),
      ...(page.skill === undefined ? [] : [skillNames[page.skill](locale)]),
    ];
    return {
      title: words.title(locale),
      blocks: [
        ...(looked.length === 0 ? [] : [note(words.lookedFor(looked)(locale))]),
        ...(page.calls.length === 0 ? emptyBlocks(page, locale) : callBlocks(page, reader)),
        {
          is: "buttons",
          buttons: [
            { label: nominateWords.begin(locale), action: beginNomination.to({}) },
            { label: nominateWords.mine(locale), action: seeNominations.to({}) },
          ],
        },
      ],
    };
  };
