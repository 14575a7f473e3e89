import { z } from "zod";

/** Where an ask came from, as far as Slack needs it to answer there: kept inside a form until it is sent in. */
const origin = z.object({
  user: z.string(),
  channel: z.string().optional(),
  /** The thread that a mention stood in. */
  thread: z.string().optional(),
  /** Posts back to where the ask was made, five times within 30 minutes. */
  respond: z.url().optional(),
  /** The message that was pressed. */
  message: z.object({ ts: z.string(), ephemeral: z.boolean() }).optional(),
});
export type Origin = z.infer<typeof origin>;

const kept = z.object({ form: z.string(), origin });

/** Slack's limit on what a form carries unseen. */
const maxMetadata = 3000;

/** Writes what a form is for and where its answer belongs; throws when Slack could not carry it. */
export function keep(form: string, from: Origin): string {
  const text = JSON.stringify({ form, origin: from });
  if (text.length > maxMetadata) throw new RangeError(`form metadata of ${text.length} characters`);
  return text;
}

/** Reads what `keep` wrote; undefined for a form that is none of ours. */
export function recall(metadata: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(metadata));
  } catch {
    return undefined;
  }
}
