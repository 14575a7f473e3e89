import { memory } from "./memory.ts";

type Sent = { readonly nonce: string; readonly channel: string; readonly id: string };

/** What this process knows of the bot's own messages; the oldest are forgotten first. */
export type SentMessages = {
  /** Notes a message from Discord's answer to it or from the event that tells of it. */
  note(message: Sent, at: number): void;
  /** The id of the message that was posted to a channel under a nonce. */
  under(nonce: string, channel: string, at: number): string | undefined;
  /** Whether a message is known, under whatever nonce. */
  knows(id: string, at: number): boolean;
};

const kept = { most: 50_000, forMs: 24 * 3_600_000 };

export function sent(): SentMessages {
  const byNonce = memory<Sent>(kept);
  const ids = memory<true>(kept);
  return {
    note(message, at) {
      byNonce.keep(message.nonce, message, at);
      ids.keep(message.id, true, at);
    },
    under(nonce, channel, at) {
      const found = byNonce.recall(nonce, at);
      return found?.channel === channel ? found.id : undefined;
    },
    knows: (id, at) => ids.recall(id, at) === true,
  };
}
