import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import { type Audit, type Person, type PersonId, type Right, rightToRead } from "../people/index.ts";
import type { Evaluation, EvaluationRevision } from "./domain.ts";
import type { EvaluationForm } from "./form.ts";
import type { EvaluationRoster, Who } from "./roster.ts";
import type { EvaluationStore } from "./store.ts";

export type ReadingDeps = {
  readonly store: EvaluationStore;
  readonly roster: EvaluationRoster;
  readonly audit: Audit;
  /** Until when an evaluation can be appealed without asking for an exception. */
  readonly closesAt: (evaluation: Evaluation) => Date | Promise<Date>;
  /** What people call an appeal. */
  readonly appealNumber: (appeal: string) => Promise<number | undefined>;
};

/** A state of an evaluation, with the number of the appeal that made it. */
export type Step = EvaluationRevision & { readonly appealNumber?: number | undefined };

/** An evaluation with what its reader has to see. */
export type EvaluationCard = {
  readonly evaluation: Evaluation;
  /** None where it was imported. */
  readonly form: EvaluationForm | undefined;
  /** How it came to what it is, the first state first. */
  readonly steps: readonly Step[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly closesAt: Date;
  readonly isLate: boolean;
  readonly isOwn: boolean;
};

/** Somebody's evaluations, the latest first, with the forms that they are on by `id version`. */
export type EvaluationList = {
  readonly person: Person;
  readonly isOwn: boolean;
  readonly evaluations: readonly Evaluation[];
  readonly forms: ReadonlyMap<string, EvaluationForm>;
};

/** Why an evaluation is not shown or not acknowledged. */
export type ReadRefusal =
  | { readonly why: "not-yours-to-read"; readonly name: string }
  | { readonly why: "no-such-person" }
  | { readonly why: "no-such-evaluation" }
  | { readonly why: "not-called-so"; readonly text: string }
  | { readonly why: "not-yours"; readonly number: string }
  | { readonly why: "calibration" }
  | { readonly why: "nothing-new" };

/** An acknowledgement: whether it was the first, and how many evaluations wait for theirs. */
export type Acknowledged = { readonly card: EvaluationCard; readonly isFirst: boolean; readonly left: number };

/** How many evaluations a list holds. */
export const mostListed = 25;

export const formKey = (id: string, version: number): string => `${id} ${version}`;

/** What is asked of evaluations by those who read them. */
export function reading({ store, roster, audit, closesAt, appealNumber }: ReadingDeps) {
  async function rightOf(who: Who, subject: Person, at: Date): Promise<Right | undefined> {
    const viewer = who.person === subject.id ? subject : await roster.personById(who.person);
    return viewer && rightToRead(viewer, subject, dayAt(at, who.zone));
  }

  async function stepsOf(evaluation: Evaluation): Promise<readonly Step[]> {
    return Promise.all(
      (await store.revisions(evaluation.id)).map(async (one) => ({
        ...one,
        ...(one.appeal === undefined ? {} : { appealNumber: await appealNumber(one.appeal) }),
      })),
    );
  }

  /** An evaluation as somebody reads it who may. */
  async function cardOf(evaluation: Evaluation, reader: PersonId, at: Date): Promise<EvaluationCard> {
    const { agent, scorer, form: id, version } = evaluation;
    const [form, steps, people, closes] = await Promise.all([
      version === undefined ? undefined : store.form(id, version),
      stepsOf(evaluation),
      roster.peopleById([...new Set([agent, ...(scorer === undefined ? [] : [scorer])])]),
      closesAt(evaluation),
    ]);
    return {
      evaluation,
      form,
      steps,
      people: new Map(people.map((person) => [person.id, person])),
      closesAt: closes,
      isLate: at > closes,
      isOwn: reader === agent,
    };
  }

  async function formsOf(evaluations: readonly Evaluation[]): Promise<ReadonlyMap<string, EvaluationForm>> {
    const forms = new Map<string, EvaluationForm>();
    for (const { form: id, version } of evaluations) {
      if (version === undefined || forms.has(formKey(id, version))) continue;
      const form = await store.form(id, version);
      if (form !== undefined) forms.set(formKey(id, version), form);
    }
    return forms;
  }

  /** The asker's evaluation that they mean: by its number, else the newest that is not acknowledged. */
  async function meant(who: Who, text: string | undefined): Promise<Outcome<Evaluation, ReadRefusal>> {
    if (text === undefined) {
      const own = await store.evaluationsOf(who.person, mostListed);
      const unread = own.find(({ acknowledgedAt }) => acknowledgedAt === undefined);
      return unread === undefined ? refuse({ why: "nothing-new" }) : done(unread);
    }
    const called = await store.evaluationsCalled(who.site, text);
    const all = called.length > 0 ? called : await store.evaluationsCalled(who.site, text.toUpperCase());
    const own = all.filter(({ agent }) => agent === who.person);
    const found = own.find(({ acknowledgedAt }) => acknowledgedAt === undefined) ?? own[0];
    if (found !== undefined) return done(found);
    return refuse(all.length > 0 ? { why: "not-yours", number: text } : { why: "not-called-so", text });
  }

  async function unreadOf(person: PersonId): Promise<number> {
    const own = await store.evaluationsOf(person, mostListed);
    return own.filter(({ acknowledgedAt }) => acknowledgedAt === undefined).length;
  }

  async function acknowledgeIt(who: Who, evaluation: Evaluation, comment: string | undefined, at: Date) {
    if (evaluation.agent !== who.person) return refuse({ why: "not-yours", number: evaluation.number } as const);
    if (evaluation.kind === "calibration") return refuse({ why: "calibration" } as const);
    const isFirst = await store.acknowledge(evaluation.id, at, comment);
    const [now, left] = await Promise.all([store.evaluation(evaluation.id), unreadOf(who.person)]);
    return done<Acknowledged>({ card: await cardOf(now ?? evaluation, who.person, at), isFirst, left });
  }

  return {
    cardOf,

    /** Somebody's evaluations, the asker's own unless said otherwise; reading another's leaves an audit row. */
    async list(who: Who, person: PersonId, at: Date): Promise<Outcome<EvaluationList, ReadRefusal>> {
      const subject = await roster.personById(person);
      if (subject === undefined) return refuse({ why: "no-such-person" });
      const right = await rightOf(who, subject, at);
      if (right === undefined) return refuse({ why: "not-yours-to-read", name: subject.name });
      const isOwn = right === "own";
      if (!isOwn) {
        await audit.record({ at, actor: who.person, action: "read evaluations", subject: person, detail: { right } });
      }
      const evaluations = await store.evaluationsOf(person, mostListed);
      return done({ person: subject, isOwn, evaluations, forms: await formsOf(evaluations) });
    },

    /** One evaluation; reading another's leaves an audit row. */
    async card(who: Who, id: string, at: Date): Promise<Outcome<EvaluationCard, ReadRefusal>> {
      const evaluation = await store.evaluation(id);
      const subject = evaluation && (await roster.personById(evaluation.agent));
      if (evaluation === undefined || subject === undefined) return refuse({ why: "no-such-evaluation" });
      const right = await rightOf(who, subject, at);
      if (right === undefined) return refuse({ why: "not-yours-to-read", name: subject.name });
      if (right !== "own") {
        const detail = { right, evaluation: evaluation.number };
        await audit.record({ at, actor: who.person, action: "read evaluation", subject: subject.id, detail });
      }
      return done(await cardOf(evaluation, who.person, at));
    },

    /** Notes once that the asker has read an evaluation of theirs; that is no consent. */
    async acknowledge(
      who: Who,
      id: string,
      comment: string | undefined,
      at: Date,
    ): Promise<Outcome<Acknowledged, ReadRefusal>> {
      const evaluation = await store.evaluation(id);
      if (evaluation === undefined) return refuse({ why: "no-such-evaluation" });
      return acknowledgeIt(who, evaluation, comment, at);
    },

    /** The same for the one that is called so; without a name, for the newest that is not acknowledged. */
    async acknowledgeCalled(
      who: Who,
      text: string | undefined,
      comment: string | undefined,
      at: Date,
    ): Promise<Outcome<Acknowledged, ReadRefusal>> {
      const found = await meant(who, text);
      return found.ok ? acknowledgeIt(who, found.value, comment, at) : found;
    },
  };
}
export type Reading = ReturnType<typeof reading>;
