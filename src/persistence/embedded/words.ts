const known: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|No space left on device/, "The disk is full: make room and start again."],
  [/EDQUOT|Disk quota exceeded/, "The disk quota is used up: make room and start again."],
  [/EROFS|Read-only file system/, "The disk is read-only: set FAIRLINE_DATA to a folder that can be written."],
  [
    /EACCES|EPERM|Permission denied/,
    "This account may not write there: mend the folder's owner, or set FAIRLINE_DATA.",
  ],
];

/** What failed, and the likely remedy where the cause is one that people meet. */
export function spaceOr(what: string, cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  const remedy = known.find(([pattern]) => pattern.test(said))?.[1];
  return `${what} ${remedy ?? `PostgreSQL said: ${said}`}`;
}
