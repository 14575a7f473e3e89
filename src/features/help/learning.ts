import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Notice, NoticeKind, Prepared, Touched } from "../notices/index.ts";
import { type Person, type Staff, teamsOf } from "../people/index.ts";
import type { HelpDeps } from "./deps.ts";
import type { AnswerState, KeptAnswer } from "./domain.ts";
import { learningWords as words } from "./messages/learning.ts";
import type { Asking } from "./roster.ts";
import { noteLength, textLength } from "./rules.ts";
import { clean } from "./texts.ts";
import { answerView } from "./views/learning.ts";
import { wordsOf } from "./words.ts";

export type LearnRefusal =
  | { readonly why: "no-such-answer" }
  | { readonly why: "other-site" }
  | { readonly why: "not-a-lead" }
  | { readonly why: "own-answer" }
  | { readonly why: "decided"; readonly state: AnswerState }
  | { readonly why: "wrong-length"; readonly what: "question" | "answer"; readonly min: number; readonly max: number };

/** An answer as it is shown, with whoever proposed and decided it, and whether its reader decides about it. */
export type AnswerCard = {
  readonly answer: KeptAnswer;
  readonly people: ReadonlyMap<string, Person>;
  readonly mayDecide: boolean;
};

export type AnswerPage = {
  readonly answers: readonly KeptAnswer[];
  readonly all: number;
  readonly from: number;
  readonly state: AnswerState;
  /** How many wait for a decision, for those who decide. */
  readonly waiting?: number;
};

/** What somebody wrote, as it is kept. */
const kept = (written: string): string => withoutNumbers(clean(written));

const answersOnPage = 8;
const kindName = "help-answer";

const deciders: readonly string[] = ["supervisor", "trainer"];

/** Whether somebody decides what is kept at their site: leads and deputies there, supervisors and trainers. */
const isDecider = (person: Pick<Staff, "roles" | "assignments">, on: ReturnType<typeof dayAt>): boolean =>
  person.roles.some((role) => deciders.includes(role)) || teamsOf(person, on, ["lead", "deputy"]).length > 0;

/** Tells those who decide that an answer was proposed. */
export const proposedNotice = ({ id, site, at }: Pick<KeptAnswer, "id" | "site" | "at">): Notice => ({
  kind: kindName,
  site,
  period: id,
  at,
  body: {},
});

/** Its cards before those who decide are shown anew. */
export const answerTouched = ({ id, site }: Pick<KeptAnswer, "id" | "site">): readonly Touched[] => [
  { kind: kindName, site, period: id },
];

/** What becomes of what was learnt: leads approve, put right, refuse and retire answers. */
export function learning({ store, roster }: Pick<HelpDeps, "store" | "roster">) {
  async function deciderOf(who: Asking, at: Date): Promise<boolean> {
    const person = await roster.personById(who.person);
    return person !== undefined && isDecider(person, dayAt(at, who.zone));
  }

  async function cardOf(answer: KeptAnswer, who: Pick<Asking, "person">, mayDecide: boolean): Promise<AnswerCard> {
    const ids = [answer.proposedBy, ...(answer.decidedBy === undefined ? [] : [answer.decidedBy])];
    const people = await roster.peopleById(ids);
    const own = answer.state === "proposed" && answer.proposedBy === who.person;
    return { answer, people: new Map(people.map((one) => [one.id, one])), mayDecide: mayDecide && !own };
  }

  /** Decides about an answer as it is then, unless a rule refuses. */
  async function decide(
    who: Asking,
    id: string,
    at: Date,
    from: AnswerState,
    made: (answer: KeptAnswer) => KeptAnswer,
  ): Promise<Outcome<AnswerCard, LearnRefusal>> {
    if (!(await deciderOf(who, at))) return refuse({ why: "not-a-lead" });
    const outcome = await store.changeAnswer<LearnRefusal>(id, at, (now) => {
      if (now.site !== who.site) return refuse({ why: "other-site" });
      if (now.state !== from) return refuse({ why: "decided", state: now.state });
      if (from === "proposed" && now.proposedBy === who.person) return refuse({ why: "own-answer" });
      const answer = { ...made(now), decidedBy: who.person, decidedAt: at };
      return done({ answer, words: wordsOf(answer.question), touched: answerTouched(answer) });
    });
    return outcome.ok ? done(await cardOf(outcome.value, who, true)) : outcome;
  }

  /** Why a question or an answer cannot be kept; undefined where it can. */
  function wrong(question: string, answer: string): LearnRefusal | undefined {
    const { min, max } = textLength;
    if (question.length < min || question.length > max) return { why: "wrong-length", what: "question", min, max };
    if (answer.length < noteLength.min || answer.length > noteLength.max)
      return { why: "wrong-length", what: "answer", ...noteLength };
    return undefined;
  }

  async function prepared(id: string, to: string, isRevision: boolean): Promise<Prepared> {
    const answer = await store.answer(id);
    if (answer === undefined || (!isRevision && answer.state !== "proposed"))
      return { is: "skip", why: "nothing-to-tell" };
    const card = await cardOf(answer, { person: to }, true);
    return { is: "view", view: answerView(card), told: {} };
  }

  const kind: NoticeKind = {
    name: kindName,
    label: words.label,
    isMandatory: false,
    isTimeless: true,
    roles: ["lead", "supervisor", "trainer"],
    async recipients({ site, period, at }) {
      const answer = await store.answer(period);
      const home = await roster.site(site);
      if (answer === undefined || home === undefined) return [];
      const on = dayAt(at, home.zone);
      const [officers, proposer] = await Promise.all([
        roster.officersOf(site, on),
        roster.personById(answer.proposedBy),
      ]);
      const others = officers.filter(({ id }) => id !== answer.proposedBy);
      const teams = proposer === undefined ? [] : teamsOf(proposer, on);
      const own = others.filter((one) => teamsOf(one, on, ["lead", "deputy"]).some((team) => teams.includes(team)));
      const supervisors = others.filter(({ roles }) => roles.includes("supervisor"));
      const told = own.length > 0 ? own : supervisors;
      return told.map(({ id }) => ({ to: { is: "person", id } }));
    },
    prepare: (deliveries) =>
      Promise.all(
        deliveries.map(({ period, to, isRevision }) => prepared(period, to.is === "person" ? to.id : "", isRevision)),
      ),
  };

  return {
    kinds: [kind],

    /** What is kept at the asker's site, the newest first; those who decide also see what waits and what was refused. */
    async keptAnswers(who: Asking, state: AnswerState, from: number, at: Date): Promise<AnswerPage> {
      const isOfLeads = await deciderOf(who, at);
      const shown = isOfLeads ? state : "approved";
      const [page, waiting] = await Promise.all([
        store.answers(who.site, [shown], { from, limit: answersOnPage }),
        isOfLeads ? store.answers(who.site, ["proposed"], { from: 0, limit: 1 }) : undefined,
      ]);
      return { ...page, from, state: shown, ...(waiting === undefined ? {} : { waiting: waiting.all }) };
    },

    async keptAnswer(who: Asking, id: string, at: Date): Promise<Outcome<AnswerCard, LearnRefusal>> {
      const answer = await store.answer(id);
      if (answer === undefined) return refuse({ why: "no-such-answer" });
      const mayRead = answer.site === who.site || who.roles.includes("auditor");
      if (!mayRead) return refuse({ why: "other-site" });
      const isOfLeads = answer.site === who.site && (await deciderOf(who, at));
      if (answer.state !== "approved" && !isOfLeads && !who.roles.includes("auditor"))
        return refuse({ why: "not-a-lead" });
      return done(await cardOf(answer, who, isOfLeads));
    },

    /** From now on it is offered to whoever asks the like. */
    approve: (who: Asking, id: string, at: Date) =>
      decide(who, id, at, "proposed", (now) => ({ ...now, state: "approved" })),

    /** Approves an answer in other words, or puts one right that is offered already. */
    async reword(
      who: Asking,
      id: string,
      said: { readonly question: string; readonly answer: string },
      at: Date,
    ): Promise<Outcome<AnswerCard, LearnRefusal>> {
      const [question, answer] = [kept(said.question), kept(said.answer)];
      const fault = wrong(question, answer);
      if (fault !== undefined) return refuse(fault);
      const known = await store.answer(id);
      if (known === undefined) return refuse({ why: "no-such-answer" });
      const from = known.state === "approved" ? "approved" : "proposed";
      return decide(who, id, at, from, (now) => ({ ...now, question, answer, state: "approved" }));
    },

    reject: (who: Asking, id: string, reason: string, at: Date) =>
      decide(who, id, at, "proposed", (now) => ({ ...now, state: "rejected", reason: kept(reason) })),

    /** It is offered no more. */
    retire: (who: Asking, id: string, reason: string, at: Date) =>
      decide(who, id, at, "approved", (now) => ({ ...now, state: "retired", reason: kept(reason) })),
  };
}
export type Learning = ReturnType<typeof learning>;
