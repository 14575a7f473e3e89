import { DiscordAPIError, HTTPError } from "discord.js";
import { cannotStart } from "../../kernel/cannot-start.ts";

/** Discord's own number for what went wrong, where it is Discord that refused. */
export const codeOf = (error: unknown): number | string | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined;

/** What went wrong in one line; never an address, since those of interactions hold a secret. */
export const told = (error: unknown): string => {
  if (error instanceof DiscordAPIError) return `${error.message} (${error.code}, HTTP ${error.status})`;
  return error instanceof Error ? error.message : String(error);
};

/** A fault of the vendor's with what was being done; `cause` is Discord's answer and `code` its number. */
export function refused(doing: string, error: unknown): Error {
  const fault = new Error(`Discord would not ${doing}: ${told(error)}`, { cause: error });
  return Object.assign(fault, { code: codeOf(error) });
}

const isToken = (error: unknown) =>
  (error instanceof DiscordAPIError && error.status === 401) ||
  (error instanceof Error && /token was provided|Authentication failed/i.test(error.message));

const isIntents = (error: unknown) => error instanceof Error && /intents/i.test(error.message);

/** Why the bot could not start, with what to do about it. */
export function notStarted(error: unknown, api: string): Error {
  if (isToken(error)) {
    return cannotStart(
      "Discord does not know the token in DISCORD_TOKEN. Copy it anew from the developer portal: your application, Bot, Reset Token.",
      error,
    );
  }
  if (isIntents(error)) {
    return cannotStart(
      "Discord refused the intents of the bot. Fairline uses Guilds, Guild Messages and Direct Messages only: check in the developer portal, under Bot, that the application may use them.",
      error,
    );
  }
  if (codeOf(error) === 50001) {
    return cannotStart(
      "The bot may not register commands in the server of DISCORD_GUILD_ID (Missing Access, 50001). Invite it there with the scopes bot and applications.commands, or unset DISCORD_GUILD_ID.",
      error,
    );
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError || !(error instanceof Error)) {
    return cannotStart(`Discord refused the start: ${told(error)}`, error);
  }
  if (error instanceof RangeError) return cannotStart(`Discord cannot carry these commands: ${error.message}`, error);
  if ("code" in error) return cannotStart(`Discord could not be reached at ${api}: ${told(error)}`, error);
  return new Error(`Discord did not start: ${told(error)}`, { cause: error });
}
