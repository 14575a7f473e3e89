import type { PersonId } from "../people/index.ts";
import type { Move, Part } from "./card.ts";
import { type Appeal, type Candidates, isSettled } from "./domain.ts";
import { closesAt } from "./filing.ts";
import type { AppealRules } from "./rules.ts";
import { after } from "./states.ts";

/** What somebody is to an appeal; `mayRead` is whether the rules of privacy let them read the agent's scores. */
export function partOf(
  appeal: Appeal,
  who: PersonId,
  deskmates: readonly PersonId[],
  mayRead: boolean,
): Part | undefined {
  if (who === appeal.agent) return "agent";
  if (who === appeal.scorer) return "scorer";
  if (appeal.seats.some(({ holder, passedBy }) => holder === who || passedBy.includes(who))) return "panel";
  if (deskmates.includes(who)) return appeal.state === "exception" ? "supervisor" : "reviewer";
  return mayRead ? "reader" : undefined;
}

type Looking = {
  readonly who: PersonId;
  readonly inOffice: Candidates;
  /** Who may act at the desk that it is on, if it is on one. */
  readonly deskmates: readonly PersonId[];
  readonly rules: AppealRules;
  readonly at: Date;
  /** Whether one of its items is under appeal again, or was heard twice. */
  readonly isFollowed: boolean;
};

/** What the agent may do. */
function ofAgent(appeal: Appeal, { rules, at, isFollowed }: Looking): Move[] {
  const { state, decision, level } = appeal;
  const isWon = decision?.items.every(({ outcome }) => outcome === "upheld") ?? true;
  const isOpen = decision !== undefined && at <= closesAt(decision.at, rules);
  return [
    ...(after(state, "answered") === undefined ? [] : (["answer"] as const)),
    ...(after(state, "withdrawn") === undefined ? [] : (["withdraw"] as const)),
    ...(state === "closed" && level === 1 && !isWon && isOpen && !isFollowed ? (["again"] as const) : []),
  ];
}

/** What whoever holds a seat or a desk may do. */
function ofOffice(appeal: Appeal, { who, inOffice, deskmates }: Looking): Move[] {
  const { state, question, seats } = appeal;
  if (state === "exception") return deskmates.includes(who) ? ["grant", "deny"] : [];
  if (state === "lead-review" && deskmates.includes(who)) {
    return question === undefined ? ["forward", "return"] : ["forward"];
  }
  const seat = seats.find(({ holder }) => holder === who);
  if (state !== "panel" || seat === undefined || isSettled(appeal, seat)) return [];
  return inOffice[seat.name].includes(who) ? ["vote"] : [];
}

/** What somebody may do with an appeal at a moment. */
export function movesOf(appeal: Appeal, looking: Looking): readonly Move[] {
  const { who } = looking;
  if (who === appeal.agent) return ofAgent(appeal, looking);
  if (who === appeal.scorer) {
    return appeal.statement === undefined && after(appeal.state, "withdrawn") !== undefined ? ["state"] : [];
  }
  return ofOffice(appeal, looking);
}
