import { storageTrouble } from "../../features/imports/index.ts";

const diskFull = new Set(["53100", "53400", "ENOSPC"]);
const lostCodes = new Set(["57P01", "57P02", "57P03", "ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"]);
const lostWords = /Connection terminated|connection error and is not queryable|Client was closed/;

/** A database's fault in the words of the store's port; faults that nobody can mend stay as they are. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (diskFull.has(code)) return storageTrouble("disk-full", error);
  const isLost = lostCodes.has(code) || code.startsWith("08") || lostWords.test(error.message);
  return isLost ? storageTrouble("connection-lost", error) : error;
}
