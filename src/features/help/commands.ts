import { type Action, type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import type { Replied } from "../../chat/router.ts";
import { withoutNumbers } from "../../kernel/masking.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Done } from "./acting.ts";
import * as to from "./addresses.ts";
import { periodOf } from "./announce.ts";
import type { Help } from "./help.ts";
import { learningActions } from "./learning-commands.ts";
import { cardWords } from "./messages/card.ts";
import { formWords as words } from "./messages/form.ts";
import type { Refusal } from "./refusals.ts";
import type { Asking } from "./roster.ts";
import { isUnderWay } from "./states.ts";
import { type Line, meantBy, readRequest } from "./typed.ts";
import { afterView, askedView, maskedView, refusalView, seenView } from "./views/answers.ts";
import { answersView } from "./views/learning.ts";
import { listView } from "./views/list.ts";

type Who = Pick<Call<Params>, "asker" | "at">;
/** What somebody said in a thread; `isToBot` where it mentions the bot. */
type Remark = { readonly text: string; readonly isToBot: boolean };

/** `/helpme`, what is pressed on cards and before agents, and what is said in threads. */
export function helpCommands({ help }: { readonly help: Help }) {
  async function ask({ asker, at }: Who, line: Line, written = line.text): Promise<Answer> {
    const outcome = await help.ask(asker, line, at);
    if (!outcome.ok) return view(refusalView(outcome.refusal, withoutNumbers(written)));
    return view(askedView(outcome.value, await help.roleNameAt(asker.site)));
  }

  /** The request as it is after something was done about it; a refusal stands alone where others would see it. */
  async function after(
    { asker, at }: Who,
    called: string,
    outcome: Outcome<Done, Refusal>,
    { place = "own", written = "" }: { readonly place?: to.Place; readonly written?: string } = {},
  ): Promise<Answer> {
    if (outcome.ok) {
      const { request, isMasked } = outcome.value;
      return view(afterView(await help.seenAfter(asker, request), { isMasked, isBrief: place !== "own" }));
    }
    const unsent = withoutNumbers(written);
    const seen = await help.open(asker, called, at);
    const { refusal } = outcome;
    return view(seen.ok && place === "own" ? afterView(seen.value, { refusal, unsent }) : refusalView(refusal, unsent));
  }

  async function list({ asker, at }: Who, filter: string, page: number, written = ""): Promise<Answer> {
    const outcome = await help.list(asker, { filter, page }, at);
    return view(outcome.ok ? listView(outcome.value) : refusalView(outcome.refusal, withoutNumbers(written)));
  }

  /** The customer of an agent's request waits after all: it is asked again so, and added to the first. */
  async function makeLive(who: Who, id: string): Promise<Answer> {
    const { asker, at } = who;
    const seen = await help.open(asker, id, at);
    if (!seen.ok) return view(refusalView(seen.refusal));
    const { shown, eyes } = seen.value;
    const { text, category, isLive, state, urgency } = shown.request;
    if (eyes !== "asker") return view(refusalView({ why: "not-the-asker" }));
    if (!isUnderWay(state)) return view(afterView(seen.value, { refusal: { why: "not-now", state } }));
    if (isLive) return view(seenView(seen.value));
    return ask(who, { text, category, isLive: true, isHigh: urgency === "high" });
  }

  async function typed(who: Who, line: string): Promise<Answer> {
    const { asker, at } = who;
    const rules = await help.rulesAt(asker.site);
    const meant = meantBy(line, rules);
    switch (meant.is) {
      case "form":
        return form(to.askForHelp.name);
      case "list":
        return list(who, meant.rest, 0, line);
      case "answers":
        return view(answersView(await help.keptAnswers(asker, "approved", 0, at)));
      case "which":
        return view(refusalView({ why: "which", verb: meant.verb }));
      case "claim":
        return after(who, meant.number, await help.claim(asker, meant.number, at), { written: line });
      case "resolve": {
        const outcome = await help.resolve(asker, meant.number, meant.rest, at);
        return after(who, meant.number, outcome, { written: line });
      }
      case "reopen": {
        const outcome = await help.reopen(asker, meant.number, meant.rest, at);
        return after(who, meant.number, outcome, { written: line });
      }
      case "request":
        return ask(who, readRequest(meant.text, rules), line);
    }
  }

  const helpme = command({
    name: "helpme",
    summary: words.summary,
    params: to.lineParams,
    audience: "asker",
    allow: "everyone",
    opensForm: true,
    run: ({ values: { text = "" }, ...who }) => typed(who, text),
  });

  const own = { audience: "asker", allow: "everyone" } as const;
  const here = { audience: "replace", allow: "everyone" } as const;
  const places = [
    ["own", here],
    ["channel", own],
    ["line", here],
  ] as const;

  /** What is pressed by those who help, in each kind of place. */
  const ofHelpers: readonly Action[] = places.flatMap(([place, seen]) => [
    action({
      ...to.claim[place],
      ...seen,
      summary: cardWords.claim,
      run: async ({ values: { request }, ...who }) =>
        after(who, request, await help.claim(who.asker, request, who.at), { place }),
    }),
    action({
      ...to.answer[place],
      ...seen,
      summary: words.answer,
      run: async ({ values: { request, text, needs }, ...who }) => {
        const said = { text, needsReply: needs === "yes" };
        return after(who, request, await help.answer(who.asker, request, said, who.at), { place, written: text });
      },
    }),
    action({
      ...to.handOver[place],
      ...seen,
      summary: words.handOver,
      run: async ({ values: { request, who: whom }, ...who }) =>
        after(who, request, await help.handOver(who.asker, request, whom, who.at), { place }),
    }),
    action({
      ...to.beginResolving[place],
      ...seen,
      summary: words.resolve,
      opensForm: true,
      run: async ({ values }) => form(to.resolve[place].name, values),
    }),
    action({
      ...to.resolve[place],
      ...seen,
      summary: words.resolve,
      run: async ({ values: { request, note = "" }, ...who }) =>
        after(who, request, await help.resolve(who.asker, request, note, who.at), { place, written: note }),
    }),
    action({
      ...to.reopen[place],
      ...seen,
      summary: cardWords.reopen,
      run: async ({ values: { request }, ...who }) =>
        after(who, request, await help.reopen(who.asker, request, "", who.at), { place }),
    }),
  ]);

  /** What agents press about what they asked themselves. */
  const ofAskers: readonly Action[] = (["own", "line"] as const).flatMap((place) => [
    action({
      ...to.solve[place],
      ...here,
      summary: cardWords.solved,
      run: async ({ values: { request, answer }, ...who }) =>
        after(who, request, await help.solve(who.asker, request, answer, who.at), { place }),
    }),
    action({
      ...to.sayMore[place],
      ...here,
      summary: words.more,
      run: async ({ values: { request, text }, ...who }) =>
        after(who, request, await help.sayMore(who.asker, request, text, who.at), { place, written: text }),
    }),
  ]);

  const others = [
    action({
      ...to.askForHelp,
      ...own,
      summary: words.summary,
      run: ({ values: { text, live, category, urgency, callBack }, ...who }) =>
        ask(who, {
          text,
          isLive: live === "yes",
          isHigh: urgency === "high",
          ...(category === undefined ? {} : { category }),
          ...(callBack === undefined ? {} : { callBack }),
        }),
    }),
    action({
      ...to.beginAsking,
      ...own,
      summary: words.begin,
      opensForm: true,
      run: async () => form(to.askForHelp.name),
    }),
    action({
      ...to.cancel,
      ...here,
      summary: cardWords.cancel,
      run: async ({ values: { request }, ...who }) =>
        after(who, request, await help.cancel(who.asker, request, who.at)),
    }),
    action({
      ...to.openRequest,
      ...own,
      summary: cardWords.open,
      run: async ({ asker, at, values }) => {
        const seen = await help.open(asker, values.request, at);
        return view(seen.ok ? seenView(seen.value) : refusalView(seen.refusal));
      },
    }),
    action({
      ...to.customerWaits,
      ...here,
      summary: words.customerWaits,
      run: ({ values: { request }, ...who }) => makeLive(who, request),
    }),
    action({
      ...to.turnList,
      ...here,
      summary: words.list,
      run: ({ values: { page, filter = "" }, ...who }) => list(who, filter, page),
    }),
  ];

  return {
    commands: [helpme],
    actions: [...ofHelpers, ...ofAskers, ...others, ...learningActions({ help })],
    /**
     * Words in the thread under the card of a period of the ledger: taken without a word, or why they were not. Those of
     * bystanders and thanks after the end are refused aloud only where they were meant for the bot.
     */
    async replied(asker: Asking, period: string, { text, isToBot }: Remark, at: Date): Promise<Replied> {
      const { request } = periodOf(period);
      const outcome = await help.saidInThread(asker, request, text, at);
      if (outcome.ok) return outcome.value.isMasked ? { is: "view", view: maskedView } : { is: "nothing" };
      const { refusal } = outcome;
      const isChat = refusal.why === "not-a-helper" || refusal.why === "not-now";
      if (!isChat || isToBot) return { is: "view", view: refusalView(refusal) };
      // An agent whose trouble is back hears how to reopen, whoever they said it to.
      const seen = await help.open(asker, request, at);
      const isAsker = seen.ok && seen.value.shown.request.asker === asker.person;
      return isAsker ? { is: "view", view: refusalView(refusal) } : { is: "nothing" };
    },
  };
}
