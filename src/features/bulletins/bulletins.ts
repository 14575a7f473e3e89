import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { type Draft, desk, type Who } from "./desk.ts";
import { draftKind } from "./draft-kind.ts";
import { editing } from "./editing.ts";
import { approvedIn, type BulletinRoster, type Issue, issues } from "./issue.ts";
import { issueKind } from "./issue-kind.ts";
import type { BulletinSection } from "./section.ts";
import type { BulletinStore, PastBulletin } from "./store.ts";

export type BulletinsDeps = {
  readonly store: BulletinStore;
  readonly roster: BulletinRoster;
  /** What each feature has to tell. */
  readonly sections: readonly BulletinSection[];
  readonly newId: () => string;
};

/** The most that the archive lists. */
const mostListed = 25;

/** Everything that is asked of bulletins, and the kinds of notices that they are told by. */
export function bulletins({ store, roster, sections, newId }: BulletinsDeps) {
  const made = issues({ store, roster, sections });
  const own = desk({ store, roster, issues: made });
  const telling = { store, roster, desk: own, issues: made };

  return {
    ...editing({ store, desk: own, issues: made, newId }),
    kinds: [draftKind(telling), issueKind(telling)],
    titleOf: made.titleOf,
    comingWeek: ({ site, zone }: Who, at: Date): Promise<LocalDate> => own.comingWeek(site, zone, at),

    /** A bulletin as its editors have it before them, the one being prepared unless told. */
    draft: ({ site, zone }: Who, at: Date, week?: LocalDate): Promise<Draft> => own.draft(site, zone, at, week),

    /** The bulletins of the asker's site that went out or should have, the latest first. */
    async past({ site, zone }: Who, at: Date): Promise<readonly PastBulletin[]> {
      return store.past(site, await own.comingWeek(site, zone, at), mostListed);
    },

    /** A bulletin that everybody may read, as it stands now. */
    async read({ site, zone }: Who, week: LocalDate, at: Date): Promise<Outcome<Issue, { why: "no-such-bulletin" }>> {
      const issue = await made.gather(site, week, at);
      const isPast =
        week < (await own.comingWeek(site, zone, at)) && issue.sections.some((one) => approvedIn(one).length > 0);
      return issue.bulletin.publishedAt !== undefined || isPast ? done(issue) : refuse({ why: "no-such-bulletin" });
    },
  };
}
export type Bulletins = ReturnType<typeof bulletins>;
