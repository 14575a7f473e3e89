import { note, text, type View } from "../../../chat/view.ts";
import type { Localised, Say } from "../../../kernel/locale.ts";
import { callName } from "../domain.ts";
import { mostOpenings, type Way } from "../listening.ts";
import { libraryWords as words } from "../messages/library.ts";
import { type Refusal, refusalWords, refusedTitle } from "../messages/refusal.ts";
import { momentOf, openButton } from "./common.ts";

/** Why something was not done, in words of its own. */
const saidView =
  (why: Say): Localised<View> =>
  ({ locale }) => ({ title: refusedTitle(locale), tone: "attention", blocks: [text(why(locale))] });

/** Why something was not done; with a way to the call that was put forward before and is in the library. */
export const refusalView =
  (refusal: Refusal): Localised<View> =>
  (reader) => {
    const said = saidView(refusalWords(refusal))(reader);
    if (refusal.why !== "put-forward" || refusal.call.state !== "accepted") return said;
    const open = { is: "buttons", buttons: [openButton(refusal.call, reader.locale)] } as const;
    return { ...said, blocks: [...said.blocks, open] };
  };

/** The way to a recording, for who asked alone. */
export const wayView =
  (way: Way): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const title = words.linkTitle(callName(way.call))(locale);
    if (way.is === "ask") {
      const { source, sourceId } = way.call.contact;
      return { title, blocks: [text(words.askFor(source, sourceId)(locale)), note(words.opens(locale))] };
    }
    return {
      title,
      blocks: [
        text(words.linkUntil(locale), momentOf(way.until, reader)),
        { is: "buttons", buttons: [{ label: words.openLink(locale), url: way.url }] },
        note(words.notPassedOn(mostOpenings)(locale)),
      ],
    };
  };
