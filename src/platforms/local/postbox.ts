import { randomUUID } from "node:crypto";
import { fit } from "../../chat/fit.ts";
import type { View } from "../../chat/view.ts";
import { limits } from "./limits.ts";
import type { LocalMessage, LocalMessages } from "./messages.ts";

type PostboxDeps = {
  readonly messages: LocalMessages;
  readonly clock: () => Date;
  /** Told of each message that is new or revised. */
  readonly announce: (message: LocalMessage) => void;
};

/** A message to be put up; an `id` that is kept already changes nothing. */
type Posting = Pick<LocalMessage, "place" | "onlyFor" | "author" | "view"> & { readonly id?: string };

/** Puts messages up and takes care that those who look hear of them. */
export type Postbox = {
  put(posting: Posting): Promise<LocalMessage>;
  /** Undefined when there is no such message. */
  revise(id: string, view: View): Promise<LocalMessage | undefined>;
};

export function postbox({ messages, clock, announce }: PostboxDeps): Postbox {
  let last = 0;
  /** Now, but later than anything that was put up before, so that the order of messages is their order in time. */
  const next = () => {
    last = Math.max(clock().getTime(), last + 1);
    return new Date(last);
  };
  const held = (view: View) => fit(view, limits);
  return {
    async put({ id = randomUUID(), author, view, ...rest }) {
      const shown = author === undefined ? { view: held(view) } : { view, author };
      const message: LocalMessage = { ...rest, ...shown, id, at: next() };
      if (await messages.add(message)) announce(message);
      return message;
    },
    async revise(id, view) {
      const revised = await messages.revise(id, held(view), clock());
      if (revised) announce(revised);
      return revised;
    },
  };
}
