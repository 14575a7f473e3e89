/** The states of a draw (product rules §6). */
export const states = [
  "draft",
  "open",
  "closed",
  "challenge",
  "committed",
  "drawn",
  "claimed",
  "forfeited",
  "cancelled",
] as const;
export type State = (typeof states)[number];

/** What can happen to a draw. */
export type Event =
  | "opened"
  /** Its hour came: entrants and tickets are fixed. */
  | "closed"
  /** Nobody has added a number of their own yet, and it stays open for longer. */
  | "put-off"
  /** The manifest's hash is out, and may be challenged. */
  | "published"
  /** A challenge was right, or the hash came out too late: there is another manifest. */
  | "corrected"
  /** A challenge was right where Fairline knows its seed: it takes another seed, and numbers anew. */
  | "reopened"
  /** The time for challenges has passed. */
  | "committed"
  | "drawn"
  /** Every prize has found somebody, or nobody is left to offer it to. */
  | "claimed"
  /** Nobody wanted any of it. */
  | "forfeited"
  | "cancelled";

const stoppable = { cancelled: "cancelled" } as const;

/**
 * Draft → open → closed → challenge → committed → drawn → claimed or forfeited; or cancelled before it is drawn. What is
 * not here cannot happen.
 */
export const life: { readonly [S in State]: Readonly<Partial<Record<Event, State>>> } = {
  draft: { opened: "open", ...stoppable },
  open: { "put-off": "open", closed: "closed", ...stoppable },
  closed: { published: "challenge", corrected: "closed", ...stoppable },
  challenge: { corrected: "closed", reopened: "open", committed: "committed", ...stoppable },
  committed: { drawn: "drawn", ...stoppable },
  drawn: { claimed: "claimed", forfeited: "forfeited" },
  claimed: {},
  forfeited: {},
  cancelled: {},
};

/** Where an event leads; undefined where it cannot happen. */
export const after = (state: State, event: Event): State | undefined => life[state][event];

/** Whether nothing more happens in a state. */
export const isOver = (state: State): boolean => Object.keys(life[state]).length === 0;
