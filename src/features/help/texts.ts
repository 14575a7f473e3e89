/** A text as it is looked at and kept: composed, whole characters alone, and without what no text needs around it. */
export const clean = (written: string): string =>
  written
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll("\0", "")
    .normalize("NFC")
    .trim();
