import type { Asker } from "../../chat/asker.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, PersonId, Site, SiteId, Team, TeamId } from "../people/index.ts";

/** What awards ask of the roster. */
export type AwardRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Everybody who holds a seat in the team on the day. */
  peopleIn(team: TeamId, on: LocalDate): Promise<readonly Person[]>;
  /** Supervisors, quality staff, admins, leads and deputies of a site. */
  officersOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  teams(): Promise<readonly Team[]>;
};

/** Who acts on awards. */
export type Who = Pick<Asker, "person" | "site" | "zone">;
