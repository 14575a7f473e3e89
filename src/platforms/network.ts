import { NotDelivered } from "../chat/platform.ts";

/** A failure and what lay behind it, the outermost first. */
function chainOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(chainOf) : [];
  return [error, ...inner, ...chainOf(error.cause)];
}

const isCode = (code: unknown): code is string => typeof code === "string" && /^[A-Z][A-Z\d_]+$/.test(code);
const codesOf = (chain: readonly Error[]) =>
  chain.flatMap((link) => ("code" in link && isCode(link.code) ? link.code : []));

/** Codes of failures that come before a byte is sent, and what every code of an untrusted certificate has in it. */
const beforeSending = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$|CERT/;
const connecting = (link: Error) => "syscall" in link && link.syscall === "connect";

/**
 * What a request without an answer means for the message that it carried: one that nobody took up was not sent, and one
 * that broke off or waited too long may have arrived.
 */
export function brokenOff(error: unknown): NotDelivered {
  const chain = chainOf(error);
  const codes = codesOf(chain);
  const isLate = chain.some(({ name }) => name === "TimeoutError" || name === "AbortError");
  const neverLeft = codes.some((code) => beforeSending.test(code)) || chain.some(connecting);
  const code = codes.at(-1) ?? (isLate ? "timeout" : (chain.at(-1)?.name ?? "unknown"));
  return new NotDelivered(neverLeft ? "not-sent" : "unsure", code, { cause: error });
}

/** The same of a request that carried no message: nothing can stand there because of it. */
export const onlyAsked = (fault: NotDelivered): NotDelivered =>
  fault.why === "unsure" ? new NotDelivered("not-sent", fault.code, { cause: fault.cause }) : fault;
