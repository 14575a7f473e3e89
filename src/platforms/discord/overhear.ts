import type { Message } from "discord.js";
import { RESTJSONErrorCodes } from "discord.js";
import type { Log } from "../../kernel/log.ts";
import { codeOf, told } from "./faults.ts";
import { memory } from "./memory.ts";
import { platformName } from "./spans.ts";

const most = 5_000;
const keptMs = 7 * 24 * 3_600_000;
/** How long a thread whose first message could not be read counts as somebody else's before it is asked about again. */
const unreadMs = 60_000;

/** Tells whether a message stands in the thread under one of the bot's: each thread is asked about until it is known. */
export function ourThreads(log: Log) {
  const known = memory<boolean>({ most, forMs: keptMs });
  const unread = memory<true>({ most, forMs: unreadMs });

  return async (message: Message): Promise<boolean> => {
    const { channel, createdTimestamp: at } = message;
    if (!channel.isThread()) return false;
    const before = known.recall(channel.id, at);
    if (before !== undefined) return before;
    if (unread.recall(channel.id, at)) return false;
    try {
      // Whoever began the thread, it is of the message that it hangs under. None comes where its channel is not known yet.
      const first = await channel.fetchStarterMessage();
      const isOurs = first?.author.id === message.client.user.id;
      if (first === null) unread.keep(channel.id, true, at);
      else known.keep(channel.id, isOurs, at);
      return isOurs;
    } catch (error) {
      if (codeOf(error) === RESTJSONErrorCodes.UnknownMessage) known.keep(channel.id, false, at);
      else {
        unread.keep(channel.id, true, at);
        log.warn({ platform: platformName, reason: told(error) }, "a thread's first message could not be read");
      }
      return false;
    }
  };
}
