import type { Who as Called } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId, Site, SiteId } from "../people/index.ts";
import type { HelpRoster } from "./roster.ts";
import type { HelpConfig } from "./rules.ts";
import type { HelpStore } from "./store.ts";

/** Somebody has a duty at a moment. */
export type OnDuty = { readonly role: string; readonly person: PersonId };

/** What help asks of duties. */
export type HelpDuty = {
  /** Who is on duty at a site at a moment, in one role or in any; nobody who is on leave or has left. */
  onDuty(site: Site, at: Date, role?: string): Promise<readonly OnDuty[]>;
  roleName(site: Site, role: string): Say;
};

/** Why nobody was found by a name, a number or an account; `say` tells what to do. */
export type NotFound = { readonly why: "nobody" | "several" | "not-linked"; readonly say: Say };

export type HelpDeps = {
  readonly store: HelpStore;
  readonly roster: HelpRoster;
  readonly duty: HelpDuty;
  /** The one person of a site who is meant by a name, a number or an account. */
  readonly find: (site: SiteId, who: Called) => Promise<Outcome<Person, NotFound>>;
  readonly rules: (site: SiteId) => Promise<HelpConfig>;
  /** Whether each person is on leave on the day, in their order. */
  readonly onLeave: (
    days: readonly { readonly person: PersonId; readonly on: LocalDate }[],
  ) => Promise<readonly boolean[]>;
  readonly newId: () => string;
};
