import type { Pool } from "pg";
import type { Person, Site } from "../../src/features/people/index.ts";
import type { Log } from "../../src/kernel/log.ts";
import type { Outcome } from "../../src/kernel/outcome.ts";

/** A site of the demo with its people, at the moment of the first start. */
export type Centre = { readonly site: Site; readonly people: readonly Person[]; readonly now: Date };

export function must<T, R>(outcome: Outcome<T, R>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`the demo's ${what} was refused: ${JSON.stringify(outcome.refusal)}`);
}

/** Says nothing, and throws what went wrong. */
export const strictLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: ({ error }) => {
    throw error;
  },
};

/** Somebody as whoever does something in the house. */
export const whoIs = ({ id, name, roles }: Person, site: Site) => ({
  person: id,
  name,
  roles,
  site: site.id,
  siteLocale: site.locale,
  locale: site.locale,
  zone: site.zone,
});

export const allWithRole = ({ people }: Centre, role: Person["roles"][number]): readonly Person[] =>
  people.filter(({ roles }) => roles.includes(role));

export function withRole(centre: Centre, role: Person["roles"][number]): Person {
  const [found] = allWithRole(centre, role);
  if (found === undefined) throw new Error(`the demo has no ${role}`);
  return found;
}

/** Those who are agents and nothing else. */
export const agentsOf = ({ people }: Centre): readonly Person[] =>
  people.filter(({ roles }) => roles.length === 1 && roles[0] === "agent");

/** One of some people by their place, counted around. */
export function oneOf(people: readonly Person[], place: number): Person {
  const found = people[place % people.length];
  if (found === undefined) throw new Error("the demo has nobody of the kind");
  return found;
}

const forget = `DELETE FROM outbox WHERE "is" IN ('notice', 'touched') AND at < $1`;

/** What is long over is told to nobody any more. */
export async function forgetOld(pool: Pool, now: Date): Promise<void> {
  await pool.query(forget, [new Date(now.getTime() - 20 * 60_000)]);
}
