import type { Place } from "../chat/ask.ts";
import { plainView } from "../chat/plain.ts";
import { NotDelivered, type Pace, type Platform } from "../chat/platform.ts";
import type { View } from "../chat/view.ts";
import { testPlatform } from "./test-platform.ts";

/** A message that stands at the peer. */
export type Letter = {
  readonly place: string;
  readonly thread?: string;
  readonly key: string | undefined;
  text: string;
  revisions: number;
};

type Call = "post" | "find" | "revise" | "direct" | "channel";
type Fault = (call: Call, place: string) => { readonly before?: Error; readonly after?: Error } | undefined;

/**
 * A platform that takes every post for a new message, as the strictest vendor does, and can be told to fail before or
 * after it has taken something.
 */
export function mailbox(name = "mail", pace: Pace = { perSecond: Number.POSITIVE_INFINITY, perPlaceMs: 0 }) {
  const letters: Letter[] = [];
  const calls: Call[] = [];
  const faults: { next: Fault } = { next: () => undefined };

  async function met<T>(call: Call, place: string, does: () => T): Promise<T> {
    calls.push(call);
    const fault = faults.next(call, place);
    if (fault?.before) throw fault.before;
    const done = does();
    if (fault?.after) throw fault.after;
    return done;
  }
  const placeOf = (id: string, kind: Place["kind"]): Place => ({ platform: name, workspace: "w", id, kind });

  const platform: Platform = {
    name,
    limits: testPlatform().limits,
    hasThreads: true,
    pace,
    start: async () => {},
    connect: async () => {},
    stop: async () => {},
    post: (place, view, key) =>
      met("post", place.id, () => {
        const within = place.thread === undefined ? {} : { thread: place.thread };
        letters.push({ place: place.id, ...within, key, text: plainView(view), revisions: 0 });
        return { place, message: String(letters.length - 1) };
      }),
    find: (place, key) =>
      met("find", place.id, () => {
        const index = letters.findIndex((letter) => letter.place === place.id && letter.key === key);
        return index === -1 ? undefined : { place, message: String(index) };
      }),
    revise: ({ place, message }, view: View) =>
      met("revise", place.id, () => {
        const letter = letters[Number(message)];
        if (letter === undefined) throw new NotDelivered("refused", "message_not_found");
        letter.text = plainView(view);
        letter.revisions += 1;
      }),
    direct: ({ user }) => met("direct", user, () => placeOf(user, "dm")),
    channel: (site, channel) =>
      met("channel", channel, () => (channel.startsWith("no-") ? undefined : placeOf(`${site}/${channel}`, "channel"))),
    accountOf: ({ id, accounts }) =>
      accounts.find((account) => account.platform === name) ?? { platform: name, workspace: "w", user: id },
  };
  return { platform, letters, calls, faults };
}
export type Mailbox = ReturnType<typeof mailbox>;
