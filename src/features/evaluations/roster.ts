import type { Asker } from "../../chat/asker.ts";
import type { Person, PersonId, Site, SiteId } from "../people/index.ts";

/** What evaluations ask of the roster. */
export type EvaluationRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
};

/** Who acts on evaluations. */
export type Who = Pick<Asker, "person" | "site" | "roles" | "zone">;
