import { type Answer, type Args, refused, text } from "./args.ts";
import { directOf, type Told, type World } from "./world.ts";

/** Slack may give fewer at a time than were asked for, and does. */
const pages = { channels: 2, messages: 3 };

/** A part of a list from where a cursor points, no longer than asked for and than Slack likes. */
function page<T>(all: readonly T[], args: Args, most: number) {
  const from = Number(text(args, "cursor") || 0);
  const to = from + Math.min(Number(text(args, "limit") || 100), most);
  return { part: all.slice(from, to), response_metadata: { next_cursor: to < all.length ? String(to) : "" } };
}

/** What is read and opened: direct conversations, lists of channels, and what was said in them. */
export function conversations(of: World): Readonly<Record<string, (args: Args) => Answer>> {
  const messageOf = ({ by, ts, text: said, blocks, metadata }: Told, withMetadata: boolean) => ({
    type: "message",
    ts,
    user: by ?? of.bot.user,
    ...(by === undefined ? { bot_id: of.bot.id } : {}),
    text: said,
    blocks,
    ...(withMetadata && metadata ? { metadata } : {}),
  });

  return {
    "conversations.open": (args) =>
      of.members.has(text(args, "users"))
        ? { ok: true, channel: { id: directOf(of, text(args, "users")) } }
        : refused("user_not_found"),

    "conversations.list": (args) => {
      if (!(Number(text(args, "limit") || 100) < 1000)) return refused("invalid_limit");
      const types = text(args, "types").split(",");
      const fits = of.listed.filter(
        ({ isPrivate, isArchived }) =>
          types.includes(isPrivate ? "private_channel" : "public_channel") &&
          !(isArchived && text(args, "exclude_archived") === "true"),
      );
      const { part, response_metadata } = page(fits, args, pages.channels);
      const channels = part.map(({ id, name, isPrivate = false, isArchived = false }) => {
        return { id, name, name_normalized: name, is_private: isPrivate, is_archived: isArchived };
      });
      return { ok: true, channels, response_metadata };
    },

    "conversations.replies": (args) => {
      const [channel, thread] = [text(args, "channel"), text(args, "ts")];
      const parent = of.told.find((told) => told.channel === channel && told.ts === thread);
      if (parent === undefined) return refused("thread_not_found");
      const said = of.told.filter(
        (told) =>
          told.channel === channel &&
          told.onlyFor === undefined &&
          told.thread === thread &&
          Number(told.ts) > Number(text(args, "oldest") || 0),
      );
      const { part, response_metadata } = page([parent, ...said], args, pages.messages);
      const withMetadata = text(args, "include_all_metadata") === "true";
      return { ok: true, messages: part.map((told) => messageOf(told, withMetadata)), response_metadata };
    },

    "conversations.history": (args) => {
      const channel = text(args, "channel");
      if (!of.channels.has(channel)) return refused("channel_not_found");
      if (!(Number(text(args, "limit") || 100) < 1000)) return refused("invalid_limit");
      const said = of.told.filter(
        (told) =>
          told.channel === channel &&
          told.onlyFor === undefined &&
          told.thread === undefined &&
          Number(told.ts) > Number(text(args, "oldest") || 0),
      );
      const { part, response_metadata } = page(said.toReversed(), args, pages.messages);
      const withMetadata = text(args, "include_all_metadata") === "true";
      return { ok: true, messages: part.map((told) => messageOf(told, withMetadata)), response_metadata };
    },
  };
}
