import type { Asker } from "../../chat/asker.ts";
import { action, command, view } from "../../chat/command.ts";
import * as to from "./addresses.ts";
import { cardCommands } from "./card-commands.ts";
import type { Celebrations } from "./celebrations.ts";
import { listWords } from "./messages/list.ts";
import { ownWords as words } from "./messages/own.ts";
import { monthListView } from "./views/list.ts";
import { clearedView, ownView } from "./views/own.ts";

/** `/birthday` in its four parts, and what buttons about birthdays, cards and parties do. */
export function celebrationCommands({ celebrations }: { readonly celebrations: Celebrations }) {
  async function clear(asker: Asker, at: Date) {
    const outcome = await celebrations.clear(asker, at);
    if (outcome.ok) return view(clearedView(outcome.value.before));
    return view(ownView(await celebrations.ownCard(asker, at), words.nothingKept));
  }

  async function choose(asker: Asker, who: "public" | "team" | "none", at: Date) {
    const outcome = await celebrations.setPrivacy(asker, who, at);
    if (!outcome.ok) return outcome.refusal;
    return view(ownView(outcome.value, words.set));
  }

  const commands = [
    command({
      name: "birthday set",
      summary: words.setSummary,
      params: { day: to.birthday },
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await celebrations.setBirthday(asker, values.day, at);
        return outcome.ok ? view(ownView(outcome.value, words.set)) : outcome.refusal;
      },
    }),
    command({
      name: "birthday clear",
      summary: words.clearSummary,
      params: {},
      audience: "asker",
      allow: "everyone",
      run: ({ asker, at }) => clear(asker, at),
    }),
    command({
      name: "birthday privacy",
      summary: words.privacySummary,
      params: { who: to.privacy },
      audience: "asker",
      allow: "everyone",
      run: ({ asker, at, values }) => choose(asker, values.who, at),
    }),
    command({
      name: "birthday list",
      summary: listWords.summary,
      params: { month: to.listedMonth },
      audience: "asker",
      allow: ["hr", "admin"],
      run: async ({ asker, at, today, values: { month = today.slice(5, 7) } }) =>
        view(monthListView(await celebrations.birthdaysIn(asker, Number(month), at))),
    }),
  ];

  const change = { allow: "everyone", audience: "replace" } as const;
  const actions = [
    action({
      ...to.setPrivacy,
      ...change,
      summary: words.privacySummary,
      run: ({ asker, at, values }) => choose(asker, values.who, at),
    }),
    action({
      ...to.setLeapDay,
      ...change,
      summary: words.leapSummary,
      run: async ({ asker, at, values }) => {
        const outcome = await celebrations.setLeapDay(asker, values.leap, at);
        return outcome.ok ? view(ownView(outcome.value, words.set)) : outcome.refusal;
      },
    }),
    action({ ...to.clearBirthday, ...change, summary: words.clearSummary, run: ({ asker, at }) => clear(asker, at) }),
    action({
      ...to.restoreBirthday,
      ...change,
      summary: words.restoreSummary,
      run: async ({ asker, at, values: { day: birthday, leap, who } }) => {
        const before = {
          birthday,
          ...(leap === undefined ? {} : { leapDay: leap }),
          ...(who === undefined ? {} : { privacy: who }),
        };
        const outcome = await celebrations.restore(asker, before, at);
        return outcome.ok ? view(ownView(outcome.value, words.restored)) : outcome.refusal;
      },
    }),
  ];
  const ofCards = cardCommands({ celebrations });
  return { commands, actions: [...actions, ...ofCards] };
}
