import type { Message } from "discord.js";
import { RESTJSONErrorCodes } from "discord.js";
import type { Log } from "../../kernel/log.ts";
import { codeOf, told } from "./faults.ts";
import { memory } from "./memory.ts";
import { platformName } from "./spans.ts";

const kept = { most: 5_000, forMs: 7 * 24 * 3_600_000 };

/** Tells whether a message stands in the thread under one of the bot's: each thread is asked about once. */
export function ourThreads(log: Log) {
  const known = memory<boolean>(kept);

  return async (message: Message): Promise<boolean> => {
    const { channel, createdTimestamp: at } = message;
    if (!channel.isThread()) return false;
    const before = known.recall(channel.id, at);
    if (before !== undefined) return before;
    try {
      // Whoever began the thread, it is of the message that it hangs under.
      const isOurs = (await channel.fetchStarterMessage())?.author.id === message.client.user.id;
      known.keep(channel.id, isOurs, at);
      return isOurs;
    } catch (error) {
      if (codeOf(error) === RESTJSONErrorCodes.UnknownMessage) known.keep(channel.id, false, at);
      else log.warn({ platform: platformName, reason: told(error) }, "a thread's first message could not be read");
      return false;
    }
  };
}
