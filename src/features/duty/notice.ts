import type { Body, Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { DutyShift, OnDuty, Span, Swap } from "./domain.ts";

/** The messages that duties are told by. */
export const changedName = "duty-changed";
export const offerName = "duty-offer";
export const swapName = "duty-swap";
export const reminderName = "duty-reminder";

/** What somebody is told of a duty: that they have it now, or have it no more. */
export type ToldOf = Span & {
  readonly person: PersonId;
  readonly is: "on" | "off";
  readonly role: string;
  readonly reason?: string;
};

const times = ({ from, until }: Span) => ({ from: from.toISOString(), until: until.toISOString() });

/** Tells people what somebody else made of their duties; nothing where nobody else is concerned. */
export function changedNotices(
  { id, site }: Pick<DutyShift, "id" | "site">,
  {
    what,
    by,
    told,
    at,
  }: { readonly what: string; readonly by: PersonId; readonly told: readonly ToldOf[]; readonly at: Date },
): readonly Notice[] {
  const others = told.filter(({ person }) => person !== by);
  if (others.length === 0) return [];
  const people = others.map(
    ({ person, is, role, reason, ...span }): Body => ({
      person,
      is,
      role,
      by,
      ...times(span),
      ...(reason === undefined ? {} : { reason }),
    }),
  );
  return [{ kind: changedName, site, period: `${id} ${what}`, at, body: { people } }];
}

/** Asks somebody whether they take a duty. */
export const offerNotice = ({ id, site, askedAt: at }: Swap): Notice => ({
  kind: offerName,
  site,
  period: id,
  at,
  body: {},
});

/** Tells how an offer ended: whoever was asked sees it where they were asked. */
export const settledTold = ({ id, site, state }: Swap, at: Date) => ({
  notices: state === "taken-back" ? [] : [{ kind: swapName, site, period: id, at, body: {} } satisfies Notice],
  touched: [{ kind: offerName, site, period: id } satisfies Touched],
});

/** Reminds whoever goes on duty. */
export const reminderNotice = (site: SiteId, { role, person, from, until }: OnDuty, at: Date): Notice => ({
  kind: reminderName,
  site,
  period: `${role} ${from.toISOString()} ${person}`,
  at,
  body: { person, role, ...times({ from, until }) },
});
