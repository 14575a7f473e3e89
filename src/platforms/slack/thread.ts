import { z } from "zod";

/** What people write arrives as such a message; edits, deletions and the doings of machines as others. */
const byPeople = ["file_share", "thread_broadcast"] as const;

const event = z.object({
  user: z.string(),
  channel: z.string(),
  text: z.string().default(""),
  ts: z.string(),
  thread_ts: z.string(),
  subtype: z.enum(byPeople).optional(),
  bot_id: z.string().optional(),
  edited: z.unknown().optional(),
  /** Who wrote the message that the thread hangs under; one that is shown in the channel as well tells of it whole. */
  parent_user_id: z.string().optional(),
  root: z.object({ user: z.string().optional() }).optional(),
});

/** A message in the thread under one of the bot's. */
export type ThreadEvent = z.infer<typeof event>;

/** Reads a message or a mention in a channel; undefined where it is in no thread under a message of the bot's. */
export function inOurThread(told: unknown, bot: string): ThreadEvent | undefined {
  const { data } = event.safeParse(told);
  if (data === undefined || data.thread_ts === data.ts || data.channel.startsWith("D")) return undefined;
  return (data.parent_user_id ?? data.root?.user) === bot ? data : undefined;
}
