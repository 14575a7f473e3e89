import { type Block, type Button, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import * as to from "../addresses.ts";
import type { AskedFor, Told } from "../asking.ts";
import { requestName } from "../domain.ts";
import { cardWords } from "../messages/card.ts";
import { formWords as words } from "../messages/form.ts";
import { substituteNames } from "../messages/names.ts";
import { refusalWords, refusedTitle, written as writtenWords } from "../messages/refusal.ts";
import type { Seen } from "../reading.ts";
import type { Refusal } from "../refusals.ts";
import { cardView, readerView } from "./card.ts";
import { buttonBlocks, personSpans, timeOf } from "./common.ts";
import { mineView } from "./mine.ts";
import { briefView } from "./said.ts";

const kept = (unsent: string, { locale }: Reader): readonly Block[] =>
  unsent === "" ? [] : [note(writtenWords(locale)), text(unsent)];

/** Why something was not done, with what its writer would otherwise lose. */
export const refusalView =
  (refusal: Refusal, unsent = ""): Localised<View> =>
  (reader) => ({
    title: refusedTitle(reader.locale),
    tone: "attention",
    blocks: [text(refusalWords(refusal, reader)), ...kept(unsent, reader)],
  });

/** A request as its reader may see it. */
export const seenView = ({ shown, eyes }: Seen): Localised<View> =>
  eyes === "asker" ? mineView(shown) : eyes === "helper" ? cardView(shown, "own") : readerView(shown);

/** The same after something was done about it, or was not. */
export const afterView =
  (
    seen: Seen,
    {
      refusal,
      isMasked = false,
      isBrief = false,
      unsent = "",
    }: {
      readonly refusal?: Refusal;
      readonly isMasked?: boolean;
      readonly isBrief?: boolean;
      readonly unsent?: string;
    },
  ): Localised<View> =>
  (reader) => {
    const made = (isBrief ? briefView(seen.shown, seen.eyes === "asker") : seenView(seen))(reader);
    const why = refusal === undefined ? [] : [text(refusalWords(refusal, reader)), ...kept(unsent, reader)];
    const masked = isMasked ? [note(words.masked(reader.locale))] : [];
    return { ...made, blocks: [...why, ...masked, ...made.blocks] };
  };

type RoleName = Seen["shown"]["roleName"];

/** Whom it was told at once. */
function toldBlock({ ask, people, instead }: Told, roleName: RoleName, reader: Reader): Block {
  const { locale } = reader;
  const role = roleName(ask)(locale);
  if (people.length === 0) return text(words.toldNobody(role)(locale));
  const shown = { people: new Map(people.map((person) => [person.id, person])) };
  const lead =
    instead === undefined
      ? words.told(role)(locale)
      : words.toldInstead(role, substituteNames[instead](locale))(locale);
  return text(lead, ...personSpans([...shown.people.keys()], shown, reader), words.end(locale));
}

/** What whoever asked is answered: where it stands, who knows of it, and what settled the like before. */
export const askedView =
  ({ request, isMerged, isMasked, offers, told, channel, dueAt }: AskedFor, roleName: RoleName): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { id, isLive } = request;
    const name = requestName(request);
    const due = dueAt === undefined ? [] : [words.dueBy(locale), timeOf(dueAt, reader)];
    const waits: Button = { label: words.customerWaits(locale), action: to.customerWaits.to({ request: id }) };
    const where = isMerged
      ? [words.mergedMore(locale)]
      : channel === undefined
        ? []
        : [words.inChannel(channel)(locale)];
    return {
      title: (isMerged ? words.merged : words.asked)(name)(locale),
      tone: "good",
      blocks: [
        ...(isMasked ? [note(words.masked(locale))] : []),
        text(words.pace(isLive)(locale), ...due, words.end(locale)),
        ...buttonBlocks(isLive ? [] : [waits]),
        ...offers.flatMap(({ id: answer, number, answer: said }, index) => [
          ...(index === 0 ? [text(words.offers(locale))] : []),
          text(`${words.offer(number)(locale)} ${cardWords.quoted(said)(locale)}`),
          ...buttonBlocks([{ label: cardWords.solved(locale), action: to.solve.line.to({ request: id, answer }) }]),
        ]),
        ...(where.length === 0 ? [] : [text(...where)]),
        ...told.map((one) => toldBlock(one, roleName, reader)),
        note(words.follow(locale), typed("helpme list")),
      ],
    };
  };

/** To whoever wrote customers' numbers where all can read them. */
export const maskedView: Localised<View> = ({ locale }) => ({
  title: words.numbersTitle(locale),
  tone: "attention",
  blocks: [text(words.stillThere(locale))],
});
