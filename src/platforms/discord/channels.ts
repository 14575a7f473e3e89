import { ChannelType, type Client, Routes } from "discord.js";
import { z } from "zod";
import type { Place } from "../../chat/ask.ts";
import { NotDelivered } from "../../chat/platform.ts";
import { keptList } from "../kept-list.ts";
import { onlyAsked } from "../network.ts";
import { notDelivered } from "./faults.ts";
import type { Send } from "./outbound.ts";
import { placeOf } from "./receive.ts";
import { platformName } from "./spans.ts";

type Channel = {
  readonly id: string;
  readonly guild: string;
  readonly name: string;
  readonly type: ChannelType;
};

const isId = (known: string) => /^\d{17,20}$/.test(known);
const isPosted = (type: ChannelType) => type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;

/** The first channel of that id, or of that name with or without `#`. */
function pick(known: string, all: readonly Channel[]): Place | undefined {
  const wanted = known.trim().replace(/^#/, "").toLowerCase();
  const found = isId(known)
    ? all.find(({ id }) => id === known)
    : all.find(({ name, type }) => isPosted(type) && name.toLowerCase() === wanted);
  return found && placeOf(found.guild, found.id);
}

/** What has an id may be written to, though it is in no list. */
const unlisted = (known: string, guild: string | undefined): Place | undefined =>
  isId(known) ? placeOf(guild ?? platformName, known) : undefined;

type Hearing = { readonly client: Client; readonly guild?: string };

/**
 * A channel of the bot's servers by its id or its name, as the gateway tells of them: of the server that is named in the
 * configuration before any other. Throws `NotDelivered` while the servers are not known yet.
 */
export function channelHeard(known: string, { client, guild }: Hearing): Place | undefined {
  if (!isId(known) && !client.isReady()) throw new NotDelivered("not-sent", "not_connected");
  const all = [...client.channels.cache.values()].flatMap((channel) =>
    "guildId" in channel && channel.guildId !== null && "name" in channel
      ? [{ id: channel.id, guild: channel.guildId, name: channel.name ?? "", type: channel.type }]
      : [],
  );
  all.sort((a, b) => Number(b.guild === guild) - Number(a.guild === guild));
  return pick(known, all) ?? unlisted(known, guild);
}

const channels = z.array(z.object({ id: z.string(), name: z.string().nullish(), type: z.number() }));
const guilds = z.array(z.object({ id: z.string() }));
/** Discord gives at most so many at a time. */
const pageSize = 200;

type Asking = { readonly send: Send; readonly now: () => number; readonly guild?: string };

/** The same for who does not hear the gateway: asked for, and kept for ten minutes. Throws `NotDelivered`. */
export function channelsByRest({ send, now, guild }: Asking) {
  async function channelsOf(of: string): Promise<readonly Channel[]> {
    try {
      const all = channels.parse(await send((rest) => rest.get(Routes.guildChannels(of))));
      return all.map(({ id, name, type }) => ({ id, guild: of, name: name ?? "", type }));
    } catch (error) {
      // A server that the bot has left since, or was never in.
      if (error instanceof NotDelivered && error.why === "unreachable") return [];
      throw error;
    }
  }

  async function guildIds(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (;;) {
      const after = ids.at(-1);
      const query = new URLSearchParams({ limit: String(pageSize), ...(after === undefined ? {} : { after }) });
      const page = guilds.parse(await send((rest) => rest.get(Routes.userGuilds(), { query })));
      ids.push(...page.map(({ id }) => id));
      if (page.length < pageSize) return ids;
    }
  }

  async function elsewhere(): Promise<readonly Channel[]> {
    const all: Channel[] = [];
    for (const id of await guildIds()) if (id !== guild) all.push(...(await channelsOf(id)));
    return all;
  }

  const atHome = guild === undefined ? undefined : keptList({ load: () => channelsOf(guild), now });
  const others = keptList({ load: elsewhere, now });

  return async function named(known: string): Promise<Place | undefined> {
    const picked = (all: readonly Channel[]) => pick(known, all);
    try {
      return (await atHome?.(picked)) ?? (await others(picked)) ?? unlisted(known, guild);
    } catch (error) {
      throw onlyAsked(notDelivered(error));
    }
  };
}
