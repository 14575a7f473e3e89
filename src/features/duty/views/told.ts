import { note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import type { Person, Site } from "../../people/index.ts";
import { settleSwap } from "../addresses.ts";
import type { OnDuty } from "../domain.ts";
import { formWords } from "../messages/form.ts";
import { type Refusal, refusalWords } from "../messages/refusal.ts";
import { toldWords as words } from "../messages/told.ts";
import type { ToldOf } from "../notice.ts";
import type { Offer } from "../swapping.ts";
import { dutyFacts, spanOf } from "./common.ts";

/** What somebody else made of one's duties. */
export const changedView =
  (
    { is, by, reason, ...duty }: Omit<ToldOf, "reason"> & { readonly by: Person; readonly reason?: string | undefined },
    site: Site,
  ): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    return {
      title: (is === "on" ? words.onTitle : words.offTitle)(locale),
      blocks: [
        dutyFacts(duty, site, reader),
        text(words.setBy(locale), spanOf(by)),
        ...(reason === undefined ? [] : [text(words.why(reason)(locale))]),
        note(typed("oncall")),
      ],
    };
  };

/** An offer for whoever is asked, and what became of it; where it could not be taken, why. */
export const offerView =
  ({ swap, asker, site }: Offer, refusal?: Refusal): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const to = (as: "accepted" | "declined") => settleSwap.to({ as, swap: swap.id });
    return {
      title: words.offerTitle(asker.name)(locale),
      ...(refusal === undefined ? {} : { tone: "attention" }),
      blocks: [
        ...(refusal === undefined ? [] : [text(refusalWords(refusal)(locale))]),
        dutyFacts(swap, site, reader),
        ...(swap.state === "open"
          ? [
              {
                is: "buttons" as const,
                buttons: [
                  { label: formWords.accept(locale), action: to("accepted"), style: "primary" as const },
                  { label: formWords.decline(locale), action: to("declined") },
                ],
              },
              note(words.offerUntil(locale)),
            ]
          : [text(words.ended[swap.state](locale))]),
      ],
    };
  };

/** How an offer ended, for the two and their supervisors; of one that came to nothing, for whoever made it. */
export const settledView =
  ({ swap, asker, other, site }: Offer): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const title = {
      accepted: words.accepted(other.name, asker.name),
      declined: words.declined(other.name),
      expired: words.expired(other.name),
      "taken-back": words.retracted,
      open: words.offered(other.name),
    }[swap.state];
    return {
      title: title(locale),
      ...(swap.state === "accepted" ? { tone: "good" as const } : {}),
      blocks: [
        dutyFacts(swap, site, reader, [spanOf(swap.state === "accepted" ? other : asker)]),
        note(typed("oncall week")),
      ],
    };
  };

export const reminderView =
  (duty: OnDuty, site: Site): Localised<View> =>
  (reader) => ({
    title: words.reminderTitle(reader.locale),
    blocks: [dutyFacts(duty, site, reader), note(typed("oncall"))],
  });
