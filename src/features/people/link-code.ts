import { createHash } from "node:crypto";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type PersonId, teamsOf } from "./domain.ts";

/** How long a code lives. */
export const codeMinutes = 15;
/** How many wrong codes one account may enter within how many minutes. */
export const tries = { most: 5, perMinutes: 60 } as const;
/** The random bytes that one code is made of. */
export const codeBytes = 8;

/** Crockford's base 32: no I, L, O or U. */
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code of eight symbols, one from each byte. */
export const codeFrom = (bytes: Uint8Array): string => [...bytes].map((byte) => symbols[byte % 32]).join("");

/** A code as people see it, `K7QD-3M9X`. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/**
 * Reads a code as people write it: letter case, width, spaces and dashes aside, O for 0, I and L for 1; undefined when
 * it cannot be a code.
 */
export function readCode(text: string): string | undefined {
  const folded = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return folded.length === codeBytes && [...folded].every((symbol) => symbols.includes(symbol)) ? folded : undefined;
}

/** What is kept of a code. */
export const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** A code as it is kept. */
export type LinkCode = { readonly person: PersonId; readonly expiresAt: Date; readonly usedAt?: Date };

/** All that one try of a code depends on; wrong tries are those still counted, the oldest first. */
export type Tried = {
  readonly code: LinkCode | undefined;
  /** The person that the account stands for so far. */
  readonly holder: PersonId | undefined;
  readonly wrongTries: readonly Date[];
};

export type CodeRefusal =
  | { readonly why: "too-many"; readonly until: Date }
  | { readonly why: "wrong"; readonly left: number }
  | { readonly why: "already-yours" }
  | { readonly why: "used" }
  | { readonly why: "expired"; readonly at: Date };

/** Whom the account joins, and whom it leaves for that. */
export type Joining = { readonly person: PersonId; readonly before: PersonId | undefined };

/** Whether an account may join the person of a code; after too many wrong tries no code is even looked at. */
export function judge({ code, holder, wrongTries }: Tried, at: Date): Outcome<Joining, CodeRefusal> {
  const oldest = wrongTries.at(-tries.most);
  if (oldest !== undefined) return refuse({ why: "too-many", until: minutesAfter(oldest, tries.perMinutes) });
  if (code === undefined) return refuse({ why: "wrong", left: tries.most - wrongTries.length - 1 });
  if (code.person === holder) return refuse({ why: "already-yours" });
  if (code.usedAt !== undefined) return refuse({ why: "used" });
  if (code.expiresAt <= at) return refuse({ why: "expired", at: code.expiresAt });
  return done({ person: code.person, before: holder });
}

export type HandOverRefusal =
  | { readonly why: "not-yours" }
  | { readonly why: "higher-role" }
  | { readonly why: "left"; readonly on: LocalDate };

/**
 * Whether somebody may hand over a code for another: a lead or deputy for their team, HR and admins for their site.
 * Nobody may lend out rights above their own: a lead only roles that they hold, HR neither admins nor auditors.
 */
export function mayHandOver(
  issuer: Person,
  subject: Person,
  on: LocalDate,
): Outcome<"own" | "handed", HandOverRefusal> {
  if (issuer.id === subject.id) return done("own");
  const sameSite = issuer.site === subject.site;
  const led = teamsOf(issuer, on, ["lead", "deputy"]);
  const asAdmin = sameSite && issuer.roles.includes("admin");
  const asHr = sameSite && issuer.roles.includes("hr");
  if (!asAdmin && !asHr && !teamsOf(subject, on).some((team) => led.includes(team)))
    return refuse({ why: "not-yours" });
  if (subject.leftOn !== undefined && !isHere(subject, on)) return refuse({ why: "left", on: subject.leftOn });
  const above = subject.roles.filter((role) => role !== "agent" && !issuer.roles.includes(role));
  const lends = asAdmin || (asHr ? !above.some((role) => role === "admin" || role === "auditor") : above.length === 0);
  return lends ? done("handed") : refuse({ why: "higher-role" });
}
