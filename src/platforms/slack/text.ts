import { cut as shorten } from "../../chat/cut.ts";
import { rootCommand } from "../../chat/registry.ts";

/** Text without control characters and direction overrides, which Slack refuses or which would reorder what follows. */
export const clean = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, "");

/** Text that Slack's own markup cannot see into: no mention, no link, no channel ping. */
export const escaped = (text: string): string =>
  clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What Slack escaped in a text that somebody typed, undone. */
export const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Slack refuses an empty text, so nothing is shown as a blank. */
export const shown = (text: string): string => clean(text) || " ";

/** Text cut to `max` UTF-16 units, whole characters only, the cut shown by an ellipsis. */
export const cut = (text: string, max: number): string => shorten(text, max, (part) => part.length);

/** A command as it is typed in this workspace: with its slash, and with the prefix unless it is the root command. */
export function typedAs(command: string, prefix: string): string {
  const [head = ""] = command.split(" ");
  return head === rootCommand ? `/${command}` : `/${prefix}${command}`;
}
