import type { Asker } from "../../chat/asker.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId, Site, SiteId, Staff, Team } from "../people/index.ts";

/** What help asks of the roster. */
export type HelpRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Supervisors, quality staff and admins of a site, leads and deputies of its teams on the day. */
  officersOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  /** Everybody of a site who has not left by the day, in few words. */
  staffOf(site: SiteId, on: LocalDate): Promise<readonly Staff[]>;
  teams(): Promise<readonly Team[]>;
};

/** Who asks for help, or gives it. */
export type Asking = Pick<Asker, "person" | "name" | "site" | "roles" | "zone">;
