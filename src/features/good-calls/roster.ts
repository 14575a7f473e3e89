import type { Asker } from "../../chat/asker.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId, Site, SiteId, Team } from "../people/index.ts";

/** What good calls ask of the roster. */
export type GoodCallRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Supervisors, quality staff and admins of a site, leads and deputies of its teams, on a day. */
  officersOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  teams(): Promise<readonly Team[]>;
};

/** Who does something with good calls. */
export type Who = Pick<Asker, "person" | "name" | "site" | "roles" | "zone">;
