import { text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { Person } from "../../people/index.ts";
import { callName, type GoodCall } from "../domain.ts";
import { toldWords as words } from "../messages/told.ts";
import { blindFacts, highlightBlock, openButton, personSpan, withdrawnView } from "./common.ts";

/** The call itself, its votes and a way to it. */
const shown = (call: GoodCall, { locale }: Reader): View["blocks"] => [
  highlightBlock(call.highlight, locale),
  {
    is: "facts",
    facts: [
      ...blindFacts(call, locale),
      ...(call.result === undefined
        ? []
        : [{ label: words.votes(locale), value: [words.counted(call.result)(locale)] }]),
    ],
  },
  text(words.inLibrary(locale), callName(call)),
  { is: "buttons", buttons: [openButton(call, locale)] },
];

/** Praise of an agent who agreed to it, before everybody. */
export const praiseView =
  (call: GoodCall, agent: Person): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (call.state !== "accepted") return withdrawnView(call)(reader);
    return {
      title: words.praise(agent.name)(locale),
      tone: "good",
      blocks: [
        text(words.praised(locale), personSpan(agent, reader), words.praisedEnd(locale)),
        ...shown(call, reader),
      ],
    };
  };

/** The same for those who lead the agent. */
export const leadersView =
  (call: GoodCall, agent: Person): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (call.state !== "accepted") return withdrawnView(call)(reader);
    return {
      title: words.leaders(agent.name)(locale),
      tone: "good",
      blocks: [text(words.leadersMore(locale)), ...shown(call, reader)],
    };
  };
