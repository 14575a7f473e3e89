import type { LocalDate } from "../../../kernel/time.ts";
import type { PersonId, SiteId, TeamId } from "../../people/domain.ts";

/** What people of this company call a metric or a named period, lower case and in the form of Unicode NFKC. */
export type Synonym = { readonly text: string; readonly kind: "metric" | "period"; readonly means: string };

/** Somebody, or a team, with the name as it stands in a text. */
export type Named<Id> = { readonly id: Id; readonly name: string };

/** What plain words are asked of the roster and the configuration. */
export type NamesStore = {
  words(): Promise<readonly Synonym[]>;
  /**
   * Those of a site, still here on a day, whose full name stands in a text as whole words, or whose given name does
   * where nobody else of the site has it. Of people named alike, nobody.
   */
  peopleNamedIn(site: SiteId, text: string, on: LocalDate): Promise<readonly Named<PersonId>[]>;
  /** The teams whose name or id stands in a text as whole words; one of this site hides others of its name. */
  teamsNamedIn(site: SiteId, text: string): Promise<readonly Named<TeamId>[]>;
};
