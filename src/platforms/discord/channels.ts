import { ChannelType, type Client } from "discord.js";
import type { Place } from "../../chat/ask.ts";
import { NotDelivered } from "../../chat/platform.ts";
import { placeOf } from "./receive.ts";
import { platformName } from "./spans.ts";

type Deps = { readonly client: Client; readonly guild?: string };

const isPosted = (type: ChannelType) => type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;

/**
 * A channel of the bot's servers by its id, or by its name with or without `#`: of the server that is named in the
 * configuration before any other. Throws `NotDelivered` while the servers are not known yet.
 */
export function channelKnownAs(known: string, { client, guild }: Deps): Place | undefined {
  if (/^\d{17,20}$/.test(known)) {
    const found = client.channels.cache.get(known);
    const at = found !== undefined && "guildId" in found ? found.guildId : guild;
    return placeOf(at ?? platformName, known);
  }
  if (!client.isReady()) throw new NotDelivered("not-sent", "not_connected");
  const wanted = known.trim().replace(/^#/, "").toLowerCase();
  const guilds = [...client.guilds.cache.values()].sort((a, b) => Number(b.id === guild) - Number(a.id === guild));
  for (const { id, channels } of guilds) {
    const found = channels.cache.find(({ name, type }) => isPosted(type) && name.toLowerCase() === wanted);
    if (found !== undefined) return placeOf(id, found.id);
  }
  return undefined;
}
