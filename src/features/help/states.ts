/** The states of a help request (product rules §5). */
export const states = ["open", "claimed", "waiting", "resolved", "closed", "cancelled"] as const;
export type State = (typeof states)[number];

/** What can happen to a help request. */
export type Event =
  | "claimed"
  /** Whoever is at it says something to the agent. */
  | "answered"
  /** Whoever is at it needs something of the agent; only then does time stand still. */
  | "asked-agent"
  | "agent-replied"
  | "handed-over"
  /** Nothing was said for too long after it was claimed. */
  | "went-back"
  | "resolved"
  /** The agent says that it is settled. */
  | "solved"
  | "cancelled"
  | "reopened"
  /** Nobody wanted more of it. */
  | "closed";

/**
 * Open → claimed → waiting for the agent → resolved → closed; reopened, cancelled. What is not here cannot happen.
 */
export const life: { readonly [S in State]: Readonly<Partial<Record<Event, State>>> } = {
  open: { claimed: "claimed", "agent-replied": "open", solved: "closed", cancelled: "cancelled" },
  claimed: {
    answered: "claimed",
    "asked-agent": "waiting",
    "agent-replied": "claimed",
    "handed-over": "claimed",
    "went-back": "open",
    resolved: "resolved",
    solved: "closed",
    cancelled: "cancelled",
  },
  waiting: {
    answered: "waiting",
    "agent-replied": "claimed",
    "handed-over": "waiting",
    resolved: "resolved",
    solved: "closed",
    closed: "closed",
    cancelled: "cancelled",
  },
  resolved: { reopened: "open", solved: "closed", closed: "closed" },
  closed: { reopened: "open" },
  cancelled: {},
};

/** Where an event leads; undefined where it cannot happen. */
export const after = (state: State, event: Event): State | undefined => life[state][event];

/** Whether somebody still waits for help. */
export const isUnderWay = (state: State): boolean => state === "open" || state === "claimed" || state === "waiting";
