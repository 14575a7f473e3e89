import { addDays, type LocalDate, wallTime } from "../../kernel/time.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, Site } from "../people/index.ts";
import type { Suggestion } from "./domain.ts";
import { type State, states } from "./states.ts";
import type { Changed } from "./store.ts";

/** What suggestions are told by: to everybody at the site, to author, voters and followers, and to a new owner. */
export const postName = "suggestion";
export const movedName = "suggestion-moved";
export const ownerName = "suggestion-owner";
/** Bulletins that are out name what was suggested in their week. */
const bulletinName = "weekly-bulletin";

/** When what came in anonymously the day before is shown. */
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

/**
 * A suggestion as it has become, with what is told of it: once for each state, and revised in it. An owner is told who was
 * given it by somebody else (`by`).
 */
export function changed(
  before: Suggestion,
  suggestion: Suggestion,
  { at, by }: { readonly at: Date; readonly by?: PersonId | undefined },
): Changed {
  if (before === suggestion) return { suggestion };
  const { id, site, owner, state, steps } = suggestion;
  const told = [...new Set(steps.flatMap(({ to, isBack }) => (isBack ? [] : [to])))];
  const isMoved = steps.length > before.steps.length && steps.at(-1)?.isBack === undefined;
  const isGiven = owner !== undefined && owner !== before.owner && owner !== by;
  return {
    suggestion,
    notices: [
      ...(isMoved ? [{ kind: movedName, site, period: periodOf(id, state), at, body: {} }] : []),
      ...(isGiven ? [{ kind: ownerName, site, period: `${id}:${owner}`, at, body: {} }] : []),
    ],
    touched: [
      postTouched(suggestion),
      ...told.map((one) => ({ kind: movedName, site, period: periodOf(id, one) })),
      ...(state === "withdrawn" ? [{ kind: bulletinName, site }] : []),
    ],
  };
}
