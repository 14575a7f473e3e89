import { createHash, createHmac } from "node:crypto";
import canonicalize from "canonicalize";

/** Where the randomness of a draw comes from, as it is fixed before there is any. */
export type Source =
  /** SHA-256 of a seed that is told afterwards, mixed with what entrants and auditors add. */
  | { readonly is: "commit-reveal"; readonly commitment: string }
  /** A round of drand's quicknet, named when the manifest is made. */
  | { readonly is: "drand"; readonly chain: string; readonly round: number }
  /** The first number of a series that is made public after the challenge, typed in by two people; `what` names the series. */
  | { readonly is: "public"; readonly what: string; readonly digits: number };

/** Somebody's line: a pseudonym and how many tickets they have. */
export type Line = { readonly id: string; readonly tickets: number };

/** What somebody added to the randomness of a commit–reveal draw, by their pseudonym. */
export type Nonce = { readonly from: string; readonly nonce: string };

/** Who takes part in a draw with how many tickets, fixed before there is any randomness. */
export type Manifest = {
  readonly format: "fairline-draw/1";
  /** The id of the draw. */
  readonly draw: string;
  /** 1, and one more for each challenge that was right. */
  readonly revision: number;
  readonly prize: string;
  readonly winners: number;
  readonly alternates: number;
  readonly closedAt: string;
  readonly source: Source;
  readonly entrants: readonly Line[];
  readonly nonces: readonly Nonce[];
};

/** No manifest has more tickets: a box of them fits any machine. */
const mostTickets = 10_000_000;

const byId =
  <T>(idOf: (one: T) => string) =>
  (a: T, b: T) =>
    idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0;

/** Texts in Unicode NFC, all through a value. */
const composed = (_: string, value: unknown) => (typeof value === "string" ? value.normalize("NFC") : value);

/**
 * The canonical text of a manifest: Unicode NFC, entrants and nonces in the order of their ids, JSON canonicalised by
 * RFC 8785. Throws where somebody is in it twice or tickets are no whole numbers that fit.
 */
export function manifestText(manifest: Manifest): string {
  const entrants = [...manifest.entrants].sort(byId(({ id }) => id));
  const nonces = [...manifest.nonces].sort(byId(({ from }) => from));
  let all = 0;
  for (const [index, { id, tickets }] of entrants.entries()) {
    if (!Number.isInteger(tickets) || tickets < 1) throw new RangeError(`not a number of tickets: ${tickets}`);
    if (entrants[index - 1]?.id === id) throw new RangeError(`twice in a manifest: ${id}`);
    all += tickets;
  }
  if (all > mostTickets) throw new RangeError(`too many tickets: ${all}`);
  const { entrants: _, nonces: __, ...rest } = manifest;
  const plain: unknown = JSON.parse(JSON.stringify({ ...rest, nonces }, composed));
  const text = canonicalize({ ...(plain as object), entrants });
  if (text === undefined) throw new TypeError("a manifest is an object");
  return text;
}

/** SHA-256 of a manifest's text in UTF-8, in hexadecimal. */
export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The name under which somebody stands in a manifest: without the draw's salt nobody can tell who it is. */
export const pseudonym = (salt: string, person: string): string =>
  createHmac("sha256", Buffer.from(salt, "hex")).update(person, "utf8").digest("hex").slice(0, 24);
