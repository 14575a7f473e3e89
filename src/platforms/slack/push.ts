import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Place } from "../../chat/ask.ts";
import { NotDelivered, type Platform } from "../../chat/platform.ts";
import type { View } from "../../chat/view.ts";
import type { SlackApi } from "./api.ts";
import type { Channels } from "./channels.ts";
import type { Directory } from "./directory.ts";
import type { Files } from "./files.ts";
import type { Illustrated } from "./illustrated.ts";
import type { Pictures } from "./render.ts";
import type { Self } from "./who-am-i.ts";

/** What the house sends of its own accord: each call is made once, and what kept it back is told at once. */
export type Pushes = Pick<Platform, "post" | "find" | "revise" | "direct" | "channel" | "accountOf">;

const threadOf = ({ thread }: Place) => (thread === undefined ? {} : { thread_ts: thread });

type Deps = {
  readonly api: SlackApi;
  readonly files: Files;
  readonly directory: Directory;
  readonly channels: Channels;
  readonly illustrated: Illustrated;
  readonly self: Self;
};

/** How far Slack's clock may be behind ours. */
const clocksApartMs = 5000;
/** Slack gives up to 999 messages at a time, and fewer as it likes. */
const pageSize = 200;

/** How long uploads may take before a message goes without its pictures. */
const picturesMs = 10_000;

const deliveryEvent = "fairline_delivery";
const marked = z.object({
  metadata: z.object({ event_type: z.literal(deliveryEvent), event_payload: z.object({ key: z.string() }) }),
});
/** A key as a message carries it: unseen, kept with it and through its revisions, and given back by its history. */
const mark = (key: string) => ({ metadata: { event_type: deliveryEvent, event_payload: { key } } });
const keyOf = (message: unknown) => marked.safeParse(message).data?.metadata.event_payload.key;

export function pushes({ api, files, directory, channels, illustrated, self }: Deps): Pushes {
  const platform = "slack";
  const inTeam = { platform, workspace: self.team };
  const channelAt = (id: string): Place => ({ ...inTeam, id, kind: "channel" });
  const isOurs = ({ user, bot_id: bot }: { user?: string; bot_id?: string }) =>
    user === self.bot || (bot !== undefined && bot === self.botId);

  /** A message does not wait for its pictures longer than its sender may hold it; then their words stand for them. */
  async function picturesInTime(view: View): Promise<Pictures> {
    const late = new AbortController();
    const none = wait(picturesMs, new Map() as Pictures, { signal: late.signal }).catch(() => new Map() as Pictures);
    return Promise.race([files.pictures(view), none]).finally(() => late.abort());
  }

  return {
    async post(place, view, key) {
      const pictures = await picturesInTime(view);
      const sent = await illustrated(view, pictures, (message) =>
        api.once((client) =>
          client.chat.postMessage({
            channel: place.id,
            ...threadOf(place),
            ...message,
            ...(key === undefined ? {} : mark(key)),
          }),
        ),
      );
      if (sent.ts === undefined) throw new NotDelivered("unsure", "no_ts");
      const id = sent.channel ?? place.id;
      await files.share(view, id, place.thread);
      return { place: { ...place, id }, message: sent.ts };
    },

    async find(place, key, since) {
      const oldest = String((since.getTime() - clocksApartMs) / 1000);
      let cursor = "";
      do {
        const { id: channel, thread: ts } = place;
        const more = { channel, oldest, include_all_metadata: true, limit: pageSize, ...(cursor ? { cursor } : {}) };
        const page = await api.once(({ conversations: read }) =>
          ts === undefined ? read.history(more) : read.replies({ ...more, ts }),
        );
        const found = page.messages?.find((message) => isOurs(message) && keyOf(message) === key);
        if (found?.ts !== undefined) return { place, message: found.ts };
        cursor = page.response_metadata?.next_cursor ?? "";
      } while (cursor !== "");
      return undefined;
    },

    async revise({ place, message: ts }, view) {
      const pictures = await files.pictures(view);
      await illustrated(view, pictures, (message) =>
        api.once((client) => client.chat.update({ channel: place.id, ts, ...message })),
      );
    },

    async direct({ workspace, user }) {
      return { platform, workspace, id: await directory.reach(user), kind: "dm" };
    },

    async channel(_site, name) {
      if (/^[CG][A-Z0-9]{8,}$/.test(name)) return channelAt(name);
      const id = await channels.named(name);
      return id === undefined ? undefined : channelAt(id);
    },

    accountOf: ({ accounts }) =>
      accounts.find((account) => account.platform === platform && account.workspace === self.team),
  };
}
