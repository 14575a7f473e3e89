import { groupBy } from "../../kernel/group.ts";
import { done } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate, parseDay } from "../../kernel/time.ts";
import type { Body, Change, NoticeKind, Prepared, Recipient, ToPrepare, Touched } from "../notices/index.ts";
import { channelFor } from "../people/index.ts";
import type { Desk } from "./desk.ts";
import { digestOf } from "./digest.ts";
import { closed, published } from "./domain.ts";
import { type BulletinRoster, type Issue, type Issues, toldIn } from "./issue.ts";
import { kindWords } from "./messages/kinds.ts";
import type { BulletinStore } from "./store.ts";
import { issueName } from "./touches.ts";
import { issueView, noChannelView } from "./views/issue.ts";
import { lateOf } from "./views/late.ts";
import { weekOut, weeksThatTell } from "./weeks.ts";

export type KindDeps = {
  readonly store: BulletinStore;
  readonly roster: BulletinRoster;
  readonly desk: Desk;
  readonly issues: Issues;
};

/** What is said of an issue: the whole of it, or as a correction only what differs from what stands. */
function saying(issue: Issue, delivery: ToPrepare, now: Date): Prepared {
  const { site } = issue;
  const digest = digestOf(issueView(issue)(site));
  if (!delivery.isRevision) {
    if (toldIn(issue).length === 0) return { is: "skip", why: "nothing-to-tell" };
    return { is: "view", view: issueView(issue, { late: lateOf(delivery) }), told: { digest } };
  }
  if (delivery.told?.digest === digest) return { is: "same" };
  return { is: "view", view: issueView(issue, { correctedAt: now }), told: { digest, correctedAt: now.toISOString() } };
}

/** The weekly bulletin in its site's channel: on Monday with what is approved, corrected where it stands. */
export function issueKind({ store, roster, desk, issues }: KindDeps): NoticeKind {
  /** The bulletin at its hour. It is closed before it is read, so that nothing goes in or out unseen in between. */
  async function atItsHour(site: string, period: LocalDate, now: Date): Promise<Issue> {
    const of = { site, week: weekOut(period), at: now };
    await desk.change<never>(of, (bulletin) => done(closed(bulletin, period)));
    const issue = await issues.gather(site, of.week, now);
    if (toldIn(issue).length > 0) await desk.change<never>(of, (bulletin) => done(published(bulletin, now)));
    return issue;
  }

  /** Which bulletins of a site tell of what changed; when more data came, the last one may. */
  async function touchedAt(site: string, changes: readonly Change[]): Promise<readonly Touched[]> {
    const weeks = changes.flatMap((change) => (change.is === "score-corrected" ? [weeksThatTell(change)] : []));
    const isMore = changes.some(({ is }) => is === "data-came");
    const out = await store.published(site);
    const isTold = (week: LocalDate) => weeks.some(({ from, to }) => from <= week && week <= to);
    const told = out.filter(({ week }, index) => isTold(week) || (isMore && index === 0));
    return told.map(({ closedOn }) => ({ kind: issueName, site, period: closedOn }));
  }

  return {
    name: issueName,
    label: kindWords.issue,
    isMandatory: false,
    speaksOfLate: true,

    async recipients({ site: id, at }) {
      const site = await roster.site(id);
      if (site === undefined) return [];
      const name = channelFor(site, "bulletin");
      if (name !== undefined) return [{ to: { is: "channel", site: id, name } }];
      const people = await roster.peopleOf(id, dayAt(at, site.zone));
      return people
        .filter(({ roles }) => roles.includes("admin"))
        .map((admin): { to: Recipient; body: Body } => ({
          to: { is: "person", id: admin.id },
          body: { missing: "channel" },
        }));
    },

    async prepare(deliveries, now) {
      const known = new Map<string, Promise<Issue>>();
      return Promise.all(
        deliveries.map(async (delivery): Promise<Prepared> => {
          const { site, isRevision, to } = delivery;
          if (to.is === "person") {
            const whose = await roster.site(site);
            if (isRevision || whose === undefined) return { is: "same" };
            return { is: "view", view: noChannelView(whose, lateOf(delivery)), told: {} };
          }
          const period = parseDay(delivery.period);
          if (period === undefined) throw new RangeError(`not the day of a bulletin: ${delivery.period}`);
          const key = `${site} ${period} ${isRevision}`;
          const issue =
            known.get(key) ?? (isRevision ? issues.gather(site, weekOut(period), now) : atItsHour(site, period, now));
          known.set(key, issue);
          return saying(await issue, delivery, now);
        }),
      );
    },

    async touchedBy(changes) {
      const sites = [...groupBy(changes, ({ site }) => site)];
      return (await Promise.all(sites.map(([site, own]) => touchedAt(site, own)))).flat();
    },
  };
}
