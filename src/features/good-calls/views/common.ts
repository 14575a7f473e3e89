import { type Block, type Button, type Fact, type Span, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Reader } from "../../../kernel/locale.ts";
import { format } from "../../../kernel/locale.ts";
import { momentOf, type Person } from "../../people/index.ts";
import { answerConsent, listenTo, openCall, takeBack } from "../addresses.ts";
import { callName, type GoodCall } from "../domain.ts";
import { skillNames } from "../messages/names.ts";
import { nominateWords } from "../messages/nominate.ts";
import { toldWords as words } from "../messages/told.ts";

export { momentOf };

/** Somebody by name, or words for who is no longer known. */
export const personSpan = (person: Person | undefined, { locale }: Pick<Reader, "locale">): Span =>
  person === undefined ? words.somebody(locale) : { is: "person", name: person.name, accounts: person.accounts };

export const skillList = ({ skills }: Pick<GoodCall, "skills">, locale: Locale): string =>
  format(locale).allOf(skills.map((skill) => skillNames[skill](locale)));

/** A place in a recording as minute and second. */
const minuteSecond = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** What tells nobody whose call it is: its skills, its queue and its length, and where to listen. */
export const blindFacts = (call: GoodCall, locale: Locale): readonly Fact[] => [
  { label: words.skills(locale), value: [skillList(call, locale)] },
  { label: words.queue(locale), value: [call.contact.queue] },
  { label: words.length(locale), value: [words.minutes(call.contact.handleS)(locale)] },
  ...(call.markS === undefined ? [] : [{ label: words.where(locale), value: [minuteSecond(call.markS)] }]),
];

/** When the call was. */
export const whenFact = ({ contact }: GoodCall, reader: Reader): Fact => ({
  label: words.when(reader.locale),
  value: [momentOf(contact.startedAt, reader)],
});

export const highlightBlock = (highlight: string, locale: Locale): Block => text(words.quoted(highlight)(locale));

/** What stands everywhere in place of a call that was withdrawn. */
export const withdrawnView =
  (call: GoodCall): Localised<View> =>
  ({ locale }) => ({
    title: words.withdrawn(callName(call))(locale),
    blocks: [text(words.withdrawnMore(locale), typed("goodcalls"))],
  });

export const openButton = ({ id }: GoodCall, locale: Locale): Button => ({
  label: words.open(locale),
  action: openCall.to({ call: id }),
});

export const listenButton = ({ id }: GoodCall, locale: Locale): Button => ({
  label: words.listen(locale),
  action: listenTo.to({ call: id }),
});

/** The two answers of its agent. */
export const consentButtons = ({ id: call }: GoodCall, locale: Locale): readonly Button[] => [
  {
    label: words.yes(locale),
    action: answerConsent.to({ as: "yes", call }),
    style: "primary",
    confirm: words.yesSure(locale),
  },
  { label: words.no(locale), action: answerConsent.to({ as: "no", call }), confirm: words.noSure(locale) },
];

/** Takes back the consent of its agent. */
export const takeOutButton = ({ id }: GoodCall, locale: Locale): Button => ({
  label: words.takeOut(locale),
  action: takeBack.to({ call: id }),
  style: "danger",
  confirm: words.takeOutSure(locale),
});

/** Takes back what somebody put forward. */
export const takeBackButton = ({ id }: GoodCall, locale: Locale): Button => ({
  label: nominateWords.takeBack(locale),
  action: takeBack.to({ call: id }),
});
