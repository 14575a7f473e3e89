/** The states of a suggestion. */
export const states = ["new", "considered", "planned", "done", "declined", "withdrawn"] as const;
export type State = (typeof states)[number];

/** What those who decide can make of a suggestion. */
export const decisions = ["considered", "planned", "done", "declined"] as const;
export type Decision = (typeof decisions)[number];

/** New → considered → planned → done, or declined on the way; aside: withdrawn by its author. What is not here cannot happen. */
const life: { readonly [S in State]: readonly State[] } = {
  new: ["considered", "declined", "withdrawn"],
  considered: ["planned", "declined", "withdrawn"],
  planned: ["done", "declined"],
  done: [],
  declined: [],
  withdrawn: [],
};

/** Whether one state can follow another. */
export const canBecome = (from: State, to: State): boolean => life[from].includes(to);

/** What those who decide can make of a suggestion in a state. */
export const decisionsFrom = (from: State): readonly Decision[] => decisions.filter((to) => canBecome(from, to));

/** The states in which a suggestion is voted for and added to. */
export const openStates: readonly State[] = states.filter((state) => decisionsFrom(state).length > 0);
export const isOpen = ({ state }: { readonly state: State }): boolean => openStates.includes(state);

/** Whether a decision is told with its reason always. */
export const needsReason = (to: Decision): boolean => to === "done" || to === "declined";
