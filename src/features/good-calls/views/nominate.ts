import { type Block, note, text, typed, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { dayAt } from "../../../kernel/time.ts";
import type { Nominated } from "../acting.ts";
import { beginNomination, chooseContact, openCall } from "../addresses.ts";
import { callName, type GoodCall } from "../domain.ts";
import { stateNames } from "../messages/names.ts";
import { nominateWords as words } from "../messages/nominate.ts";
import { toldWords } from "../messages/told.ts";
import { markOf } from "../nominating.ts";
import { blindFacts, highlightBlock, momentOf, personSpan, takeBackButton, whenFact } from "./common.ts";

/** How long the vote is open, what voters see, and a way to take the call back until then. */
const whileVoting = (call: GoodCall, reader: Reader): readonly Block[] => [
  ...(call.nextAt === undefined ? [] : [text(words.until(reader.locale), momentOf(call.nextAt, reader))]),
  note(words.anonymous(reader.locale)),
  text(words.wrongOne(reader.locale)),
  { is: "buttons", buttons: [takeBackButton(call, reader.locale)] },
];

/** What somebody put forward, with a way to take it back; said of what they wrote where it was masked. */
export const nominatedView =
  ({ call, agent }: Extract<Nominated, { is: "nominated" }>, written?: string): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const isOwn = agent.id === call.nominator;
    const whose: Block = isOwn ? text(words.ownCall(locale)) : text(words.callOf(locale), personSpan(agent, reader));
    const isMasked = written !== undefined && written !== call.highlight;
    return {
      title: words.done(callName(call))(locale),
      tone: "good",
      blocks: [
        whose,
        highlightBlock(call.highlight, locale),
        ...(isMasked ? [note(words.masked(locale))] : []),
        { is: "facts", facts: [whenFact(call, reader), ...blindFacts(call, locale)] },
        ...(call.state === "voting" ? whileVoting(call, reader) : []),
      ],
    };
  };

/** The contacts of one number, to choose one from. */
export const chooseView =
  ({ draft, contacts }: Extract<Nominated, { is: "choose" }>): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const line = (one: (typeof contacts)[number]) =>
      [one.source, format(locale).dateTime(one.startedAt, reader.zone), one.queue].join(" · ");
    return {
      title: words.choose(draft.called)(locale),
      blocks: [
        text(words.several(locale)),
        {
          is: "buttons",
          buttons: contacts.map((one) => ({
            label: line(one),
            action: chooseContact.to({ draft: draft.id, contact: markOf(one) }),
          })),
        },
      ],
    };
  };

/** What the asker put forward, and how each stands. */
export const nominationsView =
  (calls: readonly GoodCall[]): Localised<View> =>
  (reader) => {
    const { locale, zone } = reader;
    const begin = { label: words.begin(locale), action: beginNomination.to({}) };
    if (calls.length === 0) {
      return {
        title: words.mine(locale),
        blocks: [text(words.none(locale), typed("nominate")), { is: "buttons", buttons: [begin] }],
      };
    }
    const { column } = words;
    const day = (call: GoodCall) => format(locale).shortDay(dayAt(call.nominatedAt, zone));
    return {
      title: words.mine(locale),
      blocks: [
        {
          is: "table",
          columns: [column.number, column.on, column.state].map((label) => ({ label: label(locale), align: "start" })),
          rows: calls.map((call) => [callName(call), day(call), stateNames[call.state](locale)]),
        },
        {
          is: "menu",
          label: words.open(locale),
          action: openCall.to({}),
          options: calls.map((call) => ({ value: call.id, label: `${callName(call)} · ${day(call)}` })),
        },
        { is: "buttons", buttons: [begin] },
      ],
    };
  };

/** What is left of a call after it was taken back by who put it forward. */
export const takenBackView =
  (call: GoodCall): Localised<View> =>
  ({ locale }) => ({
    title: toldWords.withdrawn(callName(call))(locale),
    blocks: [{ is: "buttons", buttons: [{ label: words.begin(locale), action: beginNomination.to({}) }] }],
  });
