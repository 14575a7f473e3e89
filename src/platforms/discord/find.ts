import { Routes, SnowflakeUtil } from "discord.js";
import { z } from "zod";
import { NotDelivered } from "../../chat/platform.ts";
import type { Send } from "./outbound.ts";
import type { SentMessages } from "./sent.ts";

const message = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  nonce: z.union([z.string(), z.number()]).nullish(),
  // What answers somebody was not posted under a key.
  webhook_id: z.string().optional(),
  message_reference: z.unknown().optional(),
});
type Message = z.infer<typeof message>;
const messages = z.array(message);

/** Discord gives at most so many at a time. */
const pageSize = 100;
/** How far Discord's clock may be behind ours. */
const clocksApartMs = 3000;
/** Discord knows a nonce again “in the past few minutes”: for so long a second post under it is surely the first. */
const knownAgainMs = 2 * 60_000;

type Sought = { readonly channel: string; readonly nonce: string; readonly since: Date };
type Deps = {
  readonly send: Send;
  readonly known: SentMessages;
  readonly bot: () => string;
  readonly now: () => number;
};

const timeOf = ({ id }: Message) => SnowflakeUtil.timestampFrom(id);
const isAnswer = ({ webhook_id, message_reference }: Message) => webhook_id !== undefined || message_reference != null;

/**
 * Looks for the message that was posted to a channel under a nonce. Discord tells a message's nonce in its answer to the
 * post and in the event of the message, which reaches every process that listens, and not when the message is read
 * again; so what this process has heard of comes first, and the history only rules out the rest. When neither can tell,
 * because a message of ours stands there that was posted while nobody listened, a post under the same nonce settles it
 * as long as Discord knows the nonce again; after that it is `unsure`.
 */
export function finder({ send, known, bot, now }: Deps) {
  async function ownSince(channel: string, from: number): Promise<readonly Message[]> {
    const own: Message[] = [];
    let before: string | undefined;
    for (;;) {
      const query = new URLSearchParams({ limit: String(pageSize), ...(before === undefined ? {} : { before }) });
      const read = messages.safeParse(await send((rest) => rest.get(Routes.channelMessages(channel), { query })));
      if (!read.success) throw new NotDelivered("unsure", "no_answer", { cause: read.error });
      const page = read.data;
      own.push(...page.filter((one) => one.author.id === bot() && timeOf(one) >= from));
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize || timeOf(last) < from) return own;
      before = last.id;
    }
  }

  return async function find({ channel, nonce, since }: Sought): Promise<string | undefined> {
    const heard = known.under(nonce, channel, now());
    if (heard !== undefined) return heard;
    const own = await ownSince(channel, since.getTime() - clocksApartMs);
    const found = own.find((one) => String(one.nonce) === nonce)?.id ?? known.under(nonce, channel, now());
    if (found !== undefined) return found;
    const mayBe = own.filter((one) => one.nonce == null && !isAnswer(one) && !known.knows(one.id, now()));
    if (mayBe.some((one) => timeOf(one) < now() - knownAgainMs)) throw new NotDelivered("unsure", "nonce_forgotten");
    return undefined;
  };
}
