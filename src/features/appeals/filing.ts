import { plusBusinessDays } from "../../kernel/business-time.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, startOfDay } from "../../kernel/time.ts";
import type { Evaluation } from "../evaluations/index.ts";
import type { Appeal, Challenge, Evidence, Kind } from "./domain.ts";
import { moved } from "./moved.ts";
import { type AppealRules, reasonLength } from "./rules.ts";
import { span } from "./time.ts";

/** What an agent files. */
export type Filing = {
  readonly by: string;
  readonly challenges: readonly { readonly item: string; readonly proposed: number }[];
  readonly kind: Kind;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
};

/** What a filing is judged by. */
export type Docket = {
  readonly id: string;
  readonly number: number;
  readonly evaluation: Evaluation;
  /** The revision that the agent had before them. */
  readonly seen: number;
  readonly team?: string;
  /** What each item has, the most that it can have, and whether it can have exactly this. */
  readonly items: ReadonlyMap<string, { readonly points: number | "na"; readonly can: (points: number) => boolean }>;
  /** Items that are under appeal already, by the number of the appeal. */
  readonly open: ReadonlyMap<string, number>;
  /** Decided items of the same evaluation, by the appeal that decided them. */
  readonly decided: ReadonlyMap<string, Appeal>;
  /** Items that a supervisor did not let be heard late, by the number of the appeal. */
  readonly denied: ReadonlyMap<string, number>;
  /** Whom a late appeal asks to be heard, and who looks at one in time first. */
  readonly supervisor?: string;
  readonly lead?: string;
};

export type FilingRefusal =
  | { readonly why: "not-yours" }
  | { readonly why: "nothing-challenged" }
  | { readonly why: "no-such-item"; readonly item: string }
  | { readonly why: "not-applicable"; readonly item: string }
  | { readonly why: "no-such-points"; readonly item: string; readonly points: number }
  /** What is asked for is not more than what there is. */
  | { readonly why: "not-more"; readonly item: string; readonly points: number }
  | { readonly why: "duplicate"; readonly item: string; readonly first: number }
  /** It came late before, and was not let be heard. */
  | { readonly why: "denied"; readonly item: string; readonly number: number }
  /** It was decided, and heard a second time or asked for without anything new. */
  | { readonly why: "heard-twice"; readonly item: string; readonly number: number }
  | { readonly why: "nothing-new"; readonly item: string; readonly number: number }
  | { readonly why: "mixed-levels"; readonly item: string }
  | { readonly why: "reason-too-short"; readonly min: number; readonly length: number }
  | { readonly why: "reason-too-long"; readonly max: number; readonly length: number }
  | { readonly why: "calibration" }
  /** It was restated after the agent looked at it. */
  | { readonly why: "restated"; readonly revision: number };

/** Whether the recording of an evaluation is gone at an instant. */
export const isPurged = ({ contactAt, day }: Pick<Evaluation, "contactAt" | "day">, rules: AppealRules, at: Date) =>
  rules.recordingDays !== undefined &&
  at.getTime() >
    (contactAt ?? startOfDay(addDays(day, 1), rules.clock.zone)).getTime() + rules.recordingDays * 24 * 3_600_000;

/** Until when an evaluation can be appealed without asking for an exception; after a decision, from that on. */
export const closesAt = (since: Date, { clock, daysToFile }: AppealRules): Date =>
  plusBusinessDays(clock, since, daysToFile);

function challengeOf(
  { item, proposed }: Filing["challenges"][number],
  { items, open, denied }: Docket,
): Outcome<Challenge, FilingRefusal> {
  const known = items.get(item);
  if (known === undefined) return refuse({ why: "no-such-item", item });
  if (known.points === "na") return refuse({ why: "not-applicable", item });
  const first = open.get(item);
  if (first !== undefined) return refuse({ why: "duplicate", item, first });
  const number = denied.get(item);
  if (number !== undefined) return refuse({ why: "denied", item, number });
  if (!known.can(proposed)) return refuse({ why: "no-such-points", item, points: proposed });
  if (proposed <= known.points) return refuse({ why: "not-more", item, points: known.points });
  return done({ item, original: known.points, proposed });
}

/** The decision that this would be the second hearing of, if it is one. */
function secondOf({ challenges, evidence }: Filing, { decided }: Docket): Outcome<Appeal | undefined, FilingRefusal> {
  const firsts = new Set(challenges.map(({ item }) => decided.get(item)));
  const [first] = firsts;
  const item = challenges[0]?.item ?? "";
  if (firsts.size > 1) return refuse({ why: "mixed-levels", item });
  if (first === undefined) return done(undefined);
  if (first.level === 2) return refuse({ why: "heard-twice", item, number: first.number });
  if (evidence.length === 0) return refuse({ why: "nothing-new", item, number: first.number });
  return done(first);
}

/**
 * An agent may appeal items of their own evaluation within the days to file: in time it goes to the lead, late to the
 * supervisor as a request for an exception, and where the recording of one in time is gone it is decided for the agent at
 * once. After a decision it may be appealed once more, on new evidence, within the same days from that.
 */
export function file(filing: Filing, docket: Docket, rules: AppealRules, at: Date): Outcome<Appeal, FilingRefusal> {
  const { evaluation, seen, id, number } = docket;
  const { by, reason, kind, evidence } = filing;
  if (evaluation.agent !== by) return refuse({ why: "not-yours" });
  if (evaluation.kind === "calibration") return refuse({ why: "calibration" });
  if (evaluation.revision !== seen) return refuse({ why: "restated", revision: evaluation.revision });
  const words = reason.trim();
  const { min, max } = reasonLength;
  if (words.length < min) return refuse({ why: "reason-too-short", min, length: words.length });
  if (words.length > max) return refuse({ why: "reason-too-long", max, length: words.length });
  if (filing.challenges.length === 0) return refuse({ why: "nothing-challenged" });
  const challenges: Challenge[] = [];
  for (const one of filing.challenges) {
    const made = challengeOf(one, docket);
    if (!made.ok) return made;
    if (!challenges.some(({ item }) => item === made.value.item)) challenges.push(made.value);
  }
  const second = secondOf(filing, docket);
  if (!second.ok) return second;
  const first = second.value;
  const from = first?.decision?.at ?? evaluation.publishedAt;
  const { agent, scorer, number: evaluationNumber, form, version, revision, site } = evaluation;
  const filed: Appeal = {
    id,
    number,
    site,
    level: first === undefined ? 1 : 2,
    ...(first === undefined ? {} : { first: first.id }),
    evaluation: evaluation.id,
    evaluationNumber,
    form,
    ...(version === undefined ? {} : { version }),
    revision,
    agent,
    ...(scorer === undefined ? {} : { scorer }),
    ...(docket.team === undefined ? {} : { team: docket.team }),
    ...(docket.lead === undefined ? {} : { lead: docket.lead }),
    challenges,
    kind,
    reason: words,
    evidence,
    state: "submitted",
    seats: [],
    filedAt: at,
    happened: [{ is: "filed", at, by }],
  };
  return done(received(filed, { docket, rules, at, isLate: at > closesAt(from, rules) }));
}

type Receiving = {
  readonly docket: Docket;
  readonly rules: AppealRules;
  readonly at: Date;
  readonly isLate: boolean;
};

/** What becomes of an appeal as soon as it is there. */
function received(filed: Appeal, { docket, rules, at, isLate }: Receiving): Appeal {
  const { lead, supervisor, evaluation } = docket;
  const time = span(rules, at, rules.daysToReview);
  if (isLate) {
    const happened = [...filed.happened, { is: "late" as const, at, by: filed.agent }];
    return { ...filed, state: "exception", time, ...(supervisor === undefined ? {} : { desk: supervisor }), happened };
  }
  // What was heard once was heard while its recording was there.
  if (filed.level === 1 && isPurged(evaluation, rules, at)) return decidedUnheard(filed, at);
  return { ...filed, state: "lead-review", time, ...(lead === undefined ? {} : { desk: lead }) };
}

/** Decided for the agent, as nobody can hear any more who is right. */
export function decidedUnheard(appeal: Appeal, at: Date): Appeal {
  const items = appeal.challenges.map((one) => ({
    ...one,
    decided: one.proposed,
    outcome: "upheld" as const,
    code: "system" as const,
    reasons: [],
  }));
  return { ...moved(appeal, "purged", { is: "decided", at }), decision: { at, by: "purged", items } };
}
