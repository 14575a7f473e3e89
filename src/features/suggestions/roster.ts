import type { Asker } from "../../chat/asker.ts";
import type { Who as Called } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Person, PersonId, Site, SiteId } from "../people/index.ts";

/** What suggestions ask of the roster. */
export type SuggestionRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
};

/** Why nobody was found by a name, a number or an account; `say` tells what to do. */
export type NotFound = { readonly why: "nobody" | "several" | "not-linked"; readonly say: Say };

/** The one person of a site who is meant by a name, a number or an account. */
export type Find = (site: SiteId, who: Called) => Promise<Outcome<Person, NotFound>>;

/** Who does something with suggestions. */
export type Who = Pick<Asker, "person" | "site" | "roles" | "zone">;
