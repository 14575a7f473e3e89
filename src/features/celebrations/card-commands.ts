import { type Answer, action, view } from "../../chat/command.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import * as to from "./addresses.ts";
import { type CardRefusal, type Written, wordsOf } from "./cards.ts";
import type { Celebrations } from "./celebrations.ts";
import { cardWords } from "./messages/cards.ts";
import { partyWords } from "./messages/party.ts";
import { cardRefusalView, writtenView } from "./views/ask.ts";
import { partyRefusalView, partySaidView } from "./views/party.ts";

/** What buttons about cards and parties do; none of them changes the message that it stands in by itself. */
export function cardCommands({ celebrations }: { readonly celebrations: Celebrations }) {
  function written(outcome: Outcome<Written, CardRefusal>, by: string, isOpener: boolean, asked: string): Answer {
    if (!outcome.ok) return view(cardRefusalView(outcome.refusal));
    const words = wordsOf(outcome.value.card, by, isOpener);
    return view(writtenView(outcome.value, { isOpener, words, isMasked: words !== asked }));
  }

  const own = { allow: "everyone", audience: "asker" } as const;
  return [
    action({
      ...to.signCard,
      ...own,
      summary: cardWords.signSummary,
      run: async ({ asker, at, values: { card, words } }) =>
        written(await celebrations.sign(asker, card, words, at), asker.person, false, words),
    }),
    action({
      ...to.openCard,
      ...own,
      summary: cardWords.openSummary,
      run: async ({ asker, at, values: { card, words } }) =>
        written(await celebrations.open(asker, card, words, at), asker.person, true, words),
    }),
    action({
      ...to.takeBack,
      ...own,
      summary: cardWords.takeBackSummary,
      run: async ({ asker, at, values }) => {
        const outcome = await celebrations.takeBack(asker, values.card, at);
        if (!outcome.ok) return view(cardRefusalView(outcome.refusal));
        return view(writtenView(outcome.value, { isOpener: outcome.value.standing.opener?.id === asker.person }));
      },
    }),
    action({
      ...to.organise,
      ...own,
      summary: partyWords.organiseSummary,
      run: async ({ asker, at, values: of }) => {
        const outcome = await celebrations.organise(asker, of, at);
        return view(outcome.ok ? partySaidView("yours", of) : partyRefusalView(outcome.refusal));
      },
    }),
    action({
      ...to.stepBack,
      ...own,
      summary: partyWords.backSummary,
      run: async ({ asker, at, values: of }) => {
        const outcome = await celebrations.stepBack(asker, of, at);
        return view(outcome.ok ? partySaidView("steppedBack", of) : partyRefusalView(outcome.refusal));
      },
    }),
    action({
      ...to.planParty,
      ...own,
      summary: partyWords.planSummary,
      run: async ({ asker, at, values: { plan, ...of } }) => {
        const outcome = await celebrations.plan(asker, of, plan, at);
        if (!outcome.ok) return view(partyRefusalView(outcome.refusal));
        const { plan: kept = "" } = outcome.value;
        return view(partySaidView("planned", of, { plan: kept, isMasked: kept !== plan }));
      },
    }),
  ];
}
