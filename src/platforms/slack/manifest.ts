import type { Command } from "../../chat/command.ts";
import { usage } from "../../chat/help.ts";
import { rootCommand } from "../../chat/registry.ts";
import type { ManifestOptions } from "../module.ts";
import { typedAs } from "./text.ts";

/** Slack's limits of a slash command in a manifest. */
const max = { command: 32, description: 2000, usage: 1000, commands: 50 };

/**
 * The least that the bot needs: to be spoken to, to answer, to send and read files, to know who is who. The scopes
 * *:history let it look, where it is a member, for a message that it may have posted already (`conversations.history`
 * asks for the one of each kind of conversation) and hear threads under its messages; channels:read and groups:read let it find a channel by its name
 * (`conversations.list`).
 */
const scopes = [
  "app_mentions:read",
  "channels:history",
  "channels:read",
  "chat:write",
  "commands",
  "files:read",
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:write",
  "users:read",
  "users:read.email",
];

/** Mentions, direct messages, and messages of channels, of which only threads under the bot's own are heard. */
const events = ["app_mention", "message.channels", "message.groups", "message.im"];

/** The commands by their first word, in the order of their declaration, the root always among them. */
function byHead(commands: readonly Command[]): Map<string, Command[]> {
  const heads = new Map<string, Command[]>([[rootCommand, []]]);
  for (const command of commands) {
    const [head = ""] = command.name.split(" ");
    heads.set(head, [...(heads.get(head) ?? []), command]);
  }
  return heads;
}

function slashCommand(head: string, commands: readonly Command[], { prefix = "", url }: ManifestOptions) {
  const command = typedAs(head, prefix);
  if (command.length > max.command) {
    throw new RangeError(
      `${command} is longer than the ${max.command} characters Slack allows: choose a shorter prefix`,
    );
  }
  const description = commands.map(({ summary }) => summary("en")).join("; ") || "What can I do here?";
  const hint = commands.map((each) => usage(each).slice(head.length).trim()).filter(Boolean);
  return {
    command,
    description: description.slice(0, max.description),
    ...(hint.length > 0 ? { usage_hint: hint.join(" | ").slice(0, max.usage) } : {}),
    should_escape: true,
    ...(url === undefined ? {} : { url }),
  };
}

/**
 * The app manifest for Slack's console: a slash command for each first word of the declarations, the root without
 * prefix, and the least scopes and events. Throws when Slack would refuse a name or their number.
 */
export function appManifest(commands: readonly Command[], options: ManifestOptions = {}) {
  const { url } = options;
  const slash_commands = [...byHead(commands)].map(([head, each]) => slashCommand(head, each, options));
  if (slash_commands.length > max.commands) throw new RangeError(`Slack allows ${max.commands} slash commands`);
  const at = url === undefined ? {} : { request_url: url };
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: "Fairline",
      description: "The fair scoreboard of a contact centre, living in its team chat",
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Fairline", always_online: true },
      slash_commands,
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { ...at, bot_events: events },
      interactivity: { is_enabled: true, ...at },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
