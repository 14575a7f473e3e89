import type { Log } from "../../kernel/log.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import type { DigestSection } from "../digests/index.ts";
import type { Evaluation } from "../evaluations/index.ts";
import type { NoticeKind } from "../notices/index.ts";
import type { Audit, SiteId, Team, TeamId } from "../people/index.ts";
import type { Beside } from "../scores/index.ts";
import { appealsBeside } from "./beside.ts";
import type { Appeals } from "./card.ts";
import { cases } from "./cases.ts";
import { type ContextDeps, context } from "./context.ts";
import { counter } from "./counter.ts";
import { desk } from "./desk.ts";
import { appealsInDigest } from "./digest-section.ts";
import { closesAt, isPurged } from "./filing.ts";
import { appealKinds } from "./kinds.ts";
import { mending } from "./mending.ts";
import { searched } from "./precedents.ts";
import { caseView } from "./views/case.ts";
import { reminderView } from "./views/reminder.ts";

export type AppealsDeps = ContextDeps & {
  readonly team: (id: TeamId) => Promise<Team | undefined>;
  readonly audit: Audit;
  readonly newId: () => string;
  readonly log: Log;
  /** Told whenever a decision changed what the scores of a site stand on. */
  readonly restated?: (site: string) => void;
  /** Told whenever there is something to send. */
  readonly poke?: () => void;
};

/** The most that is listed of anything. */
const mostListed = 25;

/** What appeals give to other features. */
export type AppealsElsewhere = {
  readonly kinds: readonly NoticeKind[];
  readonly beside: Beside;
  readonly inDigest: DigestSection;
  /** Until when an evaluation can be appealed without asking for an exception. */
  closesAt(evaluation: Evaluation): Promise<Date>;
  /** Whether the recording of a contact is gone by the rules of a site. */
  isPurged(site: SiteId, contactAt: Date, at: Date): Promise<boolean>;
  /** What people call an appeal. */
  numberOf(id: string): Promise<number | undefined>;
};

/** Everything that is asked of appeals, and the kinds of notices that they are told by. */
export function appeals(deps: AppealsDeps): Appeals & AppealsElsewhere {
  const { store, roster, restated = () => {}, poke = () => {} } = deps;
  const own = context(deps);
  const found = cases({ ...deps, context: own });
  const all = { ...deps, cases: found, context: own, restated, poke };
  return {
    ...counter(all),
    ...desk(all),
    kinds: appealKinds({ store, cases: found, context: own, views: { caseView, reminderView } }),
    beside: appealsBeside({ store, roster, context: own, team: deps.team }),
    inDigest: appealsInDigest({ store, roster }),
    closesAt: async ({ site, publishedAt }) => closesAt(publishedAt, await own.rulesAt(site)),
    isPurged: async (site, contactAt, at) =>
      isPurged({ contactAt, day: dayAt(contactAt, "UTC") }, await own.rulesAt(site), at),
    numberOf: async (id) => (await store.appeal(id))?.number,
    card: found.card,
    mine: ({ person }) => store.filedBy(person, mostListed),
    waiting: ({ person }) => store.waitingFor(person),
    precedents: ({ site }, words) => store.precedents(site, searched(words), mostListed),
    mending: mending(deps),
    similar: ({ site }, form, item) => store.similar(site, form, item, 3),
    async keepFile(file, at) {
      return { file: { id: await store.keepFile(file, at), name: file.name } };
    },
    async evidence(who, id, file, at) {
      const card = await found.card(who, id, at);
      if (!card.ok) return card;
      const isOf = card.value.appeal.evidence.some((one) => one.file?.id === file);
      const kept = isOf ? await store.readFile(file) : undefined;
      return kept === undefined ? refuse({ why: "no-such-appeal" }) : done(kept);
    },
  };
}
