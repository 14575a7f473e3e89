import { RESTJSONErrorCodes as Codes, DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { NotDelivered, type NotDeliveredWhy } from "../../chat/platform.ts";
import { cannotStart } from "../../kernel/cannot-start.ts";
import { brokenOff } from "../network.ts";

/** Discord's own number for what went wrong, where it is Discord that refused. */
export const codeOf = (error: unknown): number | string | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined;

/** What went wrong in one line; never an address, since those of interactions hold a secret. */
export const told = (error: unknown): string => {
  if (error instanceof DiscordAPIError) return `${error.message} (${error.code}, HTTP ${error.status})`;
  return error instanceof Error ? error.message : String(error);
};

/** Flagged by Discord against unwanted messages; not in the library's list. */
const flaggedBot = 20_026;

/** What Discord's own numbers say of a message. */
const meanings: readonly (readonly [NotDeliveredWhy, readonly number[]])[] = [
  ["unreachable", [Codes.UnknownChannel, Codes.UnknownGuild, Codes.UnknownMember, Codes.UnknownUser, flaggedBot]],
  ["unreachable", [Codes.MissingAccess, Codes.MissingPermissions, Codes.UserBannedFromThisGuild]],
  ["unreachable", [Codes.CannotSendMessagesToThisUser, Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]],
  ["unreachable", [Codes.CannotSendMessagesInNonTextChannel, Codes.ChannelVerificationLevelTooHighForYouToGainAccess]],
  ["unreachable", [Codes.CannotExecuteActionOnDMChannel, Codes.CannotExecuteActionOnThisChannelType]],
  ["unreachable", [Codes.InvalidRecipients]],
  ["slow-down", [Codes.ActionCannotBePerformedDueToSlowmodeRateLimit, Codes.OpeningDirectMessagesTooFast]],
  ["slow-down", [Codes.ChannelWriteRateLimit, Codes.ServerWriteRateLimit, Codes.ServiceResourceIsBeingRateLimited]],
  ["not-sent", [Codes.Unauthorized, Codes.InvalidToken, Codes.CloudflareIsBlockingYourRequest]],
  ["not-sent", [Codes.SendMessagesHasBeenTemporarilyDisabled, Codes.FeatureTemporarilyDisabledServerSide]],
  ["not-sent", [Codes.APIResourceOverloaded]],
  ["refused", [Codes.UnknownMessage, Codes.CannotEditMessageAuthoredByAnotherUser]],
  ["refused", [Codes.MessageWasBlockedByAutomaticModeration, Codes.MessageBlockedByHarmfulLinksFilter]],
  ["refused", [Codes.ExplicitContentCannotBeSentToTheDesiredRecipient]],
  ["refused", [Codes.InvalidActionOnArchivedThread, Codes.ThreadLocked]],
];
const meaningOf = new Map(meanings.flatMap(([why, codes]) => codes.map((code) => [code, why] as const)));

/** What is meant by a refusal whose number says nothing. */
function byStatus(status: number): NotDeliveredWhy {
  if ([400, 405, 413, 415, 422].includes(status)) return "refused";
  return status === 403 ? "unreachable" : "not-sent";
}

/** Where Discord does not say how long. */
const pauseMs = 30_000;

function ofApi(error: DiscordAPIError): NotDelivered {
  const { code, status } = error;
  const why = meaningOf.get(Number(code)) ?? byStatus(status);
  const text = Number(code) > 0 ? String(code) : String(status);
  return new NotDelivered(why, text, { afterMs: why === "slow-down" ? pauseMs : 0, cause: error });
}

/** The library has thrown the token away, as it does when Discord did not take it. */
const hasNoToken = (error: unknown) => error instanceof Error && error.message.includes("Expected token to be set");

/** What an error of Discord's or of the way to it means for the message that it kept back. */
export function notDelivered(error: unknown): NotDelivered {
  if (error instanceof NotDelivered) return error;
  if (error instanceof RateLimitError) {
    return new NotDelivered("slow-down", "429", { afterMs: Math.ceil(error.retryAfter), cause: error });
  }
  if (error instanceof DiscordAPIError) return ofApi(error);
  if (error instanceof HTTPError) return new NotDelivered("unsure", `http_${error.status}`, { cause: error });
  if (hasNoToken(error)) return new NotDelivered("not-sent", "401", { cause: error });
  return brokenOff(error);
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
      "Discord refused the intents of the bot. Fairline uses Guilds, Guild Messages and Direct Messages, and Message Content where it is switched on: check in the developer portal, under Bot, that the application may use them.",
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
