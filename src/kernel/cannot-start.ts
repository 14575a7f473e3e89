const name = "CannotStart";

/** A fault whose message tells the person who starts Fairline what is wrong and how to mend it; no stack is wanted. */
export function cannotStart(message: string, cause?: unknown): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = name;
  return error;
}

export const isCannotStart = (error: unknown): error is Error => error instanceof Error && error.name === name;
