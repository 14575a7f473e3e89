import type { Block, Button, View } from "../../../chat/view.ts";
import type { Locale, Localised } from "../../../kernel/locale.ts";
import { add, begin, give, take, undo, withdraw } from "../addresses.ts";
import { nameOf } from "../domain.ts";
import { formWords as words } from "../messages/form.ts";
import { toldWords } from "../messages/told.ts";
import type { Card } from "../reading.ts";
import { buttons, facts, followButton, ideaBlocks, listButton, voteButton } from "./common.ts";
import { withdrawnView } from "./told.ts";

/** What anybody may do with it. */
function readerButtons({ suggestion, may, hasVoted, follows, code }: Card, locale: Locale): Button[] {
  return [
    ...(may.vote ? [voteButton(suggestion, !hasVoted, locale)] : []),
    ...(may.follow ? [followButton(suggestion, !follows, locale)] : []),
    ...(code === undefined ? [listButton(locale)] : []),
  ];
}

/** What its author may do with it, by the code that they came with where it is anonymous. */
function authorButtons({ suggestion: { id: suggestion }, may, code }: Card, locale: Locale): Button[] {
  const own = { suggestion, ...(code === undefined ? {} : { code }) };
  const taking: Button = {
    label: words.withdraw(locale),
    action: withdraw.to(own),
    style: "danger",
    confirm: words.withdrawSure(locale),
  };
  return [...(may.add ? [{ label: words.add(locale), action: add.to(own) }] : []), ...(may.withdraw ? [taking] : [])];
}

/** What those who decide may do with it. */
function officerButtons({ suggestion: { id: suggestion }, may }: Card, locale: Locale): Button[] {
  return [
    ...(may.take ? [{ label: words.take(locale), action: take.to({ suggestion }) }] : []),
    ...(may.give ? [{ label: words.give(locale), action: give.to({ suggestion }) }] : []),
    ...may.decide.map((to) => ({ label: words.decide[to](locale), action: begin.to({ to, suggestion }) })),
    ...(may.undo ? [{ label: words.undo(locale), action: undo.to({ suggestion }) }] : []),
  ];
}

/** A suggestion with everything that its reader may do. */
export const cardView =
  (card: Card): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { suggestion, people } = card;
    if (suggestion.state === "withdrawn") return withdrawnView(suggestion)(reader);
    const rows: readonly (readonly Block[])[] = [readerButtons, authorButtons, officerButtons].map((made) =>
      buttons(made(card, locale)),
    );
    return {
      title: toldWords.title(nameOf(suggestion))(locale),
      blocks: [...ideaBlocks(suggestion, locale), facts(suggestion, people, locale), ...rows.flat()],
    };
  };
