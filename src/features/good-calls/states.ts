/** The states of a good call. */
export const states = ["voting", "consent", "accepted", "declined", "not-chosen", "withdrawn"] as const;
export type State = (typeof states)[number];

/** What can happen to a good call. */
export type Event =
  /** The vote is over and enough were for it, or not. */
  | "chosen"
  | "passed-over"
  /** Its agent says yes, says no, or says nothing in time. */
  | "agreed"
  | "refused"
  | "silence"
  /** Its nominator takes it back while the vote is open. */
  | "taken-back"
  /** Its agent takes back their yes, or an admin does for one who has left. */
  | "consent-withdrawn"
  /** Its agent has left before the vote is over. */
  | "left";

/**
 * Voting → consent → accepted, or declined, or not chosen; aside: withdrawn. What is not here cannot happen. Silence is no
 * consent, and a yes can be taken back at any time.
 */
const life: { readonly [S in State]: Readonly<Partial<Record<Event, State>>> } = {
  voting: { chosen: "consent", "passed-over": "not-chosen", "taken-back": "withdrawn", left: "withdrawn" },
  consent: { agreed: "accepted", refused: "declined", silence: "declined" },
  accepted: { "consent-withdrawn": "withdrawn" },
  declined: {},
  "not-chosen": {},
  withdrawn: {},
};

/** Where an event leads; undefined where it cannot happen. */
export const after = (state: State, event: Event): State | undefined => life[state][event];
