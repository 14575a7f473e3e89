import type { NoticeKind, Prepared, ToPrepare } from "../notices/index.ts";
import { cardWords } from "./messages/card.ts";
import { evaluationName } from "./notice.ts";
import type { Reading } from "./reading.ts";
import type { EvaluationStore } from "./store.ts";
import { takenBackView, toldView } from "./views/told.ts";

type KindDeps = { readonly store: Pick<EvaluationStore, "evaluation">; readonly reading: Pick<Reading, "cardOf"> };

/** What an agent is told of an evaluation of theirs, put right where an appeal restates it. */
export function evaluationKind({ store, reading }: KindDeps): NoticeKind {
  async function prepared({ period, isRevision, told }: ToPrepare, now: Date): Promise<Prepared> {
    const evaluation = await store.evaluation(period);
    if (evaluation === undefined) {
      if (!isRevision) return { is: "skip", why: "nothing-to-tell" };
      return told?.revision === 0 ? { is: "same" } : { is: "view", view: takenBackView, told: { revision: 0 } };
    }
    const { revision, points, agent } = evaluation;
    if (isRevision && told?.revision === revision) return { is: "same" };
    const card = await reading.cardOf(evaluation, agent, now);
    return { is: "view", view: toldView(card), told: { revision, points } };
  }

  return {
    name: evaluationName,
    label: cardWords.label,
    isMandatory: true,

    async recipients({ period }) {
      const evaluation = await store.evaluation(period);
      return evaluation === undefined ? [] : [{ to: { is: "person", id: evaluation.agent } }];
    },

    prepare: (deliveries, now) => Promise.all(deliveries.map((delivery) => prepared(delivery, now))),
  };
}
