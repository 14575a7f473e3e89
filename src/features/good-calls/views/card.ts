import { type Block, type Button, type Fact, note, text, type View } from "../../../chat/view.ts";
import { format, type Locale, type Localised, type Reader } from "../../../kernel/locale.ts";
import { seeBackground, seeListeners } from "../addresses.ts";
import { callName } from "../domain.ts";
import { libraryWords as words } from "../messages/library.ts";
import { stateNames } from "../messages/names.ts";
import { toldWords } from "../messages/told.ts";
import type { Background, CallCard, Listeners } from "../reading.ts";
import {
  blindFacts,
  consentButtons,
  highlightBlock,
  listenButton,
  momentOf,
  personSpan,
  takeBackButton,
  takeOutButton,
  whenFact,
} from "./common.ts";

/** Whose call it is, for all but those who only wait how a vote ends. */
function facts({ call, agent, eyes }: CallCard, reader: Reader): readonly Fact[] {
  const { locale } = reader;
  const since = call.acceptedAt;
  const standing: Fact =
    call.state === "accepted" && since !== undefined
      ? { label: words.since(locale), value: [momentOf(since, reader)] }
      : { label: words.state(locale), value: [stateNames[call.state](locale)] };
  return [
    { label: toldWords.agent(locale), value: [personSpan(agent, reader)] },
    whenFact(call, reader),
    ...(eyes === "everyone" ? [] : [{ label: toldWords.contact(locale), value: [call.contact.sourceId] }]),
    ...blindFacts(call, locale),
    ...(call.result === undefined
      ? []
      : [{ label: toldWords.votes(locale), value: [toldWords.counted(call.result)(locale)] }]),
    standing,
  ];
}

function buttons({ call, eyes, isNominator, isStandIn, heard }: CallCard, locale: Locale): readonly Button[] {
  const { id, state } = call;
  const isAgent = eyes === "agent";
  return [
    ...(state === "accepted" || (isAgent && state === "consent") ? [listenButton(call, locale)] : []),
    ...(isAgent && state === "consent" ? consentButtons(call, locale) : []),
    ...((isAgent || isStandIn) && state === "accepted" ? [takeOutButton(call, locale)] : []),
    ...(isNominator && state === "voting" ? [takeBackButton(call, locale)] : []),
    ...(heard === undefined || heard.times === 0
      ? []
      : [{ label: words.whoHeard(locale), action: seeListeners.to({ call: id }) }]),
    ...(eyes === "auditor" ? [{ label: words.background(locale), action: seeBackground.to({ call: id }) }] : []),
  ];
}

/** One good call. */
export const cardView =
  (card: CallCard): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { call, heard } = card;
    const pressed = buttons(card, locale);
    return {
      title: callName(call),
      blocks: [
        highlightBlock(call.highlight, locale),
        { is: "facts", facts: facts(card, reader) },
        ...(heard === undefined ? [] : [note(words.heard(heard.times, heard.people)(locale))]),
        ...(pressed.length === 0 ? [] : [{ is: "buttons", buttons: pressed } as const]),
      ],
    };
  };

/** Who put a call forward and who voted. */
export const backgroundView =
  ({ call, ballots, people }: Background): Localised<View> =>
  (reader) => {
    const { locale, zone } = reader;
    const nameOf = (id: string) => people.get(id)?.name ?? toldWords.somebody(locale);
    const isOver = call.result !== undefined;
    const said = (isFor: boolean) => (isFor ? toldWords.for : toldWords.notFor)(locale);
    const labels = [words.person, toldWords.when, ...(isOver ? [words.vote] : [])];
    const votes: readonly Block[] =
      ballots.length === 0
        ? [text(words.nobodyVoted(locale))]
        : [
            {
              is: "table",
              columns: labels.map((label) => ({ label: label(locale), align: "start" })),
              rows: ballots.map(({ voter, isFor, at }) => [
                nameOf(voter),
                format(locale).dateTime(at, zone),
                ...(isOver ? [said(isFor)] : []),
              ]),
            },
          ];
    return {
      title: words.backgroundTitle(callName(call))(locale),
      blocks: [
        { is: "facts", facts: [{ label: words.by(locale), value: [personSpan(people.get(call.nominator), reader)] }] },
        ...votes,
        ...(isOver ? [] : [note(words.blindStill(locale))]),
        note(words.noted(locale)),
      ],
    };
  };

/** Who opened the recording of a call, the latest first. */
export const listenersView =
  ({ call, heard, people }: Listeners): Localised<View> =>
  ({ locale, zone }) => ({
    title: words.whoHeardTitle(callName(call))(locale),
    blocks: [
      text(words.heard(heard.times, heard.people)(locale)),
      ...(heard.latest.length === 0
        ? []
        : [
            {
              is: "table",
              columns: [
                { label: words.person(locale), align: "start" },
                { label: words.first(locale), align: "start" },
                { label: words.times(locale), align: "end" },
              ],
              rows: heard.latest.map(({ person, openedAt, times }) => [
                people.get(person)?.name ?? toldWords.somebody(locale),
                format(locale).dateTime(openedAt, zone),
                format(locale).number(times),
              ]),
            } as const,
          ]),
    ],
  });
