import { type Block, type Button, note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader, Say } from "../../../kernel/locale.ts";
import { dayAt } from "../../../kernel/time.ts";
import { beginAsking, openRequest, turnList } from "../addresses.ts";
import { type HelpRequest, requestName } from "../domain.ts";
import { cardWords } from "../messages/card.ts";
import { formWords as words } from "../messages/form.ts";
import { stateNames } from "../messages/names.ts";
import type { Page } from "../reading.ts";
import { categoryName } from "../rules.ts";
import { isUnderWay } from "../states.ts";
import type { Filter } from "../typed.ts";
import { momentOf, personSpan } from "./common.ts";

/** So much of a text stands in the list, in characters. */
const mostShown = 100;

function shortened(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, " ")];
  if (characters.length <= mostShown) return characters.join("");
  return `${characters
    .slice(0, mostShown - 1)
    .join("")
    .trimEnd()}…`;
}

/** A filter as it would be typed. */
const written = ({ isMine, state, category, isLive }: Filter): string =>
  [isMine ? "mine" : "", state ?? "", category ?? "", isLive ? "live" : ""].filter(Boolean).join(" ") || "all";

const titles: Readonly<Record<Page["of"], Say>> = { own: words.own, "at-it": words.atIt, site: words.list };

function lineBlock(request: HelpRequest, page: Page, reader: Reader): Block {
  const { locale } = reader;
  const { isLive, state, claimer, asker } = request;
  const parts = [
    stateNames[state](locale),
    ...(isLive && isUnderWay(state) ? [cardWords.live(locale)] : []),
    categoryName(page.rules, request.category)(locale),
  ];
  return text(
    strong(requestName(request)),
    ` · ${parts.join(" · ")} · `,
    momentOf(request.openedAt, reader),
    ...(page.of === "own" ? [] : [" · ", personSpan(asker, page, reader)]),
    ...(claimer === undefined || !isUnderWay(state) ? [] : [" → ", personSpan(claimer, page, reader)]),
    `\n${cardWords.quoted(shortened(request.text))(locale)}`,
  );
}

const emptyBlock = ({ of }: Page, locale: Locale): Block =>
  of === "own"
    ? text(words.noneOwn(locale), typed("helpme"))
    : of === "at-it"
      ? text(words.noneAtIt(locale), typed("helpme list open"))
      : text(words.noneSite(locale), typed("helpme list over"));

function menus(page: Page, { locale }: Reader): readonly Block[] {
  const named = Object.entries<Say>(page.of === "own" ? words.ownFilters : words.filters);
  const categories = Object.keys(page.rules.categories).map((id) => [id, categoryName(page.rules, id)] as const);
  return [
    {
      is: "menu",
      label: words.show(locale),
      action: turnList.to({ page: "0" }),
      options: [...named, ...categories].map(([value, name]) => ({ value, label: name(locale) })),
    },
  ];
}

/** A page of requests, the latest first, with ways to narrow it down. */
export const listView =
  (page: Page): Localised<View> =>
  (reader) => {
    const { locale, zone } = reader;
    const filter = written(page.filter);
    const turn = (to: number, label: string): Button => ({ label, action: turnList.to({ page: String(to), filter }) });
    const openMenu: Block = {
      is: "menu",
      label: words.openOne(locale),
      action: openRequest.to({}),
      options: page.requests.map((one) => ({
        value: one.id,
        label: `${requestName(one)} · ${dayAt(one.openedAt, zone)}`,
      })),
    };
    return {
      title: titles[page.of](locale),
      blocks: [
        ...(page.requests.length === 0
          ? [emptyBlock(page, locale)]
          : [
              text(words.count(page.all)(locale)),
              ...page.requests.map((one) => lineBlock(one, page, reader)),
              openMenu,
            ]),
        ...menus(page, reader),
        {
          is: "buttons",
          buttons: [
            ...(page.page === 0 ? [] : [turn(page.page - 1, words.back(locale))]),
            ...(page.page + 1 < page.pages ? [turn(page.page + 1, words.next(locale))] : []),
            { label: words.begin(locale), action: beginAsking.to({}) },
          ],
        },
        ...(page.pages < 2 ? [] : [note(words.page(page.page + 1, page.pages)(locale))]),
      ],
    };
  };
