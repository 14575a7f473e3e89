import type { SiteId } from "../people/index.ts";

/** Anything that survives being kept as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Body = { readonly [key: string]: Json };

/** Who is told: one person wherever they can be reached, or a channel of a site by its name. */
export type Recipient =
  | { readonly is: "person"; readonly id: string }
  | { readonly is: "channel"; readonly site: SiteId; readonly name: string };

/** Something that is to be told for an occurrence: a kind of notice, at a site, of a period. */
export type Notice = {
  readonly kind: string;
  readonly site: SiteId;
  /** What makes it one of a kind: the local day of its occurrence, or the week it is of. */
  readonly period: string;
  /** The moment that it stands for. */
  readonly at: Date;
  /** When it is to be sent, if that is not the moment it stands for: it is late only after this. */
  readonly dueAt?: Date;
  readonly body: Body;
};

/** How a recipient is written in the ledger. */
export const recipientText = (to: Recipient): string =>
  to.is === "person" ? `person:${to.id}` : `channel:${to.site}/${to.name}`;

/** Reads what `recipientText` wrote; site ids hold no slash. */
export function recipientOf(text: string): Recipient {
  if (text.startsWith("person:")) return { is: "person", id: text.slice("person:".length) };
  const [, site = "", name = ""] = /^channel:([^/]*)\/(.*)$/s.exec(text) ?? [];
  return { is: "channel", site, name };
}
