import type { Outcome } from "../../kernel/outcome.ts";
import type { Evaluation } from "../evaluations/index.ts";
import type { Notice, Touched } from "../notices/index.ts";
import type { PersonId, SiteId } from "../people/index.ts";
import type { Corrected } from "./correction.ts";
import type { Appeal, Code, ItemOutcome, Kind } from "./domain.ts";
import type { AppealConfig } from "./rules.ts";

/** What was decided about an appeal: how it is now, when to look at it again, and who is told. */
export type Decided = Pick<Corrected, "restatement"> & {
  readonly appeal: Appeal;
  readonly nextAt?: Date | undefined;
  readonly notices: readonly Notice[];
  readonly touched: readonly Touched[];
};

/** An appeal with its evaluation as it stands; no evaluation where that was taken back. */
export type Before = { readonly appeal: Appeal; readonly evaluation?: Evaluation | undefined };

/** What is known when an appeal of an evaluation is filed. */
export type FilingGround = {
  readonly number: number;
  readonly evaluation: Evaluation;
  /** Items that are under appeal, by the number of the appeal. */
  readonly open: ReadonlyMap<string, number>;
  /** Items that were decided, by the last appeal that decided them. */
  readonly decided: ReadonlyMap<string, Appeal>;
};

/** A decision of old on one item, without anybody's name. */
export type Precedent = {
  readonly appeal: string;
  readonly number: number;
  readonly site: SiteId;
  readonly form: string;
  readonly item: string;
  readonly kind: Kind;
  readonly outcome: ItemOutcome;
  readonly code: Code;
  readonly original: number;
  readonly decided: number;
  /** The panel's reasons. */
  readonly reasons: readonly string[];
  readonly at: Date;
};

/** One decided item, for the rates of both sides. */
export type OutcomeRow = {
  readonly appeal: string;
  readonly agent: PersonId;
  readonly scorer?: PersonId;
  readonly team?: string;
  readonly form: string;
  readonly item: string;
  readonly outcome: ItemOutcome;
  readonly code: Code;
  readonly decidedAt: Date;
};

/** How long closed appeals took, in instants; business days are for the rules to count. */
export type Course = {
  readonly filedAt: Date;
  readonly panelAt?: Date;
  readonly decidedAt: Date;
  readonly team?: string;
};

/** Appeals, what they decided, and what a site set for them. */
export type AppealStore = {
  configOf(site: SiteId): Promise<AppealConfig>;
  appeal(id: string): Promise<Appeal | undefined>;
  numbered(site: SiteId, number: number): Promise<Appeal | undefined>;
  /** An agent's appeals, the latest first. */
  filedBy(agent: PersonId, limit: number): Promise<readonly Appeal[]>;
  /** Appeals that wait for somebody: at their desk, for their vote, or (as the scorer) for their grounds. */
  waitingFor(person: PersonId): Promise<readonly Appeal[]>;
  /** Open appeals whose stage is overdue or ends before an instant, of agents in these teams. */
  openOf(teams: readonly string[]): Promise<readonly Appeal[]>;
  /** How many appeals of each person are open. */
  pendingOf(agents: readonly PersonId[]): Promise<ReadonlyMap<PersonId, number>>;
  /**
   * Files an appeal of an evaluation, alone with it: nobody files, decides or restates it meanwhile. Refused as `gone`
   * where there is no such evaluation.
   */
  file<R>(
    evaluation: string,
    decide: (ground: FilingGround) => Outcome<Decided, R>,
    at: Date,
  ): Promise<Outcome<Appeal, R | { readonly why: "gone" }>>;
  /**
   * Decides about an appeal alone, before anybody else's decision; saves it, restates the evaluation with the sums and
   * scores that stand on it, and announces who is told, all at once. `decide` may be asked twice.
   */
  change<R>(
    id: string,
    decide: (now: Before) => Outcome<Decided, R>,
    at: Date,
  ): Promise<Outcome<Appeal, R | { readonly why: "gone" }>>;
  /**
   * Does the same with appeals whose time to be looked at has come, as many as `limit`; answers how many of them it
   * looked at. `gather` finds what they are judged by while nothing is held; each is then judged alone as it stands by
   * that time, unless it is not due any more.
   */
  sweep(
    now: Date,
    limit: number,
    gather: (due: readonly Appeal[]) => Promise<(before: Before) => Decided>,
  ): Promise<number>;
  /** Decided items whose words match all of these, Chinese included, the latest first. */
  precedents(site: SiteId, words: readonly string[], limit: number): Promise<readonly Precedent[]>;
  /** Decided items like this one, the latest first. */
  similar(site: SiteId, form: string, item: string, limit: number): Promise<readonly Precedent[]>;
  /** Decided items of a site from an instant on. */
  outcomes(site: SiteId, since: Date): Promise<readonly OutcomeRow[]>;
  courses(site: SiteId, since: Date): Promise<readonly Course[]>;
  /** Keeps a file that was put forward as evidence; answers its id. */
  keepFile(file: { readonly name: string; readonly content: Uint8Array }, at: Date): Promise<string>;
  readFile(id: string): Promise<{ readonly name: string; readonly content: Uint8Array } | undefined>;
};
