const longest = 60;

/** A text out of a file as it may be shown: one line, without control characters, not too long. */
export const shown = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
