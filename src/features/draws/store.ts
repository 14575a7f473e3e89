import type { Outcome } from "../../kernel/outcome.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Draw, Entry, Name, Prize, Secret } from "./domain.ts";

/** What is announced with a change, in the same moment. */
export type Told = { readonly notices?: readonly Notice[]; readonly touched?: readonly Touched[] };

/** What is kept beside a draw's next state; what is left out stays. */
export type Beside = Told & {
  readonly manifest?: string;
  readonly prizes?: readonly Prize[];
  /** In the place of the one that was kept; every number that somebody added is forgotten with it. */
  readonly secret?: Secret;
  readonly at: Date;
};

/** What draws are asked of their store. */
export type DrawStore = {
  draw(id: string): Promise<Draw | undefined>;
  /** By its number, which no two draws of any site share. */
  numbered(number: number): Promise<Draw | undefined>;
  /** A site's draws, or those of every site, those that are not over first and else the newest first. */
  drawsOf(site: SiteId | undefined, limit: number): Promise<readonly Draw[]>;
  /** Draws whose moment has come, the longest waiting first. */
  due(at: Date, limit: number): Promise<readonly Draw[]>;
  secretOf(id: string): Promise<Secret>;
  /** The canonical text of the manifest that stands. */
  manifestOf(id: string): Promise<string | undefined>;
  entriesOf(id: string): Promise<readonly Entry[]>;
  entryOf(id: string, person: PersonId): Promise<Entry | undefined>;
  /** The places of the result in their order; none before it was drawn. */
  prizesOf(id: string): Promise<readonly Prize[]>;
  /** What the awards of a site are called by now, by the ids of their rules. */
  awardNames(site: SiteId): Promise<ReadonlyMap<string, Name>>;
  /** Who of a site was offered or has claimed a prize of a draw that was drawn at or after a moment. */
  wonSince(site: SiteId, since: Date): Promise<ReadonlySet<PersonId>>;
  /**
   * Keeps a new draw, which gets its number here. Where `occurrence` (a schedule and its period) has one at the site
   * already, that one is answered and nothing is written or announced.
   */
  add(
    draw: Omit<Draw, "number" | "version">,
    of: { readonly secret: Secret; readonly occurrence?: string; readonly told: (draw: Draw) => Told },
  ): Promise<Draw>;
  /** Writes a draw's next state where `draw.version` is still the one that stands, and raises it; else false, and nothing is written. */
  change(draw: Draw, beside: Beside): Promise<boolean>;
  /**
   * Decides about one person's entry alone with the draw, and raises the draw's version, so that no manifest misses it.
   * An entry of neither a part nor a number is removed.
   */
  enter<R>(
    id: string,
    person: PersonId,
    decide: (now: { readonly draw: Draw; readonly entry: Entry | undefined }) => Outcome<Entry, R>,
  ): Promise<Outcome<{ readonly draw: Draw; readonly entry: Entry }, R | { readonly why: "gone" }>>;
};
