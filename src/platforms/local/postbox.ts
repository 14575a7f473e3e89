import { randomUUID } from "node:crypto";
import { fit } from "../../chat/fit.ts";
import type { View } from "../../chat/view.ts";
import { limits } from "./limits.ts";
import type { Memory } from "./memory.ts";
import type { LocalMessage, LocalMessages } from "./messages.ts";

type PostboxDeps = {
  readonly messages: LocalMessages;
  readonly memory: Memory;
  readonly clock: () => Date;
  /** Told of each message that is new or revised. */
  readonly announce: (message: LocalMessage) => void;
};

/** A message to be put up; an `id` that is kept already changes nothing. One that is `unkept` is shown on open pages alone. */
type Posting = Pick<LocalMessage, "place" | "onlyFor" | "author" | "view"> & {
  readonly id?: string;
  readonly unkept?: boolean;
};

/** Puts messages up and takes care that those who look hear of them. */
export type Postbox = {
  put(posting: Posting): Promise<LocalMessage>;
  /** Undefined when there is no such message. */
  revise(id: string, view: View): Promise<LocalMessage | undefined>;
};

export function postbox({ messages, memory, clock, announce }: PostboxDeps): Postbox {
  let last = 0;
  /** Now, but later than anything that was put up before, so that the order of messages is their order in time. */
  const next = () => {
    last = Math.max(clock().getTime(), last + 1);
    return new Date(last);
  };
  const held = (view: View) => fit(view, limits);
  return {
    async put({ id = randomUUID(), author, view, unkept = false, ...rest }) {
      const shown = author === undefined ? { view: held(view) } : { view, author };
      const message: LocalMessage = { ...rest, ...shown, id, at: next() };
      if (unkept) memory.hold(message);
      if (unkept || (await messages.add(message))) announce(message);
      return message;
    },
    async revise(id, view) {
      const revised = memory.revise(id, held(view), clock()) ?? (await messages.revise(id, held(view), clock()));
      if (revised) announce(revised);
      return revised;
    },
  };
}
