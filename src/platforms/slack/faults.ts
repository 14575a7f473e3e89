import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { NotDelivered, type NotDeliveredWhy } from "../../chat/platform.ts";
import { brokenOff } from "../network.ts";

/**
 * What Slack's codes say of a message, as its pages of `chat.postMessage`, `chat.update`, `conversations.open` and
 * `conversations.history` explain them. What is in no list was not taken and may be another time: a token, a scope or
 * a setting that somebody has to mend.
 */
const meanings: readonly (readonly [NotDeliveredWhy, RegExp])[] = [
  // “It's possible some aspect of the operation succeeded before the error was raised.”
  ["unsure", /^(internal_error|fatal_error|service_unavailable|request_timeout)$/],
  ["slow-down", /^(ratelimited|rate_limited)$/],
  ["unreachable", /^(channel|user|users|team)_not_found$|^restricted_action|^(not_in|invalid)_channel$/],
  ["unreachable", /^(is_archived|is_inactive|user_not_visible|user_not_in_channel|user_disabled|account_inactive)$/],
  ["unreachable", /^(cannot_dm_bot|user_is_bot|messages_tab_disabled|posting_to_general_channel_denied)$/],
  ["unreachable", /^(channel_type_not_supported|method_not_supported_for_channel_type)$/],
  [
    "refused",
    /^(msg_|metadata_|too_many_|cant_)|_(too_long|too_large|conflict|mismatch|payload_limit_exceeded|blocked)$/,
  ],
  [
    "refused",
    /^(no_text|only_one_table_allowed|(message|thread)_not_found|edit_window_closed|cannot_reply_to_message)$/,
  ],
  ["refused", /^invalid_(?!(auth|token)$)|^missing_(?!scope$)/],
];

/** Where Slack does not say how long. */
const pauseMs = 1000;

function ofPlatform(error: WebAPIPlatformError): NotDelivered {
  const { error: code, response_metadata: more } = error.data;
  // What is no code is a page that something between us and Slack answered with.
  if (!/^\w{2,80}$/.test(code)) return new NotDelivered("unsure", "no_answer", { cause: error });
  const why = meanings.find(([, fits]) => fits.test(code))?.[0] ?? "not-sent";
  const afterMs = why === "slow-down" ? (more?.retryAfter ?? 0) * 1000 || pauseMs : 0;
  return new NotDelivered(why, code, { afterMs, cause: error });
}

function ofStatus(error: WebAPIHTTPError): NotDelivered {
  const { statusCode: status } = error;
  const why = status >= 500 ? "unsure" : [400, 413, 414].includes(status) ? "refused" : "not-sent";
  return new NotDelivered(why, `http_${status}`, { cause: error });
}

/** What an error of Slack's or of the way to it means for the message that it kept back. */
export function notDelivered(error: unknown): NotDelivered {
  if (error instanceof NotDelivered) return error;
  if (error instanceof WebAPIPlatformError) return ofPlatform(error);
  if (error instanceof WebAPIHTTPError) return ofStatus(error);
  if (error instanceof WebAPIRateLimitedError) {
    return new NotDelivered("slow-down", "ratelimited", { afterMs: error.retryAfter * 1000, cause: error });
  }
  return brokenOff(error instanceof WebAPIRequestError ? error.original : error);
}
