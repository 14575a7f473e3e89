import type { Logger } from "@slack/bolt";
import { LogLevel } from "@slack/bolt";
import type { Log } from "../../kernel/log.ts";

const hidden = (text: string) => text.replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, "[token]");

const inWords = (parts: readonly unknown[]) =>
  hidden(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));

/** Bolt's own log lines in ours: warnings and errors only, and never a token. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ from: "bolt" }, inWords(parts)),
    error: (...parts: unknown[]) => log.error({ from: "bolt" }, inWords(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
