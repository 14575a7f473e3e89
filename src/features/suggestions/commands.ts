import { type Answer, action, command, form, view } from "../../chat/command.ts";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import * as to from "./addresses.ts";
import { nameOf, type Suggestion } from "./domain.ts";
import { lineOf } from "./lines.ts";
import { answerWords } from "./messages/answer.ts";
import { formWords as words } from "./messages/form.ts";
import { stateNames } from "./messages/names.ts";
import type { Refusal } from "./messages/refusal.ts";
import type { Who } from "./roster.ts";
import { type Decision, needsReason } from "./states.ts";
import type { Suggestions } from "./suggestions.ts";
import { anonymousView, doneView, madeView, refusalView, sameView } from "./views/answers.ts";
import { cardView } from "./views/card.ts";
import { listView, mineView } from "./views/lists.ts";

const deciders = ["lead", "supervisor", "admin"] as const;

/** `/suggest` and what is pressed on suggestions; what an anonymous author types and is answered is never kept. */
export function suggestionCommands({ suggestions }: { readonly suggestions: Suggestions }) {
  const shown = <T>(outcome: Outcome<T, Refusal>, made: (value: T) => Localised<View>, written?: string): Answer =>
    view(outcome.ok ? made(outcome.value) : refusalView(outcome.refusal, written));
  const named = (one: Suggestion) => nameOf(one);

  const suggest = command({
    name: "suggest",
    summary: words.summary,
    params: to.suggestParams,
    audience: "asker",
    allow: "everyone",
    opensForm: true,
    unkept: true,
    run: async ({ asker, at, values }) => {
      const line = lineOf(values.idea);
      switch (line.is) {
        case "write":
          return form(to.write.name, line.text === undefined ? {} : { text: line.text });
        case "list":
          return view(listView(await suggestions.list(asker, { state: line.state, page: 0 }, at)));
        case "mine":
          return view(mineView(await suggestions.mine(asker)));
        case "status":
          return shown(await suggestions.cardCalled(asker, line.what, at), cardView);
      }
    },
  });

  const writing = [
    action({
      ...to.write,
      summary: words.summary,
      audience: "asker",
      allow: "everyone",
      unkept: true,
      run: async ({ asker, at, values }) => {
        const { text, as } = values;
        const made = await suggestions.make(asker, { text, isSigned: as === "signed" }, at);
        if (made.ok) return view(madeView(made.value, text));
        const { refusal } = made;
        return view(refusal.why === "same" ? sameView(refusal.suggestion) : refusalView(refusal, text));
      },
    }),
    action({
      ...to.add,
      summary: words.add,
      audience: "asker",
      allow: "everyone",
      unkept: true,
      run: async ({ asker, at, values }) =>
        shown(
          await suggestions.add(asker, values, at),
          (one) =>
            one.author === undefined
              ? anonymousView(answerWords.added(named(one)), answerWords.addedMore)
              : doneView(one, answerWords.added(named(one))),
          values.text,
        ),
    }),
    action({
      ...to.withdraw,
      summary: words.withdraw,
      audience: "replace",
      allow: "everyone",
      unkept: true,
      run: async ({ asker, at, values }) =>
        shown(await suggestions.withdraw(asker, values, at), (one) =>
          one.author === undefined
            ? anonymousView(answerWords.withdrawn(named(one)), answerWords.withdrawnLater)
            : doneView(one, answerWords.withdrawn(named(one)), answerWords.withdrawnMore),
        ),
    }),
  ];

  const readers = [
    action({
      ...to.vote,
      summary: words.vote,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const isFor = values.as === "yes";
        return shown(await suggestions.vote(asker, values.suggestion, isFor, at), (one) =>
          isFor
            ? doneView(one, answerWords.voted(named(one)), answerWords.toldOf)
            : doneView(one, answerWords.unvoted(named(one))),
        );
      },
    }),
    action({
      ...to.follow,
      summary: words.follow,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const isOn = values.as === "yes";
        return shown(await suggestions.follow(asker, values.suggestion, isOn, at), (one) =>
          isOn
            ? doneView(one, answerWords.followed(named(one)), answerWords.toldOf)
            : doneView(one, answerWords.unfollowed(named(one))),
        );
      },
    }),
    action({
      ...to.open,
      summary: words.open,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => shown(await suggestions.card(asker, values.suggestion, at), cardView),
    }),
    action({
      ...to.list,
      summary: words.list,
      audience: "replace",
      allow: "everyone",
      run: async ({ asker, at, values }) => view(listView(await suggestions.list(asker, values, at))),
    }),
    action({
      ...to.mine,
      summary: words.mine,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker }) => view(mineView(await suggestions.mine(asker))),
    }),
  ];

  const decide = async (
    { asker, at }: { readonly asker: Who; readonly at: Date },
    values: { readonly to: Decision; readonly suggestion: string; readonly reason?: string | undefined },
  ) =>
    shown(
      await suggestions.decide(asker, values, at),
      (one) => doneView(one, answerWords.moved(named(one), stateNames[one.state]), answerWords.movedMore),
      values.reason,
    );

  const deciding = [
    action({
      ...to.take,
      summary: words.take,
      audience: "asker",
      allow: deciders,
      run: async ({ asker, at, values }) =>
        shown(await suggestions.take(asker, values.suggestion, at), (one) =>
          doneView(one, answerWords.taken(named(one))),
        ),
    }),
    action({
      ...to.give,
      summary: words.give,
      audience: "asker",
      allow: deciders,
      run: async ({ asker, at, values }) =>
        shown(await suggestions.give(asker, values, at), ({ suggestion, owner }) =>
          doneView(suggestion, answerWords.owned(named(suggestion), owner.name)),
        ),
    }),
    action({
      ...to.begin,
      summary: words.decideTitle,
      audience: "asker",
      allow: deciders,
      opensForm: true,
      run: async ({ values }) => form((needsReason(values.to) ? to.end : to.move).name, values),
    }),
    action({
      ...to.move,
      summary: words.decideTitle,
      audience: "asker",
      allow: deciders,
      run: (call) => decide(call, call.values),
    }),
    action({
      ...to.end,
      summary: words.decideTitle,
      audience: "asker",
      allow: deciders,
      run: (call) => decide(call, call.values),
    }),
    action({
      ...to.undo,
      summary: words.undo,
      audience: "asker",
      allow: deciders,
      run: async ({ asker, at, values }) =>
        shown(
          await suggestions.undo(asker, values, at),
          (one) => doneView(one, answerWords.undone(named(one), stateNames[one.state])),
          values.reason,
        ),
    }),
  ];

  return { commands: [suggest], actions: [...writing, ...readers, ...deciding] };
}
