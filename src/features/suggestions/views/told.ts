import { note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import type { PersonId } from "../../people/index.ts";
import { nameOf, type Suggestion, standing } from "../domain.ts";
import { stateNames } from "../messages/names.ts";
import { toldWords as words } from "../messages/told.ts";
import type { People } from "../reading.ts";
import { isOpen, type State } from "../states.ts";
import { buttons, facts, followButton, ideaBlocks, inviteNote, openButton, shortened, voteButton } from "./common.ts";

/** What stands everywhere in place of a suggestion that was withdrawn. */
export const withdrawnView =
  (suggestion: Suggestion): Localised<View> =>
  ({ locale }) => ({
    title: words.withdrawnTitle(nameOf(suggestion))(locale),
    blocks: [text(words.withdrawn(locale))],
  });

/** A suggestion before everybody. */
export const postView =
  (suggestion: Suggestion, people: People): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (suggestion.state === "withdrawn") return withdrawnView(suggestion)(reader);
    const votes = [
      voteButton(suggestion, true, locale),
      voteButton(suggestion, false, locale),
      followButton(suggestion, true, locale),
    ];
    return {
      title: words.title(nameOf(suggestion))(locale),
      blocks: [
        ...ideaBlocks(suggestion, locale),
        facts(suggestion, people, locale),
        ...buttons([...(isOpen(suggestion) ? votes : []), openButton(suggestion, locale)]),
        inviteNote(locale),
      ],
    };
  };

/** What became of a suggestion when it came into a state; said otherwise once that was undone. */
export const movedView =
  (suggestion: Suggestion, state: State): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (suggestion.state === "withdrawn" || state === "withdrawn" || state === "new")
      return withdrawnView(suggestion)(reader);
    const name = nameOf(suggestion);
    const step = standing(suggestion.steps).findLast(({ to }) => to === state);
    const slip = suggestion.steps.findLast(({ isBack, from }) => isBack === true && from === state);
    const reason = (step ?? slip)?.reason;
    const now = stateNames[suggestion.state](locale);
    return {
      title: (step === undefined ? words.undoneTitle(name) : words.moved[state](name))(locale),
      ...(step !== undefined && state === "done" ? { tone: "good" } : {}),
      blocks: [
        text(words.quoted(shortened(suggestion.text))(locale)),
        ...(step === undefined ? [text(words.undone(stateNames[state](locale), now)(locale))] : []),
        ...(reason === undefined
          ? []
          : [{ is: "facts", facts: [{ label: words.reason(locale), value: [reason] }] } as const]),
        ...buttons([openButton(suggestion, locale)]),
        note(words.why(locale), typed("settings")),
      ],
    };
  };

/** What an owner is told of a suggestion that was given to them. */
export const ownerView =
  (suggestion: Suggestion, owner: PersonId, people: People): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (suggestion.state === "withdrawn") return withdrawnView(suggestion)(reader);
    const name = nameOf(suggestion);
    const isTheirs = suggestion.owner === owner;
    return {
      title: (isTheirs ? words.yours(name) : words.notYours(name))(locale),
      blocks: [
        ...ideaBlocks(suggestion, locale),
        facts(suggestion, people, locale),
        ...(isTheirs ? [text(words.yoursMore(locale))] : []),
        ...buttons([openButton(suggestion, locale)]),
      ],
    };
  };
