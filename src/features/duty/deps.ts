import type { Asker } from "../../chat/asker.ts";
import type { Who as Called } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Audit, Person, PersonId, Site, SiteId } from "../people/index.ts";
import type { DutyConfig } from "./rules.ts";
import type { DutyStore } from "./store.ts";

/** What duties ask of the roster. */
export type DutyRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  sites(): Promise<readonly Site[]>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Supervisors, quality staff and admins of a site, leads and deputies of its teams on the day. */
  officersOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
};

/** Why nobody was found by a name, a number or an account; `say` tells what to do. */
export type NotFound = { readonly why: "nobody" | "several" | "not-linked"; readonly say: Say };

export type DutyDeps = {
  readonly store: DutyStore;
  readonly roster: DutyRoster;
  /** The one person of a site who is meant by a name, a number or an account. */
  readonly find: (site: SiteId, who: Called) => Promise<Outcome<Person, NotFound>>;
  readonly rules: (site: SiteId) => Promise<DutyConfig>;
  /** Whether each person is on leave on the day, in their order. */
  readonly onLeave: (
    days: readonly { readonly person: PersonId; readonly on: LocalDate }[],
  ) => Promise<readonly boolean[]>;
  readonly audit: Audit;
  readonly newId: () => string;
};

/** Whoever asks. */
export type Who = Pick<Asker, "person" | "site" | "zone" | "roles">;
