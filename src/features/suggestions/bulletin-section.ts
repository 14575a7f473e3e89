import { type Block, type Spans, strong, text } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { addDays, dayAt, startOfDay } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import type { SuggestionsDeps } from "./deps.ts";
import { isHidden, movedIn, nameOf, type Step, type Suggestion } from "./domain.ts";
import { stateNames } from "./messages/names.ts";
import { toldWords, bulletinWords as words } from "./messages/told.ts";
import { type People, peopleOf } from "./reading.ts";
import { authorSpan, inviteNote, shortened } from "./views/common.ts";

/** So many new ones are named. */
const mostNew = 5;
/** So many of those that moved on are named, the latest first. */
const mostMoved = 10;

/** A suggestion with what became of it in the week. */
type Moved = { readonly suggestion: Suggestion; readonly step: Step };
type Week = { readonly fresh: readonly Suggestion[]; readonly moved: readonly Moved[]; readonly people: People };

function freshBlocks({ fresh, people }: Week, locale: Locale): readonly Block[] {
  if (fresh.length === 0) return [];
  const lead = fresh.length > mostNew ? words.most(fresh.length) : words.fresh(fresh.length);
  const items = fresh.slice(0, mostNew).map((one): Spans => {
    const said = `\n${toldWords.quoted(shortened(one.text))(locale)}`;
    return [strong(nameOf(one)), " · ", authorSpan(one, people, locale), said];
  });
  return [text(lead(locale)), { is: "list", items }];
}

function movedBlocks({ moved, people }: Week, locale: Locale): readonly Block[] {
  if (moved.length === 0) return [];
  const items = moved.slice(0, mostMoved).map(({ suggestion: one, step: { to, reason } }): Spans => {
    const why = reason === undefined ? "" : words.because(reason)(locale);
    const said = `\n${toldWords.quoted(shortened(one.text))(locale)}`;
    return [
      strong(nameOf(one)),
      " · ",
      authorSpan(one, people, locale),
      " · ",
      strong(stateNames[to](locale)),
      `${why}${said}`,
    ];
  });
  return [text(words.moved(locale)), { is: "list", items }];
}

/** What moved on in a time, with the last state of that time, the latest first. */
const movedOf = (all: readonly Suggestion[], from: Date, before: Date): readonly Moved[] =>
  all
    .flatMap((suggestion) => {
      const step = movedIn(suggestion, from, before);
      return step === undefined ? [] : [{ suggestion, step }];
    })
    .sort((a, b) => b.step.at.getTime() - a.step.at.getTime() || b.suggestion.number - a.suggestion.number);

/**
 * What was suggested in the week that is over, and what became of suggestions in it, with the reasons: it stays as it was
 * told, whatever is voted and decided later. What is hidden still is not told in a draft either.
 */
export const suggestionsInBulletin = ({
  store,
  roster,
}: Pick<SuggestionsDeps, "store" | "roster">): readonly BulletinSection[] => [
  {
    name: "suggestions",
    title: words.title,
    async gather({ site, past, at }) {
      const [from, before] = [startOfDay(past.from, site.zone), startOfDay(addDays(past.to, 1), site.zone)];
      const [made, known] = await Promise.all([
        store.madeBetween(site.id, from, before),
        store.movedBetween(site.id, from, before),
      ]);
      const today = startOfDay(dayAt(at, site.zone), site.zone);
      const fresh = made.filter((one) => !isHidden(one, today));
      const moved = movedOf(known, from, before);
      if (fresh.length === 0 && moved.length === 0) return undefined;
      const week = { fresh, moved, people: await peopleOf({ roster }, [...fresh, ...known]) };
      return ({ locale }) => [...freshBlocks(week, locale), ...movedBlocks(week, locale), inviteNote(locale)];
    },
  },
];
