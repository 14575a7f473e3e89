import type { SiteConfig, TeamConfig } from "./schema.ts";
import { inForce, rulesAfter, withoutRules } from "./site-rules.ts";
import type { SiteState, TeamState } from "./store.ts";

/** What is left out of an object stays as it is. */
const over = <T extends object>(current: T, said: { readonly [K in keyof T]?: T[K] | undefined }): T => ({
  ...current,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<T>),
});

const newSite = {
  weekend: ["sat", "sun"],
  holidays: [],
  workdays: [],
  answerWithin: 20,
  repeatWithin: 7,
  channels: {},
  rules: {},
} as const;

/** A site as a file makes it; undefined where a new one lacks what it needs. */
export function siteAfter(current: SiteState | undefined, said: SiteConfig): SiteState | undefined {
  const { name, zone, locale } = { ...current, ...said };
  if (name === undefined || zone === undefined || locale === undefined) return undefined;
  const base: SiteState = current ?? { ...newSite, name, zone, locale };
  const channels = { ...base.channels, ...said.channels };
  return over(base, { ...withoutRules(said), channels, rules: rulesAfter(base.rules, said) });
}

/** A site as a difference shows it: with the rules that hold. */
export const siteShown = ({ rules, ...site }: SiteState) => ({ ...site, ...inForce(rules) });

/** A team as a file makes it; undefined where a new one lacks what it needs. */
export function teamAfter(current: TeamState | undefined, said: TeamConfig): TeamState | undefined {
  const { site, name } = { ...current, ...said };
  return site === undefined || name === undefined ? undefined : over(current ?? { site, name }, said as TeamState);
}
