import { keptList } from "../kept-list.ts";
import { onlyAsked } from "../network.ts";
import type { SlackApi } from "./api.ts";
import { notDelivered } from "./faults.ts";

/** The channels of the workspace that the bot can see: the public ones, and the private ones that it is in. */
export type Channels = {
  /** The id of a channel by its name, with or without `#`; undefined when there is none. Throws `NotDelivered`. */
  readonly named: (name: string) => Promise<string | undefined>;
};

type Deps = { readonly api: Pick<SlackApi, "once">; readonly now: () => number };

/** “Must be an integer under 1000”; the method may be called 20 times a minute. */
const pageSize = 999;

const plain = (name: string) => name.trim().replace(/^#/, "").toLowerCase();

export function channels({ api, now }: Deps): Channels {
  async function load(): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    let cursor = "";
    do {
      const page = await api.once((client) =>
        client.conversations.list({
          types: "public_channel,private_channel",
          exclude_archived: true,
          limit: pageSize,
          ...(cursor ? { cursor } : {}),
        }),
      );
      for (const { id, name, name_normalized: normalised } of page.channels ?? []) {
        for (const each of [normalised, name]) if (id && each) ids.set(plain(each), id);
      }
      cursor = page.response_metadata?.next_cursor ?? "";
    } while (cursor !== "");
    return ids;
  }
  const find = keptList({ load, now });

  return {
    async named(name) {
      try {
        return await find((ids) => ids.get(plain(name)));
      } catch (error) {
        throw onlyAsked(notDelivered(error));
      }
    },
  };
}
