import type { View } from "../../chat/view.ts";

/** A message on the local page. */
export type LocalMessage = {
  /** A UUID. */
  readonly id: string;
  readonly place: string;
  /** The person who alone sees it; missing when everybody in the place does. */
  readonly onlyFor?: string;
  /** The person who wrote it; missing for Fairline's own. */
  readonly author?: string;
  readonly at: Date;
  readonly revised?: Date;
  readonly view: View;
};

/** What one person is to see of a place. */
type Reading = {
  readonly place: string;
  readonly person: string;
  readonly limit: number;
  /** Only what is older than this. */
  readonly before?: Date;
};

/** Where the local page keeps what was said. */
export type LocalMessages = {
  /** Keeps a message; false when one of this id is kept already, which then stays as it is. */
  add(message: LocalMessage): Promise<boolean>;
  /** Gives a message another view; undefined when there is no such message. */
  revise(id: string, view: View, at: Date): Promise<LocalMessage | undefined>;
  find(id: string): Promise<LocalMessage | undefined>;
  /** The newest messages that the person may see there, oldest first. */
  list(reading: Reading): Promise<readonly LocalMessage[]>;
};
