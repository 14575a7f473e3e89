import { type Answer, action, command, view } from "../../chat/command.ts";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import * as to from "./addresses.ts";
import type { GoodCalls } from "./good-calls.ts";
import { libraryWords as words } from "./messages/library.ts";
import type { Refusal } from "./messages/refusal.ts";
import { toldWords } from "./messages/told.ts";
import { libraryParams } from "./params.ts";
import { refusalView, wayView } from "./views/answers.ts";
import { backgroundView, cardView, listenersView } from "./views/card.ts";
import { libraryView } from "./views/library.ts";

/** `/goodcalls` and what is pressed in the library. */
export function libraryCommands({ goodCalls }: { readonly goodCalls: GoodCalls }) {
  const shown = <T>(outcome: Outcome<T, Refusal>, made: (value: T) => Localised<View>): Answer =>
    view(outcome.ok ? made(outcome.value) : refusalView(outcome.refusal));

  const library = command({
    name: "goodcalls",
    summary: words.summary,
    params: libraryParams,
    audience: "asker",
    allow: "everyone",
    run: async ({ asker, at, values }) => {
      const { words: looked, skill } = values;
      const named = looked === undefined ? undefined : await goodCalls.cardCalled(asker, looked, at);
      if (named !== undefined) return shown(named, cardView);
      return view(libraryView(await goodCalls.library(asker, { words: looked, skill, page: 0 })));
    },
  });

  const actions = [
    action({
      ...to.turnLibrary,
      summary: words.more,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, values }) => {
        const { page, words: looked, skill } = values;
        return view(libraryView(await goodCalls.library(asker, { words: looked, skill, page })));
      },
    }),
    action({
      ...to.openCall,
      summary: words.open,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await goodCalls.card(asker, values.call, at), cardView),
    }),
    action({
      ...to.listenTo,
      summary: toldWords.listen,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await goodCalls.listen(asker, values.call, at), wayView),
    }),
    action({
      ...to.seeListeners,
      summary: words.whoHeard,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await goodCalls.listeners(asker, values.call, at), listenersView),
    }),
    action({
      ...to.seeBackground,
      summary: words.background,
      audience: "asker",
      allow: ["auditor"],
      run: async ({ asker, at, values }) => shown(await goodCalls.background(asker, values.call, at), backgroundView),
    }),
  ];

  return { commands: [library], actions };
}
