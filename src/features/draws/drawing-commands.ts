import type { Role } from "../../chat/asker.ts";
import { type Answer, action, type Call, command, form, view } from "../../chat/command.ts";
import type { Params } from "../../chat/param.ts";
import * as to from "./addresses.ts";
import { answered } from "./answered.ts";
import type { DrawCard } from "./card.ts";
import type { Draws } from "./draws.ts";
import { drawWords } from "./messages/draw.ts";
import { formWords as words } from "./messages/form.ts";
import { toldWords } from "./messages/told.ts";
import { verifyWords } from "./messages/verify.ts";
import { answeredView, challengedView, numberTypedView } from "./views/done.ts";
import { chooseView } from "./views/list.ts";
import { refusalView } from "./views/refusal.ts";
import { claimedView, gaveUpView, noOfferView, ownLineView } from "./views/told.ts";
import { nothingToVerifyView, verifyView } from "./views/verify.ts";

type Caller = Pick<Call<Params>, "asker" | "at">;

/** Those who answer challenges and type public numbers; of a number an auditor is the first. */
const judges = ["admin", "auditor"] as const satisfies readonly Role[];

/** `/draw verify`, `/draw claim`, and all that is done with a draw after its close. */
export function drawingCommands({ draws }: { readonly draws: Draws }) {
  const claim = async ({ asker, at }: Caller, id: string): Promise<Answer> =>
    answered(await draws.claim(asker, id, at), ({ draw }) => claimedView(draw));

  async function verify({ asker, at }: Caller, id: string): Promise<Answer> {
    const found = await draws.find(asker, id);
    if (!found.ok) return view(refusalView(found.refusal));
    if (found.value.openedAt === undefined) return view(refusalView({ why: "not-now", state: found.value.state }));
    return view(verifyView(await draws.verify(asker, found.value, at)));
  }

  /** Goes on with the draw of a number; without one with the only one there is, or asks which. */
  async function meant(
    call: Caller & { readonly values: { readonly number?: number | undefined } },
    which: () => Promise<readonly DrawCard[]>,
    goOn: (id: string) => Promise<Answer>,
    ask: (cards: readonly DrawCard[]) => Answer,
  ): Promise<Answer> {
    const { number } = call.values;
    if (number !== undefined) {
      const found = await draws.numbered(call.asker, number);
      return found.ok ? goOn(found.value.id) : view(refusalView(found.refusal));
    }
    const cards = await which();
    const [only, ...others] = cards;
    return only === undefined || others.length > 0 ? ask(cards) : goOn(only.draw.id);
  }

  const commands = [
    command({
      name: "draw verify",
      summary: words.verifySummary,
      params: { number: to.numberParam() },
      audience: "asker",
      allow: "everyone",
      run: (call) =>
        meant(
          call,
          async () => (await draws.list(call.asker, call.at)).filter(({ draw }) => draw.openedAt !== undefined),
          (id) => verify(call, id),
          (cards) =>
            view(
              cards.length === 0 ? nothingToVerifyView : chooseView(cards, verifyWords.choose, to.verifyDraw.to({})),
            ),
        ),
    }),
    command({
      name: "draw claim",
      summary: words.claimSummary,
      params: { number: to.numberParam() },
      audience: "asker",
      allow: "everyone",
      run: (call) =>
        meant(
          call,
          () => draws.offeredTo(call.asker, call.at),
          (id) => claim(call, id),
          (cards) =>
            view(cards.length === 0 ? noOfferView : chooseView(cards, toldWords.chooseOffer, to.claimPrize.to({}))),
        ),
    }),
  ];

  const checking = [
    action({
      ...to.verifyDraw,
      summary: drawWords.verify,
      audience: "asker",
      allow: "everyone",
      run: (call) => verify(call, call.values.draw),
    }),
    action({
      ...to.showLine,
      summary: drawWords.line,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) => {
        const outcome = await draws.lineOf(asker, values.draw, at);
        return view(outcome.ok ? ownLineView(outcome.value) : refusalView(outcome.refusal));
      },
    }),
    action({
      ...to.writeChallenge,
      summary: words.sendChallenge,
      audience: "asker",
      allow: "everyone",
      opensForm: true,
      run: async ({ values }) => form(to.sendChallenge.name, values),
    }),
    action({
      ...to.sendChallenge,
      summary: words.sendChallenge,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) =>
        answered(await draws.challenge(asker, values.draw, values.text, at), challengedView),
    }),
    action({
      ...to.writeAnswer,
      summary: words.sendAnswer,
      audience: "asker",
      allow: judges,
      opensForm: true,
      run: async ({ values: { draw, index } }) => form(to.sendAnswer.name, { draw, index: String(index) }),
    }),
    action({
      ...to.sendAnswer,
      summary: words.sendAnswer,
      audience: "asker",
      allow: judges,
      run: async ({ asker, at, values: { draw, index, verdict, reason } }) => {
        const given = { index, isRight: verdict === "right", reason };
        return answered(await draws.answer(asker, draw, given, at), answeredView);
      },
    }),
    action({
      ...to.writePublic,
      summary: words.sendPublic,
      audience: "asker",
      allow: judges,
      opensForm: true,
      run: async ({ values }) => form(to.sendPublic.name, values),
    }),
    action({
      ...to.sendPublic,
      summary: words.sendPublic,
      audience: "asker",
      allow: judges,
      run: async ({ asker, at, values }) =>
        answered(await draws.reveal(asker, values.draw, values.number, at), numberTypedView),
    }),
  ];

  const claiming = [
    action({
      ...to.claimPrize,
      summary: drawWords.claim,
      audience: "asker",
      allow: "everyone",
      run: (call) => claim(call, call.values.draw),
    }),
    action({
      ...to.giveUpPrize,
      summary: drawWords.giveUp,
      audience: "asker",
      allow: "everyone",
      run: async ({ asker, at, values }) =>
        answered(await draws.giveUp(asker, values.draw, at), ({ draw }) => gaveUpView(draw)),
    }),
  ];
  return { commands, actions: [...checking, ...claiming] };
}
