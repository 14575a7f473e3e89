import type { Block } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Person, Site, Team } from "../people/domain.ts";
import type { Figure } from "./told.ts";

/** What a digest is made for: one reader, the teams they look after that morning, and the day that it tells of. */
export type DigestFor = {
  readonly site: Site;
  readonly reader: Person;
  readonly teams: readonly Team[];
  /** The last workday, and the day on which it is read. */
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly at: Date;
};

/** A section with the numbers in it whose correction is told old → new. */
export type Gathered = { readonly blocks: Localised<readonly Block[]>; readonly figures: readonly Figure[] };

/** One section of a lead's digest; a feature contributes its own and the digest knows no more of it than this. */
export type DigestSection = {
  readonly name: string;
  /** What the reader has to know, title included; nothing where all is well. */
  gather(of: DigestFor): Promise<Localised<readonly Block[]> | Gathered | undefined>;
};
