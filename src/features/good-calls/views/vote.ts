import { type Block, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import { vote } from "../addresses.ts";
import { callName, type GoodCall } from "../domain.ts";
import { without } from "../hiding.ts";
import { toldWords as words } from "../messages/told.ts";
import { blindFacts, highlightBlock, momentOf, withdrawnView } from "./common.ts";

/** What a voter goes by: neither whose call it is nor who put it forward, nor any word that would tell. */
const blindBlocks = (call: GoodCall, telling: readonly string[], { locale }: Reader): readonly Block[] => [
  highlightBlock(without(telling, call.highlight), locale),
  { is: "facts", facts: blindFacts(call, locale) },
];

function openVote(call: GoodCall, telling: readonly string[], reader: Reader): View {
  const { locale } = reader;
  const { id, nextAt } = call;
  return {
    title: words.isItGood(callName(call))(locale),
    blocks: [
      ...blindBlocks(call, telling, reader),
      ...(nextAt === undefined ? [] : [text(words.voteUntil(locale), momentOf(nextAt, reader))]),
      {
        is: "buttons",
        buttons: [
          { label: words.for(locale), action: vote.to({ as: "for", call: id }), style: "primary" },
          { label: words.notFor(locale), action: vote.to({ as: "not", call: id }) },
        ],
      },
      note(words.blind(locale)),
    ],
  };
}

/** A call that is put to the vote, and how the vote ended; a call that its agent keeps private reads as one they may. */
export const voteView =
  (call: GoodCall, telling: readonly string[]): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { state, result } = call;
    if (state === "withdrawn") return withdrawnView(call)(reader);
    if (result === undefined) return openVote(call, telling, reader);
    const became: Block =
      state === "accepted"
        ? text(words.inLibrary(locale), typed(`goodcalls ${callName(call)}`))
        : text((state === "not-chosen" ? words.notChosen : words.ifAgreed)(locale));
    return {
      title: words.voteOver(callName(call))(locale),
      blocks: [
        ...blindBlocks(call, telling, reader),
        text(words.counted(result)(locale)),
        became,
        note(words.needed(result)(locale)),
      ],
    };
  };

/** What a voter alone sees. */
export const votedView =
  (call: GoodCall, isFor: boolean): Localised<View> =>
  (reader) => ({
    title: words.voted(isFor, callName(call))(reader.locale),
    blocks: call.nextAt === undefined ? [] : [text(words.canChange(reader.locale), momentOf(call.nextAt, reader))],
  });
