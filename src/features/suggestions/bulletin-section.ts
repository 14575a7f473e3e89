import { type Block, type Spans, strong, text } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { addDays, startOfDay } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import type { SuggestionsDeps } from "./deps.ts";
import { nameOf, type Suggestion } from "./domain.ts";
import { stateNames } from "./messages/names.ts";
import { toldWords, bulletinWords as words } from "./messages/told.ts";
import { type People, peopleOf } from "./reading.ts";
import { authorSpan, inviteNote, reasonOf, shortened } from "./views/common.ts";

/** So many new ones are named. */
const mostNew = 5;
/** So many of those that moved on are named, the latest first. */
const mostMoved = 10;

type Week = { readonly fresh: readonly Suggestion[]; readonly moved: readonly Suggestion[]; readonly people: People };

function freshBlocks({ fresh, people }: Week, locale: Locale): readonly Block[] {
  if (fresh.length === 0) return [];
  const lead = fresh.length > mostNew ? words.most(fresh.length) : words.fresh(fresh.length);
  const items = fresh.slice(0, mostNew).map((one): Spans => {
    const votes = toldWords.count(one.votes)(locale);
    const said = `\n${toldWords.quoted(shortened(one.text))(locale)}`;
    return [strong(nameOf(one)), " · ", authorSpan(one, people, locale), ` · ${votes}`, said];
  });
  return [text(lead(locale)), { is: "list", items }];
}

function movedBlocks({ moved, people }: Week, locale: Locale): readonly Block[] {
  if (moved.length === 0) return [];
  const items = moved.slice(0, mostMoved).map((one): Spans => {
    const reason = reasonOf(one);
    const why = reason === undefined ? "" : words.because(reason)(locale);
    const said = `\n${toldWords.quoted(shortened(one.text))(locale)}`;
    return [
      strong(nameOf(one)),
      " · ",
      authorSpan(one, people, locale),
      " · ",
      strong(stateNames[one.state](locale)),
      `${why}${said}`,
    ];
  });
  return [text(words.moved(locale)), { is: "list", items }];
}

/** What was suggested in the week that is over, and what became of suggestions, with the reasons. */
export const suggestionsInBulletin = ({
  store,
  roster,
}: Pick<SuggestionsDeps, "store" | "roster">): readonly BulletinSection[] => [
  {
    name: "suggestions",
    title: words.title,
    async gather({ site, past }) {
      const [from, before] = [startOfDay(past.from, site.zone), startOfDay(addDays(past.to, 1), site.zone)];
      const [fresh, moved] = await Promise.all([
        store.madeBetween(site.id, from, before),
        store.decidedBetween(site.id, from, before),
      ]);
      if (fresh.length === 0 && moved.length === 0) return undefined;
      const week = { fresh, moved, people: await peopleOf({ roster }, [...fresh, ...moved]) };
      return ({ locale }) => [...freshBlocks(week, locale), ...movedBlocks(week, locale), inviteNote(locale)];
    },
  },
];
