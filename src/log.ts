import pino from "pino";
import type { Log } from "./kernel/log.ts";
import { scrub, secretsIn } from "./scrub.ts";

export const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type Level = (typeof levels)[number];

export type LogDeps = {
  readonly level: Level;
  /** The environment whose secrets must never be written, wherever they turn up. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** Where the lines go; the process's standard error if not said. */
  readonly write?: (line: string) => void;
};

/** A log of JSON lines without secrets. */
export function createLog({ level, secrets, write }: LogDeps): Log {
  const known = secretsIn(secrets);
  const destination = write === undefined ? pino.destination({ dest: 2, sync: true }) : { write };
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.errWithCause },
      hooks: { streamWrite: (line) => scrub(line, known) },
    },
    destination,
  );
  return {
    info: (context, message) => logger.info(context, message),
    warn: (context, message) => logger.warn(context, message),
    error: (context, message) => logger.error(context, message),
  };
}
