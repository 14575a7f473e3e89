import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type Evaluation, type EvaluationForm, itemsOf, mostOf, overall } from "../evaluations/index.ts";
import type { Appeals, Ground, ItemLine, NotFound, Who } from "./card.ts";
import type { Cases } from "./cases.ts";
import { type Context, type ContextDeps, canBe, type Surroundings } from "./context.ts";
import { concluded, seatedOn } from "./desk.ts";
import type { Appeal } from "./domain.ts";
import { closesAt, type Docket, file, isPurged } from "./filing.ts";
import { convened } from "./moves.ts";
import { candidates } from "./offices.ts";
import type { AppealRules } from "./rules.ts";
import { isOver } from "./states.ts";
import type { FilingGround } from "./store.ts";

type Deps = Pick<ContextDeps, "store" | "evaluations"> & {
  readonly cases: Cases;
  readonly context: Context;
  readonly newId: () => string;
  readonly restated: (site: string) => void;
  readonly poke: () => void;
};

/** Evaluations that are listed to choose from. */
const mostListed = 25;

const isOwn = (who: Who) => (evaluation: Evaluation) =>
  evaluation.agent === who.person && evaluation.kind !== "calibration";

/** What each item has; all of an evaluation without items is one. */
const pointsOf = (evaluation: Evaluation): ReadonlyMap<string, number | "na"> =>
  evaluation.marks.length === 0
    ? new Map([[overall, evaluation.points]])
    : new Map(evaluation.marks.map(({ item, points }) => [item, points]));

/** What a docket is opened with beside what the store knows. */
type Opening = Pick<Docket, "id" | "seen" | "denied"> & {
  readonly form: EvaluationForm | undefined;
  readonly team: string | undefined;
  readonly around: Surroundings;
};

type Looked = {
  readonly evaluation: Evaluation;
  readonly form: EvaluationForm | undefined;
  readonly own: readonly Appeal[];
  readonly rules: AppealRules;
  readonly at: Date;
};

/** Items that were not let be heard late, by the number of the appeal. */
const deniedIn = (filed: readonly Appeal[], evaluation: string): ReadonlyMap<string, number> =>
  new Map(
    filed
      .filter((one) => one.evaluation === evaluation && one.state === "expired")
      .flatMap(({ challenges, number }) => challenges.map(({ item }) => [item, number] as const)),
  );

/** Where agents look at what can be appealed, and file. */
export function counter({ store, evaluations, cases, context, newId, restated, poke }: Deps) {
  async function named(who: Who, text: string): Promise<Evaluation | undefined> {
    const trimmed = text.trim();
    const byId = await evaluations.evaluation(trimmed);
    if (byId !== undefined) return byId;
    const called = await evaluations.evaluationsCalled(who.site, trimmed);
    return called.find(isOwn(who)) ?? called[0];
  }

  /** Each item with its own days: from publication, or from the decision that is to be heard again. */
  function linesOf({ evaluation, form, own, rules, at }: Looked): ItemLine[] {
    const most = new Map(form === undefined ? [] : itemsOf(form).map((item) => [item.id, mostOf(item)]));
    return [...pointsOf(evaluation)].map(([item, points]) => {
      const under = own.filter(({ challenges }) => challenges.some((one) => one.item === item));
      const open = under.find(({ state }) => !isOver(state));
      const decided = under.find(({ decision }) => decision !== undefined);
      const until = closesAt(decided?.decision?.at ?? evaluation.publishedAt, rules);
      const numbers = { open: open?.number, decided: decided?.number };
      return { item, points, most: most.get(item) ?? 100, ...numbers, closesAt: until, isLate: at > until };
    });
  }

  const find = async (who: Who, text: string): Promise<Outcome<Evaluation, NotFound | { why: "not-yours" }>> => {
    const evaluation = await named(who, text);
    if (evaluation === undefined) return refuse({ why: "no-such-evaluation", text });
    if (isOwn(who)(evaluation)) return done(evaluation);
    return refuse(evaluation.site === who.site ? { why: "not-yours" } : { why: "no-such-evaluation", text });
  };

  /** What is filed, with what is known by then. */
  const docketOf = (ground: FilingGround, { id, seen, form, team, around, denied }: Opening): Docket => {
    const { evaluation, number } = ground;
    const can = canBe(form);
    const matter = {
      agent: evaluation.agent,
      number,
      ...(team === undefined ? {} : { team }),
      ...(evaluation.scorer === undefined ? {} : { scorer: evaluation.scorer }),
    };
    const { supervisor, lead } = candidates(matter, around.office);
    return {
      id,
      ...ground,
      seen,
      denied,
      ...(team === undefined ? {} : { team }),
      items: new Map(
        [...pointsOf(evaluation)].map(([item, points]) => [item, { points, can: (to: number) => can(item, to) }]),
      ),
      ...(supervisor[0] === undefined ? {} : { supervisor: supervisor[0] }),
      ...(lead[0] === undefined ? {} : { lead: lead[0] }),
    };
  };

  const door: Pick<Appeals, "appealable" | "ground" | "file"> = {
    async appealable(who, at) {
      const [own, rules] = await Promise.all([
        evaluations.evaluationsOf(who.person, mostListed),
        context.rulesAt(who.site),
      ]);
      const listed = own.filter(isOwn(who)).map((evaluation) => {
        const until = closesAt(evaluation.publishedAt, rules);
        return { evaluation, closesAt: until, isLate: at > until };
      });
      return [...listed.filter(({ isLate }) => !isLate), ...listed.filter(({ isLate }) => isLate)];
    },

    async ground(who, text, at) {
      const found = await find(who, text);
      if (!found.ok) return found;
      const evaluation = found.value;
      const [form, rules, filed] = await Promise.all([
        context.formOf(evaluation),
        context.rulesAt(evaluation.site),
        store.filedBy(who.person, 200),
      ]);
      const own = filed.filter((one) => one.evaluation === evaluation.id);
      const until = closesAt(evaluation.publishedAt, rules);
      const ground: Ground = {
        evaluation,
        form,
        items: linesOf({ evaluation, form, own, rules, at }),
        closesAt: until,
        isLate: at > until,
        isPurged: at <= until && isPurged(evaluation, rules, at),
      };
      return done(ground);
    },

    async file(who, given, at) {
      const found = await find(who, given.evaluation);
      if (!found.ok) return found;
      const [form, around, team, own] = await Promise.all([
        context.formOf(found.value),
        context.around(found.value.site, at),
        context.teamOf(found.value),
        store.filedBy(who.person, 200),
      ]);
      const denied = deniedIn(own, found.value.id);
      const { rules } = around;
      const id = newId();
      let isRestated = false;
      const outcome = await store.file(
        found.value.id,
        (ground) => {
          const docket = docketOf(ground, { id, seen: given.seen, form, team, around, denied });
          const filed = file({ ...given, by: who.person }, docket, rules, at);
          if (!filed.ok) return filed;
          const may = candidates(filed.value, around.office, seatedBefore(ground, filed.value));
          // What was heard once is not looked at by the lead again.
          const isStraight = filed.value.level === 2 && filed.value.state === "lead-review";
          const taken = isStraight ? convened(filed.value, "forwarded", { candidates: may, rules, at }) : filed.value;
          const decided = concluded(
            taken,
            { appeal: taken, evaluation: ground.evaluation },
            { around, form, at, isHere: true },
          );
          isRestated = decided.restatement !== undefined;
          return done(decided);
        },
        at,
      );
      if (!outcome.ok) {
        return refuse(
          outcome.refusal.why === "gone" ? { why: "no-such-evaluation", text: given.evaluation } : outcome.refusal,
        );
      }
      if (isRestated) restated(outcome.value.site);
      poke();
      const card = await cases.cardOf(outcome.value, who.person, around, at);
      return card === undefined ? refuse({ why: "no-such-appeal" }) : done(card);
    },
  };
  return door;
}

/** Who sat on the first hearing of what is heard again. */
const seatedBefore = ({ decided }: FilingGround, { first }: Appeal): readonly string[] =>
  seatedOn([...decided.values()].find(({ id }) => id === first));
