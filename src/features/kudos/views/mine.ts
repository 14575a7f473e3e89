import { type Block, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import type { PersonId } from "../../people/index.ts";
import { newKudos } from "../addresses.ts";
import type { Kudos } from "../domain.ts";
import type { Mine } from "../kudos.ts";
import { formWords } from "../messages/form.ts";
import { mineWords as words } from "../messages/mine.ts";
import { leftWords } from "../messages/sent.ts";
import { toldWords } from "../messages/told.ts";
import { valueName } from "../rules.ts";

/** What somebody gave and received lately, for their own eyes. */
export const mineView =
  ({ received, given, people, rules, left, today }: Mine): Localised<View> =>
  ({ locale }: Reader) => {
    const nameOf = (id: PersonId) => people.get(id)?.name ?? words.somebody(locale);
    const line = ({ day, value, reason, uncounted }: Kudos, whom: string): Spans => [
      strong(valueName(rules.values, value)(locale)),
      ` · ${format(locale).shortDay(day)} · ${whom}`,
      ...(uncounted === undefined ? [] : [` · ${words.uncounted(locale)}`]),
      `\n${toldWords.quoted(reason)(locale)}`,
    ];
    const listed = (all: readonly Spans[], none: string): Block =>
      all.length === 0 ? text(none) : { is: "list", items: all };
    const names = Object.keys(rules.values).map((id) => valueName(rules.values, id)(locale));
    return {
      title: words.title(locale),
      blocks: [
        { is: "heading", text: words.received(locale) },
        listed(
          received.map((one) => line(one, words.from(nameOf(one.giver))(locale))),
          words.noneReceived(locale),
        ),
        { is: "heading", text: words.given(locale) },
        listed(
          given.map((one) => line(one, words.to(nameOf(one.receiver))(locale))),
          words.noneGiven(locale),
        ),
        text(leftWords(left, today)(locale)),
        note(words.values(locale), format(locale).allOf(names)),
        { is: "buttons", buttons: [{ label: formWords.summary(locale), action: newKudos.to({}), style: "primary" }] },
      ],
    };
  };
