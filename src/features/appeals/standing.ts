import type { PersonId } from "../people/index.ts";
import type { Move, Part } from "./card.ts";
import { type Appeal, type Candidates, isSettled } from "./domain.ts";
import { closesAt } from "./filing.ts";
import type { AppealRules } from "./rules.ts";
import { after } from "./states.ts";

/** What somebody is to an appeal; `mayRead` is whether the rules of privacy let them read the agent's scores. */
export function partOf(appeal: Appeal, who: PersonId, inOffice: Candidates, mayRead: boolean): Part | undefined {
  if (who === appeal.agent) return "agent";
  if (who === appeal.scorer) return "scorer";
  if (appeal.seats.some(({ holder, passedBy }) => holder === who || passedBy.includes(who))) return "panel";
  if (appeal.state === "exception" && inOffice.supervisor.includes(who)) return "supervisor";
  if (appeal.state === "lead-review" && inOffice.lead.includes(who)) return "reviewer";
  const isOfHouse = Object.values(inOffice).some((seat) => seat.includes(who));
  return isOfHouse || mayRead ? "reader" : undefined;
}

type Looking = {
  readonly who: PersonId;
  readonly inOffice: Candidates;
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
function ofOffice(appeal: Appeal, { who, inOffice }: Looking): Move[] {
  const { state, question, seats } = appeal;
  if (state === "exception") return inOffice.supervisor.includes(who) ? ["grant", "deny"] : [];
  if (state === "lead-review" && inOffice.lead.includes(who)) {
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
