import type { Who as Called } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { Person, PersonId, Site, SiteId } from "../people/index.ts";
import type { KudosConfig } from "./rules.ts";

/** What thank-yous ask of the roster. */
export type KudosRoster = {
  site(id: SiteId): Promise<Site | undefined>;
  personById(id: PersonId): Promise<Person | undefined>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
};

/** The rules for thank-yous that hold at a site. */
export type RulesOf = (site: SiteId) => Promise<KudosConfig>;

/** Why nobody was found by a name, a number or an account; `say` tells what to do. */
export type NotFound = { readonly why: "nobody" | "several" | "not-linked"; readonly say: Say };

/** The one person of a site who is meant by a name, a number or an account. */
export type Find = (site: SiteId, who: Called) => Promise<Outcome<Person, NotFound>>;
