import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Appeal, Candidates, Happening, Seat } from "./domain.ts";
import { seatNames } from "./domain.ts";
import { decidedUnheard } from "./filing.ts";
import { moved } from "./moved.ts";
import { decidedIfComplete } from "./panel.ts";
import { type AppealRules, reasonLength } from "./rules.ts";
import { after, type Event, type State } from "./states.ts";
import { span } from "./time.ts";

export type MoveRefusal =
  /** Not in this state. */
  | { readonly why: "not-now"; readonly state: State }
  | { readonly why: "not-yours" }
  /** Somebody else is to act, and has the appeal before them. */
  | { readonly why: "not-your-turn"; readonly whose?: string }
  /** The lead has asked once already. */
  | { readonly why: "returned-once" }
  | { readonly why: "too-short"; readonly min: number; readonly length: number }
  | { readonly why: "too-long"; readonly max: number; readonly length: number }
  | { readonly why: "stated-already" };
type Moved = Outcome<Appeal, MoveRefusal>;

const isIn = (appeal: Appeal, event: Event): Outcome<true, MoveRefusal> =>
  after(appeal.state, event) === undefined ? refuse({ why: "not-now", state: appeal.state }) : done(true);

function wordsOf(text: string, min: number = reasonLength.min): Outcome<string, MoveRefusal> {
  const words = text.trim();
  if (words.length < min) return refuse({ why: "too-short", min, length: words.length });
  if (words.length > reasonLength.max) return refuse({ why: "too-long", max: reasonLength.max, length: words.length });
  return done(words);
}

/** The first for each seat of those who may sit, nobody twice; where there is no other choice it stays empty. */
function seated(appeal: Appeal, candidates: Candidates, rules: AppealRules, at: Date): readonly Seat[] {
  const taken = new Set<string>();
  return seatNames.map((name): Seat => {
    const holder = candidates[name].find((id) => !taken.has(id) && id !== appeal.agent && id !== appeal.scorer);
    if (holder !== undefined) taken.add(holder);
    return {
      name,
      ...(holder === undefined ? {} : { holder }),
      time: span(rules, at, rules.daysToDecide),
      passedBy: [],
      ballots: [],
      isMissed: holder === undefined,
    };
  });
}

/** The panel of three takes it on. */
export function convened(
  appeal: Appeal,
  event: "forwarded" | "answered" | "silence",
  { candidates, rules, at, by }: { candidates: Candidates; rules: AppealRules; at: Date; by?: string },
): Appeal {
  const is = event === "answered" ? "answered" : "forwarded";
  const happening: Happening =
    is === "answered" ? { is, at, by: by ?? appeal.agent } : { is, at, ...(by === undefined ? {} : { by }) };
  const next = moved(appeal, event, happening);
  const seats = seated(appeal, candidates, rules, at);
  const told = seats.map(
    ({ name: seat, holder }): Happening => ({
      is: "seated",
      at,
      seat,
      ...(holder === undefined ? {} : { to: holder }),
    }),
  );
  return decidedIfComplete({ ...next, seats, happened: [...next.happened, ...told] }, rules, at);
}

type By = {
  readonly by: string;
  readonly at: Date;
  readonly rules: AppealRules;
  readonly candidates: Candidates;
  /** Who may act at the desk now, by their office. */
  readonly deskmates: readonly string[];
};

/** Whoever has the office may act, whoever of them has it before them; nobody may by an office that they had. */
const mayAct = ({ desk }: Appeal, { by, deskmates }: Pick<By, "by" | "deskmates">): Outcome<true, MoveRefusal> =>
  deskmates.includes(by)
    ? done(true)
    : refuse({ why: "not-your-turn", ...(desk === undefined || desk === by ? {} : { whose: desk }) });

/** The supervisor lets a late appeal be heard, or does not. */
export function except(
  appeal: Appeal,
  granted: boolean,
  { isPurged, ...made }: By & { readonly isPurged: boolean },
): Moved {
  const { by, at } = made;
  const now = isIn(appeal, granted ? "granted" : "denied");
  if (!now.ok) return now;
  const may = mayAct(appeal, made);
  if (!may.ok) return may;
  if (!granted) return done(moved(appeal, "denied", { is: "denied", at, by }));
  return done(letIn(moved(appeal, "granted", { is: "granted", at, by }), { ...made, isPurged }));
}

/**
 * A late appeal that is heard after all: the lead's day begins; a second hearing goes to the panel; and what nobody can
 * hear any more is decided for the agent.
 */
export function letIn(
  appeal: Appeal,
  { candidates, rules, at, isPurged }: Pick<By, "candidates" | "rules" | "at"> & { readonly isPurged: boolean },
): Appeal {
  if (appeal.level === 2) return convened(appeal, "forwarded", { candidates, rules, at });
  if (isPurged) return decidedUnheard(appeal, at);
  const [lead] = candidates.lead;
  return { ...appeal, time: span(rules, at, rules.daysToReview), ...(lead === undefined ? {} : { desk: lead }) };
}

/** The lead passes it on to the panel; they cannot reject it. */
export function forward(appeal: Appeal, made: By): Moved {
  const now = isIn(appeal, "forwarded");
  if (!now.ok) return now;
  const may = mayAct(appeal, made);
  return may.ok ? done(convened(appeal, "forwarded", made)) : may;
}

/** The lead asks the agent for something, once. */
export function giveBack(appeal: Appeal, question: string, made: By): Moved {
  const { by, at, rules } = made;
  const now = isIn(appeal, "returned");
  if (!now.ok) return now;
  const may = mayAct(appeal, made);
  if (!may.ok) return may;
  if (appeal.question !== undefined) return refuse({ why: "returned-once" });
  const words = wordsOf(question, 10);
  if (!words.ok) return words;
  const next = moved(appeal, "returned", { is: "returned", at, by });
  const time = span(rules, at, rules.daysToAnswer);
  return done({ ...next, question: words.value, time, desk: appeal.agent });
}

/** The agent answers what the lead asked, and the panel takes it on. */
export function answer(
  appeal: Appeal,
  { text, evidence }: { readonly text: string; readonly evidence: Appeal["evidence"] },
  { by, at, rules, candidates }: Omit<By, "deskmates">,
): Moved {
  if (by !== appeal.agent) return refuse({ why: "not-yours" });
  const now = isIn(appeal, "answered");
  if (!now.ok) return now;
  const words = wordsOf(text, 1);
  if (!words.ok) return words;
  const more = { ...appeal, answer: words.value, evidence: [...appeal.evidence, ...evidence] };
  return done(convened(more, "answered", { candidates, rules, at, by }));
}

/** The agent takes it back; nothing is held against them. */
export function withdraw(appeal: Appeal, { by, at }: Pick<By, "by" | "at">): Moved {
  if (by !== appeal.agent) return refuse({ why: "not-yours" });
  const now = isIn(appeal, "withdrawn");
  return now.ok ? done(moved(appeal, "withdrawn", { is: "withdrawn", at, by })) : now;
}

/** The scorer states their grounds, once, while nothing is decided; they do not sit. */
export function state(appeal: Appeal, text: string, { by, at }: Pick<By, "by" | "at">): Moved {
  if (by !== appeal.scorer) return refuse({ why: "not-yours" });
  const now = isIn(appeal, "withdrawn");
  if (!now.ok) return now;
  if (appeal.statement !== undefined) return refuse({ why: "stated-already" });
  const words = wordsOf(text);
  if (!words.ok) return words;
  const happened = [...appeal.happened, { is: "statement" as const, at, by }];
  return done({ ...appeal, statement: { text: words.value, at }, happened });
}

/** Its evaluation is gone, or its agent is: there is nothing left to decide. */
export const voided = (appeal: Appeal, at: Date): Appeal =>
  after(appeal.state, "voided") === undefined ? appeal : moved(appeal, "voided", { is: "voided", at });
