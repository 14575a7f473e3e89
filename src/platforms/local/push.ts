import { NotDelivered, type Platform } from "../../chat/platform.ts";
import type { LocalDeps } from "./deps.ts";
import { dmOf, here, placeOf } from "./directory.ts";
import type { Postbox } from "./postbox.ts";
import { roster } from "./roster.ts";

/** What the house puts up of its own accord. */
export type Pushes = Pick<Platform, "post" | "find" | "revise" | "direct" | "channel" | "accountOf">;

type Deps = { readonly local: Pick<LocalDeps, "messages" | "people" | "channels">; readonly postbox: Postbox };

/** A store that fails may have kept the message all the same. */
async function kept<T>(keeping: Promise<T>): Promise<T> {
  try {
    return await keeping;
  } catch (error) {
    throw new NotDelivered("unsure", "store_failed", { cause: error });
  }
}

/** A message's key is its id, so that a second one under it changes nothing and it is found by it. */
export function pushes({ local, postbox }: Deps): Pushes {
  const known = roster(local);
  return {
    async post(place, view, key) {
      const { id } = await kept(postbox.put({ place: place.id, view, ...(key === undefined ? {} : { id: key }) }));
      return { place, message: id };
    },

    async find(place, key) {
      const found = await kept(local.messages.find(key));
      return found?.place === place.id && found.author === undefined ? { place, message: found.id } : undefined;
    },

    async revise({ message }, view) {
      if ((await kept(postbox.revise(message, view))) === undefined)
        throw new NotDelivered("refused", "no_such_message");
    },

    async direct({ user }) {
      if (!(await kept(known.has(user)))) throw new NotDelivered("unreachable", "no_such_person");
      return placeOf(dmOf(user));
    },

    async channel(site, name) {
      const found = await kept(known.channel(site, name));
      return found === undefined ? undefined : placeOf(found.id);
    },

    accountOf: ({ id }) => ({ ...here, user: id }),
  };
}
