import type { IncomingFile } from "../../chat/ask.ts";
import { type Answer, type Call, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { ActRefusal, Appeals, Card } from "./card.ts";
import type { Code } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { codeNames } from "./messages/names.ts";
import type { Act } from "./messages/not-now.ts";
import { itemMeant } from "./read-challenges.ts";
import { readEvidence } from "./read-evidence.ts";
import { caseView } from "./views/case.ts";
import { statusView } from "./views/list.ts";
import { notDoneView, type Written } from "./views/refusal.ts";

type Who = Pick<Call<Params>, "asker" | "at">;

/** What somebody answers who was asked for something. */
type Given = {
  readonly text: string;
  readonly link?: string | undefined;
  readonly file?: IncomingFile | undefined;
};

/** How somebody scores an item, called by its id, its name or its place in the appeal. */
type Scored = { readonly item: string; readonly points: number; readonly code: Code; readonly reason: string };

/** What people are answered who look at cases and act on them. */
export function caseAnswers(appeals: Appeals) {
  /** The case after an act, or why there was none, with the case as it stands and what was written. */
  async function about(
    { asker, at }: Who,
    id: string,
    act: Act,
    doing: Promise<Outcome<Card, ActRefusal>>,
    written: Written = [],
  ): Promise<Answer> {
    const outcome = await doing;
    if (outcome.ok) return view(caseView(outcome.value));
    const now = await appeals.card(asker, id, at);
    return view(notDoneView(outcome.refusal, { act, written, ...(now.ok ? { card: now.value } : {}) }));
  }

  return {
    about,

    async list({ asker }: Who): Promise<Answer> {
      const [waiting, mine] = await Promise.all([appeals.waiting(asker), appeals.mine(asker)]);
      return view(statusView({ waiting, mine, who: asker.person }));
    },

    async show({ asker, at }: Who, id: string): Promise<Answer> {
      const card = await appeals.card(asker, id, at);
      return view(card.ok ? caseView(card.value) : notDoneView(card.refusal));
    },

    withdraw: (who: Who, id: string) => about(who, id, "withdraw", appeals.withdraw(who.asker, id, who.at)),

    async answer(who: Who, id: string, { text, link, file }: Given): Promise<Answer> {
      const { asker, at } = who;
      const written = [
        { label: words.text, words: text },
        { label: words.link, words: link ?? "" },
        { label: words.file5, words: file?.name ?? "" },
      ];
      const found = await appeals.card(asker, id, at);
      if (!found.ok) return view(notDoneView(found.refusal, { written }));
      const card = found.value;
      // Nobody's file is kept who is not asked for one.
      if (!card.may.includes("answer")) {
        const { state } = card.appeal;
        const refusal = card.part === "agent" ? ({ why: "not-now", state } as const) : ({ why: "not-yours" } as const);
        return view(notDoneView(refusal, { act: "answer", written, card }));
      }
      const evidence = await readEvidence({ link, file }, appeals, at);
      return about(who, id, "answer", appeals.answer(asker, id, { text, evidence }, at), written);
    },

    async vote(who: Who, id: string, { item: called, points, code, reason }: Scored): Promise<Answer> {
      const { asker, at } = who;
      const written = [
        { label: words.votePoints, words: String(points) },
        { label: words.code, words: codeNames[code] },
        { label: words.voteReason, words: reason },
      ];
      const card = await appeals.card(asker, id, at);
      if (!card.ok) return view(notDoneView(card.refusal, { written }));
      const { appeal, form } = card.value;
      const lines = appeal.challenges.map(({ item }) => ({ item, points: 0, most: 0, closesAt: at, isLate: false }));
      const item = itemMeant(called, { items: lines, form }) ?? called;
      return about(who, id, "vote", appeals.vote(asker, id, { item, points, code, reason }, at), written);
    },
  };
}
