import { z } from "zod";
import { countsOf } from "../counts.ts";
import { channelJson, historyJson, messageJson } from "./json.ts";
import { type Answer, type Call, refusal } from "./request.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

type Deps = {
  readonly of: World;
  readonly kept: Store;
  readonly origin: () => string;
  readonly dispatch: (type: string, data: unknown) => void;
};

const posted = z.object({
  nonce: z.string().optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z.unknown().optional(),
});
const begun = z.object({ name: z.string().min(1).max(100) });
const mostAtOnce = 100;

/** The messages of channels: posted, changed and read back. */
export function messages({ of, kept, origin, dispatch }: Deps) {
  const nonces = new Map<string, string>();
  let showsNonces = false;
  const has = (channel: string) => channel === of.channel || of.isDm(channel) || of.threads.has(channel);

  /** The thread under a message, by whoever; every session is told of it. */
  function begin(parent: string, id: string, name: string, owner: string): void {
    of.threads.set(id, { id, parent, name, owner });
    dispatch("THREAD_CREATE", { ...channelJson(of, id), newly_created: true });
  }

  return {
    has,
    begin,

    /** The bot begins the thread under a message. */
    thread(call: Call, channel: string, message: string): Answer {
      const { data } = begun.safeParse(call.body);
      if (data === undefined) return refusal(400, 50_035, "Invalid Form Body");
      if (of.isDm(channel)) return refusal(400, 50_024, "Cannot execute action on this channel type");
      if (!has(channel)) return refusal(404, 10_003, "Unknown Channel");
      if (of.find(message)?.channel !== channel) return refusal(404, 10_008, "Unknown Message");
      if (of.threads.has(message)) return refusal(400, 160_004, "A thread has already been created for this message");
      begin(channel, message, data.name, of.bot.id);
      return { status: 201, body: channelJson(of, message) };
    },

    one(channel: string, message: string): Answer {
      const found = of.find(message);
      return found?.channel === channel && !found.onlyFor
        ? { status: 200, body: messageJson(found, origin()) }
        : refusal(404, 10_008, "Unknown Message");
    },

    /** A new message; every session that listens to the channel is told of it, the bot's own too. */
    post(call: Call, channel: string): Answer {
      if (!has(channel)) return refusal(404, 10_003, "Unknown Channel");
      const { nonce, enforce_nonce, message_reference: reference } = posted.parse(call.body);
      const mark = nonce === undefined ? {} : { nonce };
      const before = enforce_nonce && nonce !== undefined ? of.find(nonces.get(nonce) ?? "") : undefined;
      if (before !== undefined) return { status: 200, body: { ...messageJson(before, origin()), ...mark } };
      const stored = kept.create(call, call.body, channel);
      if (stored === undefined) return refusal(400, 50_035, "Invalid Form Body");
      Object.assign(stored, mark, { isPost: true, ...(reference === undefined ? {} : { reference }) });
      if (nonce !== undefined) nonces.set(nonce, stored.id);
      const body = { ...messageJson(stored, origin()), ...mark };
      dispatch("MESSAGE_CREATE", { ...body, ...(of.isDm(channel) ? {} : { guild_id: of.guild }) });
      return { status: 200, body };
    },

    edit(call: Call, channel: string, message: string): Answer {
      const stored = of.find(message);
      if (stored === undefined || stored.channel !== channel || stored.onlyFor)
        return refusal(404, 10_008, "Unknown Message");
      if (!kept.revise(call, call.body, stored)) return refusal(400, 50_035, "Invalid Form Body");
      return { status: 200, body: messageJson(stored, origin()) };
    },

    /** The newest messages before one, newest first. */
    read({ query }: Call, channel: string): Answer {
      if (!has(channel)) return refusal(404, 10_003, "Unknown Channel");
      const limit = Number(query.get("limit") ?? 50);
      if (!(limit >= 1 && limit <= mostAtOnce)) return refusal(400, 50_035, "Invalid Form Body");
      const before = BigInt(query.get("before") ?? of.id());
      const seen = of.messages.filter(
        (one) => one.channel === channel && !one.deleted && !one.onlyFor && BigInt(one.id) < before,
      );
      const newest = seen.toReversed().slice(0, limit);
      return { status: 200, body: newest.map((one) => historyJson(one, of, { origin: origin(), showsNonces })) };
    },

    counts: (): ReadonlyMap<string, number> =>
      countsOf(of.messages.filter((one) => one.isPost && !one.deleted).map(({ channel }) => channel)),
    forgetNonces: (): void => nonces.clear(),
    showNonces(): void {
      showsNonces = true;
    },
  };
}
