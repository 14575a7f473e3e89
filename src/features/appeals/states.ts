/** The states of an appeal (product rules §4). */
export const states = [
  "submitted",
  "exception",
  "lead-review",
  "returned",
  "panel",
  "decided",
  "corrected",
  "closed",
  "withdrawn",
  "expired",
  "void",
] as const;
export type State = (typeof states)[number];

/** What can happen to an appeal. */
export type Event =
  /** It came in time. */
  | "received"
  /** It came too late, and asks to be heard all the same. */
  | "late"
  | "granted"
  | "denied"
  | "returned"
  | "answered"
  | "forwarded"
  /** Nobody acted within the stage's days. */
  | "silence"
  /** Its recording is gone, so that nobody can hear who is right. */
  | "purged"
  | "decided"
  | "corrected"
  | "closed"
  | "withdrawn"
  /** Its evaluation was taken back, or its agent has left. */
  | "voided";

const aside = { withdrawn: "withdrawn", voided: "void" } as const;

/**
 * Submitted → lead review → (returned for information) → panel → decided → corrected → closed; aside: withdrawn,
 * expired, void. What is not here cannot happen. Silence always leads on: it never costs the agent anything.
 */
export const life: { readonly [S in State]: Readonly<Partial<Record<Event, State>>> } = {
  submitted: { received: "lead-review", late: "exception", purged: "decided" },
  exception: { granted: "lead-review", denied: "expired", silence: "lead-review", ...aside },
  "lead-review": { forwarded: "panel", returned: "returned", silence: "panel", purged: "decided", ...aside },
  returned: { answered: "panel", silence: "panel", ...aside },
  panel: { decided: "decided", ...aside },
  decided: { corrected: "corrected", closed: "closed" },
  corrected: { closed: "closed" },
  closed: {},
  withdrawn: {},
  expired: {},
  void: {},
};

/** Whether nothing more happens in a state. */
export const isOver = (state: State): boolean => Object.keys(life[state]).length === 0;

/** Where an event leads; undefined where it cannot happen. */
export const after = (state: State, event: Event): State | undefined => life[state][event];
