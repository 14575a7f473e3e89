import type { Block } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Site } from "../people/index.ts";

/** Days from one to another, both included. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** What a section is made for: a site, the week that is over and the one that begins. */
export type Gathering = {
  readonly site: Site;
  readonly past: Days;
  readonly coming: Days;
  readonly at: Date;
};

/** One section of the weekly bulletin; a feature contributes its own and the bulletin knows no more of it than this. */
export type BulletinSection = {
  readonly name: string;
  readonly title: Say;
  /** What there is to tell, without its title; nothing where the section is empty, and then it is left out. */
  gather(of: Gathering): Promise<Localised<readonly Block[]> | undefined>;
};
