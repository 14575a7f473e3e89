import type { View } from "../../chat/view.ts";
import type { LocalMessage } from "./messages.ts";
import { actionsOf } from "./shown.ts";

/** So many messages that are not kept can still be pressed; older ones make room. */
const mostHeld = 100;

/** Messages that are never written down: they wait here, in this process alone, for a press on one of their buttons. */
export type Memory = {
  /** Takes a message in if there is anything to press on it. */
  hold(message: LocalMessage): void;
  find(id: string): LocalMessage | undefined;
  /** Gives a message another view; undefined when it is not here. */
  revise(id: string, view: View, at: Date): LocalMessage | undefined;
};

export function memory(): Memory {
  const held = new Map<string, LocalMessage>();

  function hold(message: LocalMessage): void {
    held.delete(message.id);
    if (actionsOf(message.view).length === 0) return;
    held.set(message.id, message);
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  }
  return {
    hold,
    find: (id) => held.get(id),
    revise(id, view, revised) {
      const known = held.get(id);
      if (known === undefined) return undefined;
      const message = { ...known, view, revised };
      hold(message);
      return message;
    },
  };
}
