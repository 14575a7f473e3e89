import type { Stored, StoredFile, Thread, User, World } from "./world.ts";

/** The vendor's JSON for what the world holds, with every field that the client library reads. */

export const userJson = ({ id, name, bot }: User) => ({
  id,
  username: name,
  discriminator: "0",
  global_name: name,
  avatar: null,
  bot,
  flags: 0,
  public_flags: 0,
});

export const memberJson = () => ({
  roles: [],
  joined_at: "2026-01-01T00:00:00.000000+00:00",
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  nick: null,
  avatar: null,
  permissions: "2147483647",
  communication_disabled_until: null,
});

export const attachmentJson = ({ id, name, description, content }: StoredFile, origin: string) => ({
  id,
  filename: name,
  description,
  size: content.byteLength,
  url: `${origin}/cdn/${id}/${encodeURIComponent(name)}`,
  proxy_url: `${origin}/cdn/${id}/${encodeURIComponent(name)}`,
});

export const messageJson = (stored: Stored, origin: string) => ({
  id: stored.id,
  channel_id: stored.channel,
  author: userJson(stored.author),
  content: stored.content,
  timestamp: "2026-03-09T09:00:00.000000+00:00",
  edited_timestamp: stored.revised ? "2026-03-09T09:00:01.000000+00:00" : null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: stored.files.map((file) => attachmentJson(file, origin)),
  embeds: stored.embeds.map((embed) => ({ type: "rich", ...embed })),
  components: stored.components,
  pinned: false,
  type: 0,
  flags: (stored.onlyFor === undefined ? 0 : 64) | (stored.waiting ? 128 : 0),
});

/** A message as the history of its channel shows it: Discord does not keep nonces there, and answers have come by webhook. */
export const historyJson = (stored: Stored, of: World, { origin, showsNonces }: HistoryShown) => ({
  ...messageJson(stored, origin),
  timestamp: new Date(Number((BigInt(stored.id) >> 22n) + 1_420_070_400_000n)).toISOString(),
  ...(stored.isPost ? {} : { webhook_id: of.application }),
  ...(stored.reference === undefined ? {} : { message_reference: stored.reference }),
  ...(showsNonces && stored.nonce !== undefined ? { nonce: stored.nonce } : {}),
});

type HistoryShown = { readonly origin: string; readonly showsNonces: boolean };

const threadJson = (of: World, { id, parent, name, owner }: Thread) => {
  const at = "2026-03-09T09:00:00.000000+00:00";
  const state = { archived: false, auto_archive_duration: 4320, archive_timestamp: at, locked: false };
  return {
    id,
    type: 11,
    guild_id: of.guild,
    parent_id: parent,
    owner_id: owner,
    name,
    last_message_id: null,
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    flags: 0,
    thread_metadata: { ...state, create_timestamp: at },
  };
};

export const channelJson = (of: World, channel: string) => {
  const partner = of.partnerOf(channel);
  const user = partner === undefined ? undefined : of.userOf(partner);
  if (user !== undefined) return { id: channel, type: 1, last_message_id: null, recipients: [userJson(user)] };
  const thread = of.threads.get(channel);
  if (thread !== undefined) return threadJson(of, thread);
  return {
    id: channel,
    type: 0,
    guild_id: of.guild,
    name: "floor",
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    topic: null,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
  };
};

export const guildJson = (of: World) => ({
  id: of.guild,
  name: "Harbour",
  icon: null,
  splash: null,
  owner_id: of.ana.id,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  emojis: [],
  features: [],
  mfa_level: 0,
  system_channel_id: null,
  system_channel_flags: 0,
  premium_tier: 0,
  preferred_locale: "en-US",
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  joined_at: "2026-01-01T00:00:00.000000+00:00",
  large: false,
  unavailable: false,
  member_count: 3,
  voice_states: [],
  members: [{ ...memberJson(), user: userJson(of.bot) }],
  channels: [channelJson(of, of.channel)],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  stickers: [],
  roles: [
    {
      id: of.guild,
      name: "@everyone",
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: 0,
      permissions: "2147483647",
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
});
