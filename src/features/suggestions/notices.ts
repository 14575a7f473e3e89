import { addDays, dayAt, type LocalDate, startOfWeek, wallTime } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, Site } from "../people/index.ts";
import type { Suggestion } from "./domain.ts";
import { type State, states } from "./states.ts";
import type { Changed } from "./store.ts";

/** What suggestions are told by: to everybody at the site, to author, voters and followers, and to a new owner. */
export const postName = "suggestion";
export const movedName = "suggestion-moved";
export const ownerName = "suggestion-owner";
/** Each bulletin tells of the week before its Monday. */
const bulletinName = "weekly-bulletin";

/** When what came in anonymously the day before is shown, or changed by its author. */
const morning = "09:00";
export const shownFrom = (made: LocalDate, zone: string): Date => wallTime(addDays(made, 1), morning, zone);

/** Shows a signed suggestion at once, and an anonymous one on the next morning, so that no hour tells. */
export function postNotice({ id, site, author, madeAt }: Suggestion, made: LocalDate, { zone }: Site): Notice {
  const due = author === undefined ? { dueAt: shownFrom(made, zone) } : {};
  return { kind: postName, site, period: id, at: madeAt, ...due, body: {} };
}

/** A state of one suggestion as a period: within it something is told once. */
const periodOf = (id: string, state: State): string => `${id}:${state}`;
export function readPeriod(period: string): { readonly id: string; readonly state: State | undefined } {
  const [id = "", state] = period.split(":");
  return { id, state: states.find((one) => one === state) };
}

/** What everybody sees of it says something else. */
export const postTouched = ({ id, site }: Suggestion): Touched => ({ kind: postName, site, period: id });

/** The bulletins of the week that it was made in and of those that it was moved on in. */
function bulletinsOf({ site, madeAt, steps }: Suggestion, zone: string): readonly Touched[] {
  const moves = steps.filter(({ to, isBack }) => to !== "withdrawn" && isBack === undefined).map(({ at }) => at);
  const mondays = [madeAt, ...moves].map((at) => startOfWeek(addDays(dayAt(at, zone), 7)));
  return [...new Set(mondays)].map((period) => ({ kind: bulletinName, site, period }));
}

type Change = {
  readonly at: Date;
  readonly by?: PersonId | undefined;
  /** The clock of its site. */
  readonly zone: string;
  /** When it is told, if that is not at once. */
  readonly tellAt?: Date | undefined;
};

/**
 * A suggestion as it has become, with what is told of it: once for each state, and revised in it; bulletins that are out
 * are corrected when it is withdrawn or a step undone. An owner is told who was given it by somebody else (`by`).
 */
export function changed(before: Suggestion, suggestion: Suggestion, { at, by, zone, tellAt }: Change): Changed {
  if (before === suggestion) return { suggestion };
  const { id, site, owner, state, steps } = suggestion;
  const told = [...new Set(steps.flatMap(({ to, isBack }) => (isBack ? [] : [to])))];
  const step = steps.length > before.steps.length ? steps.at(-1) : undefined;
  const isMoved = step !== undefined && step.isBack === undefined;
  const isCorrected = step?.isBack === true || state === "withdrawn";
  const due = tellAt === undefined ? {} : { dueAt: tellAt };
  const isGiven = owner !== undefined && owner !== before.owner && owner !== by;
  return {
    suggestion,
    notices: [
      ...(isMoved ? [{ kind: movedName, site, period: periodOf(id, state), at, ...due, body: {} }] : []),
      ...(isGiven ? [{ kind: ownerName, site, period: `${id}:${owner}`, at, body: {} }] : []),
    ],
    touched: [
      postTouched(suggestion),
      ...told.map((one) => ({ kind: movedName, site, period: periodOf(id, one) })),
      ...(isCorrected ? bulletinsOf(suggestion, zone) : []),
    ],
    ...(tellAt === undefined ? {} : { tellAt }),
  };
}
