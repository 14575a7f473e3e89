import type { LocalMessage, LocalMessages } from "../../platforms/local/index.ts";
import { decodeView, encodeView } from "../../platforms/local/index.ts";

const copied = (message: LocalMessage): LocalMessage => ({
  ...message,
  view: decodeView(JSON.parse(JSON.stringify(encodeView(message.view)))),
});

const byAge = (a: LocalMessage, b: LocalMessage) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);

/** The local page's messages kept in memory, as JSON would keep them. */
export function localMessagesInMemory(): LocalMessages {
  const kept = new Map<string, LocalMessage>();
  return {
    async add(message) {
      if (kept.has(message.id)) return false;
      kept.set(message.id, copied(message));
      return true;
    },
    async revise(id, view, at) {
      const message = kept.get(id);
      if (message === undefined) return undefined;
      const revised = copied({ ...message, view, revised: at });
      kept.set(id, revised);
      return revised;
    },
    find: async (id) => kept.get(id),
    async list({ place, person, limit, before }) {
      const seen = [...kept.values()].filter(
        (message) =>
          message.place === place &&
          (message.onlyFor === undefined || message.onlyFor === person) &&
          (before === undefined || message.at < before),
      );
      return seen.sort(byAge).slice(-limit);
    },
  };
}
