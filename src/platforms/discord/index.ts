import type { Environment, PlatformModule, Setup } from "../module.ts";
import type { DiscordConfig } from "./platform.ts";
import { platformName } from "./spans.ts";

const isSnowflake = (text: string) => /^\d{17,20}$/.test(text);
const given = (env: Environment, name: string) => env[name]?.trim() || undefined;

function problemsOf(api: string | undefined, guild: string | undefined): string[] {
  const usable = api === undefined || (URL.canParse(api) && /^https?:$/.test(new URL(api).protocol));
  return [
    ...(usable ? [] : ["DISCORD_API_URL is not a web address, for example https://discord.com/api"]),
    ...(guild === undefined || isSnowflake(guild)
      ? []
      : ["DISCORD_GUILD_ID is not the id of a server: a number of 17 to 20 digits"]),
  ];
}

function setup(env: Environment): Setup<DiscordConfig> {
  const token = given(env, "DISCORD_TOKEN");
  const guild = given(env, "DISCORD_GUILD_ID");
  const api = given(env, "DISCORD_API_URL");
  const alone = Object.entries({ DISCORD_GUILD_ID: guild, DISCORD_API_URL: api }).filter(([, value]) => value);
  if (token === undefined) {
    if (alone.length === 0) return { is: "off" };
    const set = alone.map(([name]) => name).join(" and ");
    return { is: "wrong", problems: [`DISCORD_TOKEN is missing, while ${set} ${alone.length > 1 ? "are" : "is"} set`] };
  }
  const problems = problemsOf(api, guild);
  if (problems.length > 0) return { is: "wrong", problems };
  const elsewhere = api === undefined ? {} : { api: api.replace(/\/+$/, "") };
  return { is: "on", config: { token, ...elsewhere, ...(guild === undefined ? {} : { guild }) } };
}

/** Discord: gateway, slash commands registered on start, modals and buttons. */
export const discord: PlatformModule<DiscordConfig> = {
  name: platformName,
  setup,
  create: async (config, deps) => (await import("./platform.ts")).discordPlatform(config, deps),
  async manifest({ commands }) {
    const { commandsJson } = await import("./manifest.ts");
    return { file: "discord-commands.json", content: `${JSON.stringify(commandsJson(commands), null, 2)}\n` };
  },
};
