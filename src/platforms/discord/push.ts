import { type RESTPostAPIChannelMessageJSONBody, Routes, SnowflakeUtil } from "discord.js";
import { z } from "zod";
import type { Place } from "../../chat/ask.ts";
import { NotDelivered, type Platform } from "../../chat/platform.ts";
import type { View } from "../../chat/view.ts";
import { onlyAsked } from "../network.ts";
import { notDelivered } from "./faults.ts";
import { finder } from "./find.ts";
import { memory } from "./memory.ts";
import type { Send } from "./outbound.ts";
import { placeOf } from "./receive.ts";
import type { Rendered } from "./render.ts";
import type { SentMessages } from "./sent.ts";
import { platformName } from "./spans.ts";
import { channelOf, isNotBegun, postingInto } from "./thread.ts";

/** What the house sends of its own accord: each message is one request, made once. */
export type Pushes = Pick<Platform, "post" | "find" | "revise" | "direct" | "channel" | "accountOf">;

type Deps = {
  readonly send: Send;
  /** The bot's own user; undefined while nobody has asked Discord for it. */
  readonly self: () => string | undefined;
  /** A channel by its name or its id. */
  readonly channel: (known: string) => Promise<Place | undefined>;
  readonly show: (view: View) => Rendered;
  readonly known: SentMessages;
  readonly now: () => number;
};

/** A key as Discord's 25 characters hold it: of a UUID, its first hundred bits. */
const nonceOf = (key: string): string => key.replaceAll("-", "").slice(0, 25);

const made = z.object({ id: z.string() });

/** A message as the REST interface takes it. */
function written({ embeds, components, files, allowedMentions: { repliedUser, ...mentions } }: Rendered) {
  const attachments = files.map(({ description }, index) => {
    return { id: String(index), ...(description === undefined ? {} : { description }) };
  });
  const body = { embeds, components, attachments, allowed_mentions: { ...mentions, replied_user: repliedUser } };
  return {
    body: body satisfies RESTPostAPIChannelMessageJSONBody,
    files: files.map(({ attachment, name }) => ({ data: attachment, name })),
  };
}

export function pushes({ send, self, channel, show, known, now }: Deps): Pushes {
  const conversations = memory<string>({ most: 50_000, forMs: 24 * 3_600_000 });

  function bot(): string {
    const id = self();
    if (id === undefined) throw new NotDelivered("not-sent", "not_connected");
    return id;
  }
  const find = finder({ send, known, bot, now });
  const postInto = postingInto(send);

  function shown(view: View) {
    try {
      return written(show(view));
    } catch (error) {
      throw new NotDelivered("refused", "cannot_be_shown", { cause: error });
    }
  }

  return {
    async post(place, view, key) {
      const { body, files } = shown(view);
      const nonce = key === undefined ? SnowflakeUtil.generate().toString() : nonceOf(key);
      const marked = { ...body, nonce, enforce_nonce: true };
      const channel = channelOf(place);
      const answer = await postInto(place, view.title, () =>
        send((rest) => rest.post(Routes.channelMessages(channel), { body: marked, files })),
      );
      const posted = made.safeParse(answer);
      if (!posted.success) throw new NotDelivered("unsure", "no_id", { cause: posted.error });
      known.note({ nonce, channel, id: posted.data.id }, now());
      return { place, message: posted.data.id };
    },

    async find(place, key, since) {
      try {
        const message = await find({ channel: channelOf(place), nonce: nonceOf(key), since });
        return message === undefined ? undefined : { place, message };
      } catch (error) {
        if (isNotBegun(place, error)) return undefined;
        throw error;
      }
    },

    async revise({ place, message }, view) {
      await send((rest) => rest.patch(Routes.channelMessage(channelOf(place), message), shown(view)));
    },

    async direct({ user }) {
      const open = conversations.recall(user, now());
      if (open !== undefined) return placeOf(null, open);
      try {
        const body = { recipient_id: user };
        const { id } = made.parse(await send((rest) => rest.post(Routes.userChannels(), { body })));
        conversations.keep(user, id, now());
        return placeOf(null, id);
      } catch (error) {
        throw onlyAsked(notDelivered(error));
      }
    },

    channel: (_site, name) => channel(name),

    accountOf: ({ accounts }) => accounts.find(({ platform }) => platform === platformName),
  };
}
